/// What columns and rows make of each other's numbers.
///
/// - Complexity: O(entries), all of them.
extension ColumnBatch {
  /// What values of the columns use of each of so many rows.
  public func use(by values: [Double], rowCount: Int) -> [Double] {
    rowSums(rowCount) { column, coefficient in coefficient * values[column] }
  }

  /// What one of each column uses at prices of the rows.
  public func worth(at prices: [Double]) -> [Double] {
    var worth = Array(repeating: 0.0, count: count)
    prices.withUnsafeBufferPointer { prices in
      worth.withUnsafeMutableBufferPointer { worth in
        forEachEntry { column, row, coefficient in worth[column] += coefficient * prices[row] }
      }
    }
    return worth
  }

  /// The sum of squared coefficients of each of so many rows, with a weight for each column.
  public func squares(weights: [Double], rowCount: Int) -> [Double] {
    rowSums(rowCount) { column, coefficient in coefficient * coefficient * weights[column] }
  }

  /// The same columns without some rows: each row has its place in `places`, those with less than 0 are left out.
  public func restricted(toPlaces places: [Int]) -> ColumnBatch {
    var batch = ColumnBatch()
    for column in 0..<count {
      for entry in starts[column]..<starts[column + 1] where places[Int(rows[entry])] >= 0 {
        batch.appendEntry(row: places[Int(rows[entry])], coefficient: coefficients[entry])
      }
      batch.finishColumn(cost: costs[column], bounds: bounds[column])
    }
    return batch
  }

  @inline(__always)
  private func rowSums(
    _ rowCount: Int, _ term: (_ column: Int, _ coefficient: Double) -> Double
  ) -> [Double] {
    var sums = Array(repeating: 0.0, count: rowCount)
    sums.withUnsafeMutableBufferPointer { sums in
      forEachEntry { column, row, coefficient in sums[row] += term(column, coefficient) }
    }
    return sums
  }

  /// Calls `body` with every entry, column by column.
  @inline(__always)
  private func forEachEntry(
    _ body: (_ column: Int, _ row: Int, _ coefficient: Double) -> Void
  ) {
    rows.withUnsafeBufferPointer { rows in
      coefficients.withUnsafeBufferPointer { coefficients in
        starts.withUnsafeBufferPointer { starts in
          for column in 0..<count {
            for entry in starts[column]..<starts[column + 1] {
              body(column, Int(rows[entry]), coefficients[entry])
            }
          }
        }
      }
    }
  }
}
