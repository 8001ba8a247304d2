import Foundation
import TestSupport
import Testing

/// The script that compares instruction counts, with a counter that gives the count it is told.
@Suite struct CheckCountsTests {
  private let tool: BuiltTool

  init() throws {
    tool = try BuiltTool()
    try tool.writeScript("solver-benchmark", "echo first; echo second")
    try tool.writeScript(
      "valgrind",
      """
      for argument; do
        case $argument in --callgrind-out-file=*) file=${argument#*=} ;; esac
        step=$argument
      done
      [ "$step" = second ] && COUNT=1000
      [ "$COUNT" = none ] && { echo "counter failed"; exit 1; }
      printf 'events: Ir\\nsummary: %s\\ntotals: %s\\n' "$COUNT" "$COUNT" >"$file"
      """)
  }

  private func check(count: String, _ arguments: String...) throws -> BuiltTool.Outcome {
    try tool.run(
      BuiltTool.benchmarks.appendingPathComponent("check-counts.sh"), arguments,
      environment: [
        "PATH": tool.folder.path + ":/usr/bin:/bin", "COUNT": count,
        "SOLVER_BENCHMARK": tool.folder.path("solver-benchmark"),
        "BENCHMARK_THRESHOLDS": tool.folder.path("thresholds"),
      ])
  }

  @Test func `a count is recorded as a file of its own`() throws {
    #expect(try check(count: "5000", "--record").exitCode == 0)
    #expect(
      try tool.folder.read("thresholds/first.json")
        == "{\n  \"instructions\": 5000,\n  \"tolerance\": 0.01\n}\n")
    #expect(try tool.folder.read("thresholds/second.json").contains("1000"))
  }

  @Test(arguments: [
    ("5000", 0), ("5050", 0), ("4950", 0), ("5051", 2), ("9999", 2), ("4949", 4), ("1", 4),
    ("none", 1),
  ])
  func `exit codes tell more from less`(count: String, exitCode: Int) throws {
    #expect(try check(count: "5000", "--record").exitCode == 0)
    let outcome = try check(count: count)
    #expect(Int(outcome.exitCode) == exitCode, "\(outcome)")
    #expect(outcome.output.contains("second: 1000 instructions, committed 1000, +0.00%"))
    #expect(outcome.errors.contains("--record first") == (exitCode == 4))
  }

  @Test func `a step without a committed count is a failure with a remedy`() throws {
    let outcome = try check(count: "5000")
    #expect(outcome.exitCode == 1)
    #expect(outcome.errors.contains("record it with --record"))
  }

  @Test func `only the steps that are named are counted`() throws {
    #expect(try check(count: "5000", "--record", "second").output == "second: 1000 recorded\n")
  }
}
