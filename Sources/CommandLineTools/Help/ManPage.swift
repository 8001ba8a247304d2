/// The manual page of a tool for `man`, made from the same spec as its help pages.
///
/// It uses the macros of man(7) only, which every `man` and `mandoc` knows.
public struct ManPage: Sendable {
  private let tool: ToolSpec
  private let version: String

  /// Creates the manual page of a tool of a version.
  public init(_ tool: ToolSpec, version: String) {
    self.tool = tool
    self.version = version
  }

  /// The page in the language of man(7): section 1, all verbs one after the other.
  public func text() -> String {
    var lines = [
      ".TH \(Roff.text(tool.name.uppercased())) 1 \"\" \(Roff.quoted("\(tool.name) \(version)"))"
    ]
    lines += [
      ".SH NAME", Roff.text("\(tool.name) - \(tool.summary.trimmingFullStop)"),
      ".SH SYNOPSIS", ".B \(Roff.text(tool.name))",
      Roff.text("VERB [OPERANDS] [OPTIONS]"),
    ]
    lines += [".SH EXAMPLES"] + examples(tool.examples)
    lines += [".SH VERBS"] + tool.verbs.flatMap(section)
    lines += [".SH OPTIONS OF EVERY VERB"] + tool.commonOptions.flatMap(entry)
    lines += [".SH EXIT STATUS"]
    for code in ExitCode.all { lines += [".TP", ".B \(code.number)", Roff.text(code.meaning)] }
    return lines.joined(separator: "\n") + "\n"
  }

  private func section(of verb: VerbSpec) -> [String] {
    var lines = [".SS \(Roff.quoted(verb.usage(in: tool)))", Roff.text(verb.summary.asSentence)]
    for paragraph in verb.about { lines += [".PP", Roff.text(paragraph)] }
    for operand in verb.operands {
      lines += [".TP", ".I \(Roff.text(operand.value.placeholder))", Roff.text(operand.help)]
    }
    lines += verb.options.flatMap(entry)
    return lines + [".PP", verb.examples.count == 1 ? "Example:" : "Examples:"]
      + examples(verb.examples)
  }

  private func entry(of option: OptionSpec) -> [String] {
    let names = option.spellings.map { "\\fB\(Roff.text($0))\\fR" }.joined(separator: ", ")
    let value = option.value.map { " \\fI\(Roff.text($0.placeholder))\\fR" } ?? ""
    return [".TP", names + value, Roff.text(option.helpWithDefault)]
  }

  private func examples(_ examples: [Example]) -> [String] {
    examples.flatMap { [".TP", ".B \(Roff.text($0.command))", Roff.text($0.purpose.asSentence)] }
  }
}

/// Texts as roff takes them.
private enum Roff {
  /// Text in which nothing is taken for a request: backslashes, dashes that are to be copied, and
  /// characters that begin a request at the start of a line.
  static func text(_ text: String) -> String {
    var escaped = text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" : ""
    for character in text {
      switch character {
      case "\\": escaped += "\\e"
      case "-": escaped += "\\-"
      case "'": escaped += "\\(aq"
      case "~": escaped += "\\(ti"
      case "^": escaped += "\\(ha"
      case "`": escaped += "\\(ga"
      default: escaped.append(character)
      }
    }
    return escaped
  }

  /// The same as one argument of a macro.
  static func quoted(_ text: String) -> String {
    "\""
      + self.text(text).split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\\(dq") + "\""
  }
}

extension String {
  /// Without a full stop at the end, as the line under NAME has it.
  fileprivate var trimmingFullStop: String { hasSuffix(".") ? String(dropLast()) : self }

  /// With a capital letter and a full stop.
  fileprivate var asSentence: String {
    prefix(1).uppercased() + dropFirst() + (hasSuffix(".") ? "" : ".")
  }
}
