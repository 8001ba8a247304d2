import ForceModel
import PlanCertificate
import TestSupport
import Testing

@Suite struct HostilePlanTests {
  private static let numbers: [Double] = [
    .nan, .infinity, -.infinity, .greatestFiniteMagnitude, -1, -0.0, .leastNonzeroMagnitude, 1e15,
    1e16, 1e300,
  ]
  private static let texts = [
    "", "'", "a@", "@", "a@b@c", "\0\u{1B}[31m", String(repeating: "é", count: 10_000),
  ]
  private static let wholes = [Int.min, -1, 0, 7, Int.max]

  @Test(arguments: Example.all)
  func `no value in any field stops the check`(_ example: Example) {
    for seed in 0..<300 {
      var generator = SeededGenerator(seed: seed)
      var plan = example.plan
      for _ in 0...Int.random(in: 0..<3, using: &generator) {
        spoil(&plan, with: &generator)
      }
      let verification = PlanVerifier.verify(plan: plan, model: example.model)
      #expect(verification.complaints.count <= 51, "seed \(seed)")
      #expect(verification.complaints.allSatisfy { $0.count < 2000 }, "seed \(seed)")
      #expect(verification.bounds.allSatisfy { $0?.isFinite ?? true }, "seed \(seed)")
      #expect(verification.largestViolation.isFinite, "seed \(seed)")
      if plan != example.plan {
        #expect(!verification.complaints.isEmpty, "seed \(seed)")
      }
    }
  }

  private func spoil(_ plan: inout Plan, with generator: inout SeededGenerator) {
    let number = Self.numbers.randomElement(using: &generator) ?? .nan
    let text = Self.texts.randomElement(using: &generator) ?? ""
    let whole = Self.wholes.randomElement(using: &generator) ?? 0
    switch Int.random(in: 0..<7, using: &generator) {
    case 0:
      guard let index = plan.deployments.indices.randomElement(using: &generator) else { return }
      let paths: [WritableKeyPath<Deployment, Double>] = [
        \.units, \.personnel, \.kilometres, \.departDay, \.closeDay, \.untilDay, \.returnDay,
        \.tonneKilometres, \.loads,
      ]
      change(&plan.deployments[index], paths, number, &generator)
      let names: [WritableKeyPath<Deployment, String>] = [
        \.contribution, \.contributor, \.crisis, \.mode, \.lift, \.fromBase, \.capability,
      ]
      if Bool.random(using: &generator) {
        change(&plan.deployments[index], names, text, &generator)
        plan.deployments[index].line = whole
      }
    case 1:
      guard let index = plan.tasks.indices.randomElement(using: &generator) else { return }
      let paths: [WritableKeyPath<DeploymentTask, Double>] = [
        \.fromDay, \.untilDay, \.units, \.effectiveStrength,
      ]
      change(&plan.tasks[index], paths, number, &generator)
      plan.tasks[index].line = whole
    case 2:
      guard let index = plan.shortfalls.indices.randomElement(using: &generator) else { return }
      let paths: [WritableKeyPath<Shortfall, Double>] = [
        \.fromDay, \.untilDay, \.required, \.met, \.shortfall, \.weightedShortfall,
      ]
      change(&plan.shortfalls[index], paths, number, &generator)
      plan.shortfalls[index].requirement = text
    case 3:
      guard let index = plan.goals.indices.randomElement(using: &generator) else { return }
      plan.goals[index].value = number
      plan.goals[index].bound = number
      plan.goals[index].gap = number
      plan.goals[index].level = whole
      plan.goals[index].name = text
    case 4:
      guard
        let level = plan.certificate.levels.indices.randomElement(using: &generator),
        let row = plan.certificate.levels[level].rows.indices.randomElement(using: &generator)
      else { return }
      let paths: [WritableKeyPath<RowMultiplier, Double>] = [\.fromDay, \.untilDay, \.value]
      change(&plan.certificate.levels[level].rows[row], paths, number, &generator)
      plan.certificate.levels[level].rows[row].family =
        RowFamily.allCases.randomElement(using: &generator) ?? .lift
      plan.certificate.levels[level].rows[row].subject = text
    case 5:
      let paths: [WritableKeyPath<ContributorSummary, Double>] = [
        \.unitsPledged, \.unitsDeployed, \.personnelDeployed, \.personDays, \.shareOfForce,
      ]
      plan.contributors[0].contributor = text
      change(&plan.contributors[0], paths, number, &generator)
    default:
      plan.crises[0].closureDay = number
      plan.crises[0].contributors = whole
      plan.crises[0].largestContributor = text
    }
  }

  private func change<Line, Value>(
    _ line: inout Line, _ paths: [WritableKeyPath<Line, Value>], _ value: Value,
    _ generator: inout SeededGenerator
  ) {
    guard let path = paths.randomElement(using: &generator) else { return }
    line[keyPath: path] = value
  }
}
