"""Help pages that keep their columns in Korean: a Hangul syllable takes two cells, click counts one."""

from collections.abc import Iterable

import click
from typer.core import TyperCommand, TyperGroup

from studycli.core.cells import cells

_FILLER = "\ufdd0"  # a noncharacter: no text contains it


class WideFormatter(click.HelpFormatter):
    """Wraps with a filler behind every wide character, so that length is width, and takes the fillers out again."""

    def write_text(self, text: str) -> None:
        """See click."""
        super().write_text(_filled(text))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """See click."""
        filled = [(_filled(term), _filled(text)) for term, text in rows]
        super().write_dl(filled, col_max, col_spacing)

    def getvalue(self) -> str:
        """See click."""
        return super().getvalue().replace(_FILLER, "")


class WideContext(click.Context):
    """A context whose help pages are made by ``WideFormatter``."""

    formatter_class = WideFormatter


class StudyCommand(TyperCommand):
    """A command with such help pages."""

    context_class = WideContext


class StudyGroup(TyperGroup):
    """The program, with such help pages."""

    context_class = WideContext


def _filled(text: str) -> str:
    return "".join(character + _FILLER * (cells(character) - 1) for character in text)
