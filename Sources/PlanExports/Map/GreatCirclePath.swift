public import ForceModel
import Glibc

/// The shortest way over the sphere between two places, as points that a map can draw.
public struct GreatCirclePath: Sendable, Equatable {
  /// A point: degrees east and north, WGS84.
  public struct Point: Sendable, Equatable {
    /// Degrees east, from -180 to 180.
    public var longitude: Double
    /// Degrees north, from -90 to 90.
    public var latitude: Double

    /// Creates a point.
    public init(longitude: Double, latitude: Double) {
      self.longitude = longitude
      self.latitude = latitude
    }
  }

  /// The way in parts, each of at least two points; where it crosses the antimeridian, a part ends there
  /// and the next begins on the other side (RFC 7946, section 3.1.9).
  public let parts: [[Point]]

  /// Kilometres between points, about: a bend of less than a degree looks smooth.
  private static let step = 100.0

  /// The way between two places; between places opposite each other one of all that are as short.
  public init(from start: Location, to end: Location) {
    let distance = GreatCircle.kilometres(from: start, to: end)
    let count = max(1, Int((distance / Self.step).rounded(.up)))
    let first = Vector(start)
    let last = Vector(end)
    let angle = distance / GreatCircle.earthRadius
    // Opposite places leave the plane of the circle open; a third place settles it.
    let third = abs(first.z) < 0.9 ? Vector(x: 0, y: 0, z: 1) : Vector(x: 1, y: 0, z: 0)
    let middle = sin(angle) < 1e-6 && angle > 1 ? third : nil
    var points = [Point(longitude: start.longitude, latitude: start.latitude)]
    for index in 1..<max(count, 1) {
      let share = Double(index) / Double(count)
      let vector =
        if let middle {
          share < 0.5
            ? Vector.between(first, middle, share: 2 * share, angle: first.angle(to: middle))
            : Vector.between(middle, last, share: 2 * share - 1, angle: middle.angle(to: last))
        } else {
          Vector.between(first, last, share: share, angle: angle)
        }
      points.append(vector.point)
    }
    points.append(Point(longitude: end.longitude, latitude: end.latitude))
    parts = Self.cut(points)
  }

  /// Divides points where they jump from one side of the map to the other.
  private static func cut(_ points: [Point]) -> [[Point]] {
    var parts: [[Point]] = [[points[0]]]
    for (from, to) in zip(points, points.dropFirst()) {
      guard abs(to.longitude - from.longitude) > 180 else {
        parts[parts.count - 1].append(to)
        continue
      }
      let side = from.longitude < 0 ? -180.0 : 180.0
      // The next point as it lies beyond the edge, to find where the edge is crossed.
      let beyond = to.longitude + 2 * side
      let span = beyond - from.longitude
      let share = span == 0 ? 0 : (side - from.longitude) / span
      let latitude = from.latitude + share * (to.latitude - from.latitude)
      if from.longitude != side {
        parts[parts.count - 1].append(Point(longitude: side, latitude: latitude))
      }
      parts.append(
        to.longitude == -side ? [to] : [Point(longitude: -side, latitude: latitude), to])
    }
    return parts.filter { $0.count > 1 }
  }
}

/// A place as a point of the unit sphere.
private struct Vector {
  var x: Double
  var y: Double
  var z: Double

  init(x: Double, y: Double, z: Double) {
    (self.x, self.y, self.z) = (x, y, z)
  }

  init(_ place: Location) {
    let latitude = place.latitude * .pi / 180
    let longitude = place.longitude * .pi / 180
    self.init(
      x: cos(latitude) * cos(longitude), y: cos(latitude) * sin(longitude), z: sin(latitude))
  }

  /// The point at a share of the way between two that are an angle apart.
  static func between(_ first: Vector, _ last: Vector, share: Double, angle: Double) -> Vector {
    guard sin(angle) > 0 else { return first }
    let start = sin((1 - share) * angle) / sin(angle)
    let end = sin(share * angle) / sin(angle)
    return Vector(
      x: start * first.x + end * last.x, y: start * first.y + end * last.y,
      z: start * first.z + end * last.z)
  }

  func angle(to other: Vector) -> Double {
    acos(max(-1, min(1, x * other.x + y * other.y + z * other.z)))
  }

  var point: GreatCirclePath.Point {
    GreatCirclePath.Point(
      longitude: atan2(y, x) * 180 / .pi,
      latitude: atan2(z, (x * x + y * y).squareRoot()) * 180 / .pi)
  }
}
