import CGLPKGuard
import LinearProgramming

extension GLPKEngine {
  func basis() throws(EngineFailure) -> Basis {
    var basis = Basis(
      rows: Array(repeating: false, count: rowCount),
      columns: Array(repeating: false, count: columnCount))
    try guarded { _ in guarded_read_basis(program, &basis.rows, &basis.columns) }
    return basis
  }

  func setBasis(_ basis: Basis) throws(EngineFailure) -> Bool {
    try require(
      basis.rows.count == rowCount && basis.columns.count == columnCount,
      "\(rowCount) rows and \(columnCount) columns, but a basis of \(basis.rows.count) and "
        + "\(basis.columns.count)")
    var isBasis = false
    try guarded { _ in guarded_set_basis(program, basis.rows, basis.columns, &isBasis) }
    if state == .optimal { state = .solved }
    return isBasis
  }
}
