import pytest

from studycli.core.leeches import is_leech, is_named_now
from studycli.core.memory import CardState, Phase


@pytest.mark.parametrize(
    ("lapses", "suspended", "leech"),
    [(7, False, False), (8, False, True), (9, False, True), (8, True, False), (0, False, False)],
)
def test_from_eight_lapses_a_card_is_a_leech(lapses: int, suspended: bool, leech: bool) -> None:
    assert is_leech(CardState(Phase.REVIEW, lapses=lapses, suspended=suspended)) is leech


def test_it_is_named_at_the_eighth_and_after_every_fourth() -> None:
    named = [lapses for lapses in range(25) if is_named_now(CardState(Phase.RELEARNING, lapses=lapses))]
    assert named == [8, 12, 16, 20, 24]
