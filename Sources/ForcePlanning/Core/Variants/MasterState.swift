import LinearProgramming

/// Where a restricted master ended: a value, so that any number of threads may start from it.
struct MasterState: Sendable {
  let network: DeploymentNetwork
  let layout: RowLayout
  let coefficients: ColumnCoefficients
  /// The units that the engine counted in.
  let units: MasterUnits
  /// The rows that were there, in the order of the basis.
  let rows: [Int]
  let staticColumns: [StaticColumn]
  /// Tours and retaskings, after the static columns in the order of the basis.
  let columns: [MasterColumn]
  /// A basis that is optimal for each level that was solved, the first one first.
  let bases: [Basis]
  /// What limits are worth in shortfall, over all its levels.
  let prices: RowPrices
}

extension RestrictedMaster {
  /// Where the master is now, with bases that it had before.
  func state(at bases: [Basis], prices: RowPrices) -> MasterState {
    let own = bases.map { former in
      let basis = extending(former)
      return Basis(
        rows: presentRows.map { basis.rows[Int(engineRows[$0])] },
        columns: (Array(staticColumns.indices) + columns.indices.map { firstColumn + $0 }).map {
          basis.columns[$0]
        })
    }
    return MasterState(
      network: network, layout: layout, coefficients: coefficients, units: units,
      rows: presentRows, staticColumns: staticColumns, columns: columns, bases: own,
      prices: prices)
  }

  /// A basis that the engine had before, with what came since then: rows are basic, columns are not.
  func extending(_ former: Basis) -> Basis {
    Basis(
      rows: former.rows
        + Array(repeating: true, count: engine.rowCount - former.rows.count),
      columns: former.columns
        + Array(repeating: false, count: engine.columnCount - former.columns.count))
  }

  /// Brings rows, columns and basis of another model's master into this one, which is new.
  ///
  /// What the other model has and this one has not leaves a stand-in, so that the basis stays a basis: a
  /// row without limits, or a column that is held at 0.
  func begin(from state: MasterState) throws(EngineFailure) {
    let correspondence = Correspondence(from: state.network, to: network)
    // The row of this layout and the column of this model, by place in the state; nil: a stand-in.
    let rows = state.rows.map { correspondence.row(state.layout.rows[$0]) }
      .map { $0.flatMap { layout.number(of: $0) } }.withoutRepeats()
    let columns = state.columns.map { correspondence.column($0) }.withoutRepeats()

    try addRows(rows.compactMap { $0 })
    for case .tour(let tour)? in columns {
      if let row = limitingRow(of: tour) { try addRows([row]) }
    }
    // Where each row of the state is in the engine.
    let standInRows = rows.count { $0 == nil }
    var nextStandIn = engine.rowCount
    let places = rows.map { row -> Int in
      if let row { return Int(engineRows[row]) }
      defer { nextStandIn += 1 }
      return nextStandIn
    }
    try engine.addRows(Array(repeating: .free, count: standInRows))
    try addColumns(columns, standingInFor: state, rows: rows, places: places)

    let start = state.bases[0]
    var basis = Basis(
      rows: Array(repeating: true, count: engine.rowCount),
      columns: Array(repeating: false, count: engine.columnCount))
    for (place, isBasic) in zip(places, start.rows) { basis.rows[place] = isBasic }
    for (column, isBasic) in zip(state.staticColumns, start.columns) {
      guard let match = correspondence.column(column),
        let place = staticColumns.firstIndex(of: match)
      else { continue }
      basis.columns[place] = isBasic
    }
    var nextColumn = (standIn: staticColumns.count, own: firstColumn)
    for (column, isBasic) in zip(columns, start.columns.dropFirst(state.staticColumns.count)) {
      if column == nil {
        basis.columns[nextColumn.standIn] = isBasic
        nextColumn.standIn += 1
      } else {
        basis.columns[nextColumn.own] = isBasic
        nextColumn.own += 1
      }
    }
    // What came to be none is no loss: the solve then starts from the rows, with the columns at hand.
    _ = try engine.setBasis(basis)
  }

  /// Adds the columns of a state: first stand-ins for those that are nil, then the others.
  ///
  /// `matches`, `rows` and `places` (the engine's rows) go by place in the state.
  private func addColumns(
    _ matches: [MasterColumn?], standingInFor state: MasterState, rows: [Int?], places: [Int]
  ) throws(EngineFailure) {
    var placeOfRow = Array(repeating: -1, count: state.layout.rows.count)
    for (place, row) in state.rows.enumerated() { placeOfRow[row] = place }
    // Taken out of the state here, for a copy of it costs more than a column.
    let coefficients = state.coefficients
    // What each row counts in here, by place in the state; one that stands in counts as it did there.
    let rowUnits = state.rows.indices.map { place in
      rows[place].map { units.rows[$0] } ?? state.units.rows[state.rows[place]]
    }
    let hasStandInRows = rows.contains { $0 == nil }
    var isEntered = Array(repeating: false, count: rows.count)
    var batch = ColumnBatch()
    for (former, match) in zip(state.columns, matches) where match == nil {
      coefficients.forEach(of: former) { row, coefficient in
        let place = placeOfRow[row]
        guard place >= 0 else { return }
        batch.appendEntry(row: places[place], coefficient: coefficient / rowUnits[place])
      }
      batch.finishColumn(cost: 0, bounds: .fixed(0))
      standInCosts.append(coefficients.cost(of: former, level: 0))
    }
    for (former, match) in zip(state.columns, matches) {
      guard let match else { continue }
      appendEntries(of: match, to: &batch)
      if hasStandInRows {
        coefficients.forEach(of: former) { row, coefficient in
          let place = placeOfRow[row]
          guard place >= 0, rows[place] == nil else { return }
          batch.appendEntry(row: places[place], coefficient: coefficient / rowUnits[place])
          isEntered[place] = true
        }
      }
      finish(match, in: &batch)
    }
    try engine.addColumns(batch)
    // A row that only stand-ins enter stays at 0 as they do.
    let idle = rows.indices.filter { rows[$0] == nil && !isEntered[$0] }.map { places[$0] }
    try engine.setRowBounds(idle, idle.map { _ in .fixed(0) })
  }
}

extension Array {
  /// The elements with nil in the place of each that was there before.
  fileprivate func withoutRepeats<Value: Hashable>() -> [Value?] where Element == Value? {
    var seen: Set<Value> = []
    return map { element in element.flatMap { seen.insert($0).inserted ? $0 : nil } }
  }
}
