from datetime import date

import pytest

from studycli.core.memory import Phase
from studycli.core.tally import Stage, Tally, stage_of

DAY, BEFORE, AFTER = date(2026, 11, 23), date(2026, 11, 20), date(2026, 11, 24)


@pytest.mark.parametrize(
    ("phase", "last_day", "stage"),
    [
        pytest.param(Phase.NEW, None, Stage.FIRST, id="never seen"),
        pytest.param(Phase.LEARNING, BEFORE, Stage.LATER, id="failed on a day before"),
        pytest.param(Phase.REVIEW, BEFORE, Stage.LATER, id="passed on a day before"),
        pytest.param(Phase.LEARNING, DAY, Stage.RETRY_NEW, id="failed today"),
        pytest.param(Phase.RELEARNING, DAY, Stage.RETRY_LAPSE, id="lapsed today"),
        pytest.param(Phase.REVIEW, DAY, None, id="passed today"),
        pytest.param(Phase.RELEARNING, AFTER, Stage.RETRY_LAPSE, id="lapsed tomorrow, says the clock"),
    ],
)
def test_the_stage_of_an_answer(phase: Phase, last_day: date | None, stage: Stage | None) -> None:
    assert stage_of(phase, last_day, DAY) is stage


def test_the_time_of_a_tally_in_seconds() -> None:
    assert Tally(3, 2, 750).seconds == 0.75
