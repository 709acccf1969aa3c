"""What the keys do at the end of a session."""

from collections.abc import Callable
from dataclasses import replace

from studycli.core.moment import Moment
from studycli.ui.bindings import Binding, Step
from studycli.ui.effects import FindMore, More
from studycli.ui.navigation import Pop, Push, leave
from studycli.ui.screens.help_page import open_help
from studycli.ui.screens.review_state import Act, ReviewState, can_undo, undo
from studycli.ui.screens.topics import TopicsState


def end_choices(state: ReviewState) -> tuple[More | None, ...]:
    """What the end offers, in order; None leaves. Under a plan nothing is set aside for tomorrow."""
    ahead = (More.TOMORROW,) if state.scheduling.plan is None else ()
    return (More.TEN, More.TOPIC, *ahead, None)


_MOST = 4
"""As many choices as there ever are."""


def _choose(index: int) -> Act:
    def act(state: ReviewState, moment: Moment) -> Step[ReviewState]:
        chosen = replace(state, chosen=index)
        match end_choices(state)[index]:
            case None:
                return chosen, (Pop(),)
            case More.TOPIC:
                return chosen, (Push(TopicsState(state.topics, state.language)),)
            case more:
                return chosen, (FindMore(more, None, moment),)

    return act


def _choose_current(state: ReviewState, moment: Moment) -> Step[ReviewState]:
    return _choose(state.chosen)(state, moment)


def _offers(index: int) -> Callable[[ReviewState], bool]:
    def when(state: ReviewState) -> bool:
        return index < len(end_choices(state))

    return when


def _moved(by: int) -> Act:
    def act(state: ReviewState, _: Moment) -> Step[ReviewState]:
        return replace(state, chosen=(state.chosen + by) % len(end_choices(state))), ()

    return act


END_KEYS: tuple[Binding[ReviewState], ...] = (
    *(
        Binding(
            (str(index + 1),), str(index + 1), lambda w: w.choose, _choose(index), _offers(index), quiet=True
        )
        for index in range(_MOST)
    ),
    Binding(("down", "j"), "↓ j", lambda w: w.move, _moved(1), quiet=True),
    Binding(("up", "k"), "↑ k", lambda w: w.move, _moved(-1), quiet=True),
    Binding(("enter", "space"), "Enter", lambda w: w.choose, _choose_current),
    Binding(("u",), "u", lambda w: w.undo, undo, can_undo),
    Binding(("?",), "?", lambda w: w.help, open_help(lambda: END_KEYS)),
    Binding(("q", "escape"), "q", lambda w: w.quit, leave),
)
"""What the keys do at the end of a session."""
