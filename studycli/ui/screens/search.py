"""Searching while typing: what keys and results make of it. What it looks like is in ``search_view``."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from studycli.core.moment import Moment
from studycli.ui.bindings import Binding, Step, dispatch
from studycli.ui.effects import Failed
from studycli.ui.events import Effect, Key
from studycli.ui.line import EMPTY, Line
from studycli.ui.look import Look
from studycli.ui.navigation import Pop
from studycli.ui.reading_effects import ReviewItems
from studycli.ui.search_effects import EditHit, Find, Found, HitEdited, HitRow, LookAt, LookedAt, OpenHit

LIMIT = 200
"""The longest text, in characters."""

PAGE = 5
"""Hits that PgUp and PgDn move."""

FIRST, MORE = 20, 30
"""Hits that are looked for at first, as many as a large window shows, and when the last of them is come to."""


@dataclass(frozen=True, slots=True)
class SearchState:
    """What is typed, what was found (perhaps for an earlier text), and which hit is under the cursor.

    ``looked`` is what a hit shows beside the list, perhaps an earlier one's. With ``opens`` the first hit is opened as
    soon as it is there: Enter was quicker than the search.
    """

    language: str
    line: Line = EMPTY
    found: Found | None = None
    chosen: int = 0
    looked: LookedAt | None = None
    opens: bool = False
    message: str = ""

    @property
    def is_fresh(self) -> bool:
        """Whether what was found is for what is typed."""
        return self.found is not None and self.found.text == self.line.text

    @property
    def hits(self) -> tuple[HitRow, ...]:
        """What was found."""
        return self.found.hits if self.found else ()

    @property
    def hit(self) -> HitRow:
        """The hit under the cursor."""
        return self.hits[self.chosen]


def refresh(state: SearchState) -> tuple[Effect, ...]:
    """What looks for what is typed, anew if it was found before."""
    limit = max(FIRST, len(state.hits)) if state.is_fresh else FIRST
    return (Find(state.line.text, limit),) if state.line.text.strip() else ()


def update(state: SearchState, event: object, look: Look) -> Step[SearchState]:
    """Type, move, open, edit, review, clear or leave; take what was found."""
    match event:
        case Key(name, moment) if name in _COMMANDS:
            return dispatch(KEYS, replace(state, message=""), name, moment)
        case Key(text=text, is_line=True):
            return _answered(replace(state, message=""), text)
        case Key(text=text):
            return _asked(replace(state, message=""), state.line.typed(text, LIMIT))
        case Found():
            return _found(state, event)
        case LookedAt(hit):
            here = bool(state.hits) and hit.id == state.hit.id
            return replace(state, looked=event) if here else state, ()
        case HitEdited(in_use, problem):
            return _edited(state, in_use, problem, look)
        case Failed(text):
            return replace(state, message=text, opens=False), ()
        case _:
            return state, ()


def _asked(state: SearchState, line: Line) -> Step[SearchState]:
    """With another line; another text is looked for."""
    if line.text == state.line.text:
        return replace(state, line=line), ()
    asked = replace(state, line=line, opens=False)
    if line.text.strip():
        return asked, refresh(asked)
    return replace(asked, found=None, chosen=0, looked=None), ()


def _answered(state: SearchState, text: str) -> Step[SearchState]:
    """Where lines are typed: the number of a hit opens it, any other line is looked for in place of the last."""
    if text.isdecimal() and len(text) < 5 and 1 <= int(text) <= len(state.hits):
        there = replace(state, chosen=int(text) - 1)
        return there, (OpenHit(there.hit),)
    return _asked(state, EMPTY.typed(text, LIMIT)) if text else (state, ())


def _found(state: SearchState, found: Found) -> Step[SearchState]:
    """The hits, with the cursor where it was if they are for the same text again."""
    if found.text != state.line.text:
        return state, ()
    chosen = 0
    if state.is_fresh and state.hits:
        places = [place for place, hit in enumerate(found.hits) if hit.id == state.hit.id]
        chosen = places[0] if places else min(state.chosen, max(0, len(found.hits) - 1))
    there = replace(state, found=found, chosen=chosen, opens=False)
    if not found.hits:
        return replace(there, looked=None), ()
    return there, (OpenHit(there.hit),) if state.opens else (LookAt(there.hit),)


def _edited(state: SearchState, in_use: bool, problem: str, look: Look) -> Step[SearchState]:
    words = look.words.screens.review
    message = words.edit_broken.format(problem=problem) if problem else words.edit_unchanged
    told = replace(state, message=words.edited if in_use else message)
    return told, refresh(told) if in_use else ()


Act = Callable[[SearchState, Moment], Step[SearchState]]


def _with_line(change: Callable[[Line], Line]) -> Act:
    def act(state: SearchState, _: Moment) -> Step[SearchState]:
        return _asked(state, change(state.line))

    return act


def _moved(by: int) -> Act:
    def act(state: SearchState, _: Moment) -> Step[SearchState]:
        return _at(state, (state.chosen + by) % len(state.hits))

    return act


def _paged(by: int) -> Act:
    def act(state: SearchState, _: Moment) -> Step[SearchState]:
        return _at(state, min(max(0, state.chosen + by), len(state.hits) - 1))

    return act


def _at(state: SearchState, place: int) -> Step[SearchState]:
    """The hit under the cursor is looked at; at the last one more are looked for."""
    there, count = replace(state, chosen=place), len(state.hits)
    if place < count - 1 or not there.is_fresh or not there.found or there.found.total <= count:
        return there, (LookAt(there.hit),)
    return there, (LookAt(there.hit), Find(there.line.text, count + MORE))


def _open(state: SearchState, _: Moment) -> Step[SearchState]:
    if not state.is_fresh:
        return replace(state, opens=True), ()
    return state, (OpenHit(state.hit),)


def _edit(state: SearchState, _: Moment) -> Step[SearchState]:
    return state, (EditHit(state.hit),)


def _review(state: SearchState, moment: Moment) -> Step[SearchState]:
    return state, (ReviewItems(tuple(hit.id for hit in state.hits), moment),)


def _clear_or_leave(state: SearchState, _: Moment) -> Step[SearchState]:
    return _asked(state, EMPTY) if state.line.text else (state, (Pop(),))


def _may_open(state: SearchState) -> bool:
    """Whether there is a hit, or may be one soon."""
    return bool(state.line.text.strip()) and (bool(state.hits) or not state.is_fresh)


def _any(state: SearchState) -> bool:
    return bool(state.hits)


def _is_clear(state: SearchState) -> bool:
    return not state.line.text


def _is_not_clear(state: SearchState) -> bool:
    return bool(state.line.text)


KEYS: tuple[Binding[SearchState], ...] = (
    Binding(("enter",), "Enter", lambda w: w.open, _open, _may_open),
    Binding(("down", "ctrl-n"), "↓", lambda w: w.move, _moved(1), _any),
    Binding(("up", "ctrl-p"), "↑", lambda w: w.move, _moved(-1), _any, quiet=True),
    Binding(("pagedown",), "PgDn", lambda w: w.move, _paged(PAGE), _any, quiet=True),
    Binding(("pageup",), "PgUp", lambda w: w.move, _paged(-PAGE), _any, quiet=True),
    Binding(("ctrl-e",), "Ctrl-E", lambda w: w.edit, _edit, _any),
    Binding(("ctrl-r",), "Ctrl-R", lambda w: w.review, _review, _any),
    Binding(("backspace",), "Backspace", lambda w: w.erase, _with_line(Line.erased), quiet=True),
    Binding(("delete",), "Delete", lambda w: w.erase, _with_line(Line.deleted), quiet=True),
    Binding(("ctrl-w",), "Ctrl-W", lambda w: w.erase, _with_line(Line.word_erased), quiet=True),
    Binding(("ctrl-u",), "Ctrl-U", lambda w: w.clear, _with_line(lambda _: EMPTY), quiet=True),
    Binding(("left",), "←", lambda w: w.move, _with_line(Line.left), quiet=True),
    Binding(("right",), "→", lambda w: w.move, _with_line(Line.right), quiet=True),
    Binding(("home",), "Home", lambda w: w.move, _with_line(Line.at_start), quiet=True),
    Binding(("end",), "End", lambda w: w.move, _with_line(Line.at_end), quiet=True),
    Binding(("escape",), "Esc", lambda w: w.clear, _clear_or_leave, _is_not_clear),
    Binding(("escape",), "Esc", lambda w: w.back, _clear_or_leave, _is_clear),
)
"""What the keys do that are no text."""

_COMMANDS = frozenset(key for binding in KEYS for key in binding.keys)
