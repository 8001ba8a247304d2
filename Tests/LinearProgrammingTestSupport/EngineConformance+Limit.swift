import LinearProgramming
import Synchronization

// A solve that is stopped leaves a point that can be read and a basis that it can go on from.
extension EngineConformance {
  static let limitChecks: [Check] = [
    Check(description: "a solve without iterations stops at the point of its basis") { provider in
      for method in [SimplexMethod.primal, .dual] {
        try provider.withEngine { engine in
          try engine.load(optimum)
          let termination = try engine.solve(method, limits: SolveLimits(iterations: 0))
          try expect(termination == .limit(feasible: true), "it ended \(termination)")
          let values = try engine.values()
          try expect(values == [0, 0], "the values are \(values)")
          try expect(engine.iterationCount == 0, "iterations were made")
          let rest = try engine.solve(method, limits: SolveLimits())
          try expect(rest == .optimal, "it went on to \(rest)")
          try checkOptimum(of: optimum, in: engine)
        }
      }
    },
    Check(description: "a stopped solve says whether its point keeps the limits") { provider in
      let far = LinearProgram(minimise: [1, 1], rows: [([1, 2], .atLeast(4))])
      try provider.withEngine { engine in
        try engine.load(far)
        let stopped = try engine.solve(.dual, limits: SolveLimits { true })
        try expect(stopped == .limit(feasible: false), "it ended \(stopped)")
        let values = try engine.values()
        try expect(
          !FeasibilityCheck(of: values, in: far).isFeasible, "the point \(values) is feasible")
      }
    },
    Check(description: "the stop check is asked between slices") { provider in
      let program = chain(of: 6000)
      try provider.withEngine { engine in
        try engine.load(program)
        let asked = Atomic(0)
        let stopped = try engine.solve(
          .primal,
          limits: SolveLimits { asked.add(1, ordering: .relaxed).newValue > 1 })
        guard case .limit = stopped else {
          throw Failure(description: "it ended \(stopped)")
        }
        let before = engine.iterationCount
        try expect(before > 0, "no iterations were made before the stop")
        let rest = try engine.solve(.primal, limits: SolveLimits())
        try expect(rest == .optimal, "it went on to \(rest)")
        try checkOptimum(of: program, in: engine)
      }
    },
    Check(description: "a solve takes no more iterations than allowed") { provider in
      try provider.withEngine { engine in
        try engine.load(chain(of: 300))
        let termination = try engine.solve(.primal, limits: SolveLimits(iterations: 50))
        guard case .limit = termination else {
          throw Failure(description: "it ended \(termination)")
        }
        try expect(engine.iterationCount == 50, "\(engine.iterationCount) iterations were made")
      }
    },
  ]

  /// Every row asks for one unit of its own column or of the next: as many iterations as rows.
  private static func chain(of count: Int) -> LinearProgram {
    var program = LinearProgram(name: "chain", objectiveName: "cost")
    for row in 0..<count {
      _ = program.addRow("r\(row)", .atLeast(Double(1 + row % 7)))
    }
    for column in 0..<count {
      program.addColumn(
        "x\(column)", cost: Double(1 + column % 5),
        entries: [(row: column, coefficient: 1)]
          + (column > 0 ? [(row: column - 1, coefficient: 0.5)] : []))
    }
    return program
  }
}
