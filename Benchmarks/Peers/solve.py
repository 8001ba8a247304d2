"""Solves one MPS file by one library and prints status, objective and time as a line of JSON."""

import ctypes
import json
import os
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


def by_clp(method, mps):
    """The library behind the command clp, whose own log leaves the presolve out of its times."""
    library = ctypes.CDLL("libClp.so.1")
    library.Clp_newModel.restype = ctypes.c_void_p
    library.Clp_objectiveValue.restype = ctypes.c_double
    model = ctypes.c_void_p(library.Clp_newModel())
    library.Clp_setLogLevel(model, 0)
    if library.Clp_readMps(model, os.fsencode(mps), 1, 0) != 0:
        return NOT_READ
    _, times = timed(lambda: getattr(library, method)(model))
    if library.Clp_status(model) != 0:
        return {"status": f"failed: status {library.Clp_status(model)}"}
    return {"status": "optimal", "objective": library.Clp_objectiveValue(model), **times}


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


SOLVERS = {"clp": by_clp, "highs": by_highs, "ortools": by_ortools}

main()
