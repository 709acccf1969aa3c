"""What the exam shows while a question is on the screen."""

from dataclasses import replace

from rich.text import Text

from studycli.core.exam.engine import answer_shown, flagged, incomplete
from studycli.ui.bindings import hints, spoken_hints
from studycli.ui.events import Size
from studycli.ui.frame import ROOMY, Frame, footer, width_of
from studycli.ui.look import Look
from studycli.ui.screens.exam_header import clock_right, clock_spoken
from studycli.ui.screens.exam_keys import QUESTION_KEYS
from studycli.ui.screens.exam_page import (
    drawn,
    label_of,
    page_of,
    settled_scroll,
    spoken_options,
)
from studycli.ui.screens.exam_state import ExamState, news
from studycli.ui.screens.question import is_changed, overflow, spoken_text
from studycli.ui.theme import Role


def view(state: ExamState, size: Size, look: Look) -> Frame:
    """The question in its frame."""
    frame = _empty(state, size, look)
    page = page_of(state, size, frame.body_height, look)
    body = drawn(page, label_of(state, look), size, look)
    return replace(frame, body=body, scroll=page.regions.stem_top)


def settled(state: ExamState, size: Size, look: Look) -> ExamState:
    """The state with its scroll as this window allows it."""
    if not (state.turn or state.follow or state.scroll or state.x_scroll):
        return state
    scroll = settled_scroll(state, size, _empty(state, size, look).body_height, look)
    widest = overflow(state.face, state.language, width_of(size)) if state.x_scroll and state.face else 0
    return replace(state, scroll=scroll, turn=0, follow=False, x_scroll=min(state.x_scroll, widest))


def _empty(state: ExamState, size: Size, look: Look) -> Frame:
    """The frame around a question."""
    rows = 2 if size.height >= ROOMY else 1
    keys = hints(QUESTION_KEYS, state, look.words.screens.keys)
    return Frame(
        _headline(state, look),
        clock_right(state, look),
        Text(""),
        footer(keys, size.width, rows, look.theme),
        look,
        size,
        message=news(state, look.words),
    )


def _place(state: ExamState) -> str:
    return f"{min(state.attempt.place + 1, len(state.attempt.sheets))}/{len(state.attempt.sheets)}"


def _headline(state: ExamState, look: Look) -> Text:
    words, attempt = look.words.exam.sitting, state.attempt
    answered = len(attempt.sheets) - len(incomplete(attempt))
    flags = len(flagged(attempt))
    muted = look.theme[Role.MUTED]
    here = f" {words.flagged}" if answer_shown(attempt).flagged else ""
    return Text.assemble(
        (_place(state), look.theme[Role.TITLE]),
        (here, look.theme[Role.FLAG]),
        (f" · {words.answered(answered)}", muted),
        (f" · {words.flags(flags)}" if flags else "", muted),
    )


def spoken(state: ExamState, look: Look) -> list[str]:
    """The question as lines to be read aloud."""
    words = look.words
    lines = [_headline(state, look).plain, clock_spoken(state, look), news(state, words)]
    if state.face is not None:
        lines += spoken_text(state.face.stem, state.language)
        lines += [words.question.changed] if state.item and is_changed(state.face, state.item) else []
    elif state.item is not None:
        lines.append(words.question.gone.format(id=state.item.question))
    lines += [label_of(state, look), *spoken_options(state, look)]
    lines.append(spoken_hints(QUESTION_KEYS, state, words.screens.keys))
    return [line for line in lines if line]
