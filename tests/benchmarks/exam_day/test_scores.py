import re
from pathlib import Path

import numpy as np
import pytest

from benchmarks.exam_day import aims, line_up, page, picture
from benchmarks.exam_day.course import World
from benchmarks.exam_day.learners import Learners
from benchmarks.exam_day.line_up import FIRST_OF_GRID, GRID, SOLVERS, grid_options, run_anki
from benchmarks.exam_day.results import Results
from benchmarks.exam_day.scenarios import SETTINGS, WORLDS, Setting, Start
from benchmarks.exam_day.scores import TUNED, Mean, Scores, mean_of
from benchmarks.exam_day.study import Result
from tests.benchmarks.exam_day.samples import fresh

COUNT = 6
SHOWN = Setting(7, 5, Start.NEW)


def result(columns: np.ndarray) -> Result:
    flat = columns.ravel()
    return Result(flat, np.ones_like(flat), np.ones_like(flat), np.ones_like(flat))


def grid(learners: Learners, setting: Setting, world: World) -> Result:
    """Everybody does well with the fourth of the grid; the first learner does best with the second."""
    recall = np.full((learners.count, FIRST_OF_GRID + len(GRID)), 0.5)
    recall[:, FIRST_OF_GRID + 3] = 0.58
    recall[0, FIRST_OF_GRID + 1] = 1.0
    return result(recall)


@pytest.fixture
def results(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Results:
    """Results that cost nothing: every policy but Anki gives learner n recall 0.6 + n / 100."""
    other = lambda learners, setting, world: result(0.6 + np.arange(learners.count)[:, None] / 100)  # noqa: E731
    for name in SOLVERS:
        monkeypatch.setitem(line_up.SOLVERS, name, grid if name == "anki" else other)
    return Results(COUNT, tmp_path)


def test_tuning_looks_at_the_other_learners_only(results: Results) -> None:
    scores = Scores(results, [SHOWN], "plain")
    # What is best for the first learner is taken for all but the first.
    assert scores.recall[TUNED][0] == pytest.approx([58.0, *[50.0] * (COUNT - 1)])
    assert [learners for _, learners in scores.choices(SHOWN)] == [COUNT - 1, 1]


def test_a_mean_has_the_error_of_independent_learners() -> None:
    found = mean_of(np.array([1.0, 3.0]))
    assert [found.mean, found.error] == pytest.approx([2.0, 1.0])


@pytest.mark.parametrize(
    ("value", "above", "below"),
    [((1.0, 0.4), True, False), ((1.0, 0.6), False, False), ((-1.0, 0.4), False, True)],
)
def test_a_difference_counts_from_two_standard_errors(
    value: tuple[float, float], above: bool, below: bool
) -> None:
    assert (Mean(*value).is_above, Mean(*value).is_below) == (above, below)


def test_differences_are_taken_learner_by_learner(results: Results) -> None:
    scores = Scores(results, [SHOWN], "plain")
    assert scores.difference("greedy", "lowest", SHOWN) == Mean(0.0, 0.0)
    assert scores.overall("greedy", TUNED).mean == pytest.approx(62.5 - 308 / 6)


def test_a_share_is_one_of_means(results: Results) -> None:
    scores = Scores(results, [SHOWN], "plain")
    found = scores.share(TUNED, "greedy", SHOWN)
    assert found.mean == pytest.approx(100.0 * (308 / 6) / 62.5)
    assert 0.0 < found.error < 4.0


def test_results_are_kept(results: Results, tmp_path: Path) -> None:
    assert not results.is_kept("greedy", SHOWN, "plain")
    first = results.table("greedy", SHOWN, "plain")
    assert results.is_kept("greedy", SHOWN, "plain")
    again = Results(COUNT, tmp_path).table("greedy", SHOWN, "plain")
    assert (again.recall == first.recall).all()
    assert not Results(COUNT + 1, tmp_path).is_kept("greedy", SHOWN, "plain")


def test_the_page_is_filled_in_between_its_markers(results: Results) -> None:
    scores = {world: Scores(results, SETTINGS, world) for world in WORLDS}
    texts = page.parts(scores) | {"aims": aims.aims(scores)}
    before = page.FILE.read_text("utf-8")
    after = page.written(before, texts)
    assert page.written(after, texts) == after
    marked = set(re.findall(r"<!-- (\S+) -->", before)) - {"end"}
    assert {"found", "aims", "plain", "worlds", "grid", "driven"} == marked
    assert all(text in after for text in texts.values())
    (driven,) = re.findall(r"<!-- driven -->\n.*?<!-- end -->", before, re.DOTALL)
    assert driven in after
    assert after.split("<!-- found -->")[0] == before.split("<!-- found -->")[0]
    assert "+11.2±" in after


def test_the_picture_has_a_mark_for_every_policy_shown(results: Results) -> None:
    scores = Scores(results, SETTINGS, "plain")
    drawn = picture.picture(scores)
    shown = [name for name in picture.MARKS if name in scores.columns]
    assert drawn.count("<circle") == len(shown) * (1 + len(SETTINGS))


def test_the_grid_is_every_choice_once_and_fills_the_time() -> None:
    options = grid_options(Setting(21, 5, Start.HALF))
    assert len(set(options)) == len(GRID) == 24
    assert all(each.fills for each in options)
    assert {each.new_per_day for each in options} == {20, 9, 9999}


def test_anki_and_the_grid_stand_side_by_side() -> None:
    learners = fresh(learners=2, cards=30).learners
    found = run_anki(learners, Setting(3, 2, Start.NEW), World())
    table = found.recall.reshape(2, -1)
    assert table.shape[1] == FIRST_OF_GRID + len(GRID)
    assert (table[:, 1] >= table[:, 0] - 1e-9).all()
