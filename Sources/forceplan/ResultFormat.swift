import ForceData

/// How a result is printed.
enum ResultFormat: String, CaseIterable, Sendable {
  case text
  case json
  case csv
}

/// How a plan or a comparison is printed: as other results, or as a page for a browser.
enum ReportFormat: String, CaseIterable, Sendable {
  case text
  case json
  case csv
  case html
}

extension [OutputFile] {
  /// The text of one of the files; empty where there is none of the name.
  func text(of name: String) -> String {
    String(decoding: first { $0.name == name }?.bytes ?? [], as: UTF8.self)
  }
}
