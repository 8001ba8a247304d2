import Foundation
import TestSupport
import Testing

/// What the machine does to a run: no room, no right to write, no memory, no stack, other runs, signals.
@Suite struct SurroundingsFaultTests {
  /// What a shell left behind.
  private struct ShellOutcome {
    var exitCode: Int32
    var output: String
    var errors: String
  }

  /// Runs a script in the folder, in which `$forceplan` is the tool and `$model` a model.
  private static func shell(
    _ script: String, in folder: URL, wrapper: [String] = []
  ) throws -> ShellOutcome {
    let process = Process()
    let command = wrapper + ["/bin/bash", "-c", script]
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.currentDirectoryURL = folder
    process.environment = [
      "PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "forceplan": Forceplan.executable.path,
      "model": PlanUnderFault.model,
    ]
    let files = try ScratchFolder()
    try process.run(outputTo: files.path("output"), errorsTo: files.path("errors"))
    process.waitUntilExit()
    return ShellOutcome(
      exitCode: process.terminationStatus,
      output: try files.read("output"),
      errors: try files.read("errors"))
  }

  /// A name space in which file systems may be mounted that nobody else sees.
  private static let ownMounts = ["unshare", "--mount", "--map-root-user"]
  private static let canMount =
    (try? shell(
      "mount -t tmpfs none /mnt", in: FileManager.default.temporaryDirectory, wrapper: ownMounts))?
    .exitCode == 0
  /// Without these the superuser has to respect the mode of files as anybody has.
  private static let withoutOverride =
    getuid() == 0
    ? ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] : []

  private static let unchanged = "what was there before is unchanged\n"

  // MARK: Disks and folders

  @Test(.enabled(if: canMount, "needs leave to mount a file system"))
  func `a disk that is really full leaves the older plan whole`() throws {
    let plan = try PlanUnderFault()
    let outcome = try Self.shell(
      """
      mkdir disk; mount -t tmpfs -o size=1m none disk
      cp -r plan disk/plan; head -c 2m /dev/zero > disk/filler 2> /dev/null
      "$forceplan" solve "$model" -o disk/plan > page; echo $?; ls -A disk; cmp plan/plan.json disk/plan/plan.json
      """, in: plan.scratch.url, wrapper: Self.ownMounts)
    #expect(outcome.output == "74\nfiller\nplan\n")
    #expect(
      outcome.errors
        == "error: 'disk/plan' cannot be written: No space left on device; \(Self.unchanged)")
  }

  @Test(.enabled(if: canMount, "needs leave to mount a file system"))
  func `a disk that may only be read is found before the planning`() throws {
    let plan = try PlanUnderFault()
    let outcome = try Self.shell(
      """
      mkdir disk; mount -t tmpfs -o size=1m none disk; mount -o remount,ro disk
      "$forceplan" solve "$model" -o disk/plan; echo $?
      "$forceplan" export "$model" --lp disk/model.lp; echo $?
      """, in: plan.scratch.url, wrapper: Self.ownMounts)
    #expect(outcome.output == "74\n74\n")
    #expect(
      outcome.errors
        == "error: 'disk/plan' cannot be written: Read-only file system; \(Self.unchanged)"
        + "error: 'disk/model.lp' cannot be written: Read-only file system; \(Self.unchanged)")
  }

  @Test func `a folder and a file that may not be written are refused by their names`() throws {
    let plan = try PlanUnderFault()
    let outcome = try Self.shell(
      """
      mkdir closed; echo old > closed/model.lp; chmod 444 closed/model.lp; chmod 555 closed
      "$forceplan" solve "$model" -o closed/plan; echo $?
      "$forceplan" export "$model" --lp closed/model.lp; echo $?; cat closed/model.lp; ls -A closed; chmod 755 closed
      """, in: plan.scratch.url, wrapper: Self.withoutOverride)
    #expect(outcome.output == "74\n74\nold\nmodel.lp\n")
    #expect(
      outcome.errors
        == "error: 'closed/plan' cannot be written: Permission denied; \(Self.unchanged)"
        + "error: 'closed/model.lp' cannot be written: Permission denied; \(Self.unchanged)")
  }

  @Test func `a limit on the size of files is an error, not the end`() throws {
    let plan = try PlanUnderFault()
    let outcome = try Self.shell(
      "ulimit -f 8; \"$forceplan\" solve \"$model\" -o plan > /dev/null; echo $?",
      in: plan.scratch.url)
    #expect(outcome.output == "74\n")
    #expect(outcome.errors == "error: 'plan' cannot be written: File too large; \(Self.unchanged)")
    #expect(try plan.content() == .older)
    #expect(try plan.others() == [])
  }

  @Test func `a folder that vanishes while the planning goes on`() throws {
    let plan = try PlanUnderFault()
    let larger = Forceplan.models.appendingPathComponent("osh-2010").path
    let outcome = try Self.shell(
      """
      mkdir place; "$forceplan" solve \(larger) -o place/plan > page & sleep 0.05; rm -r place; wait $!; echo $?
      """, in: plan.scratch.url)
    #expect(outcome.output == "74\n")
    #expect(
      outcome.errors
        == "error: 'place/plan' cannot be written: No such file or directory; \(Self.unchanged)")
    #expect(try plan.others() == ["page"])
  }

  @Test func `two runs into one folder both end well, and it holds one of the plans`() throws {
    let plan = try PlanUnderFault()
    for round in 1...15 {
      if round % 2 == 1 { try FileManager.default.removeItem(atPath: plan.scratch.path("plan")) }
      let outcome = try Self.shell(
        """
        run() { "$forceplan" solve "$model" -o plan > /dev/null; echo $?; }
        run & run & run & wait
        """, in: plan.scratch.url)
      #expect(outcome.output == "0\n0\n0\n", "\(outcome.errors)")
      #expect(try plan.content() == .newer)
      #expect(try plan.others() == [])
    }
  }

  // MARK: Memory and stack

  @Test func `with any memory the tool ends, with a plan or with words`() throws {
    let plan = try PlanUnderFault()
    let larger = try ScratchFolder()
    try BadModel(
      "places that nobody uses", "",
      .append(
        "locations.csv",
        (1...40_000).map { "place-\($0),Place \($0),40,70,\n" }.joined())
    ).write(to: larger.url)
    try expectEnds(of: plan, model: larger.url.path, limit: "-v", from: 200_000, to: 16_000)
  }

  @Test func `with any stack the tool ends, with a plan or with words`() throws {
    try expectEnds(
      of: try PlanUnderFault(), model: PlanUnderFault.model, limit: "-s", from: 2048, to: 48)
  }

  /// Lowers a limit step by step until even the start fails.
  private func expectEnds(
    of plan: PlanUnderFault, model: String, limit: String, from: Double, to: Double
  ) throws {
    var codes: [String] = []
    for kilobytes in sequence(first: from, next: { $0 * 0.8 }).prefix(while: { $0 >= to }) {
      try plan.reset()
      let outcome = try Self.shell(
        """
        (ulimit \(limit) \(Int(kilobytes)); exec timeout -s KILL 60 "$forceplan" solve '\(model)' -o plan > page)
        echo $?; rm -f page
        """, in: plan.scratch.url)
      let code = outcome.output.trimmingCharacters(in: .newlines)
      codes.append(code)
      let context = "\(Int(kilobytes)) kB: code \(code), \(outcome.errors)"
      switch code {
      case "0":
        let verify = ["verify", "plan", "--model", model]
        #expect(try Forceplan.run(verify, in: plan.scratch.url).exitCode == 0, "\(context)")
      case "70", "74":
        #expect(outcome.errors.contains("error: "), "\(context)")
        #expect(try plan.content() == .older, "\(context)")
      // The system loads no program into so little.
      case "127", "139": #expect(try plan.content() == .older, "\(context)")
      default: Issue.record("\(context)")
      }
      #expect(
        try plan.others().allSatisfy { $0.hasPrefix(".plan.") && $0.hasSuffix(".partial") },
        "\(context)")
    }
    #expect(codes.first == "0")
    #expect(codes.contains("70"), "\(codes)")
  }

  // MARK: Signals

  @Test(arguments: [SIGKILL, SIGINT, SIGTERM])
  func `a signal at any moment leaves a whole plan`(signal: Int32) throws {
    let plan = try PlanUnderFault()
    for step in 0..<40 {
      try plan.reset()
      var code: Int32 = 0
      do {
        code = try Forceplan.run(PlanUnderFault.solve, in: plan.scratch.url) { process in
          usleep(UInt32(step) * 3000)
          kill(process.processIdentifier, signal)
        }.exitCode
      } catch Forceplan.RunFailure.endedBySignal(let number) {
        // Before the planning begins, or where it cannot be caught.
        #expect(number == signal)
        code = -number
      }
      switch code {
      case 0: #expect(try plan.content() == .newer, "step \(step)")
      case 22:
        let verified = try Forceplan.run(
          ["verify", "plan", "--model", PlanUnderFault.model], in: plan.scratch.url)
        #expect([0, 22].contains(verified.exitCode), "step \(step): \(verified.output)")
      default:
        #expect(code == -signal)
        let content = try plan.content()
        #expect(content == .older || signal == SIGKILL && content == .newer, "step \(step)")
      }
      if signal != SIGKILL { #expect(try plan.others() == [], "step \(step)") }
    }
    try plan.reset()
    try plan.solveUndisturbed()
  }
}
