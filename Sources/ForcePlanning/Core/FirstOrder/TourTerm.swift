/// What a tour meets: places in the sums of `FirstOrderRows`, and coefficients of one unit.
struct TourTerm {
  let supplyFrom: Int32
  let supplyTo: Int32
  let placeFrom: Int32
  let placeTo: Int32
  /// -1: no share is capped.
  let presenceFrom: Int32
  let presenceTo: Int32
  /// Rows of lift, counted from the first; -1: none.
  let lift: Int32
  let back: Int32
  let factor: Double
  let personnel: Double
  let assetDays: Double
  var cost: Double
}

/// The sums of prices that tours meet, as places to read: loops over tours look them up once.
struct GatheredPrices {
  let supply: UnsafeMutablePointer<Double>
  let place: UnsafeMutablePointer<Double>
  let presence: UnsafeMutablePointer<Double>
  let lift: UnsafeMutablePointer<Double>

  /// Prices of rows that were gathered into the sums.
  init(_ rows: FirstOrderRows, prices: Numbers<Double>) {
    supply = rows.supply.base
    place = rows.place.base
    presence = rows.presence.base
    lift = prices.base + rows.firstLift
  }

  @inline(__always)
  func reducedCost(of term: TourTerm) -> Double { term.cost + price(of: term) }

  @inline(__always)
  func price(of term: TourTerm) -> Double {
    var value = supply[Int(term.supplyTo)] - supply[Int(term.supplyFrom)]
    value += term.factor * (place[Int(term.placeTo)] - place[Int(term.placeFrom)])
    if term.presenceFrom >= 0 {
      value +=
        term.personnel * (presence[Int(term.presenceTo)] - presence[Int(term.presenceFrom)])
    }
    if term.lift >= 0 { value += term.assetDays * lift[Int(term.lift)] }
    if term.back >= 0 { value += term.assetDays * lift[Int(term.back)] }
    return value
  }
}

/// A part of what is used, as places to write.
struct UseSums {
  let supply: UnsafeMutablePointer<Double>
  let place: UnsafeMutablePointer<Double>
  let presence: UnsafeMutablePointer<Double>
  let lift: UnsafeMutablePointer<Double>

  init(_ flows: TourFlows) {
    supply = flows.supply.base
    place = flows.place.base
    presence = flows.presence.base
    lift = flows.lift.base
  }

  /// Enters units on a tour.
  @inline(__always)
  func enter(_ term: TourTerm, _ units: Double) {
    supply[Int(term.supplyFrom)] += units
    supply[Int(term.supplyTo)] -= units
    let strength = units * term.factor
    place[Int(term.placeFrom)] += strength
    place[Int(term.placeTo)] -= strength
    if term.presenceFrom >= 0 {
      let persons = units * term.personnel
      presence[Int(term.presenceFrom)] += persons
      presence[Int(term.presenceTo)] -= persons
    }
    if term.lift >= 0 { lift[Int(term.lift)] += units * term.assetDays }
    if term.back >= 0 { lift[Int(term.back)] += units * term.assetDays }
  }
}
