import ForceData
import ForcePlanning
import GLPKSolver

let model = try ModelReader().read(folder: CommandLine.arguments[1]).checkedModel()
let plan = try Planner(engines: GLPKEngineProvider()).plan(model)
for gap in plan.shortfalls {
  print(gap.requirement, "lacks", gap.shortfall, "from day", gap.fromDay, "because", gap.reason)
}
print(plan.status, plan.goals.map { "\($0.name) \($0.value) \($0.unit)" })
