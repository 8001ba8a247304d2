import ForceModel

/// Deals the tasks of a service out to the tours that are in place.
///
/// The master counts the persons of a kind at a crisis together; a plan says who does what. Units of one
/// kind serve alike, so any dealing is right; tours are served in the order of pledges.
struct TaskDealer {
  let network: DeploymentNetwork

  /// The tours in use with what their units do.
  func uses(of columns: [(column: MasterColumn, value: Double)]) -> [TourUse] {
    var uses: [TourUse] = []
    var changes: [Int: [(use: Int?, persons: Double)]] = [:]
    for (column, value) in columns {
      switch column {
      case .tour(let tour): uses.append(TourUse(tour: tour, units: value, work: []))
      case .retasking(let change):
        let cell = change.service * network.grid.count + change.period
        changes[cell, default: []].append((change.use, value))
      }
    }
    uses.sort { Self.key($0.tour).lexicographicallyPrecedes(Self.key($1.tour)) }
    for index in uses.indices {
      let tour = uses[index].tour
      let service = network.services.index(of: tour.contribution, at: tour.crisis)
      let factor = network.services.factor(of: tour.contribution)
      for period in tour.first...tour.last {
        let cell = service * network.grid.count + period
        var persons = uses[index].units * factor
        var rest = changes[cell] ?? []
        for place in rest.indices where persons > 0 {
          let dealt = min(persons, rest[place].persons)
          rest[place].persons -= dealt
          persons -= dealt
          assign(rest[place].use, units: dealt / factor, period: period, to: &uses[index])
        }
        if !rest.isEmpty { changes[cell] = rest }
        assign(
          network.services.defaultUse(of: service, period: period), units: persons / factor,
          period: period, to: &uses[index])
      }
    }
    return uses
  }

  private func assign(_ use: Int?, units: Double, period: Int, to tourUse: inout TourUse) {
    guard let use, units > 1e-11 else { return }
    tourUse.work.append(
      Work(requirement: network.services.use(use).requirement, period: period, units: units))
  }

  private static func key(_ tour: Tour) -> [Int] {
    [tour.contribution, tour.option, tour.crisis, tour.first, tour.last]
  }
}
