/// Where a result was written besides being shown.
public enum WrittenResult: Sendable, Equatable {
  /// Nowhere.
  case nowhere
  /// Into a folder of tables.
  case folder(String)
  /// As one HTML file.
  case report(String)
}
