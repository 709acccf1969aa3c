import csv
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycli.core.history import PastReview
from studycli.core.memory import NEW_CARD, CardState, Engine, Grade, Phase
from studycli.planner.fit import LEAST_REVIEWS, fit, is_time

DEFAULTS = Engine()
MONDAY = date(2026, 11, 23)
FORGETFUL = Engine([{2: 0.5, 8: 0.8}.get(place, value) for place, value in enumerate(DEFAULTS.parameters)])
"""A first "good" is worth half a day, and each later one much less."""


@pytest.fixture(scope="module")
def real_log() -> list[PastReview]:
    with (Path(__file__).parent / "real_log" / "reviews.csv").open(encoding="ascii") as file:
        return [
            PastReview(
                row["card"],
                Grade(int(row["grade"])),
                date.fromisoformat(row["day"]),
                float(row["seconds"]),
            )
            for row in csv.DictReader(file)
        ]


def course(truth: Engine, cards: int, seed: int = 7) -> list[PastReview]:
    """Each card at 1, 3, 9, 27 and 81 days, recalled as ``truth`` has it; nothing twice on a day."""
    chance = Random(seed)
    reviews = []
    for card in range(cards):
        state, day = NEW_CARD, MONDAY + timedelta(days=card // 3)
        for days in (0, 1, 3, 9, 27, 81):
            day += timedelta(days=days)
            recalled = not days or chance.random() < truth.recall(state, day)
            grade = Grade.GOOD if recalled else Grade.AGAIN
            stability, difficulty = truth.next_memory(state, days, grade)
            state = CardState(Phase.REVIEW, stability, difficulty, day)
            reviews.append(PastReview(f"lib/{card}", grade, day, 5.0))
    return sorted(reviews, key=lambda review: review.day)


@pytest.mark.parametrize(
    ("reviews", "fitted_at", "time"),
    [
        pytest.param(999, 0, False, id="too few"),
        pytest.param(1000, 0, True, id="enough"),
        pytest.param(1199, 1000, False, id="hardly any new"),
        pytest.param(1200, 1000, True, id="a fifth more"),
        pytest.param(1000, 12_000, False, id="a log that became shorter"),
    ],
)
def test_when_to_fit(reviews: int, fitted_at: int, time: bool) -> None:
    assert is_time(reviews, fitted_at) is time


def test_a_real_log_is_predicted_better_by_its_own_parameters(real_log: list[PastReview]) -> None:
    found = fit(real_log[:2000], DEFAULTS)
    assert found is not None
    assert found.is_better
    assert (found.reviews, found.held_back) == (2000, 124)
    assert found.before - found.after > 0.02


def test_the_same_log_a_little_longer_is_not(real_log: list[PastReview]) -> None:
    found = fit(real_log, DEFAULTS)
    assert found is not None
    assert not found.is_better


def test_a_fit_to_much_finds_the_learner_behind_it() -> None:
    found = fit(course(FORGETFUL, 400), DEFAULTS)
    assert found is not None
    assert found.is_better
    first_good = found.parameters[2]
    assert abs(first_good - FORGETFUL.parameters[2]) < abs(first_good - DEFAULTS.parameters[2])


def test_what_is_used_already_is_not_better_than_itself(real_log: list[PastReview]) -> None:
    found = fit(real_log[:2000], DEFAULTS)
    assert found is not None
    again = fit(real_log[:2000], Engine(found.parameters))
    assert again is not None
    assert again.before == found.after
    assert not again.is_better


def test_parameters_that_predict_worse_are_refused() -> None:
    """Those of a learner who changed after the first four fifths."""
    early, late = course(FORGETFUL, 200), course(DEFAULTS, 40, seed=8)
    moved = [
        review._replace(card=f"{review.card}-late", day=review.day + timedelta(days=400)) for review in late
    ]
    found = fit([*early, *moved], DEFAULTS)
    assert found is not None
    assert not found.is_better


def test_the_same_reviews_give_the_same_parameters(real_log: list[PastReview]) -> None:
    assert fit(real_log, DEFAULTS) == fit(real_log, DEFAULTS)


def told(days: Sequence[int], grade: Grade = Grade.GOOD, cards: int = LEAST_REVIEWS) -> list[PastReview]:
    return [
        PastReview(f"lib/{card}", grade, MONDAY + timedelta(days=day), 5.0)
        for day in days
        for card in range(cards)
    ]


@pytest.mark.parametrize(
    "reviews",
    [
        pytest.param([], id="none"),
        pytest.param(told([0]), id="each card once"),
        pytest.param(told([0, 0, 0]), id="all on one day"),
        pytest.param(told([0, -3, -9]), id="a clock that only went back"),
        pytest.param(told([0, 1], cards=1) + told([0], cards=2000), id="nothing on a later day held back"),
        pytest.param(told(range(3000), cards=1), id="one card all the time"),
    ],
)
def test_reviews_that_say_nothing_of_memory_are_not_fitted(
    reviews: list[PastReview], capfd: pytest.CaptureFixture[str]
) -> None:
    assert fit(reviews, DEFAULTS) is None
    assert capfd.readouterr() == ("", "")


@given(
    st.lists(
        st.builds(
            PastReview,
            st.sampled_from(["lib/a", "lib/b", "lib/c"]),
            st.sampled_from(Grade),
            st.integers(-400, 400).map(lambda days: MONDAY + timedelta(days=days)),
            st.just(5.0),
        ),
        max_size=60,
    )
)
def test_whatever_the_log_holds_the_engine_never_panics(reviews: list[PastReview]) -> None:
    found = fit(reviews, DEFAULTS)
    assert found is None or Engine(found.parameters).parameters == found.parameters
