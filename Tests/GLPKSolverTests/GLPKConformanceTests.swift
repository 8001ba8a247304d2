import GLPKSolver
import LinearProgramming
import LinearProgrammingTestSupport
import Testing

@Test(arguments: EngineConformance.checks)
func `GLPK keeps the contract of an engine`(_ check: EngineConformance.Check) throws {
  try check.run(GLPKEngineProvider())
}
