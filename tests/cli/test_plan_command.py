import sys
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Studio
from tests.ui.pty_helper import PtyHelper

KEYS = ["exam_date", "days", "expected_score", "low", "high", "pass_probability", "topics"]
DAY_KEYS = ["date", "minutes", "reviews", "new", "exam"]


def settings_of(studio: Studio) -> dict[str, object]:
    return {event["name"]: event["value"] for event in studio.log if event["kind"] == "setting"}


def test_the_options_are_kept_and_the_plan_is_shown(studio: Studio) -> None:
    done = studio(
        "plan",
        *("--exam-date", "2026-12-20", "--minutes", "30", "--days-off", "sun,wed", "--blueprint", "sample"),
    )
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Exam on 2026-12-20, in 27 days (D-27) · Sample exam\nExpected score ")
    assert settings_of(studio) == {
        "exam-date": "2026-12-20",
        "minutes": 30,
        "days-off": ["wed", "sun"],
        "blueprint": "golden/sample",
    }
    assert studio("plan").out == done.out


def test_json_has_the_keys_of_the_shape(studio: Studio) -> None:
    studio("config", "exam-date", "2026-12-20")
    studio("config", "days-off", "sun")
    found = studio("plan", "--json").json
    assert list(found)[: len(KEYS)] == KEYS
    assert [list(day) for day in found["days"]] == [DAY_KEYS] * 27
    assert (found["days"][0]["date"], found["days"][-1]["date"]) == ("2026-11-23", "2026-12-19")
    assert [day["minutes"] for day in found["days"] if day["date"] == "2026-11-29"] == [0]
    assert [list(topic) for topic in found["topics"]] == [["id", "recall_on_the_day", "weight"]] * 2
    assert 100 <= found["low"] <= found["expected_score"] <= found["high"] <= 1000
    assert 0.0 <= found["pass_probability"] <= 1.0
    assert found["blueprint"] == "sample"


def test_a_mock_exam_is_proposed_by_its_id(studio: Studio) -> None:
    found = studio("plan", "--exam-date", "2026-12-20", "--json").json
    assert {day["date"]: day["exam"] for day in found["days"] if day["exam"]} == {
        "2026-12-13": "sample",
        "2026-12-17": "sample",
    }


def test_what_was_studied_today_is_no_longer_planned(studio: Studio) -> None:
    before = studio("plan", "--exam-date", "2026-12-20", "--json").json["days"][0]
    studio("grade", "lambda-timeout", "good", "--seconds", "30")
    after = studio("plan", "--json").json["days"][0]
    assert after["new"] == before["new"] - 1


@pytest.mark.parametrize(
    ("options", "text"),
    [
        pytest.param(["--exam-date", "2026-11-22"], "2026-11-22 is in the past", id="a past date"),
        pytest.param(["--exam-date", "2037-01-01"], "more than ten years ahead", id="too far"),
        pytest.param(["--exam-date", "2026-02-30"], "use: YYYY-MM-DD", id="no date"),
        pytest.param(["--exam-date", "tomorrow"], "use: YYYY-MM-DD", id="a word"),
        pytest.param(["--minutes", "0"], "use: 1 .. 600", id="no minutes"),
        pytest.param(["--minutes", "601"], "use: 1 .. 600", id="too many minutes"),
        pytest.param(["--minutes", "ten"], "use: 1 .. 600", id="minutes in words"),
        pytest.param(["--days-off", "sunday"], "use: mon,tue", id="no weekday"),
        pytest.param(["--blueprint", "nowhere"], "exam nowhere: there is none", id="no exam"),
    ],
)
def test_bad_options_are_one_line_and_nothing_is_written(
    studio: Studio, options: list[str], text: str
) -> None:
    good = {"--exam-date": "2026-12-20", "--minutes": "30"}
    others = [part for name, value in good.items() if name != options[0] for part in (name, value)]
    done = studio("plan", *others, *options)
    assert (done.code, done.out, done.err.count("\n"), studio.log) == (2, "", 1, [])
    assert text in done.err


@pytest.mark.parametrize(
    ("now", "text"),
    [
        pytest.param(None, "there is no exam date", id="none"),
        pytest.param("2026-12-21T09:00:00+09:00", "the exam was on 2026-12-20", id="over"),
    ],
)
@pytest.mark.parametrize("as_json", [False, True])
def test_without_an_exam_ahead_there_is_no_plan(
    studio: Studio, now: str | None, text: str, as_json: bool
) -> None:
    if now:
        studio("config", "exam-date", "2026-12-20")
        studio.env["STUDYCLI_NOW"] = now
    written = studio.log
    for options in ([], ["--minutes", "30"]):
        done = studio("plan", *options, *(["--json"] if as_json else []))
        assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
        assert text in done.err
        assert studio.log == written


@pytest.mark.parametrize(
    ("date", "text"),
    [
        pytest.param("2026-11-23", "today (D-DAY)", id="today"),
        pytest.param("2026-11-24", "Tonight a last look", id="tomorrow"),
        pytest.param("2036-11-20", "2036-11", id="in ten years"),
    ],
)
def test_odd_dates_have_a_plan(studio: Studio, date: str, text: str) -> None:
    done = studio("plan", "--exam-date", date)
    assert (done.code, done.err) == (0, "")
    assert text in done.out


@pytest.mark.parametrize("minutes", ["1", "600"])
def test_few_and_many_minutes_have_a_plan(studio: Studio, minutes: str) -> None:
    done = studio("plan", "--exam-date", "2026-12-20", "--minutes", minutes)
    assert (done.code, done.err) == (0, "")


def test_a_date_beyond_all_plans_from_elsewhere_is_no_hang(studio: Studio) -> None:
    (studio.home / "data" / "log").mkdir(parents=True)
    line = (
        '{"v":1,"device":"bbbbbbbb","seq":1,"at":"2026-11-20T20:00:00.000+09:00","kind":"setting",'
        '"name":"exam-date","value":"2999-12-31"}\n'
    )
    (studio.home / "data" / "log" / "bbbbbbbb.jsonl").write_text(line)
    assert studio("plan").code == 0


def test_days_off_can_be_none_again(studio: Studio) -> None:
    studio("plan", "--exam-date", "2026-12-20", "--days-off", "sun")
    studio("plan", "--days-off", "none")
    assert studio("config", "days-off", "--json").json == {"days-off": []}


def test_a_setting_made_later_holds_though_the_clock_was_set_back(studio: Studio) -> None:
    studio("plan", "--exam-date", "2026-12-20", "--minutes", "30")
    studio("plan", "--exam-date", "2026-12-21", "--minutes", "40", STUDYCLI_NOW="2026-11-20T09:00:00+09:00")
    settings = studio("config", "--json").json
    assert (settings["exam-date"], settings["minutes"]) == ("2026-12-21", 40)


def test_a_clock_set_back_and_another_time_zone_have_a_plan(studio: Studio) -> None:
    studio("plan", "--exam-date", "2026-12-20")
    studio("grade", "lambda-timeout", "good")
    for now in ("2026-11-20T09:00:00+09:00", "2026-11-23T03:00:00-08:00"):
        assert studio("plan", "--json", STUDYCLI_NOW=now).code == 0


def test_an_empty_library_has_a_plan_of_nothing(studio: Studio, tmp_path: Path) -> None:
    (tmp_path / "empty" / "content").mkdir(parents=True)
    (tmp_path / "empty" / "content" / "library.yaml").write_text(
        "id: empty\ntitle: {en: Empty}\nlanguages: [en]\n"
    )
    done = studio("plan", "--exam-date", "2026-12-20", STUDYCLI_LIBRARY=str(tmp_path / "empty"))
    assert done.code == 0
    assert "There are no cards to plan for." in done.out


def test_suspended_cards_take_no_part(studio: Studio) -> None:
    studio("plan", "--exam-date", "2026-12-20")
    before = sum(day["new"] for day in studio("plan", "--json").json["days"])
    (log,) = (studio.home / "data" / "log").glob("*.jsonl")
    device = log.stem
    line = (
        f'{{"v":1,"device":"{device}","seq":2,"at":"2026-11-23T21:00:01.000+09:00","kind":"suspend",'
        '"card":"golden/lambda-timeout"}\n'
    )
    with log.open("a") as file:
        file.write(line)
    assert sum(day["new"] for day in studio("plan", "--json").json["days"]) == before - 1


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("en", ["Day of the exam", "Minutes of study a day (now 20)", "Days without study", "Which exam?"]),
        ("ko", ["시험일(YYYY-MM-DD)", "하루 학습 시간(분, 지금 20)", "쉬는 요일", "어떤 시험입니까?"]),
    ],
)
def test_on_a_terminal_it_asks_what_is_not_set(studio: Studio, language: str, texts: list[str]) -> None:
    command = [sys.executable, "-m", "studycli", "--language", language, "plan"]
    env = studio.process_env({"LC_ALL": "C.UTF-8", "PAGER": "cat"})
    with PtyHelper(command, environ=env, cwd=str(ROOT)) as terminal:
        for text, answer in zip(texts, [b"2026-12-20", b"25", b"sun", b""], strict=True):
            terminal.wait_for(text)
            terminal.send(answer + b"\r")
        assert terminal.wait_exit() == 0
    assert settings_of(studio) == {
        "exam-date": "2026-12-20",
        "minutes": 25,
        "days-off": ["sun"],
        "blueprint": "golden/sample",
    }


def test_on_a_terminal_it_asks_what_the_options_leave_out(studio: Studio) -> None:
    command = [sys.executable, "-m", "studycli", "plan", "--minutes", "30", "--blueprint", "sample"]
    env = studio.process_env({"LC_ALL": "C.UTF-8", "PAGER": "cat"})
    with PtyHelper(command, environ=env, cwd=str(ROOT)) as terminal:
        for text, answer in (("Day of the exam", b"2026-12-20\r"), ("Days without study", b"\r")):
            terminal.wait_for(text)
            terminal.send(answer)
        assert terminal.wait_exit() == 0
    assert settings_of(studio) == {"exam-date": "2026-12-20", "minutes": 30, "blueprint": "golden/sample"}


def test_a_question_left_by_ctrl_c_leaves_everything(studio: Studio) -> None:
    command = [sys.executable, "-m", "studycli", "plan"]
    env = studio.process_env({"LC_ALL": "C.UTF-8"})
    with PtyHelper(command, environ=env, cwd=str(ROOT)) as terminal:
        terminal.wait_for("Day of the exam")
        terminal.send(b"2026-12-20\r")
        terminal.wait_for("Minutes of study")
        terminal.send(b"\x03")
        assert terminal.wait_exit() == 130
    assert studio.log == []


@pytest.mark.parametrize("size", [(80, 60), (40, 90)])
def test_on_a_terminal_the_page_fits_its_width(studio: Studio, size: tuple[int, int]) -> None:
    studio("plan", "--exam-date", "2026-12-20", "--days-off", "sun")
    command = [sys.executable, "-m", "studycli", "plan"]
    with PtyHelper(command, size, studio.process_env({"LC_ALL": "C.UTF-8"}), str(ROOT)) as terminal:
        assert terminal.wait_exit() == 0
        text = terminal.text()
    assert "11-29 Sun    -    -    -  day off" in text
    assert "our approximation" in " ".join(text.split())


def test_for_a_screen_reader_it_is_plain_lines_without_a_pager(studio: Studio) -> None:
    plain = studio("plan", "--exam-date", "2026-12-20").out
    command = [sys.executable, "-m", "studycli", "plan"]
    env = studio.process_env({"LC_ALL": "C.UTF-8", "ACCESSIBLE": "1", "PAGER": "false"})
    with PtyHelper(command, (160, 10), env, str(ROOT)) as terminal:
        assert terminal.wait_exit() == 0
        assert terminal.output.decode().replace("\r\n", "\n") == plain


def test_colours_in_a_pipe_only_where_they_are_asked_for(studio: Studio) -> None:
    assert "\x1b" not in studio("plan", "--exam-date", "2026-12-20").out
    assert "\x1b[1m" in studio("plan", FORCE_COLOR="1").out
