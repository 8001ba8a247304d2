import ForceModel
import PlanCertificate
import Testing

/// One change to a good plan, and a part of the complaint that it must raise.
struct Tampering: Sendable, CustomTestStringConvertible {
  var what: String
  var example: Example
  var complaint: String
  var change: @Sendable (inout Plan) -> Void

  var testDescription: String { what }

  init(
    _ what: String, of example: Example = .lift, complaint: String,
    change: @escaping @Sendable (inout Plan) -> Void
  ) {
    self.what = what
    self.example = example
    self.complaint = complaint
    self.change = change
  }
}

@Suite struct TamperingTests {
  @Test(arguments: all) func `a changed plan is found out`(_ tampering: Tampering) {
    var plan = tampering.example.plan
    tampering.change(&plan)
    let verification = PlanVerifier.verify(plan: plan, model: tampering.example.model)
    #expect(
      verification.complaints.contains { $0.contains(tampering.complaint) },
      "\(verification.complaints)")
  }

  static let all = deployments + tasks + shortfalls + summaries + goals + certificates + whole

  private static let deployments = [
    Tampering("line", complaint: "lines are counted from 1") { $0.deployments[0].line = 7 },
    Tampering("contribution", complaint: "no contribution 'b-inf'") {
      $0.deployments[0].contribution = "b-inf"
    },
    Tampering("other contribution", of: .share, complaint: "contributor: the plan says 'a'") {
      $0.deployments[0].contribution = "b-inf"
    },
    Tampering("contributor", complaint: "line 1, contributor") {
      $0.deployments[0].contributor = "b"
    },
    Tampering("capability", complaint: "line 1, capability") {
      $0.deployments[0].capability = "pol"
    },
    Tampering("category", complaint: "line 1, category") { $0.deployments[0].category = .police },
    Tampering("crisis", complaint: "no crisis 'flood'") { $0.deployments[0].crisis = "flood" },
    Tampering("mode", complaint: "no mode 'sea'") { $0.deployments[0].mode = "sea" },
    Tampering("lift", complaint: "no lift pool 'navy'") { $0.deployments[0].lift = "navy" },
    Tampering("no lift", complaint: "needs a lift pool") { $0.deployments[0].lift = "" },
    Tampering("units", complaint: "lift pool 'fleet'") { $0.deployments[0].units = 1.5 },
    Tampering("fewer units", complaint: "1.25 units are on task") { $0.deployments[0].units = 1 },
    Tampering("negative units", complaint: "deploys -1 units") { $0.deployments[0].units = -1 },
    Tampering("units by a hair", complaint: "line 1, personnel") {
      $0.deployments[0].units = 1.25001
    },
    Tampering("units not a number", complaint: "not finite") { $0.deployments[0].units = .nan },
    Tampering("units without end", complaint: "not finite") {
      $0.deployments[0].units = .infinity
    },
    Tampering("personnel", complaint: "line 1, personnel") { $0.deployments[0].personnel = 126 },
    Tampering("fromBase", complaint: "line 1, fromBase") { $0.deployments[0].fromBase = "there" },
    Tampering("toLocation", complaint: "line 1, toLocation") {
      $0.deployments[0].toLocation = "home"
    },
    Tampering("km", complaint: "line 1, km") { $0.deployments[0].kilometres = 1001 },
    Tampering("departDay", complaint: "line 1, departDay") { $0.deployments[0].departDay = 4.5 },
    Tampering("closeDay", complaint: "in place from day 6 to 10") {
      $0.deployments[0].closeDay = 6
    },
    Tampering("closeDay before notice", complaint: "take until day 1") {
      $0.deployments[0].closeDay = 0
    },
    Tampering("untilDay", complaint: "in place from day 5 to 9") {
      $0.deployments[0].untilDay = 9
    },
    Tampering("untilDay beyond the window", complaint: "ends in a period in which") {
      $0.deployments[0].untilDay = 15
    },
    Tampering("days reversed", complaint: "in place from day 10 to 5") {
      $0.deployments[0].closeDay = 10
      $0.deployments[0].untilDay = 5
    },
    Tampering("returnDay", complaint: "line 1, returnDay") { $0.deployments[0].returnDay = 12 },
    Tampering("tonneKm", complaint: "line 1, tonneKm") {
      $0.deployments[0].tonneKilometres = 12000
    },
    Tampering("loads", complaint: "line 1, loads") { $0.deployments[0].loads = 2 },
    Tampering("deployment left out", complaint: "no such deployment") { $0.deployments = [] },
    Tampering("deployment doubled", complaint: "lift pool 'fleet'") {
      $0.deployments.append($0.deployments[0])
    },
    Tampering("deployments swapped", of: .share, complaint: "should be 1") {
      $0.deployments.swapAt(0, 1)
    },
    Tampering("more units than pledged", of: .share, complaint: "supply of 'b-inf': 2 units") {
      $0.deployments[1].units = 2
    },
    Tampering("less than stands", of: .commitment, complaint: "fixed deployment in row 2") {
      $0.deployments[0].units = 0.5
    },
    Tampering("longer than the tour", of: .delayAndDwell, complaint: "the longest tour is 5") {
      $0.deployments[0].untilDay = 10
    },
    Tampering("within the rest", of: .delayAndDwell, complaint: "supply of 'a-inf': 2 units") {
      $0.deployments[1].closeDay = 5
      $0.deployments[1].untilDay = 10
    },
  ]

  private static let tasks = [
    Tampering("task line", complaint: "task 1, of deployment line 2: no such deployment") {
      $0.tasks[0].line = 2
    },
    Tampering("task requirement", complaint: "cannot serve a requirement 'want'") {
      $0.tasks[0].requirement = "want"
    },
    Tampering("task fromDay", complaint: "runs from day 0 to 10") { $0.tasks[0].fromDay = 0 },
    Tampering("task fromDay off the grid", complaint: "runs from day 6 to 10") {
      $0.tasks[0].fromDay = 6
    },
    Tampering("task untilDay", complaint: "runs from day 5 to 15") { $0.tasks[0].untilDay = 15 },
    Tampering("task units", complaint: "1.3 units are on task") { $0.tasks[0].units = 1.3 },
    Tampering("fewer task units", complaint: "200 are short, the plan says 175") {
      $0.tasks[0].units = 1
      $0.tasks[0].effectiveStrength = 100
    },
    Tampering("negative task units", complaint: "has -1 units") { $0.tasks[0].units = -1 },
    Tampering("task units not a number", complaint: "not finite") { $0.tasks[0].units = .nan },
    Tampering("effectiveStrength", complaint: "effectiveStrength") {
      $0.tasks[0].effectiveStrength = 130
    },
    Tampering("task left out", complaint: "300 are short, the plan says 175") { $0.tasks = [] },
    Tampering("task doubled", complaint: "2.5 units are on task") {
      $0.tasks.append($0.tasks[0])
    },
    Tampering(
      "task of another requirement", of: .classesAndCost, complaint: "effectiveStrength"
    ) { $0.tasks[0].requirement = "patrol" },
  ]

  private static let shortfalls = [
    Tampering("shortfall requirement", complaint: "no such requirement") {
      $0.shortfalls[0].requirement = "want"
    },
    Tampering("shortfall crisis", complaint: "'need', crisis") {
      $0.shortfalls[0].crisis = "flood"
    },
    Tampering("shortfall capability", complaint: "'need', capability") {
      $0.shortfalls[0].capability = "pol"
    },
    Tampering("shortfall fromDay", complaint: "300 are short, the plan says 0") {
      $0.shortfalls[0].fromDay = 5
      $0.shortfalls[0].untilDay = 10
    },
    Tampering("shortfall untilDay", complaint: "from day 0 to 4") {
      $0.shortfalls[0].untilDay = 4
    },
    Tampering("shortfall twice", complaint: "states day 5 a second time") {
      $0.shortfalls[0].untilDay = 10
    },
    Tampering("required", complaint: "required: the plan says 301") {
      $0.shortfalls[0].required = 301
    },
    Tampering("met", complaint: "met: the plan says 1") { $0.shortfalls[0].met = 1 },
    Tampering("shortfall", complaint: "175 are short, the plan says 170") {
      $0.shortfalls[1].shortfall = 170
    },
    Tampering("larger shortfall", complaint: "the plan says that 180 are short") {
      $0.shortfalls[1].shortfall = 180
    },
    Tampering("weightedShortfall", complaint: "weightedShortfall") {
      $0.shortfalls[0].weightedShortfall = 0
    },
    Tampering("shortfall not a number", complaint: "not finite") {
      $0.shortfalls[0].shortfall = .nan
    },
    Tampering("shortfall left out", complaint: "300 are short, the plan says 0") {
      $0.shortfalls.removeFirst()
    },
  ]

  private static let summaries = [
    Tampering("summary contributor", complaint: "list the members") {
      $0.contributors[0].contributor = "b"
    },
    Tampering("contributor left out", complaint: "list the members") { $0.contributors = [] },
    Tampering("unitsPledged", complaint: "'a', unitsPledged") {
      $0.contributors[0].unitsPledged = 5
    },
    Tampering("unitsDeployed", complaint: "'a', unitsDeployed") {
      $0.contributors[0].unitsDeployed = 2
    },
    Tampering("personnelDeployed", complaint: "'a', personnelDeployed") {
      $0.contributors[0].personnelDeployed = 200
    },
    Tampering("personDays", complaint: "'a', personDays") { $0.contributors[0].personDays = 600 },
    Tampering("shareOfForce", complaint: "'a', shareOfForce") {
      $0.contributors[0].shareOfForce = 0.9
    },
    Tampering("burden of a member", complaint: "'a', burden") { $0.contributors[0].burden = 0 },
    Tampering("tonneKm of a member", complaint: "'a', tonneKm") {
      $0.contributors[0].tonneKilometres = 0
    },
    Tampering("cost of a member", of: .classesAndCost, complaint: "'a', cost") {
      $0.contributors[0].cost = 110
    },
    Tampering("summary crisis", complaint: "list the crises") { $0.crises[0].crisis = "flood" },
    Tampering("required at a crisis", complaint: "'quake', required") {
      $0.crises[0].required = 3001
    },
    Tampering("met at a crisis", complaint: "'quake', met") { $0.crises[0].met = 3000 },
    Tampering("shortfall at a crisis", complaint: "'quake', shortfall") {
      $0.crises[0].shortfall = 0
    },
    Tampering("closureDay", of: .delayAndDwell, complaint: "closureDay: the plan says 5") {
      $0.crises[0].closureDay = 5
    },
    Tampering("closureDay never", of: .share, complaint: "recomputed it is never") {
      $0.crises[0].closureDay = 0
    },
    Tampering("largestContributor", of: .burden, complaint: "has not the largest share") {
      $0.crises[0].largestContributor = "a"
    },
    Tampering("largestShare", complaint: "'quake', largestShare") {
      $0.crises[0].largestShare = 0.5
    },
    Tampering("members at a crisis", complaint: "'quake', contributors") {
      $0.crises[0].contributors = 2
    },
  ]

  private static let goals = [
    Tampering("goal level", complaint: "the plan numbers it 3") { $0.goals[0].level = 3 },
    Tampering("goal name", complaint: "(shortfall), name") { $0.goals[0].name = "effort" },
    Tampering("goal value", complaint: "(shortfall), value") { $0.goals[0].value = 2374 },
    Tampering("goal value not a number", complaint: "(effort), value") { $0.goals[1].value = .nan },
    Tampering("goal bound", complaint: "claims the bound 2376") { $0.goals[0].bound = 2376 },
    Tampering("lower goal bound", complaint: "claims the gap 0") { $0.goals[0].bound = 2300 },
    Tampering("gap", complaint: "claims the gap 0.5") { $0.goals[0].gap = 0.5 },
    Tampering("gap without bound", complaint: "a gap without a bound") { $0.goals[0].bound = nil },
    Tampering("goal left out", complaint: "the plan has 1 levels") { $0.goals.removeLast() },
    Tampering("goal added", complaint: "the plan has 3 levels") { $0.goals.append($0.goals[1]) },
  ]

  private static let certificates = [
    Tampering("certificate level", complaint: "is for level 2") {
      $0.certificate.levels[0].level = 2
    },
    Tampering("certificate name", complaint: "belongs to level 2, 'effort'") {
      $0.certificate.levels[1].name = "cost"
    },
    Tampering("goal multiplier", complaint: "optimal, the proven gap is") {
      $0.certificate.levels[1].goalMultipliers[0] = 10
    },
    Tampering("negative goal multiplier", complaint: "goal multiplier -20") {
      $0.certificate.levels[1].goalMultipliers[0] = -20
    },
    Tampering("goal multiplier left out", complaint: "has 0 goal multipliers for 1") {
      $0.certificate.levels[1].goalMultipliers = []
    },
    Tampering("multiplier family", complaint: "a row that the model does not have") {
      $0.certificate.levels[0].rows[0].family = .supply
    },
    Tampering("multiplier subject", complaint: "requirement of 'want'") {
      $0.certificate.levels[0].rows[2].subject = "want"
    },
    Tampering("multiplier fromDay", complaint: "from day 1 to 5, a row") {
      $0.certificate.levels[0].rows[0].fromDay = 1
    },
    Tampering("multiplier over two periods", complaint: "from day 0 to 10, a row") {
      $0.certificate.levels[0].rows[0].untilDay = 10
    },
    Tampering("multiplier outside the window", complaint: "from day 10 to 15, a row") {
      $0.certificate.levels[0].rows[3].fromDay = 10
      $0.certificate.levels[0].rows[3].untilDay = 15
    },
    Tampering("smaller multiplier", complaint: "optimal, the proven gap is") {
      $0.certificate.levels[0].rows[0].value = 60
    },
    Tampering("larger multiplier", complaint: "optimal, the proven gap is") {
      $0.certificate.levels[0].rows[3].value = 6
    },
    Tampering("negative multiplier", complaint: "the multiplier -1.0") {
      $0.certificate.levels[0].rows[0].value = -1
    },
    Tampering("multiplier not a number", complaint: "the multiplier nan") {
      $0.certificate.levels[0].rows[0].value = .nan
    },
    Tampering("multiplier without end", complaint: "the multiplier inf") {
      $0.certificate.levels[0].rows[0].value = .infinity
    },
    Tampering("multiplier twice", complaint: "twice") {
      $0.certificate.levels[0].rows.append($0.certificate.levels[0].rows[0])
    },
    Tampering("burden before its goal", complaint: "burden of 'a'") {
      $0.certificate.levels[0].rows.append(row(.burden, "a", 0...15, 1))
    },
    Tampering("share of nobody", complaint: "share of 'a'") {
      $0.certificate.levels[0].rows.append(row(.share, "a", 0...5, 1))
    },
    Tampering("certificate left out", complaint: "proven is -inf") {
      $0.certificate.levels.removeLast()
    },
    Tampering("certificate added", complaint: "proves 3 levels") {
      $0.certificate.levels.append($0.certificate.levels[1])
    },
    Tampering("status", complaint: "optimal, the proven gap is") {
      $0.certificate.levels[0].rows = []
      $0.goals[0].bound = 0
      $0.goals[0].gap = 1
    },
  ]

  private static let whole = [
    Tampering("model name", complaint: "model name") { $0.model.name = "other" },
    Tampering("model sha256", complaint: "model sha256") { $0.model.sha256 = "4567" },
    Tampering("status invalid", complaint: "certificate failed") { $0.status = .invalid },
    Tampering("status infeasible", complaint: "names no fixed line") { $0.status = .infeasible },
    Tampering("infeasible with deployments", of: .commitment, complaint: "but deploys units") {
      $0.status = .infeasible
      $0.conflict = [FixedLineConflict(row: 2, description: "")]
    },
    Tampering("conflict", complaint: "only an infeasible plan") {
      $0.conflict = [FixedLineConflict(row: 2, description: "")]
    },
    Tampering("conflict of nothing", of: .commitment, complaint: "no fixed deployment in row 3") {
      $0.status = .infeasible
      $0.conflict = [FixedLineConflict(row: 3, description: "")]
    },
  ]
}
