import CommandLineTools
import ForceData
import ForceModel
import PlanReports

/// A comparison whose plans are all in the journal: written into a folder or a file, and printed.
struct ComparisonOutput {
  let sweep: Sweep
  let base: PlanningModel
  let journal: SweepJournal
  let order: VariantOrder
  let format: ReportFormat

  /// Writes and prints the comparison; the journal is gone when its folder is there.
  ///
  /// - Returns: The gravest end of all plans.
  /// - Throws: `OutputError`, `OutputFailure`; `Failure` where a variant can no longer be read.
  func show(writtenTo output: ReportOutput, on console: Console) throws -> ExitCode {
    let comparison = try comparison(isVerbose: console.isVerbose)
    let count = comparison.standings.count
    if count < sweep.variants.count {
      console.talk("stopped: \(sweep.share(count)) are planned")
    }
    let page = try report(of: comparison, isWanted: format == .html || output.isReport)
    let written = output.write(
      report: { page },
      folder: { (folder) throws(OutputError) in
        try ComparisonWriter.write(journal, toFolder: folder)
        journal.remove()
      })
    switch format {
    case .text:
      try console.result(
        ComparisonPage.text(
          of: comparison, names: DisplayNames(base), order: order, width: console.width,
          style: console.style, isVerbose: console.isVerbose, writtenTo: written.place))
    case .html: try console.result(as: format, writtenTo: written.place) { page }
    case .json: try print(ComparisonWriter.documentName, on: console)
    case .csv: try print("goals.csv", on: console)
    }
    if let failure = written.failure { throw failure }
    return Self.exitCode(of: comparison, isWhole: count == sweep.variants.count)
  }

  /// How all variants stand, and the lines of those that are shown.
  private func comparison(isVerbose: Bool) throws -> Comparison {
    var comparison = Comparison(base: try journal.baseLines())
    for number in 0..<journal.variantCount {
      comparison.standings.append(try journal.standing(ofVariant: number))
    }
    let shown =
      ComparisonPage.shown(of: comparison, order: order, isVerbose: isVerbose)
      + ComparisonReport.listed(of: comparison, order: order)
    for number in Set(shown).sorted() {
      comparison.addLines(try journal.lines(ofVariant: number))
    }
    return comparison
  }

  /// The page for a browser, where it is wanted.
  private func report(of comparison: Comparison, isWanted: Bool) throws -> String {
    guard isWanted else { return "" }
    let variants = try ComparisonReport.mapped(of: comparison, order: order).map { number in
      let variant = sweep.variants[number]
      return (name: variant.name, model: try sweep.model(of: variant))
    }
    return ComparisonReport.html(of: comparison, base: base, variants: variants, order: order)
  }

  /// Prints one of the files, piece by piece.
  private func print(_ name: String, on console: Console) throws {
    for file in try ComparisonWriter.files(of: journal) where file.name == name {
      var runs = file.runs
      while let run = try runs.next() {
        try console.result(String(decoding: run, as: UTF8.self))
      }
    }
  }

  private static func exitCode(of comparison: Comparison, isWhole: Bool) -> ExitCode {
    let statuses = ([comparison.baseStanding] + comparison.standings).map(\.status)
    if statuses.contains(.invalid) { return .certificateFailed }
    if statuses.contains(.infeasible) { return .infeasible }
    if statuses.contains(.limit) || !isWhole { return .limit }
    return .done
  }
}
