"""What is searched of a note, a card, a question: the same for the index and for showing what was found."""

from typing import NamedTuple

from studycli.core.cards import Card
from studycli.core.library import Note, Question, Text


class SearchedText(NamedTuple):
    """One item in one language. ``rest`` is found too, but counts little."""

    title: str
    body: str
    rest: str = ""


def text_of_note(note: Note, language: str) -> SearchedText:
    """Title and body."""
    return SearchedText(_read(note.title, language), _read(note.body, language))


def text_of_card(card: Card, language: str) -> SearchedText:
    """The front is the title."""
    body = (_read(card.back, language), _read(card.extra, language))
    return SearchedText(_read(card.front, language), "\n".join(filter(None, body)))


def text_of_question(question: Question, language: str) -> SearchedText:
    """The stem is the title, the right options and the explanation the body, the rest what is wrong and why."""
    body = [_read(option.text, language) for option in question.options if option.right]
    rest = [_read(option.text, language) for option in question.options if not option.right]
    rest += [_read(option.why, language) for option in question.options]
    return SearchedText(
        _read(question.stem, language),
        "\n".join([*body, _read(question.explanation, language)]),
        "\n".join(rest),
    )


def _read(text: Text | None, language: str) -> str:
    return text.by_language.get(language, "") if text else ""
