"""The exam screen: what every event makes of a sitting. Which module shows it depends on its panel."""

from dataclasses import replace
from types import ModuleType
from typing import Any

from studycli.core.moment import Moment
from studycli.ui.bindings import Binding, Step, dispatch
from studycli.ui.effects import Failed
from studycli.ui.events import Key, Tick
from studycli.ui.exam_effects import ReportReady, Saved, SaveFailed
from studycli.ui.look import Look
from studycli.ui.navigation import Replace
from studycli.ui.screens import exam_confirm, exam_grid, exam_over, exam_view
from studycli.ui.screens.exam_keys import QUESTION_KEYS
from studycli.ui.screens.exam_state import ExamState, Panel, clocked, failed, flushed, noted, quieted, saved

_KEYS: dict[Panel, tuple[Binding[Any], ...]] = {
    Panel.QUESTION: QUESTION_KEYS,
    Panel.GRID: exam_grid.KEYS,
    Panel.CONFIRM: exam_confirm.KEYS,
    Panel.OVER: exam_over.KEYS,
}
_VIEWS: dict[Panel, ModuleType] = {
    Panel.QUESTION: exam_view,
    Panel.GRID: exam_grid,
    Panel.CONFIRM: exam_confirm,
    Panel.OVER: exam_over,
}
_MOVES = frozenset({"up", "down", "j", "k"})


def update(state: ExamState, event: object, _: Look) -> Step[ExamState]:
    """The next state, and what the shell is to do."""
    match event:
        case Key(name, moment):
            return _pressed(state, name, moment)
        case Tick(moment):
            return flushed(noted(state, moment))
        case Saved():
            return saved(state)
        case SaveFailed(text) | Failed(text):
            return failed(state, text)
        case ReportReady(screen):
            return state, (Replace(screen),)
        case _:
            return state, ()


def run_on(state: ExamState, moment: Moment) -> Step[ExamState]:
    """The clock of a sitting that is not on top; effects come only if its time is up."""
    after = clocked(state, moment)
    return flushed(after) if after.is_over else (after, ())


def shown_by(state: ExamState) -> ModuleType:
    """The module that shows it."""
    return _VIEWS[state.panel]


def _pressed(state: ExamState, name: str, moment: Moment) -> Step[ExamState]:
    was_open = not state.is_over
    state = clocked(state, moment)
    if was_open and state.is_over:  # the key came too late
        return flushed(state)
    after, effects = dispatch(_KEYS[state.panel], quieted(state), name, moment)
    if state.striking and name not in _MOVES:
        after = replace(after, striking=False)
    return (after, effects) if effects else flushed(after)
