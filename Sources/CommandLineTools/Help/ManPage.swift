import TextFormats

/// The manual page of a tool for `man`, made from the same spec as its help pages.
///
/// It uses the macros of man(7) only, which every `man` and `mandoc` knows.
public struct ManPage: Sendable {
  private let tool: ToolSpec
  private let version: String
  private let date: String

  /// Creates the manual page of a tool of a version, which came out at a date (`2026-11-25`).
  public init(_ tool: ToolSpec, version: String, date: String) {
    self.tool = tool
    self.version = version
    self.date = date
  }

  /// The page in the language of man(7): section 1, all verbs one after the other.
  public func text() -> String {
    let name = Roff.argument(tool.name.uppercased())
    // The date stays as it is: escaped dashes are none that a date may have.
    let title = ".TH \(name) 1 \(date) \(Roff.argument("\(tool.name) \(version)"))"
    var lines = [title, ".SH NAME"]
    lines += Roff.lines("\(tool.name) - \(tool.summary.withoutFullStop)")
    lines += [".SH SYNOPSIS", ".B \(Roff.escaped(tool.name))", "VERB [OPERANDS] [OPTIONS]"]
    lines += [".SH EXAMPLES"] + examples(tool.examples)
    lines += [".SH VERBS"] + tool.verbs.flatMap(section)
    lines += [".SH OPTIONS OF EVERY VERB"] + tool.commonOptions.flatMap(entry)
    lines += [".SH EXIT STATUS"]
    lines += ExitCode.all.flatMap { [".TP", ".B \($0.number)"] + Roff.lines($0.meaning) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func section(of verb: VerbSpec) -> [String] {
    var lines = [".SS " + Roff.argument(verb.usage(in: tool))]
    lines += Roff.lines(verb.summary.asSentence)
    lines += verb.about.flatMap { [".PP"] + Roff.lines($0) }
    lines += verb.operands.flatMap {
      [".TP", ".I \(Roff.escaped($0.value.placeholder))"] + Roff.lines($0.help)
    }
    lines += verb.options.flatMap(entry)
    return lines + [".PP", verb.examples.count == 1 ? "Example:" : "Examples:"]
      + examples(verb.examples)
  }

  private func entry(of option: OptionSpec) -> [String] {
    let names = option.spellings.map { "\\fB\(Roff.escaped($0))\\fR" }.joined(separator: ", ")
    let value = option.value.map { " \\fI\(Roff.escaped($0.placeholder))\\fR" } ?? ""
    return [".TP", names + value] + Roff.lines(option.helpWithDefault)
  }

  private func examples(_ examples: [Example]) -> [String] {
    examples.flatMap {
      [".TP", ".B \(Roff.escaped($0.command))"] + Roff.lines($0.purpose.asSentence)
    }
  }
}

/// Texts as roff takes them.
private enum Roff {
  /// Width to which text is broken; what `man` shows it fills anew.
  private static let width = 72

  /// Text as lines of which none is taken for a request.
  static func lines(_ text: String) -> [String] {
    TextWrapping.lines(text, width: width).map { line in
      (line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" : "") + escaped(line)
    }
  }

  /// Text in which roff finds nothing of its own, and dashes and quotes are those that are typed.
  static func escaped(_ text: String) -> String {
    text.reduce(into: "") { escaped, character in
      switch character {
      case "\\": escaped += "\\e"
      case "-": escaped += "\\-"
      case "'": escaped += "\\(aq"
      case "`": escaped += "\\(ga"
      case "^": escaped += "\\(ha"
      case "~": escaped += "\\(ti"
      case "\"": escaped += "\\(dq"
      default: escaped.append(character)
      }
    }
  }

  /// Text as one argument of a macro.
  static func argument(_ text: String) -> String { "\"\(escaped(text))\"" }
}

extension String {
  fileprivate var withoutFullStop: String { hasSuffix(".") ? String(dropLast()) : self }

  /// With a capital letter and a full stop.
  fileprivate var asSentence: String { prefix(1).uppercased() + withoutFullStop.dropFirst() + "." }
}
