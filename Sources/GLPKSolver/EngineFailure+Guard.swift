import CGLPKGuard
import LinearProgramming

extension EngineFailure {
  /// What a guarded call that was not done says; nil if it was done.
  ///
  /// `item` is what the call was given a list of, as "column 3" in the sentence.
  init?(_ outcome: GuardOutcome, _ fault: GuardedFault, item: String) {
    switch outcome {
    case .done: return nil
    case .aborted: self = .aborted(Self.abortMessage)
    case .lost: self = .lost
    case .wrongThread: self = .wrongThread
    case .busy:
      self = .invalidInput("the engine was called from inside a check whether to stop")
    case .noMemory: self = .aborted("no memory available")
    case .refused: self = .invalidInput(Self.sentence(fault, item: item))
    }
  }

  /// GLPK's last words, in one line.
  private static var abortMessage: String {
    String(cString: guarded_abort_message()).split(separator: "\n").joined(separator: "; ")
  }

  private static func sentence(_ fault: GuardedFault, item: String) -> String {
    let place = "\(item) \(fault.position)"
    let other = item == "row" ? "column" : "row"
    switch fault.kind {
    case .none: return "\(place) was refused"
    case .cost: return "\(place): the cost is \(fault.value), not a finite number"
    case .coefficient:
      return
        "\(place): the coefficient in \(other) \(fault.index) is \(fault.value), not a finite number"
    case .bound: return "\(place): \(fault.value) cannot be a bound on this side"
    case .crossedBounds: return "\(place): the lower bound \(fault.value) is above the upper bound"
    case .unknownEntry: return "\(place): \(other) \(fault.index) does not exist"
    case .repeatedEntry: return "\(place): \(other) \(fault.index) has two entries"
    case .unknownIndex:
      return "item \(fault.position) names \(item) \(fault.index), which does not exist"
    case .tooMany: return "more rows, columns or coefficients than GLPK can hold"
    }
  }
}
