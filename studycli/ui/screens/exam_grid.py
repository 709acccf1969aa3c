"""The overview of a sitting: every question by number, answered or not, flagged or not."""

from collections.abc import Callable
from dataclasses import replace

from rich.console import Group
from rich.text import Text

from studycli.core.exam.engine import flagged, incomplete
from studycli.core.moment import Moment
from studycli.ui.bindings import Binding, Step, hints, spoken_hints
from studycli.ui.events import Size
from studycli.ui.frame import ROOMY, WIDE, Frame, footer, inset
from studycli.ui.look import Look
from studycli.ui.screens.exam_confirm import ask_hand_in, open_lines
from studycli.ui.screens.exam_header import clock_right, clock_spoken
from studycli.ui.screens.exam_state import Act, ExamState, Filter, Grid, Panel, moved, news
from studycli.ui.screens.help_page import open_help
from studycli.ui.theme import Role
from studycli.words.model import Words

COLUMNS = 6
"""Questions in a row: what fits into 40 cells, so that up and down mean the same in every window."""

_GAP = 4
_DIGITS = 4


def open_grid(state: ExamState, _: Moment) -> Step[ExamState]:
    """The overview with the cursor on the question shown."""
    return replace(state, panel=Panel.GRID, grid=Grid(state.attempt.place)), ()


def places(state: ExamState) -> tuple[int, ...]:
    """The places that the filter lets through."""
    match state.grid.filter:
        case Filter.ALL:
            return tuple(range(len(state.attempt.sheets)))
        case Filter.UNANSWERED:
            return incomplete(state.attempt)
        case Filter.FLAGGED:
            return flagged(state.attempt)


def _index(state: ExamState) -> int:
    """Where the cursor stands among the places shown; on the next one if its own is not."""
    among = places(state)
    after = [index for index, place in enumerate(among) if place >= state.grid.cursor]
    return after[0] if after else len(among) - 1


def _pointing(state: ExamState) -> ExamState:
    """The cursor on a place that is shown, if there is any."""
    among = places(state)
    cursor = among[_index(state)] if among else state.grid.cursor
    return replace(state, grid=replace(state.grid, cursor=cursor))


def _moved_by(by: int) -> Act:
    def act(state: ExamState, _: Moment) -> Step[ExamState]:
        among = places(state)
        index = max(0, min(_index(state) + by, len(among) - 1))
        return replace(state, grid=replace(state.grid, cursor=among[index], typed="")), ()

    return act


def _only(chosen: Filter) -> Act:
    def act(state: ExamState, _: Moment) -> Step[ExamState]:
        now = Filter.ALL if state.grid.filter is chosen else chosen
        return _pointing(replace(state, grid=replace(state.grid, filter=now, typed=""))), ()

    return act


def _digit(digit: str) -> Act:
    def act(state: ExamState, _: Moment) -> Step[ExamState]:
        typed = (state.grid.typed + digit)[-_DIGITS:]
        return _typing(state, typed), ()

    return act


def _erase(state: ExamState, _: Moment) -> Step[ExamState]:
    return _typing(state, state.grid.typed[:-1]), ()


def _typing(state: ExamState, typed: str) -> ExamState:
    grid = replace(state.grid, typed=typed)
    if typed and int(typed) - 1 in places(state):
        grid = replace(grid, cursor=int(typed) - 1)
    return replace(state, grid=grid)


def _open(state: ExamState, moment: Moment) -> Step[ExamState]:
    """The question of the number typed, or else the one under the cursor."""
    count, typed = len(state.attempt.sheets), state.grid.typed
    if typed and not 1 <= int(typed) <= count:
        cleared = replace(state, grid=replace(state.grid, typed=""))
        return replace(cleared, said=lambda words: words.exam.grid.no_such(count)), ()
    if not typed and not places(state):
        return state, ()
    place = int(typed) - 1 if typed else state.grid.cursor
    return replace(moved(state, place, moment), panel=Panel.QUESTION), ()


def _back(state: ExamState, _: Moment) -> Step[ExamState]:
    return replace(state, panel=Panel.QUESTION), ()


def _any(state: ExamState) -> bool:
    return bool(places(state))


def _is_typing(state: ExamState) -> bool:
    return bool(state.grid.typed)


KEYS: tuple[Binding[ExamState], ...] = (
    Binding(("enter", "space"), "Enter", lambda w: w.open, _open),
    Binding(("right", "l"), "→ l", lambda w: w.move, _moved_by(1), _any, quiet=True),
    Binding(("left", "h"), "← h", lambda w: w.move, _moved_by(-1), _any, quiet=True),
    Binding(("down", "j"), "↓ j", lambda w: w.move, _moved_by(COLUMNS), _any, quiet=True),
    Binding(("up", "k"), "↑ k", lambda w: w.move, _moved_by(-COLUMNS), _any, quiet=True),
    Binding(("u",), "u", lambda w: w.only_unanswered, _only(Filter.UNANSWERED)),
    Binding(("f",), "f", lambda w: w.only_flagged, _only(Filter.FLAGGED)),
    Binding(("s",), "s", lambda w: w.hand_in, ask_hand_in),
    *(Binding((digit,), digit, lambda w: w.number, _digit(digit), quiet=True) for digit in "1234567890"),
    Binding(("backspace",), "Backspace", lambda w: w.erase, _erase, _is_typing, quiet=True),
    Binding(("?",), "?", lambda w: w.help, open_help(lambda: KEYS), quiet=True),
    Binding(("g", "q", "escape"), "q", lambda w: w.back, _back),
)
"""What the keys do in the overview."""


def view(state: ExamState, size: Size, look: Look) -> Frame:
    """The numbers in rows, the cursor in view, and what the marks mean."""
    words = look.words.exam.grid
    among = places(state)
    rows = [among[start : start + COLUMNS] for start in range(0, len(among), COLUMNS)]
    gap = " " * (_GAP if size.width >= WIDE else 0)
    cell = _painter(state, look)
    lines = [Text(gap).join(map(cell, row)) for row in rows]
    body = Group(*lines) if lines else Text(words.none, style=look.theme[Role.MUTED])
    legend = [Text(words.legend, style=look.theme[Role.MUTED])] if size.height >= ROOMY else []
    foot = (
        Text(_status(state, look.words), no_wrap=True, overflow="crop"),
        *legend,
        *footer(hints(KEYS, state, look.words.screens.keys), size.width, 1, look.theme),
    )
    room = max(1, size.height - 3 - len(foot))
    head = 1 if size.width >= WIDE and size.height >= ROOMY else 0
    row = max(0, _index(state)) // COLUMNS
    left = Text.assemble((words.title, look.theme[Role.TITLE]), f" · {_filter_name(state, look.words)}")
    return Frame(
        left,
        clock_right(state, look),
        inset(body, size),
        foot,
        look,
        size,
        max(0, head + row + 1 - room),
        news(state, look.words),
    )


def _painter(state: ExamState, look: Look) -> Callable[[int], Text]:
    """Draws the cell of a place: cursor, number, mark, flag."""
    open_places, flags = set(incomplete(state.attempt)), set(flagged(state.attempt))
    theme = look.theme

    def cell(place: int) -> Text:
        here = place == state.grid.cursor
        sign = ">" if here else "*" if place == state.attempt.place else " "
        return Text.assemble(
            (sign, theme[Role.ACCENT]),
            (f"{place + 1:>3}", theme[Role.SELECTED] if here else ""),
            ("-", theme[Role.MUTED]) if place in open_places else ("+", theme[Role.STRONG]),
            ("!", theme[Role.FLAG]) if place in flags else " ",
        )

    return cell


def _filter_name(state: ExamState, words: Words) -> str:
    names = {
        Filter.ALL: words.exam.grid.everything,
        Filter.UNANSWERED: words.exam.grid.unanswered,
        Filter.FLAGGED: words.exam.grid.flagged,
    }
    return names[state.grid.filter]


def _status(state: ExamState, words: Words) -> str:
    """The number being typed, or else what is known of the question under the cursor."""
    if state.grid.typed:
        return words.exam.grid.typed(state.grid.typed)
    return _about(state, state.grid.cursor, words) if places(state) else ""


def _about(state: ExamState, place: int, words: Words) -> str:
    grid = words.exam.grid
    item, answer = state.attempt.paper.items[place], state.attempt.sheets[place].answer
    chosen, asked = len(answer.chosen), len(item.right)
    is_part = 0 < chosen < asked
    done = grid.is_answered if chosen >= asked else grid.is_unanswered
    parts = [
        words.exam.sitting.chosen_of(chosen, asked) if is_part else done,
        grid.is_flagged if answer.flagged else "",
        grid.is_current if place == state.attempt.place else "",
    ]
    return f"{grid.number} {place + 1}: {', '.join(part for part in parts if part)}"


def spoken(state: ExamState, look: Look) -> list[str]:
    """The overview as lines to be read aloud."""
    words = look.words
    grid = words.exam.grid
    return [
        line
        for line in (
            f"{grid.title}, {_filter_name(state, words)}",
            clock_spoken(state, look),
            news(state, words),
            _status(state, words) or grid.none,
            *open_lines(state, words),
            spoken_hints(KEYS, state, words.screens.keys),
        )
        if line
    ]
