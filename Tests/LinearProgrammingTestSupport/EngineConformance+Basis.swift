import LinearProgramming

extension EngineConformance {
  static let basisChecks: [Check] = [
    Check(description: "a solve that starts from the optimal basis takes no step") { provider in
      for seed in 0..<60 {
        let program = LinearProgram.random(seed: seed)
        let (basis, cost) = try provider.withEngine { engine -> (Basis?, Double) in
          try engine.load(program)
          guard try engine.solve(.primal, limits: SolveLimits()) == .optimal else {
            return (nil, 0)
          }
          return (try engine.basis(), try engine.cost())
        }
        guard let basis else { continue }
        let members = (basis.rows + basis.columns).count { $0 }
        try expect(members == program.rowBounds.count, "the basis has \(members) members")
        try provider.withEngine { engine in
          try engine.load(program)
          try expect(try engine.setBasis(basis), "the basis of seed \(seed) was refused")
          try expect(try engine.basis() == basis, "another basis came back")
          _ = try engine.solve(.dual, limits: SolveLimits())
          try expect(try engine.cost(), is: cost, "the cost from the basis of seed \(seed)")
        }
      }
    },
    Check(description: "what is no basis is refused, and the one at hand stays") { provider in
      // The two columns are alike: both together are no basis.
      let program = LinearProgram(
        minimise: [1, 2], rows: [([1, 1], .atLeast(3)), ([2, 2], .atMost(9))])
      try provider.withEngine { engine in
        try engine.load(program)
        let standard = try engine.basis()
        for rows in [[false, false], [true, true], [false, true]] {
          let isAccepted = try engine.setBasis(Basis(rows: rows, columns: [true, true]))
          try expect(!isAccepted, "rows \(rows) with both columns were taken for a basis")
          try expect(try engine.basis() == standard, "the basis at hand is gone")
        }
        try expect(
          try engine.solve(.primal, limits: SolveLimits()) == .optimal, "no optimum afterwards")
        try expect(try engine.cost(), is: 3, "the cost afterwards")
      }
    },
    Check(description: "a basis of another size is invalid input") { provider in
      try provider.withEngine { engine in
        try engine.load(LinearProgram(minimise: [1], rows: [([1], .atLeast(3))]))
        try expectFailure(
          "a basis of two rows",
          { if case .invalidInput = $0 { true } else { false } },
          { () throws(EngineFailure) in
            _ = try engine.setBasis(Basis(rows: [true, true], columns: [false]))
          })
      }
    },
  ]
}
