from datetime import date, timedelta

import pytest

from studycli.core.knowledge import Knowledge, knowledge
from studycli.core.memory import CardState, Engine, Phase

DAY = date(2026, 11, 23)
ENGINE = Engine()
FRESH = CardState(Phase.REVIEW, 10.0, 5.0, DAY, None, 1)
FADED = CardState(Phase.REVIEW, 10.0, 5.0, DAY - timedelta(days=10), None, 1)


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        pytest.param({}, Knowledge(2, 0, 0.0), id="never seen"),
        pytest.param({"a": FRESH}, Knowledge(2, 1, 0.5), id="one of two, just now"),
        pytest.param({"a": FRESH, "b": FADED}, Knowledge(2, 2, 0.95), id="one faded to nine in ten"),
        pytest.param({"a": FRESH, "c": FRESH}, Knowledge(2, 1, 0.5), id="others do not count"),
    ],
)
def test_a_card_never_seen_counts_as_not_recalled(states: dict[str, CardState], expected: Knowledge) -> None:
    found = knowledge(("a", "b"), states, DAY, ENGINE)
    assert found[:2] == expected[:2]
    assert found.recall == pytest.approx(expected.recall)


def test_without_cards_nothing_is_known_of_them() -> None:
    assert knowledge((), {"a": FRESH}, DAY, ENGINE) == Knowledge(0, 0, None)
