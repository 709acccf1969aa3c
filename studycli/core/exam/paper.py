"""The questions of one sitting, and the numbers it goes by: kept whole, so that a changed bank cannot change them."""

from collections.abc import Collection
from dataclasses import dataclass

from studycli.core.blueprints import Blueprint


@dataclass(frozen=True, slots=True)
class PaperItem:
    """One question of a paper: its full id, its options in the order shown, those that are right, whether it counts."""

    question: str
    topic: str
    domain: str
    options: tuple[str, ...]
    right: tuple[str, ...]
    scored: bool

    def is_right(self, chosen: Collection[str]) -> bool:
        """Whether a choice is right: all or nothing, none is wrong, and nothing is taken off."""
        return set(chosen) == set(self.right)


@dataclass(frozen=True, slots=True)
class Paper:
    """The questions drawn for one sitting, in the order shown."""

    seed: int
    items: tuple[PaperItem, ...]

    @property
    def scored(self) -> int:
        """How many questions count."""
        return sum(item.scored for item in self.items)


@dataclass(frozen=True, slots=True)
class Terms:
    """The numbers of a blueprint as a sitting keeps them; ``blueprint`` is its full id.

    ``weights`` are the domains in order with their shares in percent.
    """

    blueprint: str
    lowest: int
    highest: int
    pass_mark: int
    weights: tuple[tuple[str, int], ...]


def terms_of(full_id: str, blueprint: Blueprint) -> Terms:
    """The numbers of a blueprint."""
    weights = tuple((domain.id, domain.weight) for domain in blueprint.domains)
    return Terms(full_id, blueprint.lowest, blueprint.highest, blueprint.pass_mark, weights)
