import pytest

from studycli.core.search.plan import concepts_of
from studycli.core.search.query import parse
from studycli.core.search.snippet import Sought, marks_in, snippet_of, sought


def asked(text: str) -> tuple[Sought, ...]:
    return sought(concepts_of(parse(text).words, {}))


@pytest.mark.parametrize(
    ("text", "query", "marked"),
    [
        ("A Lambda timeout of 15 min", "timeouts", ["timeout"]),
        ("보안 그룹과 서브넷", "보안그룹", ["보안 그룹"]),
        ("Cold cold-start", "cold start", ["Cold", "cold", "start"]),
        ("`$LATEST` and latest", "$LATEST", ["LATEST", "latest"]),
        ("the 15분 limit", "15분", ["15분"]),
        ("콜드 스타트", "콜드 스타", ["콜드", "스타"]),
        ("nothing", "other", []),
    ],
)
def test_what_matches_is_marked(text: str, query: str, marked: list[str]) -> None:
    assert [text[start:end] for start, end in marks_in(text, asked(query))] == marked


def test_marks_that_touch_are_one() -> None:
    assert marks_in("콜드스타트", asked("콜드 드스 타트")) == ((0, 5),)


def test_the_line_that_names_most_is_shown() -> None:
    lines = ["Lambda alone", "A Lambda timeout", "Lambda and its timeout"]
    assert snippet_of(lines, asked("lambda timeout")) == ("A Lambda timeout", 2)


def test_without_lines_there_is_nothing_to_show() -> None:
    assert snippet_of([], asked("lambda")) == ("", 0)
