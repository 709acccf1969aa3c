"""The numbers a text says, so that two languages can be compared.

Digits are read with their thousands separators and the word of scale that follows (``100만`` is ``1 million``). Digits
that belong to a name (``S3``, ``SHA-256``) are part of that name. A small number that one language writes as a word
(``2개``, ``two``) is looked for among the number words of the other.
"""

import re
from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from itertools import chain
from typing import Final

from studycli.core.lint.markup import fences, prose, shown

_NUMBER: Final = re.compile(
    r"(?<![A-Za-z\d.])(?<![A-Z][-/])(?<![A-Z] [-/])"  # not inside a name: S3, SHA-256
    r"(\d{1,3}(?:,\d{3})+(?!\d)|\d+)(\.\d+)?"
    r"(?: ?(만|천|억|thousand|million|billion|[kKM](?![A-Za-z])))?"
)
_SCALE: Final = {
    "천": 1_000, "만": 10_000, "억": 100_000_000,
    "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000,
    "k": 1_000, "K": 1_000, "M": 1_000_000,
}  # fmt: skip
_WORDS: Final[Mapping[str, tuple[str, ...]]] = {
    "en": (
        r"\b(?:zero|no|none|without)\b",
        "",  # one is also said by an article, or not at all: it is not compared
        r"\b(?:two|second|both|twice|double[sd]?|half|halve[sd]?|pairs?|either)\b",
        r"\b(?:three|thirds?|triple[sd]?|thrice)\b",
        r"\b(?:four|fourth|quarters?)\b",
        r"\b(?:five|fifth)\b",
        r"\b(?:six|sixth)\b",
        r"\b(?:seven|seventh)\b",
        r"\b(?:eight|eighth)\b",
        r"\b(?:nine|ninth)\b",
        r"\b(?:ten|tenth)\b",
    ),
    "ko": (
        r"없|않|영",
        "",
        r"두|둘|이중|절반",
        r"세|셋|석",
        r"네|넷|넉",
        r"다섯",
        r"여섯",
        r"일곱",
        r"여덟",
        r"아홉",
        r"열",
    ),
}


def numbers_of(body: str, *, particle: bool = False) -> Counter[Decimal]:
    """The numbers of a text by value, diagrams included, code not.

    ``만`` after a number makes it ten thousand times larger, or with ``particle`` means "only".
    """
    drawn = [fence.body for fence in fences(shown(body)) if fence.is_diagram]
    found: Counter[Decimal] = Counter()
    for match in chain.from_iterable(_NUMBER.finditer(part) for part in (prose(body), *drawn)):
        value = Decimal(match[1].replace(",", "") + (match[2] or ""))
        scale = 1 if particle and match[3] == "만" else _SCALE.get(match[3], 1)
        found[(value * scale).normalize()] += 1
    return found


def unmatched(
    first: str, first_language: str, second: str, second_language: str
) -> tuple[list[Decimal], list[Decimal]]:
    """The numbers that only the first text says, and those that only the second does, each in order of size."""
    readings = [
        (
            _unsaid(
                numbers_of(first, particle=particle) - numbers_of(second, particle=particle),
                second,
                second_language,
            ),
            _unsaid(
                numbers_of(second, particle=particle) - numbers_of(first, particle=particle),
                first,
                first_language,
            ),
        )
        for particle in (False, True)
    ]
    return min(readings, key=lambda reading: len(reading[0]) + len(reading[1]))


def _unsaid(surplus: Counter[Decimal], other: str, language: str) -> list[Decimal]:
    return sorted(number for number in surplus.elements() if not _said_as_word(number, other, language))


def _said_as_word(number: Decimal, text: str, language: str) -> bool:
    words = _WORDS.get(language)
    if number != int(number) or not 0 <= number <= 10:
        return False
    if words is None or not words[int(number)]:
        return True
    return re.search(words[int(number)], text, re.IGNORECASE) is not None
