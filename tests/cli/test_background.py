"""What goes on beside the screens, and what it leaves: real sessions in a pseudo-terminal, and processes killed."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from datetime import date, timedelta
from pathlib import Path

import pytest

from studycli.cli.background import background, finish_plan
from studycli.cli.foreseeing import loaded_plan
from studycli.cli.options import ReviewOptions
from studycli.cli.plan_cache import PlanCache
from studycli.cli.planned_today import PlannedToday
from studycli.cli.sessions import Sessions
from studycli.cli.shelf_deck import ShelfDeck
from studycli.cli.today import today_of
from studycli.core.memory import Grade
from studycli.log.events import Event, Review, Setting, Source
from studycli.log.settings import SettingName
from studycli.planner import index as greedy
from studycli.planner.dual.kept import LEAST_GAIN
from studycli.ui.background import Background, Lanes
from studycli.ui.effects import Failed, LookAhead, LookedAhead, PlanAhead
from studycli.ui.events import Effect
from studycli.ui.screens.plan import LoadPlan, PlanLoaded
from studycli.ui.search_effects import Find, Found
from tests.cli.conftest import Studio
from tests.cli.test_planned_today import CARDS, EXAM, NOW, at, wired
from tests.cli.test_studying import MONDAY, TUESDAY, Start, log_of, start
from tests.log.samples import HERE, write

__all__ = ["start"]


@pytest.fixture
def planned(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> Studio:
    """A studycli with an exam in 27 days, and an answer; leaving waits however slow the machine is."""
    monkeypatch.setattr("studycli.cli.background._LAST_S", 30.0)
    studio("config", "exam-date", EXAM)
    studio("grade", CARDS[0], "good", "--seconds", "9")
    return studio


def least_gain(studio: Studio, now: str = at(0)) -> float:
    """From what gain on a session that starts now takes an answer: it tells what it follows."""
    with wired({**studio.env, "STUDYCLI_NOW": now}) as wiring:
        plan = today_of(wiring, wiring.clock().at).plan
        assert plan is not None
        return plan.least_gain


def best_of(home: Path, library: Path, now: str) -> tuple[str, float]:
    """The card that the plan puts first, and from what gain on it takes any."""
    env = {"STUDYCLI_HOME": str(home), "STUDYCLI_LIBRARY": str(library), "STUDYCLI_NOW": now}
    with wired(env) as wiring:
        today = today_of(wiring, wiring.clock().at)
        assert isinstance(today, PlannedToday)
        return today.whole.items[0].card, today.plan.least_gain


@pytest.mark.parametrize("effect", [LookAhead(), PlanAhead()], ids=["with a forecast", "the plan alone"])
def test_planning_ahead_leaves_what_the_next_session_follows(
    planned: Studio, effect: LookAhead | PlanAhead
) -> None:
    assert least_gain(planned) == greedy.LEAST_GAIN
    with wired(planned.env) as wiring, background(wiring) as handle:
        result = handle(effect)
        assert isinstance(result, LookedAhead) is isinstance(effect, LookAhead)
        if isinstance(result, LookedAhead):
            assert result.foresight.exam == date.fromisoformat(EXAM)
        found = handle(Find("lambda", 5))
        assert isinstance(found, Found)
    assert least_gain(planned) == LEAST_GAIN
    assert least_gain(planned, at(24 * 60)) == LEAST_GAIN


def test_what_was_told_last_comes_with_what_to_expect_now(planned: Studio) -> None:
    def looked(now: str) -> LookedAhead:
        with wired({**planned.env, "STUDYCLI_NOW": now}) as wiring, background(wiring) as handle:
            result = handle(LookAhead())
        assert isinstance(result, LookedAhead)
        return result

    first = looked(at(0))
    assert first.before is None
    planned("grade", CARDS[1], "good", "--seconds", "9", STUDYCLI_NOW=at(1))
    second = looked(at(2))
    assert second.before == first.foresight
    assert looked(at(3)) == LookedAhead(second.foresight)


def test_the_plan_is_worked_out_beside_the_screen_and_comes_whole(planned: Studio) -> None:
    with wired(planned.env) as wiring:
        work = Lanes(lambda: background(wiring))
        work.put(LoadPlan())
        while not (results := list(work.results())):
            time.sleep(0.01)
        work.close()
        (result,) = results
        assert isinstance(result, PlanLoaded)
        assert result == loaded_plan(wiring)
        assert result.page.plan.is_priced


def test_a_plan_that_cannot_be_says_why(studio: Studio) -> None:
    with wired(studio.env) as wiring, background(wiring) as handle:
        result = handle(LoadPlan())
        assert isinstance(result, Failed)
        assert "exam date" in result.text


@pytest.mark.parametrize(
    "exam",
    [pytest.param(None, id="no date"), pytest.param("2026-11-23", id="the exam day")],
)
def test_where_nothing_can_be_planned_nothing_is_left(studio: Studio, exam: str | None) -> None:
    if exam is not None:
        studio("config", "exam-date", exam)
    with wired(studio.env) as wiring, background(wiring) as handle:
        assert (handle(LookAhead()) is None) is (exam is None)
        assert handle(PlanAhead()) is None
        PlanCache(wiring.cache)
        assert not wiring.cache.execute("SELECT * FROM plan_part WHERE name LIKE '% levels'").fetchall()


def test_leaving_plans_once_and_not_again(planned: Studio) -> None:
    with wired(planned.env) as wiring:
        finish_plan(wiring)
    assert least_gain(planned) == LEAST_GAIN
    kept = _parts(planned)
    with wired(planned.env) as wiring:
        finish_plan(wiring)
    assert _parts(planned) == kept


@pytest.mark.parametrize(
    ("env", "options", "expected"),
    [
        pytest.param({}, ReviewOptions(), (PlanAhead(),), id="on a screen"),
        pytest.param({}, ReviewOptions(cram=True), (), id="a cram"),
        pytest.param({"ACCESSIBLE": "1"}, ReviewOptions(), (), id="line by line"),
    ],
)
def test_a_session_without_a_plan_asks_for_one(
    planned: Studio, env: dict[str, str], options: ReviewOptions, expected: tuple[Effect, ...]
) -> None:
    with wired({**planned.env, **env}) as wiring:
        sessions = Sessions(wiring, ShelfDeck(wiring))
        assert sessions.start(options, wiring.clock()).effects == expected
        finish_plan(wiring)
        assert sessions.start(options, wiring.clock()).effects == ()


def test_a_log_that_cannot_be_read_holds_nobody_up(planned: Studio) -> None:
    with wired(planned.env) as wiring:
        today_of(wiring, NOW).load()
        for path in wiring.paths.log.glob("*.jsonl"):
            path.unlink()
            path.mkdir()
        finish_plan(wiring)
        assert not wiring.cache.execute("SELECT * FROM plan_part WHERE name LIKE '% levels'").fetchall()


def test_a_cache_that_breaks_meanwhile_holds_nobody_up(planned: Studio) -> None:
    with wired(planned.env) as wiring:
        today_of(wiring, NOW).load()
        wiring.cache.execute("DROP TABLE plan_part")
        with background(wiring) as handle:
            assert handle(PlanAhead()) is None
        finish_plan(wiring)


@pytest.mark.parametrize("after_s", [0.0, 0.02, 0.1, 0.2, 0.3])
def test_planning_that_is_killed_leaves_a_plan_or_none(planned: Studio, after_s: float) -> None:
    with wired(planned.env) as wiring:
        wiring.learner.states()
        work = Background(lambda: background(wiring))
        work.put(PlanAhead())
        time.sleep(after_s)
        work.close(0.0)
    kept = least_gain(planned)
    assert kept in {greedy.LEAST_GAIN, LEAST_GAIN}
    assert len(_parts(planned)) in ({0} if kept == greedy.LEAST_GAIN else {24})
    assert planned("next", "--json").json is not None
    with sqlite3.connect(planned.home / "cache" / "cache.db") as cache:
        assert cache.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def _parts(studio: Studio) -> list[tuple[str, str]]:
    """What the cache has of the plan by prices: seven days, each in three parts, and the prices in two."""
    with wired(studio.env) as wiring:
        today_of(wiring, NOW).load()
        rows = wiring.cache.execute("SELECT name, made_from FROM plan_part ORDER BY name").fetchall()
    return [row for row in rows if " " in row[0] or row[0] == "prices"]


# sessions on a terminal


@pytest.fixture
def learnt(tmp_path: Path) -> Path:
    """The home of somebody who knows three cards, with an exam in two weeks."""
    first = NOW - timedelta(days=4)
    events = [Event(HERE, 1, first, Setting(SettingName.EXAM_DATE, date(2026, 12, 7)))]
    for seq, (card, grade) in enumerate(zip(CARDS, (Grade.GOOD, Grade.HARD, Grade.EASY), strict=False), 2):
        review = Review(f"golden/{card}", grade, 10.0, Source.SESSION)
        events.append(Event(HERE, seq, first + seq * timedelta(minutes=1), review))
    write(tmp_path / "home" / "data" / "log", HERE, events)
    return tmp_path / "home"


def test_a_session_leaves_what_the_next_one_begins_with(
    start: Start, learnt: Path, golden_library: Path
) -> None:
    terminal = start("review", "--limit", "2")
    for _ in range(2):
        terminal.wait_for("show answer")
        terminal.send(b" ")
        terminal.wait_for("Recall on exam day:")
        terminal.send(b"3")
    terminal.wait_for("Expected on the exam day", timeout=30.0)
    terminal.send(b"q")
    assert terminal.wait_exit() == 0
    assert len(log_of(learnt.parent)) == 6
    for now in (MONDAY, TUESDAY):
        best, least = best_of(learnt, golden_library, now)
        assert least == LEAST_GAIN
        shown = start("next", "--json", now=now)
        shown.wait_exit()
        assert json.loads(shown.text())["id"] == best
        again = start("review", now=now)
        again.wait_for("show answer")
        again.send(b"i")
        again.wait_for(best)
        again.send(b"qq")


def test_home_plans_beside_the_screen_and_counts_anew(
    start: Start, learnt: Path, golden_library: Path
) -> None:
    assert best_of(learnt, golden_library, MONDAY)[1] == greedy.LEAST_GAIN
    terminal = start()
    terminal.wait_for("Start today's session")
    terminal.wait_for("Expected on the exam day", timeout=30.0)
    assert best_of(learnt, golden_library, MONDAY)[1] == LEAST_GAIN
    terminal.send(b"q")
    assert terminal.wait_exit() == 0


def test_home_shows_the_plan_and_can_be_left_before_it_is_there(start: Start, learnt: Path) -> None:
    terminal = start()
    terminal.wait_for("Start today's session")
    terminal.send(b"3")
    terminal.wait_for("Day by day", timeout=30.0)
    terminal.send(b"q")
    terminal.wait_for("Start today's session")
    terminal.send(b"3qq")
    assert terminal.wait_exit() == 0


def test_after_a_session_that_was_killed_the_next_one_has_a_plan_or_is_greedy(
    start: Start, learnt: Path, golden_library: Path
) -> None:
    terminal = start("review")
    terminal.wait_for("show answer")
    terminal.send(b" 3")
    terminal.wait_for("1/")
    terminal.signal(signal.SIGKILL)
    assert terminal.wait_exit() == -signal.SIGKILL
    best, least = best_of(learnt, golden_library, TUESDAY)
    assert best in {f"golden/{card}" for card in CARDS}
    assert least in {greedy.LEAST_GAIN, LEAST_GAIN}


def test_the_screen_imports_no_numpy(learnt: Path, golden_library: Path) -> None:
    """Neither for home nor for a session or its end; the modules that plan are split off."""
    env = {"STUDYCLI_HOME": str(learnt), "STUDYCLI_LIBRARY": str(golden_library), "STUDYCLI_NOW": MONDAY}
    script = """
import os, sys
from studycli.cli.options import ReviewOptions
from studycli.cli.printing import real_streams
from studycli.cli.run import Run
from studycli.cli.studying import Study
import studycli.ui.loop
study = Study(Run([], os.environ, real_streams()).wiring)
study.sessions.home()
study.sessions.start(ReviewOptions(), study.wiring.clock())
study.sessions.summary()
sys.exit("numpy" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", script], env={**os.environ, **env}, check=False)
    assert done.returncode == 0
