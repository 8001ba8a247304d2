import ForceData

/// Something that reads what anybody may have written, and must not break whatever that is.
protocol FuzzTarget {
  /// Reads one input; a trap or a failed precondition is a finding.
  func run(_ input: [UInt8])
}

/// Limits so small that inputs of a few kilobytes reach them.
let smallLimits = ReadingLimits(
  tableBytes: 1 << 16, rows: 200, cells: 2000, jsonBytes: 1 << 16, columns: 30, cellBytes: 500,
  periods: 200, reachSteps: 20_000, findings: 50)

/// What must hold for whatever was read: a value or an error, and places that can be shown on a terminal.
func check(_ findings: [Finding], hasValue: Bool) {
  precondition(hasValue != findings.hasErrors, "a value beside an error, or neither")
  for finding in findings {
    precondition(finding.row >= 1 && finding.column >= 1, "a place outside of the file")
    precondition(
      isVisible(finding.text), "a terminal would act on \(finding.text.debugDescription)")
  }
}

/// Whether a terminal shows a text and does nothing else with it.
func isVisible(_ text: String) -> Bool {
  text.unicodeScalars.allSatisfy { scalar in
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: false
    default: !scalar.properties.isBidiControl
    }
  }
}
