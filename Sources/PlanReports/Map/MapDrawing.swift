import ForceModel
import TextFormats

/// A map of bases and crises with what moves between them.
struct MapDrawing {
  /// A place with a crisis, or several.
  struct CrisisMark {
    let location: Location
    /// Names of the crises there.
    let crises: [String]
    /// Strength x days required.
    let required: Double
    /// Strength x days missing.
    let missing: Double

    /// Part of what is required that is there, 0...1; nil: nothing is required.
    var met: Double? { required > 0 ? max(0, required - missing) / required : nil }

    /// Whether something is missing, beyond what rounding leaves.
    var isShort: Bool { missing > 1e-9 * max(1, required) }

    /// What stands beside the mark.
    var label: String { location.name + (met.map { " " + ReadableNumber.percent($0) } ?? "") }

    /// What the mark stands for, in words.
    var description: String {
      let share = met.map { "\(ReadableNumber.percent($0)) of what is required is in place" }
      return crises.joined(separator: ", ") + ": " + (share ?? "nothing is required")
    }
  }

  /// Widths of arcs, from hardly anything to the strongest.
  private static let widths = 1.2...7.0
  /// A window around the crises narrower than this part of the map gets a map of its own.
  private static let crowded = 0.4
  private static let crisisRadius = 9.0
  private static let baseRadius = 3.5

  /// Address of the drawing in the page.
  let id: String
  let title: String
  let description: String
  let crises: [CrisisMark]
  /// Bases from which nothing moves; only those that lie in the window are drawn.
  let idleBases: [Location]
  let flows: [MapFlow]

  /// The window with every crisis, and every base from which something moves.
  private var wholeWindow: MapWindow {
    MapWindow(around: (crises.map(\.location) + flows.map(\.base)).map(Self.place))
  }

  /// The window around the crises only.
  private var crisisWindow: MapWindow { MapWindow(around: crises.map { Self.place($0.location) }) }

  /// The map; where crises lie close together on it, a map of their surroundings goes with it.
  var markup: Markup {
    let (whole, near) = (wholeWindow, crisisWindow)
    guard crises.count > 1, near.degreesWide < Self.crowded * whole.degreesWide else {
      return drawing(id: id, title: title, in: whole)
    }
    return """
      \(drawing(id: id, title: title, in: whole))<figure>
      <figcaption class="note">Around the crises</figcaption>
      \(drawing(id: id + "-near", title: title + ", around the crises", in: near))</figure>

      """
  }

  private func drawing(id: String, title: String, in window: MapWindow) -> Markup {
    let backdrop = MapBackdrop(sheet: .world, window: window)
    let bases = marked(in: window)
    return """
      <svg class="map" id="\(id)" role="img" aria-labelledby="\(id)-title \(id)-desc" \
      viewBox="0 0 \(place: MapWindow.width) \(place: window.height)">
      <title id="\(id)-title">\(title)</title>
      <desc id="\(id)-desc">\(description)</desc>
      <rect class="sea" width="100%" height="100%"/>
      \(backdrop.markup)<g>\(arcs(in: window))</g>
      <g>\(bases.map { Self.dot($0, window) })\(crises.map { Self.mark($0, window) })</g>
      \(labels(size: 13, style: "wide", bases, window, backdrop))\
      \(labels(size: 27, style: "narrow", bases, window, backdrop))</svg>

      """
  }

  // MARK: Arcs

  private func arcs(in window: MapWindow) -> [Markup] {
    let most = flows.map(\.strength).max() ?? 1
    var siblings: [[String]: Int] = [:]
    return flows.map { flow in
      let pair = [flow.base.id, flow.place.id]
      let rank = siblings[pair, default: 0]
      siblings[pair] = rank + 1
      let part = max(flow.strength / max(most, 1e-9), 0).squareRoot()
      let width = Self.widths.lowerBound + part * (Self.widths.upperBound - Self.widths.lowerBound)
      return """
        <path class="flow \(flow.kind.style)" data-from="\(flow.base.name)" \
        data-to="\(flow.place.name)" stroke-width="\(place: width)" \
        d="\(Self.path(flow, rank: rank, window))"><title>\(flow.description)</title></path>

        """
    }
  }

  /// A bent line from base to crisis: lift goes in an arc, other ways nearly straight; several between
  /// the same two places are bent more and more, to both sides in turn.
  private static func path(_ flow: MapFlow, rank: Int, _ window: MapWindow) -> Markup {
    let start = window.point(place(flow.base))
    let end = window.point(place(flow.place))
    let way = MapPoint(x: end.x - start.x, y: end.y - start.y)
    if abs(way.x) + abs(way.y) < 2 * crisisRadius {
      // At home: a loop, of which several grow.
      let size = 26 + 14 * Double(rank)
      return """
        M\(place: start.x) \(place: start.y)c\(place: -size) \(place: -size) \(place: size) \
        \(place: -size) 0 0
        """
    }
    let step = Double((rank + 1) / 2) * (rank % 2 == 0 ? 1 : -1)
    let bend = (flow.isLifted ? 0.16 : 0.02) + 0.09 * step
    let middle = MapPoint(
      x: (start.x + end.x) / 2 + way.y * bend * (way.x < 0 ? -1 : 1),
      y: (start.y + end.y) / 2 - abs(way.x) * bend)
    return """
      M\(place: start.x) \(place: start.y)Q\(place: middle.x) \(place: middle.y) \(place: end.x) \
      \(place: end.y)
      """
  }

  // MARK: Marks

  private struct Base {
    let location: Location
    let isIdle: Bool
  }

  /// Bases once each, those from which most moves first, then the idle ones in the window.
  private func marked(in window: MapWindow) -> [Base] {
    var strengths: [String: Double] = [:]
    var order: [Location] = []
    for flow in flows {
      if strengths[flow.base.id] == nil { order.append(flow.base) }
      strengths[flow.base.id, default: 0] += flow.strength
    }
    let busy = order.sorted { (strengths[$1.id] ?? 0, $0.id) < (strengths[$0.id] ?? 0, $1.id) }
    return
      (busy.map { Base(location: $0, isIdle: false) }
      + idleBases.map { Base(location: $0, isIdle: true) })
      .filter { window.contains(window.point(Self.place($0.location))) }
  }

  private static func dot(_ base: Base, _ window: MapWindow) -> Markup {
    let point = window.point(place(base.location))
    return """
      <circle class="\(base.isIdle ? "base idle" : "base")" cx="\(place: point.x)" \
      cy="\(place: point.y)" r="\(place: baseRadius)"><title>\(base.location.name)\
      \(base.isIdle ? ": nothing is sent from here" : "")</title></circle>
      """
  }

  /// A ring round the crisis that is filled as far as the crisis is served; what is missing is red.
  private static func mark(_ crisis: CrisisMark, _ window: MapWindow) -> Markup {
    let point = window.point(place(crisis.location))
    let ring = 2 * Double.pi * (crisisRadius - 2)
    let gap = ring * (1 - (crisis.met ?? 1))
    let missing: Markup =
      crisis.isShort
      ? """
      <circle class="crisis-missing" cx="\(place: point.x)" cy="\(place: point.y)" \
      r="\(place: crisisRadius - 2)" stroke-dasharray="\(place: max(gap, 5)) \(place: ring)" \
      transform="rotate(-90 \(place: point.x) \(place: point.y))"/>
      """ : .empty
    return """
      <g><title>\(crisis.description)</title><circle class="crisis" cx="\(place: point.x)" \
      cy="\(place: point.y)" r="\(place: crisisRadius)"/><circle class="crisis-met" \
      cx="\(place: point.x)" cy="\(place: point.y)" r="\(place: crisisRadius - 2)"/>\(missing)</g>

      """
  }

  // MARK: Names

  /// Names in letters of one size; the style sheet shows the size that suits the width of the page.
  private func labels(
    size: Double, style: Markup, _ bases: [Base], _ window: MapWindow, _ backdrop: MapBackdrop
  ) -> Markup {
    let crisisPoints = crises.map { window.point(Self.place($0.location)) }
    let basePoints = bases.map { window.point(Self.place($0.location)) }
    var sheet = MapLabels(
      size: size, window: window,
      marks: crisisPoints.map { ($0, Self.crisisRadius + 2) }
        + basePoints.map { ($0, Self.baseRadius + 1) })
    let isNarrow = size > 20
    var requests = zip(crises, crisisPoints).map { crisis, point in
      MapLabels.Request(
        text: crisis.label, anchor: point, clearance: Self.crisisRadius + 4,
        style: crisis.isShort ? .shortCrisis : .crisis)
    }
    let crisisPlaces = Set(crises.map(\.location.id))
    requests += zip(bases, basePoints)
      .filter { base, _ in !crisisPlaces.contains(base.location.id) && !(isNarrow && base.isIdle) }
      .map { base, point in
        MapLabels.Request(
          text: base.location.name, anchor: point, clearance: Self.baseRadius + 5, style: .base)
      }
    let names = requests.compactMap { sheet.place($0) }
    let countries = isNarrow ? [] : backdrop.names.compactMap { sheet.place($0) }
    return """
      <g class="names \(style)" font-size="\(place: size)">\((countries + names).map(Self.text))</g>

      """
  }

  private static func text(_ label: MapLabels.Label) -> Markup {
    """
    <text class="name-\(label.style.rawValue)" x="\(place: label.at.x)" y="\(place: label.at.y)">\
    \(label.text)</text>
    """
  }

  private static func place(_ location: Location) -> MapPoint {
    MapPoint(x: location.longitude, y: location.latitude)
  }
}
