/// Cuts outlines and lines to the window of a map, and leaves out what is too small to be seen.
struct MapClip {
  /// What is cut away lies at least so far outside, so that cut edges do not show.
  private static let rim = 4.0
  /// Points nearer than this to the one before are left out.
  private static let finest = 0.7

  let window: MapWindow

  private var left: Double { -Self.rim }
  private var right: Double { MapWindow.width + Self.rim }
  private var top: Double { -Self.rim }
  private var bottom: Double { window.height + Self.rim }

  /// The part of an outline that lies in the window; empty where none does (Sutherland and Hodgman
  /// 1974, one edge of the window after the other).
  func outline(_ points: [MapPoint]) -> [MapPoint] {
    guard overlaps(points) else { return [] }
    var kept = points
    kept = Self.cut(kept, inside: { $0.x - left })
    kept = Self.cut(kept, inside: { right - $0.x })
    kept = Self.cut(kept, inside: { $0.y - top })
    kept = Self.cut(kept, inside: { bottom - $0.y })
    let thin = thinned(kept)
    return thin.count < 3 ? [] : thin
  }

  /// The stretches of a line that come near the window.
  func line(_ points: [MapPoint]) -> [[MapPoint]] {
    guard overlaps(points) else { return [] }
    var stretches: [[MapPoint]] = []
    var isOpen = false
    for (start, end) in zip(points, points.dropFirst()) {
      guard overlaps([start, end]) else {
        isOpen = false
        continue
      }
      if !isOpen { stretches.append([start]) }
      stretches[stretches.count - 1].append(end)
      isOpen = true
    }
    return stretches.map(thinned).filter { $0.count > 1 }
  }

  /// Whether the box around the points meets the window.
  private func overlaps(_ points: [MapPoint]) -> Bool {
    MapBox(around: points).meets(
      MapBox(around: [MapPoint(x: left, y: top), MapPoint(x: right, y: bottom)]))
  }

  private func thinned(_ points: [MapPoint]) -> [MapPoint] {
    guard var former = points.first, let last = points.last else { return [] }
    var kept = [former]
    for point in points.dropFirst().dropLast()
    where abs(point.x - former.x) + abs(point.y - former.y) >= Self.finest {
      kept.append(point)
      former = point
    }
    if points.count > 1 { kept.append(last) }
    return kept
  }

  /// The part of an outline on the inner side of one edge, where `inside` is not negative.
  private static func cut(
    _ points: [MapPoint], inside: (MapPoint) -> Double
  ) -> [MapPoint] {
    guard var former = points.last else { return [] }
    var formerDepth = inside(former)
    var kept: [MapPoint] = []
    for point in points {
      let depth = inside(point)
      if (depth >= 0) != (formerDepth >= 0) {
        kept.append(crossing(former, formerDepth, point, depth))
      }
      if depth >= 0 { kept.append(point) }
      (former, formerDepth) = (point, depth)
    }
    return kept
  }

  /// The point between two at which the depth is 0.
  private static func crossing(
    _ one: MapPoint, _ oneDepth: Double, _ other: MapPoint, _ otherDepth: Double
  ) -> MapPoint {
    let part = oneDepth / (oneDepth - otherDepth)
    return MapPoint(x: one.x + part * (other.x - one.x), y: one.y + part * (other.y - one.y))
  }
}
