public import LinearProgramming

/// Makes normal equations that CHOLMOD factorises.
public struct CholmodEquationsProvider: NormalEquationsProvider {
  private let mostEntries: Int

  /// Creates a provider.
  ///
  /// - Parameter mostEntries: Numbers that factors may hold, of 8 bytes each; equations whose factors would be larger
  ///   are refused before any is made.
  public init(mostEntries: Int = 150_000_000) { self.mostEntries = mostEntries }

  /// Orders the rows of a matrix by nested dissection.
  ///
  /// - Throws: `EngineFailure.aborted` where the library is missing, or memory, or factors would be too large.
  public func equations(
    rowCount: Int, columns: ColumnBatch
  ) throws(EngineFailure) -> any NormalEquations {
    try CholmodEquations(rowCount: rowCount, columns: columns, mostEntries: mostEntries)
  }
}
