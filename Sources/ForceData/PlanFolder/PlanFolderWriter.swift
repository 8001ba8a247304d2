public import ForceModel
import TextFormats

/// Writes plan folders (data-package.md, "What the planner writes").
public enum PlanFolderWriter {
  /// Name of the file that says how a plan was made.
  static let runFileName = "run.json"

  /// The files of a plan but for run.json: the same bytes for the same plan.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - exitCode: How the process ends, for plan.json; the status's code where nil.
  /// - Returns: Tables, package and plan.json.
  /// - Complexity: linear in the size of the plan.
  public static func files(of plan: Plan, exitCode: Int? = nil) -> [OutputFile] {
    [
      OutputFile(table: plan.deployments), OutputFile(table: plan.tasks),
      OutputFile(table: plan.shortfalls), OutputFile(table: plan.prices),
      OutputFile(table: plan.contributors), OutputFile(table: plan.crises),
      OutputFile(name: PlanPackage.fileName, text: JSON.text(PlanPackage.json(plan))),
      OutputFile(
        name: PlanDocument.fileName, text: JSON.text(PlanDocument.json(plan, exitCode: exitCode))),
    ]
  }

  /// Writes a plan's folder in one step; an older plan there is replaced, anything else is not.
  ///
  /// - Throws: `OutputError`.
  public static func write(
    _ plan: Plan, run: RunRecord, exitCode: Int? = nil, toFolder path: String
  ) throws(OutputError) {
    let files =
      files(of: plan, exitCode: exitCode) + [
        OutputFile(name: runFileName, text: JSON.text(run.json))
      ]
    try AtomicOutput.write(files, toFolder: path, replacing: earlierPlan)
  }

  /// Makes sure, before a plan is made, that it can be written into a folder.
  ///
  /// - Throws: `OutputError`.
  public static func check(folder path: String) throws(OutputError) {
    try AtomicOutput.check(folder: path, replacing: earlierPlan)
  }

  /// What a folder may hold to be replaced.
  private static let earlierPlan = AtomicOutput.Replacing.output(
    marker: PlanDocument.fileName,
    names: Set(
      PlanTable.allCases.map(\.fileName)
        + [PlanPackage.fileName, PlanDocument.fileName, runFileName]))
}
