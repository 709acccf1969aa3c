import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from syrupy.assertion import SnapshotAssertion

from studycli.ui.drawn import console_of, lines_of
from studycli.ui.events import Size
from studycli.ui.markdown import markdown, max_diagram_overflow, spoken_markdown
from studycli.ui.theme import THEMES
from tests.ui.shown import screen_text

AUTO = THEMES["auto"]
NOTES = {
    "ko": """## 한도

메모리는 **128 MB**부터 **(10 GB)**까지 *1 MB* 단위로 늘고, `Timeout`은 최대 15분입니다. […]
자세한 것: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html

- 첫째 항목은 한 줄보다 길어서 좁은 창에서는 다음 줄로 넘어갑니다
- 둘째 항목
  1. 하나
  2. 둘

| 항목 | 기본값 | 최댓값과 그 까닭 |
|---|---:|---|
| 메모리 | 128 MB | 10,240 MB, CPU도 비례해서 늘어납니다 |
| 시간 | 3초 | 15분 |

```text
┌────────────┐     ┌────────────┐     ┌──────────┐
│ 클라이언트 │ ──> │ CloudFront │ ──> │  오리진  │
└────────────┘     └────────────┘     └──────────┘
```

> 인용한 글
""",
    "en": """## Limits

Memory goes from **128 MB** up to **(10 GB)** in steps of *1 MB*; `Timeout` is 15 minutes at most. […]
See https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html

- The first item is longer than one line, so that it goes on below in a narrow window
- The second

  1. one
  2. two

| Item | Default | Maximum and why |
|---|---:|---|
| Memory | 128 MB | 10,240 MB, and the CPU grows with it |
| Time | 3 s | 15 min |

---

```text
+--------+     +------------+     +--------+
| client | --> | CloudFront | --> | origin |
+--------+     +------------+     +--------+
```
""",
}


def drawn(text: str, width: int, x_offset: int = 0) -> str:
    return screen_text(markdown(text, AUTO, x_offset=x_offset), Size(width, 60)).rstrip()


@pytest.mark.parametrize("language", NOTES)
@pytest.mark.parametrize("width", [76, 36, 20])
def test_note(language: str, width: int, snapshot: SnapshotAssertion) -> None:
    assert drawn(NOTES[language], width) == snapshot


@pytest.mark.parametrize("theme", THEMES)
def test_styled_note(theme: str, snapshot: SnapshotAssertion) -> None:
    lines = lines_of(markdown(NOTES["ko"], THEMES[theme]), Size(60, 32))
    assert [[(part.text, str(part.style or "")) for part in line] for line in lines] == snapshot


@pytest.mark.parametrize("language", NOTES)
def test_spoken_note(language: str, snapshot: SnapshotAssertion) -> None:
    assert spoken_markdown(NOTES[language]) == snapshot


@pytest.mark.parametrize(
    ("x_offset", "shown"),
    [
        pytest.param(0, "0123456789한글›", id="right-edge"),
        pytest.param(3, "‹456789한글ABC›", id="both-edges"),
        pytest.param(10, "‹ 글ABCD가나다›", id="half-a-character-at-the-left"),
        pytest.param(11, "‹글ABCD가나다 ›", id="half-a-character-at-the-right"),
        pytest.param(99, "‹", id="beyond"),
    ],
)
def test_a_fence_is_scrolled_and_marked_at_its_cut_edges(x_offset: int, shown: str) -> None:
    assert drawn("```\n0123456789한글ABCD가나다라마바사\n```", 15, x_offset).rstrip() == shown


def test_scrolled_by_its_overflow_a_fence_shows_its_end() -> None:
    text = NOTES["ko"]
    overflow = max_diagram_overflow(text, 36)
    assert overflow == 50 - 36
    assert drawn(text, 36, overflow).count("‹") == 3
    assert "›" not in drawn(text, 36, overflow)
    assert "›" in drawn(text, 36, overflow - 1)


def test_overflow_counts_the_indent_of_a_list() -> None:
    assert max_diagram_overflow("- a\n\n  ```\n  0123456789012345678\n  ```", 20) == 1
    assert max_diagram_overflow("no fence", 5) == 0


def visible(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("width", [12, 16, 20, 28, 36, 50, 76, 120])
def test_no_width_loses_a_word(width: int) -> None:
    table = "| 하나 | two | 셋째 열 | four |\n|---|---|---|---|\n| 가나다라마바사 | abcdefghijklmnop | 값 | x y z |"
    shown = visible(drawn(table + "\n\n" + "아주긴낱말" * 9 + " https://example.com/a/long/path", width))
    for word in ("가나다라마바사", "abcdefghijklmnop", "아주긴낱말" * 9, "https://example.com/a/long/path"):
        assert all(character in shown for character in word)
    assert shown.count("아주긴낱말") == 9


STARTS = ["# ", "- ", "1. ", "> ", "```\n", "|", "|---|---|\n", "---\n", "\n", "\n\n", "    "]
INSIDE = [
    "`",
    "**",
    "*",
    "_",
    "\\",
    " ",
    "가나다",
    "word",
    "(10)",
    "&#27;",
    "\x1b[31m",
    "❤️",
    "<b>",
    "[x](y)",
    "각",
]
MARKDOWN_LIKE = st.lists(st.sampled_from(STARTS) | st.sampled_from(INSIDE)).map("".join)


@given(st.one_of(st.text(), MARKDOWN_LIKE), st.integers(1, 60), st.integers(0, 70))
def test_nothing_raises_or_is_wider_than_the_window(text: str, width: int, x_offset: int) -> None:
    shown = screen_text(markdown(text, AUTO, x_offset=x_offset), Size(width, 30))
    assert all(cell_len(line) <= width for line in shown.split("\n"))
    assert max_diagram_overflow(text, width) >= 0
    assert all(line.isprintable() or not line for line in shown.split("\n") if line.isascii())
    spoken_markdown(text)


@given(MARKDOWN_LIKE, st.integers(24, 60))
def test_lines_fit_before_the_window_cuts_them(text: str, width: int) -> None:
    for line in console_of(Size(width, 30)).render_lines(markdown(text, AUTO), pad=False):
        assert sum(segment.cell_length for segment in line) <= width
