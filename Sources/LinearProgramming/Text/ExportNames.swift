/// Names that every reader of LP and MPS files takes as they are.
///
/// A plain name has letters, digits and `_ . ( )` only, begins with a letter or `_`, has at most
/// `longest` bytes, is no keyword of the formats, and does not begin as numbers do for readers
/// that use C's `strtod` (`inf`, `nan`). Other names are altered so that they are plain and unique.
struct ExportNames {
  /// Most bytes of a name: GLPK and HiGHS take 255, but CLP forgets all names if one is over 100.
  static let longest = 96

  private var names: [String]

  /// - Parameters:
  ///   - names: unique names.
  ///   - derived: further names, which may repeat others; they follow `names` in the index.
  init(_ names: [String], derived: [String] = []) {
    self.names = names + derived
    let alterable = self.names.indices.filter { $0 >= names.count || !Self.isPlain(self.names[$0]) }
    guard !alterable.isEmpty else { return }
    var taken = Set(names.lazy.filter(Self.isPlain))
    for index in alterable {
      let plain = Self.plain(self.names[index])
      var name = plain
      var number = 2
      while !taken.insert(name).inserted {
        name = plain.prefix(Self.longest - 8) + "_\(number)"
        number += 1
      }
      self.names[index] = name
    }
  }

  subscript(index: Int) -> String { names[index] }

  /// The nearest plain name.
  static func plain(_ name: String) -> String {
    var bytes = name.utf8.map { isAllowed($0) ? $0 : UInt8(ascii: "_") }
    if bytes.count > longest {
      // The end of a long name often tells it from its neighbours; a digest stands in for it.
      let digest = String(fingerprint(name), radix: 16)
      bytes = Array(bytes.prefix(longest - digest.utf8.count - 1)) + ".\(digest)".utf8
    }
    let text = String(decoding: bytes, as: UTF8.self)
    return isPlain(text) ? text : "_" + text.prefix(longest - 1)
  }

  private static func isPlain(_ name: String) -> Bool {
    let bytes = name.utf8
    guard let first = bytes.first, bytes.count <= longest, bytes.allSatisfy(isAllowed),
      first == UInt8(ascii: "_") || isLetter(first)
    else { return false }
    guard first != UInt8(ascii: "_") else { return true }
    let lowercase = name.lowercased()
    return !lowercase.hasPrefix("inf") && !lowercase.hasPrefix("nan")
      && !keywords.contains(lowercase)
  }

  private static let keywords: Set = [
    "min", "max", "minimize", "maximize", "minimise", "maximise", "minimum", "maximum", "subject",
    "such", "to", "that", "st", "st.", "s.t.", "bounds", "bound", "free", "general", "generals",
    "gen", "integer", "integers", "int", "binary", "binaries", "bin", "semi", "semis", "sos",
    "sos1",
    "sos2", "sin", "sec", "s1", "s2", "end", "rhs", "rng", "bnd",
  ]

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || "_.()".utf8.contains(byte)
  }

  /// FNV-1a, 32 bits: short, and the same in every run, as `Hasher` is not.
  private static func fingerprint(_ name: String) -> UInt32 {
    name.utf8.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 }
  }
}
