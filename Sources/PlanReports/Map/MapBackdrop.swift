/// Land, coasts and borders under a map, and the names of its countries.
struct MapBackdrop {
  /// Places in the path data are whole tenths of the drawing's unit, which saves a third of the text.
  private static let fineness = 10.0
  /// Names of parts smaller than this, slivers at the edge, would only fill the map.
  private static let leastNamed = 2_500.0

  /// What the window shows of a country.
  private struct Part {
    let country: String
    let outline: [MapPoint]
  }

  private let parts: [Part]
  private let borders: String
  private let coasts: String

  /// Cuts the sheet to the window.
  init(sheet: BorderSheet, window: MapWindow) {
    let clip = MapClip(window: window)
    parts = sheet.countries.flatMap { country in
      country.outlines.flatMap(window.drawn).map(clip.outline).filter { !$0.isEmpty }
        .map { Part(country: country.name, outline: $0) }
    }
    func lines(_ kind: BorderSheet.Kind) -> String {
      sheet.lines.filter { $0.kind == kind }.flatMap { window.drawn($0.track) }
        .flatMap(clip.line).map { Self.path($0, isClosed: false) }.joined()
    }
    borders = lines(.border)
    coasts = lines(.coast)
  }

  /// The land with its lines.
  var markup: Markup {
    let land = parts.map { Self.path($0.outline, isClosed: true) }.joined()
    return """
      <g transform="scale(0.1)"><path class="land" d="\(land)"/>\
      <path class="border" d="\(borders)"/><path class="coast" d="\(coasts)"/></g>

      """
  }

  /// Names of countries where their largest visible part has its middle, the largest part first.
  var names: [MapLabels.Request] {
    var largest: [String: (part: Part, area: Double)] = [:]
    for part in parts {
      let area = abs(Self.area(of: part.outline))
      if area > largest[part.country]?.area ?? Self.leastNamed {
        largest[part.country] = (part, area)
      }
    }
    return largest.values.sorted {
      ($1.area, $0.part.country) < ($0.area, $1.part.country)
    }.map { part, _ in
      MapLabels.Request(
        text: part.country.uppercased(), anchor: Self.middle(of: part.outline), clearance: 0,
        style: .country)
    }
  }

  /// Path data: the first point, then steps, in tenths.
  private static func path(_ points: [MapPoint], isClosed: Bool) -> String {
    var text = ""
    var former = (x: 0, y: 0)
    for (number, point) in points.enumerated() {
      let next = (x: Int((point.x * fineness).rounded()), y: Int((point.y * fineness).rounded()))
      let step = (x: next.x - former.x, y: next.y - former.y)
      if number == 0 {
        text += "M\(next.x)"
      } else {
        text += number == 1 ? "l" : step.x < 0 ? "" : " "
        text += String(step.x)
      }
      let y = number == 0 ? next.y : step.y
      text += y < 0 ? String(y) : " \(y)"
      former = next
    }
    return isClosed ? text + "z" : text
  }

  /// Area of an outline, its sign by the direction in which it is walked (the shoelace formula).
  private static func area(of points: [MapPoint]) -> Double {
    guard var former = points.last else { return 0 }
    var area = 0.0
    for point in points {
      area += (former.x * point.y - point.x * former.y) / 2
      former = point
    }
    return area
  }

  /// Centre of gravity of an outline.
  private static func middle(of points: [MapPoint]) -> MapPoint {
    let area = area(of: points)
    guard var former = points.last, area != 0 else { return MapPoint(x: 0, y: 0) }
    var middle = MapPoint(x: 0, y: 0)
    for point in points {
      let cross = former.x * point.y - point.x * former.y
      middle.x += (former.x + point.x) * cross / (6 * area)
      middle.y += (former.y + point.y) * cross / (6 * area)
      former = point
    }
    return middle
  }
}
