/// The families of limits that carry a price (formulation.md, "Duals, in planners' words").
public enum PriceKind: String, Sendable, CaseIterable {
  /// One more unit of a pledge in a period.
  case supply
  /// One more person (or unit) required in a period.
  case requirement
  /// One more asset-day of lift in a period.
  case lift
  /// One more person allowed above a share cap in a period.
  case share
}

/// What one more unit of a limit is worth: one row of prices.csv.
///
/// Where the price changes at the limit itself, its range ends there, and a further row behind it may say
/// what holds on the other side: a range that ends at the limit belongs to what one unit fewer costs, one
/// that begins there to what one more is worth.
///
/// The price of a later goal is its change while the earlier goals stay as good as the limit allows. Where an
/// earlier goal has a price for the same limit, period and side, both change at once, and the later one may get
/// worse: its price is then negative.
public struct Price: Sendable, Equatable {
  /// The goal level that the price belongs to, counted from 1.
  public var level: Int
  /// The family of the limit.
  public var kind: PriceKind
  /// What is limited: a contribution, requirement or lift pool; `contributor@crisis` for a share cap
  /// at a crisis, `contributor` for the overall cap.
  public var subject: String
  /// First day of the period.
  public var fromDay: Double
  /// Day at which the period ends.
  public var untilDay: Double
  /// Improvement of the goal by one more unit of the limit; for a requirement, what one more costs.
  ///
  /// Negative for a later goal that gets worse for the sake of an earlier one.
  public var price: Double
  /// Smallest value of the limit for which the price holds; nil: no lower end.
  public var rangeLow: Double?
  /// Largest value of the limit for which the price holds; nil: no upper end.
  public var rangeHigh: Double?
  /// Unit of the price, for example `weighted person-days per unit`.
  public var unit: String

  /// Creates a price line.
  public init(
    level: Int, kind: PriceKind, subject: String, fromDay: Double, untilDay: Double, price: Double,
    rangeLow: Double?, rangeHigh: Double?, unit: String
  ) {
    self.level = level
    self.kind = kind
    self.subject = subject
    self.fromDay = fromDay
    self.untilDay = untilDay
    self.price = price
    self.rangeLow = rangeLow
    self.rangeHigh = rangeHigh
    self.unit = unit
  }
}

extension [Price] {
  /// The prices that hold together, one of each limit and period, without those of other sides.
  ///
  /// Their sum bounds what several changes at once are worth.
  public var holdingTogether: [Price] {
    indices.filter { place in
      guard place > startIndex else { return true }
      let (last, this) = (self[place - 1], self[place])
      return (last.level, last.kind, last.subject, last.fromDay)
        != (this.level, this.kind, this.subject, this.fromDay)
    }.map { self[$0] }
  }
}
