import json
from datetime import UTC, datetime, timedelta

import pytest

from tests.cli.conftest import Studio

KEYS = [
    "due",
    "new",
    "minutes",
    "streak_days",
    "notes",
    "cards",
    "questions",
    "reviewed_today",
    "exam",
]


def test_json_has_every_key_of_the_shape_in_order(studio: Studio) -> None:
    assert studio("status", "--json").json == {
        "due": 0,
        "new": 3,  # one of each entry
        "minutes": 2,  # 3 new cards of 25 s
        "streak_days": 0,
        "notes": 2,
        "cards": 5,
        "questions": 2,
        "reviewed_today": 0,
        "exam": None,
    }
    assert list(studio("status", "--json").json) == KEYS


EXAM_KEYS = ["date", "days_left", "blueprint", "expected_score", "low", "high", "pass_probability", "as_of"]


def test_json_names_the_exam(studio: Studio) -> None:
    studio("config", "exam-date", "2026-12-20")
    exam = studio("status", "--json").json["exam"]
    assert list(exam) == EXAM_KEYS
    assert (exam["date"], exam["days_left"]) == ("2026-12-20", 27)
    assert {exam[key] for key in EXAM_KEYS[2:]} == {None}


def test_json_says_what_the_last_plan_expects(studio: Studio) -> None:
    plan = studio("plan", "--exam-date", "2026-12-20", "--json").json
    exam = studio("status", "--json", STUDYCLI_NOW="2026-11-25T21:00:00+09:00").json["exam"]
    assert {key: exam[key] for key in EXAM_KEYS[2:7]} == {key: plan[key] for key in EXAM_KEYS[2:7]}
    assert (exam["days_left"], exam["as_of"]) == (25, "2026-11-23")


@pytest.mark.parametrize(
    ("language", "now", "score", "has_stance"),
    [
        pytest.param("en", "2026-11-23", "% to pass\n", True, id="en, today"),
        pytest.param("ko", "2026-11-23", "%\n", True, id="ko, today"),
        pytest.param("en", "2026-11-25", "% to pass (as of 11-23)\n", False, id="en, later"),
        pytest.param("ko", "2026-11-25", "% (11-23 기준)\n", False, id="ko, later"),
    ],
)
def test_the_summary_says_it_too(
    studio: Studio, language: str, now: str, score: str, has_stance: bool
) -> None:
    studio("plan", "--exam-date", "2026-12-20")
    out = studio("--language", language, "status", STUDYCLI_NOW=f"{now}T22:00:00+09:00").out
    assert score in out
    assert ("\nPlan " in out or "\n계획 " in out) == has_stance
    short = studio("--language", language, "status", "--short", STUDYCLI_NOW=f"{now}T22:00:00+09:00").out
    assert short.rstrip().endswith("expected" if language == "en" else "점")


def test_after_other_settings_it_is_silent_until_the_next_plan(studio: Studio) -> None:
    studio("plan", "--exam-date", "2026-12-20")
    later = "2026-11-23T22:00:00+09:00"
    studio("config", "minutes", "45", STUDYCLI_NOW=later)
    assert studio("status", "--json", STUDYCLI_NOW=later).json["exam"]["expected_score"] is None


def test_after_the_exam_it_asks_for_the_result(studio: Studio) -> None:
    studio("plan", "--exam-date", "2026-11-24")
    done = studio("status", STUDYCLI_NOW="2026-11-26T22:00:00+09:00")
    assert done.out.endswith("Next: studycli result SCORE\n")
    assert "expected" not in done.out


def test_cards_that_keep_slipping_are_counted(studio: Studio) -> None:
    assert "Slipping" not in studio("status").out
    moment = datetime(2026, 3, 1, 20, tzinfo=UTC)
    for _ in range(8):
        for grade in ("good", "again"):
            moment += timedelta(days=10)
            studio("grade", "lambda-timeout", grade, "--at", moment.isoformat())
    assert "Slipping  1 card forgotten again and again" in studio("status").out
    plan = studio("plan", "--exam-date", "2026-12-20")
    assert "forgotten 8 times" in plan.out


def test_an_answer_today_is_due_on_a_later_day(studio: Studio) -> None:
    assert studio("grade", "lambda-timeout", "hard", "--seconds", "8").code == 0
    today = studio("status", "--json").json
    assert (today["due"], today["new"], today["reviewed_today"], today["streak_days"]) == (0, 2, 1, 1)
    tomorrow = studio("status", "--json", STUDYCLI_NOW="2026-11-24T20:00:00+09:00").json
    assert (tomorrow["due"], tomorrow["new"], tomorrow["reviewed_today"]) == (1, 2, 0)
    assert tomorrow["streak_days"] == 1
    lost = studio("status", "--json", STUDYCLI_NOW="2026-11-26T20:00:00+09:00").json
    assert lost["streak_days"] == 0


def test_the_study_day_starts_at_four(studio: Studio) -> None:
    studio("grade", "lambda-timeout", "good")
    night = studio("status", "--json", STUDYCLI_NOW="2026-11-24T03:59:00+09:00").json
    morning = studio("status", "--json", STUDYCLI_NOW="2026-11-24T04:00:00+09:00").json
    assert (night["reviewed_today"], morning["reviewed_today"]) == (1, 0)


def test_minutes_spent_today_are_taken_from_the_budget(studio: Studio) -> None:
    studio("config", "minutes", "1")
    assert studio("status", "--json").json["new"] == 3
    studio("grade", "lambda-timeout", "good", "--seconds", "55")
    assert studio("status", "--json").json["new"] == 1


def test_a_day_off_asks_for_nothing(studio: Studio) -> None:
    studio("config", "days-off", "mon")
    assert studio("status", "--json").json["new"] == 0
    assert studio("status", "--short").out == "done for today\n"


@pytest.mark.parametrize(
    ("language", "exam", "line"),
    [
        pytest.param("en", None, "0 due · 3 new · 2 min\n", id="en"),
        pytest.param("en", "2026-12-20", "0 due · 5 new · 2 min · D-27\n", id="en, exam ahead"),
        pytest.param("ko", "2026-12-20", "복습 0 · 새 카드 5 · 2분 · D-27\n", id="ko, exam ahead"),
        pytest.param("ko", "2026-11-23", "복습 0 · 새 카드 5 · 2분 · D-DAY\n", id="ko, exam today"),
    ],
)
def test_short_is_one_line_for_a_prompt(studio: Studio, language: str, exam: str | None, line: str) -> None:
    if exam:
        studio("config", "exam-date", exam)
    assert studio("--language", language, "status", "--short") == (0, line, "")


def test_short_leaves_out_an_exam_that_is_over(studio: Studio) -> None:
    studio("config", "exam-date", "2026-11-23")
    later = studio("status", "--short", STUDYCLI_NOW="2026-11-30T09:00:00+09:00")
    assert "D-" not in later.out


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param(
            "en",
            "Exam      in 27 days (D-27, 2026-12-20)\n"
            "Today     0 due, 4 new, about 2 min\n"
            "Done      1 card today\n"
            "Streak    1 day\n"
            "Material  2 notes, 5 cards, 2 questions\n"
            "\n"
            "Next: studycli review\n",
            id="en",
        ),
        pytest.param(
            "ko",
            "시험  27일 남음 (D-27, 2026-12-20)\n"
            "오늘  복습 0장, 새 카드 4장, 약 2분\n"
            "마침  오늘 1장\n"
            "연속  1일\n"
            "자료  노트 2개, 카드 5장, 문제 2개\n"
            "\n"
            "다음: studycli review\n",
            id="ko",
        ),
    ],
)
def test_the_summary_for_people_with_the_next_command(studio: Studio, language: str, text: str) -> None:
    studio("config", "exam-date", "2026-12-20")
    studio("grade", "lambda-timeout", "good")
    assert studio("--language", language, "status") == (0, text, "")


def test_problems_and_foreign_lines_are_named_once_each_on_stderr(studio: Studio) -> None:
    library = studio.home / "lib"
    (library / "content").mkdir(parents=True)
    (library / "content" / "library.yaml").write_text("id: lib\ntitle: {en: Lib}\nlanguages: [en]\n")
    (library / "content" / "broken.yaml").write_text("id: [\n")
    (studio.home / "data" / "log").mkdir(parents=True)
    (studio.home / "data" / "log" / "abcdefgh.jsonl").write_text("no event\n")
    for argv in (["status"], ["status", "--short"], ["status", "--json"]):
        result = studio(*argv, STUDYCLI_LIBRARY=str(library))
        problem, foreign = result.err.splitlines()
        assert result.code == 0
        assert "the material has 1 problem, first at" in problem
        assert problem.endswith("see: studycli check")
        assert "broken.yaml:" in problem
        assert "1 line of the log is no event" in foreign
        assert foreign.endswith("abcdefgh.jsonl:1")
    json.loads(studio("status", "--json", STUDYCLI_LIBRARY=str(library)).out)


def test_a_day_off_is_not_called_done(studio: Studio) -> None:
    studio("grade", "lambda-timeout", "good", "--at", "2026-11-10T21:00:00+09:00")
    studio("config", "days-off", "mon")
    assert studio("status", "--short").out == "1 due another day\n"
    assert "1 due" in studio("status").out
    assert studio("status", "--short", STUDYCLI_LANG="ko").out == "밀린 복습 1장\n"


def test_cards_that_keep_slipping_are_counted_as_far_as_they_are_there(studio: Studio) -> None:
    log = studio.home / "data" / "log" / "bbbbbbbb.jsonl"
    log.parent.mkdir(parents=True)
    cards = ("golden/lambda-timeout", "golden/gone")
    days = range(1, 18)
    lines = [
        {
            "v": 1,
            "device": "bbbbbbbb",
            "seq": number,
            "at": f"2026-11-{day:02}T12:00:00.000+09:00",
            "kind": "review",
            "card": card,
            "grade": "good" if day % 2 else "again",
            "seconds": 5,
            "source": "session",
        }
        for number, (card, day) in enumerate(((card, day) for card in cards for day in days), start=1)
    ]
    log.write_text("".join(f"{json.dumps(line)}\n" for line in lines))
    assert "Slipping  1 card forgotten again and again; see studycli plan" in studio("status").out
