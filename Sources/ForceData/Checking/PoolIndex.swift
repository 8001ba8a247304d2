import ForceModel

/// Finds the lift pools that may and can carry a pledge, without looking at all pools each time.
struct PoolIndex {
  private struct Key: Hashable {
    let mode: Int
    /// The member that alone may use the pools; nil: anyone.
    let owner: Int?
    let needsSeats: Bool
    let needsTonnes: Bool
  }

  private var pools: [Key: [Int]] = [:]

  init(_ pools: [LiftPool]) {
    for (index, pool) in pools.enumerated() {
      for needsSeats in [false, true] where !needsSeats || pool.seats > 0 {
        for needsTonnes in [false, true] where !needsTonnes || pool.tonnes > 0 {
          let key = Key(
            mode: pool.mode, owner: pool.owner, needsSeats: needsSeats, needsTonnes: needsTonnes)
          self.pools[key, default: []].append(index)
        }
      }
    }
  }

  /// The pools of a mode that may and can carry a pledge: those of anyone, and its own member's.
  func usable(mode: Int, for pledge: Contribution) -> (common: [Int], own: [Int]) {
    func find(_ owner: Int?) -> [Int] {
      let key = Key(
        mode: mode, owner: owner, needsSeats: pledge.personnel > 0, needsTonnes: pledge.tonnes > 0)
      return pools[key] ?? []
    }
    return (find(nil), find(pledge.contributor))
  }
}
