import Foundation
import Testing

/// Holds the sources to the arrows between modules, which the compiler does not hold.
@Suite struct ImportRulesTests {
  /// What each module may import of ours.
  static let allowed: [String: Set<String>] = [
    "CCholmod": [],
    "CDatabase": [],
    "CFileExchange": [],
    "CGLPK": [],
    "CGLPKGuard": ["CGLPK"],
    "CMessageDigest": [],
    "CWorkbookWriter": [],
    "CXMLParser": [],
    "CZipArchive": [],
    "CholmodSolver": ["CCholmod", "LinearProgramming"],
    "CommandLineTools": ["TextFormats"],
    "ForceData": ["CFileExchange", "CMessageDigest", "ForceModel", "TextFormats", "Workbooks"],
    "ForceModel": [],
    // Never GLPKSolver or CholmodSolver: engine and equations are passed in.
    "ForcePlanning": ["ForceModel", "LinearProgramming", "PlanCertificate"],
    "GLPKSolver": ["CGLPK", "CGLPKGuard", "LinearProgramming"],
    "LinearProgramming": [],
    // Never ForcePlanning or LinearProgramming: the check shares nothing with what it checks.
    "PlanCertificate": ["ForceModel"],
    "PlanExports": [
      "CDatabase", "ForceData", "ForceModel", "PlanReports", "TextFormats", "Workbooks",
    ],
    "PlanReports": ["CMessageDigest", "ForceModel", "TextFormats"],
    "TextFormats": [],
    "Workbooks": ["CWorkbookWriter", "CXMLParser", "CZipArchive", "TextFormats"],
    "forceplan": [
      "CholmodSolver", "CommandLineTools", "ForceData", "ForceModel", "ForcePlanning",
      "GLPKSolver", "LinearProgramming", "PlanCertificate", "PlanExports", "PlanReports",
      "TextFormats",
      "Workbooks",
    ],
  ]

  /// What every module may import of the system; Foundation would cost each start 10 ms.
  static let system: Set<String> = ["Darwin", "Glibc", "Synchronization"]

  private static let sources = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Sources")

  private static func modules() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: sources.path)
      .filter { !$0.hasPrefix(".") }.sorted()
  }

  @Test func `every module has its rule`() throws {
    #expect(try Self.modules() == Self.allowed.keys.sorted())
  }

  @Test(arguments: allowed.keys.sorted())
  func `a module imports only what its rule allows`(_ module: String) throws {
    let folder = Self.sources.appendingPathComponent(module)
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    let allowed = Self.system.union(Self.allowed[module] ?? [])
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift" else { continue }
      let text = try String(contentsOf: file, encoding: .utf8)
      for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated()
      {
        guard let imported = Self.module(importedBy: line) else { continue }
        #expect(
          allowed.contains(imported),
          "\(module)/\(file.lastPathComponent):\(index + 1) imports \(imported)")
      }
    }
  }

  @Test func `no arrow leads back`() {
    var reached: [String: Set<String>] = Self.allowed
    for _ in Self.allowed {
      for (module, targets) in reached {
        reached[module] = targets.reduce(into: targets) { $0.formUnion(reached[$1] ?? []) }
      }
    }
    for (module, targets) in reached {
      #expect(!targets.contains(module), "\(module) reaches itself")
      #expect(targets.allSatisfy { Self.allowed[$0] != nil }, "\(module) names an unknown module")
    }
  }

  @Test(arguments: [
    ("import ForceModel", "ForceModel"), ("  public import TextFormats", "TextFormats"),
    ("@preconcurrency package import Glibc", "Glibc"),
    ("import struct Foundation.URL", "Foundation"), ("import CGLPK // why", "CGLPK"),
    ("@_spi(Testing) import ForceData", "ForceData"), ("// import Foundation", nil),
    ("/// import Foundation", nil), ("let import = 3", nil), ("#if canImport(Glibc)", nil),
    ("important = true", nil), ("", nil),
  ])
  func `imports are told from other lines`(_ line: String, _ module: String?) {
    #expect(Self.module(importedBy: line[...]) == module)
  }

  /// The module that a line imports; nil where it is no import.
  private static func module(importedBy line: Substring) -> String? {
    var words = line.split(whereSeparator: \.isWhitespace)[...]
    let modifiers = ["public", "package", "internal", "fileprivate", "private"]
    while let word = words.first, word.hasPrefix("@") || modifiers.contains(String(word)) {
      words.removeFirst()
    }
    guard words.popFirst() == "import" else { return nil }
    let kinds = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
    if let word = words.first, kinds.contains(String(word)) { words.removeFirst() }
    return words.first?.split(separator: ".").first.map(String.init)
  }
}
