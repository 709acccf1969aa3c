"""Which processors the screen and the work beside it get."""

import subprocess
import sys

import pytest

from studycli.ui.processors import ANYWHERE, Places, apart, processors


@pytest.mark.parametrize(
    ("given", "places"),
    [
        pytest.param({0, 1}, Places({0}, {1}), id="one each"),
        pytest.param({2, 5, 7}, Places({2}, {5, 7}), id="the work gets more"),
        pytest.param({0, 1, 2, 3}, Places({0, 1}, {2, 3}), id="half and half"),
        pytest.param({3}, ANYWHERE, id="only one"),
        pytest.param(set(), ANYWHERE, id="nobody knows"),
    ],
)
def test_screen_and_work_get_half_each(given: set[int], places: Places) -> None:
    assert apart(given) == places
    assert apart(given).after == (given if places.screen else set())


def test_a_process_keeps_to_those_it_is_given_and_no_others() -> None:
    first = sorted(processors())[:1]
    code = (
        "from studycli.ui.processors import keep_to, processors\n"
        f"keep_to({set(first)})\nkeep_to(frozenset())\nkeep_to({{100_000}})\nprint(sorted(processors()))"
    )
    told = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert told.stdout.strip() == str(first)
