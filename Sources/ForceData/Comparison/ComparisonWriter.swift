import TextFormats

/// Writes a comparison from its journal: one table for each view of it, all of it in comparison.json, and a
/// package that describes the tables.
///
/// Whatever the number of variants, only a few of them are in memory at a time.
public enum ComparisonWriter {
  /// Name of the file that holds all of a comparison.
  public static let documentName = "comparison.json"

  /// The files of a comparison: the same bytes for the same variants.
  public static func files(of journal: SweepJournal) throws(OutputError) -> [StreamedFile] {
    let base = try journal.head(ofRecord: journal.tableRecords.lowerBound).name
    return VariantRecord.Table.allCases.map { table(of: $0, in: journal) } + [
      StreamedFile(OutputFile(name: PlanPackage.fileName, text: JSON.text(package(base: base)))),
      ComparisonDocument(journal: journal, base: base).file,
    ]
  }

  /// Writes a comparison's folder in one step; an older one there is replaced, anything else is not.
  ///
  /// - Parameters:
  ///   - journal: The plans; it lies beside this folder, so no other run writes it.
  ///   - path: The folder.
  /// - Throws: `OutputError`.
  public static func write(
    _ journal: SweepJournal, toFolder path: String
  ) throws(OutputError) {
    try AtomicOutput.write(
      try files(of: journal), toFolder: path, replacing: earlierComparison, isAlone: true)
  }

  /// Makes sure, before anything is planned, that a comparison can be written into a folder.
  ///
  /// - Throws: `OutputError`.
  public static func check(folder path: String) throws(OutputError) {
    try AtomicOutput.check(folder: path, replacing: earlierComparison)
  }

  private static let earlierComparison = AtomicOutput.Replacing.output(
    marker: documentName,
    names: Set(VariantRecord.Table.allCases.map { $0.line.fileName })
      .union([PlanPackage.fileName, documentName]))

  /// A table: its header, and the rows that each record has of it.
  static func table(
    of table: VariantRecord.Table, in journal: SweepJournal
  ) -> StreamedFile {
    let records = journal.tableRecords
    let header = TableRows.header(of: table.line)
    return StreamedFile(name: table.line.fileName, pieceCount: 1 + records.count) {
      (piece) throws(OutputError) in
      piece == 0
        ? header : try journal.rows(of: table, inRecord: records.lowerBound + piece - 1)
    }
  }

  private static func package(base: String) -> JSONValue {
    PlanPackage.package(
      name: base + "-comparison", title: "Plans compared with \(base)",
      VariantRecord.Table.allCases.map { PlanPackage.resource($0.line) })
  }
}
