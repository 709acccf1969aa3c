"""A question and its options in one window: the stem scrolls, the options stay in reach below it.

What the stem has above its window and the options below theirs belongs to the page, so that the frame's own marks
("more above", "more below") tell of it; the rule between the two tells of the rest.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from rich.cells import cell_len
from rich.console import RenderableType
from rich.segment import Segment
from rich.style import Style
from rich.text import Text

from studycli.core.exam.attempt import Attempt
from studycli.core.exam.engine import answer_shown
from studycli.core.exam.paper import PaperItem
from studycli.core.library import Text as LocalText
from studycli.ui.deck import QuestionFace
from studycli.ui.drawn import Line, indented, stacked
from studycli.ui.events import Size
from studycli.ui.frame import MARGIN, ROOMY, WIDE, margin_of, rule, width_of
from studycli.ui.look import Look
from studycli.ui.markdown import markdown
from studycli.ui.screens.question import is_changed, localized, option_text, spoken_text
from studycli.ui.theme import Role
from studycli.words.model.exam import SittingWords

_RULE_ENDS = 10
"""Cells of a rule beside the words at its two ends."""


class Asked(Protocol):
    """A question on the screen that waits for its answer, in an exam or in practice.

    ``turn`` are pages to scroll, and ``follow`` asks to bring the option under the cursor into view.
    """

    @property
    def attempt(self) -> Attempt:
        """The sitting at this question."""

    @property
    def item(self) -> PaperItem | None:
        """The question as it is asked; None if there is none."""

    @property
    def face(self) -> QuestionFace | None:
        """Its texts; None if it is gone from the bank."""

    @property
    def language(self) -> str:
        """The language it is shown in."""

    @property
    def cursor(self) -> int:
        """The place of an option."""

    @property
    def scroll(self) -> int:
        """Lines scrolled through the stem, then on through the options."""

    @property
    def turn(self) -> int:
        """Pages to scroll."""

    @property
    def follow(self) -> bool:
        """Whether the option under the cursor is to come into view."""

    @property
    def x_scroll(self) -> int:
        """Cells that diagrams are scrolled sideways."""


class Regions(NamedTuple):
    """Which lines of stem and options are shown, with a ``rule`` between them if there is room.

    The scroll goes up to ``stem_limit`` through the stem, and up to ``limit`` through the options.
    """

    stem_top: int
    stem_height: int
    options_top: int
    options_height: int
    rule: bool
    stem_limit: int
    limit: int


def regions(stem: int, options: Sequence[int], cursor: int, height: int, scroll: int) -> Regions:
    """The window of ``height`` lines on a stem of so many lines and options of so many lines each.

    If not everything has room, the options get theirs at the bottom but leave a third to the stem; the option under
    the cursor is in view. ``scroll`` goes through the stem first, then on through the options.
    """
    total = sum(options)
    has_rule = height >= 3
    room = height - has_rule
    if stem + total <= room:
        return Regions(0, stem, 0, total, has_rule, 0, 0)
    least = min(stem, max(1, room // 3)) if room > 1 else 0
    options_height = min(total, room - least)
    stem_height = min(stem, room - options_height)
    stem_limit = stem - stem_height
    start = sum(options[:cursor])
    end = sum(options[: cursor + 1])
    base = min(start, max(0, end - options_height))
    last = total - options_height
    stem_top = min(scroll, stem_limit)
    options_top = min(base + scroll - stem_top, max(base, last))
    limit = stem_limit + max(0, last - base)
    return Regions(stem_top, stem_height, options_top, options_height, has_rule, stem_limit, limit)


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of stem and options, and which of them are shown."""

    stem: Sequence[Line]
    options: Sequence[Line]
    regions: Regions

    @property
    def turn(self) -> int:
        """Lines that one page moves; one of the last page stays in view where there are enough."""
        height = self.regions.stem_height
        return height - 1 if height > 3 else max(1, height)


def page_of(state: Asked, size: Size, height: int, look: Look) -> Page:
    """The question as a page in a body of ``height`` lines."""
    width = width_of(size)
    stem = _stem(state, size, width, look)
    options = [_option(state, place, width, look) for place in range(len(_ids(state)))]
    cut = regions(len(stem), [len(lines) for lines in options], state.cursor, height, state.scroll)
    return Page(stem, [line for lines in options for line in lines], cut)


def settled_scroll(state: Asked, size: Size, height: int, look: Look) -> int:
    """The scroll with the pages turned, not beyond the end; after a move with the cursor in view."""
    if not (state.turn or state.follow or state.scroll):
        return state.scroll
    page = page_of(state, size, height, look)
    scroll = state.scroll + state.turn * page.turn
    limit = page.regions.stem_limit if state.follow else page.regions.limit
    return max(0, min(scroll, limit))


def drawn(page: Page, label: str, size: Size, look: Look) -> RenderableType:
    """The page as a frame's body, to be scrolled to ``regions.stem_top``; ``label`` stands on its rule."""
    cut, words = page.regions, look.words.screens
    stem_end = cut.stem_top + cut.stem_height
    lines = list(page.stem[:stem_end])
    if cut.rule:
        above = look.words.exam.sitting.options_above if cut.options_top else ""
        below = words.more_below if stem_end < len(page.stem) else ""
        end = " · ".join(part for part in (below, above) if part)
        if end and cell_len(label) + cell_len(end) + _RULE_ENDS > width_of(size):
            end = words.more
        lines += stacked([rule(label, end, width_of(size), look.theme)], width_of(size))
    lines += page.options[cut.options_top :]
    return indented(lines, margin_of(size))


def _ids(state: Asked) -> tuple[str, ...]:
    return state.item.options if state.item else ()


def _stem(state: Asked, size: Size, width: int, look: Look) -> list[Line]:
    lines = stacked(_stem_parts(state, look), width)
    if size.height < ROOMY:
        return lines
    return [[], *lines, []]


def _stem_parts(state: Asked, look: Look) -> list[RenderableType]:
    if state.item is None:
        return []
    if state.face is None:
        return [Text(look.words.question.gone.format(id=state.item.question), style=look.theme[Role.ERROR])]
    stem = localized(state.face.stem, state.language, look, state.x_scroll)
    if not is_changed(state.face, state.item):
        return stem
    return [*stem, Text(look.words.question.changed, style=look.theme[Role.MUTED])]


def text_of(state: Asked, option: str) -> LocalText:
    """The text of an option; its id where the question is gone."""
    return option_text(state.face, option) if state.face else LocalText({"": option})


def mark_of(state: Asked, option: str) -> str:
    """Chosen, struck out or neither, as a sign; brackets where several are asked for."""
    answer = answer_shown(state.attempt)
    sign = "*" if option in answer.chosen else "-" if option in answer.struck else " "
    several = state.item is not None and len(state.item.right) > 1
    return f"[{sign}]" if several else f"({sign})"


def _option(state: Asked, place: int, width: int, look: Look) -> list[Line]:
    """An option: cursor, number, mark, text. A struck one stands in brackets, for which there is always room."""
    option, theme = _ids(state)[place], look.theme
    answer = answer_shown(state.attempt)
    gap = " " if width >= WIDE - 2 * MARGIN else ""
    here = ">" if place == state.cursor else " "
    head = [
        Segment(f"{here}{gap}", theme[Role.ACCENT]),
        Segment(f"{place + 1}", theme[Role.KEY]),
        Segment(f" {mark_of(state, option)}{gap}", theme[Role.ACCENT]),
    ]
    struck = option in answer.struck
    style = theme[Role.STRUCK] if struck else theme[Role.STRONG] if option in answer.chosen else None
    indent = Segment.get_line_length(head)
    body = text_of(state, option).read(state.language).text
    lines = stacked([markdown(body, theme)], width - indent - 2) or [[]]
    return _framed(head, lines, struck, style)


def _framed(head: Line, lines: list[Line], struck: bool, style: Style | None) -> list[Line]:
    opening, closing = ("[", "]") if struck else (" ", "")
    framed = []
    for number, line in enumerate(lines):
        start = (
            [*head, Segment(opening)] if number == 0 else [Segment(" " * (Segment.get_line_length(head) + 1))]
        )
        end = [Segment(closing)] if closing and number == len(lines) - 1 else []
        text = Segment.apply_style(line, post_style=style) if style else line
        framed.append([*start, *text, *end])
    return framed


def label_of(state: Asked, look: Look) -> str:
    """What is asked, how much of it is done, how sure one is."""
    if state.item is None:
        return ""
    words, answer = look.words.exam.sitting, answer_shown(state.attempt)
    asked, chosen = len(state.item.right), len(answer.chosen)
    parts = [
        _progress(chosen, asked, words),
        look.words.question.confidence(answer.confidence.value) if answer.confidence else "",
    ]
    return " · ".join(part for part in parts if part)


def _progress(chosen: int, asked: int, words: SittingWords) -> str:
    if not chosen:
        return words.ask(asked)
    return words.chosen_of(chosen, asked) if asked > 1 else words.chosen


def spoken_options(state: Asked, look: Look) -> list[str]:
    """The options as lines to be read aloud."""
    return [
        f"{place + 1}: {' '.join(spoken_text(text_of(state, option), state.language))}"
        f"{_said_of(state, place, option, look)}"
        for place, option in enumerate(_ids(state))
    ]


def _said_of(state: Asked, place: int, option: str, look: Look) -> str:
    answer = answer_shown(state.attempt)
    tags = [
        look.words.exam.sitting.chosen if option in answer.chosen else "",
        look.words.question.struck if option in answer.struck else "",
        look.words.exam.sitting.cursor if place == state.cursor else "",
    ]
    told = ", ".join(tag for tag in tags if tag)
    return f" ({told})" if told else ""
