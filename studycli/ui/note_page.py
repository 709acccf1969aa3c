"""A note as it is drawn: its text with diagrams and tables, its cards, its sources."""

from rich.console import RenderableType
from rich.text import Text

from studycli.ui.blocks import Item, Listing, Paragraph, Span, parse
from studycli.ui.deck import NotePage, Standing
from studycli.ui.look import Look
from studycli.ui.markdown import drawn_blocks, markdown, spoken_markdown
from studycli.ui.marked import plain
from studycli.ui.note_text import flat, source_text, standing_text
from studycli.ui.theme import Role
from studycli.words.model.screens import ScreenWords


def note_parts(note: NotePage, language: str, look: Look, x_offset: int | None) -> list[RenderableType]:
    """What stands below the title, to be drawn one below the other; ``x_offset`` as in ``markdown``."""
    words, theme = look.words.screens, look.theme
    body, found = note.body.read(language)
    parts: list[RenderableType] = [markdown(body, theme, x_offset=x_offset)]
    if found != language:
        parts.append(Text(words.review.only_in.format(language=found), style=theme[Role.MUTED]))
    if note.cards:
        parts += [
            Text(""),
            Text(words.note.cards, style=theme[Role.STRONG]),
            _cards(note.cards, language, look),
        ]
    if note.sources:
        parts += [Text(""), Text(words.note.sources, style=theme[Role.STRONG])]
    for source in note.sources:
        parts.append(Text(source_text(source, words), style=theme[Role.MUTED], overflow="fold"))
    return parts


def spoken_note(note: NotePage, language: str, words: ScreenWords) -> list[str]:
    """The note as lines to be read aloud."""
    body, found = note.body.read(language)
    lines = [plain(note.title.read(language).text), *spoken_markdown(body)]
    if found != language:
        lines.append(words.review.only_in.format(language=found))
    if note.cards:
        lines.append(f"{words.note.cards}:")
    for card in note.cards:
        lines += [*spoken_markdown(card.front.read(language).text), f"  ({standing_text(card, words)})"]
    if note.sources:
        lines.append(f"{words.note.sources}:")
    return lines + [source_text(source, words) for source in note.sources]


def _cards(cards: tuple[Standing, ...], language: str, look: Look) -> RenderableType:
    """One item for each card: its front, and where it stands."""
    items = (
        Item("• ", (*parse(flat(card.front, language)), Paragraph((Span(told, (Role.MUTED,)),))))
        for card in cards
        for told in [standing_text(card, look.words.screens)]
    )
    return drawn_blocks((Listing(tuple(items), tight=True),), look.theme)
