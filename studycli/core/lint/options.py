"""Rules on single options: those that stand for others, and those that nobody would choose."""

import re
from collections.abc import Iterator
from statistics import median
from typing import Final

from studycli.core.bank import Option, Question
from studycli.core.cells import cells
from studycli.core.lint.markup import plain
from studycli.core.lint.material import Material, questions
from studycli.core.lint.rule import Hit, figure

MARKED_CELLS: Final = 20
"""An option must be longer or shorter than the others by this much to be told from them by its length."""

_ABOUT_ALL: Final = re.compile(
    r"(?:all|none|both|neither) of (?:the |these |those )?(?:above|options|answers|others)"
    r"|(?:all|none) of (?:these|those|them)|all the above"
    r"|(?:위의? |앞의 |보기 )?(?:모든 것|모두|전부)(?: (?:해당|정답)(?:합니다|입니다|함)?)?"
    r"|(?:위의? |앞의 )?(?:모두 아님|해당(?: 사항)? 없음|정답 없음|(?:어느 것도|모두) 아(?:닙니다|님))"
)


def is_about_all(option: Option) -> bool:
    """Whether an option speaks of the others: "all of the above", "위의 모든 것", "none of the above"."""
    return any(_ABOUT_ALL.fullmatch(plain(text).strip(" .")) for text in option.text.by_language.values())


def all_of_the_above(material: Material) -> Iterator[Hit]:
    """An option that speaks of the others, in the last place."""
    return _about_all(material, last=True)


def all_of_the_above_not_last(material: Material) -> Iterator[Hit]:
    """An option that speaks of the others, and some come after it."""
    return _about_all(material, last=False)


def _about_all(material: Material, *, last: bool) -> Iterator[Hit]:
    for place, question in questions(material):
        for option in question.options:
            if is_about_all(option) and (option is question.options[-1]) is last:
                yield Hit(place, {"item": question.id, "option": option.id})


def implausible_option(material: Material) -> Iterator[Hit]:
    """An option under half, or over twice, as long as the middle one of the others."""
    for place, question in questions(material):
        for option in question.options:
            for language in option.text.by_language:
                own, middle = _lengths(question, option, language)
                if _stands_out(own, middle):
                    params = {"item": question.id, "option": option.id, "language": language}
                    yield Hit(place, {**params, "cells": own, "median": figure(middle)})
                    break


def _lengths(question: Question, option: Option, language: str) -> tuple[int, float]:
    others = [other for other in question.options if other is not option]
    return cells_of(option, language), median(cells_of(other, language) for other in others)


def cells_of(option: Option, language: str) -> int:
    """How long an option looks."""
    return cells(option.text.read(language).text)


def _stands_out(own: int, middle: float) -> bool:
    return abs(own - middle) >= MARKED_CELLS and not middle / 2 <= own <= middle * 2
