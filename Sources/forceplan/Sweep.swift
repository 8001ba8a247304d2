import CommandLineTools
import ForceData
import ForceModel
import ForcePlanning
import GLPKSolver
import TextFormats

/// The variants of a comparison: read, planned and recorded in the journal one after another.
struct Sweep: Sendable {
  /// Thrown where the time is up or somebody wants an end; what is recorded stays.
  private struct Stopped: Error {}

  /// What came of a variant.
  private struct Outcome: Sendable {
    let record: VariantRecord
    /// Whether it may have been cut short.
    let isCut: Bool
  }

  let variants: [VariantList.Entry]
  let reader: VariantReader
  let changes: ModelChanges
  let patience: Patience

  /// Reads every variant before any is planned, so that hours of work do not end at a wrong cell, and makes
  /// sure that those in the journal are as they were.
  ///
  /// - Parameters:
  ///   - journal: The plans that are there.
  ///   - accept: Says what was found in a variant, and throws where it is not valid.
  /// - Throws: What `accept` throws; `SweepJournal.Refusal`; `Failure` where the work is stopped.
  func check(
    _ journal: SweepJournal, accept: (ModelReading, VariantList.Entry) throws -> PlanningModel
  ) throws {
    try journal.check(atMost: variants.count)
    let begin = ContinuousClock.now
    try OrderedWork.perform(
      0..<variants.count, threads: patience.threads,
      work: { number in patience.isOver() ? nil : reader.read(variants[number].path) },
      deliver: { number, reading in
        guard let reading else { throw stopped(journal) }
        let model = try accept(reading, variants[number])
        if number < journal.variantCount {
          try journal.check(number, is: variants[number], sha256: model.identity.sha256)
        }
        patience.note(number + 1, from: 0, of: variants.count, since: begin, "variants read")
      })
  }

  /// Plans the base and the variants that the journal does not have yet.
  ///
  /// A plan that is cut short counts only where nothing is kept for later. Otherwise it is made anew when the
  /// work is gone on with, so that the comparison is the same however often that was stopped.
  ///
  /// - Returns: Whether all are recorded.
  /// - Throws: `OutputError`, `SweepJournal.Refusal`, `EngineFailure`; `Failure` where a variant can no
  ///   longer be read.
  func plan(base: PlanningModel, into journal: SweepJournal) throws -> Bool {
    let sweep = try VariantSweep(
      of: base, engines: GLPKEngineProvider(), options: patience.options)
    if patience.isOver() { return false }
    try journal.begin(
      base: VariantRecord(VariantLines(base: sweep.base), sha256: base.identity.sha256))
    let (begin, first) = (ContinuousClock.now, journal.variantCount)
    // From the first plan on that was cut short.
    var cut: [VariantRecord] = []
    do {
      try OrderedWork.perform(
        first..<variants.count, threads: patience.threads,
        work: { number in try outcome(of: variants[number], beside: sweep) },
        deliver: { number, outcome in
          guard let outcome else { throw Stopped() }
          guard cut.isEmpty, !outcome.isCut else { return cut.append(outcome.record) }
          try journal.append(outcome.record)
          patience.note(number + 1, from: first, of: variants.count, since: begin, "variants")
        })
    } catch is Stopped {}
    if journal.path == nil {
      for record in cut { try journal.append(record) }
    }
    try journal.sync()
    return journal.variantCount == variants.count
  }

  /// Plans a variant; nil where the time is up before it is begun.
  private func outcome(
    of variant: VariantList.Entry, beside sweep: VariantSweep
  ) throws -> Outcome? {
    if patience.isOver() { return nil }
    let model = try model(of: variant)
    let planned = try sweep.planned(model, named: variant.name)
    let inputs = ModelDifferences.between(sweep.base.model, and: model, named: variant.name)
    let lines = VariantLines(of: planned, beside: sweep.base, inputs: inputs)
    return Outcome(
      record: VariantRecord(lines, sha256: model.identity.sha256), isCut: patience.isOver())
  }

  /// Reads a variant that was read before.
  func model(of variant: VariantList.Entry) throws -> PlanningModel {
    let reading = reader.read(variant.path)
    guard let model = reading.model else {
      throw Failure(
        message:
          "the variant '\(VisibleText.escaped(variant.name))' can no longer be read; it has changed "
          + "meanwhile",
        exitCode: reading.cannotRead ? .cannotRead : .invalidData)
    }
    return changes.applied(to: model)
  }

  /// What is said where the work is stopped before its end.
  func stopped(_ journal: SweepJournal) -> Failure {
    guard journal.variantCount > 0 else {
      return Failure(
        message: "stopped before the first variant was planned; nothing is written",
        exitCode: .limit)
    }
    return Failure(message: "stopped: " + headway(of: journal), exitCode: .limit)
  }

  /// So many of all variants, in words.
  func share(_ count: Int) -> String {
    "\(ReadableNumber.count(count)) of \(ReadableNumber.count(variants.count)) variants"
  }

  /// How far a journal is that stays, and what to do with it.
  func headway(of journal: SweepJournal) -> String {
    "\(share(journal.variantCount)) are planned; the same command with --resume goes on"
  }
}
