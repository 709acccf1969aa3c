"""Rules on languages: what one says in figures and code, the others say too."""

from collections import Counter
from collections.abc import Callable, Iterator

from studycli.core.lint.markup import code_spans, fences, shown
from studycli.core.lint.material import Material, Passage, passages
from studycli.core.lint.numbers import unmatched
from studycli.core.lint.rule import Hit


def numbers_differ(material: Material) -> Iterator[Hit]:
    """A text whose numbers are not those of the first language."""
    return _compared(material, _numbers_apart)


def code_differs(material: Material) -> Iterator[Hit]:
    """A text whose code spans, or fenced code, are not those of the first language."""
    return _compared(material, _code_apart)


Apart = Callable[[str, str, str, str], tuple[list[str], list[str]]]
"""From two texts, each with its language: what only the first has, and what only the second has."""


def _compared(material: Material, apart: Apart) -> Iterator[Hit]:
    for passage in passages(material):
        texts = list(passage.text.by_language.items())
        for language, body in texts[1:]:
            first_language, first = texts[0]
            ours, theirs = apart(first, first_language, body, language)
            if ours or theirs:
                sides = ((first_language, ours), (language, theirs))
                yield Hit(passage.place, _params(passage, sides))


def _params(passage: Passage, sides: tuple[tuple[str, list[str]], ...]) -> dict[str, object]:
    only = "; ".join(f"{language}: {', '.join(values)}" for language, values in sides if values)
    return {"item": passage.item, "part": passage.part, "only": only}


def _numbers_apart(
    first: str, first_language: str, second: str, second_language: str
) -> tuple[list[str], list[str]]:
    ours, theirs = unmatched(first, first_language, second, second_language)
    return [f"{number:f}" for number in ours], [f"{number:f}" for number in theirs]


def _code_apart(first: str, _: str, second: str, __: str) -> tuple[list[str], list[str]]:
    ours, theirs = _code(first), _code(second)
    return _short(ours - theirs), _short(theirs - ours)


def _code(body: str) -> Counter[str]:
    text = shown(body)
    blocks = [fence.body for fence in fences(text) if not fence.is_diagram]
    return Counter([*code_spans(text), *blocks])


def _short(codes: Counter[str]) -> list[str]:
    return [" ".join(code.split())[:40] for code in codes.elements()]
