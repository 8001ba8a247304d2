import Foundation
import ForceModel
import TestSupport
import Testing

@testable import ForceData

/// The journal of a comparison: what it gives back, what it drops, and whom it refuses.
@Suite struct SweepJournalTests {
  private static let origin = SweepOrigin(
    programs: "planner 1", options: ["--whole-units"],
    files: [
      FileDigest(name: "contributions", sha256: "aa"), FileDigest(name: "lift", sha256: "bb"),
    ])

  /// Lines with everything that a cell may hold.
  private static func lines(_ name: String) -> VariantLines {
    var measures = PlanMeasures(variant: name)
    measures.status = .feasible
    measures.balance = 0.1 + 0.2
    measures.gini = .nan
    return VariantLines(
      name: name,
      inputs: [
        InputDifference(
          variant: name, table: "crises", row: "a b", change: .changed, column: "name",
          before: "one, \"two\"\nthree", after: "")
      ],
      goals: [
        GoalDifference(
          variant: name, status: .feasible, level: 1, name: "shortfall", base: nil, value: 1 / 3,
          gap: .infinity, unit: "weighted person-days")
      ],
      crises: [],
      contributors: [ContributorDifference(variant: name, contributor: "KAZ")],
      deployments: [], measures: measures)
  }

  private static func record(_ number: Int) -> VariantRecord {
    VariantRecord(lines("v\(number)"), sha256: "digest \(number)")
  }

  private static func entry(_ number: Int) -> VariantList.Entry {
    VariantList.Entry(name: "v\(number)", path: "variants/v\(number).csv")
  }

  private let folder: ScratchFolder
  private let file: String

  init() throws {
    folder = try ScratchFolder()
    file = folder.path(".out.journal")
  }

  private func journal(
    _ origin: SweepOrigin = origin, resumes: Bool = true
  ) throws -> SweepJournal {
    try SweepJournal(besideFolder: folder.path("out"), origin: origin, resumes: resumes)
  }

  /// A journal with a few variants, which its run has left.
  private func leaveJournal(variants: Int) throws {
    let journal = try journal()
    try journal.begin(base: VariantRecord(Self.lines("base"), sha256: "base"))
    for number in 0..<variants { try journal.append(Self.record(number)) }
  }

  // MARK: What is kept

  @Test(arguments: [true, false])
  func `lines come back as they were`(inMemory: Bool) throws {
    let journal = inMemory ? try SweepJournal(origin: Self.origin) : try journal()
    try journal.begin(base: VariantRecord(Self.lines("base"), sha256: "base"))
    for number in 0..<3 { try journal.append(Self.record(number)) }
    #expect(journal.variantCount == 3)
    for number in [2, 0, 1] {
      var (read, written) = (try journal.lines(ofVariant: number), Self.lines("v\(number)"))
      // What is no number is not equal to itself.
      #expect(read.measures.gini.isNaN)
      (read.measures.gini, written.measures.gini) = (0, 0)
      #expect(read == written)
      #expect(try journal.standing(ofVariant: number) == VariantStanding(of: written))
      try journal.check(number, is: Self.entry(number), sha256: "digest \(number)")
    }
    #expect(try journal.baseLines().name == "base")
  }

  @Test func `cut at any byte, whole variants stay and the rest is dropped`() throws {
    try leaveJournal(variants: 3)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
    var counts: [Int] = []
    for length in bytes.indices {
      try bytes.prefix(length).write(to: URL(fileURLWithPath: file))
      let journal = try journal()
      let count = journal.variantCount
      counts.append(count)
      for number in 0..<count {
        try journal.check(number, is: Self.entry(number), sha256: "digest \(number)")
      }
      // Going on gives the bytes of a run that was not stopped.
      try journal.begin(base: VariantRecord(Self.lines("base"), sha256: "base"))
      for number in count..<3 { try journal.append(Self.record(number)) }
      #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == bytes, "cut at \(length)")
    }
    #expect(counts == counts.sorted())
    #expect(Set(counts) == [0, 1, 2])
  }

  @Test func `a byte that has turned into another drops its record and those behind it`() throws {
    try leaveJournal(variants: 3)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
    let whole = "record ".utf8.count
    for place in stride(from: whole, to: bytes.count, by: 7) {
      var changed = bytes
      changed[place] ^= 1
      try changed.write(to: URL(fileURLWithPath: file))
      let journal = try journal()
      #expect(journal.variantCount < 3, "byte \(place)")
      for number in 0..<journal.variantCount {
        try journal.check(number, is: Self.entry(number), sha256: "digest \(number)")
      }
    }
  }

  @Test func `rows that would run into the next ones are not taken`() {
    let line = ContributorDifference(variant: "v", contributor: "KAZ")
    let rows = TableRows.bytes(of: [line])
    func lines(_ rows: [UInt8]) -> [ContributorDifference]? {
      TableRows.lines(rows, of: ContributorDifference.self)
    }
    #expect(lines(rows + rows) == [line, line])
    #expect(lines(rows.dropLast()) == nil)
    #expect(lines(rows + Array("\"v,KAZ\n".utf8)) == nil)
  }

  // MARK: Who is refused

  private func refusal(_ body: () throws -> Void) throws -> SweepJournal.Refusal {
    try #require(#expect(throws: SweepJournal.Refusal.self, performing: body))
  }

  @Test func `variants that are planned are not lost without a word`() throws {
    try leaveJournal(variants: 2)
    let refusal = try refusal { _ = try journal(resumes: false) }
    #expect(
      refusal == .unfinished(journal: file, folder: folder.path("out"), variants: 2))
    #expect(refusal.message.contains("--resume"))
    #expect(try journal().variantCount == 2)
  }

  @Test func `what holds no variant yet is no obstacle`() throws {
    try leaveJournal(variants: 0)
    var other = Self.origin
    other.programs = "planner 2"
    #expect(try journal(other, resumes: false).variantCount == 0)
  }

  @Test func `a journal belongs to one run at a time`() throws {
    let first = try journal()
    #expect(try refusal { _ = try journal() } == .inUse(folder: folder.path("out")))
    first.remove()
    // The next run makes its own file, also while the first one still has the old one open.
    #expect(try journal().variantCount == 0)
    #expect(first.variantCount == 0)
  }

  @Test func `a lock ends with its holder, whoever else has the file open`() throws {
    let first = try #require(try LockedFile.open(file))
    // What a process that was just begun has until it runs its own program.
    let inherited = dup(first)
    defer { close(inherited) }
    #expect(try LockedFile.open(file) == nil)
    LockedFile.close(first)
    let second = try #require(try LockedFile.open(file))
    LockedFile.close(second)
  }

  @Test(arguments: [
    ("version", "it was begun by 'planner 1', and this is 'planner 2'"),
    ("options", "it was begun with '--whole-units', and this run has no options that change plans"),
    ("changed", "lift of the model has changed since it was begun"),
    ("added", "caveats of the model was not there when it was begun"),
    ("gone", "lift of the model is gone since it was begun"),
  ])
  func `another model, version or option is refused by its name`(
    change: String, words: String
  ) throws {
    try leaveJournal(variants: 1)
    var origin = Self.origin
    switch change {
    case "version": origin.programs = "planner 2"
    case "options": origin.options = []
    case "changed": origin.files[1].sha256 = "cc"
    case "added": origin.files.append(FileDigest(name: "caveats", sha256: "dd"))
    default: origin.files.removeLast()
    }
    let refusal = try refusal { _ = try journal(origin) }
    #expect(refusal == .changed(journal: file, what: words))
    // Nothing is lost by the refusal.
    #expect(try journal().variantCount == 1)
  }

  @Test func `variants that are others now are refused by their names`() throws {
    try leaveJournal(variants: 2)
    let journal = try journal()
    #expect(
      try refusal { try journal.check(1, is: Self.entry(1), sha256: "another") }
        == .changed(
          journal: file, what: "the variant 'variants/v1.csv' has changed since it was planned"))
    #expect(
      try refusal { try journal.check(1, is: Self.entry(7), sha256: "digest 1") }
        == .changed(journal: file, what: "variant 2 is 'v7' now and was 'v1'"))
    #expect(
      try refusal { try journal.check(atMost: 1) }
        == .changed(journal: file, what: "2 variants are planned and only 1 are named now"))
    #expect(
      try refusal { try journal.begin(base: VariantRecord(Self.lines("b"), sha256: "base")) }
        == .changed(journal: file, what: "the plan of the model itself is another now"))
  }

  @Test(arguments: ["my notes\n", "recorder", "\u{0}"])
  func `somebody's own file is not taken for a journal`(text: String) throws {
    try folder.write(".out.journal", text)
    #expect(throws: OutputError.self) { try journal() }
    #expect(try folder.read(".out.journal") == text)
  }

  @Test func `a pipe or a link in the journal's place is refused`() throws {
    #expect(mkfifo(file, 0o600) == 0)
    #expect(throws: OutputError.self) { try journal() }
    unlink(file)
    #expect(symlink(folder.path("elsewhere"), file) == 0)
    #expect(throws: OutputError.self) { try journal() }
    #expect(try folder.names() == [".out.journal"])
  }
}
