import CommandLineTools
import ForceData
import PlanReports

/// What `-o` names: a folder for every table, or a file that ends with .html for the report.
enum ReportOutput {
  case nowhere
  case folder(String)
  case report(String)

  /// The value of the option; nil: it was not given.
  init(_ path: String?) {
    switch path {
    case nil: self = .nowhere
    case let path? where path.hasSuffix(".html"): self = .report(path)
    case let path?: self = .folder(path)
    }
  }

  /// Whether it is the report.
  var isReport: Bool {
    if case .report = self { true } else { false }
  }

  /// Makes sure, before long work, that it can be written; `check` looks at the folder.
  ///
  /// - Throws: `OutputError`.
  func check(folder check: (String) throws(OutputError) -> Void) throws(OutputError) {
    switch self {
    case .nowhere: break
    case .folder(let folder): try check(folder)
    case .report(let file): try AtomicOutput.check(file: file)
    }
  }

  /// Writes the report or, by `write`, the folder.
  ///
  /// - Returns: Where it is then; nowhere where writing failed, and the failure.
  func write(
    report html: () -> String, folder write: (String) throws(OutputError) -> Void
  ) -> (place: WrittenResult, failure: OutputError?) {
    do throws(OutputError) {
      switch self {
      case .nowhere: return (.nowhere, nil)
      case .folder(let folder):
        try write(folder)
        return (.folder(folder), nil)
      case .report(let file):
        try AtomicOutput.write(Array(html().utf8), to: file)
        return (.report(file), nil)
      }
    } catch {
      return (.nowhere, error)
    }
  }
}

extension Console {
  /// Prints a result, unless it is the report and that has been written into a file already.
  func result(
    as format: ReportFormat, writtenTo place: WrittenResult, _ text: () throws -> String
  ) throws {
    if format == .html, case .report(let file) = place {
      talk("wrote \(file)")
    } else {
      try result(text())
    }
  }
}
