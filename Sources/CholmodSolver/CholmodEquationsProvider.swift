public import LinearProgramming

/// Makes normal equations that CHOLMOD factorises.
public struct CholmodEquationsProvider: NormalEquationsProvider {
  /// Creates a provider.
  public init() {}

  /// Orders the rows of a matrix by nested dissection.
  ///
  /// - Throws: `EngineFailure` where there is no memory, or more entries than the library can hold.
  public func equations(
    rowCount: Int, columns: ColumnBatch
  ) throws(EngineFailure) -> any NormalEquations {
    try CholmodEquations(rowCount: rowCount, columns: columns)
  }
}
