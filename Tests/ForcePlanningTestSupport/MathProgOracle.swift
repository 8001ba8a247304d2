public import ForceModel
import ForcePlanning
import Foundation

/// What the reference model says of a planning model.
public enum OracleOutcome: Sendable, Equatable {
  /// Every goal level has its optimum.
  case optimal(OracleOptimum)
  /// No plan keeps all rows: the fixed deployments contradict each other or the limits.
  case infeasible
}

/// The optimum of every goal level, and what was met on the way.
public struct OracleOptimum: Sendable, Equatable {
  /// Names of the levels, first one first.
  public var goals: [String]
  /// Optimal values, indexed as `goals`.
  public var values: [Double]
  /// Number of tours that the model allows.
  public var tours: Int
  /// Families of rows with a price at some level (`supply`, `lift`, `share`, ...), sorted.
  ///
  /// With whole units, these are the prices of the linear relaxation.
  public var pricedFamilies: [String]
}

/// Why the oracle has no answer: a defect of the reference model, its data or the solver.
public struct OracleFailure: Error, CustomStringConvertible {
  /// What went wrong, with GLPK's own words where it has any.
  public var description: String
}

/// Solves planning models by the reference model, `Models/force-plan.mod`, through GLPK's MathProg
/// interface, one goal after the other.
///
/// Slow and literal on purpose. Everything happens on the calling thread, and every GLPK object is
/// freed before a call returns.
///
/// A linear program stays on the optimal face of each goal solved: columns and rows that have a
/// price are fixed at their bounds (formulation.md, "Goals, in order"), so nothing is relaxed. To
/// hold a goal by a row with a small slack is not good enough here: a slack that is large enough
/// for the simplex method moves later goals by more than the 1e-7 that comparisons are made to.
///
/// With whole units there are no prices. There, branch and bound holds earlier goals with the
/// relative slack `heldSlack`; the whole plan that it finds is then measured without slack, and
/// must be as good at the earlier goals as the plans before.
public struct MathProgOracle: Sendable {
  /// Relative slack (absolute below 1) with which earlier goals are held where units are whole.
  public static let heldSlack = 1e-7

  private let modelPath: String
  private let isExact: Bool

  /// Creates an oracle on the reference model at the given path; by default the project's own.
  ///
  /// An exact one ends every solve of a linear program in rational numbers, which takes longer but has no
  /// trouble with coefficients that lie far apart.
  public init(modelPath: String? = nil, isExact: Bool = false) {
    self.isExact = isExact
    self.modelPath =
      modelPath
      ?? URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Models/force-plan.mod").path
  }

  /// Solves every goal level of the model.
  ///
  /// - Throws: `OracleFailure` where the reference model does not accept the data or GLPK gives no
  /// answer that stands up to a check.
  public func solve(_ model: PlanningModel) throws -> OracleOutcome {
    let goals = GoalLevel.levels(of: model).map(\.name)
    let problem = try MathProgProblem(
      modelPath: modelPath, data: MathProgData.text(for: model, level: goals.count),
      isExact: isExact && !model.policy.wholeUnits)
    defer { problem.free() }
    var optimum = OracleOptimum(
      goals: goals, values: [], tours: problem.tourCount, pricedFamilies: [])
    for level in 1...goals.count {
      problem.setGoal(level)
      guard try problem.solve(isFirst: level == 1) else {
        guard level == 1 else {
          throw OracleFailure(description: "no plan holds the goals before \(goals[level - 1])")
        }
        return .infeasible
      }
      optimum.pricedFamilies = Set(optimum.pricedFamilies).union(problem.pricedFamilies).sorted()
      if model.policy.wholeUnits {
        guard let value = try problem.wholeOptimum(ofGoal: level, earlier: optimum.values)
        else {
          guard level == 1 else {
            throw OracleFailure(description: "no whole plan holds the goals found so far")
          }
          return .infeasible
        }
        optimum.values.append(value)
        problem.holdGoal(level, at: value + Self.heldSlack * max(1, abs(value)))
      } else {
        optimum.values.append(problem.value(ofGoal: level))
        problem.stayOnOptimalFace()
        try problem.checkGoals(optimum.values)
      }
    }
    return .optimal(optimum)
  }

  /// Solves one goal level, with the given goals held by the reference model's own rows.
  ///
  /// In the linear relaxation where units are whole, and less exact than `solve(_:)`, for the
  /// reason given there.
  ///
  /// - Returns: The value of the goal; nil: no plan keeps all rows.
  public func value(
    of model: PlanningModel, level: Int, heldValues: [Double]
  ) throws -> Double? {
    let problem = try MathProgProblem(
      modelPath: modelPath,
      data: MathProgData.text(for: model, level: level, heldValues: heldValues))
    defer { problem.free() }
    guard try problem.solve(isFirst: true) else { return nil }
    return problem.value(ofGoal: level)
  }
}
