import pytest

from tests.cli.conftest import Studio

KEYS = ["id", "grade", "reviewed_at", "state", "stability", "difficulty", "due", "recall_on_the_day"]


def test_json_has_every_key_of_the_shape_in_order(studio: Studio) -> None:
    graded = studio("grade", "lambda-timeout", "good", "--seconds", "7.5", "--json").json
    assert list(graded) == KEYS
    stability, difficulty = graded.pop("stability"), graded.pop("difficulty")
    assert graded == {
        "id": "golden/lambda-timeout",
        "grade": "good",
        "reviewed_at": "2026-11-23T21:00:00+09:00",
        "state": "review",
        "due": "2026-11-25T04:00:00+09:00",
        "recall_on_the_day": None,
    }
    assert (round(stability, 3), round(difficulty, 3)) == (2.306, 2.118)


def test_the_review_is_logged_as_a_script_made_it(studio: Studio) -> None:
    studio("grade", "golden/lambda-timeout", "easy", "--seconds", "7.5")
    (event,) = studio.log
    assert {key: event[key] for key in ("kind", "card", "grade", "seconds", "source")} == {
        "kind": "review",
        "card": "golden/lambda-timeout",
        "grade": "easy",
        "seconds": 7.5,
        "source": "script",
    }
    assert event["at"].startswith("2026-11-23T21:00:00.")


@pytest.mark.parametrize(
    ("value", "grade"),
    [("again", "again"), ("1", "again"), ("2", "hard"), ("3", "good"), ("4", "easy"), ("Easy", "easy")],
)
def test_grades_by_name_and_number(studio: Studio, value: str, grade: str) -> None:
    assert studio("grade", "lambda-timeout", value, "--json").json["grade"] == grade


def test_a_failed_card_is_due_in_ten_minutes(studio: Studio) -> None:
    graded = studio("grade", "lambda-timeout", "again", "--json").json
    assert (graded["state"], graded["due"]) == ("learning", "2026-11-23T21:10:00+09:00")


def test_at_dates_the_review_and_keeps_its_offset(studio: Studio) -> None:
    graded = studio("grade", "lambda-timeout", "good", "--at", "2026-11-20T08:00:00-05:00", "--json").json
    assert graded["reviewed_at"] == "2026-11-20T08:00:00-05:00"
    assert graded["due"] == "2026-11-22T04:00:00-05:00"


def test_a_day_ahead_is_the_furthest_future(studio: Studio) -> None:
    assert studio("grade", "lambda-timeout", "good", "--at", "2026-11-24T20:59:00+09:00").code == 0


@pytest.mark.parametrize(
    ("options", "text"),
    [
        pytest.param(["--at", "2026-11-24T21:05:00+09:00"], "more than a day ahead", id="far ahead"),
        pytest.param(["--at", "2026-11-23T21:00:00"], "--at: 2026-11-23T21:00:00 is no time", id="no offset"),
        pytest.param(["--at", "soon"], "--at: soon is no time", id="no time"),
        pytest.param(["--at", "0001-01-01T00:00:00+00:00"], "is no time", id="before all clocks"),
        pytest.param(["--seconds", "-1"], "'--seconds'", id="negative"),
        pytest.param(["--seconds", "nan"], "--seconds: nan", id="not a number"),
        pytest.param(["--seconds", "inf"], "--seconds: inf", id="infinite"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_written(studio: Studio, options: list[str], text: str) -> None:
    result = studio("grade", "lambda-timeout", "good", *options)
    assert (result.code, text in result.err) == (2, True)
    assert studio.log == []


def test_for_people_a_line_says_when_it_comes_back(studio: Studio) -> None:
    assert studio("grade", "lambda-timeout", "good").out == (
        "golden/lambda-timeout: good, due 2026-11-25T04:00:00+09:00\n"
    )


def test_a_data_folder_that_cannot_be_written_is_exit_4(studio: Studio) -> None:
    (studio.home / "data").mkdir()
    (studio.home / "data" / "log").write_text("a file where the folder should be")
    result = studio("grade", "lambda-timeout", "good")
    assert (result.code, result.out, result.err.count("\n")) == (4, "", 1)


def test_an_id_that_is_not_utf_8_is_unknown(studio: Studio) -> None:
    result = studio.process("grade", "lambda-\udcff", "good")
    assert (result.code, result.out, result.err.count("\n")) == (3, "", 1)
    assert studio.log == []


def test_up_to_an_exam_there_is_no_due_day_but_recall_on_that_day(studio: Studio) -> None:
    studio("config", "exam-date", "2026-12-20")
    graded = studio("grade", "lambda-timeout", "good", "--json").json
    assert graded["due"] is None
    assert 0.5 < graded["recall_on_the_day"] < 0.8
    failed = studio("grade", "lambda-memory.low", "again", "--json").json
    assert 0 < failed["recall_on_the_day"] < graded["recall_on_the_day"]
    assert studio("grade", "ddb-dax", "good").out == "golden/ddb-dax: good, recall on exam day 68%\n"
    after = studio("grade", "ddb-dax", "good", "--json", STUDYCLI_NOW="2026-12-21T09:00:00+09:00").json
    assert (after["recall_on_the_day"], after["due"] is None) == (None, False)
