/// Whether text carries the marks that make a terminal show headings in bold and errors in red.
public enum TextStyle: Sendable {
  /// No marks: for files, pipes and terminals without colours.
  case plain
  /// Marks of ECMA-48, which terminals understand.
  case terminal

  /// A heading.
  public func heading(_ text: String) -> String { marked(text, "1") }

  /// A word that warns of a failure.
  public func alarm(_ text: String) -> String { marked(text, "1;31") }

  private func marked(_ text: String, _ code: String) -> String {
    switch self {
    case .plain: text
    case .terminal: "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }
  }
}
