import TextFormats

/// A command line that was not understood.
public struct UsageError: Error, Sendable, Equatable {
  /// What is wrong with it.
  public enum Problem: Sendable, Equatable {
    case missingVerb
    case unknownVerb(String, suggestion: String?)
    case unknownOption(String, suggestion: String?)
    case missingValue(option: String, placeholder: String)
    case unexpectedValue(option: String)
    case repeated(option: String)
    case missingOperand(String)
    case surplusOperand(String)
    case badValue(subject: String, text: String, expected: String, suggestion: String?)
    case notTogether(String, String)
    case missingOneOf([String])
  }

  /// What is wrong.
  public let problem: Problem
  /// The verb that was being read, where it got that far.
  public let verb: String?

  /// Creates the error.
  public init(_ problem: Problem, verb: String? = nil) {
    self.problem = problem
    self.verb = verb
  }

  /// The error as sentences: what is wrong, what was probably meant, where to read on.
  public func message(tool: String) -> String {
    let page = verb.map { "\(tool) help \($0)" } ?? "\(tool) help"
    return VisibleText.escaped(sentence) + "\nRun '\(page)' for what it takes."
  }

  private var sentence: String {
    switch problem {
    case .missingVerb:
      "a verb is missing"
    case .unknownVerb(let name, let suggestion):
      "'\(name)' is not a verb" + Self.question(suggestion)
    case .unknownOption(let name, let suggestion):
      "unknown option '\(name)'" + Self.question(suggestion)
    case .missingValue(let option, let placeholder):
      "\(option) needs a value: \(option) \(placeholder)"
    case .unexpectedValue(let option):
      "\(option) takes no value"
    case .repeated(let option):
      "\(option) is given more than once; give it once"
    case .missingOperand(let placeholder):
      "\(placeholder) is missing"
    case .surplusOperand(let text):
      "'\(text)' is one argument too many"
    case .badValue(let subject, let text, let expected, let suggestion):
      "\(subject): expected \(expected), not '\(text)'" + Self.question(suggestion)
    case .missingOneOf(let options):
      (options.count > 1 ? "one of " : "") + options.joined(separator: ", ") + " is needed"
    case .notTogether(let first, let second):
      "\(first) and \(second) do not go together; give one of them"
    }
  }

  private static func question(_ suggestion: String?) -> String {
    suggestion.map { "; did you mean '\($0)'?" } ?? ""
  }
}
