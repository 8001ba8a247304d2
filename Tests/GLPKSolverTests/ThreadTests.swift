import Foundation
import GLPKSolver
import LinearProgramming
import LinearProgrammingTestSupport
import Synchronization
import Testing

/// Runs the body on a new thread and waits for its end.
func onAnotherThread(_ body: @escaping () -> Void) {
  // No two threads run at once: this one waits for the other.
  nonisolated(unsafe) let body = body
  let done = DispatchSemaphore(value: 0)
  Thread.detachNewThread {
    body()
    done.signal()
  }
  done.wait()
}

struct ThreadTests {
  @Test
  func `an engine refuses to work on another thread, and is not harmed`() throws {
    try GLPKEngineProvider().withEngine { engine in
      try engine.load(LinearProgram(minimise: [1], rows: [([1], .atLeast(2))]))
      onAnotherThread {
        #expect(throws: EngineFailure.wrongThread) { try engine.addRows([.free]) }
        #expect(throws: EngineFailure.wrongThread) {
          try engine.solve(.primal, limits: SolveLimits())
        }
        #expect(throws: EngineFailure.wrongThread) { try engine.values() }
        #expect(throws: EngineFailure.wrongThread) { try engine.columnChanges(row: 0) }
        #expect(throws: EngineFailure.wrongThread) {
          try engine.solveWhole(isWhole: [true], limits: WholeLimits())
        }
      }
      #expect(try engine.solve(.primal, limits: SolveLimits()) == .optimal)
      #expect(try engine.cost() == 2)
    }
  }

  @Test
  func `an engine that outlives its body is lost`() throws {
    let engine = try GLPKEngineProvider().withEngine { engine in
      try engine.load(.random(seed: 1))
      return engine
    }
    #expect(throws: EngineFailure.lost) { try engine.solve(.primal, limits: SolveLimits()) }
    #expect(throws: EngineFailure.lost) { try engine.addRows([.free]) }
    onAnotherThread {
      #expect(throws: EngineFailure.wrongThread) { try engine.values() }
    }
  }

  @Test
  func `engines within engines on one thread do not disturb each other`() throws {
    let provider = GLPKEngineProvider()
    try provider.withEngine { outer in
      try outer.load(LinearProgram(minimise: [1], rows: [([1], .atLeast(2))]))
      try provider.withEngine { inner in
        try inner.load(LinearProgram(minimise: [1], rows: [([1], .atLeast(5))]))
        #expect(try outer.solve(.primal, limits: SolveLimits()) == .optimal)
        #expect(try inner.solve(.dual, limits: SolveLimits()) == .optimal)
        #expect(try inner.cost() == 5)
      }
      #expect(try outer.cost() == 2)
    }
  }

  @Test
  func `a stop check may not call the engine during a search`() throws {
    let program = LinearProgram(
      minimise: [-5, -4], rows: [([6, 4], .atMost(24)), ([1, 2], .atMost(6))], whole: [0, 1])
    try GLPKEngineProvider().withEngine { engine in
      try engine.load(program)
      _ = try engine.solve(.primal, limits: SolveLimits())
      nonisolated(unsafe) let unsafeEngine = engine
      let refusals = Atomic(0)
      let limits = WholeLimits {
        do throws(EngineFailure) {
          try unsafeEngine.addRows([.free])
        } catch {
          if case .invalidInput = error {
            refusals.add(1, ordering: .relaxed)
          }
        }
        return false
      }
      // The first check is asked between solves, where the engine can be called.
      let whole = try engine.solveWhole(isWhole: program.isWhole, limits: limits)
      #expect(refusals.load(ordering: .relaxed) > 0)
      #expect(whole.values == [4, 0])
    }
  }

  @Test
  func `threads solve at the same time with the same results`() async throws {
    let alone = try (0..<40).map { try Self.cost(seed: $0) }
    let together = try await withThrowingTaskGroup(of: (Int, Double).self) { group in
      for seed in 0..<40 {
        group.addTask { (seed, try Self.cost(seed: seed)) }
      }
      var costs = [Double](repeating: .nan, count: 40)
      for try await (seed, cost) in group {
        costs[seed] = cost
      }
      return costs
    }
    #expect(alone == together)
  }

  private static func cost(seed: Int) throws -> Double {
    try GLPKEngineProvider().withEngine { engine in
      try engine.load(.badlyScaled(seed: seed, spread: 1))
      _ = try engine.solve(.primal, limits: SolveLimits())
      return try engine.cost()
    }
  }
}
