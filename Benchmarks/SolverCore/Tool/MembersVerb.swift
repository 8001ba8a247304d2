import BenchmarkModels
import CommandLineTools
import ForceModel
import ForcePlanning
import GLPKSolver
import TextFormats

/// `solver-benchmark members`: what a plan would lose without each member, beside one solve.
enum MembersVerb: BenchmarkVerb {
  private static let repetitions = ValueOption(
    "repeat", .positiveInteger("N"), defaultText: "5", help: "How often all of it is done.")
  private static let threads = ValueOption(
    "threads", .positiveInteger("N"), defaultText: "2",
    help: "Threads that may work at a time.")

  static let spec = VerbSpec(
    name: "members", summary: "time the plans without each member",
    about: [
      "The model is planned as 'forceplan solve' does, and then once without each of its members as "
        + "'forceplan advise' does, in turns. Medians of both are printed, by the clock and of all processors "
        + "together, and how many solves all members take."
    ],
    examples: [Example("solver-benchmark members T12", "time a model of twelve members")],
    operands: [ModelNames.operand.spec], options: [repetitions.spec, threads.spec])

  static func run(_ arguments: ParsedArguments, on console: Console) throws -> ExitCode {
    let sizes = try ModelNames.read(arguments)
    let count = try arguments.value(of: repetitions) ?? 5
    let options = PlanningOptions(threads: try arguments.value(of: threads) ?? 2)
    for size in sizes {
      let model = size.model()
      var phases = PhaseTable()
      var unproven = 0
      for _ in 0..<count {
        _ = try phases.measure("solve") {
          try Planner(engines: GLPKEngineProvider(), options: options).plan(model)
        }
        let adviser = try phases.measure("base of the members") {
          try Adviser(for: model, engines: GLPKEngineProvider(), options: options)
        }
        let members = try phases.measure("all members") { try adviser.members() }
        unproven = members.count { $0.status != .optimal }
      }
      try console.result(
        text(of: phases, size: size, members: model.contributors.count, unproven: unproven))
    }
    return .done
  }

  private static func text(
    of phases: PhaseTable, size: BenchmarkModel, members: Int, unproven: Int
  ) -> String {
    let (solve, all) = (phases.phases[0], phases.phases[2])
    func times(_ one: Double, _ other: Double) -> String {
      ReadableNumber.rounded(other / one, decimals: 2)
    }
    let lines =
      [
        "\(size.name): \(members) members, \(unproven) plans without one not proven optimal; all of them take "
          + "\(times(solve.seconds.median, all.seconds.median)) solves by the clock, "
          + "\(times(solve.cpuSeconds.median, all.cpuSeconds.median)) of processors"
      ]
      + phases.phases.map { phase in
        "  \(phase.name): median \(ProcessTime.milliseconds(phase.seconds.median)) "
          + "(\(ProcessTime.milliseconds(phase.seconds.least)) to \(ProcessTime.milliseconds(phase.seconds.most))), of processors "
          + ProcessTime.milliseconds(phase.cpuSeconds.median)
      }
    return lines.map { $0 + "\n" }.joined()
  }
}
