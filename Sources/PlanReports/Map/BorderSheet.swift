/// Coastlines, borders and countries of the world, read from the text in which they are kept.
struct BorderSheet {
  /// What a line is.
  enum Kind: UInt8 {
    case coast = 0x63
    case border = 0x62
    /// Where the sheet of the map was cut, at 180 degrees and at the pole; nothing to be drawn.
    case edge = 0x65
  }

  /// Points in degrees, one after the other.
  struct Track {
    let points: [MapPoint]
    /// The box around them, by which those far from a window are left aside.
    let box: MapBox

    init(_ points: [MapPoint]) {
      self.points = points
      box = MapBox(around: points)
    }
  }

  /// A line between two nodes.
  struct Line {
    let kind: Kind
    let track: Track
  }

  /// A country with its outlines, islands and enclaves among them.
  struct Country {
    let name: String
    let outlines: [Track]
  }

  let lines: [Line]
  let countries: [Country]

  /// The sheet that this module carries along; a fault in its text is one of this module's own.
  ///
  /// - Complexity: linear in the size of the text.
  static let world = BorderSheet(lines: BorderData.lines, countries: BorderData.countries)

  /// Reads the text that `Sources/PlanReports/Map/write-borders.py` writes.
  init(lines lineText: String, countries countryText: String) {
    let lines = lineText.utf8.split(separator: 0x0A).map { text -> Line in
      guard let first = text.first, let kind = Kind(rawValue: first) else {
        preconditionFailure("a line of a kind that is not known")
      }
      return Line(kind: kind, track: Track(Self.points(Self.numbers(text.dropFirst()))))
    }
    countries = countryText.utf8.split(separator: 0x0A).map { text in
      let bar = text.firstIndex(of: UInt8(ascii: "|")) ?? text.endIndex
      return Country(
        name: String(text[..<bar]) ?? "",
        outlines: Self.outlines(Self.numbers(text[bar...].dropFirst()), of: lines))
    }
    self.lines = lines
  }

  /// Whole numbers, as `encoded` in the script writes them.
  static func numbers(_ text: Substring.UTF8View) -> [Int] {
    var numbers: [Int] = []
    var bits = 0
    var shift = 0
    for byte in text {
      let group = Int(byte) - 63
      bits |= (group & 31) << shift
      if group & 32 != 0 {
        shift += 5
      } else {
        numbers.append(bits & 1 == 0 ? bits >> 1 : -(bits >> 1) - 1)
        bits = 0
        shift = 0
      }
    }
    return numbers
  }

  private static func points(_ steps: [Int]) -> [MapPoint] {
    var x = 0
    var y = 0
    return stride(from: 0, to: steps.count - 1, by: 2).map { place in
      x += steps[place]
      y += steps[place + 1]
      return MapPoint(x: Double(x) * BorderData.quantum, y: Double(y) * BorderData.quantum)
    }
  }

  private static func outlines(_ numbers: [Int], of lines: [Line]) -> [Track] {
    var outlines: [Track] = []
    var place = 0
    while place < numbers.count {
      let count = numbers[place]
      var outline: [MapPoint] = []
      for number in numbers[(place + 1)...(place + count)] {
        // A line begins where the one before it has ended.
        outline +=
          number >= 0
          ? Array(lines[number].track.points.dropLast())
          : lines[-number - 1].track.points.reversed().dropLast()
      }
      outlines.append(Track(outline))
      place += count + 1
    }
    return outlines
  }
}
