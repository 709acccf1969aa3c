"""The desk where new material is written: which library and files, and putting them in place as a whole."""

import os
from collections.abc import Mapping, Sequence
from errno import EACCES
from pathlib import Path
from typing import Final, NamedTuple

from studycli.cli.editing import edit_at, make_editable
from studycli.cli.notices import message_of, place_of
from studycli.cli.wiring import Wiring
from studycli.core.ledgers import Kind
from studycli.core.library import Library, Text
from studycli.core.naming import proposed_id
from studycli.core.shapes import is_id
from studycli.errors import MaterialError, UsageError
from studycli.material.files import LIBRARY_FILE, read_file, shown
from studycli.material.rewrite import Plain, appended, composed
from studycli.material.workbench import Workbench, open_workbench
from studycli.replacing import replace_text
from studycli.ui.text import clean
from studycli.words import LANGUAGES, load

MINE: Final = "mine"
_RESERVED: Final = frozenset({"library", "facts", "aliases", "blueprints"})
"""Names of files that hold no topic and no bank."""
_WRITABLE: Final = 0o222


class Written(NamedTuple):
    """Where a new item stands: its file within the library, and its line."""

    path: str
    line: int


def open_desk(wiring: Wiring, name: str | None, languages: Sequence[str]) -> "Desk":
    """The desk for the library called ``name``, by default the person's own, which is drafted if there is none yet.

    ``languages`` are those a new library has, by default that of the material. Raises MaterialError for an
    unknown or broken library, UsageError if it may not be changed.
    """
    wanted = name or MINE
    libraries = {info.library.id: info for info in wiring.shelf.libraries()}
    if wanted in libraries:
        make_editable(wiring, wanted)
        info = next(info for info in wiring.shelf.libraries() if info.library.id == wanted)
        return Desk(wiring, open_workbench(info.place.folder, info.library))
    if wanted != MINE:
        raise MaterialError("unknown_library", library=wanted, known=", ".join([*libraries, MINE]))
    spoken = tuple(dict.fromkeys(languages)) or (wiring.material_language,)
    titles = {each: _title_of_mine(wiring, each) for each in spoken}
    library = Library(MINE, Text(titles), spoken)
    desk = Desk(wiring, Workbench(wiring.paths.data / MINE, library, {}, broken=False))
    desk.start(LIBRARY_FILE, {"id": MINE, "title": library.title, "languages": list(spoken)})
    return desk


def _title_of_mine(wiring: Wiring, language: str) -> str:
    words = load(language) if language in LANGUAGES else wiring.words
    return words.cli.writing.mine_title


class Desk:
    """A library and the files that are about to change. Nothing is on the disk before ``put``."""

    def __init__(self, wiring: Wiring, bench: Workbench) -> None:
        self.wiring = wiring
        self.bench = bench
        self._drafts: dict[str, str] = {}

    @property
    def library(self) -> Library:
        """The library that is written into."""
        return self.bench.library

    @property
    def is_mine(self) -> bool:
        """Whether it is the person's own, where topics are made on the way."""
        return self.library.id == MINE

    def names_in(self, kind: Kind, path: str | None = None) -> list[str]:
        """The ids of a kind in the library, or in one of its files, in order."""
        ledgers = self.bench.ledgers.values()
        files = [ledger for ledger in ledgers if path in {None, ledger.path}]
        return [mention.name for ledger in files for mention in ledger.living if mention.kind is kind]

    def new_id(self, kind: Kind, wished: str | None, text: str, fallback: str) -> str:
        """The id wished for, or one made of the text. Raises UsageError if it is taken."""
        taken = self.bench.taken(kind)
        if wished is not None and wished in taken:
            raise UsageError("id_taken", id=wished)
        return wished or proposed_id(text, taken, fallback)

    def require_topic(self, topic: str, languages: Sequence[str]) -> str:
        """The file of a topic, drafted with its id as title if it is new and the library the person's own.

        Raises UsageError for a name that cannot be, MaterialError for an unknown topic or one in a broken file.
        """
        if not is_id(topic):
            problem = self.wiring.words.problems.bad_id.format(value=topic)
            raise UsageError("not_written", problem=problem)
        if topic in _RESERVED:
            raise UsageError("topic_reserved", topic=topic)
        path = f"content/{topic}.yaml"
        if path in self.bench.ledgers:
            return path
        if not self.is_mine:
            raise MaterialError("unknown_topic", topic=topic, known=", ".join(self.names_in(Kind.TOPIC)))
        self.start(path, {"id": topic, "title": Text(dict.fromkeys(languages, topic)), "notes": []})
        return path

    def require_bank(self, topic: str) -> str:
        """The file of a topic's questions, drafted if it is new. Raises MaterialError if it is broken."""
        path = f"quizzes/{topic}.yaml"
        if path not in self.bench.ledgers:
            self.start(path, {"topic": topic, "questions": []})
        return path

    def start(self, path: str, value: Mapping[str, Plain]) -> None:
        """Draft a new file. Raises MaterialError if there is one by its name, which is broken then."""
        file = self.bench.folder / path
        if os.path.lexists(file):
            raise MaterialError("item_in_broken_file", name=path, path=shown(file))
        self._judge(path, composed(value))

    def add(self, path: str, where: Sequence[str | int], item: Mapping[str, Plain]) -> None:
        """Draft a file with ``item`` at the end of a list. Raises UsageError if the item is not sound."""
        self._judge(path, appended(self._text(path), where, item))

    def put(self, kind: Kind, name: str) -> Written:
        """Put all drafts in place; where the item of that kind and name stands. Raises UsageError if it cannot."""
        ledgers = {path: self.bench.ledgers[path] for path in self._drafts if path in self.bench.ledgers}
        for path, text in self._drafts.items():
            file = (self.bench.folder / path).resolve()
            try:
                if file.exists() and not file.stat().st_mode & _WRITABLE:
                    raise PermissionError(EACCES, os.strerror(EACCES))
                replace_text(file, text)
            except OSError as error:
                raise UsageError("not_saved", path=shown(file), reason=error.strerror) from error
        self.wiring.reopen_shelf()
        return next(
            Written(path, each.line)
            for path, ledger in ledgers.items()
            for each in ledger.living
            if (each.kind, each.name) == (kind, name)
        )

    def _text(self, path: str) -> str:
        if path in self._drafts:
            return self._drafts[path]
        return read_file(self.bench.folder / path).decode("utf-8-sig")

    def _judge(self, path: str, text: str) -> None:
        verdict = self.bench.judged(path, text)
        if verdict.faults:
            problem = message_of(verdict.faults[0], self.wiring.words)
            raise UsageError("not_written", problem=problem)
        self.bench = self.bench.after(verdict)
        self._drafts[path] = text


def finish(wiring: Wiring, file: Path, line: int, *, no_edit: bool) -> int:
    """Print where the new item stands, open the editor there on a terminal, and say what is wrong with the file."""
    wiring.streams.stdout.write(f"{clean(shown(file))}:{line}\n")
    if wiring.may_ask and not no_edit and wiring.editor is not None:
        wiring.streams.stdout.flush()
        edit_at(wiring, file, line)
        wiring.reopen_shelf()
    tell_problem(wiring, file)
    return 0


def tell_problem(wiring: Wiring, file: Path) -> None:
    """One line on stderr for the first problem of a file, if it has one."""
    whole = file.resolve()
    for problem in wiring.shelf.problems:
        if Path(problem.path).resolve() == whole:
            wiring.streams.stderr.write(f"{place_of(problem)}: {message_of(problem, wiring.words)}\n")
            return
