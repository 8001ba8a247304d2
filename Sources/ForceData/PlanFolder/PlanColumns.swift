import ForceModel

extension Deployment: PlanLine {
  static let table = PlanTable.deployments
  static let columns: [PlanColumn<Deployment>] = [
    .integer("line", \.line, "Number of the deployment, counted from 1."),
    .text("contribution", \.contribution, "The pledge that sends the units."),
    .text("contributor", \.contributor, "The member that pledged."),
    .text("capability", \.capability, "The kind of unit."),
    .word("category", \.category, "The class of the capability."),
    .text("crisis", \.crisis, "The crisis that the units go to."),
    .text("mode", \.mode, "The way of moving."),
    .text("lift", \.lift, "The lift pool; empty where the units use none."),
    .number("units", \.units, unit: "units", "Units that deploy."),
    .number("personnel", \.personnel, unit: "persons", "Personnel that deploy."),
    .text("fromBase", \.fromBase, "The location that they leave."),
    .text("toLocation", \.toLocation, "The location that they go to."),
    .number("km", \.kilometres, unit: "km", "Length of the way."),
    .number("departDay", \.departDay, unit: "day", "Day of departure."),
    .number("closeDay", \.closeDay, unit: "day", "Day from which the units are in place."),
    .number("untilDay", \.untilDay, unit: "day", "Day at which the stay ends."),
    .number("returnDay", \.returnDay, unit: "day", "Day of return at the base."),
    .number("tonneKm", \.tonneKilometres, unit: "tonne-km", "Movement effort, one way."),
    .number("loads", \.loads, unit: "loads", "Loads of lift, one way; 0 without a pool."),
  ]
  static let blank = Deployment(
    line: 0, contribution: "", contributor: "", capability: "", category: .support, crisis: "",
    mode: "", lift: "", units: 0, personnel: 0, fromBase: "", toLocation: "", kilometres: 0,
    departDay: 0, closeDay: 0, untilDay: 0, returnDay: 0, tonneKilometres: 0, loads: 0)
}

extension DeploymentTask: PlanLine {
  static let table = PlanTable.tasks
  static let columns: [PlanColumn<DeploymentTask>] = [
    .integer("line", \.line, "Line of the deployment."),
    .text("requirement", \.requirement, "The requirement that the units serve."),
    .number("fromDay", \.fromDay, unit: "day", "First day of the task."),
    .number("untilDay", \.untilDay, unit: "day", "Day at which the task ends."),
    .number("units", \.units, unit: "units", "Units on the task."),
    .number(
      "effectiveStrength", \.effectiveStrength, unit: "the requirement's unit",
      "Strength that they give, substitution counted."),
  ]
  static let blank = DeploymentTask(
    line: 0, requirement: "", fromDay: 0, untilDay: 0, units: 0, effectiveStrength: 0)
}

extension Shortfall: PlanLine {
  static let table = PlanTable.shortfalls
  static let columns: [PlanColumn<Shortfall>] = [
    .text("requirement", \.requirement, "The requirement."),
    .text("crisis", \.crisis, "Its crisis."),
    .text("capability", \.capability, "The capability required."),
    .number("fromDay", \.fromDay, unit: "day", "First day of the stretch."),
    .number("untilDay", \.untilDay, unit: "day", "Day at which the stretch ends."),
    .number("required", \.required, unit: "the requirement's unit", "Strength required."),
    .number("met", \.met, unit: "the requirement's unit", "Strength in place."),
    .number("shortfall", \.shortfall, unit: "the requirement's unit", "required - met."),
    .number(
      "weightedShortfall", \.weightedShortfall, unit: "weighted person-days",
      "weight x days x shortfall."),
    .text("reason", \.reason, "Why, in words."),
  ]
  static let blank = Shortfall(
    requirement: "", crisis: "", capability: "", fromDay: 0, untilDay: 0, required: 0, met: 0,
    shortfall: 0, weightedShortfall: 0, reason: "")
}

extension Price: PlanLine {
  static let table = PlanTable.prices
  static let columns: [PlanColumn<Price>] = [
    .integer("level", \.level, "The goal level that the price belongs to."),
    .word("kind", \.kind, "The family of the limit."),
    .text(
      "subject", \.subject,
      "A contribution, requirement or lift pool; contributor@crisis or contributor for a share cap."
    ),
    .number("fromDay", \.fromDay, unit: "day", "First day of the period."),
    .number("untilDay", \.untilDay, unit: "day", "Day at which the period ends."),
    .number(
      "price", \.price, unit: "see the column unit",
      "Improvement of the goal by one more unit of the limit; for a requirement, what one more costs."
    ),
    .optionalNumber(
      "rangeLow", \.rangeLow, unit: "the limit's unit",
      "Smallest value of the limit for which the price holds; empty: no lower end."),
    .optionalNumber(
      "rangeHigh", \.rangeHigh, unit: "the limit's unit",
      "Largest value of the limit for which the price holds; empty: no upper end."),
    .text("unit", \.unit, "Unit of the price."),
  ]
  static let blank = Price(
    level: 0, kind: .supply, subject: "", fromDay: 0, untilDay: 0, price: 0, rangeLow: nil,
    rangeHigh: nil, unit: "")
}

extension ContributorSummary: PlanLine {
  static let table = PlanTable.contributors
  static let columns: [PlanColumn<ContributorSummary>] = [
    .text("contributor", \.contributor, "The member."),
    .number("unitsPledged", \.unitsPledged, unit: "units", "Units over all its contributions."),
    .number(
      "unitsDeployed", \.unitsDeployed, unit: "units",
      "Largest number of units in place at the same time."),
    .number(
      "personnelDeployed", \.personnelDeployed, unit: "persons",
      "Largest number of personnel in place at the same time."),
    .number("personDays", \.personDays, unit: "person-days", "Personnel x days in place."),
    .number(
      "shareOfForce", \.shareOfForce, unit: "fraction",
      "Its person-days over the person-days of all members."),
    .number(
      "burden", \.burden, unit: "person-days by burden weight", "Person-days over burden weight."),
    .number("tonneKm", \.tonneKilometres, unit: "tonne-km", "Movement effort, one way."),
    .number("cost", \.cost, unit: "cost units", "Cost of movement and of units in place."),
  ]
  static let blank = ContributorSummary(
    contributor: "", unitsPledged: 0, unitsDeployed: 0, personnelDeployed: 0, personDays: 0,
    shareOfForce: 0, burden: 0, tonneKilometres: 0, cost: 0)
}

extension CrisisSummary: PlanLine {
  static let table = PlanTable.crises
  static let columns: [PlanColumn<CrisisSummary>] = [
    .text("crisis", \.crisis, "The crisis."),
    .number(
      "required", \.required, unit: "strength x days", "Required, over all its requirements."),
    .number("met", \.met, unit: "strength x days", "In place, up to what is required."),
    .number("shortfall", \.shortfall, unit: "strength x days", "required - met."),
    .optionalNumber(
      "closureDay", \.closureDay, unit: "day",
      "First day from which every requirement then open is met to its end; empty: never."),
    .text(
      "largestContributor", \.largestContributor,
      "The member with the most person-days in place; empty where none deploys."),
    .number("largestShare", \.largestShare, unit: "fraction", "That member's share."),
    .integer("contributors", \.contributors, unit: "members", "Members that deploy there."),
  ]
  static let blank = CrisisSummary(
    crisis: "", required: 0, met: 0, shortfall: 0, closureDay: nil, largestContributor: "",
    largestShare: 0, contributors: 0)
}
