"""What is asked before an exam is handed in or left."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from rich.console import Group
from rich.text import Text

from studycli.core.exam.engine import flagged, incomplete
from studycli.core.moment import Moment
from studycli.ui.bindings import Binding, Step, hints
from studycli.ui.events import Size
from studycli.ui.frame import ROOMY, Frame, footer, inset, menu
from studycli.ui.look import Look
from studycli.ui.navigation import Pop
from studycli.ui.screens.exam_header import clock_right, clock_spoken
from studycli.ui.screens.exam_state import (
    Act,
    Confirm,
    ExamState,
    Panel,
    Way,
    handed_in,
    is_strict,
    left,
    news,
)
from studycli.ui.screens.help_page import open_help
from studycli.ui.theme import Role
from studycli.words.model import Words

_NUMBERS = 10
"""Numbers of questions that are listed; the overview has them all."""


def ask_hand_in(state: ExamState, _: Moment) -> Step[ExamState]:
    """Ask whether to hand in; the cursor stands on going back."""
    return replace(state, panel=Panel.CONFIRM, confirm=Confirm((Way.HAND_IN, Way.STAY), 1)), ()


def ask_leave(state: ExamState, _: Moment) -> Step[ExamState]:
    """Ask how to leave: the sitting goes on later, or is handed in."""
    return replace(state, panel=Panel.CONFIRM, confirm=Confirm((Way.LEAVE, Way.HAND_IN, Way.STAY), 0)), ()


def _go(state: ExamState, way: Way, moment: Moment) -> Step[ExamState]:
    match way:
        case Way.STAY:
            return replace(state, panel=Panel.QUESTION), ()
        case Way.HAND_IN:
            return handed_in(state, moment), ()
        case Way.LEAVE if state.failing:  # saving was tried, and the person was told
            return state, (Pop(),)
        case Way.LEAVE:
            return left(state, moment), ()


def _choose(index: int) -> Act:
    def act(state: ExamState, moment: Moment) -> Step[ExamState]:
        chosen = replace(state, confirm=replace(state.confirm, chosen=index))
        return _go(chosen, state.confirm.ways[index], moment)

    return act


def _choose_current(state: ExamState, moment: Moment) -> Step[ExamState]:
    return _go(state, state.confirm.ways[state.confirm.chosen], moment)


def _stay(state: ExamState, moment: Moment) -> Step[ExamState]:
    return _go(state, Way.STAY, moment)


def _moved(by: int) -> Act:
    def act(state: ExamState, _: Moment) -> Step[ExamState]:
        confirm = state.confirm
        return replace(state, confirm=replace(confirm, chosen=(confirm.chosen + by) % len(confirm.ways))), ()

    return act


def _has(index: int) -> Callable[[ExamState], bool]:
    def when(state: ExamState) -> bool:
        return index < len(state.confirm.ways)

    return when


KEYS: tuple[Binding[ExamState], ...] = (
    *(
        Binding(
            (str(index + 1),), str(index + 1), lambda w: w.choose, _choose(index), _has(index), quiet=True
        )
        for index in range(len(Way))
    ),
    Binding(("down", "j"), "↓ j", lambda w: w.move, _moved(1)),
    Binding(("up", "k"), "↑ k", lambda w: w.move, _moved(-1), quiet=True),
    Binding(("enter",), "Enter", lambda w: w.choose, _choose_current),
    Binding(("?",), "?", lambda w: w.help, open_help(lambda: KEYS), quiet=True),
    Binding(("q", "escape"), "q", lambda w: w.back, _stay),
)
"""What the keys do while this is asked."""


def _is_leaving(state: ExamState) -> bool:
    return Way.LEAVE in state.confirm.ways


def _title(state: ExamState, words: Words) -> str:
    confirm = words.exam.confirm
    return confirm.leave_title if _is_leaving(state) else confirm.hand_in_title


def open_lines(state: ExamState, words: Words, most: int | None = None) -> list[str]:
    """What is unanswered and flagged, counted, with at most so many numbers."""
    confirm = words.exam.confirm
    missing, flags = incomplete(state.attempt), flagged(state.attempt)
    return [
        confirm.unanswered(len(missing), _numbers(missing, most)) if missing else confirm.complete,
        *([confirm.flagged(len(flags), _numbers(flags, most))] if flags else []),
    ]


def _numbers(places: Sequence[int], most: int | None) -> str:
    more = [] if most is None or len(places) <= most else ["…"]
    return ", ".join([*(str(place + 1) for place in places[:most]), *more])


def _final(state: ExamState, words: Words) -> list[str]:
    return [] if _is_leaving(state) else [words.exam.confirm.final]


def _labels(state: ExamState, words: Words) -> list[str]:
    confirm = words.exam.confirm
    leave = confirm.leave_strict if is_strict(state) else confirm.leave_relaxed
    if state.failing:
        leave = confirm.leave_unsaved(len(state.pending))
    names = {Way.LEAVE: leave, Way.HAND_IN: confirm.hand_in, Way.STAY: confirm.stay}
    return [names[way] for way in state.confirm.ways]


def view(state: ExamState, size: Size, look: Look) -> Frame:
    """What is open, and the ways out."""
    words = look.words
    counts = [Text(line) for line in (*open_lines(state, words, _NUMBERS), *_final(state, words))]
    ways = menu(_labels(state, words), state.confirm.chosen, look.theme)
    gap = [Text("")] if size.height >= ROOMY else []
    return Frame(
        Text(_title(state, words), style=look.theme[Role.TITLE]),
        clock_right(state, look),
        inset(Group(*counts, *gap, *ways), size),
        footer(hints(KEYS, state, words.screens.keys), size.width, 1, look.theme),
        look,
        size,
        message=news(state, words),
    )


def spoken(state: ExamState, look: Look) -> list[str]:
    """The same as lines to be read aloud."""
    words = look.words
    cursor = words.exam.sitting.cursor
    ways = [
        f"{index + 1}: {label}{f' ({cursor})' if index == state.confirm.chosen else ''}"
        for index, label in enumerate(_labels(state, words))
    ]
    lines = (
        _title(state, words),
        clock_spoken(state, look),
        news(state, words),
        *open_lines(state, words),
        *_final(state, words),
        *ways,
    )
    return [line for line in lines if line]
