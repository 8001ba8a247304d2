import LinearProgramming

/// Normal equations of which CHOLMOD factorises the rows that hang together.
///
/// A row far from its limit has a large weight of its own: what it has in common with others hardly matters, but would
/// make factors several times as large. Such rows stand apart. They are solved for by conjugate gradients on the
/// equations that are left for them once all others are eliminated (the Schur complement), with their diagonal as
/// preconditioner; the others hold exactly at every step of it.
final class CholmodEquations: NormalEquations {
  private let columns: ColumnBatch
  private let rowCount: Int
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
    if !isFit { try choose(needed) }
    try factors?.factorise(
      columnWeights: columnWeights, rowWeights: together.map { rowWeights[$0] })
  }

  /// Orders rows that are to be factorised.
  private func choose(_ rows: [Int]) throws(EngineFailure) {
    // Factors are most of the memory: the old ones go first. Where there will be no others, nothing is chosen.
    (factors, together, apart) = (nil, [], [])
    var places = Array(repeating: -1, count: rowCount)
    for (place, row) in rows.enumerated() { places[row] = place }
    if !rows.isEmpty {
      factors = try CholmodFactors(
        rowCount: rows.count, columns: columns.restricted(toPlaces: places),
        mostEntries: mostEntries)
    }
    together = rows
    apart = (0..<rowCount).filter { places[$0] < 0 }
  }

  func solution(of rightSide: [Double]) throws(EngineFailure) -> [Double] {
    let nothing = Array(repeating: 0.0, count: rowCount)
    var solution = try completed(nothing, leaving: rightSide)
    var left = remainder(of: solution, for: rightSide)
    func sizeOfLeft() -> Double { apart.reduce(0) { $0 + left[$1] * left[$1] / diagonal[$1] } }
    var step = nothing
    for row in apart { step[row] = left[row] / diagonal[row] }
    var size = sizeOfLeft()
    let enough = Self.closeEnough * Self.closeEnough * size
    for _ in 0..<Self.mostSteps where size > enough {
      let direction = try completed(step, leaving: remainder(of: step, for: nothing))
      let use = product(direction)
      let length = size / apart.reduce(0) { $0 + step[$1] * use[$1] }
      for row in 0..<rowCount { solution[row] += length * direction[row] }
      for row in apart { left[row] -= length * use[row] }
      let newSize = sizeOfLeft()
      for row in apart { step[row] = left[row] / diagonal[row] + newSize / size * step[row] }
      size = newSize
    }
    // Once more for what rounding left.
    return try completed(solution, leaving: remainder(of: solution, for: rightSide))
  }

  /// The same numbers for rows that stand apart; those of the others are moved so that their equations, which leave
  /// `left` so far, hold.
  private func completed(
    _ solution: [Double], leaving left: [Double]
  ) throws(EngineFailure) -> [Double] {
    guard let factors else { return solution }
    var completed = solution
    for (row, move) in zip(together, try factors.solution(of: together.map { left[$0] })) {
      completed[row] += move
    }
    return completed
  }

  /// What the equations turn numbers into.
  private func product(_ numbers: [Double]) -> [Double] {
    let worth = zip(columnWeights, columns.worth(at: numbers)).map { $0 * $1 }
    var product = columns.use(by: worth, rowCount: rowCount)
    for row in 0..<rowCount { product[row] += rowWeights[row] * numbers[row] }
    return product
  }

  private func remainder(of solution: [Double], for rightSide: [Double]) -> [Double] {
    zip(rightSide, product(solution)).map { $0 - $1 }
  }
}
