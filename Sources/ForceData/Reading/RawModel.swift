/// The raw cells of a model's tables and the raw members of its policy, variants applied.
struct RawModel {
  var name: String
  var title: String?
  /// The tables that are there.
  var tables: [ModelTable: RawTable] = [:]
  /// Tables that stand in for ones that the model does not have.
  var defaultTables: Set<ModelTable> = []
  /// Tables that are named but could not be read at all.
  var unreadable: Set<ModelTable> = []
  /// Members of `forceplan` objects; of those with the same key the last one holds.
  var policy: [PackageDescriptor.PolicyEntry]
  /// Where a finding about the policy as a whole goes.
  var policyPlace: Place
  /// Identifiers of rows that variants have removed.
  var deletedNames: [ModelTable: Set<String>] = [:]

  /// Whether the model itself has a table.
  func isInPackage(_ table: ModelTable) -> Bool {
    tables[table] != nil && !defaultTables.contains(table)
  }
}
