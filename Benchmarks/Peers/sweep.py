"""Solves many variants of a model by the planner and by a loop over HiGHS with warm starts.

In each variant one pledge in twenty has other units, so for HiGHS only right-hand sides move: it keeps
the program and its basis. Both plan for the first goal; the reading of files is not counted.
sweep.sh installs what this needs.
"""

import argparse
import json
import os
import subprocess
import sys
import time

import highspy


def main():
    arguments = parse()
    program = os.path.join(arguments.cache, f"{arguments.model}.mps")
    if not os.path.exists(program):
        run(arguments.tool, "write", arguments.model, "--mps", program)
    changes = os.path.join(arguments.cache, f"{arguments.model}-changes.json")
    text = run(
        arguments.tool, "sweep", arguments.model, "--first-goal", "--kind", "units",
        "--variants", str(arguments.variants), "--cold", str(arguments.cold),
        "--threads", str(arguments.threads), "--changes", changes,
    )
    print(text, end="")
    with open(changes, encoding="utf-8") as file:
        variants = json.load(file)["variants"]
    seconds, wrong = warm_loop(program, variants)
    print(f"  HiGHS, warm: {1000 * seconds / len(variants):.1f} ms each")
    for line in wrong[:5]:
        print(f"sweep: {line}", file=sys.stderr)
    return 1 if wrong else 0


def parse():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("model", help="a name of solver-benchmark")
    parser.add_argument("--cache", required=True, help="folder for the exported program")
    parser.add_argument("--tool", required=True, help="the built solver-benchmark")
    parser.add_argument("--variants", type=int, default=1000, help="variants (1000)")
    parser.add_argument("--cold", type=int, default=50, help="of these, from scratch (50)")
    parser.add_argument("--threads", type=int, default=2, help="threads of the planner (2)")
    return parser.parse_args()


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def warm_loop(program, variants):
    """Seconds for all variants, and what differs from the planner's values."""
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("solver", "simplex")
    solver.readModel(program)
    solver.run()
    model = solver.getLp()
    row_of_name = {name: row for row, name in enumerate(model.row_names_)}
    lower, upper = list(model.row_lower_), list(model.row_upper_)
    wrong = []
    moved = []
    start = time.perf_counter()
    for number, variant in enumerate(variants):
        for row in moved:
            solver.changeRowBounds(row, lower[row], upper[row])
        moved = [row_of_name[name] for name in variant["upper"]]
        for row, bound in zip(moved, variant["upper"].values()):
            solver.changeRowBounds(row, lower[row], bound)
        solver.run()
        value = solver.getObjectiveValue()
        if abs(value - variant["value"]) > 1e-6 * max(1, abs(value)):
            wrong.append(f"variant {number}: {variant['value']}, HiGHS {value}")
    return time.perf_counter() - start, wrong


if __name__ == "__main__":
    sys.exit(main())
