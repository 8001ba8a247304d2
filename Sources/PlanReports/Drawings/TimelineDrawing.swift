import ForceModel
import TextFormats

/// What a crisis requires and what of it is in place, over days: one band for each class of units.
struct TimelineDrawing {
  private static let bandHeight = 76.0
  private static let headHeight = 22.0
  private static let axisHeight = 22.0
  /// Room above the bands for the day of closure.
  private static let topHeight = 18.0

  /// Address of the drawing in the page.
  let id: String
  /// Name of the crisis.
  let name: String
  let series: [StrengthSeries]
  /// Day from which nothing is missing any more; nil: never.
  let closureDay: Double?
  let scale: DayScale

  var markup: Markup {
    let band = Self.headHeight + Self.bandHeight
    let height = Self.topHeight + Double(series.count) * band
    let tops = series.indices.map { Self.topHeight + Double($0) * band }
    let bands = zip(series, tops).map { self.band($0, top: $1) }
    let names = zip(series, tops).map { Self.name(of: $0, top: $1) }
    return """
      <svg class="timeline" role="img" aria-labelledby="\(id)-title \(id)-desc" width="100%" \
      height="\(place: height + Self.axisHeight)">
      <title id="\(id)-title">\(name): required and in place, by class of units</title>
      <desc id="\(id)-desc">\(description)</desc>
      \(scale.grid(height: height))\(bands)\(closure(height: height))\(names)\
      \(scale.labels(y: height + 16))
      </svg>

      """
  }

  private func band(_ series: StrengthSeries, top: Double) -> Markup {
    let ground = top + Self.headHeight + Self.bandHeight
    let unit = (Self.bandHeight - 4) / max(series.most, 1e-9)
    let style: Markup = "\(CategoryMark.style(of: series.category))"
    var boxes: Markup = ""
    var former: StrengthSeries.Stretch?
    for stretch in series.stretches {
      let inPlace = stretch.inPlace * unit
      let missing = stretch.missing * unit
      let level = ground - inPlace - missing
      if inPlace > 0 {
        boxes += scale.box(
          from: stretch.fromDay, until: stretch.untilDay, y: ground - inPlace, height: inPlace,
          style: "in-place \(style)")
      }
      if missing > 0 {
        boxes += scale.box(
          from: stretch.fromDay, until: stretch.untilDay, y: level, height: missing,
          style: "missing")
      }
      let start = scale.place(stretch.fromDay)
      let formerLevel =
        former.map { $0.untilDay == stretch.fromDay ? ground - $0.required * unit : ground }
        ?? ground
      boxes += """
        <line class="required" x1="\(place: start)%" x2="\(place: start)%" \
        y1="\(place: formerLevel)" y2="\(place: level)"/>\
        <line class="required" x1="\(place: start)%" x2="\(place: scale.place(stretch.untilDay))%" \
        y1="\(place: level)" y2="\(place: level)"/>
        """
      former = stretch
    }
    return """
      \(boxes)<line class="ground" x1="0" x2="100%" y1="\(place: ground)" y2="\(place: ground)"/>

      """
  }

  private static func name(of series: StrengthSeries, top: Double) -> Markup {
    """
    <text class="band-name" x="0" y="\(place: top + 15)">\
    \(CategoryMark.name(of: series.category).capitalizedFirst), \(series.unit.rawValue): \
    \(ReadableNumber.amount(series.most)) at most</text>
    """
  }

  private func closure(height: Double) -> Markup {
    guard let closureDay else { return .empty }
    let place = scale.place(closureDay)
    let isLate = place > 60
    let day = ReadableNumber.day(closureDay)
    return """
      <line class="closure" x1="\(place: place)%" x2="\(place: place)%" y1="0" \
      y2="\(place: height)"/><text class="closure-name" x="\(place: place)%" \
      y="13" dx="\(isLate ? -5 : 5)" \
      text-anchor="\(isLate ? "end" : "start")">closed from day \(day)</text>
      """
  }

  private var description: String {
    let texts = series.map { series -> String in
      let short = series.stretches.filter { $0.missing > 0 }
      let name = CategoryMark.name(of: series.category).capitalizedFirst
      guard let first = short.first, let last = short.last else {
        return "\(name): all of it in place on every day."
      }
      let most = short.map(\.missing).max() ?? 0
      return "\(name): up to \(ReadableNumber.amount(most)) of "
        + "\(ReadableNumber.amount(series.most)) \(series.unit.rawValue) missing in "
        + PlanPage.days(first.fromDay, last.untilDay) + "."
    }
    let closure =
      closureDay.map { "Nothing is missing from day \(ReadableNumber.day($0)) on." }
      ?? "Something is missing to the end."
    return (texts + [closure]).joined(separator: " ")
  }
}

extension String {
  /// The text with its first letter as a capital.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
