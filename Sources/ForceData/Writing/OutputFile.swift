/// A file to be written into a folder.
public struct OutputFile: Sendable, Equatable {
  /// The file's path inside the folder, with `/` between its parts.
  public var name: String
  /// What it holds.
  public var bytes: [UInt8]

  /// Creates a file of bytes.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// Creates a file of text in UTF-8.
  public init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }
}
