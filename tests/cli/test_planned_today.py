"""Up to an exam the plan decides: what ``status`` counts, and what a loop of ``next`` and ``grade`` is given."""

import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta
from math import isfinite
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import Mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studycli.cache import discard_cache
from studycli.cli import plan_solving, planning
from studycli.cli.plan_cache import KeptIndex, Part
from studycli.cli.plan_solving import outset_of, solved_parts, times_of
from studycli.cli.planned_today import PlannedToday
from studycli.cli.planning import Planning
from studycli.cli.printing import Streams
from studycli.cli.run import Run
from studycli.cli.settings import change
from studycli.cli.today import today_of
from studycli.cli.wiring import Wiring
from studycli.core.agenda import Agenda
from studycli.core.exam.attempt import Answer
from studycli.core.memory import NEW_CARD, Grade
from studycli.core.planned import Planned, answer
from studycli.core.queue import Load
from studycli.core.studyday import study_day
from studycli.log.events import Body, Bury, Review, Setting, Source, Suspend, Unsuspend
from studycli.log.exam_events import PracticeAnswer
from studycli.log.settings import SettingName
from studycli.planner import index as greedy
from studycli.planner.ahead import look_ahead
from studycli.planner.dayplan import DayPlan
from studycli.planner.dual import prices
from studycli.planner.dual.kept import LEAST_GAIN
from studycli.planner.greedy import Worth
from tests.cli.conftest import ROOT, Studio

EXAM = "2026-12-20"
NOW = datetime.fromisoformat("2026-11-23T21:00:00+09:00")
TOPIC = "lambda-rds"
CARDS = ("lambda-timeout", "lambda-memory.low", "lambda-memory.high", "ddb-dax", "ddb-dax.reversed")


@pytest.fixture
def planned(studio: Studio) -> Studio:
    """A studycli with an exam in 27 days."""
    studio("config", "exam-date", EXAM)
    return studio


def at(minutes: float) -> str:
    return (NOW + timedelta(minutes=minutes)).isoformat()


def loop(
    studio: Studio, grades: Mapping[str, str], seconds: float = 10, most: int = 30, **env: str
) -> list[str]:
    """The cards that ``next`` shows while they are graded as told (good where nothing is), without their library."""
    seen: list[str] = []
    while len(seen) < most:
        env = {"STUDYCLI_NOW": at(len(seen) * seconds / 60), **env}
        shown = studio("next", "--json", **env).json
        if shown is None:
            break
        name = shown["id"].partition("/")[2]
        seen.append(name)
        studio("grade", name, grades.get(name, "good"), "--seconds", str(seconds), **env)
        env.pop("STUDYCLI_NOW")
    return seen


def test_new_cards_come_without_a_daily_limit_siblings_apart(planned: Studio) -> None:
    assert (planned("status", "--json").json["new"], loop(planned, {})) == (
        5,
        ["lambda-timeout", "lambda-memory.low", "ddb-dax", "lambda-memory.high", "ddb-dax.reversed"],
    )
    assert planned("next").out == "No card is waiting.\n"


def test_a_failed_card_comes_back_on_its_day(planned: Studio) -> None:
    seen = loop(planned, {"lambda-timeout": "again"}, most=7)
    assert seen.count("lambda-timeout") > 1
    assert seen[1:3].count("lambda-timeout") == 0


def test_the_minutes_end_it(planned: Studio) -> None:
    planned("config", "minutes", "1")
    assert len(loop(planned, {}, seconds=29)) == 3
    status = planned("status", "--json", STUDYCLI_NOW=at(5)).json
    assert (status["due"], status["new"], status["minutes"]) == (0, 0, 0)
    assert planned("status", "--short", STUDYCLI_NOW=at(5)).out == "today's time is used up · D-27\n"
    assert "today's time is used up" in planned("status", STUDYCLI_NOW=at(5)).out


def test_it_ends_when_nothing_would_pay(planned: Studio) -> None:
    loop(planned, dict.fromkeys(CARDS, "easy"))
    assert planned("status", "--short", STUDYCLI_NOW=at(5)).out == "done for today · D-27\n"
    assert "next to nothing" in planned("status", STUDYCLI_NOW=at(5)).out


def test_a_day_off_takes_nothing(planned: Studio) -> None:
    planned("config", "days-off", "mon")
    assert planned("next", "--json").json is None
    assert planned("status", "--short").out == "day off · D-27\n"


def test_a_known_card_comes_before_it_is_due_where_that_pays(planned: Studio) -> None:
    loop(planned, {})
    tomorrow = planned("next", "--json", STUDYCLI_NOW=at(18 * 60)).json
    assert (tomorrow["state"], tomorrow["due"]) == ("review", None)
    assert list(tomorrow["recall_on_the_day"]) == ["again", "hard", "good", "easy"]
    assert tomorrow["recall_on_the_day"]["hard"] < tomorrow["recall_on_the_day"]["easy"]
    assert planned("status", "--json", STUDYCLI_NOW=at(18 * 60)).json["due"] > 0


def test_what_counts_more_in_the_exam_comes_first(planned: Studio) -> None:
    """Of the sample exam only cards of the topic lambda are asked, so those of dynamodb take their mean."""
    assert loop(planned, {}, most=1) == ["lambda-timeout"]
    own = planned.home / "own"
    (own / "content").mkdir(parents=True)
    (own / "quizzes").mkdir()
    (own / "content" / "library.yaml").write_text("id: own\ntitle: {en: Own}\nlanguages: [en]\n")
    note = (
        "{id: n, title: {en: N}, body: {en: N}, sources: [{url: 'https://a.example/', checked: 2026-10-31}]"
    )
    (own / "content" / "one.yaml").write_text(
        f"id: one\ntitle: {{en: One}}\nnotes:\n- {note}, entries: [\n"
        + ",\n".join(f"{{id: c{n}, kind: basic, front: {{en: F{n}}}, back: {{en: B}}}}" for n in range(3))
        + "]}\n"
    )
    domains = "[{id: a, title: {en: A}, weight: 20}, {id: b, title: {en: B}, weight: 80}]"
    (own / "quizzes" / "blueprints.yaml").write_text(
        f"blueprints:\n- {{id: x, title: {{en: X}}, questions: 2, minutes: 4, lowest: 100, highest: 1000,"
        f" pass_mark: 720, domains: {domains}}}\n"
    )
    options = "[{id: y, text: {en: Y}, right: true, why: {en: Y}}, {id: z, text: {en: Z}, why: {en: Z}}]"
    (own / "quizzes" / "one.yaml").write_text(
        "topic: one\nquestions:\n"
        + "".join(
            f"- {{id: q{card}, kind: single, domain: {domain}, difficulty: easy, tests: [{card}], stem: {{en: S}},"
            f" options: {options}, sources: [{{url: 'https://a.example/', checked: 2026-10-31}}]}}\n"
            for domain, card in (("a", "c0"), ("b", "c2"))
        )
    )
    assert loop(planned, {}, STUDYCLI_LIBRARY=str(own)) == ["c2", "c1", "c0"]


def test_cards_of_missed_exam_questions_come_first(planned: Studio) -> None:
    planned("grade", "lambda-timeout", "easy")
    tomorrow = at(24 * 60)
    assert planned("next", "--json", STUDYCLI_NOW=tomorrow).json["id"] != "golden/lambda-timeout"
    missed = PracticeAnswer(
        "golden/q-lambda-timeout", Answer(("function",), (), False, None, 12.0), ("fargate",)
    )
    with wired({**planned.env}) as wiring:
        wiring.learner.record(missed, NOW + timedelta(hours=23))
    assert planned("next", "--json", STUDYCLI_NOW=tomorrow).json["id"] == "golden/lambda-timeout"


# the cache


@contextmanager
def wired(env: Mapping[str, str]) -> Iterator[Wiring]:
    run = Run([], env, Streams(sys.stdin, sys.stdout, sys.stderr))
    try:
        yield run.wiring
    finally:
        run.close()


def leave(wiring: Wiring) -> None:
    """Leave in the cache what a session's end leaves."""
    today = today_of(wiring, wiring.clock().at)
    assert isinstance(today, PlannedToday)
    today.keep_ahead()


def plan_on(wiring: Wiring, day: date) -> DayPlan:
    """The plan of a day as a session that starts now has it."""
    plan = today_of(wiring, wiring.clock().at, day=day).plan
    assert plan is not None
    return plan


def found_on(wiring: Wiring, day: date) -> list[Worth]:
    """What that plan says of all cards."""
    plan, states = plan_on(wiring, day), wiring.learner.states()
    return [plan.worth(ref.id, states.get(ref.id, NEW_CARD)) for ref in wiring.shelf.refs()]


def solved(wiring: Wiring, day: date, count: int) -> list[list[Worth]]:
    """What a plan made anew on ``day`` says of all cards on so many days."""
    exam, states = date.fromisoformat(EXAM), wiring.learner.states()
    outset = outset_of(wiring, day, exam, states, Planning(wiring, exam).weights)
    ahead = look_ahead(outset, times_of(wiring, day), count)
    assert ahead is not None
    return [list(each.worths) for each in ahead.days]


def is_greedy(wiring: Wiring, day: date) -> bool:
    """Whether a session would follow greedy's order, all of it."""
    plan = plan_on(wiring, day)
    weights = Planning(wiring, plan.exam).weights
    index = greedy.greedy_index(day, plan.exam, plan.engine, plan.belief, weights)
    states = wiring.learner.states()
    cards = [(ref.id, states.get(ref.id, NEW_CARD)) for ref in wiring.shelf.refs()]
    return plan.least_gain == greedy.LEAST_GAIN and all(plan.worth(*card) == index(*card) for card in cards)


def agenda_of(env: Mapping[str, str], day: date) -> Agenda:
    with wired(env) as wiring:
        today = today_of(wiring, wiring.clock().at, day=day)
        assert isinstance(today, PlannedToday)
        return today.whole


happenings = st.lists(
    st.tuples(
        st.sampled_from(CARDS),
        st.sampled_from([*Grade, Suspend, Unsuspend, Bury]),
        st.integers(0, 72),
        st.booleans(),
    ),
    max_size=8,
)


@settings(deadline=None, max_examples=25)
@given(happenings)
def test_whatever_greedy_kept_in_the_cache_the_order_is_that_of_a_fresh_computation(
    happened: list[tuple[str, Any, int, bool]],
) -> None:
    with TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        patch.setattr(planning, "_MANY", 1)
        library = str(ROOT / "tests" / "golden" / "library")
        env = {"STUDYCLI_HOME": name, "STUDYCLI_LIBRARY": library, "STUDYCLI_NOW": at(0)}
        moment = NOW
        with wired(env) as wiring:
            change(wiring, "exam-date", EXAM)
            for card, what, hours, leaves in happened:
                moment += timedelta(hours=hours)
                wiring.learner.record(_happening(f"golden/{card}", what), moment)
                if leaves:
                    today_of(wiring, moment).load()
            states = wiring.learner.states()
        for day in (study_day(moment), study_day(moment) + timedelta(days=1)):
            kept = agenda_of(env, day)
            discard_cache(Path(name, "cache"))
            assert kept == agenda_of(env, day)
            out = {card for card, state in states.items() if state.suspended or state.buried_on == day}
            assert not out.intersection(item.card for item in kept.items)


def _happening(card: str, what: Any) -> Body:
    return Review(card, what, 10.0, Source.SESSION) if isinstance(what, Grade) else what(card)


@settings(deadline=None, max_examples=20)
@given(happenings.filter(lambda happened: any(each[3] for each in happened)))
def test_sessions_follow_what_a_plan_made_anew_would_say_or_greedy_as_a_whole(
    happened: list[tuple[str, Any, int, bool]],
) -> None:
    with TemporaryDirectory() as name:
        library = str(ROOT / "tests" / "golden" / "library")
        env = {"STUDYCLI_HOME": name, "STUDYCLI_LIBRARY": library, "STUDYCLI_NOW": at(0)}
        moment, is_left = NOW, False
        with wired(env) as wiring:
            change(wiring, "exam-date", EXAM)
            for card, what, hours, is_left in happened:
                moment += timedelta(hours=hours)
                wiring.learner.record(_happening(f"golden/{card}", what), moment)
                if is_left:
                    today = today_of(wiring, moment)
                    assert isinstance(today, PlannedToday)
                    today.keep_ahead()
        day = study_day(moment)
        with wired({**env, "STUDYCLI_NOW": moment.isoformat()}) as wiring:
            for ahead in range(2):
                if plan_on(wiring, day + timedelta(days=ahead)).least_gain == LEAST_GAIN:
                    assert len(found_on(wiring, day + timedelta(days=ahead))) == len(wiring.shelf.refs())
                else:
                    assert is_greedy(wiring, day + timedelta(days=ahead))
            if is_left:
                expected = solved(wiring, day, 2)
                for ahead, worths in enumerate(expected):
                    found = found_on(wiring, day + timedelta(days=ahead))
                    # Each session's end plans at prices some answers old, which move a gain by a hair.
                    assert [one.gain for one in found] == pytest.approx(
                        [one.gain for one in worths], abs=0.01
                    )


@pytest.fixture
def left(planned: Studio) -> Studio:
    """The same after a session in which two cards were passed and one failed, with what it left."""
    for card, grade in zip(CARDS, ("good", "again", "easy"), strict=False):
        planned("grade", card, grade, "--seconds", "9")
    with wired(planned.env) as wiring:
        leave(wiring)
    return planned


@pytest.mark.parametrize("ahead", [0, 1, 3])
def test_a_session_follows_the_prices_that_the_last_one_left(left: Studio, ahead: int) -> None:
    day = study_day(NOW)
    with wired(left.env) as wiring:
        expected = solved(wiring, day, 4)[ahead]
        assert plan_on(wiring, day + timedelta(days=ahead)).least_gain == LEAST_GAIN
        found = found_on(wiring, day + timedelta(days=ahead))
    assert [worth.gain for worth in found] == pytest.approx([worth.gain for worth in expected], abs=1e-6)
    assert [worth.seconds for worth in found] == pytest.approx([worth.seconds for worth in expected], rel=0.2)


@pytest.mark.parametrize(
    "happens",
    [
        pytest.param(
            lambda studio: studio("grade", CARDS[3], "good", "--at", at(-26 * 60)), id="older answers"
        ),
        pytest.param(lambda studio: studio("config", "minutes", "45"), id="other minutes"),
        pytest.param(lambda studio: studio("config", "days-off", "sun"), id="a day off"),
        pytest.param(lambda studio: studio("config", "exam-date", "2026-12-21"), id="another exam"),
    ],
)
def test_what_was_not_planned_for_is_met_greedily(left: Studio, happens: Callable[[Studio], Any]) -> None:
    happens(left)
    with wired(left.env) as wiring:
        assert is_greedy(wiring, study_day(NOW))


def test_a_card_that_is_not_as_it_was_valued_makes_the_whole_day_greedy(left: Studio) -> None:
    """As where an older answer came in late from another device: a plan kept for it would be mixed."""
    with wired(left.env) as wiring:
        day = study_day(NOW) + timedelta(days=1)
        plan, states = Planning(wiring, date.fromisoformat(EXAM)), wiring.learner.states()
        assert plan.of(day, states).least_gain == LEAST_GAIN
        states[f"golden/{CARDS[0]}"] = replace(states[f"golden/{CARDS[0]}"], stability_days=1.0)
        assert plan.of(day, states).least_gain == greedy.LEAST_GAIN


def test_answers_of_the_day_itself_leave_its_plan_as_it_is(left: Studio) -> None:
    left("grade", CARDS[3], "again")
    with wired(left.env) as wiring:
        plan, learner = plan_on(wiring, study_day(NOW)), wiring.learner
        assert plan.least_gain == LEAST_GAIN
        assert plan.worth(f"golden/{CARDS[0]}", learner.state(f"golden/{CARDS[0]}")).gain == 0.0
        assert plan.worth(f"golden/{CARDS[3]}", learner.state(f"golden/{CARDS[3]}")).seconds > 5.0


def test_a_card_that_takes_part_again_was_valued_meanwhile(left: Studio) -> None:
    with wired(left.env) as wiring:
        wiring.learner.record(Suspend(f"golden/{CARDS[0]}"), NOW)
        leave(wiring)
        wiring.learner.record(Unsuspend(f"golden/{CARDS[0]}"), NOW)
        day = study_day(NOW) + timedelta(days=1)
        assert plan_on(wiring, day).least_gain == LEAST_GAIN
        assert plan_on(wiring, day).worth(f"golden/{CARDS[0]}", wiring.learner.state(CARDS[0])).seconds > 5.0


def test_it_is_made_once_as_long_as_nothing_is_answered(
    left: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("studycli.cli.plan_solving.solved_parts", None)
    with wired(left.env) as wiring:
        leave(wiring)


def test_prices_last_while_nothing_but_answers_comes(left: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    solve = Mock(side_effect=prices.cold)  # minutes are plenty: there is no price to start from
    monkeypatch.setattr(prices, "cold", solve)
    left("grade", CARDS[3], "good")
    with wired(left.env) as wiring:
        leave(wiring)
        assert plan_on(wiring, study_day(NOW)).least_gain == LEAST_GAIN
    assert solve.call_count == 0
    left("config", "minutes", "5", STUDYCLI_NOW=at(1))
    with wired(left.env) as wiring:
        leave(wiring)
        assert plan_on(wiring, study_day(NOW)).least_gain == LEAST_GAIN
    assert solve.call_count == 1


def test_an_answer_that_comes_while_a_plan_is_made_is_not_taken_for_part_of_it(
    left: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    left("grade", CARDS[3], "good")
    tomorrow = study_day(NOW) + timedelta(days=1)

    def meanwhile(*made_of: Any) -> dict[str, Part]:
        left("grade", CARDS[4], "good", STUDYCLI_NOW=at(1))
        return solved_parts(*made_of)

    with monkeypatch.context() as patch, wired(left.env) as wiring:
        patch.setattr(plan_solving, "solved_parts", meanwhile)
        leave(wiring)
    with wired(left.env) as wiring:
        assert plan_on(wiring, study_day(NOW)).least_gain == LEAST_GAIN
        assert is_greedy(wiring, tomorrow)
        leave(wiring)
        assert plan_on(wiring, tomorrow).least_gain == LEAST_GAIN


def test_looking_at_tomorrow_greedily_leaves_today_its_plan(
    left: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(planning, "_MANY", 1)
    left("grade", CARDS[3], "good")
    with wired(left.env) as wiring:
        today = today_of(wiring, NOW)
        assert isinstance(today, PlannedToday)
        today.tomorrow()
        assert is_greedy(wiring, study_day(NOW) + timedelta(days=1))
        assert plan_on(wiring, study_day(NOW)).least_gain == LEAST_GAIN


def test_a_start_takes_what_greedy_kept(planned: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(planning, "_MANY", 1)
    for card in CARDS:
        planned("grade", card, "good", "--seconds", "9")
    for computed in (len(CARDS), 0):
        with wired(planned.env) as wiring:
            today = today_of(wiring, NOW, day=study_day(NOW) + timedelta(days=1))
            today.load()
            assert today.plan is not None
            assert isinstance(today.plan.worth, KeptIndex)
            assert today.plan.worth.computed == computed


def test_a_session_starts_without_numpy(left: Studio) -> None:
    planned = left
    script = (
        "import os, sys; from studycli.cli.main import main; from studycli.cli.printing import real_streams\n"
        "main(['next', '--json'], os.environ, real_streams()); main(['status'], os.environ, real_streams())\n"
        "sys.exit('numpy' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], env=planned.process_env({}), capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")


# sessions


def test_a_session_shows_what_a_loop_of_next_and_grade_shows(planned: Studio, tmp_path: Path) -> None:
    """One topic of the bundled library in six minutes, every third answer a failure."""
    env = {**planned.env, "STUDYCLI_HOME": str(tmp_path / "other")}
    del env["STUDYCLI_LIBRARY"]
    other = Studio(tmp_path / "other", ROOT)
    other.env = env
    other.home.mkdir()
    other("config", "exam-date", "2026-11-30")
    other("config", "minutes", "6")
    looped = _looped(other)
    with wired(env) as wiring:
        for path in wiring.paths.log.glob("*.jsonl"):
            path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:2]))
        shown = _studied(wiring)
    assert looped == shown
    assert len(set(looped)) < len(looped)


def _looped(studio: Studio) -> list[str]:
    seen: list[str] = []
    while shown := studio("next", "--json", "--topic", TOPIC, STUDYCLI_NOW=at(len(seen) / 6)).json:
        seen.append(shown["id"])
        grade = "again" if len(seen) % 3 == 0 else "good"
        studio("grade", shown["id"], grade, "--seconds", "10", STUDYCLI_NOW=at(len(seen) / 6))
    return seen


def _studied(wiring: Wiring) -> list[str]:
    today = today_of(wiring, NOW)
    session, plan, seen = today.session(TOPIC), today.plan, []
    assert isinstance(session, Planned)
    assert plan is not None
    while session.taken is not None:
        taken = session.taken
        seen.append(taken.card)
        now = NOW + timedelta(seconds=10 * len(seen))
        grade = Grade.AGAIN if len(seen) % 3 == 0 else Grade.GOOD
        before = wiring.learner.state(taken.card)
        wiring.learner.record(Review(taken.card, grade, 10.0, Source.SESSION), now)
        again = plan.item(taken.card, taken.entry, wiring.learner.state(taken.card))
        session = answer(session, grade, 10.0, before.phase, again, now)
    return seen


# what comes from outside


@pytest.mark.parametrize(
    ("exam", "now", "new"),
    [
        pytest.param("2026-11-23", at(0), 5, id="today"),
        pytest.param("2026-11-24", at(0), 5, id="tomorrow"),
        pytest.param("2036-11-23", at(0), 5, id="in ten years"),
        pytest.param("2026-11-23", at(24 * 60), 3, id="past: as without a plan"),
    ],
)
def test_any_exam_date_gives_a_session(studio: Studio, exam: str, now: str, new: int) -> None:
    studio("config", "exam-date", exam)
    status = studio("status", "--json", STUDYCLI_NOW=now).json
    assert (status["due"], status["new"]) == (0, new)
    assert studio("next", "--json", STUDYCLI_NOW=now).json["state"] == "new"


@pytest.mark.parametrize("minutes", ["1", "600"])
def test_any_number_of_minutes_gives_a_session(planned: Studio, minutes: str) -> None:
    planned("config", "minutes", minutes)
    status = planned("status", "--json").json
    assert 0 < status["minutes"] <= int(minutes)
    assert planned("next", "--json").json is not None


@pytest.mark.parametrize(
    ("settings", "now", "follows"),
    [
        pytest.param({"exam-date": "2026-11-24"}, at(0), True, id="the eve"),
        pytest.param({"exam-date": "2026-11-23"}, at(0), False, id="the day"),
        pytest.param({"exam-date": "2036-11-23"}, at(0), True, id="in ten years"),
        pytest.param({"minutes": "1"}, at(0), True, id="one minute"),
        pytest.param({"minutes": "600"}, at(0), True, id="ten hours"),
        pytest.param({"days-off": "mon,tue,wed,thu,fri,sat,sun"}, at(0), True, id="no day of study"),
        pytest.param({"days-off": "mon"}, at(0), True, id="a day off"),
        pytest.param({}, at(-30 * 24 * 60), True, id="the clock set back"),
        pytest.param({}, at(20 * 24 * 60), True, id="weeks later"),
    ],
)
def test_a_plan_by_prices_copes_with(
    left: Studio, settings: Mapping[str, str], now: str, follows: bool
) -> None:
    for name, value in settings.items():
        assert left("config", name, value).code == 0
    with wired({**left.env, "STUDYCLI_NOW": now}) as wiring:
        leave(wiring)
        day = study_day(wiring.clock().at)
        assert (plan_on(wiring, day).least_gain == LEAST_GAIN) is follows
        assert all(isfinite(worth.gain) and worth.seconds > 0.0 for worth in found_on(wiring, day))
    assert left("next", "--json", STUDYCLI_NOW=now).code == 0
    assert left("plan", "--json", STUDYCLI_NOW=now).code == 0


@pytest.mark.parametrize("kind", ["suspended", "no cards"])
def test_without_a_card_that_takes_part_nothing_is_planned(
    planned: Studio, tmp_path: Path, kind: str
) -> None:
    env = planned.env
    if kind == "no cards":
        (tmp_path / "empty" / "content").mkdir(parents=True)
        (tmp_path / "empty" / "content" / "library.yaml").write_text(
            "id: empty\ntitle: {en: Empty}\nlanguages: [en]\n"
        )
        env = {**env, "STUDYCLI_LIBRARY": str(tmp_path / "empty")}
    with wired(env) as wiring:
        if kind == "suspended":
            for card in CARDS:
                wiring.learner.record(Suspend(f"golden/{card}"), NOW)
        leave(wiring)
        assert plan_on(wiring, study_day(NOW)).least_gain == greedy.LEAST_GAIN
        assert today_of(wiring, NOW).load() == Load(0, 0, 0.0)


def test_an_empty_library_asks_for_nothing(planned: Studio, tmp_path: Path) -> None:
    (tmp_path / "empty" / "content").mkdir(parents=True)
    (tmp_path / "empty" / "content" / "library.yaml").write_text(
        "id: empty\ntitle: {en: Empty}\nlanguages: [en]\n"
    )
    env = {"STUDYCLI_LIBRARY": str(tmp_path / "empty")}
    assert planned("next", "--json", **env).json is None
    assert planned("status", "--short", **env).out == "done for today · D-27\n"


def test_all_cards_suspended_asks_for_nothing(planned: Studio) -> None:
    with wired(planned.env) as wiring:
        for card in CARDS:
            wiring.learner.record(Suspend(f"golden/{card}"), NOW)
    assert planned("next", "--json").json is None
    assert planned("status", "--json").json["new"] == 0


@pytest.mark.parametrize(
    ("blueprint", "code"),
    [
        pytest.param("sample", 0, id="a domain without questions"),
        pytest.param("bare", 0, id="another exam"),
        pytest.param("gone", 2, id="one that is not there"),
    ],
)
def test_the_exam_that_is_planned_for(planned: Studio, blueprint: str, code: int) -> None:
    assert planned("config", "blueprint", blueprint).code == code
    assert planned("status", "--json").json["new"] == 5


def test_an_exam_that_left_the_library_is_the_first_one_again(planned: Studio) -> None:
    with wired(planned.env) as wiring:
        wiring.learner.record(Setting(SettingName.BLUEPRINT, "golden/gone"), NOW)
    assert planned("next", "--json").json["state"] == "new"


def test_a_clock_that_was_set_back_shows_what_is_left(planned: Studio) -> None:
    for card in CARDS[:3]:
        planned("grade", card, "good", STUDYCLI_NOW=at(3 * 24 * 60))
    assert loop(planned, {}, most=9) == ["ddb-dax", "ddb-dax.reversed"]


def test_a_log_from_another_time_zone_counts_for_its_own_day(planned: Studio) -> None:
    planned("grade", CARDS[0], "good", "--at", "2026-11-22T20:00:00-10:00", "--seconds", "50")
    status = planned("status", "--json").json
    assert (status["reviewed_today"], status["new"]) == (0, 4)
    assert planned("next", "--json").json["id"] == "golden/lambda-memory.low"
