"""A line of text against a question or card."""

from dataclasses import dataclass, replace

from rich.console import Group
from rich.text import Text

from studycli.core.library import Text as LocalText
from studycli.core.moment import Moment
from studycli.ui.bindings import Binding, Step, dispatch, hints
from studycli.ui.deck import Deck, DisputedKind, QuestionDeck
from studycli.ui.events import Key, Size
from studycli.ui.exam_effects import Saved, SaveFailed
from studycli.ui.frame import Frame, end_of_body, footer, inset
from studycli.ui.line import joined
from studycli.ui.look import Look
from studycli.ui.navigation import Pop, leave
from studycli.ui.practice_effects import Disputed, SaveDispute
from studycli.ui.screens.question import one_line
from studycli.ui.theme import Role

LIMIT = 500
"""The longest text, in characters."""

_CURSOR = "_"


@dataclass(frozen=True, slots=True)
class DisputeState:
    """What is disputed (full id, and the text by which the person knows it), and what was typed so far.

    ``was`` is what was held against it before.
    """

    what: DisputedKind
    id: str
    about: LocalText
    language: str
    text: str = ""
    was: str = ""
    message: str = ""


def opened(
    deck: Deck | QuestionDeck, what: DisputedKind, item: str, about: LocalText, language: str
) -> DisputeState:
    """The screen on a question or card, with what is held against it already."""
    was = deck.dispute(what, item)
    return DisputeState(what, item, about, language, was, was)


def update(state: DisputeState, event: object, look: Look) -> Step[DisputeState]:
    """Take text down, save it, or leave."""
    match event:
        case Key("enter") if not (_said(state) or state.was):
            return replace(state, message=look.words.dispute.empty), ()
        case Key(name, moment) if name in _COMMANDS:
            return dispatch(KEYS, replace(state, message=""), name, moment)
        case Key(text=text):
            return _typed(replace(state, message=""), text, look), ()
        case Saved():
            return state, (Pop(Disputed(bool(_said(state)))),)
        case SaveFailed(text):
            return replace(state, message=look.words.screens.review.not_saved.format(reason=text)), ()
        case _:
            return state, ()


def _typed(state: DisputeState, typed: str, look: Look) -> DisputeState:
    """The text with one more character, or a paste, on its one line."""
    text = joined(state.text, typed)
    if len(text) > LIMIT:
        return replace(state, text=text[:LIMIT], message=look.words.dispute.full)
    return replace(state, text=text)


def _said(state: DisputeState) -> str:
    return state.text.strip()


def _save(state: DisputeState, moment: Moment) -> Step[DisputeState]:
    return state, (SaveDispute(state.what, state.id, _said(state), moment),)


def _erase(state: DisputeState, _: Moment) -> Step[DisputeState]:
    return replace(state, text=state.text[:-1]), ()


KEYS: tuple[Binding[DisputeState], ...] = (
    Binding(("enter",), "Enter", lambda w: w.save, _save),
    Binding(("backspace",), "Backspace", lambda w: w.erase, _erase),
    Binding(("escape",), "Esc", lambda w: w.back, leave),
)
"""What the keys do that are no text."""

_COMMANDS = frozenset(key for binding in KEYS for key in binding.keys)


def _headline(state: DisputeState, look: Look) -> str:
    words = look.words.dispute
    return f"{words.title} · {words.question if state.what == 'question' else words.card}"


def _prompt(state: DisputeState, look: Look) -> str:
    return look.words.dispute.change if state.was else look.words.dispute.prompt


def told(event: Disputed, look: Look) -> str:
    """What to say of a dispute once it is written."""
    return look.words.dispute.saved if event.is_open else look.words.dispute.settled


def view(state: DisputeState, size: Size, look: Look) -> Frame:
    """What it is about in one line, and the text with a cursor at its end."""
    about = one_line(state.about, state.language)
    body = Group(
        Text(about, style=look.theme[Role.MUTED], no_wrap=True, overflow="ellipsis"),
        Text(_prompt(state, look)),
        Text(""),
        Text.assemble(state.text, (_CURSOR, look.theme[Role.ACCENT]), overflow="fold"),
    )
    return Frame(
        Text(_headline(state, look), style=look.theme[Role.TITLE]),
        Text(f"{len(state.text)}/{LIMIT}", style=look.theme[Role.MUTED]),
        inset(body, size),
        footer(hints(KEYS, state, look.words.screens.keys), size.width, 1, look.theme),
        look,
        size,
        LIMIT,
        state.message,
    )


def cursor(state: DisputeState, size: Size, look: Look) -> tuple[int, int]:
    """The cell where text is typed: there an input method shows the syllable that is not finished."""
    return end_of_body(view(state, size, look))


def spoken(state: DisputeState, look: Look) -> list[str]:
    """What is asked and what was typed, as lines to be read aloud."""
    keys = look.words.screens.keys
    lines = [
        _headline(state, look),
        one_line(state.about, state.language),
        state.message or _prompt(state, look),
        state.text,
        f"Enter: {keys.save}, escape: {keys.back}",
    ]
    return [line for line in lines if line]
