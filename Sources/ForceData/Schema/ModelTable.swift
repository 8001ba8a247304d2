/// The tables of a model, in the order of data-package.md.
///
/// The raw value is the name of the table's resource.
public enum ModelTable: String, Sendable, CaseIterable {
  case contributors
  case locations
  case capabilities
  case substitutions
  case contributions
  case crises
  case requirements
  case distances
  case modes
  case lift
  case caveats
  case fixed

  /// Name of the table's file where it is not said otherwise.
  public var fileName: String { rawValue + ".csv" }

  /// The table's columns and rules.
  public var schema: TableSchema { ModelSchema.table(self) }
}
