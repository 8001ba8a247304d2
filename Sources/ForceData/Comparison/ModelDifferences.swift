public import ForceModel
import TextFormats

/// What a variant changes in a model, cell by cell, as the model's files would show it.
public enum ModelDifferences {
  /// The differences between two models: the policy first, then the tables in the order of
  /// data-package.md, rows by key.
  ///
  /// Defaults are filled in before cells are compared, so an empty cell and its default are alike.
  ///
  /// - Complexity: O(n log n) in the number of rows.
  public static func between(
    _ base: PlanningModel, and variant: PlanningModel, named name: String
  ) -> [InputDifference] {
    policy(base.policy, variant.policy, name)
      + ModelTable.allCases.flatMap { table in rows(of: table, base, variant, name) }
  }

  private static func policy(
    _ base: Policy, _ variant: Policy, _ name: String
  ) -> [InputDifference] {
    let after = ModelWriter.policy(variant)
    return ModelWriter.policy(base).members.compactMap { member in
      let (before, after) = (member.value.shown, after[member.key]?.shown ?? "")
      guard before != after else { return nil }
      return InputDifference(
        variant: name, table: "policy", row: member.key, change: .changed, column: "",
        before: before, after: after)
    }
  }

  private static func rows(
    of table: ModelTable, _ base: PlanningModel, _ variant: PlanningModel, _ name: String
  ) -> [InputDifference] {
    let fields = table.schema.fields
    let (former, latter) = (keyedRows(of: table, in: base), keyedRows(of: table, in: variant))
    let keys = Set(former.keys).union(latter.keys).sorted { $0.lexicographicallyPrecedes($1) }
    return keys.flatMap { key -> [InputDifference] in
      func difference(
        _ change: InputDifference.Change, _ column: String, _ before: String, _ after: String
      ) -> InputDifference {
        InputDifference(
          variant: name, table: table.rawValue,
          row: key.filter { !$0.isEmpty }.joined(separator: " "),
          change: change, column: column, before: before, after: after)
      }
      switch (former[key], latter[key]) {
      case (let before?, nil): return [difference(.dropped, "", whole(before, of: table), "")]
      case (nil, let after?): return [difference(.added, "", "", whole(after, of: table))]
      case (let before?, let after?):
        return fields.indices.filter { before[$0] != after[$0] }
          .map { difference(.changed, fields[$0].name, before[$0], after[$0]) }
      case (nil, nil): return []
      }
    }
  }

  /// The rows of a table by the columns that tell them apart; rows that these do not tell apart are
  /// numbered.
  private static func keyedRows(
    of table: ModelTable, in model: PlanningModel
  ) -> [[String]: [String]] {
    let schema = table.schema
    var rows: [[String]: [String]] = [:]
    for row in ModelWriter.rows(of: table, in: model) {
      let key = schema.key.compactMap { schema.position(of: $0).map { row[$0] } }
      var unique = key
      var number = 1
      while rows[unique] != nil {
        number += 1
        unique = key + ["(\(number))"]
      }
      rows[unique] = row
    }
    return rows
  }

  /// A row as text: its cells that are not empty, each with its column.
  private static func whole(_ row: [String], of table: ModelTable) -> String {
    zip(table.schema.fields, row).filter { !$0.1.isEmpty && !table.schema.key.contains($0.0.name) }
      .map { "\($0.name) \($1)" }.joined(separator: ", ")
  }
}

extension JSONValue {
  /// The value as a planner writes it: texts without quotation marks.
  fileprivate var shown: String {
    switch self {
    case .string(let text): text
    case .array(let values): values.map(\.shown).joined(separator: ", ")
    case .object(let object):
      object.members.map { "\($0.key) \($0.value.shown)" }.joined(separator: ", ")
    case .number(let number): DecimalText.format(number)
    case .bool(let flag): String(flag)
    case .null: ""
    }
  }
}
