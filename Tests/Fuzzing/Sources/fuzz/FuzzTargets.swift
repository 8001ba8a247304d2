import ForceData
import ForceModel
import ForcePlanning
import GLPKSolver
import PlanCertificate
import TextFormats

/// The tutorial's model, the base of all inputs.
private let baseFiles = (ExampleModel.named(ExampleModel.defaultName)?.files ?? [])
  .filter { !$0.name.contains("/") }

/// The CSV reader by itself: every byte ends up in a cell or in a problem with a place.
struct CSVTarget: FuzzTarget {
  func run(_ input: [UInt8]) {
    let limits = CSVLimits(
      bytes: 1 << 16, rows: 200, columns: 30, fields: 2000, fieldBytes: 500, problems: 50)
    let reading = CSV.read(input, limits: limits)
    let lines = input.count { $0 == 0x0A || $0 == 0x0D } + 1
    for problem in reading.problems {
      precondition(1...lines ~= problem.row, "a problem below the end")
      precondition(problem.column >= 1, "a problem before the first column")
    }
    for record in 0..<reading.table.recordCount {
      for field in 0..<reading.table.fieldCount(ofRecord: record) {
        precondition(reading.table[record, field].utf8.count <= 3 * 500, "a cell beyond its limit")
      }
    }
  }
}

/// datapackage.json beside the tables of the tutorial's model.
struct PackageTarget: FuzzTarget {
  private let folder = FolderOfInput("package", base: baseFiles)

  func run(_ input: [UInt8]) {
    if let node = try? JSON.read(input) { _ = node }
    folder.with(input, firstName: "datapackage.json") {
      let reading = ModelReader(limits: smallLimits).read(folder: folder.path)
      check(reading.findings, hasValue: reading.model != nil)
    }
  }
}

/// Any tables of a model; one that is read can be written, and read again is the same.
struct ModelTarget: FuzzTarget {
  private let folder = FolderOfInput("model", base: baseFiles)
  private let again = FolderOfInput("again", base: [])

  func run(_ input: [UInt8]) {
    folder.with(input, firstName: "contributions.csv") {
      let reading = ModelReader(limits: smallLimits).read(folder: folder.path)
      check(reading.findings, hasValue: reading.model != nil)
      guard let model = reading.model else { return }
      var written: [UInt8] = []
      for file in ModelWriter.files(of: model) {
        written += "=== \(file.name)\n".utf8 + file.bytes
      }
      again.with(written, firstName: "none") {
        // Written out in full, a model may be larger than the input was allowed to be.
        var back = ModelReader().read(folder: again.path)
        precondition(back.model != nil, "\(back.findings.map(\.text))")
        back.model?.identity = model.identity
        precondition(back.model == model, "a model changed when it was written and read")
      }
    }
  }
}

/// Overrides on the tutorial's model: tables, JSON, or both.
struct VariantTarget: FuzzTarget {
  private let base = FolderOfInput("base", base: baseFiles)
  private let variant = FolderOfInput("variant", base: [])

  func run(_ input: [UInt8]) {
    variant.with(input, firstName: "contributions.csv") {
      let reading = VariantReader(of: base.path, limits: smallLimits).read(variant.path)
      check(reading.findings, hasValue: reading.model != nil)
    }
  }
}

/// Deployments that somebody made by hand.
struct MovesTarget: FuzzTarget {
  private let base = FolderOfInput("moves", base: baseFiles)

  func run(_ input: [UInt8]) {
    base.with(input, firstName: "moves.csv") {
      let reading = ModelReader(limits: smallLimits)
        .read(deployments: base.path + "/moves.csv", of: base.path)
      check(reading.findings, hasValue: reading.model != nil)
    }
  }
}

/// The files of a plan, and what the independent check says of what was read.
struct PlanTarget: FuzzTarget {
  private let model: PlanningModel
  private let files: [OutputFile]
  private let folder: FolderOfInput

  init() {
    let base = FolderOfInput("planned", base: baseFiles)
    guard let model = ModelReader().read(folder: base.path).model,
      let plan = try? Planner(engines: GLPKEngineProvider()).plan(model)
    else { preconditionFailure("the tutorial's model has no plan") }
    self.model = model
    files = PlanFolderWriter.files(of: plan)
    folder = FolderOfInput("plan", base: files)
  }

  func run(_ input: [UInt8]) {
    folder.with(input, firstName: "plan.json") {
      let reading = PlanFolderReader(limits: smallLimits).read(path: folder.path)
      check(reading.findings, hasValue: reading.plan != nil)
      guard let plan = reading.plan else { return }
      let verification = PlanVerifier.verify(plan: plan, model: model)
      precondition(
        verification.bounds.count == plan.goals.count || !verification.complaints.isEmpty,
        "a level without a bound and without a complaint")
    }
  }
}
