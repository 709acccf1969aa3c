"""What the home screen knows and asks for, and its menu."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final, NamedTuple

from studycli.core.foresight import Foresight
from studycli.core.moment import Moment
from studycli.ui.events import Effect, Event, OutsideEffect
from studycli.ui.screens.topics import TopicRow
from studycli.words.model.screens import HomeWords


class Home(NamedTuple):
    """Where the person stands today. ``exam_days`` is None without an exam date, negative after it.

    ``pays`` tells, under a plan, whether there is more to gain today than the time holds; ``foresight`` is what to
    expect, ``is_stale`` if that should be worked out afresh.
    """

    exam_days: int | None
    due: int
    new: int
    minutes: int
    reviewed: int
    streak_days: int
    notes: int
    cards: int
    questions: int
    problems: int
    topics: tuple[TopicRow, ...]
    suspended: tuple[str, ...] = ()
    exam_open: bool = False
    all_due: int = 0
    is_day_off: bool = False
    pays: bool = False
    foresight: Foresight | None = None
    is_stale: bool = False
    leeches: tuple[str, ...] = ()

    @property
    def is_planned(self) -> bool:
        """Whether a plan decides: up to the exam day."""
        return self.exam_days is not None and self.exam_days >= 0

    @property
    def is_cram_time(self) -> bool:
        """The eve of the exam, and its day."""
        return self.exam_days in {0, 1}


@dataclass(frozen=True, slots=True)
class LoadHome(Effect):
    """Ask where the person stands now."""


@dataclass(frozen=True, slots=True)
class HomeLoaded(Event):
    """Where the person stands now."""

    home: Home


@dataclass(frozen=True, slots=True)
class Recount(Effect):
    """Ask the same again after it was looked ahead, which may count other cards."""


@dataclass(frozen=True, slots=True)
class Recounted(Event):
    """The same, for the last time until the person does something."""

    home: Home


@dataclass(frozen=True, slots=True)
class StartExam(Effect):
    """Begin a mock exam, or go on with the open one."""

    moment: Moment


@dataclass(frozen=True, slots=True)
class StartPractice(Effect):
    """Practise exam questions."""

    moment: Moment


@dataclass(frozen=True, slots=True)
class AskPlan(OutsideEffect):
    """Ask in the plain terminal for what makes a plan, and show it."""


@dataclass(frozen=True, slots=True)
class OpenSettings(OutsideEffect):
    """Ask for settings in the plain terminal."""


@dataclass(frozen=True, slots=True)
class LoadSuspended(Effect):
    """Ask for the suspended cards, to choose from."""

    cards: tuple[str, ...]


class Choice(Enum):
    """The menu, in order."""

    START = "start"
    TOPIC = "topic"
    TOMORROW = "tomorrow"
    CRAM = "cram"
    PLAN = "plan"
    EXAM = "exam"
    PRACTICE = "practice"
    NOTES = "notes"
    SEARCH = "search"
    LEECHES = "leeches"
    SUSPENDED = "suspended"
    SETTINGS = "settings"
    HELP = "help"
    QUIT = "quit"


def choices(home: Home) -> tuple[Choice, ...]:
    """The menu of this home: nothing to bring back, no row for it. A plan sets nothing aside for tomorrow."""
    there = {
        Choice.LEECHES: bool(home.leeches),
        Choice.SUSPENDED: bool(home.suspended),
        Choice.TOMORROW: not home.is_planned,
        Choice.CRAM: home.is_cram_time,
    }
    return tuple(choice for choice in Choice if there.get(choice, True))


NUMBERS: Final = "1234567890"
_OWN_KEYS: Final[Mapping[Choice, str]] = {Choice.SETTINGS: "s", Choice.HELP: "?", Choice.QUIT: "q"}


def numbered(home: Home) -> tuple[Choice, ...]:
    """The rows that are chosen by ``NUMBERS``; they come before those with a key of their own."""
    return tuple(choice for choice in choices(home) if choice not in _OWN_KEYS)


def menu_keys(home: Home) -> tuple[str, ...]:
    """The key of each row of the menu."""
    count = len(numbered(home))
    return (*NUMBERS[:count], *(_OWN_KEYS[choice] for choice in choices(home)[count:]))


@dataclass(frozen=True, slots=True)
class HomeState:
    """Where the person stands, and which row of the menu is under the cursor."""

    home: Home
    language: str
    chosen: int = 0
    message: str = ""


def labels(home: Home, words: HomeWords) -> dict[Choice, str]:
    """What the rows of the menu say."""
    return {
        Choice.START: words.start,
        Choice.TOPIC: words.topic,
        Choice.TOMORROW: words.tomorrows,
        Choice.CRAM: words.cram,
        Choice.EXAM: words.resume_exam if home.exam_open else words.exam,
        Choice.PRACTICE: words.practice,
        Choice.NOTES: words.notes,
        Choice.SEARCH: words.search,
        Choice.PLAN: words.plan,
        Choice.LEECHES: words.leeches.format(n=len(home.leeches)),
        Choice.SUSPENDED: words.suspended.format(n=len(home.suspended)),
        Choice.SETTINGS: words.settings,
        Choice.HELP: words.help,
        Choice.QUIT: words.quit,
    }
