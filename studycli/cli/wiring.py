"""Wiring: the one place where the clock, chance, the environment and the folders come in."""

import os
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from studycli.cache import is_on_disk, open_cache
from studycli.cli.clock import Clock
from studycli.cli.configuration import Configuration, read_configuration
from studycli.cli.paths import Paths
from studycli.cli.places import library_places
from studycli.cli.printing import Streams
from studycli.material.shelf import Shelf, open_shelf
from studycli.words.model import Words

if TYPE_CHECKING:
    from studycli.core.memory import Engine
    from studycli.core.problems import Problem
    from studycli.core.settings import Settings
    from studycli.log.learner import Learner

_DEVICE_ALPHABET = "abcdefghijklmnopqrstuvwxyz234567"
_DEVICE_LENGTH = 8
_EDITORS = ("vi", "nano")


class Chosen(NamedTuple):
    """What the person chose for this run with the options before the command."""

    material_language: str | None = None
    no_input: bool = False


class Opened:
    """What is opened at the first use: cache, shelf, learner. Closed once, at the end of the run."""

    def __init__(
        self, env: Mapping[str, str], paths: Paths, configuration: Configuration, *, keep_cache: bool = True
    ) -> None:
        self._env = env
        self._paths = paths
        self._configuration = configuration
        self._keep_cache = keep_cache

    @cached_property
    def cache(self) -> sqlite3.Connection:
        """The cache, made anew if need be; in memory where its disk has no room."""
        return open_cache(self._folder)

    @property
    def _folder(self) -> Path | None:
        return self._paths.cache if self._keep_cache else None

    @cached_property
    def shelf(self) -> Shelf:
        """All libraries. Raises MaterialError if a folder is missing or nothing usable is there."""
        places = library_places(self._env, self._paths.data, self._configuration.libraries)
        shelf = open_shelf(self.cache, places)
        self._follow_renames(shelf)
        return shelf

    @cached_property
    def learner(self) -> "Learner":
        """The log and the states it makes, up to date. Raises LogError if the log cannot be read."""
        from studycli.log.journal import Journal  # noqa: PLC0415 - reading the material needs no log
        from studycli.log.learner import Learner  # noqa: PLC0415

        journal = Journal(self._paths.log, self._paths.device, new_device_id)
        shelf = self.shelf
        learner = Learner(self.cache, journal, self._paths.log, shelf.renames(), shelf.question_renames())
        learner.refresh()
        return learner

    def reread(self, path: Path) -> "tuple[Problem, ...]":
        """Take up an edited file, with the history of cards whose ids it changed; what keeps it out, if it is not."""
        problems = self.shelf.reread(path)
        self._follow_renames(self.shelf)
        return problems

    def _follow_renames(self, shelf: Shelf) -> None:
        if "learner" in self.__dict__:
            self.learner.use_renames(shelf.renames(), shelf.question_renames())
            self.learner.refresh()

    def forget_shelf(self) -> None:
        """Open the libraries again at the next use."""
        self.__dict__.pop("shelf", None)

    def apart(self) -> "Opened":
        """The same material for a process that was split off this one: through a connection of its own.

        No file is looked at again. A cache in memory has no other connection, and no other process to disturb.
        """
        other = Opened(self._env, self._paths, self._configuration, keep_cache=self._keep_cache)
        held = self.shelf
        other.cache = cache if is_on_disk(cache := open_cache(self._folder)) else self.cache
        other.shelf = held.through(other.cache)
        return other

    def close(self) -> None:
        """Close what was opened."""
        if "cache" in self.__dict__:
            self.cache.close()


class Wiring:
    """Everything a command needs from outside, given once."""

    def __init__(
        self,
        env: Mapping[str, str],
        streams: Streams,
        paths: Paths,
        clock: Clock,
        configuration: Configuration,
        words: Words,
        chosen: Chosen,
        opened: Opened,
    ) -> None:
        self.env = env
        self.streams = streams
        self.paths = paths
        self.clock = clock
        self.configuration = configuration
        self.words = words
        self.chosen = chosen
        self.seed: Callable[[], int] = new_seed
        self._opened = opened

    @property
    def cache(self) -> sqlite3.Connection:
        """The one cache, opened at the first use."""
        return self._opened.cache

    @property
    def shelf(self) -> Shelf:
        """The material, opened at the first use."""
        return self._opened.shelf

    def reread(self, path: Path) -> "tuple[Problem, ...]":
        """Take up an edited file of the material; what keeps it out. Raises MaterialError as ``Shelf.reread``."""
        return self._opened.reread(path)

    def reopen_shelf(self) -> None:
        """Look for libraries again: a copy may stand in for the bundled one now."""
        self._opened.forget_shelf()

    @property
    def learner(self) -> "Learner":
        """The learner, up to date at the first use."""
        return self._opened.learner

    @property
    def settings(self) -> "Settings":
        """What the learner has set."""
        return self.learner.settings()

    @cached_property
    def engine(self) -> "Engine":
        """The scheduler with the learner's parameters."""
        from studycli.core.memory import Engine  # noqa: PLC0415 - reading the material needs no engine

        return Engine(self.settings.parameters)

    @property
    def language(self) -> str:
        """The language of the program."""
        return self.words.language

    @property
    def material_language(self) -> str:
        """The language of the material: option, configuration, language of the program."""
        return self.chosen.material_language or self.configuration.material_language or self.language

    @property
    def is_terminal(self) -> bool:
        """Whether a person sits at both ends, so that full screens and questions make sense."""
        return self.streams.stdin.isatty() and self.streams.stdout.isatty()

    @property
    def may_ask(self) -> bool:
        """Whether questions may be asked."""
        return self.is_terminal and not self.chosen.no_input

    @property
    def is_styled(self) -> bool:
        """Whether results are drawn, for a terminal or because FORCE_COLOR asks for it, and not plain text."""
        return self.streams.stdout.isatty() or bool(self.env.get("FORCE_COLOR"))

    @property
    def may_page(self) -> bool:
        """Whether what is printed may be shown in a pager."""
        return self.streams.stdout.isatty() and not self.chosen.no_input

    @property
    def accessible(self) -> bool:
        """Whether to speak in plain lines: no boxes, no alternate screen, numbered choices."""
        from studycli.ui.terminal import wants_lines  # noqa: PLC0415 - only for screens and questions

        return wants_lines(self.env)

    @property
    def editor(self) -> tuple[str, ...] | None:
        """The editor as a command: VISUAL, EDITOR, configuration, then what is installed; None without one."""
        import shlex  # noqa: PLC0415 - only where an editor is opened
        import shutil  # noqa: PLC0415

        wishes = (self.env.get("VISUAL"), self.env.get("EDITOR"), self.configuration.editor)
        for wish in wishes:
            with suppress(ValueError):
                if command := shlex.split(wish or ""):
                    return tuple(command)
        found = next(filter(shutil.which, _EDITORS), None)
        return None if found is None else (found,)

    def renewed(self, words: Words | None = None) -> "Wiring":
        """The same run after ``config.toml`` was changed, speaking ``words`` if given; what is open stays open."""
        return Wiring(
            self.env,
            self.streams,
            self.paths,
            self.clock,
            read_configuration(self.paths.configuration),
            words or self.words,
            self.chosen,
            self._opened,
        )

    def apart(self) -> "Wiring":
        """The same run for a process that was split off this one, to be closed there."""
        return Wiring(
            self.env,
            self.streams,
            self.paths,
            self.clock,
            self.configuration,
            self.words,
            self.chosen,
            self._opened.apart(),
        )

    def close(self) -> None:
        """Close what was opened."""
        self._opened.close()


def new_seed() -> int:
    """A seed nobody can guess, 63 bits."""
    return int.from_bytes(os.urandom(8)) >> 1


def new_device_id() -> str:
    """A random name for this device: 8 characters of ``a-z2-7``."""
    return "".join(_DEVICE_ALPHABET[byte % 32] for byte in os.urandom(_DEVICE_LENGTH))
