import ForceModel

/// The lines of a plan made by hand, with those that can never be moved to the nearest stay that can.
///
/// Lines that come to stand for the same tour share one fixed deployment.
struct MendedLines {
  /// The network whose fixed deployments are the tours, each with the units of all its lines.
  let network: DeploymentNetwork
  /// The lines as they were written.
  private let lines: [FixedDeployment]
  /// The fixed deployment of each line; nil: no stay of its pledge at its crisis can be.
  private let places: [Int?]
  private let isMoved: [Bool]

  /// Mends lines.
  ///
  /// - Parameters:
  ///   - lines: A model whose fixed deployments are the lines.
  ///   - written: The network of those lines that can be.
  ///   - impossible: Rows of the lines that can never be.
  init(_ lines: PlanningModel, written: DeploymentNetwork, impossible: Set<Int>) {
    self.lines = lines.fixedDeployments
    isMoved = lines.fixedDeployments.map { impossible.contains($0.row) }
    var deployments = written.model.fixedDeployments
    var placeOfTour: [Tour: Int] = [:]
    for (place, tour) in written.fixedTours.enumerated() {
      if let tour { placeOfTour[tour] = place }
    }
    var next = 0
    places = zip(lines.fixedDeployments, isMoved).map { line, isMoved in
      guard isMoved else {
        next += 1
        return next - 1
      }
      guard let tour = written.nearestTour(to: line) else { return nil }
      if let place = placeOfTour[tour] {
        deployments[place].units += line.units
        return place
      }
      placeOfTour[tour] = deployments.count
      deployments.append(written.deployment(of: line, on: tour))
      return deployments.count - 1
    }
    var mended = written.model
    mended.fixedDeployments = deployments
    network = DeploymentNetwork(mended)
  }

  /// Units of the lines that are where they were written, on each fixed deployment.
  var unmoved: [Double] {
    var units = network.model.fixedDeployments.map { _ in 0.0 }
    for (index, line) in lines.enumerated() where !isMoved[index] {
      if let place = places[index] { units[place] += line.units }
    }
    return units
  }

  /// What becomes of the lines if so many units of each fixed deployment stand.
  ///
  /// Lines that were not moved come first.
  func cuts(keeping kept: [Double]) -> [HandPlanReview.Cut] {
    var rest = kept
    var after = lines.map { _ in 0.0 }
    for moved in [false, true] {
      for (index, line) in lines.enumerated() where isMoved[index] == moved {
        guard let place = places[index] else { continue }
        after[index] = min(line.units, max(0, rest[place]))
        rest[place] -= after[index]
      }
    }
    return lines.indices.compactMap { index in
      let line = lines[index]
      guard isMoved[index] || line.units - after[index] > 1e-6 * max(1, line.units) else {
        return nil
      }
      return HandPlanReview.Cut(
        row: line.row, description: network.model.words(of: line), before: line.units,
        after: after[index].roundedForPlans, moved: isMoved[index] ? stay(of: index) : nil)
    }
  }

  private func stay(of line: Int) -> HandPlanReview.Stay? {
    places[line].map { place in
      let model = network.model
      let deployment = model.fixedDeployments[place]
      return HandPlanReview.Stay(
        mode: model.modes[deployment.mode].id, lift: deployment.lift.map { model.liftPools[$0].id },
        fromDay: deployment.from.roundedForPlans, untilDay: deployment.until.roundedForPlans)
    }
  }
}

extension DeploymentNetwork {
  /// The stay of a line's pledge at its crisis that is nearest to what the line says; nil where there is none.
  ///
  /// The day of the beginning counts first, then the way of moving, then the end: that of the line where it lies
  /// after the beginning, otherwise the one after as many days.
  ///
  /// - Complexity: O(ways of moving x periods²).
  fileprivate func nearestTour(to line: FixedDeployment) -> Tour? {
    var nearest: (distance: [Double], tour: Tour)?
    forEachTour(of: line.contribution, at: line.crisis) { tour in
      let option = options[tour.contribution][tour.option]
      let (from, until) = (grid.start(tour.first), grid.end(tour.last))
      let wanted =
        line.until > from + TimeGrid.tolerance ? line.until : from + line.until - line.from
      let isSameWay = option.mode == line.mode && option.lift == line.lift
      let distance = [
        abs(from - line.from), isSameWay ? 0 : 1, abs(until - wanted),
        option.mode == line.mode ? 0 : 1,
      ]
      if let best = nearest, !distance.lexicographicallyPrecedes(best.distance) { return }
      nearest = (distance, tour)
    }
    return nearest?.tour
  }

  /// A line on a tour of its pledge at its crisis.
  fileprivate func deployment(of line: FixedDeployment, on tour: Tour) -> FixedDeployment {
    let option = options[tour.contribution][tour.option]
    return FixedDeployment(
      contribution: line.contribution, crisis: line.crisis, mode: option.mode, lift: option.lift,
      units: line.units, from: grid.start(tour.first), until: grid.end(tour.last), row: line.row)
  }
}
