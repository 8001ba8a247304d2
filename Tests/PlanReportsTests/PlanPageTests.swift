import ForceModel
import PlanReports
import TestSupport
import Testing
import TextFormats

@Suite struct PlanPageTests {
  private func page(
    of plan: Plan = SamplePlan.plan, names: DisplayNames = SamplePlan.names, width: Int = 80,
    style: TextStyle = .plain, isVerbose: Bool = false, place: WrittenResult = .nowhere
  ) -> String {
    PlanPage.text(
      of: plan, names: names, width: width, style: style, isVerbose: isVerbose, writtenTo: place)
  }

  private func changed(_ change: (inout Plan) -> Void) -> Plan {
    var plan = SamplePlan.plan
    change(&plan)
    return plan
  }

  @Test(arguments: [60, 80])
  func `the page at a width`(width: Int) {
    let text = page(width: width, place: .folder("plan"))
    #expect(GoldenText.difference(of: text, from: "page-\(width).txt") == nil)
  }

  @Test func `the page that shows more`() {
    #expect(GoldenText.difference(of: page(isVerbose: true), from: "page-verbose.txt") == nil)
  }

  @Test(arguments: [50, 64, 72, 80, 100, 120])
  func `no line is wider than the terminal`(width: Int) {
    for line in page(width: width).split(separator: "\n") {
      #expect(VisibleText.width(line) <= width)
    }
  }

  @Test func `without names the identifiers are shown`() {
    let text = page(names: DisplayNames(), width: 120)
    #expect(text.hasPrefix("central-asia\n"))
    #expect(text.contains("Largest share: kaz, 42 % of all person-days."))
    #expect(text.contains("- south-inf (inf, south), days 30 to 90: 1 of 2 short, 60 weighted"))
  }

  @Test(
    arguments: [
      (
        .optimal, 0.0,
        "Status: optimal. No better plan exists, proven to a gap of less than 0.0001 %."
      ),
      (.optimal, 1.01e-6, "Status: optimal. No better plan exists, proven to a gap of 0.0002 %."),
      (
        .feasible, 0.0301,
        "Status: feasible. Every limit is kept, but a better plan may exist: the proven gap is 3.01 %."
      ),
      (
        .feasible, nil,
        "Status: feasible. Every limit is kept, but a better plan may exist: how much better is not "
          + "proven."
      ),
      (
        .limit, nil,
        "Status: stopped by a limit. This is the best plan so far; a better one may exist: how much "
          + "better is not proven."
      ),
    ] as [(PlanStatus, Double?, String)])
  func `the status says how far the plan can be trusted`(
    status: PlanStatus, gap: Double?, sentence: String
  ) {
    let plan = changed {
      $0.status = status
      $0.goals = [
        GoalResult(
          level: 1, name: "shortfall", value: 5_487, bound: gap.map { 5_487 * (1 - $0) }, gap: gap,
          unit: "weighted person-days")
      ]
    }
    let line = page(of: plan, width: 200).split(separator: "\n")[1]
    #expect(line == sentence)
  }

  @Test func `the status says which goal the gaps are of`() {
    let plan = changed { plan in
      plan.status = .feasible
      for (level, gap) in [0, 2e-6, 0.044].enumerated() { plan.goals[level].gap = gap }
    }
    let line = page(of: plan, width: 200).split(separator: "\n")[1]
    #expect(
      line.hasSuffix(
        "the proven gap is 0.0002 % for \(plan.goals[1].name), 4.4 % for \(plan.goals[2].name)."))
  }

  @Test func `a level without a bound is said to be unproven`() {
    let plan = changed { plan in
      plan.goals[2].bound = nil
      plan.goals[2].gap = nil
    }
    let line = page(of: plan).split(separator: "\n").first { $0.hasPrefix("  3  effort ") }
    #expect(line?.hasSuffix("  no bound is proven") == true)
  }

  @Test func `a plan that was stopped gives no reasons that it does not know`() {
    let plan = changed {
      $0.status = .limit
      $0.prices = []
    }
    let text = page(of: plan)
    #expect(!text.contains("Why"))
    #expect(text.contains("Not known: planning was stopped before prices were found.\n"))
  }

  @Test func `an infeasible plan names the lines that contradict each other, and nothing else`() {
    let plan = changed {
      $0.status = .infeasible
      $0.conflict = [
        FixedLineConflict(row: 3, description: "kaz-inf at south needs 4 units, 2 are pledged")
      ]
      $0.certificate.verification.missingUnits = 2
      $0.assumptions = []
    }
    #expect(
      page(of: plan) == """
        Central Asia, spring exercise
        Status: infeasible. There is no plan, because fixed deployments contradict each
                other or a limit. Every plan lacks units that are to stand: the proven
                least is 2.
          - fixed.csv row 3: kaz-inf at south needs 4 units, 2 are pledged

        Files
          Nothing is written; -o DIR writes the plan folder.

        """)
  }

  @Test func `an invalid plan shows why, and nothing that could be used`() {
    let plan = changed {
      $0.status = .invalid
      $0.certificate.verification.feasible = false
      $0.certificate.verification.complaints = ["supply of kaz-inf on days 3 to 5: 7 > 2 units"]
    }
    let text = page(of: plan)
    #expect(text.contains("certificate failed: do not use this plan."))
    #expect(text.contains("  - supply of kaz-inf on days 3 to 5: 7 > 2 units\n"))
    #expect(!text.contains("Crises") && !text.contains("found every limit kept"))
  }

  @Test func `no shortfall, no prices, no deployments`() {
    let plan = changed {
      $0.shortfalls = []
      $0.prices.removeAll { $0.kind != .requirement }
      $0.deployments = []
      for index in $0.contributors.indices { $0.contributors[index].personDays = 0 }
    }
    let text = page(of: plan)
    #expect(text.contains("Shortfalls\n  None: every requirement is met in full.\n"))
    #expect(text.contains("Nothing: no pledge, lift pool or share cap stands in the way.\n"))
    #expect(text.contains("Nothing deploys.\n"))
  }

  @Test func `a crisis without requirements is not met and not unmet`() {
    let plan = changed {
      $0.crises[0].required = 0
      $0.crises[0].met = 0
      $0.crises[0].closureDay = 0
    }
    #expect(page(of: plan).contains("  Batken border             -  day 0   Kyrgyzstan"))
  }

  @Test func `long lists of shortfalls are cut with what is left out`() {
    let plan = changed {
      $0.shortfalls = (1...9).map {
        Shortfall(
          requirement: "r\($0)", crisis: "batken", capability: "inf", fromDay: 0, untilDay: 1,
          required: 100, met: 100 - Double($0), shortfall: Double($0),
          weightedShortfall: Double($0),
          reason: "late")
      }
    }
    let short = page(of: plan)
    #expect(short.contains("- r9 (") && short.contains("- r5 (") && !short.contains("- r4 ("))
    #expect(short.contains("- and 4 more, 10 weighted person-days; --verbose shows them.\n"))
    #expect(page(of: plan, isVerbose: true).contains("- r1 ("))
  }

  @Test func `neighbouring shortfalls of a requirement are one, told by the worst`() {
    func shortfall(_ requirement: String, _ from: Double, _ weight: Double, _ reason: String)
      -> Shortfall
    {
      Shortfall(
        requirement: requirement, crisis: "batken", capability: "inf", fromDay: from,
        untilDay: from + 1, required: 10, met: 10 - weight, shortfall: weight,
        weightedShortfall: weight, reason: reason)
    }
    let plan = changed {
      $0.shortfalls = [
        shortfall("a", 0, 2, "late"), shortfall("a", 1, 5, "lift"), shortfall("a", 2, 3, "lift"),
        shortfall("a", 4, 4, "lift"), shortfall("b", 5, 1, "late"), shortfall("b", 6, 1, "late"),
      ]
    }
    func lines(isVerbose: Bool) -> [String] {
      page(of: plan, width: 120, isVerbose: isVerbose).split(separator: "\n").map(String.init)
        .filter { $0.contains("short, ") || $0.contains("Why") }
    }
    #expect(
      lines(isVerbose: false) == [
        "  - a (infantry battalion, Batken border), days 0 to 3: 2 to 5 of 10 short, 10 weighted "
          + "person-days",
        "      Why, on days 1 to 2: lift",
        "  - a (infantry battalion, Batken border), days 4 to 5: 4 of 10 short, 4 weighted "
          + "person-days",
        "      Why: lift",
        "  - b (infantry battalion, Batken border), days 5 to 7: 1 of 10 short, 2 weighted "
          + "person-days",
        "      Why: late",
      ])
    // Who wants to see more sees every reason.
    #expect(lines(isVerbose: true).filter { $0.contains("Why") }.count == 4)
  }

  @Test func `the smallest of many members are told together`() {
    let plan = changed {
      let sample = $0.deployments[4]
      $0.deployments = [5, 4, 3, 2, 1].enumerated().map { index, share in
        var deployment = sample
        deployment.contributor = "m\(index)"
        deployment.personnel = Double(share * 10)
        return deployment
      }
    }
    let members = "m0 50 (33 %), m1 40 (27 %), m2 30 (20 %), "
    #expect(page(of: plan, width: 120).contains(members + "2 more (20 %)\n"))
    #expect(page(of: plan, width: 120, isVerbose: true).contains(members + "m3 20 (13 %), m4 10"))
  }

  @Test func `of one limit only the best days are told`() {
    let plan = changed {
      $0.prices = [(0.0, 5.0), (2, 9), (4, 7)].map { from, worth in
        Price(
          level: 1, kind: .lift, subject: "il76", fromDay: from, untilDay: from + 1, price: worth,
          rangeLow: nil, rangeHigh: nil, unit: "weighted person-days per asset-day")
      }
    }
    let text = page(of: plan)
    #expect(text.contains("il76 on days 2 to 3 would save up to 9 "))
    #expect(!text.contains("would save up to 7 "))
    #expect(page(of: plan, isVerbose: true).contains("would save up to 7 "))
  }

  @Test func `the peak counts those who are in place together`() {
    let plan = changed {
      $0.deployments[0].closeDay = 60
      $0.deployments[0].untilDay = 70
      $0.deployments[1].contributor = "kgz"
      $0.deployments[1].untilDay = 60
    }
    // 150 come on the day on which 112.5 leave.
    #expect(page(of: plan).contains("Kyrgyzstan 150 (100 %)"))
  }

  @Test func `names cannot act on the terminal`() {
    var names = SamplePlan.names
    names.title = "\u{1B}[2JCentral Asia\n"
    names.crises["south"] = "South\u{1B}]0;x\u{7}"
    let plan = changed { $0.shortfalls[0].reason = "late\u{1B}[31m" }
    let text = page(of: plan, names: names)
    #expect(!text.contains("\u{1B}"))
    #expect(text.hasPrefix("\\u{1B}[2JCentral Asia\\n\n"))
  }

  @Test func `headings are marked on a terminal`() {
    #expect(page(style: .terminal).contains("\u{1B}[1mCrises\u{1B}[0m\n"))
    #expect(!page().contains("\u{1B}"))
  }
}
