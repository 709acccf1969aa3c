"""``studycli search``: notes, cards and questions, best first, as places that editors jump to."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from studycli.cli.exits import ExitCode
from studycli.cli.printing import one_line, print_json
from studycli.cli.progress import bar
from studycli.cli.topics import require_topic
from studycli.cli.wiring import Wiring
from studycli.core.cells import cells
from studycli.core.ledgers import Kind
from studycli.errors import UsageError
from studycli.material.files import shown
from studycli.material.search import KINDS, Hit, Lines, Query, Results, Search, parse
from studycli.ui.ansi import Painted, Plain
from studycli.ui.marked import Mark, fitted, pieces, unmarked
from studycli.ui.roles import Role
from studycli.ui.text import clean

_INDENT: Final = "    "
_LEAST_ROOM: Final = 40
"""Cells for a title: behind a path that leaves fewer it wraps."""

_NARROWEST: Final = 10


class SearchOptions(NamedTuple):
    """What ``studycli search`` was asked for; no ``kinds``: all of them."""

    words: tuple[str, ...]
    without: tuple[str, ...] = ()
    topic: str | None = None
    kinds: tuple[str, ...] = ()
    limit: int = 10


def search(wiring: Wiring, options: SearchOptions, *, as_json: bool) -> int:
    """Print what is found, and on stderr how many there are; 1 if nothing is.

    Raises MaterialError for an unknown topic.
    """
    results, lines = _found(wiring, options), Lines()
    if as_json:
        print_json([_described(hit, lines) for hit in results.hits], wiring.streams.stdout)
    else:
        _print(results.hits, lines, wiring)
    _tell(wiring, options, results)
    return ExitCode.FINE if results.hits else ExitCode.FOUND


def review_found(wiring: Wiring, options: SearchOptions) -> int:
    """Study the cards of what is found, full screen; 1 if nothing is.

    Raises UsageError without a terminal or where nothing found has a card, MaterialError for an unknown topic.
    """
    from studycli.ui.terminal import require_terminal  # noqa: PLC0415 - only where a screen is opened

    stdin, stdout, _ = wiring.streams
    require_terminal(stdin, stdout, command="studycli search --review", alternative="studycli search")
    results = _found(wiring, options)
    if not results.hits:
        _tell(wiring, options, results)
        return ExitCode.FOUND
    from studycli.cli.studying import open_review_of  # noqa: PLC0415 - 150 ms of full screen

    return open_review_of(wiring, tuple(hit.id for hit in results.hits))


def search_while_typing(wiring: Wiring, options: SearchOptions, *, others: Mapping[str, bool]) -> int:
    """Search full screen, at first for what was asked for.

    Raises UsageError without a terminal, and with one of the ``others``, options that print or ask for words.
    """
    from studycli.ui.terminal import require_terminal  # noqa: PLC0415 - only where a screen is opened

    clash = next((name for name, is_set in others.items() if is_set), None)
    if clash is not None:
        raise UsageError("search_needs_words", name=clash)
    stdin, stdout, _ = wiring.streams
    require_terminal(
        stdin, stdout, command="studycli search --interactive", alternative="studycli search WORD"
    )
    if wiring.chosen.no_input:
        raise UsageError("search_needs_words", name="--no-input")
    from studycli.cli.studying import open_search  # noqa: PLC0415 - 150 ms of full screen

    _index(wiring)  # with its bar, and not behind a screen that shows nothing yet
    return open_search(wiring, " ".join(_as_typed(options)))


def _as_typed(options: SearchOptions) -> Iterator[str]:
    """What was asked for, as it would be typed on the screen."""
    yield from options.words
    yield from (f"-{word}" if " " not in word else f'-"{word}"' for word in options.without)
    yield from (f"kind:{kind}" for kind in options.kinds)
    if options.topic is not None:
        yield f"topic:{options.topic}"


def _found(wiring: Wiring, options: SearchOptions) -> Results:
    require_topic(wiring.shelf, options.topic)
    return _index(wiring).search(_query(options), wiring.material_language, options.limit)


def _index(wiring: Wiring) -> Search:
    """The index, brought up to date with a bar where that takes long."""
    on_progress = None if wiring.accessible else bar(wiring.streams.stderr, wiring.words.search.indexing)
    return Search(wiring.cache, wiring.shelf, on_progress)


def _query(options: SearchOptions) -> Query:
    kinds = frozenset(map(Kind, options.kinds)) or frozenset(KINDS)
    return parse(" ".join(options.words), without=options.without, topic=options.topic, kinds=kinds)


def _print(hits: Sequence[Hit], lines: Lines, wiring: Wiring) -> None:
    paint = Painted(wiring.configuration.theme or "auto", wiring.env) if wiring.is_styled else Plain()
    width = _width(wiring)
    for hit in hits:
        place = f"{one_line(shown(hit.path))}:{lines.line_of(hit)}:"
        wiring.streams.stdout.write(_shown(hit, place, wiring, paint, width))


def _described(hit: Hit, lines: Lines) -> dict[str, object]:
    return {
        "id": hit.id,
        "kind": hit.kind.value,
        "topic": hit.topic,
        "title": hit.title,
        "snippet": hit.snippet,
        "score": hit.score,
        "path": shown(hit.path),
        "line": lines.line_of(hit),
    }


def _shown(hit: Hit, place: str, wiring: Wiring, paint: Plain, width: int | None) -> str:
    """``path:line: title``, and below what it is with the line that matches."""
    kind = wiring.words.search.kinds(hit.kind.value)
    name = f"{kind} {hit.id.partition('/')[2]}"
    room = None if width is None else _room(width, place)
    title = _painted(hit.title, hit.title_marks, paint, Role.TITLE, room)
    room = None if width is None else width - cells(f"{_INDENT}{name}: ")
    line = _painted(hit.snippet, hit.marks, paint, None, room)
    below = f"{paint(Role.MUTED, f'{_INDENT}{name}:')} {line}".rstrip()
    return f"{paint(Role.MUTED, place)} {title}\n{below}\n"


def _painted(text: str, marks: Sequence[Mark], paint: Plain, role: Role | None, room: int | None) -> str:
    """One line of text without its markup, with what matched marked, cut to ``room`` cells."""
    text, marks = unmarked(text, marks)
    if room is not None:
        text, marks = fitted(text, marks, max(room, _NARROWEST))
    return "".join(
        paint(Role.MATCH, clean(piece)) if is_marked else paint(role, clean(piece)) if role else clean(piece)
        for piece, is_marked in pieces(text, marks)
    )


def _room(width: int, place: str) -> int:
    """The cells for a title behind its place; behind a long one those of the next row too, where it wraps."""
    left = width - cells(place) - 1
    return left if left >= _LEAST_ROOM else left + width


def _width(wiring: Wiring) -> int | None:
    """The cells of a line on a terminal; None elsewhere, where nothing is cut."""
    if not wiring.streams.stdout.isatty():
        return None
    import shutil  # noqa: PLC0415 - not in a pipe

    return shutil.get_terminal_size().columns


def _tell(wiring: Wiring, options: SearchOptions, results: Results) -> None:
    words, query = wiring.words.search, " ".join(options.words)
    lines = []
    if not results.hits:
        text = words.nothing if results.nearest is None else words.nothing_close
        lines.append(text.format(query=query, nearest=results.nearest))
    else:
        if results.nearest is not None:
            lines.append(words.mended.format(query=query, nearest=results.nearest))
        lines.append(words.found(len(results.hits), results.total))
    wiring.streams.stderr.writelines(f"{one_line(line)}\n" for line in lines)
