"""Compares plans of model folders with HiGHS: highs.py FORCEPLAN MODELS

Each folder in MODELS is exported as LP text, over every possible tour, solved by HiGHS, and the value held
against the first goal of forceplan's plan and its proven bound.
"""

import json
import pathlib
import subprocess
import sys
import tempfile

import highspy

TOLERANCE = 1e-6
# HiGHS keeps limits to 1e-9 here; where coefficients lie far apart that alone moves an optimum.
TIGHT = 1e-9


def highs_value(path):
    """The optimum that HiGHS finds, or None where it finds no plan."""
    solver = highspy.Highs()
    for option, value in [
        ("output_flag", False),
        ("threads", 1),
        ("primal_feasibility_tolerance", TIGHT),
        ("dual_feasibility_tolerance", TIGHT),
        ("mip_rel_gap", 0.0),
        ("time_limit", 60.0),
    ]:
        solver.setOptionValue(option, value)
    solver.readModel(str(path))
    solver.run()
    if solver.getModelStatus() == highspy.HighsModelStatus.kOptimal:
        return solver.getObjectiveValue()
    if solver.getModelStatus() == highspy.HighsModelStatus.kInfeasible:
        return None
    raise RuntimeError(solver.modelStatusToString(solver.getModelStatus()))


def verdict(forceplan, model, scratch):
    """One word, and what it is about."""
    solved = subprocess.run(
        [forceplan, "solve", model, "--format", "json"], capture_output=True, text=True
    )
    if solved.returncode == 30:
        return "invalid", solved.stderr.splitlines()[0]
    if solved.returncode == 70:
        return "refused", solved.stderr.strip()
    plan = json.loads(solved.stdout)
    lp = scratch / "model.lp"
    lp.unlink(missing_ok=True)
    subprocess.run([forceplan, "export", model, "--lp", lp], check=True, capture_output=True)
    try:
        value = highs_value(lp)
    except RuntimeError as failure:
        return "without HiGHS", str(failure)
    if (plan["status"] == "infeasible") != (value is None):
        return "wrong", f"{plan['status']}, HiGHS {value}"
    if value is None:
        return "agrees", ""
    goal = plan["goals"][0]
    words = f"{plan['status']} {goal['value']}, bound {goal['bound']}, HiGHS {value}"
    allowance = TOLERANCE * max(1, abs(value))
    if goal["bound"] is not None and goal["bound"] > value + allowance:
        return "wrong", words
    if abs(goal["value"] - value) <= allowance:
        return "agrees", words
    return ("wrong" if plan["status"] == "optimal" else "unproven"), words


def main():
    """Prints what does not simply agree, then the counts; fails if anything is wrong."""
    forceplan, models = sys.argv[1:]
    counts = {}
    with tempfile.TemporaryDirectory() as scratch:
        for model in sorted(pathlib.Path(models).iterdir()):
            word, detail = verdict(forceplan, model, pathlib.Path(scratch))
            counts[word] = counts.get(word, 0) + 1
            if word != "agrees":
                print(f"{model.name}: {word}: {detail}", flush=True)
    print(", ".join(f"{count} {word}" for word, count in sorted(counts.items())))
    sys.exit(1 if "wrong" in counts else 0)


main()
