"""Solves one MPS file by one library and prints status, objective and time as a line of JSON."""

import json
import sys
import time


def main():
    library, method, mps = sys.argv[1:]
    print(json.dumps(SOLVERS[library](method, mps)))


def timed(solve):
    """Solves; gives the result, and what it took by the clock and of all processors together."""
    start, cpu_start = time.perf_counter(), time.process_time()
    result = solve()
    return result, {
        "seconds": time.perf_counter() - start,
        "cpu_seconds": time.process_time() - cpu_start,
    }


NOT_READ = {"status": "failed: not read"}


def by_highs(method, mps):
    import highspy

    highs = highspy.Highs()
    highs.setOptionValue("output_flag", False)
    highs.setOptionValue("solver", method)
    if highs.readModel(mps) == highspy.HighsStatus.kError:
        return NOT_READ
    _, times = timed(highs.run)
    status = highs.getModelStatus()
    if status != highspy.HighsModelStatus.kOptimal:
        return {"status": f"failed: {highs.modelStatusToString(status)}"}
    objective = highs.getInfo().objective_function_value
    return {"status": "optimal", "objective": objective, **times}


def by_ortools(method, mps):
    from ortools.linear_solver.python import model_builder

    model = model_builder.Model()
    if not model.import_from_mps_file(mps):
        return NOT_READ
    solver = model_builder.Solver(method)
    if not solver.solver_is_supported():
        return {"status": "not available"}
    status, times = timed(lambda: solver.solve(model))
    if status != model_builder.SolveStatus.OPTIMAL:
        return {"status": f"failed: {status.name.lower()}"}
    return {"status": "optimal", "objective": solver.objective_value, **times}


SOLVERS = {"highs": by_highs, "ortools": by_ortools}

main()
