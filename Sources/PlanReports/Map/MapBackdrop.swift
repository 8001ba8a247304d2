/// Land, coasts and borders under a map, and the names of its countries.
struct MapBackdrop {
  /// Places in the path data are whole tenths of the drawing's unit, which saves a third of the text.
  static let fineness = 10.0

  let sheet: BorderSheet
  let window: MapWindow

  /// The land with its lines.
  var markup: Markup {
    let clip = MapClip(window: window)
    let land = sheet.countries.flatMap { outlines(of: $0, clip) }.map {
      Self.path($0, isClosed: true)
    }
    return """
      <g transform="scale(0.1)"><path class="land" d="\(land.joined())"/>\
      <path class="border" d="\(lines(.border, clip))"/><path class="coast" d="\(lines(.coast, clip))"/></g>

      """
  }

  /// Names of countries where their largest visible part has its middle, the largest part first.
  var names: [MapLabels.Request] {
    let clip = MapClip(window: window)
    let parts = sheet.countries.compactMap {
      country -> (name: String, part: [MapPoint], area: Double)? in
      let parts = outlines(of: country, clip).map { (part: $0, area: abs(Self.area(of: $0))) }
      guard let largest = parts.max(by: { $0.area < $1.area }) else { return nil }
      return (country.name, largest.part, largest.area)
    }
    // Names of slivers at the edge would only fill the map.
    return parts.filter { $0.area > 2_500 }.sorted { ($1.area, $0.name) < ($0.area, $1.name) }.map {
      MapLabels.Request(
        text: $0.name.uppercased(), anchor: Self.middle(of: $0.part), clearance: 0, style: .country)
    }
  }

  /// The parts of a country that the window shows, wherever it lies round the world.
  private func outlines(of country: BorderSheet.Country, _ clip: MapClip) -> [[MapPoint]] {
    country.outlines.flatMap { outline in
      (-1...1).map { clip.outline(window.points(outline, turns: $0)) }.filter { !$0.isEmpty }
    }
  }

  private func lines(_ kind: BorderSheet.Kind, _ clip: MapClip) -> String {
    sheet.lines.filter { $0.kind == kind }.flatMap { line in
      (-1...1).flatMap { clip.line(window.points(line.points, turns: $0)) }
    }.map { Self.path($0, isClosed: false) }.joined()
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
