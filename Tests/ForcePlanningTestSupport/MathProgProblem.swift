import CGLPK
import Foundation

/// A GLPK problem that was generated from MathProg text; used and freed on one thread.
struct MathProgProblem {
  /// Relative tolerance of bounds and reduced costs in the simplex method.
  private static let tolerance = 1e-9
  /// Largest residual of the optimality conditions that is accepted.
  private static let acceptedResidual = 1e-7
  /// A row has no price if it is less than this part of the largest.
  ///
  /// Over the random models, errors of rounding stay below 1e-12 and prices above 1e-8.
  private static let rowPriceTolerance = 3e-10
  /// A column has no price if it is less than this part of what the largest price of a row makes
  /// with the column's coefficients.
  ///
  /// Over the random models, errors of rounding stay below 1e-14 and prices above 1e-10.
  private static let columnPriceTolerance = 3e-12

  /// How long branch and bound may take before the oracle says that it has no answer.
  private static let searchMilliseconds: Int32 = 20_000

  private let problem: OpaquePointer
  /// Whether solves end in rational numbers: then a price that is none is 0.
  private let isExact: Bool

  private init(problem: OpaquePointer) {
    self.problem = problem
    isExact = false
  }

  init(modelPath: String, data: String, isExact: Bool = false) throws {
    self.isExact = isExact
    let dataFile = FileManager.default.temporaryDirectory
      .appending(path: "force-plan-\(UUID().uuidString).dat")
    try data.write(to: dataFile, atomically: false, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: dataFile) }
    problem = try capturingMessages { messages in
      guard let workspace = glp_mpl_alloc_wksp(), let problem = glp_create_prob() else {
        throw OracleFailure(description: "GLPK made no workspace")
      }
      defer { glp_mpl_free_wksp(workspace) }
      guard
        glp_mpl_read_model(workspace, modelPath, 1) == 0,
        glp_mpl_read_data(workspace, dataFile.path) == 0,
        glp_mpl_generate(workspace, nil) == 0
      else {
        glp_delete_prob(problem)
        throw OracleFailure(description: "MathProg refused the data: \(messages.text)\n\(data)")
      }
      glp_mpl_build_prob(workspace, problem)
      glp_create_index(problem)
      return problem
    }
  }

  func free() {
    glp_delete_prob(problem)
  }

  // MARK: Goals

  /// Makes the goal of the level the objective.
  func setGoal(_ level: Int) {
    for column in columns {
      glp_set_obj_coef(problem, column, 0)
    }
    glp_set_obj_coef(problem, goalColumn(level), 1)
  }

  func value(ofGoal level: Int) -> Double {
    glp_get_col_prim(problem, goalColumn(level))
  }

  func holdGoal(_ level: Int, at value: Double) {
    glp_set_col_bnds(problem, goalColumn(level), GLP_UP, 0, value)
  }

  /// Fixes every column and row that has a price at its bound: what is left are the points at which
  /// the goal has its optimum.
  func stayOnOptimalFace() {
    let largest = rows.map { abs(glp_get_row_dual(problem, $0)) }.max() ?? 0
    var indices = [Int32](repeating: 0, count: Int(rows.upperBound) + 1)
    var coefficients = [Double](repeating: 0, count: Int(rows.upperBound) + 1)
    for column in columns {
      let count = Int(glp_get_mat_col(problem, column, &indices, &coefficients))
      let coefficientSum = coefficients[1..<(count + 1)].reduce(0) { $0 + abs($1) }
      let price = abs(glp_get_col_dual(problem, column))
      if price > (isExact ? 0 : Self.columnPriceTolerance * largest * coefficientSum) {
        let value = glp_get_col_prim(problem, column)
        glp_set_col_bnds(problem, column, GLP_FX, value, value)
      }
    }
    for row in rows
    where abs(glp_get_row_dual(problem, row)) > (isExact ? 0 : Self.rowPriceTolerance * largest) {
      let value = glp_get_row_prim(problem, row)
      glp_set_row_bnds(problem, row, GLP_FX, value, value)
    }
  }

  /// Checks that every goal solved so far still has its optimum; values are indexed by level - 1.
  func checkGoals(_ values: [Double]) throws {
    for (index, expected) in values.enumerated() {
      let value = value(ofGoal: index + 1)
      guard abs(value - expected) <= 1e-8 * max(1, abs(expected)) else {
        throw OracleFailure(description: "goal \(index + 1) slipped from \(expected) to \(value)")
      }
    }
  }

  // MARK: Solving

  /// Solves the linear program to tight tolerances and checks the answer; false: infeasible.
  ///
  /// The first solve starts anew, later ones from the optimum before. A method may fail on a
  /// program that another one solves, and the dual method may call a feasible one infeasible: so
  /// the others are tried before either word is taken.
  func solve(isFirst: Bool) throws -> Bool {
    if isExact { return try solveExactly(isFirst: isFirst) }
    var attempts: [(words: String, isInfeasible: Bool)] = []
    let methods = isFirst ? [GLP_DUALP, GLP_PRIMAL] : [GLP_PRIMAL, GLP_DUALP]
    for (method, isScaled) in methods.map({ ($0, true) }) + methods.map({ ($0, false) }) {
      let (code, messages) = runSimplex(
        method, isScaled: isScaled, startsAnew: isFirst || !attempts.isEmpty)
      let status = glp_get_status(problem)
      let residual = largestResidual
      if code == 0, status == GLP_OPT, residual <= Self.acceptedResidual {
        return true
      }
      attempts.append(
        (
          "method \(method): code \(code), status \(status), residual \(residual), \(messages)",
          code == 0 && status == GLP_NOFEAS
        ))
    }
    guard attempts.allSatisfy(\.isInfeasible) else {
      throw OracleFailure(description: attempts.map(\.words).joined(separator: "\n"))
    }
    return false
  }

  /// Solves from where the usual simplex method ends, in rational numbers; false: infeasible.
  private func solveExactly(isFirst: Bool) throws -> Bool {
    _ = runSimplex(isFirst ? GLP_DUALP : GLP_PRIMAL, isScaled: true, startsAnew: isFirst)
    let (code, messages) = capturingMessages { messages in
      var parameters = glp_smcp()
      glp_init_smcp(&parameters)
      parameters.msg_lev = GLP_MSG_ERR
      parameters.tm_lim = 60_000
      // A usual solve that failed leaves no basis.
      if glp_bf_exists(problem) == 0, glp_factorize(problem) != 0 { glp_adv_basis(problem, 0) }
      return (glp_exact(problem, &parameters), messages.text)
    }
    switch (code, glp_get_status(problem)) {
    case (0, GLP_OPT): return true
    case (0, GLP_NOFEAS): return false
    case (_, let status):
      throw OracleFailure(description: "exact: code \(code), status \(status), \(messages)")
    }
  }

  private func runSimplex(
    _ method: Int32, isScaled: Bool, startsAnew: Bool
  ) -> (code: Int32, messages: String) {
    capturingMessages { messages in
      if isScaled {
        glp_scale_prob(problem, GLP_SF_AUTO)
      } else {
        glp_unscale_prob(problem)
      }
      if startsAnew {
        glp_adv_basis(problem, 0)
      }
      var parameters = glp_smcp()
      glp_init_smcp(&parameters)
      parameters.msg_lev = GLP_MSG_ERR
      parameters.meth = method
      parameters.tol_bnd = Self.tolerance
      parameters.tol_dj = Self.tolerance
      parameters.it_lim = 1000 + 5 * (rows.upperBound + columns.upperBound)
      return (glp_simplex(problem, &parameters), messages.text)
    }
  }

  /// The optimum of a goal with whole units, after the linear program was solved; nil: infeasible.
  ///
  /// Branch and bound finds the whole numbers of units; it may use the slack of the goals that are
  /// held. With these numbers fixed, the goals are solved once more as linear programs, one after
  /// the other and without slack, so the value is that of an exact plan.
  ///
  /// Branch and bound now and then overlooks the best plan (seed 9951, once in 20,000 models), so it searches twice,
  /// in the program as it was scaled and as it was given; the better plan counts.
  ///
  /// - Parameters:
  ///   - level: The goal, counted from 1.
  ///   - earlier: The optima of the goals before it, indexed by level - 1.
  /// - Returns: The goal's value; nil: no whole plan keeps the rows.
  /// - Throws: `OracleFailure` where the plan found does not stand up to a check.
  func wholeOptimum(ofGoal level: Int, earlier: [Double]) throws -> Double? {
    let scaled = try wholePlan(ofGoal: level, earlier: earlier)
    let (code, _) = runSimplex(GLP_PRIMAL, isScaled: false, startsAnew: false)
    guard code == 0, glp_get_status(problem) == GLP_OPT else { return scaled }
    let asGiven = try wholePlan(ofGoal: level, earlier: earlier)
    return [scaled, asGiven].compactMap { $0 }.min()
  }

  /// The value of a goal at the best whole plan that one search finds; nil: none.
  private func wholePlan(ofGoal level: Int, earlier: [Double]) throws -> Double? {
    guard try branchAndBound() else { return nil }
    let found = glp_mip_obj_val(problem)
    let plan = try copyWithWholeNumbersFixed(levels: level)
    defer { plan.free() }
    var values: [Double] = []
    for earlierLevel in 1...level {
      plan.setGoal(earlierLevel)
      guard try plan.solve(isFirst: earlierLevel == 1) else {
        throw OracleFailure(description: "the whole plan does not keep the rows once rounded")
      }
      values.append(plan.value(ofGoal: earlierLevel))
      plan.stayOnOptimalFace()
      try plan.checkGoals(values)
    }
    let isAsGood = zip(earlier, values).allSatisfy { abs($0 - $1) <= 1e-8 * max(1, abs($0)) }
    guard isAsGood, abs(values[level - 1] - found) <= 1e-3 * max(1, abs(found)) else {
      throw OracleFailure(
        description: "the whole plan has \(values) without slack, not \(earlier + [found])")
    }
    return values[level - 1]
  }

  /// Searches the best whole plan; false: there is none.
  private func branchAndBound() throws -> Bool {
    try capturingMessages { messages in
      var parameters = glp_iocp()
      glp_init_iocp(&parameters)
      parameters.msg_lev = GLP_MSG_ERR
      parameters.presolve = GLP_OFF
      parameters.mip_gap = 0
      parameters.tol_int = 1e-7
      parameters.tol_obj = 1e-9
      parameters.tm_lim = Self.searchMilliseconds
      let code = glp_intopt(problem, &parameters)
      guard code == 0 else {
        throw OracleFailure(description: "glp_intopt: code \(code); \(messages.text)")
      }
    }
    switch glp_mip_status(problem) {
    case GLP_OPT: return true
    case GLP_NOFEAS: return false
    case let status: throw OracleFailure(description: "glp_intopt: status \(status)")
    }
  }

  /// A copy in which whole numbers are fixed as branch and bound left them and no goal is held.
  private func copyWithWholeNumbersFixed(levels: Int) throws -> MathProgProblem {
    guard let copy = glp_create_prob() else {
      throw OracleFailure(description: "GLPK made no copy")
    }
    glp_copy_prob(copy, problem, GLP_ON)
    glp_create_index(copy)
    for column in columns where glp_get_col_kind(problem, column) != GLP_CV {
      let value = glp_mip_col_val(problem, column).rounded()
      glp_set_col_bnds(copy, column, GLP_FX, value, value)
    }
    let plan = MathProgProblem(problem: copy)
    for level in 1...levels {
      glp_set_col_bnds(copy, plan.goalColumn(level), GLP_FR, 0, 0)
    }
    return plan
  }

  /// The largest relative residual of the optimality conditions at the basic solution.
  private var largestResidual: Double {
    [GLP_KKT_PE, GLP_KKT_PB, GLP_KKT_DE, GLP_KKT_DB].map { condition in
      var absolute = 0.0
      var relative = 0.0
      var absoluteIndex: Int32 = 0
      var relativeIndex: Int32 = 0
      glp_check_kkt(
        problem, GLP_SOL, condition, &absolute, &absoluteIndex, &relative, &relativeIndex)
      return min(absolute, relative)
    }.max() ?? 0
  }

  // MARK: Parts

  /// Number of tours: columns x.
  var tourCount: Int {
    columns.count { glp_get_col_name(problem, $0).map(family) == "x" }
  }

  /// Families of rows that have a price.
  var pricedFamilies: Set<String> {
    Set(
      rows.filter { abs(glp_get_row_dual(problem, $0)) > 1e-7 }
        .compactMap { glp_get_row_name(problem, $0).map(family) })
  }

  /// The family of `family[subscripts]`.
  private func family(_ name: UnsafePointer<CChar>) -> String {
    String(String(cString: name).prefix { $0 != "[" })
  }

  private func goalColumn(_ level: Int) -> Int32 {
    glp_find_col(problem, "goal_value[\(level)]")
  }

  private var rows: ClosedRange<Int32> { 1...glp_get_num_rows(problem) }

  private var columns: ClosedRange<Int32> { 1...glp_get_num_cols(problem) }
}

/// What GLPK says meanwhile.
private final class Messages {
  var text = ""
}

/// Runs the body with GLPK's terminal output caught, and restores the thread's output as it was.
private func capturingMessages<Result>(_ body: (Messages) throws -> Result) rethrows -> Result {
  let messages = Messages()
  return try withExtendedLifetime(messages) {
    let output = glp_term_out(GLP_ON)
    glp_term_hook(
      { info, text in
        if let info, let text {
          Unmanaged<Messages>.fromOpaque(info).takeUnretainedValue().text += String(cString: text)
        }
        return 1
      }, Unmanaged.passUnretained(messages).toOpaque())
    defer {
      glp_term_hook(nil, nil)
      glp_term_out(output)
    }
    return try body(messages)
  }
}
