import Foundation
import TestSupport
import Testing

/// A comparison of many variants is killed, stopped and starved of room at many moments, and gone on with.
@Suite struct SweepFaultTests {
  private static let variantCount = 120

  /// A folder with variants and the list of them.
  private final class Scene {
    let scratch: ScratchFolder

    init() throws {
      scratch = try ScratchFolder()
      var list = ""
      for number in 1...SweepFaultTests.variantCount {
        try scratch.write(
          "v\(number).json",
          #"{"contributions": [{"contribution": "Aral-police", "units": \#(number)}]}"#)
        list += "v\(number).json\n"
      }
      try scratch.write("list.txt", list)
    }

    func run(
      _ arguments: String..., faults: [String: String] = [:], limits: String? = nil,
      whileRunning: (Process) throws -> Void = { _ in }
    ) throws -> Forceplan.Outcome {
      try Forceplan.run(
        ["compare", PlanUnderFault.model, "--list", "list.txt", "-o", "out"] + arguments,
        in: scratch.url, environment: InjectedFaults.environment(faults), limits: limits,
        whileRunning: whileRunning)
    }

    /// The files of the comparison; nil where there is none.
    func files() throws -> [String: Data]? {
      guard let names = try? FileManager.default.contentsOfDirectory(atPath: scratch.path("out"))
      else { return nil }
      return try Dictionary(
        uniqueKeysWithValues: names.map { name in
          (name, try Data(contentsOf: URL(fileURLWithPath: scratch.path("out/\(name)"))))
        })
    }

    /// What a run has left beside the comparison.
    func remains() throws -> [String] {
      try scratch.names().filter { $0.hasPrefix(".") }
    }

    /// Variants that are recorded: what a run that goes on says first.
    static func recorded(_ outcome: Forceplan.Outcome) -> Int {
      outcome.errors.split(separator: " ").first.flatMap { Int($0) } ?? 0
    }
  }

  /// The files of a comparison that nothing has disturbed, made once.
  private static let undisturbed: Result<[String: Data], any Error> = Result {
    let scene = try Scene()
    let outcome = try scene.run("--threads", "1")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(try scene.remains() == [])
    return try #require(try scene.files())
  }

  // MARK: Killed

  @Test(arguments: [(9, 1), (31, 2), (64, 1)])
  func `killed again and again, the comparison comes out the same`(
    calls: Int, threads: Int
  ) throws {
    let scene = try Scene()
    var deaths = 0
    while true {
      do {
        // From the opening of the journal on, over every record, to the removal of the old folder's last file.
        let outcome = try scene.run(
          "--resume", "--threads", "\(threads)",
          faults: ["FAULT_AT": "\(calls + 5 * deaths)", "FAULT_SIGNAL": "\(SIGKILL)"])
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        break
      } catch Forceplan.RunFailure.endedBySignal(SIGKILL) {
        deaths += 1
        try #require(deaths < 60)
        let whole = try Self.undisturbed.get()
        #expect(try scene.files().map { $0 == whole } ?? true)
      }
    }
    #expect(deaths >= 2)
    #expect(try scene.files() == Self.undisturbed.get())
    #expect(try scene.remains() == [])
  }

  @Test func `no variant is planned twice and none is lost`() throws {
    let scene = try Scene()
    let journal = scene.scratch.path(".out.journal")
    var former = Data()
    for step in 1... {
      do {
        let outcome = try scene.run("--resume") { process in
          usleep(UInt32(step) * 20_000)
          kill(process.processIdentifier, SIGKILL)
        }
        #expect(outcome.exitCode == 0)
        break
      } catch Forceplan.RunFailure.endedBySignal(SIGKILL) {
        guard let now = try? Data(contentsOf: URL(fileURLWithPath: journal)) else {
          // The journal is not there yet, or goes once the comparison is whole: the next run begins anew.
          let whole = try Self.undisturbed.get()
          #expect(try former.isEmpty || scene.files() == whole, "step \(step)")
          former = Data()
          continue
        }
        // All whole records of the last time are still there; only a torn end may have gone.
        let kept = former.prefix(upTo: Self.endOfLastWhole(former))
        #expect(now.starts(with: kept), "step \(step)")
        former = now
      }
    }
    #expect(try scene.files() == Self.undisturbed.get())
  }

  /// Where the last record that is surely whole ends: before the last head of a record.
  private static func endOfLastWhole(_ journal: Data) -> Int {
    journal.range(of: Data("record ".utf8), options: .backwards)?.lowerBound ?? 0
  }

  // MARK: Stopped

  @Test(arguments: [SIGINT, SIGTERM])
  func `asked to stop, it says how to go on`(signal: Int32) throws {
    let scene = try Scene()
    let journal = scene.scratch.path(".out.journal")
    let stopped = try scene.run("--threads", "2") { process in
      while process.isRunning, Self.size(of: journal) < 20_000 { usleep(2000) }
      kill(process.processIdentifier, signal)
    }
    #expect(stopped.exitCode == 22)
    #expect(stopped.output == "")
    #expect(
      stopped.errors.contains(
        "of \(Self.variantCount) variants are planned; the same command with --resume goes on"),
      "\(stopped.errors)")
    #expect(try scene.files() == nil)

    let refused = try scene.run()
    #expect(refused.exitCode == 74)
    #expect(refused.errors.contains("go on with --resume, or delete "), "\(refused.errors)")

    let resumed = try scene.run("--resume")
    #expect(resumed.exitCode == 0)
    let recorded = Scene.recorded(resumed)
    #expect(recorded > 0 && recorded < Self.variantCount)
    #expect(stopped.errors.contains(" \(recorded) of "), "\(stopped.errors)\(resumed.errors)")
    #expect(try scene.files() == Self.undisturbed.get())
    #expect(try scene.remains() == [])
  }

  private static func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  @Test func `a time limit leaves what can be gone on with`() throws {
    let scene = try Scene()
    var codes: Set<Int32> = []
    // The journal is read and checked in each run, so there are enough runs for any machine.
    for seconds in 1...60 {
      let outcome = try scene.run("--resume", "--time-limit", "\(seconds)s")
      codes.insert(outcome.exitCode)
      if outcome.exitCode == 0 { break }
      #expect(outcome.exitCode == 22, "\(outcome.errors)")
    }
    #expect(codes.contains(0))
    #expect(try scene.files() == Self.undisturbed.get())
  }

  // MARK: Changed

  @Test func `changed inputs and options are refused by their names`() throws {
    let scene = try Scene()
    #expect(throws: Forceplan.RunFailure.self) {
      try scene.run(faults: ["FAULT_AT": "60", "FAULT_SIGNAL": "\(SIGKILL)"])
    }
    let options = try scene.run("--resume", "--whole-units")
    #expect(options.exitCode == 30)
    #expect(options.errors.contains("this run has '--whole-units'"), "\(options.errors)")

    let text = try scene.scratch.read("v3.json")
    try scene.scratch.write(
      "v3.json", #"{"contributions": [{"contribution": "Aral-police", "units": 9}]}"#)
    let changed = try scene.run("--resume")
    #expect(changed.exitCode == 30)
    #expect(changed.errors.contains("the variant 'v3.json' has changed"), "\(changed.errors)")

    try scene.scratch.write("v3.json", text)
    #expect(try scene.run("--resume").exitCode == 0)
    #expect(try scene.files() == Self.undisturbed.get())
  }

  @Test func `a variant that is not valid is found before any is planned, and leaves nothing`()
    throws
  {
    let scene = try Scene()
    try scene.scratch.write(
      "v\(Self.variantCount).json",
      #"{"contributions": [{"contribution": "Aral-police", "units": -1}]}"#)
    let outcome = try scene.run()
    #expect(outcome.exitCode == 30)
    #expect(outcome.errors.contains("error[out-of-range]"), "\(outcome.errors)")
    #expect(try scene.remains() == [])
    #expect(try scene.files() == nil)
  }

  @Test func `resuming needs a folder, and may be asked for from the start`() throws {
    let scene = try Scene()
    let nowhere = try Forceplan.run(
      ["compare", PlanUnderFault.model, "--list", "list.txt", "--resume"], in: scene.scratch.url)
    #expect(nowhere.exitCode == 64)
    #expect(nowhere.errors.contains("-o DIR is needed"))
    #expect(try scene.run("--resume").exitCode == 0)
    #expect(try scene.files() == Self.undisturbed.get())
  }

  // MARK: Others and the disk

  @Test func `of two runs into one folder the second is refused`() throws {
    let scene = try Scene()
    let journal = scene.scratch.path(".out.journal")
    let first = try scene.run { process in
      while process.isRunning, Self.size(of: journal) == 0 { usleep(1000) }
      let second = try scene.run("--resume")
      #expect(second.exitCode == 74)
      #expect(second.errors.contains("another run is writing a comparison"), "\(second.errors)")
    }
    #expect(first.exitCode == 0, "\(first.errors)")
    #expect(try scene.files() == Self.undisturbed.get())
  }

  @Test(arguments: [(ENOSPC, 4), (EIO, 40), (EDQUOT, 115), (ENOSPC, 135)])
  func `a disk that is full keeps what is recorded`(error: Int32, call: Int) throws {
    let scene = try Scene()
    let full = try scene.run(
      "--threads", "2", faults: ["FAULT_AT": "\(call)", "FAULT_ERRNO": "\(error)"])
    #expect(full.exitCode == 74)
    #expect(
      full.errors.contains("cannot be written: \(String(cString: strerror(error)))"),
      "\(full.errors)")
    #expect(try scene.files() == nil)
    #expect(call < 10 || full.errors.contains("--resume goes on"), "\(full.errors)")
    let resumed = try scene.run("--resume")
    #expect(resumed.exitCode == 0, "\(resumed.errors)")
    #expect(Scene.recorded(resumed) > call / 2 || call < 10, "\(resumed.errors)")
    #expect(try scene.files() == Self.undisturbed.get())
    #expect(try scene.remains() == [])
  }

  @Test func `a limit on the size of files cuts no record`() throws {
    let scene = try Scene()
    let outcome = try scene.run(limits: "ulimit -f 64")
    #expect(outcome.exitCode == 74)
    #expect(outcome.errors.contains(".out.journal' cannot be written: File too large"))
    #expect(try scene.run("--resume").exitCode == 0)
    #expect(try scene.files() == Self.undisturbed.get())
  }
}
