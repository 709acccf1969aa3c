"""Markdown as plain values: the part of it that material may use. Knows nothing of the screen.

Links, images, raw HTML and automatic links are not recognised: they stay the text they are.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from studycli.ui.text import clean
from studycli.ui.theme import Role

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token


class Span(NamedTuple):
    """A stretch of text and what it is, from the outside in."""

    text: str
    roles: tuple[Role, ...] = ()


Inline = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text that is wrapped."""

    text: Inline


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of what follows."""

    text: Inline


@dataclass(frozen=True, slots=True)
class Fence:
    """Code or a diagram: lines that are never wrapped."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list, with its bullet or number and the space after it."""

    marker: str
    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class Listing:
    """A list; a tight one has no blank lines between its items."""

    items: tuple[Item, ...]
    tight: bool


@dataclass(frozen=True, slots=True)
class Quote:
    """Quoted blocks."""

    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class Table:
    """A header, and rows of as many cells. ``right`` says which columns stand at the right."""

    header: tuple[Inline, ...]
    rows: tuple[tuple[Inline, ...], ...]
    right: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across."""


Block = Paragraph | Heading | Fence | Listing | Quote | Table | Rule


@lru_cache(maxsize=64)
def parse(text: str) -> tuple[Block, ...]:
    """The blocks of a Markdown text."""
    return _blocks(iter(_parser().parse(clean(text))))


def _blocks(tokens: "Iterator[Token]") -> tuple[Block, ...]:
    """The blocks up to the end, or to the token that closes their parent."""
    blocks = []
    for token in tokens:
        if token.nesting < 0:
            break
        blocks.append(_block(token, tokens))
    return tuple(blocks)


def _block(token: "Token", tokens: "Iterator[Token]") -> Block:
    match token.type:
        case "heading_open":
            return Heading(_leaf(tokens))
        case "fence" | "code_block":
            return Fence(tuple(token.content.removesuffix("\n").split("\n")))
        case "bullet_list_open" | "ordered_list_open":
            return _listing(token, tokens)
        case "blockquote_open":
            return Quote(_blocks(tokens))
        case "table_open":
            return _table(tokens)
        case "hr":
            return Rule()
        case _:
            return Paragraph(_leaf(tokens))


def _leaf(tokens: "Iterator[Token]") -> Inline:
    """The text of a paragraph, heading or cell, whose closing token is taken too."""
    inline = _inline(next(tokens))
    next(tokens)
    return inline


def _listing(opening: "Token", tokens: "Iterator[Token]") -> Listing:
    number = int(opening.attrs.get("start", 1)) if opening.type == "ordered_list_open" else None
    items: list[Item] = []
    tight = True
    for token in tokens:
        if token.nesting < 0:
            break
        children = []
        for child in tokens:
            if child.nesting < 0:
                break
            tight = tight and (child.type != "paragraph_open" or child.hidden)
            children.append(_block(child, tokens))
        items.append(Item("• " if number is None else f"{number + len(items)}. ", tuple(children)))
    return Listing(tuple(items), tight)


def _table(tokens: "Iterator[Token]") -> Table:
    rows: list[list[Inline]] = []
    right = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type in {"th_open", "td_open"}:
            if token.type == "th_open":
                right.append("right" in str(token.attrs.get("style", "")))
            rows[-1].append(_leaf(tokens))
        elif token.type == "table_close":
            break
    return Table(tuple(rows[0]), tuple(tuple(row) for row in rows[1:]), tuple(right))


_OPENING = {"strong_open": Role.STRONG, "em_open": Role.EMPHASIS}


def _inline(token: "Token") -> Inline:
    spans = []
    roles: tuple[Role, ...] = ()
    for child in token.children or ():
        if child.type in _OPENING:
            roles = (*roles, _OPENING[child.type])
        elif child.nesting < 0:
            roles = roles[:-1]
        elif child.type == "code_inline":
            spans.append(Span(clean(child.content), (*roles, Role.CODE)))
        elif child.type == "softbreak":
            spans.append(Span(" ", roles))
        elif child.type == "hardbreak":
            spans.append(Span("\n", roles))
        elif child.content:
            spans.append(Span(clean(child.content), roles))
    return tuple(spans)


@lru_cache(maxsize=1)
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # noqa: PLC0415 - 25 ms that a screen without Markdown saves

    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    parser.disable(["link", "image", "autolink", "html_inline", "html_block", "reference"])
    parser.inline.ruler.at("emphasis", _emphasis)
    return parser


def _emphasis(state: "StateInline", silent: bool) -> bool:
    """The emphasis rule of CommonMark, with letters of Hangul, Han and Kana allowed right beside ``**``.

    CommonMark takes ``**`` between a full stop or bracket and a letter for no closing mark; Korean particles follow
    without a space: ``**(10 GB)**까지``.
    """
    from markdown_it.rules_inline.state_inline import Delimiter  # noqa: PLC0415 - as above

    marker = state.src[state.pos]
    if silent or marker not in "*_":
        return False
    scanned = state.scanDelims(state.pos, marker == "*")
    before = state.src[state.pos - 1] if state.pos else " "
    end = state.pos + scanned.length
    after = state.src[end] if end < state.posMax else " "
    beside = marker == "*" and (_east_asian(before) or _east_asian(after))
    for _ in range(scanned.length):
        token = state.push("text", "", 0)
        token.content = marker
        state.delimiters.append(
            Delimiter(
                marker=ord(marker),
                length=scanned.length,
                token=len(state.tokens) - 1,
                end=-1,
                open=scanned.can_open or (beside and not after.isspace()),
                close=scanned.can_close or (beside and not before.isspace()),
            )
        )
    state.pos = end
    return True


def _east_asian(character: str) -> bool:
    return character.isalpha() and unicodedata.east_asian_width(character) in {"W", "F"}
