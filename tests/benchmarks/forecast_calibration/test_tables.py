from dataclasses import replace

import pytest

from benchmarks.exam_day.course import Estimate
from benchmarks.forecast_calibration.pupils import Custom
from benchmarks.forecast_calibration.tables import Compared, paired_table, put_in, summary_of, table

RIGHT = Compared(Estimate.FITTED, "main", Custom.MOCKS, 7, 750, 700, 800, 0.8, 740, passed=True)
GROUP = [
    RIGHT,
    replace(RIGHT, score=800),
    replace(RIGHT, score=690, passed=False),
    replace(RIGHT, score=810, horizon=1),
]


def test_a_group_of_forecasts_by_hand() -> None:
    found = summary_of(GROUP)
    assert (found.count, found.within, found.below, found.above) == (4, 0.5, 0.25, 0.25)
    assert found.within_error == pytest.approx(0.25)
    assert found.bias == pytest.approx((10 - 50 + 60 - 60) / 4)
    assert found.error == pytest.approx(((100 + 2500 + 3600 + 3600) / 4) ** 0.5)
    assert found.width == 100
    assert found.brier == pytest.approx((3 * 0.04 + 0.64) / 4)
    assert found.base_rate == pytest.approx(0.75 * 0.25)


def test_a_table_has_a_row_for_each_group() -> None:
    rows = list(table(GROUP, "When", [("D-7", lambda each: each.horizon == 7)]))
    assert rows[0].startswith("| When | forecasts | in the 80% range |")
    assert rows[2].startswith("| D-7 | 3 | 66.7% ± 27.2 | 33.3% | 0.0% | +6.7 ± 31.8 |")
    assert len(rows) == 3


def test_pairs_differ_on_the_mean() -> None:
    pairs = [
        (replace(RIGHT, expected=760, score=750), RIGHT),
        (replace(RIGHT, expected=750, score=810), RIGHT),
        (replace(RIGHT, horizon=1), RIGHT),
    ]
    rows = list(paired_table(pairs, "When", [("D-7", lambda each: each.horizon == 7)]))
    assert rows[0].startswith("| When | pairs | real score |")
    assert rows[2:] == ["| D-7 | 2 | +40.0 ± 30.0 | +5.0 ± 5.0 | -35.0 ± 35.0 | -50.0 ± 50.0 |"]


def test_tables_stand_between_the_marks_of_their_part() -> None:
    page = "before\n<!-- table -->\nold\n<!-- /table -->\nafter\n<!-- priced -->\n<!-- /priced -->\n"
    assert put_in(page, ["new"], "table") == page.replace("old", "new")
    assert put_in(page, ["new"], "priced") == page.replace("<!-- priced -->", "<!-- priced -->\nnew")
