import CholmodSolver
import BenchmarkModels
import CommandLineTools
import ForceData
import ForceModel
import ForcePlanning
import GLPKSolver
import Glibc
import TextFormats

/// One model, planned a number of times.
struct BenchmarkRun {
  let size: BenchmarkModel
  let model: PlanningModel
  private let threads: Int
  private(set) var phases = PhaseTable()
  private(set) var plan: Plan?
  /// Largest memory that the process has held so far, in bytes.
  private(set) var peakMemory = 0

  /// - Parameters:
  ///   - size: The model.
  ///   - firstGoalOnly: Whether only the first goal is planned for, as other solvers do on the
  ///     exported program.
  ///   - threads: Threads that may work at a time.
  init(_ size: BenchmarkModel, firstGoalOnly: Bool, threads: Int) {
    self.size = size
    self.threads = threads
    var model = size.model()
    if firstGoalOnly { model.policy.goals = [.shortfall] }
    self.model = model
  }

  /// Reads the model from a data package and adds the time to the samples.
  mutating func read(_ package: TemporaryPackage) throws {
    let reading = phases.measure("read") { ModelReader().read(folder: package.folder) }
    guard reading.model != nil else {
      throw Refusal(message: "\(size.name) cannot be read back", exitCode: .internalError)
    }
  }

  /// Plans once and adds the times to the samples.
  mutating func repeatOnce(timeLimit: Duration) throws {
    let deadline = ContinuousClock.now + timeLimit
    let clock = StageClock()
    // The other sides of prices are solves of their own, and no other solver is asked for them.
    let planner = Planner(
      engines: GLPKEngineProvider(),
      options: PlanningOptions(
        threads: threads, priceSides: .none, equations: CholmodEquationsProvider(),
        enterStage: { clock.enter($0) },
        shouldStop: { ContinuousClock.now >= deadline }))
    let start = ProcessTime.now
    let plan = try planner.plan(model)
    let whole = ProcessTime.now - start
    clock.enter(nil)
    for (stage, time) in clock.stages { phases.add(stage.rawValue, time) }
    phases.add("whole", whole)
    self.plan = plan
    var usage = rusage()
    getrusage(RUSAGE_SELF.rawValue, &usage)
    peakMemory = usage.ru_maxrss * 1024
  }

  /// Everything measured, for a file.
  var json: JSONValue {
    var object: JSONObject = [
      "model": .string(size.name), "pledges": .number(model.contributions.count),
      "crises": .number(model.crises.count), "requirements": .number(model.requirements.count),
      "peakMemoryBytes": .number(peakMemory), "phases": .array(phases.phases.map(\.json)),
    ]
    guard let plan else { return .object(object) }
    object["status"] = .string(plan.status.rawValue)
    object["goals"] = .array(
      plan.goals.map {
        [
          "name": .string($0.name), "value": .number($0.value),
          "bound": $0.bound.map { .number($0) } ?? .null,
          "gap": $0.gap.map { .number($0) } ?? .null,
        ]
      })
    let solver = plan.solver
    object["solver"] = [
      "columnsGenerated": .number(solver.columnsGenerated),
      "columnsPossible": .number(solver.columnsPossible), "rows": .number(solver.rows),
      "rounds": .number(solver.rounds), "iterations": .number(solver.iterations),
    ]
    object["scarcity"] = Scarcity(plan: plan, model: model).json
    return .object(object)
  }
}

/// How scarce a model is: what a plan meets and which limits hold it back.
struct Scarcity {
  /// Strength x days met over strength x days required.
  let metShare: Double
  /// Share of the requirements that have no shortfall.
  let requirementsMet: Double
  /// Share of the requirements that have nothing at all in some stretch of time.
  let requirementsEmpty: Double
  /// Limits of each kind that carry a price at the first level.
  let pricedLimits: [(kind: PriceKind, count: Int)]

  init(plan: Plan, model: PlanningModel) {
    let required = plan.crises.reduce(0) { $0 + $1.required }
    metShare = required > 0 ? plan.crises.reduce(0) { $0 + $1.met } / required : 1
    let count = Double(model.requirements.count)
    let short = plan.shortfalls.filter { $0.shortfall > 1e-6 * $0.required }
    requirementsMet = 1 - Double(Set(short.map(\.requirement)).count) / count
    let empty = short.filter { $0.met < 1e-6 * $0.required }
    requirementsEmpty = Double(Set(empty.map(\.requirement)).count) / count
    pricedLimits = PriceKind.allCases.map { kind in
      (kind, plan.prices.count { $0.level == 1 && $0.kind == kind })
    }
  }

  var json: JSONValue {
    var object: JSONObject = [
      "metShare": .number(metShare), "requirementsMet": .number(requirementsMet),
      "requirementsEmpty": .number(requirementsEmpty),
    ]
    for limit in pricedLimits { object["priced-" + limit.kind.rawValue] = .number(limit.count) }
    return .object(object)
  }
}
