/// A point: degrees east and north, or places in a drawing to the right and down.
struct MapPoint: Equatable {
  var x: Double
  var y: Double
}
