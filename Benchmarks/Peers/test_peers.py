"""Tests of the comparison; no solver is needed.  python3 -m unittest discover Benchmarks/Peers"""

import sys
import unittest

import measure
import peers
import table
from peers import Answer

UNLIMITED = float("inf")


def solved(seconds, objective):
    return Answer("optimal", seconds, seconds, objective)


def python(code):
    return [sys.executable, "-c", code]


class MeasureTests(unittest.TestCase):
    def test_output_and_exit_code_are_kept(self):
        run = measure.run(python("print('x' * 200000); raise SystemExit(3)"), 60, UNLIMITED)
        self.assertEqual((len(run.output), run.exit_code, run.stopped), (200001, 3, ""))
        self.assertGreater(run.peak_bytes, 0)

    def test_a_program_that_closes_its_output_is_waited_for(self):
        code = "import os, time; os.close(1); os.close(2); time.sleep(0.3); os._exit(4)"
        self.assertEqual(measure.run(python(code), 60, UNLIMITED).exit_code, 4)

    def test_a_program_that_takes_too_long_is_stopped(self):
        run = measure.run(python("import time; time.sleep(600)"), 0.3, UNLIMITED)
        self.assertEqual(run.stopped, "out of time")

    def test_a_program_that_takes_too_much_is_stopped(self):
        code = "import time; held = b'x' * 300_000_000; time.sleep(600)"
        run = measure.run(python(code), 60, 100_000_000)
        self.assertEqual(run.stopped, "out of memory")

    def test_a_program_that_finds_no_memory_says_so(self):
        run = measure.run(python("raise MemoryError"), 60, UNLIMITED)
        self.assertEqual(run.stopped, "out of memory")


class AnswerTests(unittest.TestCase):
    def command_peer(self, code):
        return peers.CommandPeer("x", python(code), python(""), "solved", r"value = (\S+)")

    def test_the_last_objective_of_a_command_counts(self):
        code = "print('value = 1\\nvalue = 2.5e3\\nsolved {mps}')"
        answer = self.command_peer(code).solve("a.mps", peers.Limits(60, UNLIMITED))
        self.assertEqual((answer.status, answer.objective), ("optimal", 2500))

    def test_a_command_that_finds_no_optimum_has_failed(self):
        answer = self.command_peer("print('no file')").solve("", peers.Limits(60, UNLIMITED))
        self.assertEqual(answer.status, "failed: no file")

    def test_the_last_line_of_a_library_peer_is_its_answer(self):
        code = """print('talk')
print('{"status": "optimal", "objective": 2, "seconds": 0.5, "cpu_seconds": 1}')"""
        answer = peers.answer_from_json(measure.run(python(code), 60, UNLIMITED))
        self.assertEqual((answer.status, answer.objective, answer.seconds), ("optimal", 2, 0.5))

    def test_a_library_peer_that_breaks_off_has_failed(self):
        answer = peers.answer_from_json(measure.run(python("print('no')"), 60, UNLIMITED))
        self.assertEqual(answer.status, "failed: no")


class TableTests(unittest.TestCase):
    def setUp(self):
        self.answers = {
            "forceplan": [solved(1, 100), solved(3, 100)],
            "slow": [solved(5, 100), solved(7, 100)],
            "wrong": [solved(2, 100.001), solved(2, 100.001)],
            "PDLP": [solved(2, 100.001)],
            "late": [solved(9, 100), Answer("out of time")],
            "big": [Answer("too large to list")],
        }

    def row(self):
        names = list(self.answers)
        text = table.ratios({"M": self.answers}, names, lambda run: run.seconds)
        return [part.strip() for part in text.splitlines()[-1].strip("|").split("|")]

    def test_ratios_are_of_medians(self):
        self.assertEqual(
            self.row(),
            ["M", "1 x", "3 x", "1 x (inexact)", "1 x (inexact)", "out of time"]
            + ["too large to list"],
        )

    def test_without_the_planner_there_is_no_ratio(self):
        self.answers["forceplan"] = [Answer("out of time")]
        self.assertEqual(self.row()[1:3], ["out of time", "solved"])

    def test_objectives_are_held_against_the_planners(self):
        lines = table.disagreements("M", self.answers)
        self.assertEqual(lines, ["M: wrong finds 100.001, not 100"] * 2)


if __name__ == "__main__":
    unittest.main()
