"""Rules on the pool that mock exams draw from: nothing but knowing the answer may help to guess it."""

from collections.abc import Iterator, Sequence
from typing import Final

from studycli.core.bank import Question, QuestionKind
from studycli.core.lint.material import Material, Place, exam_questions
from studycli.core.lint.odds import as_uneven, at_least
from studycli.core.lint.options import cells_of
from studycli.core.lint.rule import Hit, figure

FEWEST_QUESTIONS: Final = 20
"""Fewer tell nothing from chance."""

RARE: Final = 0.01
"""What is less likely than this by chance alone has another reason."""


def longest_is_right(material: Material) -> Iterator[Hit]:
    """The right option is the longest of its question more often than chance allows, in some language."""
    pool = _singles(material)
    if len(pool) < FEWEST_QUESTIONS:
        return
    chances = [1 / len(question.options) for question in pool]
    for language in material.library.languages:
        hits = sum(_longest_is_right(question, language) for question in pool)
        probability = at_least(hits, chances)
        if probability < RARE:
            params = {"language": language, "hits": hits, "count": len(pool)}
            expected = figure(sum(chances))
            yield Hit(_place(material), {**params, "expected": expected, "p": figure(probability)})


def lopsided_positions(material: Material) -> Iterator[Hit]:
    """The right option of four is in some places more often than chance allows."""
    pool = [question for question in _singles(material) if len(question.options) == 4]
    if len(pool) < FEWEST_QUESTIONS:
        return
    places = [_right_place(question) for question in pool]
    counts = [places.count(place) for place in range(4)]
    probability = as_uneven(counts)
    if probability < RARE:
        shown = ", ".join(str(count) for count in counts)
        yield Hit(_place(material), {"counts": shown, "count": len(pool), "p": figure(probability)})


def _singles(material: Material) -> Sequence[Question]:
    return [question for _, question in exam_questions(material) if question.kind is QuestionKind.SINGLE]


def _longest_is_right(question: Question, language: str) -> bool:
    """Of several longest ones none is the longest, which errs on the side of the author."""
    right = question.options[_right_place(question)]
    others = (option for option in question.options if option is not right)
    return cells_of(right, language) > max(cells_of(option, language) for option in others)


def _right_place(question: Question) -> int:
    return next(place for place, option in enumerate(question.options) if option.right)


def _place(material: Material) -> Place:
    return Place(material.path, 1)
