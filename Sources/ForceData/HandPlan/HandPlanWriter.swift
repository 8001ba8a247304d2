public import ForceModel
public import TextFormats

/// Writes the review of a plan made by hand for programs.
public enum HandPlanWriter {
  /// The review as JSON.
  public static func json(_ review: HandPlanReview) -> JSONValue {
    [
      "feasible": .bool(review.isFeasible),
      "impossible": .array(
        review.impossible.map {
          [
            "row": .number($0.row), "place": .string($0.place), "cause": .string($0.cause),
            "remedy": .string($0.remedy),
          ]
        }),
      "violations": .array(
        review.violations.map {
          [
            "limit": .string($0.limit), "fromDay": .number($0.fromDay),
            "untilDay": .number($0.untilDay), "available": .number($0.available),
            "taken": .number($0.taken), "unit": .string($0.unit),
            "rows": .array($0.rows.map { .number($0) }),
          ]
        }),
      "cuts": .array(
        review.cuts.map {
          [
            "row": .number($0.row), "description": .string($0.description),
            "before": .number($0.before), "after": .number($0.after),
            "moved": $0.moved.map(json) ?? .null,
          ]
        }),
      "goals": .array(
        zip(review.goals, review.best).map { goal, best in
          [
            "name": .string(goal.name), "value": .number(goal.value),
            "best": .number(best.value), "unit": .string(goal.unit),
          ]
        }),
    ]
  }

  private static func json(_ stay: HandPlanReview.Stay) -> JSONValue {
    [
      "mode": .string(stay.mode), "lift": stay.lift.map(JSONValue.string) ?? .null,
      "fromDay": .number(stay.fromDay), "untilDay": .number(stay.untilDay),
    ]
  }
}
