"""The practice screen: what every event makes of it. What it shows is in ``practice_view`` and ``practice_end``."""

from dataclasses import replace

from studycli.ui.bindings import Step, dispatch
from studycli.ui.effects import Failed
from studycli.ui.events import Key
from studycli.ui.exam_effects import Saved, SaveFailed
from studycli.ui.look import Look
from studycli.ui.practice_effects import Disputed, PracticeFound
from studycli.ui.screens.dispute import told
from studycli.ui.screens.practice_keys import keys_of
from studycli.ui.screens.practice_state import PracticeState, explained, show_next


def update(state: PracticeState, event: object, look: Look) -> Step[PracticeState]:
    """The next state, and what the shell is to do."""
    match event:
        case Key(name, moment):
            calm = replace(state, message="", said=None, striking=False)
            return dispatch(keys_of(state), calm, name, moment)
        case Saved():
            return explained(state), ()
        case SaveFailed(text):
            return replace(state, message=look.words.screens.review.not_saved.format(reason=text)), ()
        case Failed(text):
            return replace(state, message=text), ()
        case Disputed():
            return replace(state, message=told(event, look)), ()
        case PracticeFound(items, moment):
            if not items:
                return replace(state, message=look.words.practice.nothing_more), ()
            return show_next(replace(state, waiting=items), moment), ()
        case _:
            return state, ()
