import pytest

from studycli.core.exam.attempt import Answer
from studycli.log.events import Body, Suspend
from studycli.log.exam_events import (
    ATTEMPT,
    AttemptAnswer,
    AttemptStep,
    Dispute,
    Disputed,
    PracticeAnswer,
    Step,
    attempt_id,
    sitting_of_exam,
)
from tests.log.samples import CARD, HERE, START


def test_the_id_of_an_attempt_is_device_and_number_of_its_start() -> None:
    assert attempt_id(HERE, 17) == f"{HERE}-17"
    assert ATTEMPT.fullmatch(attempt_id(HERE, 17))
    for other in ("paper-1", f"{HERE}-0", f"{HERE}-01", f"{HERE}", f"{HERE}-1\n"):
        assert not ATTEMPT.fullmatch(other)


@pytest.mark.parametrize(
    ("body", "sitting"),
    [
        pytest.param(START, f"{HERE}-3", id="a start is its own"),
        pytest.param(PracticeAnswer("aws/q", Answer(), ("a",)), f"{HERE}-3", id="practice too"),
        pytest.param(AttemptStep("bbbbbbbb-9", Step.LEAVE, 1.0), "bbbbbbbb-9", id="step"),
        pytest.param(AttemptAnswer("bbbbbbbb-9", "aws/q", Answer(), 1.0), "bbbbbbbb-9", id="answer"),
        pytest.param(Dispute(Disputed.CARD, CARD, "", is_open=True), None, id="dispute"),
        pytest.param(Suspend(CARD), None, id="card"),
    ],
)
def test_the_sitting_an_event_is_about(body: Body, sitting: str | None) -> None:
    assert sitting_of_exam(body, HERE, 3) == sitting
