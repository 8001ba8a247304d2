public import LinearProgramming

/// Makes normal equations that CHOLMOD factorises.
public struct CholmodEquationsProvider: NormalEquationsProvider {
  private let mostEntries: Int

  /// Creates a provider.
  ///
  /// - Parameter mostEntries: Numbers that factors may hold, of 8 bytes each; where they would be larger, the equations
  ///   refuse to be factorised.
  public init(mostEntries: Int = 150_000_000) { self.mostEntries = mostEntries }

  /// The equations of a matrix with so many rows; the library is called when they are first factorised.
  public func equations(rowCount: Int, columns: ColumnBatch) -> any NormalEquations {
    CholmodEquations(rowCount: rowCount, columns: columns, mostEntries: mostEntries)
  }
}
