"""What practice shows: a question with its options, then the same with what is right and why."""

from dataclasses import replace

from rich.console import Group, RenderableType
from rich.text import Text

from studycli.ui.bindings import hints, spoken_hints
from studycli.ui.events import Size
from studycli.ui.frame import Frame, follow_scroll, footer, inset, scroll_limit, width_of
from studycli.ui.look import Look
from studycli.ui.screens.exam_page import (
    drawn,
    label_of,
    page_of,
    settled_scroll,
    spoken_options,
)
from studycli.ui.screens.practice_keys import keys_of
from studycli.ui.screens.practice_state import PracticeState
from studycli.ui.screens.question import (
    Shown,
    background,
    explained_options,
    localized,
    mark_of,
    note_place,
    overflow,
    spoken_explained,
    spoken_text,
)
from studycli.ui.theme import Role

_FOOTER_ROWS = 2


def view(state: PracticeState, size: Size, look: Look) -> Frame:
    """The question in its frame."""
    frame = _empty(state, size, look)
    if state.shown is None:
        return frame
    if state.explained:
        stem = _stem(state, state.shown, look)
        body = inset(Group(*stem, *_explanation(state, state.shown, look)), size)
        return replace(frame, body=body, lead=inset(Group(*stem), size), scroll=state.scroll)
    page = page_of(state, size, frame.body_height, look)
    return replace(frame, body=drawn(page, label_of(state, look), size, look), scroll=page.regions.stem_top)


def settled(state: PracticeState, size: Size, look: Look) -> PracticeState:
    """The state with its scroll as this window allows it; what an answer brought is in view."""
    if state.shown is None or not (state.turn or state.follow or state.scroll or state.x_scroll):
        return state
    frame = view(state, size, look)
    if not state.explained:
        scroll = settled_scroll(state, size, frame.body_height, look)
    elif state.follow:
        scroll = follow_scroll(frame)
    else:
        scroll = min(state.scroll, scroll_limit(frame)) if state.scroll else 0
    x_scroll = min(state.x_scroll, frame.sideways)
    return replace(state, scroll=scroll, turn=0, follow=False, x_scroll=x_scroll)


def _empty(state: PracticeState, size: Size, look: Look) -> Frame:
    """The frame around a question."""
    foot = hints(keys_of(state), state, look.words.screens.keys)
    return Frame(
        Text(_headline(state, look), style=look.theme[Role.TITLE]),
        Text(_progress(state, look), style=look.theme[Role.MUTED]),
        Text(""),
        footer(foot, size.width, _FOOTER_ROWS, look.theme, keep=2),
        look,
        size,
        message=news(state, look),
        sideways=overflow(state.face, state.language, width_of(size)) if state.face else 0,
    )


def _headline(state: PracticeState, look: Look) -> str:
    if state.face is None:
        return ""
    flag = f"{look.words.exam.sitting.flagged} " if state.answer.flagged else ""
    return flag + state.face.topic_title.read(state.language).text


def _progress(state: PracticeState, look: Look) -> str:
    number = len(state.results) + (not state.explained)
    return look.words.practice.progress.format(n=number, total=number + len(state.waiting))


def news(state: PracticeState, look: Look) -> str:
    """What there is to say now: that of the shell first."""
    if state.message:
        return state.message
    if state.said is not None:
        return state.said(look.words)
    opened = state.explained and state.face is not None
    return note_place(state.face, state.notes_opened, look) if opened and state.face else ""


def _stem(state: PracticeState, shown: Shown, look: Look) -> list[RenderableType]:
    return [*localized(shown.face.stem, state.language, look, state.x_scroll), Text("")]


def _explanation(state: PracticeState, shown: Shown, look: Look) -> list[RenderableType]:
    return [
        _verdict(state, shown, look),
        Text(""),
        explained_options(shown, state.answer.chosen, state.language, look),
        *background(shown, state.language, look, state.x_scroll),
    ]


def _verdict(state: PracticeState, shown: Shown, look: Look) -> Text:
    """How it went, the seconds it took, how sure one was."""
    words, answer = look.words.question, state.answer
    mark = mark_of(shown.item.is_right(answer.chosen), answer.chosen, look)
    said = [words.seconds.format(n=round(answer.seconds))]
    said += [words.confidence(answer.confidence.value)] if answer.confidence else []
    return Text.assemble(mark, (f" · {' · '.join(said)}", look.theme[Role.MUTED]))


def spoken(state: PracticeState, look: Look) -> list[str]:
    """The question, or its explanation, as lines to be read aloud."""
    if state.shown is None:
        return []
    lines = [f"{_headline(state, look)}, {_progress(state, look)}", news(state, look)]
    if state.explained:
        lines.append(_verdict(state, state.shown, look).plain)
        lines += spoken_explained(state.shown, state.answer.chosen, state.language, look)
    else:
        lines += spoken_text(state.shown.face.stem, state.language)
        lines += [label_of(state, look), *spoken_options(state, look)]
    return [*(line for line in lines if line), spoken_hints(keys_of(state), state, look.words.screens.keys)]
