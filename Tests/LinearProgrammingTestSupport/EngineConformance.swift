public import LinearProgramming

/// What every engine has to do, as checks that run on any provider.
///
/// A test target runs them one by one:
/// ```swift
/// @Test(arguments: EngineConformance.checks)
/// func `the engine keeps its contract`(_ check: EngineConformance.Check) throws {
///   try check.run(MyEngineProvider())
/// }
/// ```
public enum EngineConformance {
  /// One check, named by a sentence.
  public struct Check: Sendable, CustomStringConvertible {
    /// What the check shows.
    public let description: String
    /// Throws `Failure` if the engine does not keep it.
    public let run: @Sendable (any LinearProgramEngineProvider) throws -> Void
  }

  /// An engine did not keep its contract.
  public struct Failure: Error, CustomStringConvertible {
    /// What was expected, and what came.
    public let description: String
  }

  /// All checks, in the order in which their groups stand in this folder.
  public static let checks =
    statusChecks + changeChecks + priceChecks + basisChecks + limitChecks + wholeChecks

  /// Throws unless the condition holds.
  static func expect(_ condition: Bool, _ complaint: @autoclosure () -> String) throws {
    if !condition {
      throw Failure(description: complaint())
    }
  }

  /// Throws unless two numbers agree to relative 1e-7.
  static func expect(_ number: Double, is expected: Double, _ what: String) throws {
    try expect(
      abs(number - expected) <= 1e-7 * max(1, abs(expected)),
      "\(what) is \(number), not \(expected)")
  }

  /// Throws unless the body throws a failure that the condition accepts.
  static func expectFailure(
    _ what: String, _ accepts: (EngineFailure) -> Bool, _ body: () throws(EngineFailure) -> Void
  ) throws {
    do {
      try body()
    } catch {
      try expect(accepts(error), "\(what) threw \(error)")
      return
    }
    throw Failure(description: "\(what) did not throw")
  }

  /// Solves a program by every method from a cold start, and checks the answers' proof.
  ///
  /// - Returns: how it ended, and the cost if it is optimal.
  public static func solveCold(
    _ program: LinearProgram, by provider: any LinearProgramEngineProvider
  ) throws -> (termination: LinearTermination, cost: Double) {
    let answers = try [SimplexMethod.primal, .dual, .exact].map { method in
      try provider.withEngine { engine in
        try engine.load(program)
        let termination = try engine.solve(method, limits: SolveLimits())
        guard termination == .optimal else { return (termination: termination, cost: 0.0) }
        try checkOptimum(of: program, in: engine)
        return (termination: termination, cost: try engine.cost())
      }
    }
    for (method, answer) in zip(["dual", "exact"], answers.dropFirst()) {
      try expect(
        answers[0].termination == answer.termination,
        "primal says \(answers[0].termination), \(method) says \(answer.termination)")
      try expect(answer.cost, is: answers[0].cost, "the cost by the \(method) simplex")
    }
    return answers[0]
  }

  /// Throws unless the engine's point and prices prove each other optimal for the program.
  public static func checkOptimum(
    of program: LinearProgram, in engine: any LinearProgramEngine
  ) throws {
    let values = try engine.values()
    let check = OptimalityCheck(
      program, values: values, prices: try engine.prices(),
      reducedCosts: try engine.reducedCosts())
    try expect(check.complaints.isEmpty, check.complaints.joined(separator: "; "))
    let cost = FeasibilityCheck(of: values, in: program).cost
    try expect(try engine.cost(), is: cost, "the cost")
  }
}
