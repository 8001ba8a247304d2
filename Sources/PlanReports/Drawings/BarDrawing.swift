/// A bar in a cell of a table, a part of a whole, and maybe the limit that it keeps to.
///
/// The figure stands beside it as text, so the bar itself is left out for those who hear the page.
enum BarDrawing {
  /// A bar.
  ///
  /// - Parameters:
  ///   - part: What is filled, 0...1.
  ///   - limit: Where the limit is drawn, 0...1; nil: there is none.
  /// - Returns: The drawing, as wide as its cell.
  static func markup(_ part: Double, limit: Double? = nil) -> Markup {
    let line: Markup =
      limit.map { limit in
        """
        <line class="limit" x1="\(place: 100 * limit)%" x2="\(place: 100 * limit)%" y1="0" y2="16"/>
        """
      } ?? .empty
    return """
      <svg class="bar" width="100%" height="16" aria-hidden="true"><rect class="bar-whole" \
      width="100%" height="10" y="3"/><rect class="bar-part" width="\(place: 100 * min(part, 1))%" \
      height="10" y="3"/>\(line)</svg>
      """
  }
}
