import LinearProgramming

extension EngineFailure {
  /// What happened, in a sentence.
  var message: String {
    switch self {
    case .aborted(let reason): "the solver gave up: \(reason)"
    case .lost: "the solver was lost by an earlier failure"
    case .wrongThread: "the solver was used on another thread than its own"
    case .invalidInput(let reason): "the solver was given what it cannot take: \(reason)"
    case .numericalTrouble(let reason):
      "the solver found no answer that can be trusted: \(reason); numbers of very different size in "
        + "the model are the usual cause"
    }
  }
}
