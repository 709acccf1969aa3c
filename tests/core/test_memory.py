"""Memory: against py-fsrs, against numbers written down, and the laws it keeps."""

import math
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from fsrs import Card, Rating, Scheduler
from fsrs.scheduler import LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS
from hypothesis import example, given
from hypothesis import strategies as st

from studycli.core.memory import (
    MAX_INTERVAL_DAYS,
    NEW_CARD,
    STEP,
    CardState,
    Engine,
    Grade,
    Phase,
    after_review,
    due_at,
    due_day,
    fuzz_of,
    fuzzed_days,
    outcomes,
)

ENGINE = Engine()
NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
History = list[tuple[int, Grade]]
"""Days since the review before, and the grade."""

AGAIN, HARD, GOOD, EASY = Grade
grades = st.sampled_from(Grade)
histories = st.lists(st.tuples(st.integers(0, 400), grades), min_size=1, max_size=12)
fuzzes = st.floats(0, 1, exclude_max=True)
retentions = st.floats(0.70, 0.99)


def after(history: History, engine: Engine = ENGINE) -> CardState:
    state, at = NEW_CARD, NOON
    for days, grade in history:
        at += timedelta(days=days)
        state = after_review(state, grade, at, engine)
    return state


def peer(history: History, engine: Engine = ENGINE) -> Card:
    """The card that py-fsrs makes of a history: no steps, no fuzz, UTC."""
    scheduler = Scheduler(engine.parameters, learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    card, at = Card(card_id=1), NOON
    for days, grade in history:
        at += timedelta(days=days)
        card, _ = scheduler.review_card(card, Rating(grade), at)
    return card


# golden numbers


@given(histories)
def test_states_are_those_of_py_fsrs(history: History) -> None:
    state, card = after(history), peer(history)
    assert state.stability_days == pytest.approx(card.stability, rel=1e-3)
    assert state.difficulty == pytest.approx(card.difficulty, rel=1e-3)


@given(histories, st.lists(st.floats(0.9, 1.05), min_size=21, max_size=21))
def test_with_fitted_parameters_too(history: History, factors: list[float]) -> None:
    bounds = zip(LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS, strict=True)
    fitted = Engine(
        [
            min(max(value * factor, low), high)
            for value, factor, (low, high) in zip(ENGINE.parameters, factors, bounds, strict=True)
        ]
    )
    state, card = after(history, fitted), peer(history, fitted)
    assert state.stability_days == pytest.approx(card.stability, rel=1e-3)
    assert state.difficulty == pytest.approx(card.difficulty, rel=1e-3)


@given(histories, st.integers(0, 4000))
def test_recall_is_that_of_py_fsrs(history: History, days: int) -> None:
    state, card = after(history), peer(history)
    assert card.last_review is not None
    theirs = Scheduler().get_card_retrievability(card, card.last_review + timedelta(days=days))
    assert state.last_day is not None
    assert ENGINE.recall(state, state.last_day + timedelta(days=days)) == pytest.approx(theirs, rel=1e-3)


@pytest.mark.parametrize(
    ("history", "stability_days", "difficulty", "phase", "lapses"),
    [
        pytest.param(
            [(0, GOOD), (2, GOOD), (11, GOOD), (46, GOOD), (163, GOOD)],
            497.447,
            2.09059,
            Phase.REVIEW,
            0,
            id="good each time it is due",
        ),
        pytest.param(
            [(0, GOOD), (2, GOOD), (11, AGAIN), (0, GOOD), (3, GOOD)],
            5.92550,
            7.36792,
            Phase.REVIEW,
            1,
            id="a lapse and its repetition",
        ),
        pytest.param(
            [(0, AGAIN), (0, AGAIN), (0, GOOD), (1, HARD), (3, GOOD)],
            1.91293,
            9.16983,
            Phase.REVIEW,
            0,
            id="again until it sits",
        ),
        pytest.param(
            [(0, EASY), (8, EASY), (400, AGAIN), (0, GOOD), (2, GOOD)],
            8.58631,
            7.00340,
            Phase.REVIEW,
            1,
            id="easy, and forgotten a year later",
        ),
        pytest.param(
            [(0, HARD), (1, HARD), (1, HARD), (2, HARD), (3, HARD)],
            8.68864,
            9.01533,
            Phase.REVIEW,
            0,
            id="hard all along",
        ),
    ],
)
def test_five_histories(
    history: History, stability_days: float, difficulty: float, phase: Phase, lapses: int
) -> None:
    state = after(history)
    assert state.stability_days == pytest.approx(stability_days, rel=1e-5)
    assert state.difficulty == pytest.approx(difficulty, rel=1e-5)
    assert (state.phase, state.lapses, state.reviews) == (phase, lapses, 5)


# states


@pytest.mark.parametrize(
    ("before", "grade", "phase", "lapses"),
    [
        pytest.param([], AGAIN, Phase.LEARNING, 0, id="new, failed"),
        pytest.param([], HARD, Phase.REVIEW, 0, id="new, passed"),
        pytest.param([(0, AGAIN)], AGAIN, Phase.LEARNING, 0, id="never passed, failed again"),
        pytest.param([(0, AGAIN)], GOOD, Phase.REVIEW, 0, id="never passed, passed"),
        pytest.param([(0, GOOD)], AGAIN, Phase.RELEARNING, 1, id="known, forgotten"),
        pytest.param([(0, GOOD), (3, AGAIN)], AGAIN, Phase.RELEARNING, 1, id="forgotten, failed again"),
        pytest.param([(0, GOOD), (3, AGAIN)], EASY, Phase.REVIEW, 1, id="forgotten, passed"),
        pytest.param([(0, GOOD), (3, AGAIN), (0, GOOD)], AGAIN, Phase.RELEARNING, 2, id="a second lapse"),
    ],
)
def test_phases(before: History, grade: Grade, phase: Phase, lapses: int) -> None:
    state = after([*before, (1, grade)])
    assert (state.phase, state.lapses, state.reviews) == (phase, lapses, len(before) + 1)


def test_a_review_keeps_what_it_does_not_concern() -> None:
    flagged = CardState(suspended=True, buried_on=date(2025, 1, 1), marked=True)
    state = after_review(flagged, GOOD, NOON, ENGINE)
    assert (state.suspended, state.buried_on, state.marked) == (True, date(2025, 1, 1), True)
    assert (state.last_day, state.last_at) == (NOON.date(), NOON)


@given(st.integers(-5000, 0), grades)
def test_a_review_before_the_last_one_counts_as_the_same_day(days: int, grade: Grade) -> None:
    known = after([(0, GOOD), (5, GOOD)])
    early = after_review(known, grade, NOON + timedelta(days=5 + days), ENGINE)
    same = after_review(known, grade, NOON + timedelta(days=5), ENGINE)
    assert (early.stability_days, early.difficulty) == (same.stability_days, same.difficulty)
    assert early.last_day == known.last_day
    assert ENGINE.next_memory(known, days, grade) == ENGINE.next_memory(known, 0, grade)


def test_days_are_study_days_at_the_offset_of_each_review() -> None:
    seoul, seattle = timezone(timedelta(hours=9)), timezone(timedelta(hours=-8))
    known = after_review(NEW_CARD, GOOD, datetime(2026, 11, 23, 12, tzinfo=seoul), ENGINE)
    landed = datetime(2026, 11, 23, 11, tzinfo=seattle)  # 16 hours on, the same date
    assert after_review(known, GOOD, landed, ENGINE).last_day == date(2026, 11, 23)
    night = datetime(2026, 11, 24, 3, 59, tzinfo=seoul)
    assert after_review(known, GOOD, night, ENGINE).stability_days == ENGINE.next_memory(known, 0, GOOD)[0]
    morning = datetime(2026, 11, 24, 4, 0, tzinfo=seoul)
    assert after_review(known, GOOD, morning, ENGINE).stability_days == ENGINE.next_memory(known, 1, GOOD)[0]


@given(histories)
def test_a_state_stays_one_that_the_engine_takes(history: History) -> None:
    state = after(history)
    assert 0.001 <= state.stability_days <= MAX_INTERVAL_DAYS
    assert 1 <= state.difficulty <= 10


# validated first


@pytest.mark.parametrize(
    ("stability_days", "difficulty"),
    [
        *((wrong, 5.0) for wrong in (-1.0, 0.0, 40_000.0, math.nan, math.inf)),
        *((3.0, wrong) for wrong in (0.0, 11.0, math.nan, -math.inf)),
    ],
)
def test_a_state_that_cannot_be_is_refused(stability_days: float, difficulty: float) -> None:
    state = CardState(Phase.REVIEW, stability_days, difficulty, NOON.date(), NOON, 1)
    with pytest.raises(ValueError, match="not an FSRS state"):
        after_review(state, GOOD, NOON, ENGINE)


PARAMETERS = list(ENGINE.parameters)


@pytest.mark.parametrize(
    "parameters",
    [
        pytest.param([], id="none"),
        pytest.param(PARAMETERS[:20], id="20"),
        pytest.param([*PARAMETERS, 0.1], id="22"),
        pytest.param([math.nan, *PARAMETERS[1:]], id="NaN"),
        pytest.param([math.inf, *PARAMETERS[1:]], id="infinity"),
        pytest.param([1e300, *PARAMETERS[1:]], id="too large for the engine"),
        pytest.param([*PARAMETERS[:20], 0.0], id="no decay"),
        pytest.param([*PARAMETERS[:20], 0.9], id="decay the engine would clip"),
    ],
)
def test_parameters_that_cannot_be_are_refused(parameters: list[float]) -> None:
    with pytest.raises(ValueError, match="21 parameters"):
        Engine(parameters)


@pytest.mark.parametrize("bounds", [LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS], ids=["lower", "upper"])
def test_parameters_may_lie_on_the_bounds_of_py_fsrs_and_not_beyond(bounds: tuple[float, ...]) -> None:
    assert Engine(bounds).parameters == bounds
    outwards = -1e-3 if bounds is LOWER_BOUNDS_PARAMETERS else 1e-3
    for place, bound in enumerate(bounds):
        with pytest.raises(ValueError, match="21 parameters"):
            Engine([*PARAMETERS[:place], bound + outwards, *PARAMETERS[place + 1 :]])


# intervals


@given(histories, retentions)
def test_the_interval_is_when_recall_falls_to_the_retention(history: History, retention: float) -> None:
    state = after(history)
    days = ENGINE.interval_days(state.stability_days, retention)
    assert state.last_day is not None
    before = ENGINE.recall(state, state.last_day + timedelta(days=min(math.floor(days), 100_000)))
    assert before >= retention or before == pytest.approx(retention)
    if days < 100_000:
        behind = ENGINE.recall(state, state.last_day + timedelta(days=math.ceil(days)))
        assert behind <= retention or behind == pytest.approx(retention)


def test_at_retention_90_the_interval_is_the_stability() -> None:
    assert ENGINE.interval_days(12.5, 0.9) == pytest.approx(12.5)


def test_a_new_card_is_not_recalled_and_a_known_one_is_on_its_day() -> None:
    assert ENGINE.recall(NEW_CARD, NOON.date()) == 0.0
    known = after([(0, GOOD)])
    assert ENGINE.recall(known, NOON.date()) == 1.0
    assert ENGINE.recall(known, NOON.date() - timedelta(days=9)) == 1.0


@given(histories, retentions, st.text(min_size=1), st.integers(0, 500))
def test_a_better_grade_never_brings_a_card_back_sooner(
    history: History, retention: float, card_id: str, days: int
) -> None:
    at = NOON + timedelta(days=sum(days for days, _ in history) + days)
    led = outcomes(after(history), card_id, at, ENGINE, retention)
    seconds = [led[grade].interval_s for grade in Grade]
    assert seconds == sorted(seconds)
    assert seconds[0] == 600
    assert all(86_400 <= each <= MAX_INTERVAL_DAYS * 86_400 for each in seconds[1:])


@given(histories, grades)
def test_the_outcome_shown_is_what_the_log_will_say(history: History, grade: Grade) -> None:
    state, at = after(history), NOON + timedelta(days=5000)
    shown = outcomes(state, "aws/a", at, ENGINE, 0.9)[grade]
    assert shown.state == after_review(state, grade, at, ENGINE)
    due = due_day(shown.state, "aws/a", ENGINE, 0.9)
    if due is None:
        assert due_at(shown.state) == at + STEP
    else:
        assert due == at.date() + timedelta(seconds=shown.interval_s)


def test_when_cards_are_due() -> None:
    assert (due_day(NEW_CARD, "aws/a", ENGINE, 0.9), due_at(NEW_CARD)) == (None, None)
    failed = after([(0, AGAIN)])
    assert (due_day(failed, "aws/a", ENGINE, 0.9), due_at(failed)) == (None, NOON + STEP)
    passed = after([(0, GOOD)])
    assert (due_day(passed, "aws/a", ENGINE, 0.9), due_at(passed)) == (date(2026, 1, 3), None)


# fuzz


@given(fuzzes, st.floats(0, 50_000), st.floats(0, 50_000))
@example(0.999, 2.49, 2.5)
@example(0.0, 2.49, 2.5)
@example(0.5, 36_500.0, 50_000.0)
def test_fuzzed_days_never_fall_when_days_grow(fuzz: float, days: float, other: float) -> None:
    assert fuzzed_days(min(days, other), fuzz) <= fuzzed_days(max(days, other), fuzz)


@given(st.floats(0, 50_000), fuzzes, fuzzes)
def test_fuzzed_days_never_fall_when_fuzz_grows(days: float, fuzz: float, other: float) -> None:
    assert fuzzed_days(days, min(fuzz, other)) <= fuzzed_days(days, max(fuzz, other))


@pytest.mark.parametrize(
    ("days", "lower", "middle", "upper"),
    [
        pytest.param(0.2, 1, 1, 1, id="under a day"),
        pytest.param(2.4, 2, 2, 2, id="too short to spread"),
        pytest.param(2.5, 2, 3, 4, id="the shortest that is spread"),
        pytest.param(7.0, 5, 7, 9, id="a week"),
        pytest.param(20.0, 17, 20, 23, id="20 days"),
        pytest.param(100.0, 93, 100, 107, id="100 days"),
        pytest.param(40_000.0, 36_500, 36_500, 36_500, id="more than the most"),
    ],
)
def test_fuzz_spreads_to_both_sides(days: float, lower: int, middle: int, upper: int) -> None:
    assert [fuzzed_days(days, fuzz) for fuzz in (0.0, 0.5, 0.999_999)] == [lower, middle, upper]


@given(st.text(), st.integers(0, 10_000))
def test_fuzz_depends_on_card_and_reviews_alone(card_id: str, reviews: int) -> None:
    assert 0 <= fuzz_of(card_id, reviews) < 1
    assert fuzz_of(card_id, reviews) == fuzz_of(card_id, reviews)


def test_fuzz_is_the_same_everywhere() -> None:
    assert fuzz_of("aws-serverless/lambda-memory", 3) == pytest.approx(0.099838195387, abs=1e-12)
    assert len({fuzz_of("aws/a", reviews) for reviews in range(100)}) == 100
