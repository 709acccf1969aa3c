"""What searching looks like: the line, the hits below it, and beside them, in a wide window, what a hit shows."""

from collections.abc import Callable
from dataclasses import replace

from rich.cells import cell_len
from rich.console import RenderableType
from rich.segment import Segment
from rich.style import Style
from rich.text import Text

from studycli.ui.beside import GAP, beside
from studycli.ui.bindings import hints
from studycli.ui.blocks import Item, Listing, parse
from studycli.ui.deck import Face, NotePage, QuestionFace
from studycli.ui.drawn import Line, cut, indented, stacked
from studycli.ui.events import Size
from studycli.ui.frame import FIRST_ROW, ROOMY, WIDE, Frame, footer
from studycli.ui.look import Look
from studycli.ui.markdown import drawn_blocks
from studycli.ui.marked import fitted, pieces, plain
from studycli.ui.note_page import note_parts
from studycli.ui.screens.question import localized, option_text
from studycli.ui.screens.search import KEYS, SearchState
from studycli.ui.search_effects import HitRow, Marked, Preview
from studycli.ui.theme import Role

PREVIEW_FROM = 100
"""Cells of a window from which there is room for a preview."""

_PROMPT = "> "
_LINES_OF_A_HIT = 2
_LEFT_SHARE = 0.45


class _Drawn:
    """Lines that stay as they are while one types: drawing them again would be most of the work of a key."""

    def __init__(self) -> None:
        self._key: tuple[object, ...] = ()
        self._lines: list[Line] = []

    def lines(self, key: tuple[object, ...], draw: Callable[[], list[Line]]) -> list[Line]:
        """What ``draw`` makes, or made the last time for an equal key."""
        if key != self._key:
            self._lines, self._key = draw(), key
        return self._lines


_HITS, _PREVIEW = _Drawn(), _Drawn()


def view(state: SearchState, size: Size, look: Look) -> Frame:
    """The whole screen; only the hits that can be seen are drawn."""
    words = look.words.finding
    foot = footer(hints(KEYS, state, look.words.screens.keys), size.width, _footer_rows(size), look.theme)
    frame = Frame(
        Text(words.title, style=look.theme[Role.TITLE]),
        Text(_count(state, look), style=look.theme[Role.MUTED]),
        Text(""),
        foot,
        look,
        size,
        message=state.message or _news(state, look),
    )
    roomy = size.height >= ROOMY
    height = max(0, frame.body_height - 1 - roomy)
    width = _width(size)
    lines = [*stacked([_line(state, width, look)], width), *([[]] if roomy else [])]
    if height:
        lines += _below(state, size, height, look)
    return replace(frame, body=indented(lines, _margin(size)))


def cursor(state: SearchState, size: Size) -> tuple[int, int]:
    """The cell where text is typed."""
    start = _start(state, _width(size))
    return _margin(size) + len(_PROMPT) + cell_len(state.line.before) - start, FIRST_ROW


def _footer_rows(size: Size) -> int:
    return 1 if size.width >= WIDE or size.height < ROOMY // 2 else 2


def _margin(size: Size) -> int:
    return 2 if size.width >= WIDE else 0


def _width(size: Size) -> int:
    return max(1, size.width - 2 * _margin(size))


def _start(state: SearchState, width: int) -> int:
    """How many cells of a long line stay out of sight at the left."""
    room = max(1, width - len(_PROMPT) - 1)
    return max(0, cell_len(state.line.before) - room)


def _line(state: SearchState, width: int, look: Look) -> Text:
    room = max(0, width - len(_PROMPT))
    shown = cut(state.line.text, _start(state, width), room)
    return Text.assemble((_PROMPT, look.theme[Role.ACCENT]), shown, no_wrap=True, overflow="crop")


def _count(state: SearchState, look: Look) -> str:
    """How many were found; dots while it is searched."""
    dots = "" if state.is_fresh or not state.line.text.strip() else "…"
    if state.found is None:
        return dots
    return f"{dots} {look.words.finding.found(len(state.hits), state.found.total)}".strip()


def _news(state: SearchState, look: Look) -> str:
    nearest = state.found.nearest if state.is_fresh and state.found else None
    return look.words.finding.nearest.format(words=nearest) if nearest else ""


def _below(state: SearchState, size: Size, height: int, look: Look) -> list[Line]:
    words, width = look.words.finding, _width(size)
    if state.hits:
        shown = (state.found, state.chosen, state.looked, state.language, size, look)
        return _HITS.lines(shown, lambda: _hits(state, size, height, look))
    if not state.line.text.strip():
        return stacked([Text(tip, style=look.theme[Role.MUTED]) for tip in words.tips], width)
    return stacked(
        [Text(words.nothing if state.is_fresh else words.looking, style=look.theme[Role.MUTED])], width
    )


def _hits(state: SearchState, size: Size, height: int, look: Look) -> list[Line]:
    """The list, and beside it what the hit under the cursor shows, if there is room."""
    width = _width(size)
    if size.width < PREVIEW_FROM:
        return _list(state, width, height, look)
    left = int(width * _LEFT_SHARE)
    right = width - left - GAP
    shown = (state.looked, state.language, right, look)
    preview = _PREVIEW.lines(shown, lambda: stacked(_preview(state, look), right))
    return beside(_list(state, left, height, look), preview, left, height, look.theme)


def _list(state: SearchState, width: int, height: int, look: Look) -> list[Line]:
    """As many hits as there is room for, the one under the cursor among them."""
    room = max(1, height // _LINES_OF_A_HIT)
    top = max(0, state.chosen - room + 1)
    lines = [
        line
        for place, hit in enumerate(state.hits[top : top + room], start=top)
        for line in _hit_lines(hit, width, look, is_chosen=place == state.chosen)
    ]
    return lines[:height]


def _hit_lines(hit: HitRow, width: int, look: Look, *, is_chosen: bool) -> tuple[Line, Line]:
    """Its kind and title, and below the line that matches. As segments: Rich would look for where to wrap them."""
    theme = look.theme
    cursor = Segment(">" if is_chosen else " ", theme[Role.ACCENT])
    kind = Segment(f" {look.words.search.kinds(hit.kind.value)} ", theme[Role.MUTED])
    room = width - cursor.cell_length - kind.cell_length
    title = _marked(hit.title, room, look, theme[Role.SELECTED if is_chosen else Role.STRONG])
    return [cursor, kind, *title], [Segment("  "), *_marked(hit.snippet, width - 2, look, Style.null())]


def _marked(line: Marked, room: int, look: Look, style: Style) -> Line:
    """As much of a line as has room, with its first match in it."""
    shown = pieces(*fitted(line.text, line.marks, max(1, room)))
    return [
        Segment(piece, style + look.theme[Role.MATCH] if is_marked else style)
        for piece, is_marked in shown
        if piece
    ]


def _preview(state: SearchState, look: Look) -> list[RenderableType]:
    looked = state.looked
    if looked is None or looked.preview is None:
        return []
    return _shown(looked.preview, state.language, look)


def _shown(preview: Preview, language: str, look: Look) -> list[RenderableType]:
    match preview:
        case NotePage():
            title = Text(plain(preview.title.read(language).text), style=look.theme[Role.TITLE])
            return [title, Text(""), *note_parts(preview, language, look, 0)]
        case Face():
            parts = [*localized(preview.front, language, look), Text("")]
            parts += [Text(look.words.screens.review.answer, style=look.theme[Role.STRONG])]
            parts += localized(preview.back, language, look)
            return parts + ([Text(""), *localized(preview.extra, language, look)] if preview.extra else [])
        case QuestionFace():
            texts = (option_text(preview, option).read(language).text for option in preview.options)
            items = (Item(f"{number}. ", parse(text)) for number, text in enumerate(texts, start=1))
            options = drawn_blocks((Listing(tuple(items), tight=False),), look.theme)
            return [*localized(preview.stem, language, look), Text(""), options]


def spoken(state: SearchState, look: Look) -> list[str]:
    """The hits, numbered, as lines to be read aloud."""
    words = look.words.finding
    lines = [words.title, *([state.message] if state.message else [])]
    if not state.line.text.strip():
        return [*lines, *words.tips, f"escape: {look.words.screens.keys.back}"]
    lines += [f"{state.line.text}: {_count(state, look) or words.looking}", _news(state, look)]
    for number, hit in enumerate(state.hits, start=1):
        kind = look.words.search.kinds(hit.kind.value)
        lines.append(f"{number}: {kind}: {hit.title.text}. {hit.snippet.text}")
    if state.is_fresh and not state.hits:
        lines.append(words.nothing)
    return [line for line in (*lines, words.spoken_keys) if line]
