/// A place: the base of a contribution or the place of a crisis.
public struct Location: Sendable, Equatable {
  /// Identifier, unique among locations.
  public var id: String
  /// Name for people; the identifier where the table gives none.
  public var name: String
  /// Latitude in degrees north, WGS84, -90...90.
  public var latitude: Double
  /// Longitude in degrees east, WGS84, -180...180.
  public var longitude: Double
  /// Country code or name; empty where the table gives none.
  public var country: String

  /// Creates a location from its table row.
  public init(id: String, name: String, latitude: Double, longitude: Double, country: String = "") {
    self.id = id
    self.name = name
    self.latitude = latitude
    self.longitude = longitude
    self.country = country
  }
}
