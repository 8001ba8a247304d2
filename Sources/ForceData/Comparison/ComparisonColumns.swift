import ForceModel

extension InputDifference: ComparisonLine {
  static let tableName = "inputs"
  static let summary = "What variants change in the model, one cell or row a line."
  static let key: [String] = []
  static let blank = InputDifference(
    variant: "", table: "", row: "", change: .changed, column: "", before: "", after: "")
  static let columns: [PlanColumn<InputDifference>] = [
    .text("variant", \.variant, "The variant."),
    .text("table", \.table, "The table, or policy."),
    .text("row", \.row, "The row by its key, or the name of the policy."),
    .word("change", \.change, "What becomes of the row."),
    .text("column", \.column, "The column; empty for a row that is added or dropped."),
    .text("before", \.before, "What the base has."),
    .text("after", \.after, "What the variant has."),
  ]
}

extension GoalDifference: ComparisonLine {
  static let tableName = "goals"
  static let summary = "Goals of the base and of every variant."
  static let key = ["variant", "level"]
  static let blank = GoalDifference(
    variant: "", status: .invalid, level: 0, name: "", base: nil, value: 0, gap: nil, unit: "")
  static let columns: [PlanColumn<GoalDifference>] = [
    .text("variant", \.variant, "The variant, or the base."),
    .word("status", \.status, "How far its plan can be trusted."),
    .integer("level", \.level, "Position in the order of goals, counted from 1."),
    .text("name", \.name, "Name of the goal."),
    .optionalNumber("base", \.base, unit: "stated in unit", "The base's value."),
    .number("value", \.value, unit: "stated in unit", "The variant's value."),
    .optionalNumber("difference", \.difference, unit: "stated in unit", "value - base."),
    .optionalNumber(
      "relative", \.relative, unit: "", "difference / |base|; empty where base is 0."),
    .optionalNumber("gap", \.gap, unit: "", "The variant's proven gap; empty: nothing is proven."),
    .text("unit", \.unit, "Unit of the values."),
  ]
}

extension CrisisDifference: ComparisonLine {
  static let tableName = "crises"
  static let summary = "Strength by crisis and capability, in strength x days."
  static let key = ["variant", "crisis", "capability", "unit"]
  static let blank = CrisisDifference(
    variant: "", crisis: "", capability: "", unit: .personnel, baseRequired: 0, required: 0,
    baseShortfall: 0, shortfall: 0)
  static let columns: [PlanColumn<CrisisDifference>] = [
    .text("variant", \.variant, "The variant."),
    .text("crisis", \.crisis, "The crisis."),
    .text("capability", \.capability, "The capability required."),
    .word("unit", \.unit, "What the requirements count."),
    .number("baseRequired", \.baseRequired, unit: "unit x days", "Required in the base."),
    .number("required", \.required, unit: "unit x days", "Required in the variant."),
    .number("baseShortfall", \.baseShortfall, unit: "unit x days", "Lacking in the base's plan."),
    .number("shortfall", \.shortfall, unit: "unit x days", "Lacking in the variant's plan."),
    .number("difference", \.difference, unit: "unit x days", "shortfall - baseShortfall."),
  ]
}

extension ContributorDifference: ComparisonLine {
  static let tableName = "contributors"
  static let summary = "What each member sends in the base's plan and in the variant's."
  static let key = ["variant", "contributor"]
  static let blank = ContributorDifference(variant: "", contributor: "")
  static let columns: [PlanColumn<ContributorDifference>] = [
    .text("variant", \.variant, "The variant."),
    .text("contributor", \.contributor, "The member."),
    .number("baseUnits", \.baseUnits, unit: "units", "Most units in place in the base's plan."),
    .number("units", \.units, unit: "units", "Most units in place in the variant's plan."),
    .number("basePersonDays", \.basePersonDays, unit: "person-days", "In place, base."),
    .number("personDays", \.personDays, unit: "person-days", "In place, variant."),
    .number("baseShare", \.baseShare, unit: "", "Share of all person-days, base, 0..1."),
    .number("share", \.share, unit: "", "Share of all person-days, variant, 0..1."),
    .number("baseBurden", \.baseBurden, unit: "ratio", "Person-days by burden weight, base."),
    .number("burden", \.burden, unit: "ratio", "Person-days by burden weight, variant."),
    .number("baseCost", \.baseCost, unit: "currency", "Movement and units in place, base."),
    .number("cost", \.cost, unit: "currency", "Movement and units in place, variant."),
  ]
}

extension DeploymentDifference: ComparisonLine {
  static let tableName = "deployments"
  static let summary = "Deployments that are not alike in the base's plan and the variant's."
  static let key: [String] = []
  static let blank = DeploymentDifference(
    variant: "", deployment: .blank, baseUnits: 0, units: 0)
  static let columns: [PlanColumn<DeploymentDifference>] = [
    .text("variant", \.variant, "The variant."),
    .text("contribution", \.contribution, "The pledge that sends the units."),
    .text("contributor", \.contributor, "The member that pledged."),
    .text("capability", \.capability, "The kind of unit."),
    .text("crisis", \.crisis, "The crisis that the units go to."),
    .text("mode", \.mode, "The way of moving."),
    .text("lift", \.lift, "The lift pool; empty where the units use none."),
    .number("closeDay", \.closeDay, unit: "day", "Day from which the units are in place."),
    .number("untilDay", \.untilDay, unit: "day", "Day at which the stay ends."),
    .number("baseUnits", \.baseUnits, unit: "units", "Units in the base's plan."),
    .number("units", \.units, unit: "units", "Units in the variant's plan."),
    .number("difference", \.difference, unit: "units", "units - baseUnits."),
  ]
}

extension PlanMeasures: ComparisonLine {
  static let tableName = "measures"
  static let summary = "Figures of each plan and its pledges by themselves."
  static let key = ["variant"]
  static let blank = PlanMeasures(variant: "")
  static let columns: [PlanColumn<PlanMeasures>] = [
    .text("variant", \.variant, "The variant, or the base."),
    .word("status", \.status, "How far its plan can be trusted."),
    .optionalNumber(
      "balance", \.balance, unit: "",
      "Met with the actual bases over met with the best, at least, 0..1; empty: not known."),
    .text("largestContributor", \.largestContributor, "Member with the most person-days."),
    .number("largestShare", \.largestShare, unit: "", "Its share of the person-days, 0..1."),
    .number("gini", \.gini, unit: "", "Gini coefficient of the members' person-days."),
    .number("herfindahl", \.herfindahl, unit: "", "Sum of the squares of the members' shares."),
    .number("pledgedPersonnel", \.pledgedPersonnel, unit: "persons", "Personnel pledged."),
    .number("verifiedPersonnel", \.verifiedPersonnel, unit: "persons", "Of these, verified."),
    .number("expectedPersonnel", \.expectedPersonnel, unit: "persons", "Of these, expected."),
  ]
}
