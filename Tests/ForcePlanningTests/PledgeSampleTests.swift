import ForceModel
@testable import ForcePlanning
import ForcePlanningTestSupport
import LinearProgramming
import Testing

/// A sample of the pledges stands for all of them.
@Suite struct PledgeSampleTests {
  /// Persons that count, by member x capabilities + capability.
  private func persons(of network: DeploymentNetwork) -> [Double] {
    let model = network.model
    var persons = Array(
      repeating: 0.0, count: model.contributors.count * model.capabilities.count)
    for (index, pledge) in model.contributions.enumerated() {
      persons[pledge.contributor * model.capabilities.count + pledge.capability] +=
        network.availableUnits[index] * pledge.personnel
    }
    return persons
  }

  @Test func `a sample has the strength of all in far fewer pledges`() throws {
    let model = try ShippedModel.read("central-asia").split(into: 60)
    let whole = DeploymentNetwork(model)
    let sample = try #require(PledgeSample(of: whole)).network
    let stride = whole.pledges.count / 1_250
    #expect(stride > 1)
    let groups = model.contributors.count * model.capabilities.count
    #expect(sample.pledges.count <= whole.pledges.count / stride + groups)
    for (left, right) in zip(persons(of: sample), persons(of: whole)) {
      #expect(abs(left - right) <= 1e-9 * max(1, right))
    }
  }

  @Test func `of few pledges there is no sample`() throws {
    #expect(PledgeSample(of: DeploymentNetwork(try ShippedModel.read("central-asia"))) == nil)
  }

  @Test func `a run that begins with a sample's prices bounds the goal as near as the sample is`()
    throws
  {
    var model = try ShippedModel.read("dantzig-transport").split(into: 2_000)
    // All would be met, and nothing have a price.
    for index in model.requirements.indices { model.requirements[index].quantity *= 2 }
    let whole = DeploymentNetwork(model)
    let sample = try #require(PledgeSample(of: whole)).network
    let levels = [GoalLevel(goal: .shortfall, priority: nil)]
    let runs = [sample, whole].map { network in
      FirstOrderRun(
        network: network, layout: RowLayout(network: network, levels: levels, holdsGoals: false),
        levels: levels, level: 0, guide: 0, threads: 1)
    }
    for _ in 0..<20 {
      runs[0].add(runs[0].missingTours(tolerance: 1e-5))
      runs[0].iterate(200, until: 1e-9, limits: SolveLimits())
    }
    runs[1].begin(atPricesOf: runs[0])
    let bounds = runs.map {
      $0.search(tolerance: 0).lagrangianBound(level: $0.goal, layout: $0.layout)
    }
    #expect(!runs[1].tours.isEmpty)
    #expect(bounds[1] > 0.9 * bounds[0])
    // The best tour of each pledge is worth nothing at the prices with which the run begins.
    let best = runs[1].search(tolerance: 1e-6).bestTours()
    #expect(best.allSatisfy { $0.reducedCost > -1e-6 })
  }
}
