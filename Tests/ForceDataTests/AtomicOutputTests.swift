import ForceData
import Foundation
import TestSupport
import Testing

@Suite struct AtomicOutputTests {
  private let plan = AtomicOutput.Replacing.output(
    marker: "plan.json", names: ["plan.json", "tasks.csv", "old.csv"])

  private func files(_ texts: [String: String]) -> [OutputFile] {
    texts.sorted { $0.key < $1.key }.map { OutputFile(name: $0.key, text: $0.value) }
  }

  private func texts(_ folder: ScratchFolder) throws -> [String: String] {
    try folder.contents().mapValues { String(decoding: $0, as: UTF8.self) }
  }

  // MARK: - Files

  @Test func `a file is written, and replaced with its mode kept`() throws {
    let folder = try ScratchFolder()
    let path = folder.path("a.txt")
    try AtomicOutput.write(Array("one".utf8), to: path)
    #expect(try texts(folder) == ["a.txt": "one"])
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    try AtomicOutput.write(Array("two".utf8), to: path)
    #expect(try texts(folder) == ["a.txt": "two"])
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o640)
  }

  @Test func `through a link the file that it leads to is written`() throws {
    let folder = try ScratchFolder(["real.txt": "one"])
    let link = folder.path("link.txt")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "real.txt")
    try AtomicOutput.write(Array("two".utf8), to: link)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "real.txt")
    #expect(try texts(folder)["real.txt"] == "two")
  }

  @Test func `a device is written straight`() throws {
    try AtomicOutput.write(Array("gone".utf8), to: "/dev/null")
    #expect(FileManager.default.fileExists(atPath: "/dev/null"))
    let full = #expect(throws: OutputError.self) {
      try AtomicOutput.write(Array("no room".utf8), to: "/dev/full")
    }
    #expect(full?.message.contains("No space left on device") == true)
  }

  @Test func `what cannot be written says why and leaves nothing behind`() throws {
    let folder = try ScratchFolder(["file.txt": "x"])
    let paths = ["/nowhere/a.txt", "/file.txt/a.txt", "/a/b/c.txt"]
    for path in paths {
      let error = #expect(throws: OutputError.self) {
        try AtomicOutput.write([1], to: folder.path + path)
      }
      #expect(error?.path == folder.path + path)
    }
    let error = #expect(throws: OutputError.self) { try AtomicOutput.write([1], to: folder.path) }
    #expect(error?.cause == .notReplaceable("a folder"))
    #expect(error?.message.contains("name another path") == true)
    #expect(try texts(folder) == ["file.txt": "x"])
  }

  @Test func `a file that is sent in pieces replaces the old one only when all have come`() throws {
    let folder = try ScratchFolder(["a.txt": "old"])
    let path = folder.path("a.txt")
    let pieces = ["one,", "", String(repeating: "two", count: 100_000)].map { Array($0.utf8) }
    try AtomicOutput.write(to: path) { (send) throws(OutputError) in
      for piece in pieces {
        #expect((try? texts(folder))?["a.txt"] == "old")
        try piece.withUnsafeBufferPointer(send)
      }
    }
    #expect(try texts(folder) == ["a.txt": String(decoding: pieces.joined(), as: UTF8.self)])
    let gone = OutputError(path: "source", cause: .system("gone"))
    let error = #expect(throws: OutputError.self) {
      try AtomicOutput.write(to: path) { (send) throws(OutputError) in
        try pieces[0].withUnsafeBufferPointer(send)
        throw gone
      }
    }
    #expect(error?.path == "source")
    #expect(try folder.contents().keys.sorted() == ["a.txt"])
    #expect(try folder.contents()["a.txt"]?.count == pieces.joined().count)
  }

  // MARK: - Folders

  @Test func `a folder is written where there was none, or an empty one`() throws {
    let parent = try ScratchFolder()
    let path = parent.path("plan")
    try AtomicOutput.write(
      files(["plan.json": "1", "tasks.csv": "t"]), toFolder: path, replacing: .nothing)
    let expected = ["plan": "", "plan/plan.json": "1", "plan/tasks.csv": "t"]
    #expect(try texts(parent) == expected)

    let empty = try ScratchFolder()
    try AtomicOutput.write(files(["plan.json": "1"]), toFolder: empty.path, replacing: .nothing)
    #expect(try texts(empty) == ["plan.json": "1"])
  }

  @Test func `an earlier plan is replaced whole, with nothing of it left`() throws {
    let parent = try ScratchFolder(["plan/plan.json": "1", "plan/old.csv": "o"])
    try AtomicOutput.write(
      files(["plan.json": "2", "tasks.csv": "t"]), toFolder: parent.path("plan/"),
      replacing: plan)
    #expect(
      try texts(parent) == ["plan": "", "plan/plan.json": "2", "plan/tasks.csv": "t"])
  }

  @Test func `a folder through a link is replaced where it lies`() throws {
    let parent = try ScratchFolder(["real/plan.json": "1"])
    let link = parent.path("link")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "real")
    try AtomicOutput.write(files(["plan.json": "2"]), toFolder: link, replacing: plan)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "real")
    #expect(try texts(parent)["real/plan.json"] == "2")
  }

  @Test(arguments: [
    (["plan/plan.json": "1", "plan/my notes.txt": "n"], "my notes.txt"),
    (["plan/tasks.csv": "t"], "tasks.csv"),
    (["plan/plan.json": "1", "plan/tasks.csv/inner.txt": "n"], "tasks.csv"),
    (["plan/plan.json": "1", "plan/.hidden": "n"], ".hidden"),
  ])
  func `a folder that holds something else is not replaced`(
    before: [String: String], lost: String
  ) throws {
    let parent = try ScratchFolder(before)
    let contents = try parent.contents()
    let error = #expect(throws: OutputError.self) {
      try AtomicOutput.write(
        files(["plan.json": "2"]), toFolder: parent.path("plan"), replacing: plan)
    }
    #expect(error?.cause == .wouldLose(lost))
    #expect(error?.message.contains("would be lost") == true)
    #expect(try parent.contents() == contents)
  }

  @Test func `a model is never written over anything`() throws {
    let parent = try ScratchFolder(["plan/plan.json": "1"])
    #expect(throws: OutputError.self) {
      try AtomicOutput.write(
        files(["plan.json": "2"]), toFolder: parent.path("plan"), replacing: .nothing)
    }
    #expect(try texts(parent)["plan/plan.json"] == "1")
  }

  @Test func `a folder that cannot be filled leaves the old one whole and nothing beside it`()
    throws
  {
    let parent = try ScratchFolder(["plan/plan.json": "1"])
    let contents = try parent.contents()
    #expect(throws: OutputError.self) {
      try AtomicOutput.write(
        files(["plan.json": "2", "x/../../y": "z"]), toFolder: parent.path("plan"),
        replacing: plan)
    }
    #expect(throws: OutputError.self) {
      try AtomicOutput.write(
        files(["plan.json": "2"]), toFolder: parent.path("plan/plan.json"), replacing: plan)
    }
    #expect(throws: OutputError.self) {
      try AtomicOutput.write(
        files(["plan.json": "2"]), toFolder: parent.path("no/where"), replacing: plan)
    }
    #expect(try parent.contents() == contents)
  }
}
