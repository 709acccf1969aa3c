"""A question that was found, by itself: its options, which are right and why, and the notes behind it."""

from dataclasses import dataclass, replace

from rich.console import Group, RenderableType
from rich.text import Text

from studycli.core.exam.paper import PaperItem
from studycli.core.moment import Moment
from studycli.ui.bindings import Binding, Step, dispatch, hints, spoken_hints
from studycli.ui.deck import QuestionDeck, next_language
from studycli.ui.effects import Failed
from studycli.ui.events import Key, Size
from studycli.ui.frame import Frame, footer, inset, width_of
from studycli.ui.look import Look
from studycli.ui.navigation import Push, leave
from studycli.ui.practice_effects import Disputed
from studycli.ui.reading_effects import ReviewItems
from studycli.ui.screens import dispute
from studycli.ui.screens.help_page import open_help
from studycli.ui.screens.note import NoteState
from studycli.ui.screens.question import (
    Shown,
    background,
    explained_options,
    localized,
    looked_up,
    next_note,
    note_place,
    overflow,
    spoken_explained,
    spoken_text,
)
from studycli.ui.scrolling import PAGE, SIDE, scrolled, sideways
from studycli.ui.search_effects import EditHit, HitEdited, HitRow
from studycli.ui.theme import Role


@dataclass(frozen=True, slots=True)
class QuestionPageState:
    """The hit that was opened, its question, its language, and where the window stands on it."""

    hit: HitRow
    deck: QuestionDeck
    shown: Shown
    language: str
    notes_opened: int = 0
    scroll: int = 0
    x_scroll: int = 0
    message: str = ""


def opened(deck: QuestionDeck, hit: HitRow, language: str) -> QuestionPageState | None:
    """The page of a question; None if it is gone from the bank."""
    face = deck.question(hit.id)
    if face is None:
        return None
    right = tuple(option for option in face.options if option in face.right)
    item = PaperItem(hit.id, hit.topic, face.domain, tuple(face.options), right, scored=True)
    shown = looked_up(deck, item)
    return QuestionPageState(hit, deck, shown, language) if shown else None


def update(state: QuestionPageState, event: object, look: Look) -> Step[QuestionPageState]:
    """Scroll, change the language, look behind it, edit, review the cards, or go back."""
    match event:
        case Key(name, moment):
            return dispatch(KEYS, replace(state, message=""), name, moment)
        case HitEdited(in_use, problem):
            return _edited(state, in_use, problem, look), ()
        case Disputed():
            return replace(state, message=dispute.told(event, look)), ()
        case Failed(text):
            return replace(state, message=text), ()
        case _:
            return state, ()


def _edited(state: QuestionPageState, in_use: bool, problem: str, look: Look) -> QuestionPageState:
    words = look.words.screens.review
    if not in_use:
        message = words.edit_broken.format(problem=problem) if problem else words.edit_unchanged
        return replace(state, message=message)
    now = opened(state.deck, state.hit, state.language)
    if now is None:
        return replace(state, message=look.words.question.gone.format(id=state.hit.id))
    return replace(now, message=words.edited)


def _toggle_language(state: QuestionPageState, _: Moment) -> Step[QuestionPageState]:
    return replace(state, language=next_language(state.shown.face.languages, state.language), scroll=0), ()


def _open_note(state: QuestionPageState, _: Moment) -> Step[QuestionPageState]:
    page = next_note(state.deck, state.shown.face, state.notes_opened)
    if page is None:
        return state, ()
    return replace(state, notes_opened=state.notes_opened + 1), (Push(NoteState(page, state.language)),)


def _dispute(state: QuestionPageState, _: Moment) -> Step[QuestionPageState]:
    face = state.shown.face
    return state, (Push(dispute.opened(state.deck, "question", face.id, face.stem, state.language)),)


def _edit(state: QuestionPageState, _: Moment) -> Step[QuestionPageState]:
    return state, (EditHit(state.hit),)


def _review(state: QuestionPageState, moment: Moment) -> Step[QuestionPageState]:
    return state, (ReviewItems((state.hit.id,), moment),)


def _has_notes(state: QuestionPageState) -> bool:
    return bool(state.shown.face.notes)


def _has_cards(state: QuestionPageState) -> bool:
    return bool(state.shown.cards)


KEYS: tuple[Binding[QuestionPageState], ...] = (
    Binding(("space", "pagedown"), "Space", lambda w: w.scroll, scrolled(PAGE)),
    Binding(("pageup",), "PgUp", lambda w: w.scroll, scrolled(-PAGE), quiet=True),
    Binding(("down", "j", "enter"), "↓ j", lambda w: w.scroll, scrolled(1), quiet=True),
    Binding(("up", "k"), "↑ k", lambda w: w.scroll, scrolled(-1), quiet=True),
    Binding((">", "right", "l"), ">", lambda w: w.sideways, sideways(SIDE), quiet=True),
    Binding(("<", "left", "h"), "<", lambda w: w.sideways, sideways(-SIDE), quiet=True),
    Binding(("n",), "n", lambda w: w.note, _open_note, _has_notes),
    Binding(("t",), "t", lambda w: w.language, _toggle_language),
    Binding(("r",), "r", lambda w: w.review, _review, _has_cards),
    Binding(("e",), "e", lambda w: w.edit, _edit),
    Binding(("d",), "d", lambda w: w.dispute, _dispute),
    Binding(("?",), "?", lambda w: w.help, open_help(lambda: KEYS)),
    Binding(("q", "escape"), "q", lambda w: w.back, leave),
)
"""What the keys do on the page."""


def view(state: QuestionPageState, size: Size, look: Look) -> Frame:
    """The question in its frame."""
    face = state.shown.face
    return Frame(
        Text(face.topic_title.read(state.language).text, style=look.theme[Role.TITLE]),
        Text(look.words.search.kinds(state.hit.kind.value), style=look.theme[Role.MUTED]),
        inset(Group(*_body(state, look)), size),
        footer(hints(KEYS, state, look.words.screens.keys), size.width, 1, look.theme),
        look,
        size,
        state.scroll,
        state.message or note_place(face, state.notes_opened, look),
        sideways=overflow(face, state.language, width_of(size)),
    )


def _body(state: QuestionPageState, look: Look) -> list[RenderableType]:
    shown, language = state.shown, state.language
    return [
        *localized(shown.face.stem, language, look, state.x_scroll),
        Text(""),
        explained_options(shown, (), language, look),
        *background(shown, language, look, state.x_scroll),
    ]


def spoken(state: QuestionPageState, look: Look) -> list[str]:
    """The question as lines to be read aloud."""
    face, language = state.shown.face, state.language
    lines = [
        face.topic_title.read(language).text,
        state.message or note_place(face, state.notes_opened, look),
        *spoken_text(face.stem, language),
        *spoken_explained(state.shown, (), language, look),
    ]
    return [*(line for line in lines if line), spoken_hints(KEYS, state, look.words.screens.keys)]
