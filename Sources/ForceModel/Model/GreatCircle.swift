#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Great-circle distance on the sphere of mean Earth radius (formulation.md, "Definitions, exactly").
public enum GreatCircle {
  /// Mean radius of the Earth in kilometres.
  public static let earthRadius = 6371.0088

  /// Kilometres between two places by the haversine formula, which stays exact at short distances.
  public static func kilometres(from start: Location, to end: Location) -> Double {
    let radians = Double.pi / 180
    let startLatitude = start.latitude * radians
    let endLatitude = end.latitude * radians
    let halfLatitude = sin((endLatitude - startLatitude) / 2)
    let halfLongitude = sin((end.longitude - start.longitude) * radians / 2)
    let haversine =
      halfLatitude * halfLatitude
      + cos(startLatitude) * cos(endLatitude) * halfLongitude * halfLongitude
    return 2 * earthRadius * asin(min(1, haversine.squareRoot()))
  }
}
