public import ForceModel
public import TextFormats

/// Writes burdens made even for programs.
public enum EvenBurdenWriter {
  /// The levels as JSON, the largest burden first, and the goals of both plans.
  public static func json(_ even: EvenBurden) -> JSONValue {
    [
      "levels": .array(
        even.steps.map {
          [
            "burden": .number($0.burden),
            "contributors": .array($0.contributors.map { .string($0) }),
          ]
        }),
      "before": goals(of: even.base), "even": goals(of: even.plan),
    ]
  }

  private static func goals(of plan: Plan) -> JSONValue {
    .array(
      plan.goals.map {
        ["name": .string($0.name), "value": .number($0.value), "unit": .string($0.unit)]
      })
  }

  /// One line a member, in the order of levels.
  public static func csv(_ even: EvenBurden) -> [UInt8] {
    var writer = CSVWriter(header: ["level", "contributor", "burden", "before"])
    for (number, step) in even.steps.enumerated() {
      for member in step.contributors {
        let before = even.base.contributors.first { $0.contributor == member }?.burden ?? 0
        writer.append([
          String(number + 1), member, DecimalText.format(step.burden), DecimalText.format(before),
        ])
      }
    }
    return writer.bytes
  }
}
