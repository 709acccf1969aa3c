import pytest

from studycli.core.memory import Grade
from studycli.core.tally import Stage
from studycli.log.events import Event, Source, Suspend
from studycli.log.stages import stages
from tests.log.samples import CARD, event, good

AGAIN, GOOD = Grade.AGAIN, Grade.GOOD


def answered(*said: tuple[Grade, float]) -> list[Event]:
    return [event(n, good(grade=grade), hours) for n, (grade, hours) in enumerate(said, 1)]


@pytest.mark.parametrize(
    ("events", "found"),
    [
        pytest.param(answered((GOOD, 0)), [Stage.FIRST], id="first"),
        pytest.param(answered((GOOD, 0), (GOOD, 24)), [Stage.FIRST, Stage.LATER], id="a later day"),
        pytest.param(answered((GOOD, 0), (GOOD, 1)), [Stage.FIRST, None], id="once more on its day"),
        pytest.param(
            answered((AGAIN, 0), (AGAIN, 1), (GOOD, 2), (GOOD, 3)),
            [Stage.FIRST, Stage.RETRY_NEW, Stage.RETRY_NEW, None],
            id="tries until a first pass",
        ),
        pytest.param(
            answered((GOOD, 0), (AGAIN, 24), (GOOD, 25)),
            [Stage.FIRST, Stage.LATER, Stage.RETRY_LAPSE],
            id="a lapse and its retry",
        ),
        pytest.param(
            answered((AGAIN, 0), (AGAIN, 24)), [Stage.FIRST, Stage.LATER], id="a failure of the day before"
        ),
        pytest.param(answered((GOOD, 24), (AGAIN, 0)), [Stage.FIRST, None], id="the clock went back"),
        pytest.param(
            [event(1, Suspend(CARD)), event(2, good(source=Source.CRAM), 1), event(3, good(), 2)],
            [Stage.FIRST],
            id="a cram is at none",
        ),
    ],
)
def test_where_a_card_stood(events: list[Event], found: list[Stage | None]) -> None:
    assert [stage for _, stage in stages(events)] == found
