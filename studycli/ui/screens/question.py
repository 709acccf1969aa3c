"""A question with its answer, as practice and the report show it, and the notes behind it."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from studycli.core.exam.paper import PaperItem
from studycli.core.library import Text as LocalText
from studycli.errors import MaterialError
from studycli.ui.deck import Face, NotePage, QuestionDeck, QuestionFace
from studycli.ui.look import Look
from studycli.ui.markdown import markdown, max_diagram_overflow, spoken_markdown
from studycli.ui.theme import Role

SIGN_RIGHT, SIGN_WRONG, SIGN_OPEN = "O", "X", "-"
"""Signs that stand beside words; of one cell in every terminal."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A question on the screen, its item of the paper, and the cards it tests as far as they are there."""

    face: QuestionFace
    item: PaperItem
    cards: tuple[Face, ...]


def is_changed(face: QuestionFace, item: PaperItem) -> bool:
    """Whether the question has other options, or other right ones, than the paper it was drawn for."""
    return set(face.options) != set(item.options) or face.right != set(item.right)


def looked_up(deck: QuestionDeck, item: PaperItem) -> Shown | None:
    """A question as it can be shown; None if it is gone from the bank."""
    face = deck.question(item.question)
    if face is None:
        return None
    cards = []
    for card in face.tests:
        with suppress(MaterialError):
            cards.append(deck.face(card))
    return Shown(face, item, tuple(cards))


def next_note(deck: QuestionDeck, face: QuestionFace, opened: int) -> NotePage | None:
    """The note to open after ``opened`` were; after the last one the first again. None if none is there."""
    for step in range(len(face.notes)):
        with suppress(MaterialError):
            return deck.note(face.notes[(opened + step) % len(face.notes)])
    return None


def note_place(face: QuestionFace, opened: int, look: Look) -> str:
    """Which of several notes was opened last; nothing to say of one."""
    total = len(face.notes)
    if total < 2 or not opened:
        return ""
    return look.words.question.note_of.format(n=(opened - 1) % total + 1, total=total)


def option_text(face: QuestionFace, option: str) -> LocalText:
    """The text of an option; its id where it is gone from the question."""
    known = face.options.get(option)
    return known.text if known else LocalText({"": option})


def localized(text: LocalText, language: str, look: Look, x_scroll: int = 0) -> list[RenderableType]:
    """The text, with its language named where it is not the one asked for."""
    body, found = text.read(language)
    shown: list[RenderableType] = [markdown(body, look.theme, x_offset=x_scroll)]
    if found and found != language:
        note = look.words.screens.review.only_in.format(language=found)
        shown.append(Text(note, style=look.theme[Role.MUTED]))
    return shown


def one_line(text: LocalText, language: str) -> str:
    """A text without markup on one line."""
    return " ".join(" ".join(spoken_text(text, language)).split())


def mark_of(correct: bool, chosen: Sequence[str], look: Look) -> Text:
    """Right, wrong or unanswered: a sign and a word."""
    words = look.words.question
    if not chosen:
        return Text(f"{SIGN_OPEN} {words.unanswered}", style=look.theme[Role.WRONG])
    if correct:
        return Text(f"{SIGN_RIGHT} {words.right}", style=look.theme[Role.RIGHT])
    return Text(f"{SIGN_WRONG} {words.wrong}", style=look.theme[Role.WRONG])


def overflow(face: QuestionFace, language: str, width: int) -> int:
    """By how many cells the widest diagram of the stem or explanation exceeds the width."""
    texts = [face.stem] if face.explanation is None else [face.stem, face.explanation]
    return max(0, *(max_diagram_overflow(text.read(language).text, width) for text in texts))


def explained_options(shown: Shown, chosen: Sequence[str], language: str, look: Look) -> Table:
    """Every option with a sign, whether it is right or was chosen in words, and why."""
    table = Table.grid(padding=(0, 1), expand=True)
    table.add_column(width=1)
    table.add_column(width=1)
    table.add_column(ratio=1)
    for number, option in enumerate(shown.item.options, start=1):
        role = _role(shown, option, chosen)
        parts = localized(option_text(shown.face, option), language, look)
        tags = _tags(shown, option, chosen, look)
        if tags:
            parts.append(Text(tags, style=look.theme[role] if role else ""))
        known = shown.face.options.get(option)
        if known is not None:
            parts.append(Padding(Group(*localized(known.why, language, look)), (0, 0, 0, 2)))
        sign = Text(_sign(shown, option, chosen), style=look.theme[role] if role else "")
        table.add_row(sign, Text(str(number), style=look.theme[Role.KEY]), Group(*parts))
    return table


def background(shown: Shown, language: str, look: Look, x_scroll: int = 0) -> list[RenderableType]:
    """The explanation, the cards that are tested, and the sources with the day each was checked."""
    words, strong = look.words.question, look.theme[Role.STRONG]
    parts: list[RenderableType] = []
    if shown.face.explanation is not None:
        heading = Text(words.explanation, style=strong)
        parts += [Text(""), heading, *localized(shown.face.explanation, language, look, x_scroll)]
    if shown.cards:
        parts += [Text(""), Text(words.cards, style=strong)]
        for front, back in _card_lines(shown, language):
            parts += [Text(f"- {front}"), Padding(Text(back, style=look.theme[Role.MUTED]), (0, 0, 0, 2))]
    if shown.face.sources:
        parts += [Text(""), Text(look.words.screens.note.sources, style=strong)]
        parts += [
            Text(line, style=look.theme[Role.MUTED], overflow="fold") for line in _source_lines(shown, look)
        ]
    return parts


def _card_lines(shown: Shown, language: str) -> list[tuple[str, str]]:
    """Front and back of each card that is tested."""
    return [(one_line(card.front, language), one_line(card.back, language)) for card in shown.cards]


def _source_lines(shown: Shown, look: Look) -> list[str]:
    checked = look.words.screens.note.checked
    return [f"{source.url}  ({checked.format(checked=source.checked)})" for source in shown.face.sources]


def _role(shown: Shown, option: str, chosen: Sequence[str]) -> Role | None:
    if option in shown.item.right:
        return Role.RIGHT
    return Role.WRONG if option in chosen else None


def _sign(shown: Shown, option: str, chosen: Sequence[str]) -> str:
    if option in shown.item.right:
        return SIGN_RIGHT
    return SIGN_WRONG if option in chosen else ""


def _tags(shown: Shown, option: str, chosen: Sequence[str], look: Look) -> str:
    words = look.words.question
    tags = ((words.key, option in shown.item.right), (words.yours, option in chosen))
    return " · ".join(tag for tag, holds in tags if holds)


def spoken_text(text: LocalText, language: str) -> list[str]:
    """A text as plain lines."""
    return spoken_markdown(text.read(language).text)


def spoken_explained(shown: Shown, chosen: Sequence[str], language: str, look: Look) -> list[str]:
    """Options, explanation, cards and sources as lines to be read aloud."""
    words, face = look.words.question, shown.face
    lines: list[str] = []
    for number, option in enumerate(shown.item.options, start=1):
        said = one_line(option_text(face, option), language)
        tags = _tags(shown, option, chosen, look)
        lines.append(f"{number}: {said}{f' ({tags})' if tags else ''}")
        known = face.options.get(option)
        lines += spoken_text(known.why, language) if known else []
    if face.explanation is not None:
        lines += [f"{words.explanation}:", *spoken_text(face.explanation, language)]
    if shown.cards:
        lines += [f"{words.cards}:", *(f"{front} {back}" for front, back in _card_lines(shown, language))]
    if face.sources:
        lines += [f"{look.words.screens.note.sources}:", *_source_lines(shown, look)]
    return lines
