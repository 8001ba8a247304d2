import ForceModel

/// How a class of units is named and told from the others: by colour and by the dashes of its lines,
/// both of which the style sheet holds by the class's name.
enum CategoryMark {
  static func name(of category: ForceCategory) -> String {
    switch category {
    case .rapidReaction: "rapid reaction"
    case .police: "police"
    case .peacekeeping: "peacekeeping"
    case .support: "support"
    }
  }

  /// The name in the style sheet.
  static func style(of category: ForceCategory) -> String { "cat-" + category.rawValue }

  /// A sample of the class's line, and its name.
  static func legend(_ category: ForceCategory) -> Markup {
    """
    <li><svg class="sample" width="34" height="10" aria-hidden="true"><line x1="1" y1="5" x2="33" \
    y2="5" class="flow \(style(of: category))" stroke-width="3"/></svg> \(name(of: category))</li>

    """
  }
}
