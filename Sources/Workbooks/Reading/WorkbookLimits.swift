public import TextFormats

/// Limits that keep a hostile workbook, small on disk and endless in memory, from taking all of both.
public struct WorkbookLimits: Sendable {
  /// Most bytes of all parts that are read, unpacked.
  public var unpackedBytes: Int
  /// Most bytes that one packed byte of a part may unpack to, once more than 1 MiB has been unpacked.
  public var packingRatio: Int
  /// Limits on each sheet, as on a CSV file.
  public var sheet: CSVLimits

  /// Creates limits.
  public init(
    unpackedBytes: Int = 256 << 20, packingRatio: Int = 300, sheet: CSVLimits = CSVLimits()
  ) {
    self.unpackedBytes = unpackedBytes
    self.packingRatio = packingRatio
    self.sheet = sheet
  }
}
