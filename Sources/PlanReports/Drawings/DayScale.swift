import TextFormats

/// Days from 0 to the horizon across the width of a drawing, in percent of it, so that drawings take
/// whatever width there is while letters keep their size.
struct DayScale {
  let horizon: Double

  /// Where a day lies, in percent.
  func place(_ day: Double) -> Double { 100 * min(max(day / horizon, 0), 1) }

  /// A stretch of days as a box.
  func box(from: Double, until: Double, y: Double, height: Double, style: Markup) -> Markup {
    """
    <rect class="\(style)" x="\(place: place(from))%" width="\(place: place(until) - place(from))%" \
    y="\(place: y)" height="\(place: height)"/>
    """
  }

  /// Days that are marked: round numbers, six to twelve of them on most scales.
  var ticks: [Double] {
    let rough = horizon / 8
    var step = 0.25
    for candidate in [0.25, 0.5, 1, 2, 5, 10, 20, 30, 60, 90, 180, 365] where candidate <= rough {
      step = candidate
    }
    while horizon / step > 24 { step *= 2 }
    var ticks: [Double] = []
    while Double(ticks.count) * step <= horizon { ticks.append(Double(ticks.count) * step) }
    return ticks
  }

  /// Thin lines at the marked days.
  func grid(height: Double) -> Markup {
    let lines = ticks.map { day -> Markup in
      "<line class=\"grid\" x1=\"\(place: place(day))%\" x2=\"\(place: place(day))%\" y1=\"0\" y2=\"\(place: height)\"/>"
    }
    return "\(lines)"
  }

  /// The marked days, written at a height; the outermost keep within the drawing.
  func labels(y: Double) -> Markup {
    let labels = ticks.enumerated().map { number, day -> Markup in
      let isFirst = number == 0
      let isLast = place(day) > 97
      let anchor: Markup = isFirst ? "start" : isLast ? "end" : "middle"
      // On a narrow page every other day is enough.
      let style: Markup = number % 2 == 0 ? "tick" : "tick odd"
      return """
        <text class="\(style)" x="\(place: place(day))%" y="\(place: y)" text-anchor="\(anchor)">\
        \(isFirst ? "day " : "")\(ReadableNumber.day(day))</text>
        """
    }
    return "\(labels)"
  }
}
