"""Markdown taken apart as far as the lint needs it: fences, code spans, prose, plain words."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from studycli.core.cards import GAP

_FENCE: Final = re.compile(
    r"^( {0,3})(`{3,}|~{3,})[ \t]*([^\n`]*)\n(.*?)(?:^ {0,3}\2[`~]*[ \t]*$|\Z)", re.DOTALL | re.MULTILINE
)
_SPAN: Final = re.compile(r"(?<!`)(`+)(?!`)((?:[^\n]|\n(?!\n))+?)(?<!`)\1(?!`)")
_URL: Final = re.compile(r"\b[a-z][a-z0-9+.-]*://[^\s)>\]]+")
_DRAWN: Final = re.compile("[\u2500-\u259f\u25a0-\u25ff]")
_MARKS: Final = re.compile(r"[*_#>|~\[\]]+")


class Fence(NamedTuple):
    """A fenced block: the first word after the fence, and its lines."""

    info: str
    body: str

    @property
    def is_diagram(self) -> bool:
        """Whether it is drawn and not code: no language is named, or box characters are in it."""
        return self.info in {"", "text"} or _DRAWN.search(self.body) is not None


def shown(body: str) -> str:
    """A text as it is read: what gaps hide, in place of the gaps."""
    return GAP.sub(lambda gap: gap[2], body)


def fences(body: str) -> Iterator[Fence]:
    """The fenced blocks of a text."""
    for match in _FENCE.finditer(body):
        yield Fence(match[3].partition(" ")[0].strip(), match[4])


def without_fences(body: str) -> str:
    """A text without its fenced blocks."""
    return _FENCE.sub("\n", body)


def code_spans(body: str) -> list[str]:
    """The inline code of a text, in order."""
    return [match[2].strip() for match in _SPAN.finditer(without_fences(body))]


def prose(body: str) -> str:
    """What is left of a text without code, fences and addresses."""
    return _URL.sub(" ", _SPAN.sub(" ", without_fences(shown(body))))


def plain(body: str) -> str:
    """A text to compare: no marks of Markdown, one case, single spaces."""
    words = _MARKS.sub(" ", shown(body).replace("`", "")).casefold()
    return " ".join(words.split())
