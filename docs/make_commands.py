"""Writes docs/commands.md and docs/commands.ko.md from the help pages: ``make docs``."""

import io
import os
from collections.abc import Iterator
from pathlib import Path

from studycli.cli.main import main
from studycli.cli.printing import Streams
from studycli.cli.run import Run

DOCS = Path(__file__).parent
FILES = {"en": DOCS / "commands.md", "ko": DOCS / "commands.ko.md"}
_ENV = {"STUDYCLI_HOME": os.devnull}
TITLES = {
    "en": "# Commands\n\nThe help pages of studycli, written by `make docs`. [한국어](commands.ko.md)\n",
    "ko": "# 명령\n\nstudycli의 도움말 모음이며 `make docs`가 만듭니다. [English](commands.md)\n",
}


def pages(language: str) -> str:
    """The page of all commands in ``language``."""
    os.environ["COLUMNS"] = "80"
    program = _section("studycli", help_page(language))
    commands = [
        _section(" ".join(("studycli", *names)), help_page(language, *names))
        for names in command_names(language)
    ]
    return "\n".join([TITLES[language], program, *commands])


def command_names(language: str) -> list[tuple[str, ...]]:
    """The commands in the order of the help page, each behind the one it belongs to."""
    from studycli.cli.app import build_command  # noqa: PLC0415 - main translates click before it is imported

    run = Run(("--language", language), _ENV, Streams(io.StringIO(), io.StringIO(), io.StringIO()))
    return list(_names(build_command(run)))


def _names(command: object, *above: str) -> Iterator[tuple[str, ...]]:
    for name, below in getattr(command, "commands", {}).items():
        yield (*above, name)
        yield from _names(below, *above, name)


def help_page(language: str, *command: str) -> str:
    """What ``--help`` prints."""
    out = io.StringIO()
    main(("--language", language, *command, "--help"), _ENV, Streams(io.StringIO(), out, io.StringIO()))
    return out.getvalue()


def _section(title: str, text: str) -> str:
    return f"## {title}\n\n```text\n{text.rstrip()}\n```\n"


if __name__ == "__main__":
    for language, path in FILES.items():
        path.write_text(pages(language), encoding="utf-8")
