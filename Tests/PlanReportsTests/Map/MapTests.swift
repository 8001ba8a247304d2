import Testing

@testable import PlanReports

@Suite struct MapTests {
  // MARK: Borders

  @Test func `every outline is closed and made of short steps`() {
    let sheet = BorderSheet.world
    #expect(sheet.countries.count == 241)
    #expect(sheet.lines.count > 2_000)
    var faults: [String] = []
    for country in sheet.countries {
      for outline in country.outlines.map(\.points) {
        if outline.count < 3 { faults.append("\(country.name): no area") }
        guard var former = outline.last else { continue }
        for point in outline {
          // The longest straight borders are those of Canada and of Egypt; Antarctica is closed along
          // the sheet's edge.
          let isShort = abs(point.x - former.x) < 35 && abs(point.y - former.y) < 15
          if !isShort, country.name != "Antarctica" { faults.append("\(country.name): \(point)") }
          former = point
        }
      }
    }
    #expect(faults.isEmpty)
  }

  @Test(
    arguments: [
      ("Kyrgyzstan", 72.80, 40.53), ("Kazakhstan", 76.90, 43.25), ("Tajikistan", 69.62, 40.28),
      ("Uzbekistan", 69.27, 41.31), ("Russia", 37.62, 55.75), ("Belarus", 27.57, 53.90),
      ("Armenia", 44.51, 40.18), ("New Zealand", 175.6, -39.0), ("Brazil", -47.9, -15.8),
      ("Lesotho", 28.2, -29.5), ("Fiji", 178.0, -17.8), ("Mali", -8.0, 12.65),
    ] as [(String, Double, Double)])
  func `a place lies in its country and in no other`(
    _ name: String, _ east: Double, _ north: Double
  ) {
    let place = MapPoint(x: east, y: north)
    let holders = BorderSheet.world.countries.filter { country in
      country.outlines.filter { Self.holds($0.points, place) }.count % 2 == 1
    }
    #expect(holders.map(\.name) == [name])
  }

  /// Whether an outline goes round a place, by the number of its sides north of it.
  private static func holds(_ outline: [MapPoint], _ place: MapPoint) -> Bool {
    guard var former = outline.last else { return false }
    var isInside = false
    for point in outline {
      if (point.x > place.x) != (former.x > place.x) {
        let part = (place.x - former.x) / (point.x - former.x)
        if former.y + part * (point.y - former.y) > place.y { isInside.toggle() }
      }
      former = point
    }
    return isInside
  }

  @Test func `numbers are read as they are written`() {
    // 0, -1, 1, 15, -16, 16, 100000: sign in the lowest bit, five bits a letter.
    #expect(BorderSheet.numbers("?@A]^_@giB"[...].utf8) == [0, -1, 1, 15, -16, 16, 1_700])
  }

  // MARK: Windows

  private static let placeLists: [[MapPoint]] = [
    [MapPoint(x: 72.8, y: 40.5)],
    [MapPoint(x: 37.6, y: 55.7), MapPoint(x: 72.8, y: 40.5)],
    [MapPoint(x: 178, y: -18), MapPoint(x: -172, y: -13.8)],
    [MapPoint(x: -179.9, y: 66), MapPoint(x: 179.9, y: 65), MapPoint(x: 170, y: 64)],
    [MapPoint(x: 0, y: 89.9), MapPoint(x: 120, y: 85)],
    [MapPoint(x: -70, y: -89), MapPoint(x: -60, y: -62)],
    [
      MapPoint(x: -150, y: 60), MapPoint(x: -30, y: 0), MapPoint(x: 90, y: 40),
      MapPoint(x: 175, y: -40),
    ],
    [MapPoint(x: 180, y: 0), MapPoint(x: -180, y: 0)],
    [],
  ]

  @Test(arguments: placeLists)
  func `a window holds its places, anywhere in the world`(_ places: [MapPoint]) {
    let window = MapWindow(around: places)
    #expect(200...1_200 ~= window.height)
    #expect(0.1...360 ~= window.degreesWide)
    #expect(-90...90 ~= window.south && window.south + window.degreesHigh <= 90.001)
    for place in places { #expect(window.contains(window.point(place)), "\(place)") }
  }

  @Test func `a window over the date line takes the short way`() {
    let window = MapWindow(around: Self.placeLists[2])
    #expect(window.degreesWide < 30)
    let (fiji, samoa) = (window.point(Self.placeLists[2][0]), window.point(Self.placeLists[2][1]))
    #expect(fiji.x < samoa.x)
    // Land on both sides of the line is drawn.
    let backdrop = MapBackdrop(sheet: .world, window: window)
    #expect(backdrop.markup.text.contains("class=\"land\" d=\"M"))
  }

  @Test func `in the middle of an ocean there is no land, and a map all the same`() {
    let window = MapWindow(around: [MapPoint(x: -130, y: -45)])
    let backdrop = MapBackdrop(sheet: .world, window: window)
    #expect(backdrop.markup.text.contains("class=\"land\" d=\"\""))
    #expect(backdrop.names.isEmpty)
  }

  // MARK: Clipping

  @Test func `an outline is cut at the window`() {
    let window = MapWindow(around: [MapPoint(x: 0, y: 0)])
    let clip = MapClip(window: window)
    let around = [
      MapPoint(x: -5_000, y: -5_000), MapPoint(x: 5_000, y: -5_000), MapPoint(x: 5_000, y: 5_000),
      MapPoint(x: -5_000, y: 5_000),
    ]
    let cut = clip.outline(around)
    #expect(cut.count == 4)
    #expect(cut.allSatisfy { -10...970 ~= $0.x && -10...(window.height + 10) ~= $0.y })
    #expect(clip.outline(around.map { MapPoint(x: $0.x + 20_000, y: $0.y) }).isEmpty)
    let inside = [MapPoint(x: 10, y: 10), MapPoint(x: 90, y: 10), MapPoint(x: 50, y: 60)]
    #expect(clip.outline(inside) == inside)
  }

  @Test func `a line keeps the stretches near the window`() {
    let clip = MapClip(window: MapWindow(around: [MapPoint(x: 0, y: 0)]))
    let line = [-50.0, 100, 200, 2_000, 3_000, 500, 400].map { MapPoint(x: $0, y: 50) }
    #expect(clip.line(line).map { $0.map(\.x) } == [[-50, 100, 200, 2_000], [3_000, 500, 400]])
  }

  // MARK: Names

  @Test func `names lie in the window and over nothing`() {
    let window = MapWindow(around: [MapPoint(x: 70, y: 40)])
    let marks = (0..<40).map { number in
      MapPoint(x: Double(number % 8) * 125 + 20, y: Double(number / 8) * 60 + 20)
    }
    var sheet = MapLabels(size: 13, window: window, marks: marks.map { ($0, 5) })
    let labels = marks.enumerated().compactMap { number, mark in
      sheet.place(
        MapLabels.Request(
          text: "Place number \(number)", anchor: mark, clearance: 8, style: .base))
    }
    #expect(labels.count > 20)
    let boxes = labels.map { label in
      let width = MapLabels.width(of: label.text, size: 13, style: .base)
      return (left: label.at.x, right: label.at.x + width, top: label.at.y - 10, bottom: label.at.y)
    }
    for (number, box) in boxes.enumerated() {
      #expect(box.left >= 0 && box.right <= MapWindow.width)
      #expect(box.top >= 0 && box.bottom <= window.height)
      for other in boxes[..<number] {
        #expect(
          box.left >= other.right || other.left >= box.right || box.top >= other.bottom
            || other.top >= box.bottom)
      }
      for mark in marks {
        #expect(
          mark.x < box.left || mark.x > box.right || mark.y < box.top || mark.y > box.bottom)
      }
    }
  }
}
