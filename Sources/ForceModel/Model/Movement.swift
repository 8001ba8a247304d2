/// A way of moving: air, road, rail, sea (formulation.md, symbol m).
public struct MovementMode: Sendable, Equatable {
  /// Identifier, unique among modes.
  public var id: String
  /// Kilometres that a unit covers in a day, greater than 0.
  public var kilometresPerDay: Double
  /// Factor on the great circle where the distances table has no entry, at least 1.
  public var detour: Double
  /// Longest distance that the mode covers; nil: unlimited.
  public var maximumKilometres: Double?
  /// Days of loading and unloading, once a move.
  public var handlingDays: Double
  /// Cost of one tonne over one kilometre.
  public var costPerTonneKilometre: Double
  /// Whether units need a lift pool to use the mode.
  public var needsLift: Bool

  /// Creates a mode from its table row.
  public init(
    id: String, kilometresPerDay: Double, detour: Double = 1, maximumKilometres: Double? = nil,
    handlingDays: Double = 0, costPerTonneKilometre: Double = 0, needsLift: Bool = false
  ) {
    self.id = id
    self.kilometresPerDay = kilometresPerDay
    self.detour = detour
    self.maximumKilometres = maximumKilometres
    self.handlingDays = handlingDays
    self.costPerTonneKilometre = costPerTonneKilometre
    self.needsLift = needsLift
  }
}

/// A lift pool: aircraft or other assets that carry units (formulation.md, symbol v).
public struct LiftPool: Sendable, Equatable {
  /// Identifier, unique among lift pools.
  public var id: String
  /// The member that alone may use it, an index into `PlanningModel.contributors`; nil: anyone.
  public var owner: Int?
  /// The mode it serves, an index into `PlanningModel.modes`.
  public var mode: Int
  /// Number of assets, not negative.
  public var assets: Double
  /// Tonnes that one asset carries; 0: it cannot carry units that have tonnes.
  public var tonnes: Double
  /// Seats in one asset; 0: it cannot carry units that have personnel.
  public var seats: Double
  /// Kilometres that one asset flies or drives in a day.
  public var kilometresPerDay: Double
  /// Fraction of the assets that is available, 0...1.
  public var availability: Double

  /// Creates a lift pool from its table row.
  public init(
    id: String, owner: Int? = nil, mode: Int, assets: Double, tonnes: Double, seats: Double,
    kilometresPerDay: Double, availability: Double = 1
  ) {
    self.id = id
    self.owner = owner
    self.mode = mode
    self.assets = assets
    self.tonnes = tonnes
    self.seats = seats
    self.kilometresPerDay = kilometresPerDay
    self.availability = availability
  }
}

/// A distance that replaces great circle x detour, in one direction.
public struct Distance: Sendable, Equatable {
  /// Start, an index into `PlanningModel.locations`.
  public var from: Int
  /// End, an index into `PlanningModel.locations`.
  public var to: Int
  /// The mode it holds for, an index into `PlanningModel.modes`.
  public var mode: Int
  /// Length of the way in kilometres, not negative.
  public var kilometres: Double

  /// Creates a distance from its table row.
  public init(from: Int, to: Int, mode: Int, kilometres: Double) {
    self.from = from
    self.to = to
    self.mode = mode
    self.kilometres = kilometres
  }
}
