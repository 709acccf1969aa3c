"""The home screen: where you stand, and a menu of what there is."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from rich.console import Group
from rich.text import Text

from studycli.core.moment import Moment
from studycli.ui.bindings import Binding, Step, dispatch, hints
from studycli.ui.effects import Failed, LookAhead, LookedAhead, More, StartReview
from studycli.ui.events import Effect, Key, Size
from studycli.ui.frame import ROOMY, WIDE, Frame, footer, inset, menu
from studycli.ui.look import Look
from studycli.ui.navigation import Pop, Push, leave
from studycli.ui.screens import browse
from studycli.ui.screens.browse import BrowseState
from studycli.ui.screens.help_page import HelpState, open_help
from studycli.ui.screens.home_state import (
    NUMBERS,
    AskPlan,
    Choice,
    Home,
    HomeLoaded,
    HomeState,
    LoadSuspended,
    OpenSettings,
    Recount,
    Recounted,
    StartExam,
    StartPractice,
    choices,
    labels,
    menu_keys,
    numbered,
)
from studycli.ui.screens.home_summary import summary_lines
from studycli.ui.screens.leeches import LoadLeeches
from studycli.ui.screens.plan import LoadPlan, PlanState
from studycli.ui.screens.search import SearchState
from studycli.ui.screens.topics import TopicChosen, TopicsState
from studycli.ui.theme import Role


def update(state: HomeState, event: object, _: Look) -> Step[HomeState]:
    """Move, choose, start; take news."""
    match event:
        case HomeLoaded(home):
            return _loaded(state, home), look_ahead(home)
        case LookedAhead(foresight):
            home = state.home._replace(foresight=foresight, is_stale=False)
            return replace(state, home=home), (Recount(),)
        case Recounted(home):
            return _loaded(state, home), ()
        case Failed(text):
            return replace(state, message=text), ()
        case TopicChosen(topic, moment):
            return state, (StartReview(More.TOPIC, topic, moment),)
        case Key(name, moment):
            return dispatch(KEYS, replace(state, message=""), name, moment)
        case _:
            return state, ()


def _loaded(state: HomeState, home: Home) -> HomeState:
    """The state with the cursor on the same row, wherever it is now."""
    before, rows = choices(state.home)[state.chosen], choices(home)
    chosen = rows.index(before) if before in rows else min(state.chosen, len(rows) - 1)
    return replace(state, home=home, chosen=chosen)


def look_ahead(home: Home) -> tuple[Effect, ...]:
    """What a home asks for once it is drawn."""
    return (LookAhead(),) if home.is_stale else ()


def _choose(index: int) -> Callable[[HomeState, Moment], Step[HomeState]]:
    def act(state: HomeState, moment: Moment) -> Step[HomeState]:
        return replace(state, chosen=index), _DOES[choices(state.home)[index]](state, moment)

    return act


def _plan(state: HomeState, _: Moment) -> tuple[Effect, ...]:
    return (Push(PlanState(state.language)), LoadPlan()) if state.home.is_planned else (AskPlan(),)


def _notes(state: HomeState, _: Moment) -> tuple[Effect, ...]:
    below = BrowseState(state.language)
    return Push(below), browse.load(below)


_DOES: Mapping[Choice, Callable[[HomeState, Moment], tuple[Effect, ...]]] = {
    Choice.START: lambda _, moment: (StartReview(None, None, moment),),
    Choice.TOPIC: lambda state, _: (Push(TopicsState(state.home.topics, state.language)),),
    Choice.TOMORROW: lambda _, moment: (StartReview(More.TOMORROW, None, moment),),
    Choice.CRAM: lambda _, moment: (StartReview(More.CRAM, None, moment),),
    Choice.PLAN: _plan,
    Choice.EXAM: lambda _, moment: (StartExam(moment),),
    Choice.PRACTICE: lambda _, moment: (StartPractice(moment),),
    Choice.NOTES: _notes,
    Choice.SEARCH: lambda state, _: (Push(SearchState(state.language)),),
    Choice.LEECHES: lambda state, _: (LoadLeeches(state.home.leeches),),
    Choice.SUSPENDED: lambda state, _: (LoadSuspended(state.home.suspended),),
    Choice.SETTINGS: lambda _state, _moment: (OpenSettings(),),
    Choice.HELP: lambda _state, _moment: (Push(HelpState(KEYS)),),
    Choice.QUIT: lambda _state, _moment: (Pop(),),
}
"""What the rows of the menu ask for."""


def _choose_current(state: HomeState, moment: Moment) -> Step[HomeState]:
    return _choose(state.chosen)(state, moment)


def _offers(index: int) -> Callable[[HomeState], bool]:
    def when(state: HomeState) -> bool:
        return index < len(numbered(state.home))

    return when


def _moved(by: int) -> Callable[[HomeState, Moment], Step[HomeState]]:
    def act(state: HomeState, _: Moment) -> Step[HomeState]:
        return replace(state, chosen=(state.chosen + by) % len(choices(state.home))), ()

    return act


def _search(state: HomeState, _: Moment) -> Step[HomeState]:
    return state, (Push(SearchState(state.language)),)


def _settings(state: HomeState, _: Moment) -> Step[HomeState]:
    return state, (OpenSettings(),)


KEYS: tuple[Binding[HomeState], ...] = (
    *(
        Binding((digit,), digit, lambda w: w.choose, _choose(index), _offers(index), quiet=True)
        for index, digit in enumerate(NUMBERS)
    ),
    Binding(("down", "j"), "↓ j", lambda w: w.move, _moved(1)),
    Binding(("up", "k"), "↑ k", lambda w: w.move, _moved(-1), quiet=True),
    Binding(("enter", "space"), "Enter", lambda w: w.choose, _choose_current),
    Binding(("/",), "/", lambda w: w.search, _search),
    Binding(("s",), "s", lambda w: w.settings, _settings, quiet=True),
    Binding(("?",), "?", lambda w: w.help, open_help(lambda: KEYS)),
    Binding(("q", "escape"), "q", lambda w: w.quit, leave),
)
"""What the keys do at home."""


def view(state: HomeState, size: Size, look: Look) -> Frame:
    """The summary above the menu."""
    words = look.words.screens
    lines = [Text(line) for line in summary_lines(state.home, look.words)]
    names = labels(state.home, words.home)
    shown = [names[choice] for choice in choices(state.home)]
    rows = menu(shown, state.chosen, look.theme, menu_keys(state.home))
    roomy = size.height >= ROOMY
    body = Group(*lines, *([Text("")] if roomy else []), *rows)
    height = max(1, size.height - 4)
    wrapped = sum(-(-line.cell_len // size.width) or 1 for line in lines)
    below = wrapped + roomy + state.chosen + 1
    home = state.home
    counts = words.home.library(home.notes, home.cards, home.questions)
    library = Text(counts, style=look.theme[Role.MUTED])
    return Frame(
        Text(words.home.title, style=look.theme[Role.TITLE]),
        library if size.width >= WIDE else Text(""),
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
    names = labels(state.home, words)
    rows = zip(menu_keys(state.home), choices(state.home), strict=True)
    menu = [f"{key}: {names[choice]}" for key, choice in rows]
    told = filter(None, summary_lines(state.home, look.words))
    return [*told, *([state.message] if state.message else []), *menu]
