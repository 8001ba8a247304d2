"""Compares the answers to one model and lays all of them out as Markdown."""

import math
import os
import platform
from statistics import median

# Objectives that differ by less, relatively, are equal. PDLP is a first-order method: its answers
# are good to its own tolerance only.
TOLERANCE = 1e-6
LOOSE = {"PDLP": 1e-4}


def is_same(name, objective, reference):
    tolerance = LOOSE.get(name, TOLERANCE)
    return math.isclose(objective, reference, rel_tol=tolerance, abs_tol=tolerance)


def reference_of(answers):
    """The objective that the others are held against: the planner's, else the first one found."""
    for name in ["forceplan", *answers]:
        for answer in answers.get(name, []):
            if answer.status == "optimal":
                return answer.objective
    return None


def disagreements(model, answers):
    reference = reference_of(answers)
    return [
        f"{model}: {name} finds {answer.objective!r}, not {reference!r}"
        for name, runs in answers.items()
        for answer in runs
        if answer.status == "optimal" and not is_same(name, answer.objective, reference)
    ]


def median_of(runs, value):
    """The median of a figure over the runs; None where one of them did not end well."""
    if not runs or any(run.status != "optimal" for run in runs):
        return None
    return median(value(run) for run in runs)


def cell(runs, planner, value, reference):
    if not runs:
        return "–"
    own = median_of(runs, value)
    if own is None:
        return next(run.status for run in runs if run.status != "optimal")
    base = median_of(planner, value)
    if base is None or base == 0:
        return "solved"
    text = f"{own / base:.3g} x"
    exact = all(is_same("", run.objective, reference) for run in runs)
    return text if exact else text + " (inexact)"


def ratios(results, names, value):
    """A table of medians over the planner's, one row a model."""
    lines = ["| model | " + " | ".join(names) + " |", "| --- |" + " ---: |" * len(names)]
    for model, answers in results.items():
        planner = answers.get("forceplan", [])
        reference = reference_of(answers)
        cells = [cell(answers.get(name, []), planner, value, reference) for name in names]
        lines.append(f"| {model} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def details(results):
    """Every median with its spread, in seconds and MiB."""
    lines = [
        "| model | solver | runs | objective | seconds: median | min | max | CPU s | MiB |",
        "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for model, answers in results.items():
        for name, runs in answers.items():
            good = [run for run in runs if run.status == "optimal"]
            if not good:
                status = runs[0].status if runs else "not run"
                lines.append(f"| {model} | {name} | {len(runs)} | {status} | | | | | |")
                continue
            seconds = [run.seconds for run in good]
            memory = max(run.peak_bytes for run in good) / 2**20
            lines.append(
                f"| {model} | {name} | {len(good)} | {good[0].objective:.9g} "
                f"| {median(seconds):.4g} | {min(seconds):.4g} | {max(seconds):.4g} "
                f"| {median(run.cpu_seconds for run in good):.4g} | {memory:.0f} |"
            )
    return "\n".join(lines)


def machine():
    model = platform.processor() or platform.machine()
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        for line in file:
            if line.startswith("model name"):
                model = line.split(":", 1)[1].strip()
                break
    gigabytes = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    cores = len(os.sched_getaffinity(0))
    return f"{model}, {cores} cores, {gigabytes:.0f} GiB"
