"""A simulated learner driven through ``studycli next`` and ``studycli grade``, beside the pure simulation.

``python -m benchmarks.exam_day.driven``: for each learner a home of its own, the bundled library, an exam in 21 days
with 15 minutes on each day before it. What the commands say is followed; the clock is set by ``STUDYCLI_NOW``. The
second day goes through processes of their own, the others through the program's entry point. The same learner with
the same luck then follows the policy as simulated, with the exam weights of the same cards. These commands plan
nothing by themselves, so ``studycli plan`` is asked on each day where the program is to follow the index policy; it
follows greedy without. ``--write`` puts what came of it into ``docs/exam-day.md``.
"""

import argparse
import io
import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import numpy as np

from benchmarks.exam_day import page
from benchmarks.exam_day.course import Course, Estimate, World
from benchmarks.exam_day.learners import draw_learners
from benchmarks.exam_day.learnt import Learnt
from benchmarks.exam_day.line_up import POLICIES
from benchmarks.exam_day.results import SEED
from benchmarks.exam_day.scores import mean_of
from benchmarks.exam_day.study import study
from studycli.cli.main import main as run_program
from studycli.cli.printing import Streams
from studycli.cli.run import Run
from studycli.core.memory import Grade
from studycli.planner.fsrs import Floats
from studycli.planner.weights import exam_weights

START: Final = datetime(2026, 3, 2, 19, 0, tzinfo=timezone(timedelta(hours=9)))
"""The first session begins; the others at the same hour of the days after."""

PLANNED: Final = "index"
"""The policy that the program follows on a day that it has planned."""

PROCESS_DAY: Final = 1
"""The day whose commands run as processes."""

NO_FITTED: Final = World(estimate=Estimate.DEFAULT)
"""The program has no parameters of the learner's own, and the first 1,000 answers bring none by ``grade``."""

CLOSE: Final = 1.0
"""Means so many points apart, or two standard errors, count as the same."""


class ProgramError(Exception):
    """A command did not do what it should."""


class Program:
    """The commands, on the data of one home."""

    def __init__(self, home: Path) -> None:
        self._env = {"STUDYCLI_HOME": str(home), "STUDYCLI_LANG": "en"}

    def run(self, at: datetime, *argv: str) -> str:
        """What a command prints when it is given at ``at``. Raises ProgramError if it fails."""
        out, err = io.StringIO(), io.StringIO()
        code = run_program(argv, self._at(at), Streams(io.StringIO(), out, err))
        return _printed(argv, code, out.getvalue(), err.getvalue())

    def process(self, at: datetime, *argv: str) -> str:
        """The same by a process of its own."""
        command = [sys.executable, "-m", "studycli", *argv]
        done = subprocess.run(command, env=self._at(at), capture_output=True, text=True, check=False)
        return _printed(argv, done.returncode, done.stdout, done.stderr)

    def deck(self) -> tuple[list[str], Floats]:
        """The ids of all cards, and what each counts in the exam."""
        opened = Run((), self._at(START), Streams(io.StringIO(), io.StringIO(), io.StringIO()))
        with closing(opened):
            shelf = opened.wiring.shelf
            blueprint = next(iter(shelf.blueprints().values()), None)
            weights = exam_weights(shelf.refs(), shelf.question_refs(), blueprint)
        return list(weights), np.array(list(weights.values()))

    def _at(self, at: datetime) -> Mapping[str, str]:
        return self._env | {"STUDYCLI_NOW": at.isoformat()}


def _printed(argv: Sequence[str], code: int, out: str, err: str) -> str:
    if code != 0:
        raise ProgramError(f"studycli {' '.join(argv)}: exit code {code}: {err}")
    return out


@dataclass(frozen=True, slots=True)
class Journey:
    """So many days with so many minutes each, and the policy to follow."""

    days: int = 21
    minutes: int = 15
    policy: str = PLANNED


def drive(program: Program, course: Course, cards: Sequence[str], journey: Journey) -> int:
    """Let the one learner of ``course`` study as the program says; how many answers it took."""
    exam = (START + timedelta(days=journey.days)).date().isoformat()
    for setting, value in (("exam-date", exam), ("minutes", str(journey.minutes))):
        program.run(START, "config", setting, value)
    places = {card: place for place, card in enumerate(cards)}
    answers = 0
    for day in range(journey.days):
        if journey.policy == PLANNED:
            program.run(START + timedelta(days=day), "plan", "--json")
        answers += _session(program, course, places, day, journey.minutes * 60.0)
    return answers


def _session(program: Program, course: Course, places: Mapping[str, int], day: int, budget_s: float) -> int:
    """One day; ends with the minutes, or when the program has nothing more."""
    began = START + timedelta(days=day)
    run = program.process if day == PROCESS_DAY else program.run
    row, clock_s, answers = np.zeros(1, np.int64), 0.0, 0
    while clock_s < budget_s:
        found: dict[str, Any] | None = json.loads(run(began + timedelta(seconds=clock_s), "next", "--json"))
        if found is None:
            break
        grades, seconds = course.answer(row, np.array([places[found["id"]]]), day)
        clock_s += float(seconds[0])
        at = (began + timedelta(seconds=clock_s)).isoformat()
        name = Grade(int(grades[0]) + 1).name.lower()
        run(
            began + timedelta(seconds=clock_s),
            *("grade", found["id"], name, "--seconds", f"{seconds[0]:.3f}", "--at", at, "--json"),
        )
        answers += 1
    return answers


def simulate(course: Course, weights: Floats, journey: Journey) -> int:
    """The same course by a policy as simulated; how many answers it took."""
    found = study(course, Learnt(1), POLICIES[journey.policy](1), 0, journey.days, journey.minutes, weights)
    return int(found.answers[0])


@dataclass(frozen=True, slots=True)
class Pair:
    """How a learner ended, driven through the program and simulated: recall in points, and answers given."""

    recall: tuple[float, float]
    answers: tuple[int, int]


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.exam_day.driven", description=__doc__)
    parser.add_argument("--learners", type=int, default=4)
    parser.add_argument("--days", type=int, default=21)
    parser.add_argument("--minutes", type=int, default=15)
    parser.add_argument(
        "--policy", choices=["index", "greedy"], default=PLANNED, help="what the program follows"
    )
    parser.add_argument("--write", action="store_true", help="write the page of the comparison")
    options = parser.parse_args()
    if options.learners < 2:
        parser.error("one learner has no standard error")
    journey = Journey(options.days, options.minutes, options.policy)
    pairs = [compared(number, journey) for number in range(options.learners)]
    text, is_close = told(pairs, journey)
    print(text)
    if options.write:
        page.FILE.write_text(page.written(page.FILE.read_text("utf-8"), {"driven": text}), "utf-8")
    return 0 if is_close else 1


def compared(number: int, journey: Journey) -> Pair:
    """One learner on both ways."""
    with TemporaryDirectory() as home:
        program = Program(Path(home))
        cards, weights = program.deck()
        one = Course(draw_learners(1, len(cards), SEED, number), NO_FITTED)
        driven, simulated = (one.taken(np.zeros(1, np.int64), NO_FITTED) for _ in range(2))
        answers = drive(program, driven, cards, journey)
    expected = simulate(simulated, weights, journey)
    recall, other = (100.0 * float(each.recall_on(journey.days).mean()) for each in (driven, simulated))
    return Pair((recall, other), (answers, expected))


def told(pairs: Sequence[Pair], journey: Journey) -> tuple[str, bool]:
    """A table and a sentence, and whether both ways end at the same."""
    difference = mean_of(np.array([pair.recall[0] - pair.recall[1] for pair in pairs]))
    rows = "".join(
        f"| {number} | {pair.recall[0]:.2f} | {pair.answers[0]} | {pair.recall[1]:.2f} | {pair.answers[1]} |\n"
        for number, pair in enumerate(pairs, 1)
    )
    text = (
        f"{page.TITLES[journey.policy].capitalize()}; {journey.days} days, {journey.minutes} minutes a day, the "
        f"bundled library, all cards new: driven less simulated {page.signed(difference, 2)} points.\n\n"
        f"| learner | driven: recall, % | answers | simulated: recall, % | answers |\n"
        f"| ---: | ---: | ---: | ---: | ---: |\n{rows}"
    )
    return text, abs(difference.mean) <= max(CLOSE, 2.0 * difference.error)


if __name__ == "__main__":
    sys.exit(main())
