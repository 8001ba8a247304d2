import ForceData
public import ForceModel
public import TextFormats

/// A plan as GeoJSON (RFC 7946), for maps.
public enum PlanMap {
  /// The plan's deployments as lines, bases and crises as points, each with its figures.
  ///
  /// A deployment's line is the great circle from its base to its crisis, whatever the way it takes: the
  /// model knows lengths of ways, not their courses. Places that no deployment uses and crises that lack
  /// nothing are there, too: a map that leaves out a pledge that stays at home tells half the story.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - model: The model that it was made for, which knows where places are.
  /// - Returns: A feature collection; the property `kind` is `deployment`, `base` or `crisis`.
  /// - Complexity: linear in the number of deployments and places.
  public static func json(of plan: Plan, for model: PlanningModel) -> JSONValue {
    let places = Dictionary(
      model.locations.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return [
      "type": "FeatureCollection",
      "features": .array(
        bases(of: plan, for: model) + crises(of: plan, for: model)
          + deployments(of: plan, places: places)),
    ]
  }

  private static func deployments(of plan: Plan, places: [String: Location]) -> [JSONValue] {
    guard let table = DataTable.tables(of: plan).first else { return [] }
    return zip(plan.deployments, table.rows).compactMap { deployment, row in
      guard let base = places[deployment.fromBase], let crisis = places[deployment.toLocation]
      else { return nil }
      let parts = GreatCirclePath(from: base, to: crisis).parts.map { part in
        JSONValue.array(part.map { position($0.longitude, $0.latitude) })
      }
      let geometry: JSONValue =
        parts.count == 1
        ? ["type": "LineString", "coordinates": parts[0]]
        : ["type": "MultiLineString", "coordinates": .array(parts)]
      return feature(
        "deployment", "\(deployment.line)", geometry, properties(table.columns, row))
    }
  }

  private static func bases(of plan: Plan, for model: PlanningModel) -> [JSONValue] {
    model.locations.indices.compactMap { index in
      let pledges = model.contributions.filter { $0.base == index }
      guard !pledges.isEmpty else { return nil }
      let place = model.locations[index]
      let leaving = plan.deployments.filter { $0.fromBase == place.id }
      var members: [String] = []
      for pledge in pledges where !members.contains(model.contributors[pledge.contributor].id) {
        members.append(model.contributors[pledge.contributor].id)
      }
      return feature(
        "base", place.id, point(place),
        [
          "name": .string(place.name), "country": .string(place.country),
          "contributors": .string(members.joined(separator: ", ")),
          "unitsPledged": .number(pledges.reduce(0) { $0 + $1.units }),
          "deployments": .number(leaving.count),
        ])
    }
  }

  private static func crises(of plan: Plan, for model: PlanningModel) -> [JSONValue] {
    guard let table = DataTable.tables(of: plan).first(where: { $0.name == "crises" }) else {
      return []
    }
    return zip(plan.crises, table.rows).compactMap { summary, row in
      guard let crisis = model.crises.first(where: { $0.id == summary.crisis }) else { return nil }
      let lacking = plan.shortfalls.filter { $0.crisis == crisis.id }
      var properties: JSONObject = ["name": .string(crisis.name)]
      for member in self.properties(table.columns, row).members {
        properties[member.key] = member.value
      }
      properties["weightedShortfall"] = .number(lacking.reduce(0) { $0 + $1.weightedShortfall })
      return feature("crisis", crisis.id, point(model.locations[crisis.location]), properties)
    }
  }

  // MARK: - GeoJSON

  private static func feature(
    _ kind: String, _ id: String, _ geometry: JSONValue, _ properties: JSONObject
  ) -> JSONValue {
    var all: JSONObject = ["kind": .string(kind)]
    for member in properties.members { all[member.key] = member.value }
    return [
      "type": "Feature", "id": .string("\(kind) \(id)"), "geometry": geometry,
      "properties": .object(all),
    ]
  }

  private static func properties(
    _ columns: [DataTable.Column], _ row: [TableCell]
  ) -> JSONObject {
    var object = JSONObject()
    for (column, cell) in zip(columns, row) { object[column.name] = cell.json }
    return object
  }

  private static func point(_ place: Location) -> JSONValue {
    ["type": "Point", "coordinates": position(place.longitude, place.latitude)]
  }

  /// A position, to a tenth of a metre; more digits would say more than anybody knows.
  private static func position(_ longitude: Double, _ latitude: Double) -> JSONValue {
    [.number((longitude * 1e6).rounded() / 1e6), .number((latitude * 1e6).rounded() / 1e6)]
  }
}
