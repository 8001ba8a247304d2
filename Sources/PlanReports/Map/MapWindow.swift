#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The part of the world that a map shows, and where in the drawing each place comes to lie.
///
/// Longitudes and latitudes are drawn as they are, widths shrunk by the cosine of the middle latitude
/// (equirectangular projection). That bends shapes far from the middle, but holds for any window, over
/// the date line as well: longitudes count on from the western edge.
struct MapWindow: Equatable {
  /// Width of the drawing.
  static let width = 960.0
  /// Sides that a map may have, width over height.
  private static let aspects = 1.5...2.4
  /// Degrees of latitude that a map shows at least, so that a single place has surroundings.
  private static let leastSpan = 2.5
  /// Free space around the places, as a part of the span.
  private static let margin = 0.12

  /// Western edge in degrees, -180..<180.
  let west: Double
  /// Southern edge in degrees.
  let south: Double
  /// Width in degrees, at most 360.
  let degreesWide: Double
  /// Height in degrees, at most 180.
  let degreesHigh: Double
  /// Height of the drawing.
  let height: Double

  /// The smallest window in which all places, degrees east and north, have some space around them; the
  /// whole world where there are none.
  init(around places: [MapPoint]) {
    let longitudes = Self.shortestSpan(of: places.map(\.x)) ?? (-180, 360)
    let latitudes = places.map(\.y)
    let low = latitudes.min() ?? -60
    let high = latitudes.max() ?? 80
    let middle = (low + high) / 2
    let shrink = max(0.2, cos(middle * .pi / 180))
    var tall = max((high - low) * (1 + 2 * Self.margin), Self.leastSpan)
    var wide = max(longitudes.width * (1 + 2 * Self.margin), Self.leastSpan / shrink)
    wide = max(wide, tall * Self.aspects.lowerBound / shrink)
    tall = max(tall, wide * shrink / Self.aspects.upperBound)
    wide = min(wide, 360)
    tall = min(tall, 180)
    degreesWide = wide
    degreesHigh = tall
    south = min(max(middle - tall / 2, -90), 90 - tall)
    west = Self.wrapped(longitudes.west + longitudes.width / 2 - wide / 2)
    height = (Self.width * tall / (wide * shrink)).rounded()
  }

  /// Where a place lies in the drawing, whichever way round the world leads into the window.
  func point(_ place: MapPoint) -> MapPoint {
    var east = (place.x - west).truncatingRemainder(dividingBy: 360)
    if east < 0 { east += 360 }
    // What lies just west of the window is drawn to the left of it, not beyond its eastern edge.
    if east > degreesWide, 360 - east < (360 - degreesWide) / 2 { east -= 360 }
    return drawn(east: east, latitude: place.y)
  }

  /// A line or an outline in the drawing, once for each time that it comes near the window on the way
  /// round the world.
  func drawn(_ track: BorderSheet.Track) -> [[MapPoint]] {
    let window = MapBox(around: [
      MapPoint(x: west, y: south), MapPoint(x: west + degreesWide, y: south + degreesHigh),
    ])
    return [-360.0, 0, 360].filter { window.meets(track.box, movedBy: $0) }.map { turn in
      track.points.map { drawn(east: $0.x - west + turn, latitude: $0.y) }
    }
  }

  /// Whether a point of the drawing lies in it.
  func contains(_ point: MapPoint) -> Bool {
    0...Self.width ~= point.x && 0...height ~= point.y
  }

  private func drawn(east: Double, latitude: Double) -> MapPoint {
    MapPoint(
      x: east / degreesWide * Self.width,
      y: (south + degreesHigh - latitude) / degreesHigh * height)
  }

  /// The shortest stretch of longitudes with all of them in it: it begins after the widest gap.
  private static func shortestSpan(of longitudes: [Double]) -> (west: Double, width: Double)? {
    let sorted = longitudes.map(wrapped).sorted()
    guard let first = sorted.first, let last = sorted.last else { return nil }
    var best = (west: first, width: last - first)
    for (former, next) in zip(sorted, sorted.dropFirst()) {
      let width = 360 - (next - former)
      if width < best.width { best = (next, width) }
    }
    return best
  }

  /// A longitude in -180..<180.
  private static func wrapped(_ longitude: Double) -> Double {
    let turned = (longitude + 180).truncatingRemainder(dividingBy: 360)
    return (turned < 0 ? turned + 360 : turned) - 180
  }
}
