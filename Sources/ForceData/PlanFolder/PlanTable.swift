/// The tables of a plan folder, in the order of data-package.md.
public enum PlanTable: String, Sendable, CaseIterable {
  case deployments
  case tasks
  case shortfalls
  case prices
  case contributors
  case crises

  /// Name of the table's file.
  public var fileName: String { rawValue + ".csv" }

  /// What one row is.
  var summary: String {
    switch self {
    case .deployments: "Tours of units of one contribution at one crisis, one a row."
    case .tasks: "What deployed units do, from period to period."
    case .shortfalls: "Strength that requirements lack, and why."
    case .prices: "What one more unit of a limit is worth at each goal level."
    case .contributors: "What each member sends and carries."
    case .crises: "How each crisis is served."
    }
  }

  /// Columns that together tell rows apart; empty where several rows may be alike in them.
  var key: [String] {
    switch self {
    case .deployments: ["line"]
    case .tasks: ["line", "requirement", "fromDay"]
    case .shortfalls: ["requirement", "fromDay"]
    // A limit at which the price changes has a row for each side.
    case .prices: []
    case .contributors: ["contributor"]
    case .crises: ["crisis"]
    }
  }

  /// Columns that name a row of another table of the plan.
  var references: [(column: String, table: PlanTable, key: String)] {
    switch self {
    case .deployments:
      [("contributor", .contributors, "contributor"), ("crisis", .crises, "crisis")]
    case .tasks: [("line", .deployments, "line")]
    case .shortfalls: [("crisis", .crises, "crisis")]
    case .prices, .contributors, .crises: []
    }
  }
}
