import ForceModel
import Foundation
import PlanExports
import Testing
import TextFormats

@Suite struct PlanMapTests {
  private func place(_ latitude: Double, _ longitude: Double) -> Location {
    Location(id: "p", name: "p", latitude: latitude, longitude: longitude, country: "")
  }

  @Test(
    arguments: [
      (40.0, 70.0, 41.0, 72.0), (0, 0, 0, 179), (60, 30, 60, -120), (-33, 151, 37, -122),
      (90, 0, -90, 0), (10, 20, -10, -160), (5, 5, 5, 5), (89, 10, 89, -170), (0, 180, 0, -179),
    ])
  func `a way keeps to the great circle and to the map`(
    _ latitude: Double, _ longitude: Double, _ endLatitude: Double, _ endLongitude: Double
  ) {
    let (start, end) = (place(latitude, longitude), place(endLatitude, endLongitude))
    let parts = GreatCirclePath(from: start, to: end).parts
    let points = parts.flatMap { $0 }
    #expect(parts.allSatisfy { $0.count >= 2 })
    #expect(points.allSatisfy { abs($0.longitude) <= 180 && abs($0.latitude) <= 90 })
    // The lengths of the pieces add up to the distance, so no point is beside the way.
    var length = 0.0
    for part in parts {
      for (from, to) in zip(part, part.dropFirst()) {
        #expect(abs(to.longitude - from.longitude) <= 180)
        length += GreatCircle.kilometres(
          from: place(from.latitude, from.longitude), to: place(to.latitude, to.longitude))
      }
    }
    let distance = GreatCircle.kilometres(from: start, to: end)
    #expect(abs(length - distance) <= 1e-3 * max(1, distance))
  }

  @Test func `a way over the antimeridian is cut there`() throws {
    let parts = GreatCirclePath(from: place(50, 170), to: place(50, -170)).parts
    try #require(parts.count == 2)
    #expect(parts[0].first == .init(longitude: 170, latitude: 50))
    #expect(parts[0].last?.longitude == 180)
    #expect(parts[1].first?.longitude == -180)
    #expect(parts[0].last?.latitude == parts[1].first?.latitude)
    #expect(parts[1].last == .init(longitude: -170, latitude: 50))
    #expect(GreatCirclePath(from: place(0, 180), to: place(0, -179)).parts.count == 1)
  }

  @Test(arguments: ["three-crises", "kazakhstan-2022"])
  func `the map holds every deployment, base and crisis with its figures`(name: String) throws {
    let solved = try SolvedModel(name)
    let text = JSON.text(PlanMap.json(of: solved.plan, for: solved.model))
    let map = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(map["type"] as? String == "FeatureCollection")
    let features = try #require(map["features"] as? [[String: Any]])
    func ofKind(_ kind: String) -> [[String: Any]] {
      features.filter { ($0["properties"] as? [String: Any])?["kind"] as? String == kind }
    }
    let deployments = ofKind("deployment")
    #expect(deployments.count == solved.plan.deployments.count)
    for (feature, deployment) in zip(deployments, solved.plan.deployments) {
      let properties = try #require(feature["properties"] as? [String: Any])
      #expect(properties["line"] as? Int == deployment.line)
      let personnel = try #require(properties["personnel"] as? Double)
      #expect(abs(personnel - deployment.personnel) <= 1e-9 * deployment.personnel)
      let geometry = try #require(feature["geometry"] as? [String: Any])
      #expect(geometry["type"] as? String == "LineString")
      let line = try #require(geometry["coordinates"] as? [[Double]])
      let base = try #require(solved.model.locations.first { $0.id == deployment.fromBase })
      #expect(line.first == [base.longitude, base.latitude])
    }
    let crises = ofKind("crisis")
    #expect(crises.count == solved.model.crises.count)
    let lacking = crises.compactMap { $0["properties"] as? [String: Any] }
      .compactMap { $0["weightedShortfall"] as? Double }.reduce(0, +)
    #expect(abs(lacking - solved.plan.shortfalls.reduce(0) { $0 + $1.weightedShortfall }) < 1e-6)
    #expect(ofKind("base").count == Set(solved.model.contributions.map(\.base)).count)
    let names = features.compactMap { $0["id"] as? String }
    #expect(Set(names).count == features.count)
  }
}
