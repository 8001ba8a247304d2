import CommandLineTools
import ForceData
import TextFormats

/// Why a verb could not do what it was asked, in words for whoever asked.
struct Failure: Error {
  /// Cause, place and remedy; it holds nothing that a terminal would act on.
  let message: String
  /// How the tool ends.
  let exitCode: ExitCode

  init(message: String, exitCode: ExitCode) {
    self.message = message
    self.exitCode = exitCode
  }

  /// Files that hold errors: the findings are shown, and the failure counts them.
  init(findings: [Finding], in path: String, cannotRead: Bool, on console: Console) {
    console.say(findings.lines(limit: console.findingsShown).map { $0 + "\n" }.joined())
    message =
      "\(VisibleText.escaped(path)) holds \(findings.summary); mend the errors and try again"
    exitCode = cannotRead ? .cannotRead : .invalidData
  }
}

extension Console {
  /// How many findings are shown where they are not the result.
  var findingsShown: Int { isVerbose ? .max : 50 }
}
