public import ForceModel
import TextFormats

/// Writes a comparison: one table for each view of it, all of it in comparison.json, and a package that
/// describes the tables.
public enum ComparisonWriter {
  /// Name of the file that holds all of a comparison.
  public static let documentName = "comparison.json"

  /// The files of a comparison: the same bytes for the same comparison.
  public static func files(of comparison: Comparison) -> [OutputFile] {
    [
      OutputFile(table: comparison.inputs), OutputFile(table: comparison.goals),
      OutputFile(table: comparison.crises), OutputFile(table: comparison.contributors),
      OutputFile(table: comparison.deployments), OutputFile(table: comparison.measures),
      OutputFile(name: PlanPackage.fileName, text: JSON.text(package(of: comparison))),
      OutputFile(name: documentName, text: JSON.text(document(of: comparison))),
    ]
  }

  /// Writes a comparison's folder in one step; an older one there is replaced, anything else is not.
  ///
  /// - Throws: `OutputError`.
  public static func write(
    _ comparison: Comparison, toFolder path: String
  ) throws(OutputError) {
    try AtomicOutput.write(files(of: comparison), toFolder: path, replacing: earlierComparison)
  }

  /// Makes sure, before anything is planned, that a comparison can be written into a folder.
  ///
  /// - Throws: `OutputError`.
  public static func check(folder path: String) throws(OutputError) {
    try AtomicOutput.check(folder: path, replacing: earlierComparison)
  }

  private static let earlierComparison = AtomicOutput.Replacing.output(
    marker: documentName,
    names: [
      "inputs.csv", "goals.csv", "crises.csv", "contributors.csv", "deployments.csv",
      "measures.csv", PlanPackage.fileName, documentName,
    ])

  private static func document(of comparison: Comparison) -> JSONValue {
    [
      "base": .string(comparison.base),
      "variants": .array(comparison.variants.map { .string($0) }),
      "inputs": .table(comparison.inputs), "goals": .table(comparison.goals),
      "crises": .table(comparison.crises), "contributors": .table(comparison.contributors),
      "deployments": .table(comparison.deployments), "measures": .table(comparison.measures),
    ]
  }

  private static func package(of comparison: Comparison) -> JSONValue {
    PlanPackage.package(
      name: comparison.base + "-comparison", title: "Plans compared with \(comparison.base)",
      [
        PlanPackage.resource(InputDifference.self), PlanPackage.resource(GoalDifference.self),
        PlanPackage.resource(CrisisDifference.self),
        PlanPackage.resource(ContributorDifference.self),
        PlanPackage.resource(DeploymentDifference.self), PlanPackage.resource(PlanMeasures.self),
      ])
  }
}
