import io

import pytest

from studycli.cli.printing import one_line, print_aligned, print_json


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("plain", "plain", id="plain"),
        pytest.param("two\nlines\t x", "two lines x", id="space"),
        pytest.param("\x1b[31mred\x07", "[31mred", id="escape"),
        pytest.param("a\u202eb", "ab", id="direction"),
        pytest.param("a\udcffb", "ab", id="no UTF-8"),
        pytest.param("한글", "한글", id="Korean"),
    ],
)
def test_one_line_has_nothing_a_terminal_obeys(text: str, shown: str) -> None:
    assert one_line(text) == shown


def test_columns_hold_in_korean() -> None:
    out = io.StringIO()
    print_aligned([("시험", "a"), ("x", "b")], out)
    assert out.getvalue() == "시험  a\nx     b\n"


@pytest.mark.parametrize(("encoding", "escaped"), [("utf-8", False), ("UTF8", False), ("ascii", True)])
def test_json_is_escaped_where_the_stream_needs_it(encoding: str, escaped: bool) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    print_json({"a": "한"}, stream)
    stream.seek(0)
    assert ("\\ud55c" in stream.read()) == escaped
    stream.close()
