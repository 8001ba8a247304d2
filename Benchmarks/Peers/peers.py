"""The solvers that are compared: how each is run on an MPS file, and how its answer is read."""

import json
import os
import re
import sys
from dataclasses import dataclass

import measure

HERE = os.path.dirname(os.path.abspath(__file__))


@dataclass
class Answer:
    """What a solver made of a program."""

    # "optimal", "out of time", "out of memory", or what went wrong
    status: str
    # By the clock, and of all processors together.
    seconds: float = float("nan")
    cpu_seconds: float = float("nan")
    objective: float = float("nan")
    peak_bytes: int = 0


@dataclass
class Limits:
    seconds: float
    bytes: int


class GLPSol:
    """GLPK's command-line solver: the time of a run that only reads is taken off."""

    def __init__(self, name, *options):
        self.name = name
        self.options = options

    def solve(self, mps, limits):
        reading = measure.run(
            ["glpsol", "--check", "--freemps", mps], limits.seconds, limits.bytes
        )
        if reading.stopped:
            return Answer(reading.stopped, peak_bytes=reading.peak_bytes)
        run = measure.run(
            ["glpsol", *self.options, "--freemps", mps],
            limits.seconds + reading.seconds,
            limits.bytes,
        )
        if run.stopped:
            return Answer(run.stopped, peak_bytes=run.peak_bytes)
        objectives = re.findall(r"obj = +(\S+)", run.output)
        if "OPTIMAL LP SOLUTION FOUND" not in run.output or not objectives:
            return Answer(f"failed: {last_line(run.output)}", peak_bytes=run.peak_bytes)
        # Reading twice never takes the same time to the last fraction of a millisecond.
        return Answer(
            "optimal",
            max(run.seconds - reading.seconds, 1e-4),
            max(run.cpu_seconds - reading.cpu_seconds, 1e-4),
            float(objectives[-1]),
            run.peak_bytes,
        )


class LibraryPeer:
    """A solver that is called from Python, in a process of its own; reading is timed apart there."""

    def __init__(self, name, *arguments):
        self.name = name
        self.arguments = arguments

    def solve(self, mps, limits):
        run = measure.run(
            [sys.executable, os.path.join(HERE, "solve.py"), *self.arguments, mps],
            limits.seconds,
            limits.bytes,
        )
        return answer_from_json(run)


def answer_from_json(run):
    """Reads the line of JSON at the end of a run's output."""
    if run.stopped:
        return Answer(run.stopped, peak_bytes=run.peak_bytes)
    try:
        result = json.loads(last_line(run.output))
    except json.JSONDecodeError:
        return Answer(f"failed: {last_line(run.output)}", peak_bytes=run.peak_bytes)
    return Answer(**result, peak_bytes=run.peak_bytes)


class Planner:
    """The planner itself, on the model instead of the exported program, for the first goal only."""

    name = "forceplan"

    def __init__(self, tool, scratch):
        self.tool = tool
        self.file = os.path.join(scratch, "forceplan.json")

    def solve(self, model, limits):
        run = measure.run(
            [
                self.tool, "run", model, "--first-goal", "--repeat", "1", "--json", self.file,
                "--time-limit", f"{int(limits.seconds)}s",
            ],
            # Drawing the model and checking the plan are not planning.
            2 * limits.seconds + 60,
            limits.bytes,
        )
        if run.stopped:
            return Answer(run.stopped, peak_bytes=run.peak_bytes)
        if run.exit_code != 0:
            return Answer(f"failed: {last_line(run.output)}", peak_bytes=run.peak_bytes)
        with open(self.file, encoding="utf-8") as file:
            result = json.load(file)["results"][0]
        if result["status"] == "limit":
            return Answer("out of time", peak_bytes=run.peak_bytes)
        plan = next(phase for phase in result["phases"] if phase["name"] == "plan")
        return Answer(
            result["status"],
            plan["median"],
            plan["medianCPU"],
            result["goals"][0]["value"],
            run.peak_bytes,
        )


def last_line(output):
    lines = [line for line in output.splitlines() if line.strip()]
    return lines[-1].strip() if lines else "no output"


def all_peers():
    return [
        GLPSol("GLPK primal"),
        GLPSol("GLPK dual", "--nopresol", "--dual"),
        LibraryPeer("CLP", "clp", "Clp_initialSolve"),
        LibraryPeer("CLP dual", "clp", "Clp_initialDualSolve"),
        LibraryPeer("HiGHS simplex", "highs", "simplex"),
        LibraryPeer("HiGHS ipm", "highs", "ipm"),
        LibraryPeer("GLOP", "ortools", "GLOP"),
        LibraryPeer("PDLP", "ortools", "PDLP"),
    ]
