import Foundation

/// Compares a text with the file in the `Golden` folder beside the test that says what it shall be.
public enum GoldenText {
  /// How the text differs from the golden file, as lines with `-` (expected) and `+` (got); nil: it
  /// does not.
  ///
  /// With `RECORD_GOLDEN=1` in the environment the file is written instead, and that counts as a
  /// difference, so that nobody takes a recording for a passed test.
  public static func difference(
    of text: String, from name: String, testFile: String = #filePath
  ) -> String? {
    let file = URL(fileURLWithPath: testFile).deletingLastPathComponent()
      .appendingPathComponent("Golden").appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      do {
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        return "recorded \(name); read it and run again without RECORD_GOLDEN"
      } catch {
        return "cannot record \(name): \(error)"
      }
    }
    guard let bytes = try? Data(contentsOf: file) else { return "there is no \(name)" }
    let expected = String(decoding: bytes, as: UTF8.self)
    guard expected != text else { return nil }
    let changes = lines(text).difference(from: lines(expected))
    return changes.map { change in
      switch change {
      case .remove(let offset, let line, _): "\(name):\(offset + 1): - \(line)"
      case .insert(let offset, let line, _): "\(name):\(offset + 1): + \(line)"
      }
    }.joined(separator: "\n")
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }
}
