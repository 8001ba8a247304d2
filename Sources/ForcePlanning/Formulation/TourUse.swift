/// Units at work for a requirement during one period.
package struct Work: Sendable, Equatable {
  /// The requirement served.
  package let requirement: Int
  /// The period.
  package let period: Int
  /// Units at work.
  package let units: Double
}

/// Units on a tour, and what they do: the part of a solution that a plan is written from.
package struct TourUse: Sendable, Equatable {
  /// The tour.
  package let tour: Tour
  /// Units that deploy.
  package internal(set) var units: Double
  /// What they do in each period; units without work stand idle.
  package internal(set) var work: [Work]
}
