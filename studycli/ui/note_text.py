"""A note as plain text: its Markdown source with its cards and sources. Draws nothing."""

from studycli.core.library import Text
from studycli.core.memory import Phase
from studycli.core.notes import Source
from studycli.ui.deck import NotePage, Standing
from studycli.ui.text import clean
from studycli.words.model.screens import ScreenWords


def standing_text(card: Standing, words: ScreenWords) -> str:
    """Where a card stands: ``in review · recall 93% · due 2026-11-25``."""
    parts = [words.info.phases(card.phase.value)]
    if card.suspended:
        parts.append(words.note.suspended)
    if card.recall is not None:
        parts.append(words.note.recall.format(percent=f"{card.recall:.0%}"))
    if card.due is not None and not card.suspended:
        parts.append(words.note.due.format(when=_when(card)))
    return " · ".join(parts)


def _when(card: Standing) -> str:
    """The day, or the minute where the card is in its step."""
    in_step = card.phase in {Phase.LEARNING, Phase.RELEARNING}
    return card.due.strftime("%Y-%m-%d %H:%M" if in_step else "%Y-%m-%d") if card.due else ""


def source_text(source: Source, words: ScreenWords) -> str:
    """A source and the day it was checked."""
    return f"{source.url} ({words.note.checked.format(checked=source.checked)})"


def markdown_source(note: NotePage, language: str, words: ScreenWords) -> str:
    """The whole note as one Markdown document."""
    body, found = note.body.read(language)
    parts = [f"# {flat(note.title, language)}"]
    if found != language:
        parts.append(words.review.only_in.format(language=found))
    parts.append(body.rstrip())
    if note.cards:
        cards = (f"- {flat(card.front, language)} — {standing_text(card, words)}" for card in note.cards)
        parts.append("\n".join([f"## {words.note.cards}\n", *cards]))
    if note.sources:
        sources = (f"- {source_text(source, words)}" for source in note.sources)
        parts.append("\n".join([f"## {words.note.sources}\n", *sources]))
    return clean("\n\n".join(parts)) + "\n"


def flat(text: Text, language: str) -> str:
    """A text on one line, its markup as it is."""
    return " ".join(text.read(language).text.split())
