import Foundation
import Testing

/// A way to spoil a copy of `Models/three-crises`, and the finding that must come of it.
struct BadModel: Sendable, CustomTestStringConvertible {
  /// One change of the copy.
  enum Change: Sendable {
    /// Puts a text in the place of another, which must be there once or more; the first is taken.
    case replace(String, String, with: String)
    /// Adds lines at the end of a file.
    case append(String, String)
    /// Writes a whole file.
    case write(String, String)
    /// Writes a whole file of bytes that need not be text.
    case bytes(String, [UInt8])
    /// Takes a file away.
    case remove(String)
    /// Puts a link in the place of a file.
    case link(String, to: String)
    /// Puts a folder in the place of a file.
    case folder(String)
    /// Puts a named pipe in the place of a file, at which a careless reader waits for ever.
    case pipe(String)
  }

  /// Why a case cannot be set up.
  enum SetUpFailure: Error {
    case textIsNotThere(String, file: String)
    case pipeWasNotMade
  }

  var name: String
  var changes: [Change]
  /// The start of the line that must be among the findings: `file:row:column: error[rule]`.
  var finding: String
  var exitCode: Int32

  init(_ name: String, _ finding: String, exitCode: Int32 = 30, _ changes: Change...) {
    self.name = name
    self.changes = changes
    self.finding = finding
    self.exitCode = exitCode
  }

  var testDescription: String { name }

  /// Puts the spoilt model into an empty folder.
  func write(to folder: URL) throws {
    let files = FileManager.default
    let source = Forceplan.models.appendingPathComponent("three-crises")
    for name in try files.contentsOfDirectory(atPath: source.path) {
      try files.copyItem(
        at: source.appendingPathComponent(name), to: folder.appendingPathComponent(name))
    }
    for change in changes { try apply(change, in: folder) }
  }

  private func apply(_ change: Change, in folder: URL) throws {
    let files = FileManager.default
    func path(_ name: String) -> URL { folder.appendingPathComponent(name) }
    switch change {
    case .replace(let name, let old, let new):
      let text = try String(contentsOf: path(name), encoding: .utf8)
      guard let range = text.range(of: old) else {
        throw SetUpFailure.textIsNotThere(old, file: name)
      }
      try Data(text.replacingCharacters(in: range, with: new).utf8).write(to: path(name))
    case .append(let name, let lines):
      let text = try String(contentsOf: path(name), encoding: .utf8)
      try Data((text + lines).utf8).write(to: path(name))
    case .write(let name, let text):
      try Data(text.utf8).write(to: path(name))
    case .bytes(let name, let bytes):
      try Data(bytes).write(to: path(name))
    case .remove(let name):
      try files.removeItem(at: path(name))
    case .link(let name, let target):
      try files.removeItem(at: path(name))
      try files.createSymbolicLink(atPath: path(name).path, withDestinationPath: target)
    case .folder(let name):
      try files.removeItem(at: path(name))
      try files.createDirectory(at: path(name), withIntermediateDirectories: false)
    case .pipe(let name):
      try files.removeItem(at: path(name))
      guard mkfifo(path(name).path, 0o600) == 0 else { throw SetUpFailure.pipeWasNotMade }
    }
  }
}
