"""Exams and practice without a terminal: what is printed, and what is refused."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Studio

ROOT = Path(__file__).parents[2]


@pytest.fixture
def bundled(studio: Studio) -> Studio:
    """A studycli with the bundled library."""
    studio.env["STUDYCLI_LIBRARY"] = str(ROOT)
    return studio


@pytest.mark.parametrize(
    ("argv", "says"),
    [
        pytest.param(("exam", "start", "quick"), "exam print", id="start"),
        pytest.param(("practice",), "needs a terminal", id="practice"),
        pytest.param(("exam", "start", "quikc"), "quick", id="near-name"),
        pytest.param(("exam", "resume"), "exam start", id="nothing-open"),
        pytest.param(("exam", "report"), "exam start", id="no-report"),
        pytest.param(("exam", "report", "abcdefgh-1"), "exam list", id="unknown"),
        pytest.param(("exam", "discard", "abcdefgh-1"), "exam list", id="discard-unknown"),
        pytest.param(("exam", "print", "quick", "--questions", "999"), "at most", id="too-many"),
        pytest.param(("exam", "print", "--key-only", "--no-key"), "--no-key", id="neither"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(bundled: Studio, argv: tuple[str, ...], says: str) -> None:
    result = bundled(*argv)
    assert (result.code, result.out) == (2, "")
    assert says in result.err
    assert len(result.err.splitlines()) == 1


def test_a_domain_that_lacks_questions_is_named(studio: Studio) -> None:
    result = studio("exam", "print", "sample")
    assert result.code == 2
    assert "Security 0/" in result.err
    assert "--questions" in result.err


def test_no_exams_are_an_empty_list(bundled: Studio) -> None:
    assert bundled("exam", "list", "--json").json == []


def test_the_same_seed_prints_the_same_paper(bundled: Studio) -> None:
    first, second = (bundled("exam", "print", "quick", "--seed", "7").out for _ in range(2))
    assert first == second
    assert first.count("\n## ") == 11
    assert "## Key" not in bundled("exam", "print", "quick", "--seed", "7", "--no-key").out


def test_the_switch_takes_true_and_false(bundled: Studio) -> None:
    assert bundled("config", "exam-cards", "false").code == 0
    values: dict[str, Any] = bundled("config", "--json").json
    assert values["exam-cards"] is False
    assert bundled("config", "exam-cards", "maybe").code == 2
