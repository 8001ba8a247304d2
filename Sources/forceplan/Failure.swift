import CommandLineTools

/// Why a verb could not do what it was asked, in words for whoever asked.
struct Failure: Error {
  /// Cause, place and remedy; it holds nothing that a terminal would act on.
  let message: String
  /// How the tool ends.
  let exitCode: ExitCode
}
