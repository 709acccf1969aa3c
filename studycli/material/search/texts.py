"""What is searched of a note, a card, a question: the same for the index and for showing what was found."""

from typing import NamedTuple

from studycli.core.bank import Question
from studycli.core.cards import GAP_SHOWN, Card, CardKind
from studycli.core.library import Text
from studycli.core.notes import Note


class SearchedText(NamedTuple):
    """One item in one language. ``rest`` is found too, but counts little.

    ``shown`` is what stands below its title where that differs from body and rest.
    """

    title: str
    body: str
    rest: str = ""
    shown: str = ""

    @property
    def is_there(self) -> bool:
        """Whether the item has this language."""
        return any(self)

    @property
    def lines(self) -> list[str]:
        """The lines that can be shown below the title."""
        text = self.shown or f"{self.body}\n{self.rest}"
        return [line.strip() for line in text.splitlines() if line.strip()]


def text_of_note(note: Note, language: str) -> SearchedText:
    """Title and body."""
    return SearchedText(_read(note.title, language), _read(note.body, language))


def text_of_card(card: Card, language: str) -> SearchedText:
    """The front is the title; of a cloze the whole text, so that all cards of one entry are found alike."""
    front, back, extra = (_read(text, language) for text in (card.front, card.back, card.extra))
    answer = "\n".join(filter(None, (back, extra)))
    if card.kind is CardKind.CLOZE:
        return SearchedText(front.replace(GAP_SHOWN, back), extra, shown=answer)
    return SearchedText(front, answer)


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
