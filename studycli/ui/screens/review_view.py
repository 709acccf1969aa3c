"""What the review screen shows: a card, then its answer with the four grades."""

from rich.console import Group, RenderableType
from rich.text import Text

from studycli.core.library import Text as LocalText
from studycli.core.memory import Grade, Phase
from studycli.ui.bindings import Hint, hints
from studycli.ui.events import Size
from studycli.ui.frame import ROOMY, WIDE, Frame, footer, inset, width_of
from studycli.ui.look import Look
from studycli.ui.markdown import markdown, max_diagram_overflow
from studycli.ui.screens.review_card import CARD_KEYS
from studycli.ui.screens.review_state import ReviewState
from studycli.ui.spans import short_chance, short_span
from studycli.ui.theme import Role

GRADE_ROLES = {
    Grade.AGAIN: Role.AGAIN,
    Grade.HARD: Role.HARD,
    Grade.GOOD: Role.GOOD,
    Grade.EASY: Role.EASY,
}


def view(state: ReviewState, size: Size, look: Look) -> Frame:
    """The card in its frame."""
    words = look.words.screens
    grades = grade_hints(state, look) if state.revealed else ()
    grade_rows = 1 if size.width >= WIDE else 2
    keys = hints(CARD_KEYS, state, words.keys)
    if grades:
        foot = (
            *_led(
                outlook_name(state, look),
                footer(grades, size.width, grade_rows, look.theme, keep=4),
                size,
                look,
            ),
            *footer(keys, size.width, 1, look.theme, keep=2),
        )
    else:
        foot = footer(keys, size.width, grade_rows + 1, look.theme, keep=2)
    return Frame(
        _headline(state, look),
        _progress(state, look),
        _body(state, size, look),
        foot,
        look,
        size,
        state.scroll,
        state.message,
        sideways=_overflow(state, size),
        lead=_front(state, size, look),
    )


def grade_hints(state: ReviewState, look: Look) -> tuple[Hint, ...]:
    """The four grades, each with what it leads to."""
    keys = look.words.screens.keys
    labels = (keys.again, keys.hard, keys.good, keys.easy)
    return tuple(
        Hint(str(grade.value), f"{label} {outlook}".rstrip(), GRADE_ROLES[grade])
        for grade, label, outlook in zip(Grade, labels, outlook_texts(state, look), strict=True)
    )


def outlook_texts(state: ReviewState, look: Look) -> tuple[str, ...]:
    """What each grade leads to, in short: how long until the card is due, or under a plan recall on the exam day.

    A plan has no day a card is due on. Nothing when cramming, which schedules nothing.
    """
    scheduling = state.scheduling
    if scheduling.cram:
        return ("",) * len(Grade)
    if scheduling.plan is not None:
        return tuple(map(short_chance, scheduling.plan.recalls(state.card_state)))
    outlook = state.outlook or {}
    return tuple(short_span(outlook[grade].interval_s, look.words.screens.spans) for grade in Grade)


def outlook_name(state: ReviewState, look: Look) -> str:
    """What the numbers beside the grades are; empty where they say it themselves."""
    shows_recall = state.scheduling.plan is not None and not state.scheduling.cram
    return look.words.screens.review.on_the_day if shows_recall else ""


def _led(name: str, rows: tuple[Text, ...], size: Size, look: Look) -> tuple[Text, ...]:
    """The rows with a name before the first, where there is room."""
    led = Text.assemble((name, look.theme[Role.MUTED]), "  ", rows[0])
    return (led, *rows[1:]) if name and led.cell_len <= size.width else rows


def _headline(state: ReviewState, look: Look) -> Text:
    words = look.words.screens.review
    if state.face is None:
        return Text(look.words.screens.home.title, style=look.theme[Role.TITLE])
    tags = {Phase.NEW: words.new, Phase.LEARNING: words.learning, Phase.RELEARNING: words.relearning}
    parts = [
        tags.get(state.card_state.phase, ""),
        words.marked if state.card_state.marked else "",
        words.cram if state.scheduling.cram else "",
    ]
    title = Text(state.face.topic_title.read(state.language).text, style=look.theme[Role.TITLE])
    return Text.assemble(title, *((f" · {part}", look.theme[Role.MUTED]) for part in parts if part))


def _progress(state: ReviewState, look: Look) -> Text:
    words = look.words.screens.review
    done = words.progress.format(done=state.session.finished, total=state.session.total)
    minutes = -(-int(state.session.left_s) // 60)
    return Text(f"{done} · {words.left.format(minutes=minutes)}", style=look.theme[Role.MUTED])


def _front(state: ReviewState, size: Size, look: Look) -> RenderableType:
    if state.face is None:
        return Text("")
    return inset(Group(*_localized(state.face.front, state, look)), size)


def _body(state: ReviewState, size: Size, look: Look) -> RenderableType:
    if state.face is None:
        return Text("")
    face = state.face
    parts: list[RenderableType] = [*_localized(face.front, state, look)]
    if state.revealed:
        rule = Text("─" * 8, style=look.theme[Role.RULE])
        gap = [Text("")] if size.height >= ROOMY else []
        parts += [*gap, rule, *gap, *_localized(face.back, state, look)]
        if face.extra is not None:
            parts += [Text(""), *_localized(face.extra, state, look)]
    return inset(Group(*parts), size)


def _overflow(state: ReviewState, size: Size) -> int:
    if state.face is None:
        return 0
    texts = [state.face.front, state.face.back, state.face.extra]
    shown = [text.read(state.language).text for text in texts if text is not None]
    return max(0, *(max_diagram_overflow(text, width_of(size)) for text in shown))


def _localized(text: LocalText, state: ReviewState, look: Look) -> list[RenderableType]:
    """The text, with its language named where it is not the one asked for."""
    body, language = text.read(state.language)
    shown: list[RenderableType] = [markdown(body, look.theme, x_offset=state.x_scroll)]
    if language != state.language:
        note = look.words.screens.review.only_in.format(language=language)
        shown.append(Text(note, style=look.theme[Role.MUTED]))
    return shown


def spoken(state: ReviewState, look: Look) -> list[str]:
    """The card as lines to be read aloud."""
    if state.face is None:
        return []
    words = look.words.screens
    lines = [f"{_headline(state, look).plain}, {_progress(state, look).plain}", state.message]
    lines += state.face.front.read(state.language).text.splitlines()
    if not state.revealed:
        return [line for line in lines if line] + [f"Enter: {words.keys.reveal}, ?: {words.keys.help}"]
    lines += [f"{words.review.answer}:", *state.face.back.read(state.language).text.splitlines()]
    if state.face.extra is not None:
        lines += state.face.extra.read(state.language).text.splitlines()
    lines.append(outlook_name(state, look))
    lines += [f"{hint.shown}: {hint.label}" for hint in grade_hints(state, look)]
    return [line for line in lines if line]
