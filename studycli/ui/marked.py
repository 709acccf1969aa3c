"""Lines with places in them that are marked, without their Markdown, cut to the room there is."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from studycli.core.cells import cells, cells_before

Mark = tuple[int, int]
"""A place in a line: its first character, and the one behind its last."""

_CODE: Final = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_EMPHASIS: Final = (
    re.compile(r"(\*\*)(?=\S)(.+?)(?<=\S)\1"),
    re.compile(r"(\*)(?=[^\s*])(.+?)(?<=[^\s*])\1"),
)
_CUT: Final = "…"
_WIDEST: Final = 2


def plain(text: str) -> str:
    """One line of Markdown as it reads: without the signs of code and emphasis."""
    return unmarked(text, ())[0]


def unmarked(text: str, marks: Sequence[Mark]) -> tuple[str, list[Mark]]:
    """One line of Markdown without the signs of code and emphasis, its marks where they are now."""
    signs = sorted(_signs(text))
    if not signs:
        return text, list(marks)
    new_places, kept, done = [0] * (len(text) + 1), "", 0
    for start, end in (*signs, (len(text), len(text))):
        for place in range(done, start):
            new_places[place] = len(kept) + place - done
        kept += text[done:start]
        new_places[start:end] = [len(kept)] * (end - start)
        done = end
    new_places[-1] = len(kept)
    moved = [(new_places[start], new_places[end]) for start, end in marks]
    return kept, [(start, end) for start, end in moved if start < end]


def _signs(text: str) -> Iterator[tuple[int, int]]:
    """Where the signs of code and emphasis stand; within code there are none."""
    left = text
    for pattern in (_CODE, *_EMPHASIS):
        for match in pattern.finditer(left):
            size = len(match[1])
            yield match.start(), match.start() + size
            yield match.end() - size, match.end()
            if pattern is _CODE:
                left = left[: match.start()] + "`" * len(match[0]) + left[match.end() :]
            else:
                left = f"{left[: match.start()]}{'`' * size}{match[2]}{'`' * size}{left[match.end() :]}"


def fitted(text: str, marks: Sequence[Mark], room: int) -> tuple[str, list[Mark]]:
    """As much of ``text`` as ``room`` cells hold, with its first mark in it; the marks that are left."""
    before_each = cells_before(text)
    if before_each[-1] <= room:
        return text, list(marks)
    first = marks[0] if marks else (0, 0)
    start = 0 if before_each[first[1]] < room else _start(text, first, room)
    left = room - cells(_CUT) * (1 + bool(start))
    end = max(start, bisect_right(before_each, before_each[start] + left) - 1)
    before = _CUT if start else ""
    shift = len(before) - start
    kept = [(max(a, start) + shift, min(b, end) + shift) for a, b in marks if a < end and b > start]
    return f"{before}{text[start:end]}{_CUT if end < len(text) else ''}", kept


def pieces(text: str, marks: Sequence[Mark]) -> Iterator[tuple[str, bool]]:
    """``text`` in pieces, each with whether it is marked."""
    done = 0
    for start, end in marks:
        yield text[done:start], False
        yield text[start:end], True
        done = end
    yield text[done:], False


def _start(text: str, first: Mark, room: int) -> int:
    """Where to begin so that the first mark stands a third into the room, or what is left of it beside a wide one."""
    start = first[0]
    left = max(0, min(room // 3, room - 2 * cells(_CUT) - _WIDEST))
    while start and (left := left - cells(text[start - 1])) >= 0:
        start -= 1
    return start
