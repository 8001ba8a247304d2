import ForcePlanning
import Synchronization

/// Adds up how long a planner was at each stage.
final class StageClock: Sendable {
  private struct State {
    var stage: PlanningStage?
    var entered = ProcessTime.now
    var spent: [PlanningStage: ProcessTime] = [:]
  }

  private let state = Mutex(State())

  /// Ends the stage at hand and begins another; nil: none.
  func enter(_ stage: PlanningStage?) {
    state.withLock { state in
      let now = ProcessTime.now
      if let stage = state.stage {
        state.spent[stage, default: ProcessTime()] += now - state.entered
      }
      state.stage = stage
      state.entered = now
    }
  }

  /// What each stage that was entered took, in the order of stages.
  var stages: [(stage: PlanningStage, time: ProcessTime)] {
    state.withLock { state in
      PlanningStage.allCases.compactMap { stage in state.spent[stage].map { (stage, $0) } }
    }
  }
}
