/// How the tool ended, as the number that it hands to the shell (data-package.md, "Exit codes").
public struct ExitCode: Sendable, Equatable {
  /// The number.
  public let number: Int32
  /// What it means, in one sentence.
  public let meaning: String

  /// The tool did what was asked.
  public static let done = ExitCode(0, "Done; a plan with shortfall is done, too.")
  /// The plan has a shortfall, and the planner asked for that to count as a failure.
  public static let shortfall = ExitCode(
    10, "The plan has a shortfall (only with --fail-on-shortfall).")
  /// The fixed deployments cannot stand together.
  public static let infeasible = ExitCode(
    20, "No plan exists, because fixed deployments contradict each other or a limit.")
  /// A limit or the user stopped the work before its end.
  public static let limit = ExitCode(
    22, "Stopped by the time limit or by Ctrl-C; the best plan so far is given.")
  /// The model's files hold errors.
  public static let invalidData = ExitCode(
    30, "The model's data is not valid; every finding names its place and a remedy.")
  /// A plan's proof does not hold.
  public static let certificateFailed = ExitCode(
    40, "The plan's certificate failed; the plan must not be used.")
  /// The command line was not understood.
  public static let usage = ExitCode(64, "The command line was not understood.")
  /// Something that the command names cannot be read.
  public static let cannotRead = ExitCode(66, "A file or folder cannot be read.")
  /// The tool itself failed.
  public static let internalError = ExitCode(70, "The tool itself failed; please report it.")
  /// A result cannot be written.
  public static let cannotWrite = ExitCode(74, "A file or folder cannot be written.")

  /// All codes in ascending order.
  public static let all = [
    done, shortfall, infeasible, limit, invalidData, certificateFailed, usage, cannotRead,
    internalError, cannotWrite,
  ]

  private init(_ number: Int32, _ meaning: String) {
    self.number = number
    self.meaning = meaning
  }
}
