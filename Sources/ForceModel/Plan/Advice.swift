/// What would help a plan most, what it can do without, and how much rests on each member.
public struct Advice: Sendable, Equatable {
  /// The goal that everything is measured by.
  public var goal: GoalResult
  /// Changes that help, the best one first; each was planned with.
  public var improvements: [Improvement]
  /// Pledges without which the goal is the same, each withdrawn by itself.
  public var spare: [Improvement]
  /// Each member taken away, the one that is missed most first.
  public var members: [Improvement]
  /// Changes that were looked at by their prices only.
  public var screenedOut: Int

  /// Creates an advice.
  public init(
    goal: GoalResult, improvements: [Improvement], spare: [Improvement], members: [Improvement],
    screenedOut: Int
  ) {
    self.goal = goal
    self.improvements = improvements
    self.spare = spare
    self.members = members
    self.screenedOut = screenedOut
  }
}

/// A change and what the goal is with it, proven by planning with the change.
public struct Improvement: Sendable, Equatable {
  /// What changes.
  public var change: ModelChange
  /// What it concerns: a pledge, lift pool, member, caveat or cap, in identifiers.
  public var subject: String
  /// The change in words.
  public var description: String
  /// The goal with the change.
  public var value: Double
  /// The goal without it less the goal with it: positive helps.
  public var gain: Double
  /// What the prices of the plan without the change say; nil where they say nothing.
  public var estimate: Double?
  /// How far the plan with the change can be trusted.
  public var status: PlanStatus
  /// Gains with multiples of the change, smallest first; empty where there are none.
  public var curve: [CurvePoint]

  /// Whether there is a plan with the change, so that its goal means something; without a member's lift,
  /// say, deployments that stand may contradict.
  public var isPlan: Bool { status == .optimal || status == .feasible }

  /// A multiple of a change and what it gains.
  public struct CurvePoint: Sendable, Equatable {
    /// The multiple.
    public var multiple: Double
    /// What it gains.
    public var gain: Double

    /// Creates a point.
    public init(multiple: Double, gain: Double) {
      self.multiple = multiple
      self.gain = gain
    }
  }

  /// Creates an improvement.
  public init(
    change: ModelChange, subject: String, description: String, value: Double, gain: Double,
    estimate: Double?, status: PlanStatus, curve: [CurvePoint] = []
  ) {
    self.change = change
    self.subject = subject
    self.description = description
    self.value = value
    self.gain = gain
    self.estimate = estimate
    self.status = status
    self.curve = curve
  }
}
