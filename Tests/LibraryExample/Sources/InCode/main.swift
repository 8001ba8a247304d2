import ForceData
import ForcePlanning
import GLPKSolver

let reading = ModelReader().read(
  name: "example",
  tables: [
    .contributors: "contributor\nAral\n",
    .locations: "location,latitude,longitude\nBase,43.2,76.9\nOsh,40.5,72.8\n",
    .capabilities: "capability,category,personnel\nPolice,police,100\n",
    .contributions: "contribution,contributor,capability,base,units\nA-1,Aral,Police,Base,2\n",
    .crises: "crisis,location\nUnrest,Osh\n",
    .requirements: "requirement,crisis,capability,quantity,from,until\nR,Unrest,Police,300,2,10\n",
  ])
let plan = try Planner(engines: GLPKEngineProvider()).plan(reading.checkedModel())
for move in plan.deployments {
  print(move.contribution, "sends", move.units, "units to", move.crisis, "from day", move.closeDay)
}
print(plan.status, plan.goals.map { "\($0.name) \($0.value) \($0.unit)" })
