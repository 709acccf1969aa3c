"""From events to attempts, their answers, and what was shown."""

from dataclasses import replace
from datetime import UTC, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycli.core.exam.attempt import (
    Answer,
    Attempt,
    Confidence,
    Mode,
    begin,
    hand_in,
    leave,
    resume,
    tick,
)
from studycli.core.exam.engine import answer_shown, choose, flag, go_to, item_shown
from studycli.core.exam.score import summary_of
from studycli.log.attempts import sat
from studycli.log.events import Body, Event, Undo
from studycli.log.exam_events import (
    AttemptAnswer,
    AttemptStart,
    AttemptStep,
    Dispute,
    Disputed,
    PracticeAnswer,
    Step,
)
from studycli.log.replay import Learned, replay
from tests.log.samples import HERE, NOON, QUESTION_RENAMES, START, TERMS, THERE, event

ID = f"{HERE}-1"
ONE, TWO, OLD = (item.question for item in START.paper.items)


def at(seconds: float, seq: int, body: Body, device: str = HERE) -> Event:
    return event(seq, body, seconds / 3600, device)


def answered(question: str, *chosen: str, left_s: float = 300.0) -> AttemptAnswer:
    return AttemptAnswer(ID, question, Answer(chosen, seconds=9.0), left_s)


def step(what: Step, left_s: float) -> AttemptStep:
    return AttemptStep(ID, what, left_s)


def attempt_after(*events: Event) -> Attempt | None:
    found = sat(ID, [at(0, 1, START), *events], {})
    return None if found is None else found.attempt


def learned(*events: Event) -> Learned:
    return replay([at(0, 1, START), *events])


def test_of_each_question_the_last_word_holds() -> None:
    attempt = attempt_after(
        at(10, 2, answered(ONE, "a", left_s=350)),
        at(20, 3, answered(TWO, "a", left_s=340)),
        at(30, 4, answered(ONE, "b", left_s=330)),
    )
    assert attempt is not None
    assert [sheet.answer.chosen for sheet in attempt.sheets] == [("b",), ("a",), ()]
    assert attempt.sheets[0].tried == (("a",), ("b",))
    assert (attempt.place, attempt.left_s, attempt.as_of) == (0, 330.0, NOON + timedelta(seconds=30))


def test_what_is_not_in_the_paper_changes_nothing() -> None:
    assert attempt_after(at(10, 2, answered("aws/q-else", "a"))) == attempt_after()


def test_without_its_start_there_is_no_attempt() -> None:
    assert sat(ID, [at(10, 2, answered(ONE, "a"))], {}) is None
    assert replay([at(10, 2, answered(ONE, "a"))]).exams == replay([]).exams


def test_a_discarded_attempt_counts_as_never_sat() -> None:
    events = [at(10, 2, answered(ONE, "a")), at(20, 3, step(Step.HAND_IN, 300))]
    assert learned(*events, at(30, 4, step(Step.DISCARD, 300))).exams == replay([]).exams
    assert learned(*events).exams.attempts != ()


def test_after_hand_in_no_answer_counts() -> None:
    attempt = attempt_after(
        at(10, 2, answered(ONE, "b")),
        at(20, 3, step(Step.HAND_IN, 280)),
        at(30, 4, answered(ONE, "a")),
        at(15, 1, answered(TWO, "a"), THERE),
        at(25, 2, answered(TWO, "b"), THERE),
    )
    assert attempt is not None
    assert [sheet.answer.chosen for sheet in attempt.sheets] == [("b",), ("a",), ()]
    assert (attempt.ended_at, attempt.left_s) == (NOON + timedelta(seconds=20), 280.0)


def test_a_clock_that_goes_back_loses_no_answer() -> None:
    attempt = attempt_after(
        at(10, 2, answered(ONE, "a")),
        at(5, 3, answered(ONE, "b")),
        at(60, 4, answered(TWO, "c")),
        at(-600, 5, step(Step.HAND_IN, 280)),
    )
    assert attempt is not None
    assert [sheet.answer.chosen for sheet in attempt.sheets] == [("b",), ("c",), ()]
    assert attempt.ended_at == NOON - timedelta(seconds=600)


def test_a_strict_attempt_handed_in_late_ended_when_its_time_ran_out() -> None:
    events = at(100, 2, answered(ONE, "b", left_s=200)), at(86_400, 3, step(Step.HAND_IN, 0))
    attempt = attempt_after(*events)
    assert attempt is not None
    assert attempt.ended_at == NOON + timedelta(seconds=300)
    assert attempt.used_s == 360


def test_undo_does_not_apply_to_exams_and_practice() -> None:
    events = [
        at(10, 2, answered(ONE, "b")),
        at(20, 3, step(Step.HAND_IN, 300)),
        at(30, 4, PracticeAnswer(TWO, Answer(("a",)), ("a",))),
    ]
    undone = [at(60, 10 + seq, Undo(HERE, seq)) for seq in range(1, 5)]
    assert learned(*events, *undone).exams == learned(*events).exams


def test_answers_count_once_the_exam_is_handed_in() -> None:
    given_answers = [at(10, 2, answered(ONE, "b")), at(20, 3, answered(TWO, "b"))]
    assert learned(*given_answers).exams.answers == {}
    exams = learned(*given_answers, at(30, 4, step(Step.HAND_IN, 300))).exams
    assert [(name, [each.correct for each in own]) for name, own in exams.answers.items()] == [
        (ONE, [True]),
        (TWO, [False]),
    ]
    (one,) = exams.answers[ONE]
    assert (one.at, one.seconds, one.attempt) == (NOON + timedelta(seconds=10), 9.0, ID)


def test_a_question_looked_at_and_left_is_wrong_and_not_answered() -> None:
    exams = learned(at(10, 2, answered(ONE)), at(20, 3, step(Step.HAND_IN, 300))).exams
    (one,) = exams.answers[ONE]
    assert (one.correct, one.answered) == (False, False)
    assert TWO not in exams.answers


def test_practice_is_evidence_at_once() -> None:
    answer = Answer(("a", "c"), flagged=True, confidence=Confidence.GUESS, seconds=4.5)
    exams = replay([at(0, 1, PracticeAnswer(TWO, answer, ("c", "a")))]).exams
    (given_answer,) = exams.answers[TWO]
    assert (given_answer.correct, given_answer.flagged, given_answer.attempt) == (True, True, None)
    assert (given_answer.confidence, given_answer.seconds) == (Confidence.GUESS, 4.5)
    assert exams.attempts == ()


def test_seen_are_the_questions_written_down_and_all_once_it_is_handed_in() -> None:
    looked = at(10, 2, answered(ONE, "b"))
    assert learned(looked).exams.seen == {ONE: (NOON + timedelta(seconds=10)).astimezone(UTC)}
    over = (NOON + timedelta(seconds=20)).astimezone(UTC)
    exams = learned(looked, at(20, 3, step(Step.HAND_IN, 300))).exams
    assert exams.seen == dict.fromkeys((ONE, TWO, OLD), over)


def test_an_attempt_goes_on_with_the_question_gone_on_to() -> None:
    gone_on = AttemptAnswer(ID, ONE, Answer(("b",)), 350.0, shown="aws/q-new")
    events = [at(0, 1, START), at(10, 2, gone_on)]
    found = sat(ID, events, QUESTION_RENAMES)
    assert found is not None
    assert (found.attempt.place, set(found.written)) == (2, {ONE, "aws/q-new"})
    assert [sheet.answer.chosen for sheet in found.attempt.sheets] == [("b",), (), ()]
    elsewhere = attempt_after(at(10, 2, replace(gone_on, shown="aws/q-else")))
    assert elsewhere is not None
    assert elsewhere.place == 0


def test_a_former_id_leads_to_the_question_of_now() -> None:
    events = [at(0, 1, START), at(10, 2, answered(OLD, "a")), at(20, 3, step(Step.HAND_IN, 300))]
    exams = replay(events, {}, QUESTION_RENAMES).exams
    assert exams.answers.keys() == {"aws/q-new"}
    assert exams.seen.keys() == {ONE, TWO, "aws/q-new"}
    found = sat(ID, events, QUESTION_RENAMES)
    assert found is not None
    assert found.attempt.paper.items[2].question == "aws/q-new"


def test_an_answer_under_the_new_id_of_a_renamed_question_counts() -> None:
    found = sat(ID, [at(0, 1, START), at(10, 2, answered("aws/q-new", "a"))], QUESTION_RENAMES)
    assert found is not None
    assert found.attempt.sheets[2].answer.chosen == ("a",)


def test_open_disputes_are_those_not_settled_last() -> None:
    def dispute(what: Disputed, name: str, text: str, is_open: bool) -> Dispute:
        return Dispute(what, name, text, is_open)

    first, second, third = (
        dispute(Disputed.QUESTION, ONE, "1", True),
        dispute(Disputed.CARD, ONE, "2", True),
        dispute(Disputed.QUESTION, TWO, "3", True),
    )
    events = [at(n, n, body) for n, body in enumerate((first, second, third), 1)]
    assert replay(events).disputes == (first, second, third)
    settled = at(9, 9, dispute(Disputed.QUESTION, ONE, "1", False))
    assert replay([*events, settled]).disputes == (second, third)
    assert replay([*events, settled, at(10, 10, Undo(HERE, 9))]).disputes == (first, second, third)


# the log of a sitting comes to the sitting


ACTIONS = st.lists(
    st.one_of(
        st.tuples(st.just("choose"), st.sampled_from("abc")),
        st.tuples(st.just("go"), st.integers(0, 2)),
        st.tuples(st.just("flag"), st.none()),
        st.tuples(st.just("away"), st.integers(0, 40)),
    ),
    max_size=15,
)


@pytest.mark.parametrize("mode", Mode)
@given(ACTIONS, st.booleans())
def test_the_log_of_a_sitting_comes_to_the_sitting(
    mode: Mode, actions: list[tuple[str, object]], to_the_end: bool
) -> None:
    """Each action takes 5 s; every change is written down, as the screen does it."""
    start = AttemptStart(TERMS, mode, 1000.0, START.paper)
    attempt = begin(ID, TERMS, START.paper, mode, 1000.0, NOON, 0.0)
    events, now, reading_s = [at(0, 1, start)], NOON, 0.0

    def write(body: Body) -> None:
        events.append(Event(HERE, len(events) + 1, now, body))

    for action, value in actions:
        now, reading_s = now + timedelta(seconds=5), reading_s + 5
        attempt = tick(attempt, reading_s)
        before = attempt
        match action, value:
            case "choose", str():
                attempt = choose(attempt, value)
            case "go", int():
                attempt = go_to(attempt, value)
            case "away", int():
                attempt = leave(attempt, now, reading_s)
                write(AttemptStep(ID, Step.LEAVE, attempt.left_s))
                now = now + timedelta(seconds=value)
                attempt = resume(attempt, now, reading_s)
                write(AttemptStep(ID, Step.RESUME, attempt.left_s))
            case _:
                attempt = flag(attempt)
        item, there = item_shown(before), item_shown(attempt)
        assert item is not None
        assert there is not None
        answer = answer_shown(attempt if there == item else before)
        shown = there.question if there != item else None
        write(AttemptAnswer(ID, item.question, answer, attempt.left_s, shown))
    if to_the_end:
        attempt = hand_in(attempt, now)
        write(AttemptStep(ID, Step.HAND_IN, attempt.left_s))
    found = sat(ID, events, {})
    assert found is not None
    stopped = found.attempt
    assert stopped.sheets == attempt.sheets
    assert (stopped.place, stopped.left_s, stopped.ended_at) == (
        attempt.place,
        attempt.left_s,
        attempt.ended_at,
    )
    assert summary_of(stopped) == summary_of(attempt)
    later = now + timedelta(seconds=30)
    if not to_the_end:
        again = resume(stopped, later, 0.0)
        assert again.left_s == attempt.left_s - (30 if mode is Mode.STRICT else 0)
