public import ForceModel
public import TextFormats

/// Writes advice for programs.
public enum AdviceWriter {
  /// The advice as JSON.
  public static func json(_ advice: Advice) -> JSONValue {
    [
      "goal": [
        "name": .string(advice.goal.name), "value": .number(advice.goal.value),
        "unit": .string(advice.goal.unit),
      ],
      "improvements": .array(advice.improvements.map(json)),
      "members": .array(advice.members.map(json)), "spare": .array(advice.spare.map(json)),
      "screenedOut": .number(advice.screenedOut),
    ]
  }

  /// Improvements, members and spare pledges as one CSV table.
  public static func csv(_ advice: Advice) -> [UInt8] {
    var writer = CSVWriter(header: [
      "list", "kind", "subject", "description", "value", "gain", "estimate", "gainTwice",
      "gainFourTimes", "status", "unit",
    ])
    for (list, lines) in [
      ("improvements", advice.improvements), ("members", advice.members), ("spare", advice.spare),
    ] {
      for line in lines {
        let gains = [2.0, 4.0].map { multiple in
          line.curve.first { $0.multiple == multiple }.map { DecimalText.format($0.gain) } ?? ""
        }
        writer.append(
          [
            list, line.change.kind, line.subject, line.description,
            DecimalText.format(line.value), DecimalText.format(line.gain),
            line.estimate.map { DecimalText.format($0) } ?? "",
          ] + gains + [line.status.rawValue, advice.goal.unit])
      }
    }
    return writer.bytes
  }

  private static func json(_ line: Improvement) -> JSONValue {
    [
      "kind": .string(line.change.kind), "subject": .string(line.subject),
      "description": .string(line.description), "value": .number(line.value),
      "gain": .number(line.gain), "estimate": line.estimate.map { .number($0) } ?? .null,
      "status": .string(line.status.rawValue),
      "curve": .array(
        line.curve.map { ["multiple": .number($0.multiple), "gain": .number($0.gain)] }),
    ]
  }
}
