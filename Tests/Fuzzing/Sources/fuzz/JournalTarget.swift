@testable import ForceData
import ForceModel
import Glibc
import TextFormats

/// The journal of a comparison that goes on: any bytes, and any blocks under heads that match them.
///
/// An input of blocks has a line `=== NAME` before each record and a line `---` between its blocks. A record
/// whose first block is empty has what the run expects of the first record there.
struct JournalTarget: FuzzTarget {
  private static let origin = SweepOrigin(
    programs: "planner 1", options: ["--whole-units"],
    files: [FileDigest(name: "contributions", sha256: "aa")])
  private static let base = lines("three-crises")
  private static let next = lines("next")

  private let folder = FolderOfInput("journal", base: [])
  private let file = ".out.journal"

  func run(_ input: [UInt8]) {
    if input.starts(with: "record".utf8) {
      folder.write(input, to: file)
    } else {
      folder.write([], to: file)
      seal(Self.records(in: input))
    }
    let given = written()
    var planned: Int?
    attempt {
      let journal = try journal()
      if journal.variantCount > 0 {
        precondition(given.starts(with: written()), "opening changed what was kept")
      }
      readAll(of: journal)
      if (try? journal.begin(base: VariantRecord(Self.base, sha256: "base"))) != nil {
        planned = journal.variantCount + 1
        try journal.append(VariantRecord(Self.next, sha256: "digest"))
      }
    }
    if let planned {
      attempt {
        let journal = try journal()
        precondition(journal.variantCount == planned, "a variant is lost or came twice")
        let added = try journal.lines(ofVariant: planned - 1)
        precondition(added == Self.next, "a variant is not as it was recorded")
      }
    }
    folder.remove(file)
  }

  /// The bytes of the journal; none where there is none.
  private func written() -> [UInt8] {
    (try? InputFile.read(folder.path + "/" + file, limit: .max)) ?? []
  }

  private func journal() throws -> SweepJournal {
    try SweepJournal(besideFolder: folder.path + "/out", origin: Self.origin, resumes: true)
  }

  /// What goes on with a journal, or says why it does not in words that can be shown.
  private func attempt(_ body: () throws -> Void) {
    let message: String
    do { return try body() } catch let error as OutputError {
      message = error.message
    } catch let refusal as SweepJournal.Refusal {
      message = refusal.message
    } catch { preconditionFailure("\(error)") }
    precondition(isVisible(message), "a terminal would act on \(message.debugDescription)")
  }

  /// All that a comparison takes from its journal; what can be written holds the same in every form.
  private func readAll(of journal: SweepJournal) {
    guard journal.variantCount > 0 else { return }
    attempt { _ = try journal.baseLines() }
    let entry = VariantList.Entry(name: "v", path: "v.csv")
    for number in 0..<journal.variantCount {
      attempt { _ = try journal.standing(ofVariant: number) }
      attempt { _ = try journal.lines(ofVariant: number) }
      attempt { try journal.check(number, is: entry, sha256: "digest") }
    }
    attempt {
      let base = try journal.head(ofRecord: journal.tableRecords.lowerBound).name
      let written = try Self.bytes(of: ComparisonDocument(journal: journal, base: base).file)
      let document = try? JSON.read(written)
      precondition(document != nil, "comparison.json is no JSON")
      for table in VariantRecord.Table.allCases {
        let file = ComparisonWriter.table(of: table, in: journal)
        let reading = CSV.read(try Self.bytes(of: file))
        precondition(reading.problems.isEmpty, "\(table.line.fileName) is no table")
        guard case .array(let lines)? = document?[table.line.tableName]?.content else {
          preconditionFailure("comparison.json lacks \(table.line.tableName)")
        }
        precondition(reading.table.recordCount == lines.count, "a table has other rows")
      }
    }
  }

  private static func bytes(of file: StreamedFile) throws(OutputError) -> [UInt8] {
    var bytes: [UInt8] = []
    for piece in 0..<file.pieceCount { bytes += try file.piece(piece) }
    return bytes
  }

  // MARK: - Blocks

  /// Writes a journal whose heads match its blocks.
  private func seal(_ records: [[[UInt8]]]) {
    attempt {
      let path = folder.path + "/" + file
      guard let descriptor = try LockedFile.open(path) else { preconditionFailure("\(path)") }
      let journal = try RecordFile(descriptor: descriptor, path: path)
      for (number, blocks) in records.enumerated() {
        var blocks = blocks.prefix(RecordFile.blockCount)
        while blocks.count < RecordFile.blockCount { blocks.append([]) }
        if number == 0, blocks[0].isEmpty { blocks[0] = Self.origin.bytes }
        try journal.append(Array(blocks))
      }
    }
  }

  private static func records(in input: [UInt8]) -> [[[UInt8]]] {
    var records: [[[UInt8]]] = []
    for line in input.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.starts(with: "=== ".utf8) {
        records.append([[]])
      } else if records.isEmpty {
        continue
      } else if line.elementsEqual("---".utf8) {
        records[records.count - 1].append([])
      } else {
        records[records.count - 1][records[records.count - 1].count - 1] += line + [0x0A]
      }
    }
    return records
  }

  private static func lines(_ name: String) -> VariantLines {
    VariantLines(
      name: name,
      inputs: [
        InputDifference(
          variant: name, table: "lift", row: "a b", change: .changed, column: "assets",
          before: "one, \"two\"\nthree", after: "")
      ],
      goals: [], crises: [], contributors: [ContributorDifference(variant: name, contributor: "A")],
      deployments: [], measures: PlanMeasures(variant: name))
  }
}
