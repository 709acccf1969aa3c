"""The program as one State: a stack of screens. Routes events to the top one and carries out navigation."""

from dataclasses import dataclass, replace
from types import ModuleType
from typing import Any

from studycli.core.moment import Moment
from studycli.ui.events import Continued, Effect, Event, Key, Quit, Resized, Size, Tick
from studycli.ui.exam_effects import OpenReport
from studycli.ui.frame import Frame, follow_scroll, scroll_limit
from studycli.ui.look import Look
from studycli.ui.navigation import Pop, Push, Replace
from studycli.ui.screens import (
    browse,
    dispute,
    end,
    exam,
    exam_rules,
    exam_state,
    exam_view,
    help_page,
    home,
    info,
    leeches,
    note,
    plan,
    practice,
    practice_end,
    practice_view,
    question_page,
    report,
    report_list,
    report_question,
    review,
    review_view,
    search,
    search_view,
    suspended,
    topics,
)
from studycli.ui.screens.browse import BrowseState
from studycli.ui.screens.dispute import DisputeState
from studycli.ui.screens.exam_rules import RulesState
from studycli.ui.screens.exam_state import ExamState, Panel
from studycli.ui.screens.help_page import HelpState
from studycli.ui.screens.home_state import HomeState, LoadHome
from studycli.ui.screens.info import InfoState
from studycli.ui.screens.leeches import LeechesState
from studycli.ui.screens.note import NoteState
from studycli.ui.screens.plan import LoadPlan, PlanState
from studycli.ui.screens.practice_state import PracticeState
from studycli.ui.screens.question_page import QuestionPageState
from studycli.ui.screens.report import ReportState
from studycli.ui.screens.report_list import ReportListState
from studycli.ui.screens.report_question import ReportQuestionState
from studycli.ui.screens.review_state import ReviewState
from studycli.ui.screens.search import SearchState
from studycli.ui.screens.suspended import SuspendedState
from studycli.ui.screens.topics import TopicsState

Screen = (
    HomeState
    | ReviewState
    | NoteState
    | InfoState
    | HelpState
    | TopicsState
    | SuspendedState
    | LeechesState
    | PlanState
    | RulesState
    | ExamState
    | PracticeState
    | ReportState
    | ReportListState
    | ReportQuestionState
    | DisputeState
    | QuestionPageState
    | BrowseState
    | SearchState
)

_UPDATES: dict[type, ModuleType] = {
    HomeState: home,
    ReviewState: review,
    NoteState: note,
    InfoState: info,
    HelpState: help_page,
    TopicsState: topics,
    SuspendedState: suspended,
    LeechesState: leeches,
    PlanState: plan,
    RulesState: exam_rules,
    ExamState: exam,
    PracticeState: practice,
    ReportState: report,
    ReportListState: report_list,
    ReportQuestionState: report_question,
    DisputeState: dispute,
    QuestionPageState: question_page,
    BrowseState: browse,
    SearchState: search,
}


@dataclass(frozen=True, slots=True)
class App:
    """Screens, the one on top last; the window; how everything looks."""

    stack: tuple[Screen, ...]
    size: Size
    look: Look


@dataclass(frozen=True, slots=True)
class Started(Event):
    """A session or a sitting is ready to be shown, with what it asks for first."""

    screen: Screen
    effects: tuple[Effect, ...]


@dataclass(frozen=True, slots=True)
class Opened(Event):
    """A screen that had to be looked up first."""

    screen: Screen


@dataclass(frozen=True, slots=True)
class LookChanged(Event):
    """Language or theme were changed."""

    look: Look


Result = tuple[App, tuple[Effect, ...]]


def update(app: App, event: object) -> Result:
    """The next state, and what the shell is to do."""
    match event:
        case Resized(size):
            return _settled(replace(app, size=size)), ()
        case LookChanged(look):
            stack = tuple(_in_language(screen, look.language) for screen in app.stack)
            return replace(app, look=look, stack=stack), (LoadHome(),)
        case Continued(moment):
            return replace(app, stack=tuple(_continued(screen, moment) for screen in app.stack)), ()
        case Started(screen, effects):
            return replace(app, stack=(*app.stack, screen)), effects
        case Opened(opened):
            return replace(app, stack=(*app.stack, opened)), ()
    if isinstance(event, Key | Tick):
        app, over = _run_on(app, event.moment)
        if over:
            return app, over
    top = app.stack[-1]
    screen, effects = _UPDATES[type(top)].update(top, event, app.look)
    after, left = _navigated(replace(app, stack=(*app.stack[:-1], screen)), effects)
    return _settled(after), left


def _run_on(app: App, moment: Moment) -> Result:
    """A sitting below the top goes by the clock too; once its time is up it comes to the top."""
    for place, screen in enumerate(app.stack[:-1]):
        if isinstance(screen, ExamState):
            after, effects = exam.run_on(screen, moment)
            above = () if effects else app.stack[place + 1 :]
            return replace(app, stack=(*app.stack[:place], after, *above)), effects
    return app, ()


def _navigated(app: App, effects: tuple[Effect, ...]) -> Result:
    """Carry out what concerns the stack; return the rest."""
    left: list[Effect] = []
    for effect in effects:
        match effect:
            case Push(screen):
                app = replace(app, stack=(*app.stack, _screen(screen)))
            case Replace(screen):
                app = replace(app, stack=(*app.stack[:-1], _screen(screen)))
            case Pop(result):
                app, more = _popped(app, result)
                left += more
            case _:
                left.append(effect)
    return app, tuple(left)


def _popped(app: App, result: object) -> Result:
    if len(app.stack) == 1:
        return app, (Quit(),)
    below = replace(app, stack=app.stack[:-1])
    if result is not None:
        return update(below, result)
    return below, _refreshing(below.stack[-1], app.stack[-1])


def _refreshing(screen: Screen, left: Screen) -> tuple[Effect, ...]:
    """What brings up to date a screen that is on top again, after another was left."""
    match screen:
        case HomeState():
            return (LoadHome(),)
        case BrowseState():
            return (browse.load(screen),)
        case SearchState():
            return search.refresh(screen)
        case ReportState(exam):
            return (OpenReport(exam.attempt),)
        case PlanState() if isinstance(left, LeechesState):
            return (LoadPlan(),)
    return ()


def _screen(screen: object) -> Screen:
    if not isinstance(screen, Screen):
        raise TypeError(f"not a screen: {screen!r}")
    return screen


def _in_language(screen: Screen, language: str) -> Screen:
    return replace(screen, language=language) if isinstance(screen, HomeState) else screen


def _continued(screen: Screen, moment: Moment) -> Screen:
    return exam_state.continued(screen, moment) if isinstance(screen, ExamState) else screen


def _settled(app: App) -> App:
    """No screen stays scrolled beyond its end; an answer just revealed is in view."""
    top = app.stack[-1]
    if isinstance(top, ExamState) and top.panel is Panel.QUESTION:
        return replace(app, stack=(*app.stack[:-1], exam_view.settled(top, app.size, app.look)))
    if isinstance(top, PracticeState):
        return replace(app, stack=(*app.stack[:-1], practice_view.settled(top, app.size, app.look)))
    if isinstance(top, HelpState | RulesState | ReportState | PlanState) and top.scroll:
        limit = scroll_limit(view(app, app.size))
        return replace(app, stack=(*app.stack[:-1], replace(top, scroll=min(top.scroll, limit))))
    if isinstance(top, ReviewState) and top.follow:
        scroll = follow_scroll(view(app, app.size))
        return replace(app, stack=(*app.stack[:-1], replace(top, follow=False, scroll=scroll)))
    scrolling = ReviewState | NoteState | ReportQuestionState | QuestionPageState
    if isinstance(top, scrolling) and (top.scroll or top.x_scroll):
        frame = view(app, app.size)
        settled = replace(
            top,
            scroll=min(top.scroll, scroll_limit(frame)),
            x_scroll=min(top.x_scroll, frame.sideways),
        )
        return replace(app, stack=(*app.stack[:-1], settled))
    return app


def _shows(screen: Screen) -> Any:
    """The module that shows a screen."""
    if isinstance(screen, ReviewState):
        return review_view if screen.card else end
    if isinstance(screen, PracticeState):
        return practice_view if screen.shown else practice_end
    if isinstance(screen, ExamState):
        return exam.shown_by(screen)
    if isinstance(screen, SearchState):
        return search_view
    return _UPDATES[type(screen)]


def view(app: App, size: Size) -> Frame:
    """The top screen in its frame."""
    frame: Frame = _shows(app.stack[-1]).view(app.stack[-1], size, app.look)
    return frame


def cursor(app: App, size: Size) -> tuple[int, int] | None:
    """The cell where text is typed on the top screen, if it is."""
    match app.stack[-1]:
        case SearchState() as top:
            return search_view.cursor(top, size)
        case DisputeState() as top:
            return dispute.cursor(top, size, app.look)
    return None


def spoken(app: App) -> list[str]:
    """The top screen as lines to be read aloud."""
    lines: list[str] = _shows(app.stack[-1]).spoken(app.stack[-1], app.look)
    return lines
