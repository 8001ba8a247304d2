import ForceModel
import PlanCertificate
import Testing

/// A model that became stricter under a plan, and a part of the complaint that follows.
struct Restriction: Sendable, CustomTestStringConvertible {
  var what: String
  var example: Example
  var complaint: String
  var change: @Sendable (inout PlanningModel) -> Void

  var testDescription: String { what }

  init(
    _ what: String, of example: Example = .lift, complaint: String,
    change: @escaping @Sendable (inout PlanningModel) -> Void
  ) {
    self.what = what
    self.example = example
    self.complaint = complaint
    self.change = change
  }
}

@Suite struct RuleTests {
  @Test(arguments: all) func `a plan against a rule is not feasible`(_ restriction: Restriction) {
    var model = restriction.example.model
    restriction.change(&model)
    let verification = PlanVerifier.verify(plan: restriction.example.plan, model: model)
    #expect(!verification.feasible)
    #expect(
      verification.complaints.contains { $0.contains(restriction.complaint) },
      "\(verification.complaints)")
  }

  static let all = [
    Restriction("notice", complaint: "take until day 6") { $0.contributions[0].noticeToMove = 5 },
    Restriction("warning", complaint: "take until day 8") { $0.crises[0].warning = 7 },
    Restriction("handling", complaint: "take until day 5.25") { $0.modes[0].handlingDays = 4.1 },
    Restriction("speed", complaint: "take until day 10") { $0.modes[0].kilometresPerDay = 100 },
    Restriction("reach", complaint: "mode 'air' reaches 999 km") {
      $0.modes[0].maximumKilometres = 999
    },
    Restriction("caveat", complaint: "a caveat of 'a' forbids 'a-inf' at 'quake' by 'air' (law)") {
      $0.caveats = [Caveat(contributor: 0, reason: "law")]
    },
    Restriction("caveat on all counts", complaint: "a caveat of 'a'") {
      $0.caveats = [Caveat(contributor: 0, crisis: 0, capability: 0, mode: 0)]
    },
    Restriction("owner", complaint: "belongs to another member") {
      $0.contributors.append(Contributor(id: "b", name: "b"))
      $0.liftPools[0].owner = 1
    },
    Restriction("pool of another mode", complaint: "does not serve mode 'air'") {
      $0.modes.append(MovementMode(id: "sea", kilometresPerDay: 1, needsLift: true))
      $0.liftPools[0].mode = 1
    },
    Restriction("seats", complaint: "cannot carry units of 'a-inf'") { $0.liftPools[0].seats = 0 },
    Restriction("tonnes", complaint: "cannot carry units of 'a-inf'") {
      $0.liftPools[0].tonnes = 0
    },
    Restriction("assets", complaint: "take 5 asset-days") { $0.liftPools[0].assets = 0.9 },
    Restriction("availability", complaint: "take 5 asset-days") {
      $0.liftPools[0].availability = 0.9
    },
    Restriction("speed of assets", complaint: "take 6.25 asset-days in the period from day 0") {
      $0.liftPools[0].kilometresPerDay = 800
    },
    Restriction("longest tour", complaint: "the longest tour is 4 days") {
      $0.contributions[0].maximumTour = 4
    },
    Restriction("shortest tour", complaint: "the shortest tour is 6 days") {
      $0.policy.minimumTourDays = 6
    },
    Restriction("units", complaint: "1.25 units are held from day 0, 1 are available") {
      $0.contributions[0].units = 1
    },
    Restriction("strength", complaint: "1.25 units are held from day 0, 1.2 are available") {
      $0.policy.strength = .expected
      $0.contributions[0].expected = 0.3
    },
    Restriction("whole units", complaint: "units must be whole") { $0.policy.wholeUnits = true },
    Restriction("window", complaint: "starts in a period in which no requirement") {
      $0.requirements[0].from = 7
      $0.policy.gridDays = 2.5
    },
    Restriction("quantity", complaint: "400 are short, the plan says 300") {
      $0.requirements[0].quantity = 400
    },
    Restriction("of no use", complaint: "no requirement of the crisis can use 'a-inf'") {
      $0.capabilities.append($0.capabilities[0])
      $0.requirements[0].capability = 1
    },
    Restriction("grid", complaint: "no stretch of whole periods") {
      $0.policy.gridDays = 15
      $0.requirements[0].from = 1
    },
    Restriction(
      "share", of: .share, complaint: "share of 'a' at 'quake': 100 personnel"
    ) { $0.contributors[0].shareCap = 0.49 },
    Restriction(
      "share over all", of: .shareOverall, complaint: "share of 'a' at all crises together"
    ) { $0.policy.shareCapOverall = 0.49 },
    Restriction("rest", of: .delayAndDwell, complaint: "2 units are held from day 10") {
      $0.contributions[0].dwellRatio = 1.1
    },
    Restriction("fixed", of: .commitment, complaint: "fixed deployment in row 2: 1.5 units") {
      $0.fixedDeployments[0].units = 1.5
    },
    Restriction("fixed elsewhere", of: .share, complaint: "the plan has 0 on that tour") {
      $0.modes.append(MovementMode(id: "sea", kilometresPerDay: 1))
      $0.fixedDeployments = [
        FixedDeployment(
          contribution: 0, crisis: 0, mode: 1, lift: nil, units: 1, from: 0, until: 5, row: 2)
      ]
    },
  ]

  @Test func `a caveat on another crisis, capability or mode forbids nothing`() {
    var model = Example.lift.model
    model.modes.append(MovementMode(id: "sea", kilometresPerDay: 1))
    model.crises.append(Crisis(id: "storm", name: "storm", location: 1))
    model.capabilities.append(
      Capability(id: "pol", category: .police, name: "pol", personnel: 1, tonnes: 1))
    model.contributors.append(Contributor(id: "b", name: "b"))
    model.caveats = [
      Caveat(contributor: 0, crisis: 1), Caveat(contributor: 0, capability: 1),
      Caveat(contributor: 0, mode: 1), Caveat(contributor: 1),
    ]
    #expect(PlanVerifier.verify(plan: Example.lift.plan, model: model).feasible)
  }

  @Test func `the shortest tour does not bind where the windows are shorter`() {
    var model = Example.lift.model
    model.policy.minimumTourDays = 11
    let verification = PlanVerifier.verify(plan: Example.lift.plan, model: model)
    #expect(verification.complaints == [])
  }

  @Test func `a pledge of 100 units at 0.29 is 29 whole units`() {
    var model = Example.share.model
    model.policy.wholeUnits = true
    model.policy.strength = .verified
    model.contributions[0].units = 100
    model.contributions[0].verified = 0.01
    model.contributions[1].units = 100
    model.contributions[1].verified = 0.29
    var plan = Example.share.plan
    plan.dropClaims()
    let complaints = PlanVerifier.verify(plan: plan, model: model).complaints
    #expect(!complaints.contains { $0.contains("supply") })
    plan.deployments[1].units = 30
    let more = PlanVerifier.verify(plan: plan, model: model).complaints
    #expect(more.contains { $0.contains("30 units are held from day 0, 29 are available") })
  }

  @Test func `complaints are capped and the rest is counted`() {
    var plan = Example.lift.plan
    plan.deployments = Array(repeating: plan.deployments[0], count: 100)
    let complaints = PlanVerifier.verify(plan: plan, model: Example.lift.model).complaints
    #expect(complaints.count == 51)
    #expect(complaints.last?.hasPrefix("and ") == true)
  }
}
