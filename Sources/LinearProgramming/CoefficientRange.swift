/// How far the coefficients of a program lie apart.
///
/// Solvers work with some sixteen digits and absolute tolerances. Where the ratio of the largest to
/// the smallest coefficient is beyond a million or so, answers may be off; better units help.
public struct CoefficientRange: Sendable, Equatable {
  /// A coefficient that is not zero, and where it stands.
  public struct Entry: Sendable, Equatable {
    /// Index of its row.
    public var row: Int
    /// Index of its column.
    public var column: Int
    /// Its absolute value.
    public var magnitude: Double

    /// Creates an entry.
    public init(row: Int, column: Int, magnitude: Double) {
      self.row = row
      self.column = column
      self.magnitude = magnitude
    }
  }

  /// The smallest coefficient; the first of them.
  public let smallest: Entry
  /// The largest coefficient; the first of them.
  public let largest: Entry

  /// The largest coefficient over the smallest, at least 1.
  public var ratio: Double { largest.magnitude / smallest.magnitude }

  /// Looks through the entries of a program; nil if all of them are 0.
  ///
  /// - Complexity: O(entries)
  public init?(of program: LinearProgram) {
    let batch = program.columns
    var smallest: Entry?
    var largest: Entry?
    for column in 0..<batch.count {
      for position in batch.starts[column]..<batch.starts[column + 1] {
        let magnitude = abs(batch.coefficients[position])
        guard magnitude > 0 else { continue }
        let entry = Entry(row: Int(batch.rows[position]), column: column, magnitude: magnitude)
        if magnitude < smallest?.magnitude ?? .infinity {
          smallest = entry
        }
        if magnitude > largest?.magnitude ?? 0 {
          largest = entry
        }
      }
    }
    guard let smallest, let largest else { return nil }
    self.smallest = smallest
    self.largest = largest
  }
}
