import TextFormats

/// Where the variants of a comparison lie.
public struct VariantList: Sendable, Equatable {
  /// Why a list of variants was not read, in words.
  public struct Problem: Error, Sendable, Equatable {
    /// The path and the cause.
    public let message: String
    /// Whether the file could not be opened at all, rather than holding something wrong.
    public let cannotRead: Bool
  }

  /// A variant and what it is called: the last part of its path, without `.csv`, `.json` or `.xlsx`.
  public struct Entry: Sendable, Equatable {
    /// The name.
    public var name: String
    /// The folder or file.
    public var path: String
  }

  /// The variants, in order; no name comes twice.
  public private(set) var entries: [Entry] = []
  /// The path of each name.
  private var paths: [String: String] = [:]

  /// An empty list.
  public init() {}

  /// Adds a variant by its path.
  ///
  /// - Throws: `Problem` where another variant has the same name.
  public mutating func add(_ path: String) throws(Problem) {
    let last = path.split(separator: "/").last.map(String.init) ?? path
    let isFile = [".csv", ".json", ".xlsx"].contains(where: last.hasSuffix)
    let name = isFile ? last.split(separator: ".").dropLast().joined(separator: ".") : last
    if let other = paths.updateValue(path, forKey: name) {
      throw Problem(
        message:
          "the variants \(SafeText.quoted(other)) and \(SafeText.quoted(path)) have the "
          + "same name; rename one, so that the comparison can tell them apart",
        cannotRead: false)
    }
    entries.append(Entry(name: name, path: path))
  }

  /// Adds the variants of a list file: one path a line, relative to the folder of the file.
  ///
  /// Empty lines and lines that begin with # are passed over.
  /// - Throws: `Problem` where the file cannot be read, or names variants alike.
  public mutating func addAll(ofFile path: String, limits: ReadingLimits = ReadingLimits())
    throws(Problem)
  {
    let bytes: [UInt8]
    do throws(InputError) {
      bytes = try InputFile.read(InputFile.resolve(path), limit: limits.tableBytes)
    } catch {
      throw Problem(
        message: "the list \(SafeText.quoted(path)) cannot be read: \(error.clause)",
        cannotRead: true)
    }
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/")
    for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
      let text = line.drop { $0 == " " || $0 == "\t" }
      guard let first = text.first, first != "#" else { continue }
      let isAbsolute = first == "/"
      let last = text.lastIndex { $0 != " " && $0 != "\t" } ?? text.startIndex
      let variant = String(text[...last])
      try add(isAbsolute || folder.isEmpty ? variant : folder + "/" + variant)
    }
  }
}
