import ForceData
import Foundation
import TestSupport
import Testing

@Suite struct HostileFileTests {
  private func rules(_ folder: ScratchFolder) -> [FindingRule] {
    ModelReader().read(folder: folder.path).findings.map(\.rule)
  }

  @Test func `a folder that is not there, is a file or is no model cannot be read`() throws {
    let folder = try ScratchFolder(["note.txt": "x"])
    for path in [folder.path, folder.path("nowhere"), folder.path("note.txt"), "", "a\0b"] {
      let reading = ModelReader().read(folder: path)
      #expect(reading.findings.map(\.rule) == [.cannotRead])
      #expect(reading.cannotRead)
      #expect(reading.model == nil)
    }
  }

  @Test func `a link may stay in the folder but not leave it`() throws {
    let outside = try ScratchFolder(["lift.csv": TinyModel.files["lift.csv"] ?? ""])
    let folder = try ScratchFolder(TinyModel.files)
    let table = folder.path("lift.csv")
    try FileManager.default.moveItem(atPath: table, toPath: folder.path("other.csv"))
    try FileManager.default.createSymbolicLink(atPath: table, withDestinationPath: "other.csv")
    #expect(rules(folder) == [])

    try FileManager.default.removeItem(atPath: table)
    try FileManager.default.createSymbolicLink(
      atPath: table, withDestinationPath: outside.path("lift.csv"))
    let findings = ModelReader().read(folder: folder.path).findings
    #expect(findings.map(\.rule) == [.unsafePath])
    #expect(findings.first?.row == 23)

    try FileManager.default.removeItem(atPath: table)
    try FileManager.default.createSymbolicLink(atPath: table, withDestinationPath: "lift.csv")
    #expect(rules(folder) == [.cannotRead])
  }

  @Test func `a model may itself be reached through a link`() throws {
    let folder = try ScratchFolder(TinyModel.files)
    let parent = try ScratchFolder()
    try FileManager.default.createSymbolicLink(
      atPath: parent.path("link"), withDestinationPath: folder.path)
    #expect(ModelReader().read(folder: parent.path("link")).findings == [])
  }

  @Test func `a pipe, a device and a folder in the place of a table are refused without waiting`()
    throws
  {
    let folder = try ScratchFolder(TinyModel.files)
    let table = folder.path("lift.csv")
    try FileManager.default.removeItem(atPath: table)
    #expect(mkfifo(table, 0o600) == 0)
    #expect(rules(folder) == [.notARegularFile])

    try FileManager.default.removeItem(atPath: table)
    try FileManager.default.createDirectory(atPath: table, withIntermediateDirectories: false)
    #expect(rules(folder) == [.notARegularFile])

    let package = folder.path("datapackage.json")
    try FileManager.default.removeItem(atPath: package)
    #expect(mkfifo(package, 0o600) == 0)
    #expect(rules(folder) == [.notARegularFile])
  }

  @Test func `text that is not UTF-8 is found at its cell`() throws {
    let folder = try ScratchFolder(TinyModel.files)
    try folder.write(
      "contributors.csv",
      Data("contributor,name\nnorth,N\nsouth,S".utf8) + [0xE9] + Data("d\nwest,\n".utf8))
    let findings = ModelReader().read(folder: folder.path).findings
    #expect(findings.map(\.text).first?.hasPrefix("contributors.csv:3:2: error[not-text]") == true)
    #expect(findings.count == 1)

    try folder.write("datapackage.json", Data([0x7B, 0x22, 0xFF, 0x22, 0x3A, 0x31, 0x7D]))
    #expect(rules(folder) == [.notText])
  }

  @Test(arguments: 0..<150)
  func `random damage to the files gives findings with places, and no crash`(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    var files = TinyModel.files.mapValues { Array($0.utf8) }
    let names = files.keys.sorted()
    let pieces = [
      "\"", ",", "\n", "-", "*", "1e12", "\0", "\u{FEFF}", "é", "}", "[", ":", "nan", " ",
    ]
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      let name = names[Int.random(in: 0..<names.count, using: &generator)]
      var bytes = files[name] ?? []
      let at = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: bytes[at] = UInt8.random(in: 0...255, using: &generator)
      case 1: bytes.remove(at: at)
      case 2: bytes.removeSubrange(at..<min(bytes.count, at + 20))
      default:
        bytes.insert(
          contentsOf: pieces[Int.random(in: 0..<pieces.count, using: &generator)].utf8, at: at)
      }
      files[name] = bytes.isEmpty ? [0x20] : bytes
    }
    let folder = try ScratchFolder()
    for (name, bytes) in files { try folder.write(name, Data(bytes)) }
    let reading = ModelReader().read(folder: folder.path)
    #expect((reading.model == nil) == reading.findings.hasErrors)
    for finding in reading.findings {
      let bytes = files[finding.file] ?? []
      #expect(finding.row >= 1 && finding.row <= bytes.count { $0 == 0x0A || $0 == 0x0D } + 1)
      #expect(finding.column >= 1 && finding.column <= bytes.count + 1)
    }
  }
}
