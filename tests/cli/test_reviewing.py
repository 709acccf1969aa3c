import pytest

from tests.cli.conftest import Studio

KEYS = [
    "id",
    "kind",
    "topic",
    "state",
    "front",
    "back",
    "due",
    "retrievability",
    "intervals",
    "recall_on_the_day",
]


def test_next_shows_a_new_card_key_by_key(studio: Studio) -> None:
    shown = studio("next", "--json").json
    assert list(shown) == KEYS
    intervals = shown.pop("intervals")
    assert shown == {
        "id": "golden/lambda-timeout",
        "kind": "basic",
        "topic": "lambda",
        "state": "new",
        "front": "How long may a Lambda function run?",
        "back": "15 minutes",
        "due": None,
        "retrievability": None,
        "recall_on_the_day": None,
    }
    assert list(intervals) == ["again", "hard", "good", "easy"]
    assert intervals["again"] == 600
    assert intervals["hard"] <= intervals["good"] < intervals["easy"]


def test_next_tells_where_a_known_card_stands(studio: Studio) -> None:
    studio("grade", "lambda-timeout", "hard")
    shown = studio("next", "--json", STUDYCLI_NOW="2026-11-25T20:00:00+09:00").json
    assert (shown["id"], shown["state"]) == ("golden/lambda-timeout", "review")
    assert shown["due"] == "2026-11-24T04:00:00+09:00"
    assert 0.5 < shown["retrievability"] < 0.95


def test_a_gap_is_shown_as_dots_in_brackets(studio: Studio) -> None:
    studio("grade", "lambda-timeout", "good")
    shown = studio("next", "--json").json
    assert (shown["id"], shown["kind"], shown["back"]) == ("golden/lambda-memory.low", "cloze", "128 / 0.125")
    assert shown["front"].count("[…]") == 2


def test_intervals_that_end_after_the_exam_are_null(studio: Studio) -> None:
    studio("config", "exam-date", "2026-11-24")
    intervals = studio("next", "--json").json["intervals"]
    assert (intervals["again"], intervals["hard"]) == (600, 86_400)
    assert intervals["easy"] is None


def test_a_card_just_failed_waits_for_its_ten_minutes_while_others_are_there(studio: Studio) -> None:
    studio("grade", "lambda-timeout", "again")
    assert studio("next", "--json").json["id"] != "golden/lambda-timeout"
    later = studio("next", "--json", STUDYCLI_NOW="2026-11-23T21:10:01+09:00").json
    assert (later["id"], later["state"]) == ("golden/lambda-timeout", "learning")
    assert later["due"] == "2026-11-23T21:10:00+09:00"


def test_a_loop_of_next_and_grade_comes_to_its_end(studio: Studio) -> None:
    seen = []
    while shown := studio("next", "--json").json:
        seen.append(shown["id"])
        studio("grade", shown["id"], "good")
    assert seen == ["golden/lambda-timeout", "golden/lambda-memory.low", "golden/ddb-dax"]
    assert studio("next") == (0, "No card is waiting.\n", "")


def test_next_of_one_topic(studio: Studio) -> None:
    assert studio("next", "--topic", "dynamodb", "--json").json["topic"] == "dynamodb"


def test_next_speaks_the_language_of_the_material(studio: Studio) -> None:
    shown = studio("--material-language", "ko", "next", "--json").json
    assert shown["front"] == "Lambda 함수의 최대 실행 시간은?"
    assert studio("--language", "ko", "next", "--json").json["front"] == shown["front"]


def test_next_for_people_names_the_command_that_grades(studio: Studio) -> None:
    assert studio("next").out == (
        "golden/lambda-timeout\n\nFront:\nHow long may a Lambda function run?\n\nBack:\n15 minutes\n\n"
        "Next: studycli grade golden/lambda-timeout again|hard|good|easy\n"
    )


def test_a_card_without_the_language_is_shown_in_its_own_and_says_so(studio: Studio) -> None:
    result = studio("--material-language", "de", "next")
    assert result.out.startswith("golden/lambda-timeout (ko only)\n")


@pytest.mark.parametrize(
    "argv",
    [["review"], ["review", "--cram"], ["review", "--topic", "lambda", "--minutes", "5", "--new", "0"]],
)
def test_review_without_a_terminal_names_what_works_in_a_script(studio: Studio, argv: list[str]) -> None:
    result = studio(*argv)
    assert (result.code, result.out) == (2, "")
    assert "needs a terminal" in result.err
    assert "studycli next, studycli grade" in result.err
