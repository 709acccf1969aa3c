"""One run of the program: what is known before a command is read, and the wiring made when one needs it."""

import os
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from studycli.cli.configuration import Configuration, is_code, read_configuration
from studycli.cli.languages import spoken_language
from studycli.cli.paths import Paths, user_paths
from studycli.errors import StudyError, UsageError
from studycli.words import load

if TYPE_CHECKING:
    from studycli.cli.printing import Streams
    from studycli.cli.wiring import Wiring


class Run:
    """One run. A fault of the folders, the configuration or the language is kept until a command is carried out.

    So a help page can be read whatever is wrong.
    """

    def __init__(self, argv: Sequence[str], env: Mapping[str, str], streams: "Streams") -> None:
        self.env = env
        self.streams = streams
        self._fault: StudyError | None = None
        self.paths: Paths = self._user_paths()
        self.configuration = self._read()
        spoken = spoken_language(argv, env, self.configuration.language)
        self._fault = spoken.error or self._fault
        self.words = load(spoken.language)
        self.keep_cache = True
        self._chosen: dict[str, Any] = {}

    @cached_property
    def wiring(self) -> "Wiring":
        """Clock, folders, material, log. Raises the fault that was kept, or one of the clock."""
        from studycli.cli.clock import clock_of  # noqa: PLC0415 - a help page needs none of this
        from studycli.cli.wiring import Chosen, Opened, Wiring  # noqa: PLC0415

        if self._fault is not None:
            raise self._fault
        return Wiring(
            self.env,
            self.streams,
            self.paths,
            clock_of(self.env),
            self.configuration,
            self.words,
            Chosen(**self._chosen),
            Opened(self.env, self.paths, self.configuration, keep_cache=self.keep_cache),
        )

    def choose(self, *, material_language: str | None, no_input: bool) -> None:
        """Keep the options before the command. Raises UsageError for what is no code of a language."""
        if material_language is not None and not is_code(material_language):
            raise UsageError(
                "unknown_language", name="--material-language", value=material_language, known="ko, en"
            )
        self._chosen = {"material_language": material_language, "no_input": no_input}

    def close(self) -> None:
        """Close what was opened, and start over at the next use."""
        wiring = self.__dict__.pop("wiring", None)
        if wiring is not None:
            wiring.close()

    def _user_paths(self) -> Paths:
        try:
            return user_paths(self.env)
        except UsageError as error:
            self._fault = error
            # Folders that are not there: nothing is opened before the fault is raised.
            return user_paths({"STUDYCLI_HOME": os.devnull})

    def _read(self) -> Configuration:
        if self._fault is not None:
            return Configuration()
        try:
            return read_configuration(self.paths.configuration)
        except UsageError as error:
            self._fault = error
            return Configuration()
