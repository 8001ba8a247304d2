import ForceModel

extension VariantPlanner {
  /// What one counted unit of pledges that are not in the base would be worth there at its prices: the
  /// shortfall that its best tour would relieve, other costs counted.
  ///
  /// An estimate: prices hold for small amounts, and a unit may make more than one tour.
  ///
  /// - Complexity: as one search for tours.
  func values(ofOneUnitOf pledges: [Contribution]) -> [Double] {
    guard let origin, !pledges.isEmpty else { return pledges.map { _ in 0 } }
    var model = origin.network.model
    let known = model.contributions.count
    model.fixedDeployments = []
    model.contributions += pledges.enumerated().map { number, pledge in
      var copy = pledge
      // Beyond every identifier of the base, so that the others keep their places.
      copy.id = "\u{10FFFF}\(number)"
      return copy
    }
    let network = DeploymentNetwork(model)
    let levels = GoalLevel.levels(of: model)
    let layout = RowLayout(network: network, levels: levels, holdsGoals: false)
    let table = PriceTable(
      network: network, layout: layout, levels: levels,
      prices: origin.prices.carried(from: origin, to: network, layout: layout),
      face: TaskFace(network))
    let search = ColumnSearch(
      table: table, faces: [], tolerance: 0, units: .plain(network), threads: 1)
    var values = pledges.map { _ in 0.0 }
    for found in search.bestTours(perPledge: 1) where found.tour.contribution >= known {
      values[found.tour.contribution - known] = -found.reducedCost
    }
    return values
  }
}

extension RowPrices {
  /// The prices at the rows of another model that are rows of the one that they come from, too.
  fileprivate func carried(
    from origin: MasterState, to network: DeploymentNetwork, layout: RowLayout
  ) -> RowPrices {
    let correspondence = Correspondence(from: origin.network, to: network)
    var carried = RowPrices(
      values: Array(repeating: 0, count: layout.rows.count), goalWeights: goalWeights)
    for (row, price) in values.enumerated() where price != 0 {
      guard let match = correspondence.row(origin.layout.rows[row]),
        let number = layout.number(of: match)
      else { continue }
      carried.values[number] = price
    }
    return carried
  }
}
