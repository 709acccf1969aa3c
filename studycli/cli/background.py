"""What is carried out beside the screens, in processes of their own: searching, and planning ahead."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from typing import Final

from studycli.cli.notices import error_text
from studycli.cli.planned_today import PlannedToday
from studycli.cli.today import today_of
from studycli.cli.wiring import Wiring
from studycli.errors import StudyError
from studycli.ui.background import Background
from studycli.ui.effects import Failed, LookAhead, LookedAhead, PlanAhead
from studycli.ui.events import Effect, Event
from studycli.ui.program import Handle
from studycli.ui.screens.plan import LoadPlan, PlanLoaded

_LAST_S: Final = 1.5
"""Seconds that leaving waits at most for what the next session would start with; it can do without."""

_ONE_THREAD: Final = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS")
"""Small matrices gain nothing from more than one, and the screen would lose its core."""


@contextmanager
def background(screen: Wiring) -> Iterator[Handle]:
    """What carries out the background effects of a screen, in a process that was split off its own."""
    with ExitStack() as opened:
        find: Handle | None = None

        def handle(effect: Effect) -> Event | None:
            nonlocal find
            if isinstance(effect, LoadPlan | LookAhead | PlanAhead):
                return _planned(screen, effect)
            from studycli.cli.searching import searching  # noqa: PLC0415 - few sessions search

            find = find or opened.enter_context(searching(screen))
            return find(effect)

        yield handle


def finish_plan(wiring: Wiring) -> None:
    """Leave what the next sessions start with, if it is not there yet; beside this process, and not for long."""
    try:
        if _is_planned(wiring):
            return
    except (StudyError, sqlite3.Error):
        return
    last = Background(partial(background, wiring))
    try:
        last.put(PlanAhead())
        last.wait(_LAST_S)
    finally:
        last.close(0.0)


def _planned(screen: Wiring, effect: LoadPlan | LookAhead | PlanAhead) -> Event | None:
    """Plan with log, settings and parameters as they are now; where that fails, sessions are greedy."""
    for name in _ONE_THREAD:
        os.environ.setdefault(name, "1")
    wiring = screen.apart()
    try:
        if isinstance(effect, LoadPlan):
            return _loaded(wiring)
        with suppress(StudyError, sqlite3.Error):
            return _looked_ahead(wiring, effect)
        return None
    finally:
        if wiring.cache is not screen.cache:
            wiring.close()


def _loaded(wiring: Wiring) -> PlanLoaded | Failed:
    from studycli.cli.foreseeing import loaded_plan  # noqa: PLC0415 - a search needs none

    try:
        return loaded_plan(wiring)
    except StudyError as error:
        return Failed(error_text(error, wiring.words))


def _looked_ahead(wiring: Wiring, effect: LookAhead | PlanAhead) -> LookedAhead | None:
    if isinstance(effect, LookAhead):
        from studycli.cli.foreseeing import looked_ahead  # noqa: PLC0415

        return looked_ahead(wiring)
    today = today_of(wiring, wiring.clock().at)
    if isinstance(today, PlannedToday):
        today.keep_ahead()
    return None


def _is_planned(wiring: Wiring) -> bool:
    wiring.learner.refresh()
    today = today_of(wiring, wiring.clock().at)
    return not isinstance(today, PlannedToday) or today.is_priced
