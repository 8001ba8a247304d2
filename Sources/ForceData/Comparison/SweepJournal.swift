public import ForceModel
import Glibc
import TextFormats

/// The plans of a comparison as they are made, one after another, so that a run that ends before its time can be
/// gone on with.
///
/// The journal lies beside the folder that the comparison will be written into, under a hidden name, and
/// belongs to one run at a time. Its first record is what the sweep follows from, the second is the base, then
/// come the variants in their order.
public final class SweepJournal {
  /// Records before those of the variants.
  private static let firstVariant = 2

  /// Where the journal lies; nil: in memory.
  public let path: String?
  private let file: RecordFile

  /// A journal in memory, which ends with the run.
  public init(origin: SweepOrigin) throws(OutputError) {
    path = nil
    file = RecordFile()
    try file.append(Self.record(of: origin))
  }

  /// The journal of a comparison into a folder, new or left by a run that did not end.
  ///
  /// - Parameters:
  ///   - folder: The folder; it need not be there.
  ///   - origin: What the plans follow from.
  ///   - resumes: Whether variants may be there already.
  /// - Throws: `Refusal`; `OutputError` where the journal cannot be made or read.
  public init(besideFolder folder: String, origin: SweepOrigin, resumes: Bool) throws {
    let path = try Self.path(besideFolder: folder)
    self.path = path
    guard let descriptor = try LockedFile.open(path) else { throw Refusal.inUse(folder: folder) }
    file = try RecordFile(descriptor: descriptor, path: path)
    guard variantCount > 0 else {
      // Whatever a run wrote that did not get as far as a plan.
      try file.removeAll()
      try file.append(Self.record(of: origin))
      return
    }
    guard resumes else {
      throw Refusal.unfinished(journal: path, folder: folder, variants: variantCount)
    }
    guard let begun = SweepOrigin(try file.read(block: 0, of: 0)) else {
      throw Refusal.changed(journal: path, what: "another version of the tool has begun it")
    }
    if let what = origin.change(since: begun) { throw Refusal.changed(journal: path, what: what) }
  }

  /// Variants that are planned.
  public var variantCount: Int { max(0, file.count - Self.firstVariant) }

  /// Records the base, or makes sure that it is as recorded.
  ///
  /// - Throws: `Refusal`, `OutputError`.
  public func begin(base: VariantRecord) throws {
    guard variantCount > 0 else { return try file.append(base.blocks) }
    for block in base.blocks.indices
    where base.blocks[block] != (try file.read(block: block, of: 1)) {
      throw Refusal.changed(
        journal: path ?? "", what: "the plan of the model itself is another now")
    }
  }

  /// Makes sure that a variant that is planned is still the same.
  ///
  /// - Parameters:
  ///   - number: The variant's number, 0 ..< `variantCount`.
  ///   - entry: The variant that has the number now.
  ///   - sha256: The digest of its files now.
  /// - Throws: `Refusal`, `OutputError`.
  public func check(_ number: Int, is entry: VariantList.Entry, sha256: String) throws {
    let (name, digest) = try head(ofRecord: number + Self.firstVariant)
    guard name == entry.name else {
      throw Refusal.changed(
        journal: path ?? "",
        what: "variant \(number + 1) is \(SafeText.quoted(entry.name)) now and was "
          + SafeText.quoted(name))
    }
    guard digest == sha256 else {
      throw Refusal.changed(
        journal: path ?? "",
        what: "the variant \(SafeText.quoted(entry.path)) has changed since it was planned")
    }
  }

  /// Makes sure that not more variants are planned than there are now.
  ///
  /// - Throws: `Refusal`.
  public func check(atMost count: Int) throws {
    guard variantCount > count else { return }
    throw Refusal.changed(
      journal: path ?? "",
      what: "\(variantCount) variants are planned and only \(count) are named now")
  }

  /// Adds the next variant.
  ///
  /// - Throws: `OutputError`; the journal is then as before.
  public func append(_ variant: VariantRecord) throws(OutputError) {
    try file.append(variant.blocks)
  }

  /// Forces to disk what is recorded.
  ///
  /// - Throws: `OutputError`.
  public func sync() throws(OutputError) { try file.sync() }

  /// Removes the journal, when its work is done or it holds nothing.
  public func remove() {
    if let path { unlink(path) }
  }

  // MARK: - Reading

  /// The base's own lines.
  ///
  /// - Throws: `OutputError` where they cannot be read back.
  public func baseLines() throws(OutputError) -> VariantLines { try lines(ofRecord: 1) }

  /// The lines of a variant by its number.
  ///
  /// - Throws: `OutputError` where they cannot be read back.
  public func lines(ofVariant number: Int) throws(OutputError) -> VariantLines {
    try lines(ofRecord: number + Self.firstVariant)
  }

  /// How a variant stands, by its number.
  ///
  /// - Throws: `OutputError` where it cannot be read back.
  public func standing(ofVariant number: Int) throws(OutputError) -> VariantStanding {
    let record = number + Self.firstVariant
    return VariantStanding(
      name: try head(ofRecord: record).name, status: try measures(ofRecord: record).status,
      lines: try lines(GoalDifference.self, .goals, ofRecord: record))
  }

  /// Records that hold lines of tables: that of the base, then those of the variants.
  var tableRecords: Range<Int> { 1..<file.count }

  /// The name of what a record is of, and the digest of its files.
  func head(ofRecord record: Int) throws(OutputError) -> (name: String, sha256: String) {
    let bytes = try file.read(block: VariantRecord.nameBlock, of: record)
    // A table of one row, which is the first and so the header.
    let cells = CSV.read(bytes).table.header
    guard cells.count == 2 else { throw unreadable() }
    return (cells[0], cells[1])
  }

  /// Whether a record has rows of a table.
  func hasRows(of table: VariantRecord.Table, inRecord record: Int) -> Bool {
    file.hasBytes(block: table.rawValue, of: record)
  }

  /// The rows of a table in a record, as its file has them.
  func rows(of table: VariantRecord.Table, inRecord record: Int) throws(OutputError) -> [UInt8] {
    try file.read(block: table.rawValue, of: record)
  }

  /// The lines of a table in a record.
  func lines<Line: ComparisonLine>(
    _ line: Line.Type, _ table: VariantRecord.Table, ofRecord record: Int
  ) throws(OutputError) -> [Line] {
    guard let lines = TableRows.lines(try rows(of: table, inRecord: record), of: line) else {
      throw unreadable()
    }
    return lines
  }

  private func lines(ofRecord record: Int) throws(OutputError) -> VariantLines {
    VariantLines(
      name: try head(ofRecord: record).name,
      inputs: try lines(InputDifference.self, .inputs, ofRecord: record),
      goals: try lines(GoalDifference.self, .goals, ofRecord: record),
      crises: try lines(CrisisDifference.self, .crises, ofRecord: record),
      contributors: try lines(ContributorDifference.self, .contributors, ofRecord: record),
      deployments: try lines(DeploymentDifference.self, .deployments, ofRecord: record),
      measures: try measures(ofRecord: record))
  }

  private func measures(ofRecord record: Int) throws(OutputError) -> PlanMeasures {
    guard let line = try lines(PlanMeasures.self, .measures, ofRecord: record).first else {
      throw unreadable()
    }
    return line
  }

  private func unreadable() -> OutputError {
    OutputError(path: path ?? "the journal", cause: .unreadable("a record is not as expected"))
  }

  private static func record(of origin: SweepOrigin) -> [[UInt8]] {
    [origin.bytes] + Array(repeating: [], count: RecordFile.blockCount - 1)
  }

  /// Where the journal of a comparison into a folder lies: beside the folder itself, also where a link leads
  /// to it.
  private static func path(besideFolder folder: String) throws(OutputError) -> String {
    guard let resolved = realpath(folder, nil) else {
      guard errno == ENOENT else { throw SystemCall.failure(at: folder) }
      return AtomicOutput.Place(of: folder).journal
    }
    defer { free(resolved) }
    return AtomicOutput.Place(of: String(cString: resolved)).journal
  }
}
