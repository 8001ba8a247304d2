import LinearProgramming

/// Normal equations of which CHOLMOD factorises the rows that hang together.
///
/// A row far from its limit has a large weight of its own: what it has in common with others hardly matters, but would
/// make factors several times as large. Such rows stand apart. They are solved for by conjugate gradients on the
/// equations that are left for them once all others are eliminated (the Schur complement), with their diagonal as
/// preconditioner; the others hold exactly at every step of it.
final class CholmodEquations: NormalEquations {
  private var columns: ColumnBatch
  private var rowCount: Int
  private let mostEntries: Int
  private var columnWeights: [Double] = []
  private var rowWeights: [Double] = []
  /// The diagonal of the equations, indexed by row.
  private var diagonal: [Double] = []
  /// The rows that are factorised, ascending.
  private var together: [Int] = []
  /// All others, ascending.
  private var apart: [Int] = []
  /// Factors of the rows in `together`; nil: there are none.
  private var factors: CholmodFactors?
  /// The columns as far as they meet rows together and rows apart, which have their places in `together` and `apart`.
  private var ofTogether = ColumnBatch()
  private var ofApart = ColumnBatch()
  /// Whether columns have come that the factors are not made for.
  private var isOutdated = false

  /// A row stands apart whose own weight is so many times what columns put on it.
  private static let weightApart = 1.0
  /// The same for rows that stand apart already: an ordering is worth keeping for some steps.
  private static let weightStayingApart = 0.25
  /// So many times as many rows as have to be may be factorised before they are chosen anew.
  private static let mostTogether = 1.25
  /// What may be left for the rows that stand apart, as a part of what there was.
  private static let closeEnough = 1e-3
  /// Steps after which what is left stays.
  private static let mostSteps = 40

  init(rowCount: Int, columns: ColumnBatch, mostEntries: Int) {
    self.rowCount = rowCount
    self.columns = columns
    self.mostEntries = mostEntries
  }

  func factorise(columnWeights: [Double], rowWeights: [Double]) throws(EngineFailure) {
    (self.columnWeights, self.rowWeights) = (columnWeights, rowWeights)
    let byColumns = columns.squares(weights: columnWeights, rowCount: rowCount)
    diagonal = zip(rowWeights, byColumns).map { $0 + $1 }
    func standsApart(_ row: Int, from least: Double) -> Bool {
      rowWeights[row] > 0 && rowWeights[row] >= least * byColumns[row]
    }
    let needed = (0..<rowCount).filter { !standsApart($0, from: Self.weightApart) }
    let isFit =
      together.count + apart.count == rowCount
      && Double(together.count) <= Self.mostTogether * Double(needed.count)
      && apart.allSatisfy { standsApart($0, from: Self.weightStayingApart) }
    if !isFit {
      try choose(needed)
    } else if isOutdated {
      try choose(together, order: factors?.order)
    }
    try factors?.factorise(
      columnWeights: columnWeights, rowWeights: together.map { rowWeights[$0] })
  }

  func replaceColumns(by columns: ColumnBatch, rowCount: Int) {
    apart += self.rowCount..<rowCount
    (self.columns, self.rowCount, isOutdated) = (columns, rowCount, true)
  }

  /// Chooses the rows that are to be factorised, with an order of elimination if there is one that is still good.
  private func choose(_ rows: [Int], order: [Int32]? = nil) throws(EngineFailure) {
    // Factors are most of the memory: the old ones go first. Where there will be no others, nothing is chosen.
    (factors, together, apart) = (nil, [], [])
    let placesTogether = places(of: rows)
    let others = (0..<rowCount).filter { placesTogether[$0] < 0 }
    ofTogether = columns.restricted(toPlaces: placesTogether)
    if !rows.isEmpty {
      factors = try CholmodFactors(
        rowCount: rows.count, columns: ofTogether, mostEntries: mostEntries, order: order)
    }
    ofApart = columns.restricted(toPlaces: places(of: others))
    (together, apart, isOutdated) = (rows, others, false)
  }

  /// The place of every row among some, -1 for others.
  private func places(of rows: [Int]) -> [Int] {
    var places = Array(repeating: -1, count: rowCount)
    for (place, row) in rows.enumerated() { places[row] = place }
    return places
  }

  func solution(of rightSide: [Double]) throws(EngineFailure) -> [Double] {
    let side = (together: together.map { rightSide[$0] }, apart: apart.map { rightSide[$0] })
    let own = (together: together.map { rowWeights[$0] }, apart: apart.map { rowWeights[$0] })
    let inverse = apart.map { 1 / diagonal[$0] }
    var found = (
      together: try eliminated(side.together), apart: Array(repeating: 0.0, count: apart.count)
    )
    var left = side.apart
    left.subtract(useOfApart(by: ofTogether.worth(at: found.together)))
    var step = left.times(inverse)
    var size = left.dot(step)
    let enough = Self.closeEnough * Self.closeEnough * size
    for _ in 0..<Self.mostSteps where size > enough {
      // The rows together move along so that their equations stay as they are.
      var worth = ofApart.worth(at: step)
      let along = try eliminated(useOfTogether(by: worth))
      worth.subtract(ofTogether.worth(at: along))
      var use = useOfApart(by: worth)
      use.add(own.apart.times(step))
      let length = size / step.dot(use)
      found.apart.add(step, times: length)
      found.together.add(along, times: -length)
      left.add(use, times: -length)
      let next = left.times(inverse)
      let newSize = left.dot(next)
      step = zip(next, step).map { $0 + newSize / size * $1 }
      size = newSize
    }
    // Once more for what rounding left.
    var worth = ofApart.worth(at: found.apart)
    worth.add(ofTogether.worth(at: found.together))
    var remainder = side.together
    remainder.subtract(useOfTogether(by: worth))
    remainder.subtract(own.together.times(found.together))
    found.together.add(try eliminated(remainder))
    var solution = Array(repeating: 0.0, count: rowCount)
    for (row, number) in zip(together, found.together) { solution[row] = number }
    for (row, number) in zip(apart, found.apart) { solution[row] = number }
    return solution
  }

  /// What the equations of the rows together turn into a side of theirs, where those apart have 0.
  private func eliminated(_ side: [Double]) throws(EngineFailure) -> [Double] {
    try factors?.solution(of: side) ?? side
  }

  /// What columns of some worth each use of the rows together, their weights being their values for each of it.
  private func useOfTogether(by worth: [Double]) -> [Double] {
    ofTogether.use(by: worth.times(columnWeights), rowCount: together.count)
  }

  private func useOfApart(by worth: [Double]) -> [Double] {
    ofApart.use(by: worth.times(columnWeights), rowCount: apart.count)
  }
}

extension [Double] {
  fileprivate func times(_ others: [Double]) -> [Double] { zip(self, others).map { $0 * $1 } }

  fileprivate func dot(_ others: [Double]) -> Double {
    zip(self, others).reduce(0) { $0 + $1.0 * $1.1 }
  }

  fileprivate mutating func subtract(_ others: [Double]) { add(others, times: -1) }
}
