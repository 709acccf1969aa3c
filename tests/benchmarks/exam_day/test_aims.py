import numpy as np
import pytest

from benchmarks.exam_day.aims import aims, verdict
from benchmarks.exam_day.scenarios import SETTINGS
from benchmarks.exam_day.scores import FILL, TUNED, Mean, Scores
from studycli.planner.fsrs import Floats

BEFORE = {FILL: 70.0, TUNED: 85.0, "greedy": 86.0, "index": 87.0, "index_full": 87.5, "bound": 88.0}


class Fixed(Scores):
    """Every learner has the same recall in every setting."""

    def __init__(self, **recall: float) -> None:
        self.settings, self.world = SETTINGS, "plain"
        self.given = {name: np.full((len(SETTINGS), 4), value) for name, value in (BEFORE | recall).items()}

    @property
    def recall(self) -> dict[str, Floats]:
        return self.given


def told(**recall: float) -> list[bool]:
    """Of each line, whether the aim is reached in a plain world with this recall."""
    usual = {"index": 87.0, "index_full": 86.0, "greedy": 86.0}
    text = aims({"plain": Fixed(**recall), "fragile": Fixed(**usual), "missed": Fixed(**usual)})
    return ["not reached" not in line for line in text.splitlines()[2:]]


@pytest.mark.parametrize(
    ("recall", "missed"),
    [
        ({}, set()),
        ({"index": 84.9, "index_full": 86.9}, {0}),
        ({"greedy": 84.9}, {1}),
        ({"index": 79.9, "index_full": 81.8, TUNED: 79.0, "bound": 82.0}, {2}),
        ({"greedy": 79.9, TUNED: 79.0}, {3}),
        ({"index_full": 86.5}, {4}),
        ({"index_full": 84.5, "index": 86.0}, {4, 5}),
        ({"index_full": 87.9, "index": 85.8}, {6}),
    ],
)
def test_an_aim_is_missed_where_the_figures_miss_it(recall: dict[str, float], missed: set[int]) -> None:
    assert {line for line, reached in enumerate(told(**recall)) if not reached} == missed


def test_the_other_worlds_are_aims_too() -> None:
    worse = {"index": 85.0, "index_full": 86.0, "greedy": 86.0}
    text = aims({"plain": Fixed(), "fragile": Fixed(**worse), "missed": Fixed(**worse)})
    assert ["not reached" in line for line in text.splitlines()[-2:]] == [True, True]
    assert "least −1.0±0.0" in text


def test_chance_is_allowed_for() -> None:
    assert verdict([Mean(10.1, 0.6)], 10.0) == "reached"
    assert verdict([Mean(10.1, 0.6), Mean(9.0, 0.6)], 10.0) == "missed by less than two standard errors"
    assert verdict([Mean(10.1, 0.6), Mean(9.0, 0.4)], 10.0) == "**not reached**"
