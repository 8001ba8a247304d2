import ForceData
import Foundation
import Testing

@Suite struct RuleTests {
  /// The table of rules in the module's README.
  private static let readme: String = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Sources/ForceData/README.md")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.components(separatedBy: "## Rules").last ?? ""
  }()

  @Test func `the README lists every rule with its severity and its sentence, in order`() {
    let expected = FindingRule.allCases.map { rule in
      "| `\(rule.rawValue)` | \(rule.severity.rawValue) | \(rule.summary) |"
    }
    let listed = Self.readme.split(separator: "\n").map(String.init).filter { $0.hasPrefix("| `") }
    #expect(listed == expected)
  }

  @Test func `every rule but those of files and limits is broken in the tables of bad input`() {
    let inputs =
      BadInputTests.form + BadInputTests.cells + BadInputTests.rows + BadInputTests.fixedLines
      + BadInputTests.policy + BadInputTests.packages + BadInputTests.warnings
    let broken =
      Set(inputs.flatMap(\.rules).map(\.rawValue))
      .union(
        (BadInputTests.consequences.flatMap(\.expected) + VariantTests.bad.flatMap(\.expected))
          .compactMap { $0.split(separator: " ").last.map(String.init) })
    let elsewhere: Set<FindingRule> = [
      .cannotRead, .notARegularFile, .limitExceeded, .findingsLeftOut, .missingHorizon,
      // Broken in the tests of plan folders.
      .planShape, .planDisagreement,
      // Broken in the tests of workbooks.
      .brokenWorkbook, .dateCell, .formulaCell, .formulaWithoutValue, .mergedCells,
    ]
    for rule in FindingRule.allCases where !elsewhere.contains(rule) {
      #expect(broken.contains(rule.rawValue), "no bad input for \(rule.rawValue)")
    }
  }
}
