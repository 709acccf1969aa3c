"""``studycli notes``: the notes by topic, and how well each is known."""

from studycli.cli.known import Known
from studycli.cli.notices import print_notices
from studycli.cli.printing import one_line, print_json
from studycli.cli.wiring import Wiring
from studycli.core.cells import cells
from studycli.ui.deck import KnownRow
from studycli.ui.marked import plain


def notes(wiring: Wiring, topic: str | None, *, as_json: bool) -> int:
    """Browse the notes on a terminal; elsewhere, or if a topic is asked for, list them.

    Raises MaterialError for an unknown topic.
    """
    if topic is None and not as_json and wiring.may_ask:
        from studycli.cli.studying import open_notes  # noqa: PLC0415 - 150 ms of full screen

        return open_notes(wiring)
    known = Known(wiring, wiring.clock().at)
    topics = known.topics() if topic is None else known.topic(topic)
    if as_json:
        rows = [_described(wiring, of.id, note) for of in topics for note in known.notes(of.id)]
        print_json(rows, wiring.streams.stdout)
    else:
        _print(wiring, [(of, known.notes(of.id)) for of in topics])
    print_notices(wiring)
    return 0


def _described(wiring: Wiring, topic: str, note: KnownRow) -> dict[str, object]:
    return {
        "id": note.id,
        "topic": topic.partition("/")[2],
        "title": note.title.read(wiring.material_language).text,
        "cards": note.known.cards,
        "seen": note.known.seen,
        "recall": note.known.recall,
    }


def _print(wiring: Wiring, topics: list[tuple[KnownRow, tuple[KnownRow, ...]]]) -> None:
    """Under a heading each topic above its notes: id, chance of recall, cards seen of all, title."""
    words, stdout = wiring.words.cli.reading, wiring.streams.stdout
    if not topics:
        stdout.write(f"{words.no_notes}\n")
        return
    language = wiring.material_language
    rows = [(words.note, words.recall, words.seen, words.title)]
    for topic, of_topic in topics:
        for indent, row in [("", topic), *(("  ", note) for note in of_topic)]:
            name = one_line(f"{row.id.partition('/')[2]}")
            rows.append(
                (indent + name, row.percent, row.seen, one_line(plain(row.title.read(language).text)))
            )
    first, second, third = (max(cells(row[place]) for row in rows) for place in range(3))
    for name, recall, seen, title in rows:
        stdout.write(f"{_left(name, first)}  {_right(recall, second)}  {_right(seen, third)}  {title}\n")


def _left(text: str, width: int) -> str:
    return text + " " * (width - cells(text))


def _right(text: str, width: int) -> str:
    return " " * (width - cells(text)) + text
