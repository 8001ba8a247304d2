/// Finds room for names on a map: none lies over another, over a mark or beyond the edge.
struct MapLabels {
  /// A name that wants room beside a mark.
  struct Request {
    let text: String
    let anchor: MapPoint
    /// Distance that the text keeps from the middle of its mark.
    let clearance: Double
    let style: Style
  }

  /// How a name is written.
  enum Style: String {
    case crisis
    /// A crisis that lacks something.
    case shortCrisis = "crisis-short"
    case base
    case country
  }

  /// A name that has found room; `at` is the start of its line of writing.
  struct Label {
    let text: String
    let at: MapPoint
    let style: Style
  }

  private struct Box {
    let left: Double
    let top: Double
    let right: Double
    let bottom: Double

    func meets(_ other: Box) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }
  }

  /// Places beside a mark in the order in which they are tried, as directions right and down.
  private static let directions: [MapPoint] = [
    MapPoint(x: 1, y: 0), MapPoint(x: -1, y: 0), MapPoint(x: 0, y: -1), MapPoint(x: 0, y: 1),
    MapPoint(x: 0.8, y: -0.8), MapPoint(x: 0.8, y: 0.8), MapPoint(x: -0.8, y: -0.8),
    MapPoint(x: -0.8, y: 0.8),
  ]

  /// Height of letters.
  let size: Double
  let window: MapWindow
  private var taken: [Box]

  /// An empty sheet on which marks lie already.
  init(size: Double, window: MapWindow, marks: [(at: MapPoint, radius: Double)]) {
    self.size = size
    self.window = window
    taken = marks.map { mark in
      Box(
        left: mark.at.x - mark.radius, top: mark.at.y - mark.radius, right: mark.at.x + mark.radius,
        bottom: mark.at.y + mark.radius)
    }
  }

  /// Places a name; nil: there is no room for it.
  mutating func place(_ request: Request) -> Label? {
    let width = Self.width(of: request.text, size: size, style: request.style)
    let height = size * 1.15
    let steps: [Double] = request.style == .country ? [0] : [1, 1.9]
    for step in steps {
      for direction in request.style == .country ? [MapPoint(x: 0, y: 0)] : Self.directions {
        let reach = request.clearance * step
        let middle = MapPoint(
          x: request.anchor.x + direction.x * reach + direction.x.signOrZero * width / 2,
          y: request.anchor.y + direction.y * reach + direction.y.signOrZero * height / 2)
        let box = Box(
          left: middle.x - width / 2, top: middle.y - height / 2, right: middle.x + width / 2,
          bottom: middle.y + height / 2)
        guard box.left >= 2, box.top >= 2, box.right <= MapWindow.width - 2,
          box.bottom <= window.height - 2, !taken.contains(where: box.meets)
        else { continue }
        taken.append(box)
        // Letters sit on their line of writing, a quarter of their height above the box's end.
        return Label(
          text: request.text, at: MapPoint(x: box.left, y: box.bottom - height * 0.26),
          style: request.style)
      }
    }
    return nil
  }

  /// A width that the text stays within in the fonts of most systems.
  static func width(of text: String, size: Double, style: Style) -> Double {
    let letter =
      switch style {
      case .crisis, .shortCrisis: 0.62
      case .base: 0.55
      case .country: 0.72
      }
    return Double(text.unicodeScalars.count) * size * letter + 2
  }
}

extension Double {
  fileprivate var signOrZero: Double { self == 0 ? 0 : self > 0 ? 1 : -1 }
}
