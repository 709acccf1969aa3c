"""A page on a terminal: drawn in its width, and handed to the pager where the window is too small for it."""

import shutil
from collections.abc import Iterable

from rich.color import ColorSystem
from rich.console import RenderableType
from rich.segment import Segment
from rich.text import Text

from studycli.cli.wiring import Wiring
from studycli.ui.deck import NotePage
from studycli.ui.drawn import console_of
from studycli.ui.events import Size
from studycli.ui.look import Look
from studycli.ui.marked import plain
from studycli.ui.note_page import note_parts, spoken_note
from studycli.ui.text import clean
from studycli.ui.theme import Role, choose_theme

Line = list[Segment]


def show_page(wiring: Wiring, note: NotePage) -> None:
    """Print the note as it looks on a screen, or in plain lines where those are wanted."""
    stdout, language = wiring.streams.stdout, wiring.material_language
    if wiring.accessible:
        spoken = spoken_note(note, language, wiring.words.screens)
        stdout.writelines(f"{clean(line)}\n" for line in spoken)
        return
    look = Look(wiring.words, choose_theme(wiring.configuration.theme or "auto", wiring.env), language)
    show_parts(wiring, _parts(note, look))


def show_parts(wiring: Wiring, parts: Iterable[RenderableType]) -> None:
    """Print what Rich draws, through the pager where the window is too small."""
    stdout, size = wiring.streams.stdout, Size(*shutil.get_terminal_size())
    console = console_of(size)
    lines = [line for part in parts for line in Segment.split_lines(console.render(part))]
    text = "".join(f"{_escaped(line)}\n" for line in lines)
    if not (wiring.may_page and not _fits(lines, size) and _paged(wiring, text)):
        stdout.write(text)


def _paged(wiring: Wiring, text: str) -> bool:
    """Show the text in the pager; whether there is one."""
    from studycli.ui.pager import pager_command, show_in_pager  # noqa: PLC0415 - only for what is long

    command = pager_command(wiring.env)
    if command is None:
        return False
    wiring.streams.stdout.flush()
    try:
        show_in_pager(command, text)
    except OSError:
        return False
    return True


def _parts(note: NotePage, look: Look) -> list[RenderableType]:
    """The parts of the page. Diagrams are whole: the pager, or the terminal, scrolls or wraps them."""
    theme = look.theme
    head = Text(plain(note.title.read(look.language).text), style=theme[Role.TITLE])
    place = Text(f"{plain(note.topic_title.read(look.language).text)} · {note.id}", style=theme[Role.MUTED])
    return [head, place, Text(""), *note_parts(note, look.language, look, None)]


def _fits(lines: list[Line], size: Size) -> bool:
    """Whether the window shows all lines and the prompt after them."""
    return len(lines) < size.height and all(Segment.get_line_length(line) <= size.width for line in lines)


def _escaped(line: Line) -> str:
    texts = (
        style.render(clean(text), color_system=ColorSystem.STANDARD) if style else clean(text)
        for text, style, _ in line
    )
    return "".join(texts).rstrip()
