"""How a window is shared between a question and its options."""

from hypothesis import given
from hypothesis import strategies as st

from studycli.ui.screens.exam_page import regions

STEMS = st.integers(0, 60)
OPTIONS = st.lists(st.integers(1, 9), min_size=1, max_size=6)
HEIGHTS = st.integers(1, 40)
SCROLLS = st.integers(0, 120)


def _shown(stem: int, options: list[int], cursor: int, height: int, scroll: int) -> tuple[range, range]:
    cut = regions(stem, options, cursor, height, scroll)
    return (
        range(cut.stem_top, cut.stem_top + cut.stem_height),
        range(cut.options_top, cut.options_top + cut.options_height),
    )


def test_what_has_room_is_shown_whole() -> None:
    assert _shown(3, [1, 1, 2, 1], 0, 10, 5) == (range(3), range(5))


def test_options_keep_their_lines_and_the_stem_scrolls_in_the_rest() -> None:
    assert _shown(30, [1, 1, 1, 1], 0, 17, 0) == (range(12), range(4))
    assert _shown(30, [1, 1, 1, 1], 0, 17, 10) == (range(10, 22), range(4))
    assert _shown(30, [1, 1, 1, 1], 0, 17, 99) == (range(18, 30), range(4))


def test_options_that_do_not_fit_leave_a_third_to_the_stem_and_follow_the_cursor() -> None:
    assert _shown(10, [3, 3, 3, 3], 0, 10, 0) == (range(3), range(6))
    assert _shown(10, [3, 3, 3, 3], 3, 10, 0) == (range(3), range(6, 12))


def test_past_the_stem_the_scroll_goes_on_through_the_options() -> None:
    assert _shown(10, [3, 3, 3, 3], 0, 10, 7) == (range(7, 10), range(6))
    assert _shown(10, [3, 3, 3, 3], 0, 10, 9) == (range(7, 10), range(2, 8))


@given(stem=STEMS, options=OPTIONS, height=HEIGHTS, scroll=SCROLLS, data=st.data())
def test_the_window_is_never_exceeded_and_never_left_empty(
    stem: int, options: list[int], height: int, scroll: int, data: st.DataObject
) -> None:
    cursor = data.draw(st.integers(0, len(options) - 1))
    cut = regions(stem, options, cursor, height, scroll)
    used = cut.stem_height + cut.rule + cut.options_height
    assert used <= height
    assert used == height or (cut.stem_height, cut.options_height) == (stem, sum(options))
    assert 0 <= cut.stem_top <= stem - cut.stem_height
    assert 0 <= cut.options_top <= sum(options) - cut.options_height
    assert cut.options_height > 0


@given(stem=STEMS, options=OPTIONS, height=HEIGHTS, data=st.data())
def test_the_option_under_the_cursor_is_in_view_from_its_first_line(
    stem: int, options: list[int], height: int, data: st.DataObject
) -> None:
    cursor = data.draw(st.integers(0, len(options) - 1))
    _, shown = _shown(stem, options, cursor, height, 0)
    start = sum(options[:cursor])
    assert start in shown
    assert start + options[cursor] - 1 in shown or start == shown.start


@given(stem=STEMS, options=OPTIONS, height=HEIGHTS)
def test_scrolling_shows_every_line(stem: int, options: list[int], height: int) -> None:
    limit = regions(stem, options, 0, height, 0).limit
    windows = [_shown(stem, options, 0, height, scroll) for scroll in range(limit + 1)]
    seen = set().union(*(lines for lines, _ in windows))
    assert seen == set(range(stem)) or height < 3
    assert set().union(*(lines for _, lines in windows)) == set(range(sum(options)))
