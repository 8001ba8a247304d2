import ForceModel

/// Finds the one way of moving that a fixed line means.
struct FixedWays {
  let contributors: [Contributor]
  let contributions: [Contribution]
  let modes: [MovementMode]
  let pools: [LiftPool]
  private let index: PoolIndex

  init(
    contributors: [Contributor], contributions: [Contribution], modes: [MovementMode],
    pools: [LiftPool]
  ) {
    self.contributors = contributors
    self.contributions = contributions
    self.modes = modes
    self.pools = pools
    index = PoolIndex(pools)
  }

  /// A way of moving.
  struct Way {
    var mode: Int
    var lift: Int?
  }

  /// Why a line does not name one way.
  struct Problem: Error {
    var column: String
    var message: String
    var remedy: String
    /// The way that the line names all the same, where it is one that its units cannot take.
    var named: Way?
  }

  /// The way that a pool, a mode or both name.
  func resolve(contribution: Int, lift: Int?, mode: Int?) -> Result<Way, Problem> {
    if let lift { return resolve(contribution: contribution, pool: lift, mode: mode) }
    guard let mode else {
      return .failure(
        Problem(
          column: "mode", message: "neither 'lift' nor 'mode' is given",
          remedy: "name the lift pool, or the mode of a way that needs none"))
    }
    guard modes[mode].needsLift else { return .success(Way(mode: mode, lift: nil)) }
    let (common, own) = index.usable(mode: mode, for: contributions[contribution])
    let count = common.count + own.count
    if count == 1, let only = common.first ?? own.first {
      return .success(Way(mode: mode, lift: only))
    }
    let name = modes[mode].id
    guard count == 0 else {
      let names = (common.prefix(5) + own.prefix(5)).sorted().prefix(5).map { pools[$0].id }
      return .failure(
        Problem(
          column: "mode",
          message: "the mode '\(name)' has \(count) lift pools that could carry the units",
          remedy: "name one in 'lift': " + names.joined(separator: ", ")
            + (count > 5 ? ", ..." : "")))
    }
    return .failure(
      Problem(
        column: "mode", message: "no lift pool of the mode '\(name)' can carry the units",
        remedy: "name another mode, or add a pool to lift.csv", named: Way(mode: mode, lift: nil)))
  }

  private func resolve(contribution: Int, pool: Int, mode: Int?) -> Result<Way, Problem> {
    let own = pools[pool].mode
    if let mode, mode != own {
      return .failure(
        Problem(
          column: "mode",
          message: "the lift pool '\(pools[pool].id)' serves '\(modes[own].id)', not "
            + "'\(modes[mode].id)'",
          remedy: "leave 'mode' empty, or name another pool", named: Way(mode: mode, lift: pool)))
    }
    if let objection = objection(to: pool, contribution: contribution) {
      return .failure(
        Problem(
          column: "lift", message: "the lift pool '\(pools[pool].id)' \(objection)",
          remedy: "name another pool or a mode that needs none", named: Way(mode: own, lift: pool)))
    }
    return .success(Way(mode: own, lift: pool))
  }

  /// Why a pool cannot carry a pledge, as a clause; nil where it can.
  private func objection(to pool: Int, contribution: Int) -> String? {
    let pledge = contributions[contribution]
    let pool = pools[pool]
    if !modes[pool.mode].needsLift {
      return "serves '\(modes[pool.mode].id)', where units move without lift"
    }
    if let owner = pool.owner, owner != pledge.contributor {
      return
        "belongs to '\(contributors[owner].id)', not to '\(contributors[pledge.contributor].id)'"
    }
    if pledge.personnel > 0, pool.seats == 0 { return "has no seats for the personnel" }
    if pledge.tonnes > 0, pool.tonnes == 0 { return "carries no tonnes" }
    return nil
  }
}
