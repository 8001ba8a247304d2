import Foundation
import TestSupport
import Testing

/// The tool is killed at, and fails in, every single call with which it changes files.
@Suite struct SystemCallFaultTests {
  private func run(
    _ fault: [String: String], on plan: PlanUnderFault
  ) throws -> Forceplan.Outcome {
    try Forceplan.run(
      PlanUnderFault.solve, in: plan.scratch.url,
      environment: InjectedFaults.environment(fault))
  }

  /// How many calls change files when a plan replaces an older one.
  private func callCount() throws -> Int {
    let plan = try PlanUnderFault()
    let log = try ScratchFolder()
    let outcome = try run(["FAULT_LOG": log.path("calls")], on: plan)
    try #require(outcome.exitCode == 0, "\(outcome.errors)")
    let text = try String(contentsOfFile: log.path("calls"), encoding: .utf8)
    let count = try #require(Int(text.trimmingCharacters(in: .whitespacesAndNewlines)))
    // Nine files, each made, filled and forced to disk: if there were fewer, the library would not be in the
    // way of the calls.
    try #require(count > 30)
    return count
  }

  @Test func `killed at any call, the older or the newer plan is whole`() throws {
    let plan = try PlanUnderFault()
    var contents: Set<String> = []
    for call in 1...(try callCount()) {
      try plan.reset()
      #expect(throws: Forceplan.RunFailure.self, "call \(call)") {
        try run(["FAULT_AT": "\(call)", "FAULT_SIGNAL": "\(SIGKILL)"], on: plan)
      }
      let content = try plan.content()
      #expect(content == .older || content == .newer, "call \(call): \(content)")
      contents.insert("\(content)")
      let others = try plan.others()
      #expect(
        others.allSatisfy { $0.hasPrefix(".plan.") && $0.hasSuffix(".partial") },
        "call \(call): \(others)")
      try plan.solveUndisturbed()
    }
    #expect(contents == ["older", "newer"])
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func `a request to stop at any call of the writing comes too late: the newer plan is whole`(
    signal: Int32
  ) throws {
    let plan = try PlanUnderFault()
    for call in 1...(try callCount()) {
      try plan.reset()
      let outcome = try run(["FAULT_AT": "\(call)", "FAULT_SIGNAL": "\(signal)"], on: plan)
      #expect(outcome.exitCode == 0, "call \(call): \(outcome.errors)")
      #expect(try plan.content() == .newer, "call \(call)")
      #expect(try plan.others() == [], "call \(call)")
    }
  }

  @Test(arguments: [ENOSPC, EDQUOT, EIO, EROFS, EFBIG])
  func `where any call fails, the older plan stays and the reason is said`(error: Int32) throws {
    let plan = try PlanUnderFault()
    var refusals = 0
    for call in 1...(try callCount()) {
      try plan.reset()
      let outcome = try run(["FAULT_AT": "\(call)", "FAULT_ERRNO": "\(error)"], on: plan)
      #expect(try plan.others() == [], "call \(call)")
      // The plan is printed all the same.
      #expect(outcome.output.contains("Goals, the first one first"), "call \(call)")
      if outcome.exitCode == 0 {
        // Only what comes after the exchange may fail unnoticed.
        #expect(try plan.content() == .newer, "call \(call)")
        continue
      }
      refusals += 1
      #expect(outcome.exitCode == 74, "call \(call)")
      #expect(
        outcome.errors
          == "error: 'plan' cannot be written: \(String(cString: strerror(error))); what was there "
          + "before is unchanged\n", "call \(call)")
      #expect(try plan.content() == .older, "call \(call)")
    }
    #expect(refusals >= 25)
  }
}
