public import TextFormats

/// Help pages, made from a tool's spec: examples first, never wider than 80 columns.
public struct HelpPage: Sendable {
  private let tool: ToolSpec
  private let width: Int
  private let style: TextStyle

  /// Creates the pages of a tool for a terminal of a width.
  public init(_ tool: ToolSpec, width: Int = 80, style: TextStyle = .plain) {
    self.tool = tool
    self.width = min(80, width)
    self.style = style
  }

  /// What the tool is, its verbs and its exit codes.
  public func overview() -> String {
    var sections = [TextWrapping.lines("\(tool.name): \(tool.summary)", width: width)]
    sections.append(examples(tool.examples))
    sections.append([style.heading("Usage:"), "  \(tool.name) VERB [OPERANDS] [OPTIONS]"])
    sections.append([style.heading("Verbs:")] + table(tool.verbs.map { [$0.name, $0.summary] }))
    sections.append(options("Options of every verb:", tool.commonOptions))
    sections.append(exitCodes(ExitCode.all))
    sections.append(
      TextWrapping.lines("'\(tool.name) help VERB' says more about a verb.", width: width))
    return Self.page(sections)
  }

  /// What a verb does and takes.
  public func page(of verb: VerbSpec) -> String {
    var sections = [
      TextWrapping.lines("\(tool.name) \(verb.name): \(verb.summary)", width: width)
    ]
    sections.append(examples(verb.examples))
    sections.append([style.heading("Usage:"), "  " + verb.usage(in: tool)])
    if !verb.operands.isEmpty {
      let rows = verb.operands.map { [$0.value.placeholder, $0.help] }
      sections.append([style.heading("Operands:")] + table(rows))
    }
    sections += verb.about.map { TextWrapping.lines($0, width: width) }
    if !verb.options.isEmpty { sections.append(options("Options:", verb.options)) }
    sections.append(options("Options of every verb:", tool.commonOptions))
    if !verb.exitCodes.isEmpty { sections.append(exitCodes(verb.exitCodes)) }
    return Self.page(sections)
  }

  private func examples(_ examples: [Example]) -> [String] {
    [style.heading("Examples:")]
      + examples.flatMap {
        ["  " + $0.command]
          + TextWrapping.paragraph($0.purpose, width: width, indent: 6)
      }
  }

  private func options(_ heading: String, _ options: [OptionSpec]) -> [String] {
    let rows = options.map { option in
      let short = option.short.map { "-\($0), " } ?? "    "
      let value = option.value.map { " " + $0.placeholder } ?? ""
      return [short + "--" + option.name + value, option.helpWithDefault]
    }
    return [style.heading(heading)] + table(rows)
  }

  private func exitCodes(_ codes: [ExitCode]) -> [String] {
    [style.heading("Exit codes:")] + table(codes.map { [String($0.number), $0.meaning] })
  }

  private func table(_ rows: [[String]]) -> [String] {
    TextTable(columns: [.init(""), .init("", fit: .wrapped)], rows: rows)
      .lines(width: width, indent: 2)
  }

  private static func page(_ sections: [[String]]) -> String {
    sections.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }
}
