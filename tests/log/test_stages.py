from datetime import date

import pytest

from studycli.core.memory import Grade
from studycli.core.tally import Stage, Tally
from studycli.log.events import Event, Review, Source, Suspend
from studycli.log.stages import stages, tallies_by_day
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


@pytest.mark.parametrize(
    ("seconds", "tally"),
    [
        pytest.param(4.25, Tally(1, 1, 4250), id="timed"),
        pytest.param(3600.0, Tally(1, 1, 60_000), id="capped"),
        pytest.param(0.0, Tally(1, 0, 0), id="a script that gave no time"),
    ],
)
def test_what_an_answer_counts(seconds: float, tally: Tally) -> None:
    events = [event(1, Review(CARD, GOOD, seconds, Source.SCRIPT))]
    assert tallies_by_day([events]) == {date(2026, 11, 23): {(Stage.FIRST, GOOD): tally}}


def test_answers_are_counted_on_their_study_day() -> None:
    found = tallies_by_day([answered((AGAIN, 15.9), (GOOD, 16.1))])
    assert found == {
        date(2026, 11, 23): {(Stage.FIRST, AGAIN): Tally(1, 1, 4250)},
        date(2026, 11, 24): {(Stage.LATER, GOOD): Tally(1, 1, 4250)},
    }
