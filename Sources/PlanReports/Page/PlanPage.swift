public import ForceModel
public import TextFormats

/// The page that a planner reads in one minute: status, goals, crises, shortfalls with their reasons,
/// the prices that matter most, and what the plan takes for granted.
///
/// Numbers are rounded for reading and carry their units; the plan folder holds the exact ones.
public struct PlanPage {
  let plan: Plan
  let names: DisplayNames
  let isVerbose: Bool
  var page: TextPage

  /// Lays out a page.
  ///
  /// - Parameters:
  ///   - plan: What to show.
  ///   - names: Names for people; without them identifiers are shown.
  ///   - width: Columns of the terminal.
  ///   - style: Whether headings carry marks for a terminal.
  ///   - isVerbose: Adds the table of deployments, and shows lists in full.
  ///   - place: Where the plan was written.
  /// - Returns: Lines of at most `width` columns, ended by a line feed.
  public static func text(
    of plan: Plan, names: DisplayNames, width: Int = 80, style: TextStyle = .plain,
    isVerbose: Bool = false, writtenTo place: WrittenResult = .nowhere
  ) -> String {
    var page = PlanPage(
      plan: plan, names: names, isVerbose: isVerbose, page: TextPage(width: width, style: style))
    page.addTitleAndStatus()
    // A plan that does not exist or must not be used has nothing else to show.
    if plan.status != .infeasible, plan.status != .invalid {
      page.addGoals()
      page.addCrises()
      page.addShortfalls()
      page.addPrices()
      if isVerbose { page.addDeployments() }
    }
    page.addAssumptions()
    page.addFiles(place)
    return page.page.text
  }

  private mutating func addAssumptions() {
    guard !plan.assumptions.isEmpty else { return }
    page.heading("What this plan takes for granted")
    for assumption in plan.assumptions { page.entry(assumption) }
  }

  private mutating func addFiles(_ place: WrittenResult) {
    page.heading("Files")
    let sentence =
      switch place {
      case .nowhere: "Nothing is written; -o DIR writes the plan folder."
      case .folder(let folder): "The plan is written to \(folder); plan.json holds all of it."
      case .report(let file): "The report is written to \(file); -o DIR writes the plan folder."
      }
    page.paragraph(sentence, first: "  ")
  }
}
