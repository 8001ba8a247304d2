import ForceModel

/// A model with the way back from its values to the cells that they came from.
struct AssembledModel {
  var model: PlanningModel
  var grid: TimeGrid
  var tables: [ModelTable: RawTable]
  /// Where a finding about the policy as a whole goes.
  var policyPlace: Place
  /// Where the share caps stand; nil: the policy does not say any.
  var shareCapPlace: Place?
  /// Raw rows of the model's values, indexed as they are.
  var rows: [ModelTable: [Int]]

  /// Where a cell of a value stands.
  func place(_ table: ModelTable, _ index: Int, _ column: String) -> Place {
    guard let raw = tables[table], let rows = rows[table] else { return policyPlace }
    let row = rows[index]
    return raw.schema.position(of: column).map { raw.place(row: row, field: $0) }
      ?? raw.place(row: row)
  }
}
