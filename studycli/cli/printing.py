"""Printing: what comes from outside is made harmless, and a stream that lacks a character never stops us."""

import json
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import NamedTuple, TextIO

from studycli.core.cells import cells
from studycli.ui.text import clean


class Streams(NamedTuple):
    """Where a run reads and prints."""

    stdin: TextIO
    stdout: TextIO
    stderr: TextIO


def real_streams() -> Streams:
    """The process's own streams. A closed one is replaced by an empty one, a missing character by ``?``."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    null = Path(os.devnull)
    return Streams(
        sys.stdin or null.open("r", encoding="utf-8"),
        sys.stdout or null.open("w", encoding="utf-8"),
        sys.stderr or null.open("w", encoding="utf-8"),
    )


def one_line(text: str) -> str:
    """``text`` on one line, without anything that a terminal would obey."""
    return clean(" ".join(text.split()))


def print_json(value: object, stdout: TextIO) -> None:
    """One JSON document on ``stdout``, escaped where the stream cannot carry every character."""
    encoding = (getattr(stdout, "encoding", None) or "utf-8").lower().replace("-", "")
    stdout.write(json.dumps(value, ensure_ascii=encoding != "utf8", indent=2) + "\n")


def print_aligned(rows: Sequence[tuple[str, str]], stdout: TextIO) -> None:
    """Names and values in two columns, measured in terminal cells."""
    width = max((cells(name) for name, _ in rows), default=0)
    stdout.writelines(f"{name}{' ' * (width - cells(name))}  {one_line(value)}\n" for name, value in rows)
