public import ForceModel

/// A model of a stated size, drawn from a seed and the same for everyone.
public struct BenchmarkModel: Sendable {
  /// How the requirements of a model lie in time.
  public enum Timing: Sendable, Equatable {
    /// All requirements share one window, so that only the choice of who goes where is left.
    case singlePeriod
    /// Requirements build up, peak and recede over a number of periods of the time grid.
    case phased(periods: Int, gridDays: Int)
  }

  /// The rung of the ladders that it stands on: `S`, `TM`.
  public let rung: String
  /// Number of members.
  public let contributorCount: Int
  /// Number of pledges.
  public let contributionCount: Int
  /// Number of crises.
  public let crisisCount: Int
  /// Number of requirements; nil: as many as the phases of the crises give.
  public let requirementCount: Int?
  /// How the requirements lie in time.
  public let timing: Timing
  /// What the model is drawn from.
  public private(set) var seed = 1

  /// Name on the command line: `S`, or `S-7` where it is drawn from another seed than 1.
  public var name: String { seed == 1 ? rung : "\(rung)-\(seed)" }

  /// The first model of every rung, each ladder from its smallest up.
  public static let all =
    [
      singlePeriod("S", contributors: 6, contributions: 60, crises: 10, requirements: 24),
      singlePeriod("M", contributors: 8, contributions: 300, crises: 60, requirements: 150),
      singlePeriod("L", contributors: 10, contributions: 1_000, crises: 240, requirements: 600),
      singlePeriod("XL", contributors: 12, contributions: 3_000, crises: 720, requirements: 1_800),
      singlePeriod(
        "XXL", contributors: 12, contributions: 10_000, crises: 2_400, requirements: 6_000),
      phased("TS", contributors: 6, contributions: 40, crises: 6, periods: 30, gridDays: 3),
      phased("T12", contributors: 12, contributions: 80, crises: 12, periods: 30, gridDays: 3),
      phased("TM", contributors: 8, contributions: 200, crises: 30, periods: 60, gridDays: 3),
      phased("TL", contributors: 10, contributions: 600, crises: 100, periods: 60, gridDays: 3),
      phased("TXL", contributors: 12, contributions: 2_000, crises: 300, periods: 90, gridDays: 2),
    ]

  /// The model of a name: a rung, or a rung and a seed (`M-7`) for another draw of the same size.
  public static func named(_ name: String) -> BenchmarkModel? {
    let parts = name.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard var model = all.first(where: { $0.rung == parts[0] }) else { return nil }
    guard parts.count == 2 else { return model }
    guard let seed = Int(parts[1]), seed > 0, "\(seed)" == parts[1] else { return nil }
    model.seed = seed
    return model
  }

  /// Draws the model: the same values each time.
  public func model() -> PlanningModel {
    ModelGenerator(self).model()
  }

  private static func singlePeriod(
    _ rung: String, contributors: Int, contributions: Int, crises: Int, requirements: Int
  ) -> BenchmarkModel {
    BenchmarkModel(
      rung: rung, contributorCount: contributors, contributionCount: contributions,
      crisisCount: crises, requirementCount: requirements, timing: .singlePeriod)
  }

  private static func phased(
    _ rung: String, contributors: Int, contributions: Int, crises: Int, periods: Int,
    gridDays: Int
  ) -> BenchmarkModel {
    BenchmarkModel(
      rung: rung, contributorCount: contributors, contributionCount: contributions,
      crisisCount: crises, requirementCount: nil,
      timing: .phased(periods: periods, gridDays: gridDays))
  }
}
