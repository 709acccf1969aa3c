import pytest
from hypothesis import given
from hypothesis import strategies as st
from prompt_toolkit.utils import get_cwidth
from rich.cells import cell_len
from rich.console import Group
from rich.style import Style
from rich.text import Text

from studycli.ui.drawn import cut, lines_of, painted_lines
from studycli.ui.events import Size
from tests.ui.shown import screen_text

SIZES = st.builds(Size, st.integers(1, 60), st.integers(1, 12))
HARD_TEXTS = st.text(st.sampled_from("a \n가힣ᄀ\u1161각e\u0301❤️👩‍👧🇰🇷👍🏽①…─\t\x1b\u202e｡ﾡ"))


@given(st.one_of(st.text(), HARD_TEXTS), SIZES)
def test_every_line_is_exactly_as_wide_and_the_window_exactly_as_high(text: str, size: Size) -> None:
    lines = lines_of(Text(text), size)
    assert [sum(cell_len(segment.text) for segment in line) for line in lines] == [size.width] * size.height


@given(HARD_TEXTS, SIZES)
def test_terminals_count_the_same_cells(text: str, size: Size) -> None:
    lines = lines_of(Text(text, overflow="ignore", no_wrap=True), size)
    whole = ["".join(segment.text for segment in line) for line in lines]
    assert [get_cwidth(line) for line in whole] == [size.width] * size.height


@pytest.mark.parametrize(
    ("start", "width", "shown"),
    [
        pytest.param(0, 4, "한글", id="whole-characters"),
        pytest.param(0, 3, "한 ", id="right-half-cut"),
        pytest.param(1, 3, " 글", id="left-half-cut"),
        pytest.param(1, 2, "  ", id="both-halves-cut"),
        pytest.param(4, 9, "ab", id="from-the-middle-on"),
        pytest.param(99, 5, "", id="beyond"),
        pytest.param(0, 0, "", id="nothing"),
    ],
)
def test_cutting_counts_cells(start: int, width: int, shown: str) -> None:
    assert cut("한글ab", start, width) == shown


def test_a_plain_string_is_never_markup() -> None:
    assert screen_text(Group("[b]not bold[/b] :smile:"), Size(30, 1)) == "[b]not bold[/b] :smile:"


@pytest.mark.parametrize(
    ("style", "codes"),
    [
        pytest.param("bold red", "1;31", id="colour-and-attribute"),
        pytest.param("white on bright_white", "37;107", id="on-a-background"),
        pytest.param("dim italic underline reverse strike", "2;3;4;7;9", id="attributes"),
        pytest.param("#ff0000", "31", id="true-colour-is-brought-down"),
    ],
)
def test_styles_become_escape_sequences(style: str, codes: str) -> None:
    text = Text.assemble(("red", Style.parse(style)), " plain")
    assert painted_lines(text, Size(10, 2)) == [f"\x1b[{codes}mred\x1b[0m plain ", " " * 10]


def test_nothing_in_a_text_is_obeyed() -> None:
    (line,) = painted_lines(Text("a\x1b[31mb"), Size(12, 1))
    assert "\x1b" not in line


def test_what_is_too_long_is_cut_at_the_bottom() -> None:
    assert screen_text(Text("1\n2\n3"), Size(5, 2)) == "1\n2"
