"""Rules on what is asked twice.

Two texts are as alike as the share of their runs of three characters that both have (Jaccard index), letters and
digits only, in one case.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from studycli.core.cards import cards_of
from studycli.core.library import Text
from studycli.core.lint.markup import plain
from studycli.core.lint.material import Material, Place, entries, questions
from studycli.core.lint.rule import Hit, figure

ALIKE_STEMS: Final = 0.6
ALIKE_FRONTS: Final = 0.8
"""From here on two texts ask the same. Stems tell a story; of fronts one word may decide, but then so do backs."""

_RUN: Final = 3


class Asked(NamedTuple):
    """Something that is asked; what belongs to one ``group`` may be alike."""

    place: Place
    item: str
    group: str
    text: Text
    answer: Text | None = None


def similar_stems(material: Material) -> Iterator[Hit]:
    """A question whose stem is nearly that of an earlier one, in every language."""
    asked = [Asked(place, each.id, each.id, each.stem) for place, each in questions(material)]
    return _alike(asked, material.library.languages, ALIKE_STEMS)


def similar_fronts(material: Material) -> Iterator[Hit]:
    """A card whose front is that of another entry's card, or nearly and the back too, in every language."""
    asked = [
        Asked(place, card.id, entry.id, card.front, card.back)
        for place, entry in entries(material)
        for card in cards_of(entry)
    ]
    return _alike(asked, material.library.languages, ALIKE_FRONTS)


def _alike(asked: Sequence[Asked], languages: Sequence[str], least: float) -> Iterator[Hit]:
    runs = [[_runs(each.text.read(language).text) for each in asked] for language in languages]
    for first, second in _candidates(runs[0], least):
        if _likeness(runs[0][first], runs[0][second]) < least or asked[first].group == asked[second].group:
            continue
        likeness = min(_likeness(of[first], of[second]) for of in runs)
        if likeness == 1 or (likeness >= least and _answers_alike(asked[first], asked[second], least)):
            params = {
                "item": asked[second].item,
                "other": asked[first].item,
                "percent": figure(100 * likeness),
            }
            yield Hit(asked[second].place, params)


def _answers_alike(first: Asked, second: Asked, least: float) -> bool:
    if first.answer is None or second.answer is None:
        return True
    ours, theirs = first.answer.by_language, second.answer
    return all(
        _likeness(_runs(body), _runs(theirs.read(language).text)) >= least for language, body in ours.items()
    )


def _runs(text: str) -> frozenset[str]:
    bare = "".join(character if character.isalnum() else " " for character in plain(text))
    bare = f" {' '.join(bare.split())} "
    return frozenset(bare[at : at + _RUN] for at in range(len(bare) - _RUN + 1))


def _likeness(first: frozenset[str], second: frozenset[str]) -> float:
    shared = len(first & second)
    return shared / max(1, len(first) + len(second) - shared)


def _candidates(runs: Sequence[frozenset[str]], least: float) -> Iterator[tuple[int, int]]:
    """Pairs that can be alike at all, each once, in order of the second.

    Sets of a Jaccard index of at least t, each sorted in one order, share a member among their first
    n - ceil(t n) + 1 (the prefix filter of Bayardo, Ma and Srikant 2007); with rare members first few do.
    """
    number_of = Counter(run for each in runs for run in each)
    having: defaultdict[str, list[int]] = defaultdict(list)
    for second, own in enumerate(runs):
        rarest = sorted(own, key=lambda run: (number_of[run], run))[
            : len(own) - _least_shared(own, least) + 1
        ]
        yield from ((first, second) for first in sorted({first for run in rarest for first in having[run]}))
        for run in rarest:
            having[run].append(second)


def _least_shared(own: frozenset[str], least: float) -> int:
    return math.ceil(least * len(own) - 1e-9)
