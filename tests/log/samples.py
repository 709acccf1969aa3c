"""Events for tests: built in few words, or made by hypothesis."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from hypothesis import strategies as st

from studycli.core.exam.attempt import Answer, Confidence, Mode
from studycli.core.exam.paper import Paper, PaperItem, Terms
from studycli.core.memory import Engine, Grade
from studycli.core.results import Expectation, Result
from studycli.core.settings import WEEKDAYS
from studycli.log.events import (
    Body,
    Bury,
    Event,
    Mark,
    Other,
    Review,
    Setting,
    Source,
    Suspend,
    Undo,
    Unsuspend,
    encode,
)
from studycli.log.exam_events import (
    AttemptAnswer,
    AttemptStart,
    AttemptStep,
    Dispute,
    Disputed,
    PracticeAnswer,
    ResultTold,
    Step,
)
from studycli.log.settings import SettingName

HERE = "aaaaaaaa"
THERE = "bbbbbbbb"
CARD = "aws/lambda-memory"
SEOUL = timezone(timedelta(hours=9))
NOON = datetime(2026, 11, 23, 12, tzinfo=SEOUL)
OTHER_PARAMETERS = tuple(value * 1.1 for value in Engine().parameters[:4]) + Engine().parameters[4:]


def good(card: str = CARD, grade: Grade = Grade.GOOD, source: Source = Source.SESSION) -> Review:
    return Review(card, grade, 4.25, source)


def event(seq: int, body: Body, hours: float = 0.0, device: str = HERE) -> Event:
    return Event(device, seq, NOON + timedelta(hours=hours), body)


def write(folder: Path, name: str, events: Sequence[Event]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.jsonl"
    path.write_bytes(b"".join(map(encode, events)))
    return path


def add(path: Path, events: Sequence[Event]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab") as file:
        file.write(b"".join(map(encode, events)))


_cards = st.sampled_from(["aws/one", "aws/two", "aws/two.reversed", "aws/old-one"])
_devices = st.sampled_from([HERE, THERE])
_offsets = st.sampled_from([-480, 0, 60, 330, 540]).map(lambda minutes: timezone(timedelta(minutes=minutes)))
_moments = st.builds(
    lambda zone, minutes: (NOON + timedelta(minutes=minutes)).astimezone(zone),
    _offsets,
    # Few different ones, so that some fall together and on both sides of 04:00.
    st.integers(-40, 40).map(lambda steps: steps * 977),
)
_settings = st.one_of(
    st.builds(
        Setting, st.just(SettingName.EXAM_DATE), st.none() | st.dates(date(2026, 1, 1), date(2028, 1, 1))
    ),
    st.builds(Setting, st.just(SettingName.MINUTES), st.integers(1, 600)),
    st.builds(
        Setting, st.just(SettingName.DAYS_OFF), st.lists(st.sampled_from(WEEKDAYS), unique=True).map(tuple)
    ),
    st.builds(Setting, st.just(SettingName.RETENTION), st.floats(0.7, 0.99)),
    st.builds(Setting, st.just(SettingName.BLUEPRINT), st.sampled_from([None, "aws/saa"])),
    st.builds(Setting, st.just(SettingName.PARAMETERS), st.sampled_from([None, OTHER_PARAMETERS])),
)
TERMS = Terms("aws/saa", 100, 1000, 720, (("secure", 60), ("resilient", 40)))
ITEMS = (
    PaperItem("aws/q-one", "lambda", "secure", ("a", "b", "c"), ("b",), True),
    PaperItem("aws/q-two", "lambda", "resilient", ("a", "b", "c"), ("a", "c"), True),
    PaperItem("aws/q-old", "dynamodb", "secure", ("a", "b"), ("a",), False),
)
START = AttemptStart(TERMS, Mode.STRICT, 360.0, Paper(7, ITEMS))

_attempts = st.builds("{}-{}".format, _devices, st.integers(1, 6))
_questions = st.sampled_from(["aws/q-one", "aws/q-two", "aws/q-old", "aws/q-else"])
_chosen = st.lists(st.sampled_from("abc"), unique=True, max_size=2).map(tuple)
_seconds = st.floats(0, 400)
_answers = st.builds(
    Answer, _chosen, _chosen, st.booleans(), st.none() | st.sampled_from(Confidence), _seconds
)
_results = st.builds(
    Result,
    st.dates(date(2026, 12, 1), date(2026, 12, 4)),
    st.just(TERMS),
    st.integers(100, 1000),
    st.none() | st.builds(Expectation, st.just(700), st.just(600), st.just(800), st.floats(0.0, 1.0)),
    st.sampled_from([(), ("secure",), ("secure", "resilient")]),
)
exam_bodies: st.SearchStrategy[Body] = st.one_of(
    st.builds(AttemptStart, st.just(TERMS), st.sampled_from(Mode), st.just(360.0), st.just(Paper(7, ITEMS))),
    st.builds(AttemptStep, _attempts, st.sampled_from(Step), _seconds),
    st.builds(AttemptAnswer, _attempts, _questions, _answers, _seconds, st.none() | _questions),
    st.builds(PracticeAnswer, _questions, _answers, st.just(("a",))),
    st.builds(
        Dispute,
        st.just(Disputed.QUESTION),
        st.sampled_from(["aws/q-one", "aws/q-two"]),
        st.text(max_size=3),
        st.booleans(),
    ),
    st.builds(Dispute, st.just(Disputed.CARD), _cards, st.just("why"), st.booleans()),
    st.builds(ResultTold, _results),
)
bodies: st.SearchStrategy[Body] = st.one_of(
    st.builds(Review, _cards, st.sampled_from(Grade), st.floats(0, 600), st.sampled_from(Source)),
    st.builds(Review, _cards, st.sampled_from(Grade), st.floats(0, 600), st.just(Source.SESSION)),
    st.builds(Undo, _devices, st.integers(1, 12)),
    st.builds(Suspend, _cards),
    st.builds(Unsuspend, _cards),
    st.builds(Bury, _cards),
    st.builds(Mark, _cards, st.booleans()),
    _settings,
    st.builds(Other, st.sampled_from(["wish", "dream"]), st.just({"paper": ["a", {"b": 1}]})),
    exam_bodies,
)


@st.composite
def logs(draw: st.DrawFn) -> list[Event]:
    """The events of two devices, numbered without gaps on each, their times in any order."""
    made = []
    for device in (HERE, THERE):
        said = draw(st.lists(st.tuples(bodies, _moments), max_size=10))
        made += [Event(device, seq, at, body) for seq, (body, at) in enumerate(said, 1)]
    return made


@st.composite
def exam_logs(draw: st.DrawFn) -> list[Event]:
    """The events of two devices that sit and practise, with starts that many of the others mean."""
    made = []
    for device in (HERE, THERE):
        said = draw(st.lists(st.tuples(exam_bodies | bodies, _moments), max_size=12))
        made.append(Event(device, 1, draw(_moments), START))
        made += [Event(device, seq, at, body) for seq, (body, at) in enumerate(said, 2)]
    return made


RENAMES = {"aws/old-one": "aws/one"}
QUESTION_RENAMES = {"aws/q-old": "aws/q-new"}
