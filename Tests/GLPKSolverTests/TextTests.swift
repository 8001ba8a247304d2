import CGLPK
import Foundation
import GLPKSolver
import LinearProgramming
import LinearProgrammingTestSupport
import Testing

/// What the writers of LinearProgramming write, read again by GLPK.
struct TextTests {
  private enum Format: CaseIterable {
    case lp
    case mps
  }

  /// What GLPK makes of a text.
  private struct Reading: Equatable {
    var rowCount: Int32
    var columnCount: Int32
    var wholeCount: Int32
    /// The optimum; nil where there is none.
    var optimum: Double?
  }

  /// Reads a text and solves it, with whole numbers where it has some; nil if it cannot be read.
  private static func read(_ program: LinearProgram, as format: Format) throws -> Reading? {
    let text =
      switch format {
      case .lp: LPText.text(of: program)
      case .mps: MPSText.text(of: program)
      }
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).\(format)")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    glp_term_out(GLP_OFF)
    let problem = glp_create_prob()
    defer {
      glp_delete_prob(problem)
      glp_term_out(GLP_ON)
    }
    let failed =
      switch format {
      case .lp: glp_read_lp(problem, nil, file.path)
      case .mps: glp_read_mps(problem, GLP_MPS_FILE, nil, file.path)
      }
    guard failed == 0 else {
      Issue.record("not readable:\n\(text)")
      return nil
    }
    var reading = Reading(
      rowCount: glp_get_num_rows(problem), columnCount: glp_get_num_cols(problem),
      wholeCount: glp_get_num_int(problem), optimum: nil)
    glp_simplex(problem, nil)
    if glp_get_status(problem) == GLP_OPT {
      reading.optimum = glp_get_obj_val(problem)
      if reading.wholeCount > 0 {
        glp_intopt(problem, nil)
        reading.optimum = glp_mip_status(problem) == GLP_OPT ? glp_mip_obj_val(problem) : nil
      }
    }
    return reading
  }

  @Test(arguments: 0..<200)
  func `a text read again has the same optimum`(_ seed: Int) throws {
    let program = LinearProgram.random(seed: seed)
    let answer = try EngineConformance.solveCold(program, by: GLPKEngineProvider())
    for format in Format.allCases {
      let reading = try #require(try Self.read(program, as: format))
      switch (answer.termination, reading.optimum) {
      case (.optimal, let optimum?):
        #expect(abs(optimum - answer.cost) <= 1e-7 * max(1, abs(answer.cost)))
      case (.infeasible, nil), (.unbounded, nil):
        break
      default:
        Issue.record("\(format): \(answer.termination), but read \(String(describing: reading))")
      }
    }
  }

  @Test
  func `whole columns stay whole`() throws {
    let program = LinearProgram(
      minimise: [-5, -4, 0], rows: [([6, 4, 1], .atMost(24)), ([1, 2, 0], .atMost(6))],
      bounds: [.nonNegative, .nonNegative, Bounds(lower: -2, upper: 9)], whole: [0, 1])
    for format in Format.allCases {
      let reading = try #require(try Self.read(program, as: format))
      #expect(reading.wholeCount == 2)
      #expect(reading.columnCount == 3)
      // With x3 = -2 the best point is (3.5, 1.25), and (4, 0) of the whole ones.
      #expect(reading.optimum == -20)
    }
  }

  @Test
  func `programs without columns, rows or entries can be read`() throws {
    let programs = [
      LinearProgram(minimise: [], rows: []),
      LinearProgram(minimise: [], rows: [([], .atMost(1))]),
      LinearProgram(minimise: [0, 0], rows: []),
      LinearProgram(minimise: [2], rows: [([0], .atMost(1)), ([0], .free)], bounds: [.atLeast(3)]),
    ]
    for (program, optimum) in zip(programs, [0, 0, 0, 6]) {
      for format in Format.allCases {
        let reading = try #require(try Self.read(program, as: format))
        #expect(reading.optimum == Double(optimum))
      }
    }
  }

  @Test
  func `names that readers stumble over are altered, and rows keep apart`() throws {
    let names = [
      "free", "end", "st", "3rd", ".x", "e5", "inf", "infantry", "nan", "a b", "a_b", "a-b", "ü",
      "x:y", "", "min", String(repeating: "a", count: 300), String(repeating: "a", count: 301),
    ]
    var program = LinearProgram(name: "a name\nin two lines", objectiveName: "free")
    for (index, name) in names.enumerated() {
      let row = program.addRow(name, Bounds(lower: 1, upper: Double(index + 2)))
      program.addColumn(name, cost: Double(index + 1), entries: [(row: row, coefficient: 1)])
    }
    for format in Format.allCases {
      let reading = try #require(try Self.read(program, as: format))
      #expect(reading.optimum == Double(names.count * (names.count + 1) / 2))
      #expect(reading.columnCount == Int32(names.count))
      #expect(reading.rowCount == Int32(format == .lp ? 2 * names.count : names.count))
    }
  }
}
