public import ForceModel

/// A rung of the ladders: a model of a stated size, the same for everyone.
public struct BenchmarkModel: Sendable {
  /// How the requirements of a model lie in time.
  public enum Timing: Sendable, Equatable {
    /// All requirements share one window, so that only the choice of who goes where is left.
    case singlePeriod
    /// Requirements build up, peak and recede over a number of periods of the time grid.
    case phased(periods: Int, gridDays: Int)
  }

  /// Name on the command line: `S`, `TM`.
  public let name: String
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
  public let seed: Int

  /// Every rung, each ladder from its smallest model up.
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

  /// The rung of a name.
  public static func named(_ name: String) -> BenchmarkModel? {
    all.first { $0.name == name }
  }

  /// Draws the model: the same values each time.
  public func model() -> PlanningModel {
    ModelGenerator(self).model()
  }

  private static func singlePeriod(
    _ name: String, contributors: Int, contributions: Int, crises: Int, requirements: Int
  ) -> BenchmarkModel {
    BenchmarkModel(
      name: name, contributorCount: contributors, contributionCount: contributions,
      crisisCount: crises, requirementCount: requirements, timing: .singlePeriod, seed: 1)
  }

  private static func phased(
    _ name: String, contributors: Int, contributions: Int, crises: Int, periods: Int,
    gridDays: Int
  ) -> BenchmarkModel {
    BenchmarkModel(
      name: name, contributorCount: contributors, contributionCount: contributions,
      crisisCount: crises, requirementCount: nil,
      timing: .phased(periods: periods, gridDays: gridDays), seed: 1)
  }
}
