import sys
from collections.abc import Mapping
from datetime import date

import pytest

from studycli.cli.exam_papers import blueprint_named
from studycli.cli.planning import Planning
from studycli.planner.weights import exam_weights
from tests.cli.conftest import ROOT, Result, Studio
from tests.ui.pty_helper import PtyHelper

EVE = "2026-12-19T20:00:00+09:00"
EXAM = "2026-12-20"
AFTER = "2026-12-20T19:00:00+09:00"
LATER = "2026-12-20T20:00:00+09:00"


@pytest.fixture
def planned(studio: Studio) -> Studio:
    """A learner with a plan, after the exam."""
    studio("plan", "--exam-date", EXAM, "--blueprint", "sample", STUDYCLI_NOW=EVE)
    studio.env["STUDYCLI_NOW"] = AFTER
    return studio


def events(studio: Studio, kind: str) -> list[dict[str, object]]:
    return [event for event in studio.log if event["kind"] == kind]


def test_a_result_is_kept_with_what_was_expected(planned: Studio) -> None:
    plan = planned("plan", "--json", STUDYCLI_NOW=EVE).json
    found = planned("result", "700", "--json").json
    assert found == {
        "exam_date": EXAM,
        "blueprint": "sample",
        "score": 700,
        "passed": False,
        "expected_score": plan["expected_score"],
        "low": plan["low"],
        "high": plan["high"],
        "pass_probability": plan["pass_probability"],
        "weak": found["weak"],
    }
    (event,) = events(planned, "result")
    assert (event["score"], event["exam_date"]) == (700, EXAM)
    assert planned("result", "--json").json == [found]


def test_a_forecast_of_another_exam_is_no_expectation_of_this_one(planned: Studio) -> None:
    planned("config", "blueprint", "bare")
    found = planned("result", "50", "--json").json
    assert (found["blueprint"], found["expected_score"], found["weak"]) == ("bare", None, [])


def test_a_result_closes_the_exam(planned: Studio) -> None:
    planned("result", "800")
    assert planned("config", "exam-date", "--json", STUDYCLI_NOW=LATER).json == {"exam-date": None}
    assert planned("status", "--json", STUDYCLI_NOW=LATER).json["exam"] is None


@pytest.mark.parametrize(
    ("language", "score", "texts"),
    [
        pytest.param("en", "720", ["passed", "Congratulations"], id="en, passed"),
        pytest.param("ko", "720", ["합격", "축하합니다"], id="ko, passed"),
        pytest.param(
            "en",
            "719",
            ["failed", "2027-01-03, in 14 days", "studycli plan --exam-date 2027-01-03"],
            id="en, failed",
        ),
        pytest.param("ko", "719", ["불합격", "2027-01-03", "14일"], id="ko, failed"),
    ],
)
def test_what_is_said_and_what_now(planned: Studio, language: str, score: str, texts: list[str]) -> None:
    done = planned("--language", language, "result", score)
    assert (done.code, done.err) == (0, "")
    for text in texts:
        assert text in done.out


def test_the_retake_is_weighted_to_the_weak_domains(planned: Studio) -> None:
    done = planned("result", "600", "--weak", "resilient")
    assert "counts these domains more: Resilience" in done.out
    assert events(planned, "result")[0]["weak"] == ["resilient"]


def test_sessions_before_a_retake_weigh_cards_as_its_plan_does(studio: Studio) -> None:
    studio.env["STUDYCLI_LIBRARY"] = str(ROOT)
    before, plain = _weights(studio), _weights_for(studio, ())
    assert before == plain
    studio("result", "600", "--exam-date", "2026-11-20", "--weak", "secure")
    assert _weights(studio) == _weights_for(studio, ("secure",)) != before


def _weights(studio: Studio) -> Mapping[str, float]:
    """What each card counts in sessions."""
    with studio.wiring() as wiring:
        return dict(Planning(wiring, date(2026, 12, 20)).weights)


def _weights_for(studio: Studio, weak: tuple[str, ...]) -> Mapping[str, float]:
    with studio.wiring() as wiring:
        shelf, (_, blueprint) = wiring.shelf, blueprint_named(wiring, None)
        return exam_weights(shelf.refs(), shelf.question_refs(), blueprint, weak)


def test_a_result_told_again_replaces_the_one_before(planned: Studio) -> None:
    planned("result", "700")
    planned("result", "730", "--exam-date", EXAM, STUDYCLI_NOW=LATER)
    (found,) = planned("result", "--json", STUDYCLI_NOW=LATER).json
    assert (found["score"], found["passed"]) == (730, True)


def test_a_result_of_an_older_exam_leaves_the_plan_for_the_next(studio: Studio) -> None:
    studio("config", "exam-date", EXAM)
    studio("result", "800", "--exam-date", "2026-11-20")
    assert studio("config", "exam-date", "--json").json == {"exam-date": EXAM}


def test_an_exam_that_was_not_planned_for(studio: Studio) -> None:
    found = studio("result", "800", "--json").json
    assert (found["exam_date"], found["expected_score"]) == ("2026-11-23", None)


def test_history_and_how_the_forecasts_came_out(planned: Studio) -> None:
    planned("result", "700")
    lines = planned("result", STUDYCLI_NOW=LATER).out.splitlines()
    assert lines[0].startswith(f"{EXAM}  sample  700 of 720 needed, failed; expected ")
    assert lines[2].startswith("1 forecast: real less expected ")


def test_no_results_yet(studio: Studio) -> None:
    assert studio("result") == Result(0, "No result yet; after the exam: studycli result SCORE\n", "")
    assert studio("result", "--json").json == []


@pytest.mark.parametrize(
    ("argv", "text"),
    [
        pytest.param(["99"], "99 is outside the scale of sample (100 to 1000)", id="below"),
        pytest.param(["1001"], "1001 is outside the scale of sample", id="above"),
        pytest.param(["--", "-5"], "-5 is outside the scale", id="negative"),
        pytest.param(["high"], "is not a valid int", id="a word"),
        pytest.param(["700", "--weak", "nowhere"], "nowhere is no domain of this exam", id="no domain"),
        pytest.param(["700", "--exam-date", "2027-02-01"], "is still ahead", id="a day ahead"),
        pytest.param(["700", "--exam-date", "soon"], "use: YYYY-MM-DD", id="no day"),
        pytest.param(["--exam-date", EXAM], "SCORE: needed", id="a day without a score"),
        pytest.param(["--weak", "secure"], "SCORE: needed", id="a domain without a score"),
    ],
)
def test_bad_input_is_one_line_and_nothing_is_written(planned: Studio, argv: list[str], text: str) -> None:
    before = len(planned.log)
    done = planned("result", *argv)
    assert (done.code, done.out, len(planned.log)) == (2, "", before)
    assert text in done.err


def test_before_the_exam_there_is_no_result(planned: Studio) -> None:
    done = planned("result", "700", STUDYCLI_NOW=EVE)
    assert (done.code, done.out) == (2, "")
    assert f"the exam of {EXAM} is still ahead" in done.err


@pytest.mark.parametrize(
    ("agree", "date"), [pytest.param(True, "2027-01-03", id="yes"), pytest.param(False, None, id="no")]
)
def test_on_a_terminal_a_retake_is_planned(planned: Studio, agree: bool, date: str | None) -> None:
    command = [sys.executable, "-m", "studycli", "result", "650"]
    env = planned.process_env({"LC_ALL": "C.UTF-8", "ACCESSIBLE": "1"})
    with PtyHelper(command, environ=env, cwd=str(ROOT)) as terminal:
        terminal.wait_for("need improvement")
        terminal.send(b"3\r")
        terminal.wait_for("use numbers from 1 to 2")
        terminal.send(b"2,1\r")
        terminal.wait_for("Plan for 2027-01-03?")
        terminal.send(b"2\r" if agree else b"1\r")
        assert terminal.wait_exit() == 0
    assert events(planned, "result")[0]["weak"] == ["secure", "resilient"]
    assert planned("config", "exam-date", "--json", STUDYCLI_NOW=LATER).json == {"exam-date": date}
