/// A point: degrees east and north, or places in a drawing to the right and down.
struct MapPoint: Equatable {
  var x: Double
  var y: Double
}

/// The smallest upright box around points.
struct MapBox: Equatable {
  private(set) var low = MapPoint(x: .infinity, y: .infinity)
  private(set) var high = MapPoint(x: -.infinity, y: -.infinity)

  init(around points: some Sequence<MapPoint>) {
    for point in points {
      low = MapPoint(x: min(low.x, point.x), y: min(low.y, point.y))
      high = MapPoint(x: max(high.x, point.x), y: max(high.y, point.y))
    }
  }

  /// Whether two boxes have a point in common, the other one moved to the right.
  func meets(_ other: MapBox, movedBy step: Double = 0) -> Bool {
    low.x <= other.high.x + step && high.x >= other.low.x + step && low.y <= other.high.y
      && high.y >= other.low.y
  }
}
