import CCholmod
import LinearProgramming
import Synchronization

/// CHOLMOD's supernodal factors of normal equations (Chen, Davis, Hager and Rajamanickam 2008).
///
/// CHOLMOD is given B = (A diag(w)½, diag(v)½) and factorises B Bᵀ.
final class CholmodFactors {
  private let cholmod: CholmodLibrary
  private let common: CholmodLibrary.Common
  /// B; its pattern stays.
  private var matrix: CholmodLibrary.Sparse?
  private var factors: CholmodLibrary.Factor?
  private let columns: ColumnBatch
  private let rowCount: Int

  /// One caller of the library at a time in the whole process: what it calls for dense blocks may not be made for more,
  /// and its orderings draw from one source of random numbers.
  private static let turn = Mutex(())

  /// Orders the rows of A by nested dissection, or as is given: `order` names the row that is eliminated first, then the
  /// next.
  ///
  /// - Throws: `EngineFailure.aborted` where the library is missing, or memory, or where factors would hold more than
  ///   `mostEntries` numbers.
  init(
    rowCount: Int, columns: ColumnBatch, mostEntries: Int, order: [Int32]? = nil
  ) throws(EngineFailure) {
    guard let cholmod = CholmodLibrary.loaded else {
      throw .aborted("the library CHOLMOD is not installed")
    }
    self.cholmod = cholmod
    self.rowCount = rowCount
    self.columns = columns
    common = .allocate(capacity: 1)
    _ = cholmod.start(common)
    common.pointee.print = 0
    common.pointee.nmethods = 1
    common.pointee.method.0.ordering = order == nil ? CHOLMOD_METIS : CHOLMOD_GIVEN
    common.pointee.postorder = 1
    common.pointee.supernodal = CHOLMOD_SUPERNODAL
    let entries = columns.rows.count + rowCount
    guard entries <= Int32.max else {
      throw .aborted("more coefficients than CHOLMOD can hold")
    }
    let (isSorted, isPacked, isSymmetric): (Int32, Int32, Int32) = (0, 1, 0)
    matrix = cholmod.allocateSparse(
      rowCount, columns.count + rowCount, entries, isSorted, isPacked, isSymmetric, CHOLMOD_REAL,
      common)
    guard let matrix else { throw failure }
    fillPattern(of: matrix)
    Self.turn.withLock { _ in
      workAlone()
      if var order {
        factors = cholmod.analyze(matrix, &order, nil, 0, common)
      } else {
        factors = cholmod.analyze(matrix, nil, nil, 0, common)
      }
    }
    guard let factors else { throw failure }
    guard factors.pointee.xsize <= mostEntries else {
      throw .aborted("factors of \(factors.pointee.xsize) numbers, more than \(mostEntries)")
    }
  }

  deinit {
    _ = cholmod.freeFactor(&factors, common)
    _ = cholmod.freeSparse(&matrix, common)
    _ = cholmod.finish(common)
    common.deallocate()
  }

  /// The rows as they are eliminated.
  var order: [Int32] {
    guard let factors else { return [] }
    let rows = factors.pointee.Perm.assumingMemoryBound(to: Int32.self)
    return Array(UnsafeBufferPointer(start: rows, count: rowCount))
  }

  /// Keeps the library from sharing its short loops among four threads, whatever the processors: most of the time would
  /// go into waiting.
  private func workAlone() { cholmod.setLevelsOfThreads(0) }

  private func fillPattern(of matrix: CholmodLibrary.Sparse) {
    let starts = matrix.pointee.p.assumingMemoryBound(to: Int32.self)
    let rows = matrix.pointee.i.assumingMemoryBound(to: Int32.self)
    for (column, start) in columns.starts.enumerated() { starts[column] = Int32(start) }
    for (entry, row) in columns.rows.enumerated() { rows[entry] = row }
    let (count, entries) = (columns.count, columns.rows.count)
    for row in 0..<rowCount {
      rows[entries + row] = Int32(row)
      starts[count + row + 1] = Int32(entries + row + 1)
    }
  }

  /// Factorises with these weights, at least 0, indexed by column and by row of A.
  ///
  /// - Throws: `EngineFailure.numericalTrouble` where rounding leaves no factors.
  func factorise(columnWeights: [Double], rowWeights: [Double]) throws(EngineFailure) {
    guard let matrix, let factors else { throw .lost }
    let values = matrix.pointee.x.assumingMemoryBound(to: Double.self)
    for (column, weight) in columnWeights.enumerated() {
      let root = weight.squareRoot()
      for entry in columns.starts[column]..<columns.starts[column + 1] {
        values[entry] = columns.coefficients[entry] * root
      }
    }
    for (row, weight) in rowWeights.enumerated() {
      values[columns.rows.count + row] = weight.squareRoot()
    }
    let isDone = Self.turn.withLock { _ in
      workAlone()
      return cholmod.factorize(matrix, factors, common) != 0
    }
    guard isDone, factors.pointee.minor == factors.pointee.n else { throw failure }
  }

  /// What the equations with the last weights turn into `rightSide`, but for rounding.
  func solution(of rightSide: [Double]) throws(EngineFailure) -> [Double] {
    guard let factors,
      let side = cholmod.allocateDense(rowCount, 1, rowCount, CHOLMOD_REAL, common)
    else { throw failure }
    defer { free(side) }
    let values = side.pointee.x.assumingMemoryBound(to: Double.self)
    for (row, value) in rightSide.enumerated() { values[row] = value }
    var found: CholmodLibrary.Dense?
    Self.turn.withLock { _ in found = cholmod.solve(CHOLMOD_A, factors, side, common) }
    guard let found else { throw failure }
    defer { free(found) }
    let solved = found.pointee.x.assumingMemoryBound(to: Double.self)
    return (0..<rowCount).map { solved[$0] }
  }

  private func free(_ dense: CholmodLibrary.Dense) {
    var dense: CholmodLibrary.Dense? = dense
    _ = cholmod.freeDense(&dense, common)
  }

  /// What the library's last word means.
  private var failure: EngineFailure {
    switch common.pointee.status {
    case CHOLMOD_OUT_OF_MEMORY, CHOLMOD_TOO_LARGE: .aborted("no memory available")
    case let status:
      .numericalTrouble("CHOLMOD found no factors of the normal equations (status \(status))")
    }
  }
}
