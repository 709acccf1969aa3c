"""Texts of ``note``, ``notes`` and ``completion`` on the command line."""

from collections.abc import Callable
from typing import NamedTuple


class ReadingHelp(NamedTuple):
    """Help of the commands and their options. Examples keep their line breaks."""

    note: str
    note_examples: str
    notes: str
    notes_examples: str
    completion: str
    completion_examples: str
    option: Callable[[str], str]


class ReadingCliWords(NamedTuple):
    """All texts of reading on the command line."""

    help: ReadingHelp
    shows_note: str
    no_notes: str
    note: str
    recall: str
    seen: str
    title: str
