/// Options that every verb takes.
public enum CommonOptions {
  /// Say nothing but results and errors.
  public static let quiet = Flag(
    "quiet", short: "q", help: "Say nothing on standard error but errors.")
  /// Say more.
  public static let verbose = Flag("verbose", short: "v", help: "Say more.")
  /// No colours, even on a terminal.
  public static let noColor = Flag(
    "no-color", help: "No colours, even on a terminal; NO_COLOR in the environment does the same.")
  /// The help page; the parser sees to it.
  static let help = Flag("help", short: "h", help: "Print this help.")

  /// All of them, in the order of the help page.
  public static let specs = [quiet.spec, verbose.spec, noColor.spec, help.spec]
}
