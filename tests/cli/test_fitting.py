"""Fitting through the commands, on a log of many reviews."""

from datetime import datetime, time, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from studycli.cli.fitting import fit_if_time
from studycli.core.history import PastReview
from studycli.core.memory import Engine
from studycli.log.events import Event, Review, Source, encode
from tests.cli.conftest import Studio
from tests.planner.test_fit import FORGETFUL, course

SEOUL = timezone(timedelta(hours=9))
DAYS_BACK = 400


def write_log(home: Path, reviews: list[PastReview], device: str = "bbbbbbbb") -> None:
    """The reviews as the log of another device, the first of them ``DAYS_BACK`` days before the tests' now."""
    folder = home / "data" / "log"
    folder.mkdir(parents=True, exist_ok=True)
    shift = timedelta(days=DAYS_BACK)
    events = [
        Event(
            device,
            seq,
            datetime.combine(review.day - shift, time(20), SEOUL) + timedelta(seconds=seq),
            Review(review.card, review.grade, review.seconds, Source.SESSION),
        )
        for seq, review in enumerate(reviews, start=1)
    ]
    (folder / f"{device}.jsonl").write_bytes(b"".join(map(encode, events)))


def settings_of(studio: Studio) -> list[dict[str, Any]]:
    return [event for event in studio.log if event["kind"] == "setting"]


@pytest.fixture
def forgetful(studio: Studio) -> Studio:
    """A learner of 1,800 reviews who forgets faster than most."""
    write_log(studio.home, course(FORGETFUL, 300))
    return studio


def test_a_fit_on_demand_is_used_and_says_before_and_after(forgetful: Studio) -> None:
    done = forgetful("config", "parameters", "fit")
    assert (done.code, done.err) == (0, "")
    told, saved = done.out.splitlines()
    assert told.startswith("A memory model fitted to your 1,800 reviews is in use from now on")
    event = settings_of(forgetful)[-1]
    assert (event["kind"], event["name"], len(event["value"])) == ("setting", "parameters", 21)
    assert saved == f"parameters = {','.join(map(str, event['value']))}"
    assert forgetful("config", "parameters", "--json").json == {"parameters": event["value"]}


def test_what_predicts_no_better_changes_nothing(forgetful: Studio) -> None:
    forgetful("config", "parameters", "fit")
    before = forgetful.log
    again = forgetful("config", "parameters", "fit", "--json")
    assert again.code == 0
    assert "no better" in again.err
    assert again.json == {"parameters": settings_of(forgetful)[-1]["value"]}
    assert forgetful.log == before


def test_they_hold_for_the_whole_history_until_they_are_unset(forgetful: Studio) -> None:
    stabilities = []
    for argv in ([], ["parameters", "fit"], ["parameters", "--unset"]):
        forgetful("config", *argv)
        with forgetful.wiring() as wiring:
            stabilities.append(wiring.learner.state("lib/7").stability_days)
    default, own, again = stabilities
    assert own < default
    assert again == default


def test_a_list_of_settings_names_them_briefly(forgetful: Studio) -> None:
    assert "parameters         (not set)" in forgetful("config").out
    forgetful("config", "parameters", "fit")
    assert "parameters         your own" in forgetful("config").out


def test_numbers_from_elsewhere_are_taken(studio: Studio) -> None:
    numbers = [round(value * 1.01, 4) for value in Engine().parameters[:4]] + list(Engine().parameters[4:])
    done = studio("config", "parameters", ",".join(map(str, numbers)))
    assert done.code == 0
    assert settings_of(studio)[-1]["value"] == numbers


@pytest.mark.parametrize(
    "text", ["1,2,3", "fitted", ",".join(["1000000"] * 21), ",".join(["nan"] * 21)], ids=str
)
def test_what_are_no_parameters_is_refused(studio: Studio, text: str) -> None:
    done = studio("config", "parameters", text)
    assert (done.code, done.out, studio.log) == (2, "", [])
    assert "parameters: does not take" in done.err


@pytest.mark.parametrize(("language", "text"), [("en", "need 1000 reviews"), ("ko", "복습이 1000번 필요")])
def test_too_few_reviews_are_one_line(studio: Studio, language: str, text: str) -> None:
    write_log(studio.home, course(FORGETFUL, 10))
    done = studio("--language", language, "config", "parameters", "fit")
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert text in done.err


def test_it_is_fitted_when_it_is_time_and_not_again_before_there_is_more(forgetful: Studio) -> None:
    with forgetful.wiring() as wiring:
        first = fit_if_time(wiring)
        assert first is not None
        assert first.is_better
        assert wiring.settings.parameters == first.parameters
        assert fit_if_time(wiring) is None
    assert settings_of(forgetful)[-1]["value"] == list(first.parameters)


def test_a_young_log_is_left_alone(studio: Studio) -> None:
    write_log(studio.home, course(FORGETFUL, 10))
    with studio.wiring() as wiring:
        assert fit_if_time(wiring) is None
    assert settings_of(studio) == []
