"""The home screen: where you stand, and a menu of what there is."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from typing import NamedTuple

from rich.console import Group
from rich.text import Text

from studycli.core.moment import Moment
from studycli.ui.bindings import Binding, Step, dispatch, hints
from studycli.ui.effects import Failed, More, StartReview
from studycli.ui.events import Effect, Event, Key, OutsideEffect, Size
from studycli.ui.frame import Frame, footer, inset, menu
from studycli.ui.look import Look
from studycli.ui.navigation import Pop, Push
from studycli.ui.screens import browse
from studycli.ui.screens.browse import BrowseState
from studycli.ui.screens.help_page import HelpState, open_help
from studycli.ui.screens.search import SearchState
from studycli.ui.screens.topics import TopicChosen, TopicRow, TopicsState
from studycli.ui.theme import Role
from studycli.words.model.screens import HomeWords


class Home(NamedTuple):
    """Where the person stands today. ``exam_days`` is None without an exam date, negative after it.

    ``pays`` tells, under a plan, whether there is more to gain today than the time holds.
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
class StartExam(Effect):
    """Begin a mock exam, or go on with the open one."""

    moment: Moment


@dataclass(frozen=True, slots=True)
class StartPractice(Effect):
    """Practise exam questions."""

    moment: Moment


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
    EXAM = "exam"
    PRACTICE = "practice"
    NOTES = "notes"
    SEARCH = "search"
    SUSPENDED = "suspended"
    SETTINGS = "settings"
    HELP = "help"
    QUIT = "quit"


def choices(home: Home) -> tuple[Choice, ...]:
    """The menu of this home: nothing to bring back, no row for it. A plan sets nothing aside for tomorrow."""
    there = {
        Choice.SUSPENDED: bool(home.suspended),
        Choice.TOMORROW: not home.is_planned,
        Choice.CRAM: home.is_cram_time,
    }
    return tuple(choice for choice in Choice if there.get(choice, True))


@dataclass(frozen=True, slots=True)
class HomeState:
    """Where the person stands, and which row of the menu is under the cursor."""

    home: Home
    language: str
    chosen: int = 0
    message: str = ""


def update(state: HomeState, event: object, _: Look) -> Step[HomeState]:
    """Move, choose, start; take news."""
    match event:
        case HomeLoaded(home):
            return replace(state, home=home, chosen=min(state.chosen, len(choices(home)) - 1)), ()
        case Failed(text):
            return replace(state, message=text), ()
        case TopicChosen(topic, moment):
            return state, (StartReview(More.TOPIC, topic, moment),)
        case Key(name, moment):
            return dispatch(KEYS, replace(state, message=""), name, moment)
        case _:
            return state, ()


def _choose(index: int) -> Callable[[HomeState, Moment], Step[HomeState]]:
    def act(state: HomeState, moment: Moment) -> Step[HomeState]:
        return replace(state, chosen=index), _effects(state, choices(state.home)[index], moment)

    return act


def _effects(state: HomeState, choice: Choice, moment: Moment) -> tuple[Effect, ...]:
    match choice:
        case Choice.START | Choice.TOMORROW | Choice.CRAM:
            return (StartReview(_SESSIONS[choice], None, moment),)
        case Choice.TOPIC:
            return (Push(TopicsState(state.home.topics, state.language)),)
        case Choice.EXAM:
            return (StartExam(moment),)
        case Choice.PRACTICE:
            return (StartPractice(moment),)
        case Choice.NOTES:
            below = BrowseState(state.language)
            return Push(below), browse.load(below)
        case Choice.SEARCH:
            return (Push(SearchState(state.language)),)
        case Choice.SUSPENDED:
            return (LoadSuspended(state.home.suspended),)
        case Choice.SETTINGS:
            return (OpenSettings(),)
        case Choice.HELP:
            return (Push(HelpState(KEYS)),)
        case Choice.QUIT:
            return (Pop(),)


_SESSIONS = {Choice.START: None, Choice.TOMORROW: More.TOMORROW, Choice.CRAM: More.CRAM}


def _choose_current(state: HomeState, moment: Moment) -> Step[HomeState]:
    return _choose(state.chosen)(state, moment)


def _offers(index: int) -> Callable[[HomeState], bool]:
    def when(state: HomeState) -> bool:
        return index < len(choices(state.home))

    return when


def _moved(by: int) -> Callable[[HomeState, Moment], Step[HomeState]]:
    def act(state: HomeState, _: Moment) -> Step[HomeState]:
        return replace(state, chosen=(state.chosen + by) % len(choices(state.home))), ()

    return act


def _search(state: HomeState, _: Moment) -> Step[HomeState]:
    return state, (Push(SearchState(state.language)),)


def _leave(state: HomeState, _: Moment) -> Step[HomeState]:
    return state, (Pop(),)


KEYS: tuple[Binding[HomeState], ...] = (
    *(
        Binding(
            (str(index + 1),), str(index + 1), lambda w: w.choose, _choose(index), _offers(index), quiet=True
        )
        for index in range(len(Choice))
    ),
    Binding(("down", "j"), "↓ j", lambda w: w.move, _moved(1)),
    Binding(("up", "k"), "↑ k", lambda w: w.move, _moved(-1), quiet=True),
    Binding(("enter", "space"), "Enter", lambda w: w.choose, _choose_current),
    Binding(("/",), "/", lambda w: w.search, _search),
    Binding(("?",), "?", lambda w: w.help, open_help(lambda: KEYS)),
    Binding(("q", "escape"), "q", lambda w: w.quit, _leave),
)
"""What the keys do at home."""


def summary_lines(home: Home, words: HomeWords) -> list[str]:
    """Where the person stands, one sentence a line."""
    lines = [_exam_line(home.exam_days, words)]
    lines += _today_lines(home, words)
    if home.reviewed:
        lines.append(words.reviewed(home.reviewed))
    if home.streak_days > 1:
        lines.append(words.streak(home.streak_days))
    if home.problems:
        lines.append(words.problems(home.problems))
    return lines


def _today_lines(home: Home, words: HomeWords) -> list[str]:
    """What today holds; never "done" while only the time is."""
    if home.is_planned and not home.due + home.new:
        return [_nothing_planned(home, words)]
    if home.is_day_off:
        return [words.day_off(home.all_due)]
    if not home.due + home.new:
        return [words.time_used(home.all_due) if home.all_due else words.today_done]
    today = words.today(home.due, home.new, home.minutes)
    return [today, words.backlog(home.due, home.all_due)] if home.all_due > home.due else [today]


def _nothing_planned(home: Home, words: HomeWords) -> str:
    if home.is_day_off:
        return words.plan_day_off
    return words.plan_time_used if home.pays else words.nothing_pays


def _exam_line(days: int | None, words: HomeWords) -> str:
    if days is None:
        return words.no_exam
    if days == 0:
        return words.exam_today
    return words.exam_days(days) if days > 0 else words.exam_past(-days)


def _labels(home: Home, words: HomeWords) -> dict[Choice, str]:
    return {
        Choice.START: words.start,
        Choice.TOPIC: words.topic,
        Choice.TOMORROW: words.tomorrows,
        Choice.CRAM: words.cram,
        Choice.EXAM: words.resume_exam if home.exam_open else words.exam,
        Choice.PRACTICE: words.practice,
        Choice.NOTES: words.notes,
        Choice.SEARCH: words.search,
        Choice.SUSPENDED: words.suspended.format(n=len(home.suspended)),
        Choice.SETTINGS: words.settings,
        Choice.HELP: words.help,
        Choice.QUIT: words.quit,
    }


def view(state: HomeState, size: Size, look: Look) -> Frame:
    """The summary above the menu."""
    words = look.words.screens
    lines = [Text(line) for line in summary_lines(state.home, words.home)]
    labels = _labels(state.home, words.home)
    rows = menu([labels[choice] for choice in choices(state.home)], state.chosen, look.theme)
    roomy = size.height >= 16
    body = Group(*lines, *([Text("")] if roomy else []), *rows)
    height = max(1, size.height - 4)
    wrapped = sum(-(-line.cell_len // size.width) or 1 for line in lines)
    below = wrapped + roomy + state.chosen + 1
    home = state.home
    counts = words.home.library(home.notes, home.cards, home.questions)
    library = Text(counts, style=look.theme[Role.MUTED])
    return Frame(
        Text(words.home.title, style=look.theme[Role.TITLE]),
        library if size.width >= 60 else Text(""),
        inset(body, size),
        footer(hints(KEYS, state, words.keys), size.width, 1, look.theme),
        look,
        size,
        max(0, below - height),
        state.message,
    )


def spoken(state: HomeState, look: Look) -> list[str]:
    """The summary and the menu as lines to be read aloud."""
    words = look.words.screens.home
    labels = _labels(state.home, words)
    menu = [f"{index}: {labels[choice]}" for index, choice in enumerate(choices(state.home), start=1)]
    return [*summary_lines(state.home, words), *([state.message] if state.message else []), *menu]
