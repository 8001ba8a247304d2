/// The equations that an interior-point method solves at every step: A diag(w) Aᵀ + diag(v), for a matrix A that
/// stays, weights w of its columns and v of its rows that change.
///
/// One caller at a time.
public protocol NormalEquations: AnyObject {
  /// Factorises the equations with these weights, all above 0, indexed by column and by row.
  ///
  /// - Throws: `EngineFailure.numericalTrouble` where rounding leaves no factors.
  func factorise(columnWeights: [Double], rowWeights: [Double]) throws(EngineFailure)

  /// What the equations with the last weights turn into `rightSide`, indexed by row.
  func solution(of rightSide: [Double]) throws(EngineFailure) -> [Double]
}

/// Makes normal equations of matrices.
public protocol NormalEquationsProvider: Sendable {
  /// Orders the rows of a matrix so that factors are small.
  ///
  /// - Throws: `EngineFailure.aborted` where such equations cannot be had, now or later.
  /// - Complexity: that of the ordering, which is far more than that of reading the matrix.
  func equations(rowCount: Int, columns: ColumnBatch) throws(EngineFailure)
    -> any NormalEquations
}
