"""A library with a small exam on the disk, a log of sittings of it, and terminals to sit it on."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from pathlib import Path

from studycli.core.exam.attempt import Answer, Confidence, Mode
from studycli.core.exam.paper import Paper, PaperItem, Terms
from studycli.log.events import Body, Event, encode
from studycli.log.exam_events import AttemptAnswer, AttemptStart, AttemptStep, Step
from tests.material.libraries import SOURCES, basic, library, topic, write
from tests.ui.pty_helper import PtyHelper

ROOT = Path(__file__).parents[2]

DEVICE = "examroom"
NOON = datetime(2026, 11, 23, 12, tzinfo=timezone(timedelta(hours=9)))
TERMS = Terms("small/tiny", 100, 1000, 720, (("secure", 50), ("resilient", 50)))
ITEMS = (
    PaperItem("small/one", "queues", "secure", ("a", "b", "c", "d"), ("b",), True),
    PaperItem("small/two", "queues", "resilient", ("a", "b", "c", "d"), ("a", "c"), True),
    PaperItem("small/three", "topics", "secure", ("a", "b", "c", "d"), ("d",), True),
    PaperItem("small/four", "topics", "resilient", ("a", "b", "c", "d"), ("a",), False),
)

BLUEPRINTS = """\
blueprints:
- id: tiny
  title: {ko: 작은 시험, en: Tiny exam}
  questions: 4
  scored: 3
  minutes: 8
  lowest: 100
  highest: 1000
  pass_mark: 720
  domains:
  - {id: secure, title: {ko: 보안, en: Security}, weight: 50}
  - {id: resilient, title: {ko: 복원력, en: Resilience}, weight: 50}
"""


def question(name: str, domain: str, right: str, card: str = "") -> str:
    """A question with the options a, b, c and d as an item of a bank."""
    options = "".join(
        f"  - {{id: {each}, text: {{ko: 보기 {name} {each}, en: Option {name} {each}}},"
        f" why: {{ko: 까닭 {each}, en: Why {each}}}{', right: true' if each in right else ''}}}\n"
        for each in "abcd"
    )
    return (
        f"- id: {name}\n  kind: {'single' if len(right) == 1 else 'multiple'}\n  domain: {domain}\n"
        f"  difficulty: easy\n  stem: {{ko: 물음 {name}, en: Stem {name}}}\n"
        f"{f'  tests: [{card}]' + chr(10) if card else ''}  options:\n{options}  {SOURCES}\n"
    )


def exam_library(folder: Path) -> Path:
    """Two topics with two questions each, as ``ITEMS`` has them, and the exam ``tiny`` of all four."""
    made = library(folder, queues=topic("queues", basic("fifo")), topics=topic("topics", basic("fan-out")))
    queues = question("one", "secure", "b", "fifo") + question("two", "resilient", "ac")
    topics = question("three", "secure", "d", "fan-out") + question("four", "resilient", "a")
    write(made, "quizzes/queues.yaml", f"topic: queues\nquestions:\n{queues}")
    write(made, "quizzes/topics.yaml", f"topic: topics\nquestions:\n{topics}")
    write(made, "quizzes/blueprints.yaml", BLUEPRINTS)
    return made


@dataclass
class ExamLog:
    """The log of the device ``examroom``, event by event, from noon on."""

    home: Path
    events: list[Event] = field(default_factory=list)
    gone_s: float = 0.0

    def write(self, body: Body, after_s: float = 0.0) -> Event:
        """One more event, so many seconds after the one before."""
        self.gone_s += after_s
        self.events.append(Event(DEVICE, len(self.events) + 1, NOON + timedelta(seconds=self.gone_s), body))
        folder = self.home / "data" / "log"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{DEVICE}.jsonl").write_bytes(b"".join(map(encode, self.events)))
        return self.events[-1]

    def begin(
        self, mode: Mode = Mode.STRICT, after_s: float = 0.0, items: tuple[PaperItem, ...] = ITEMS
    ) -> str:
        """A sitting of these questions begins: its id."""
        start = self.write(AttemptStart(TERMS, mode, 480.0, Paper(7, items)), after_s)
        return f"{DEVICE}-{start.seq}"

    def answer(self, attempt: str, place: int, answer: Answer, left_s: float, after_s: float = 10.0) -> None:
        """An answer to the question at this place."""
        self.write(AttemptAnswer(attempt, ITEMS[place].question, answer, left_s), after_s)

    def hand_in(self, attempt: str, left_s: float, after_s: float = 10.0) -> None:
        """The end of a sitting."""
        self.write(AttemptStep(attempt, Step.HAND_IN, left_s), after_s)

    def sat(self) -> str:
        """A sitting from begin to end, in 390 of 480 seconds; of three scored questions one is right.

        one: wrong, then right, sure. two: right, then wrong, sure, flagged, slow. three: not answered. four: unscored,
        guessed, right.
        """
        attempt = self.begin()
        sure, guess = Confidence.SURE, Confidence.GUESS
        self.answer(attempt, 0, Answer(("a",), seconds=20.0), 460, 20)
        self.answer(attempt, 0, Answer(("b",), ("c",), confidence=sure, seconds=50.0), 430, 30)
        self.answer(attempt, 1, Answer(("a", "c"), seconds=100.0), 330, 100)
        self.answer(attempt, 1, Answer(("a", "b"), (), True, sure, 250.0), 180, 150)
        self.answer(attempt, 2, Answer(seconds=40.0), 140, 40)
        self.answer(attempt, 3, Answer(("a",), confidence=guess, seconds=50.0), 90, 50)
        self.hand_in(attempt, 90, 0)
        return attempt


Start = Callable[..., PtyHelper]
"""Starts a command line on a terminal of its own: ``start("exam", "resume", now=..., STUDYCLI_LANG="ko")``."""


@contextmanager
def terminals(home: Path, library: Path) -> Iterator[Start]:
    """Terminals on which the program runs with this home and library, until the end of the block."""
    with ExitStack() as stack:

        def start(
            *argv: str, now: datetime = NOON, size: tuple[int, int] = (100, 30), **environ: str
        ) -> PtyHelper:
            given = {
                "STUDYCLI_HOME": str(home),
                "STUDYCLI_LIBRARY": str(library),
                "STUDYCLI_LANG": "en",
                "STUDYCLI_NOW": now.isoformat(),
                "LC_ALL": "C.UTF-8",
                **environ,
            }
            command = [sys.executable, "-m", "studycli", *argv]
            return stack.enter_context(PtyHelper(command, size, given, str(ROOT)))

        yield start
