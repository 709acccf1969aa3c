import pytest
from hypothesis import given
from hypothesis import strategies as st
from prompt_toolkit.utils import get_cwidth
from rich.cells import cell_len
from rich.console import Group
from rich.style import Style
from rich.text import Text

from studycli.ui.events import Size
from studycli.ui.fragments import cut, fragments_of, lines_of, screen_text

SIZES = st.builds(Size, st.integers(1, 60), st.integers(1, 12))
HARD_TEXTS = st.text(st.sampled_from("a \n가힣ᄀ\u1161각e\u0301❤️👩‍👧🇰🇷👍🏽①…─\t\x1b\u202e｡ﾡ"))


@given(st.one_of(st.text(), HARD_TEXTS), SIZES)
def test_every_line_is_exactly_as_wide_and_the_window_exactly_as_high(text: str, size: Size) -> None:
    lines = lines_of(Text(text), size)
    assert [sum(cell_len(segment.text) for segment in line) for line in lines] == [size.width] * size.height


@given(HARD_TEXTS, SIZES)
def test_prompt_toolkit_counts_the_same_cells(text: str, size: Size) -> None:
    whole = "".join(part[1] for part in fragments_of(Text(text, overflow="ignore", no_wrap=True), size))
    assert [get_cwidth(line) for line in whole.split("\n")] == [size.width] * size.height


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


def test_styles_become_fragments() -> None:
    text = Text.assemble(("red", Style(color="red")), " plain")
    assert fragments_of(text, Size(10, 2)) == [
        ("ansired", "red"),
        ("", " plain"),
        ("", " "),
        ("", "\n"),
        ("", " " * 10),
    ]


def test_what_is_too_long_is_cut_at_the_bottom() -> None:
    assert screen_text(Text("1\n2\n3"), Size(5, 2)) == "1\n2"
