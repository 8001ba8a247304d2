"""Solves models by the planner and by other solvers, in turns, and prints the ratios.

The others solve the exported program of the first goal; the planner plans the model for that goal.
The reading of files is not counted for anyone. compare.sh installs what this needs.
"""

import argparse
import json
import os
import sys
from dataclasses import asdict

import measure
import peers
import table


def main():
    arguments = parse()
    total = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    memory = arguments.memory * 2**30 if arguments.memory else 0.9 * total
    limits = peers.Limits(arguments.time_limit, int(memory))
    planner = peers.Planner(arguments.tool, arguments.cache)
    chosen = [peer for peer in peers.all_peers() if is_chosen(peer.name, arguments.peers)]
    results = {}
    for model in arguments.models:
        results[model] = solve_in_turns(model, planner, chosen, limits, arguments)
    names = [planner.name] + [peer.name for peer in chosen]
    text = report(results, names, arguments, limits)
    print(text)
    if arguments.json:
        with open(arguments.json, "w", encoding="utf-8") as file:
            json.dump(as_json(results), file, indent=2)
    wrong = [line for model in results for line in table.disagreements(model, results[model])]
    for line in wrong:
        print(f"compare: {line}", file=sys.stderr)
    return 1 if wrong else 0


def parse():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("models", nargs="+", metavar="MODEL", help="a name of solver-benchmark")
    parser.add_argument("--cache", required=True, help="folder for the exported programs")
    parser.add_argument("--tool", required=True, help="the built solver-benchmark")
    parser.add_argument("--repeat", type=int, default=5, help="runs of each solver (5)")
    parser.add_argument(
        "--time-limit", type=float, default=1200, help="seconds for one solve (1200)"
    )
    parser.add_argument("--memory", type=float, help="GiB for one solve (nine tenths of all)")
    parser.add_argument(
        "--peers", default="", help="words that the names of the peers hold, by commas (all)"
    )
    parser.add_argument(
        "--coefficients", type=int, default=50_000_000, help="largest program (50000000)"
    )
    parser.add_argument("--json", help="write every run to a file")
    return parser.parse_args()


def is_chosen(name, words):
    return not words or any(word.lower() in name.lower() for word in words.split(","))


def solve_in_turns(model, planner, chosen, limits, arguments):
    """All solvers in turn, and that again: a machine that slows down slows all of them."""
    mps, refusal = export(model, arguments)
    answers = {planner.name: []}
    for peer in chosen:
        answers[peer.name] = [] if mps else [peers.Answer(refusal)]
    for turn in range(arguments.repeat):
        for solver in [planner, *chosen]:
            runs = answers[solver.name]
            # Whoever ran into a limit would do so again.
            if any(run.status != "optimal" for run in runs):
                continue
            answer = solver.solve(model if solver is planner else mps, limits)
            runs.append(answer)
            print(
                f"{model} {turn + 1}/{arguments.repeat} {solver.name}: "
                f"{answer.status} {answer.seconds:.4g} s, CPU {answer.cpu_seconds:.4g} s",
                file=sys.stderr,
            )
    return answers


def export(model, arguments):
    """Writes the program of a model, or says why not."""
    mps = os.path.join(arguments.cache, f"{model}.mps")
    run = measure.run(
        [arguments.tool, "write", model, "--mps", mps, "--limit", str(arguments.coefficients)],
        float("inf"),
        float("inf"),
    )
    if run.exit_code == 0:
        return mps, ""
    print(f"compare: {peers.last_line(run.output)}", file=sys.stderr)
    return None, "too large to list" if "possible tours" in run.output else "not exported"


def report(results, names, arguments, limits):
    return "\n".join(
        [
            f"Ratios of medians over forceplan's, of {arguments.repeat} runs in turns; more than 1 x is "
            "slower. The first goal only; the reading of files is not counted for anyone.",
            f"Machine: {table.machine()}. Limits for one solve: {limits.seconds:.0f} s, "
            f"{limits.bytes / 2**30:.0f} GiB.",
            f"Versions: {versions()}.",
            "",
            "Time:",
            "",
            table.ratios(results, names, lambda run: run.seconds),
            "",
            "Time of all processors together:",
            "",
            table.ratios(results, names, lambda run: run.cpu_seconds),
            "",
            "Peak memory of the process:",
            "",
            table.ratios(results, names, lambda run: run.peak_bytes),
            "",
            table.details(results),
        ]
    )


def versions():
    from importlib import metadata

    def first(command, word):
        lines = measure.run(command, 60, float("inf")).output.splitlines()
        return next((line.strip() for line in lines if word in line), "unknown")

    def of_package(name):
        try:
            return metadata.version(name)
        except metadata.PackageNotFoundError:
            return "missing"

    return "; ".join(
        [
            first(["glpsol", "--version"], "GLPSOL"),
            first(["clp", "-quit"], "version"),
            f"HiGHS {of_package('highspy')}",
            f"OR-tools {of_package('ortools')}",
        ]
    )


def as_json(results):
    return {
        "machine": table.machine(),
        "versions": versions(),
        "runs": {
            model: {name: [asdict(run) for run in runs] for name, runs in answers.items()}
            for model, answers in results.items()
        },
    }


if __name__ == "__main__":
    sys.exit(main())
