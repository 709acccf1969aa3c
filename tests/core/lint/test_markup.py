import pytest

from studycli.core.lint.markup import code_spans, fences, plain, prose, shown

BODY = "Use `a b` and ``c`d``.\n\n```json\n{`}\n```\n\n~~~\n┌─┐\n~~~\n\nEnd `e`."


def test_spans_outside_of_fences() -> None:
    assert code_spans(BODY) == ["a b", "c`d", "e"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("```\nx\n```", [("", "x\n", True)], id="no language"),
        pytest.param("```text\nx\n```", [("text", "x\n", True)], id="text"),
        pytest.param("```json title\n{}\n```", [("json", "{}\n", False)], id="code"),
        pytest.param("```ascii\n│\n```", [("ascii", "│\n", True)], id="box characters"),
        pytest.param("~~~py\nx", [("py", "x", False)], id="never closed"),
        pytest.param("a ``` b", [], id="in a line"),
    ],
)
def test_fences(body: str, expected: list[tuple[str, str, bool]]) -> None:
    assert [(fence.info, fence.body, fence.is_diagram) for fence in fences(body)] == expected


def test_prose_is_what_is_left() -> None:
    assert prose("See https://a.b/1 or `2`, {{x::3}}.\n```\n4\n```\n").split() == ["See", "or", ",", "3."]


def test_plain_has_no_marks() -> None:
    assert plain("**A** `b`\n- {{gap::C}}") == "a b - c"
    assert shown("{{a::1}} {{b::2}}") == "1 2"


def test_a_text_full_of_unclosed_marks_does_not_take_long() -> None:
    assert code_spans("`` ` " * 20_000) is not None
    assert list(fences("```x\n" * 20_000)) != []
