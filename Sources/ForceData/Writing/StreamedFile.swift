/// A file to be written piece by piece, so that all of it need never be in memory.
public struct StreamedFile {
  /// The file's path inside its folder, with `/` between its parts.
  public var name: String
  /// Number of its pieces.
  public var pieceCount: Int
  /// Makes a piece by its number, 0 ..< `pieceCount`; called once for each, in order.
  public var piece: (Int) throws(OutputError) -> [UInt8]

  /// Creates a file of pieces.
  public init(
    name: String, pieceCount: Int, piece: @escaping (Int) throws(OutputError) -> [UInt8]
  ) {
    self.name = name
    self.pieceCount = pieceCount
    self.piece = piece
  }

  /// A file that is in memory, in one piece.
  public init(_ file: OutputFile) {
    self.init(name: file.name, pieceCount: 1) { _ in file.bytes }
  }

  /// The bytes in runs of about 64 KiB, however small the pieces are.
  public var runs: Runs { Runs(file: self) }

  /// What of a file's bytes is still to come.
  public struct Runs {
    fileprivate let file: StreamedFile
    private var nextPiece = 0

    fileprivate init(file: StreamedFile) {
      self.file = file
    }

    /// The next run; nil at the end.
    ///
    /// - Throws: `OutputError` where a piece cannot be made.
    public mutating func next() throws(OutputError) -> [UInt8]? {
      var run: [UInt8] = []
      while nextPiece < file.pieceCount, run.count < 1 << 16 {
        run += try file.piece(nextPiece)
        nextPiece += 1
      }
      return run.isEmpty ? nil : run
    }
  }
}
