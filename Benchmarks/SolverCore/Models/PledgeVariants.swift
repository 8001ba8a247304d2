public import ForceModel

/// Variants of a model in which some members change their minds: what a comparison or a simulation plans
/// by the thousand.
public struct PledgeVariants: Sendable {
  /// What may become of a pledge.
  public enum Kind: String, Sendable, CaseIterable {
    /// It has other units, or none: only right-hand sides move.
    case units
    /// It has other units, is withdrawn, comes later, moves to another base, or another member joins it.
    case mixed
  }

  private let model: PlanningModel
  private let kind: Kind
  private let share: Double

  /// - Parameters:
  ///   - model: The base.
  ///   - kind: What may become of a pledge.
  ///   - share: The part of all pledges that each variant changes, 0...1.
  public init(of model: PlanningModel, kind: Kind, share: Double) {
    self.model = model
    self.kind = kind
    self.share = share
  }

  /// The variant of a number, the same each time.
  public func variant(_ number: Int) -> PlanningModel {
    var random = SeededRandom(seed: number, stream: "\(model.name) variant")
    var variant = model
    let count = Int((share * Double(model.contributions.count)).rounded(.up))
    var withdrawn: Set<Int> = []
    var added: [Contribution] = []
    for pledge in random.indices(count, of: model.contributions.count) {
      switch kind == .units ? 0 : random.index(weights: [40, 20, 15, 15, 10]) {
      case 0:
        let part = max(0, random.uniform(-0.3, 1.5))
        variant.contributions[pledge].units =
          (10 * model.contributions[pledge].units * part)
          .rounded() / 10
      case 1: withdrawn.insert(pledge)
      case 2: variant.contributions[pledge].noticeToMove += Double(random.integer(1...20))
      case 3:
        let member = model.contributions[pledge].contributor
        let bases = model.contributions.filter { $0.contributor == member }.map(\.base)
        variant.contributions[pledge].base = random.element(of: bases)
      default:
        var joined = model.contributions[pledge]
        joined.id += "-joined"
        joined.contributor = random.integer(0...model.contributors.count - 1)
        added.append(joined)
      }
    }
    if !withdrawn.isEmpty || !added.isEmpty {
      let kept = variant.contributions.indices.filter { !withdrawn.contains($0) }
      variant.contributions = (kept.map { variant.contributions[$0] } + added).sorted {
        $0.id < $1.id
      }
    }
    return variant
  }
}
