import Glibc
public import TextFormats

/// Where a verb speaks: results on standard output, all else on standard error.
public struct Console: Sendable {
  /// The width to which pages and tables are fitted, in columns.
  public let width: Int
  /// Whether results carry marks for a terminal.
  public let style: TextStyle
  /// Whether the planner wants to see more.
  public let isVerbose: Bool
  /// How far the work is: shown only where standard error is a terminal.
  public let progress: ProgressLine

  private let isQuiet: Bool
  private let errorStyle: TextStyle
  private let output: OutputChannel
  private let errors: OutputChannel

  /// Creates the console that the common options of a command line ask for.
  public init(_ arguments: ParsedArguments) throws(UsageError) {
    let isQuiet = arguments.has(CommonOptions.quiet)
    let isVerbose = arguments.has(CommonOptions.verbose)
    if isQuiet, isVerbose {
      throw UsageError(.notTogether("--quiet", "--verbose"), verb: arguments.verb.name)
    }
    self.init(
      isQuiet: isQuiet, isVerbose: isVerbose,
      allowsColor: !arguments.has(CommonOptions.noColor))
  }

  /// Creates a console for what is said before or without a verb.
  public init(allowsColor: Bool = true) {
    self.init(isQuiet: false, isVerbose: false, allowsColor: allowsColor)
  }

  private init(isQuiet: Bool, isVerbose: Bool, allowsColor: Bool) {
    output = .standardOutput
    errors = .standardError
    self.isQuiet = isQuiet
    self.isVerbose = isVerbose
    let understandsMarks = Self.environment("TERM") != "dumb"
    let marks = allowsColor && understandsMarks && Self.environment("NO_COLOR") == nil
    style = marks && output.isTerminal ? .terminal : .plain
    errorStyle = marks && errors.isTerminal ? .terminal : .plain
    width = Self.width(of: output)
    progress = ProgressLine(
      channel: !isQuiet && understandsMarks && errors.isTerminal ? errors : nil,
      width: Self.width(of: errors))
  }

  /// Writes a result.
  public func result(_ text: String) throws(OutputFailure) {
    progress.clear()
    try output.write(text)
  }

  /// Says something by the way, unless the planner wants quiet.
  public func talk(_ line: String) {
    guard !isQuiet else { return }
    say(VisibleText.escaped(line) + "\n")
  }

  /// Says something that only those who want to see more want to see.
  public func detail(_ line: String) {
    guard isVerbose else { return }
    talk(line)
  }

  /// Says what failed; `text` is one or more lines that hold nothing a terminal would act on.
  public func complain(_ text: String) {
    say(errorStyle.alarm("error:") + " " + text + "\n")
  }

  /// Writes lines to standard error as they are: findings, help after a usage error.
  public func say(_ text: String) {
    progress.clear()
    // There is no better place left to report that standard error is closed.
    try? errors.write(text)
  }

  /// The value of an environment variable that is set and not empty.
  private static func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// `COLUMNS`, else what the terminal states, else 80; never so narrow that pages fall apart.
  private static func width(of channel: OutputChannel) -> Int {
    let stated = environment("COLUMNS").flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    return max(40, stated ?? channel.terminalWidth ?? 80)
  }
}
