"""Texts of writing material and keeping libraries: ``new``, ``edit``, ``library``."""

from collections.abc import Callable
from typing import NamedTuple


class WritingHelp(NamedTuple):
    """Helps. ``option`` tells what an option or an argument is, by its name."""

    new: str
    new_examples: str
    new_note: str
    new_note_examples: str
    new_entry: str
    new_entry_examples: str
    new_question: str
    new_question_examples: str
    edit: str
    edit_examples: str
    library: str
    library_examples: str
    library_list: str
    library_list_examples: str
    library_add: str
    library_add_examples: str
    library_remove: str
    library_remove_examples: str
    option: Callable[[str], str]


class LibraryWords(NamedTuple):
    """What ``library`` prints. ``origin`` names where a library comes from."""

    origin: Callable[[str], str]
    counts: Callable[[int, int, int], str]
    problems: Callable[[int], str]
    without_id: str
    linked: str
    unpacked: str
    unlinked: str
    deleted: str
    ask_replace: str
    ask_delete: str
    unchanged: str


class WritingWords(NamedTuple):
    """What is asked and said while material is written; ``label`` names a part of an item."""

    help: WritingHelp
    library: LibraryWords
    label: Callable[[str], str]
    ask: str
    in_language: str
    pick_topic: str
    other_topic: str
    new_topic: str
    pick_kind: str
    kind: Callable[[str], str]
    pick_difficulty: str
    pick_id: str
    option_or_done: str
    two_options: str
    is_right: str
    pick_domain: str
    mine_title: str
    own_cards: str
