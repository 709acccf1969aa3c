"""Rules on the texts of a question: what a stem states, and what no text may say."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from studycli.core.bank import Question, QuestionKind
from studycli.core.lint.markup import plain
from studycli.core.lint.material import Material, Place, passages_of_question, questions
from studycli.core.lint.rule import Hit

FEWEST_WORDS: Final = 12
MOST_WORDS: Final = 120
"""Of a stem, in its wordiest language: Korean joins into one word what English says in two."""

_COUNTS: Final = {
    "two": 2, "three": 3, "four": 4, "five": 5,
    "두": 2, "둘": 2, "세": 3, "셋": 3, "네": 4, "넷": 4, "다섯": 5,
}  # fmt: skip
_STATED: Final = {
    "en": re.compile(
        r"\b(?:which|choose|select|pick|the) (two|three|four|five|[2-5])\b|(?-i:\b(TWO|THREE|FOUR|FIVE)\b)",
        re.IGNORECASE,
    ),
    "ko": re.compile(r"(두|세|네|다섯|[2-5]) ?(?:가지|개)|(둘|셋|넷)(?:을|은|만|\b)"),
}
"""How a language says how many options to choose. Of others nothing is known, and nothing asked."""

_LETTER: Final = "(?-i:[A-F])"
_NAMED: Final = re.compile(
    rf"\b(?:options?|answers?|choices?) \(?{_LETTER}\)?(?!\w)"
    r"|\b(?:options?|choices?) \(?[1-6]\)?(?![\w%]|[.,]\d)"
    r"|\banswer \(?[1-6]\)?(?= (?:is|was|and|or)\b|[.,;:](?!\d)|$)"
    r"|\b(?:first|second|third|fourth|fifth|sixth|last) (?:option|answer|choice)\b"
    rf"|(?:보기|선택지|정답|답) ?\(?(?:{_LETTER}(?![A-Za-z0-9])|[1-6](?!\d|개|가지|\.))"
    rf"|(?<![A-Za-z]){_LETTER}번(?!지)"
    r"|[1-6]번 ?(?:보기|선택지|답)"
    r"|(?:첫|두|세|네|다섯|여섯|마지막) ?(?:번째)? (?:보기|선택지|답)(?! ?(?:개|가지))",
    re.IGNORECASE,
)


def count_not_stated(material: Material) -> Iterator[Hit]:
    """A stem of several right options that does not say how many."""
    for place, question, language, stated in _multiples(material):
        if stated is None:
            yield Hit(place, {"item": question.id, "language": language})


def count_differs(material: Material) -> Iterator[Hit]:
    """A stem that says another number than there are right options."""
    for place, question, language, stated in _multiples(material):
        right = sum(option.right for option in question.options)
        if stated not in {None, right}:
            params = {"item": question.id, "language": language, "stated": stated, "count": right}
            yield Hit(place, params)


class _Multiple(NamedTuple):
    """A question of several right options in one language, and how many its stem says."""

    place: Place
    question: Question
    language: str
    stated: int | None


def _multiples(material: Material) -> Iterator[_Multiple]:
    for place, question in questions(material):
        if question.kind is QuestionKind.MULTIPLE:
            for language, stem in question.stem.by_language.items():
                if language in _STATED:
                    yield _Multiple(place, question, language, _stated(stem, language))


def _stated(stem: str, language: str) -> int | None:
    """The number said last, for what is asked comes last."""
    found = [word for match in _STATED[language].finditer(stem) for word in match.groups() if word]
    return _number(found[-1].lower()) if found else None


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _COUNTS[word]


def option_named(material: Material) -> Iterator[Hit]:
    """A text that names an option by its letter, number or place, all of which change from sitting to sitting."""
    for place, question in questions(material):
        for passage in passages_of_question(place, question):
            for body in passage.text.by_language.values():
                if found := _NAMED.search(body):
                    yield Hit(place, {"item": question.id, "part": passage.part, "words": found[0]})
                    break


def stem_length(material: Material) -> Iterator[Hit]:
    """A stem too short to decide anything, or too long to be read in the time of an exam."""
    for place, question in questions(material):
        words = _words(question)
        if not FEWEST_WORDS <= words <= MOST_WORDS:
            params = {"item": question.id, "count": words, "fewest": FEWEST_WORDS, "most": MOST_WORDS}
            yield Hit(place, params)


def _words(question: Question) -> int:
    return max(len(plain(stem).split()) for stem in question.stem.by_language.values())


def tests_nothing(material: Material) -> Iterator[Hit]:
    """A question that names no card, so that an answer tells nothing of what is known."""
    for place, question in questions(material):
        if not question.tests:
            yield Hit(place, {"item": question.id})
