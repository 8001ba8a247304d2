"""The solvers that are compared: how each is run on an MPS file, and how its answer is read."""

import json
import os
import re
import sys
from dataclasses import dataclass
from statistics import median

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


class CommandPeer:
    """A command-line solver: the time of runs that only read is taken off.

    The commands hold `{mps}` where the name of the file goes.
    """

    def __init__(self, name, solving, reading, optimal, objective):
        self.name = name
        self.solving = solving
        self.reading = reading
        # What the output of a solve says where it ended well, and a pattern for the objective.
        self.optimal = optimal
        self.objective = objective

    def solve(self, mps, limits):
        readings = [self.run(self.reading, mps, limits.seconds, limits.bytes)]
        # Short runs scatter by as much as they take, so they are made more often.
        while readings[0].seconds < 0.2 and len(readings) < 5:
            readings.append(self.run(self.reading, mps, limits.seconds, limits.bytes))
        seconds = median(run.seconds for run in readings)
        run = self.run(self.solving, mps, limits.seconds + seconds, limits.bytes)
        stopped = readings[0].stopped or run.stopped
        if stopped:
            return Answer(stopped, peak_bytes=run.peak_bytes)
        objectives = re.findall(self.objective, run.output)
        if self.optimal not in run.output or not objectives:
            return Answer(f"failed: {last_line(run.output)}", peak_bytes=run.peak_bytes)
        return Answer(
            "optimal",
            max(run.seconds - seconds, 1e-4),
            max(run.cpu_seconds - median(run.cpu_seconds for run in readings), 1e-4),
            float(objectives[-1]),
            run.peak_bytes,
        )

    @staticmethod
    def run(command, mps, seconds, memory):
        return measure.run([word.format(mps=mps) for word in command], seconds, memory)


def glpsol(name, *options):
    return CommandPeer(
        name,
        solving=["glpsol", *options, "--freemps", "{mps}"],
        reading=["glpsol", "--check", "--freemps", "{mps}"],
        optimal="OPTIMAL LP SOLUTION FOUND",
        objective=r"obj = +(\S+)",
    )


def clp(name, *options):
    """The command: called as a library, CLP leaves out steps that make it several times faster."""
    return CommandPeer(
        name,
        solving=["clp", "{mps}", *options],
        reading=["clp", "{mps}", "-quit"],
        optimal="Optimal - objective value",
        objective=r"Optimal objective +(\S+)",
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
        plan = next(phase for phase in result["phases"] if phase["name"] == "whole")
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
        glpsol("GLPK primal"),
        glpsol("GLPK dual", "--nopresol", "--dual"),
        clp("CLP", "-initialsolve"),
        clp("CLP dual", "-dualsimplex"),
        LibraryPeer("HiGHS simplex", "highs", "simplex"),
        LibraryPeer("HiGHS ipm", "highs", "ipm"),
        LibraryPeer("GLOP", "ortools", "GLOP"),
        LibraryPeer("PDLP", "ortools", "PDLP"),
    ]
