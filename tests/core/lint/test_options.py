import pytest

from tests.core.lint.samples import hits, option, options, question, text

TABLE = "A table with a global index"


@pytest.mark.parametrize(
    "words",
    [
        "All of the above",
        "None of these.",
        "both of the options",
        "위의 모든 것",
        "모두 해당합니다.",
        "해당 없음",
    ],
)
def test_an_option_about_the_others_comes_last_and_better_not_at_all(words: str) -> None:
    last, first = question(options=options(TABLE, words)), question(options=options(words, TABLE))
    assert len(hits("all-of-the-above", last)) == len(hits("all-of-the-above-not-last", first)) == 1
    assert hits("all-of-the-above", first) == hits("all-of-the-above-not-last", last) == []


@pytest.mark.parametrize(
    "words", ["All of the data in one table", "모든 리전의 테이블", "None of the rows is read"]
)
def test_an_option_that_speaks_of_all_else_is_one_like_others(words: str) -> None:
    for rule in ("all-of-the-above", "all-of-the-above-not-last"):
        assert hits(rule, question(options=options(words, TABLE))) == []


@pytest.mark.parametrize(
    ("length", "fires"),
    [(24, True), (25, False), (100, False), (101, True)],
)
def test_an_option_is_about_as_long_as_the_others(length: int, fires: bool) -> None:
    asked = question(options=options("x" * 40, "x" * 50, "x" * 60, "x" * length))
    assert bool(hits("implausible-option", asked)) == fires


def test_short_options_differ_in_length_by_nature() -> None:
    assert hits("implausible-option", question(options=options("S3", "DynamoDB", "EFS", "Aurora"))) == []


def test_one_language_is_enough_to_stand_out() -> None:
    like = [option(name, text("표" * 20, "x" * 40)) for name in "abc"]
    (params,) = hits("implausible-option", question(options=(*like, option("d", text("표" * 20, "x")))))
    assert (params["option"], params["language"], params["cells"]) == ("d", "en", 1)
