import TextFormats

extension ModelReader {
  /// Columns of a plan's deployments.csv that say what a hand-made plan has to say, by what they are
  /// called there.
  private static let planNames = ["closeDay": "from", "untilDay": "until"]
  /// Columns of a plan's deployments.csv that follow from the others.
  private static let derivedColumns: Set = [
    "line", "contributor", "capability", "category", "personnel", "fromBase", "toLocation", "km",
    "departDay", "returnDay", "tonneKm", "loads",
  ]

  /// Sheets of a workbook that hold the lines; where none is there it is the first one.
  private static let sheetNames = ["deployments", ModelTable.fixed.rawValue]

  /// Reads a model with the deployments of a hand-made plan in the place of its fixed ones.
  ///
  /// The file has the columns of fixed.csv; the deployments.csv of a plan folder will do as well. Lines that can
  /// never be are no findings: they are left to a review of the plan, beside all others.
  /// - Parameters:
  ///   - path: The file of deployments, CSV or a workbook.
  ///   - folder: The folder of the model.
  ///   - variants: Variants of the model.
  /// - Returns: The model whose fixed deployments are those of the file, if no finding is an error, and the
  ///   lines that can never be.
  public func read(
    deployments path: String, of folder: String, variants: [String] = []
  ) -> ModelReading {
    read(folder: folder, variants: variants) { raw, collector, digest in
      guard let (csv, file) = lines(of: path, collector: collector) else { return }
      digest.add(name: "deployments", bytes: csv)
      collector.review(handPlan: file)
      raw.tables[.fixed] = TableLoader(collector: collector, limits: limits).loadTable(
        .fixed, bytes: Self.withNamesOfFixed(csv), file: file)
    }
  }

  /// The lines as CSV, and the file that findings about them name; nil where they cannot be read, which is
  /// reported.
  private func lines(
    of path: String, collector: FindingCollector
  ) -> (csv: [UInt8], file: FindingCollector.File)? {
    if let resolved = try? InputFile.resolve(path), ModelWorkbook.isNamedAsOne(resolved) {
      guard let workbook = ModelWorkbook(path: resolved, collector: collector, limits: limits)
      else { return nil }
      let sheet = Self.sheetNames.first(where: workbook.holds) ?? workbook.firstSheet
      return sheet.flatMap(workbook.read).map { ($0.csv, $0.file) }
    }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let file = collector.addFile(VisibleText.excerpt(name))
    do throws(InputError) {
      return (try InputFile.read(InputFile.resolve(path), limit: limits.tableBytes), file)
    } catch {
      collector.report(
        .cannotRead, Place(file: file, row: 1, column: 1),
        "the deployments cannot be read: \(error.clause)",
        remedy: "name a CSV file or a workbook with the columns of fixed.csv")
      return nil
    }
  }

  /// The file with a plan's column names turned into those of fixed.csv.
  ///
  /// Columns that follow from others become notes, which are passed over. Rows and columns keep their places.
  private static func withNamesOfFixed(_ bytes: [UInt8]) -> [UInt8] {
    let end = bytes.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.endIndex
    let header = String(decoding: bytes[..<end], as: UTF8.self)
    guard planNames.keys.contains(where: { header.contains($0) }) else { return bytes }
    let names = header.split(separator: ",", omittingEmptySubsequences: false).map { cell in
      let name = String(cell)
      return planNames[name] ?? (derivedColumns.contains(name) ? "note-" + name : name)
    }
    return Array(names.joined(separator: ",").utf8) + bytes[end...]
  }
}
