/// The equations that an interior-point method solves at every step: A diag(w) Aᵀ + diag(v), for a matrix A that
/// hardly changes, weights w of its columns and v of its rows that change.
///
/// One caller at a time.
public protocol NormalEquations: AnyObject {
  /// Factorises the equations with these weights, all above 0, indexed by column and by row.
  ///
  /// - Throws: `EngineFailure.numericalTrouble` where rounding leaves no factors, `EngineFailure.aborted` where there
  ///   will never be any.
  func factorise(columnWeights: [Double], rowWeights: [Double]) throws(EngineFailure)

  /// Goes on with other columns, on the same rows and those that may have come after them.
  ///
  /// What is still of use for equations that hardly differ is kept.
  func replaceColumns(by columns: ColumnBatch, rowCount: Int)

  /// What the equations with the last weights turn into `rightSide`, indexed by row.
  ///
  /// Rows may be off by a small part of what they would be at 0 whose own weight v is most of the diagonal; all others
  /// hold but for rounding.
  func solution(of rightSide: [Double]) throws(EngineFailure) -> [Double]
}

/// Makes normal equations of matrices.
public protocol NormalEquationsProvider: Sendable {
  /// The equations of a matrix with so many rows.
  func equations(rowCount: Int, columns: ColumnBatch) -> any NormalEquations
}
