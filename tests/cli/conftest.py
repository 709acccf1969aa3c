"""A studycli of its own for each test: user folders in ``tmp_path``, the golden library, a clock that is told."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from studycli.cli.main import main
from studycli.cli.printing import Streams
from studycli.cli.run import Run
from studycli.cli.translate import translate_click
from studycli.cli.wiring import Wiring

ROOT = Path(__file__).resolve().parents[2]
NOW = "2026-11-23T21:00:00+09:00"

translate_click("en")  # click binds gettext when it is imported


class Result(NamedTuple):
    """What a run came to."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one document on stdout."""
        return json.loads(self.out)


class Studio:
    """Runs command lines; nothing of the developer's own environment reaches them."""

    def __init__(self, home: Path, library: Path) -> None:
        self.home = home
        self.env = {
            "STUDYCLI_HOME": str(home),
            "STUDYCLI_LIBRARY": str(library),
            "STUDYCLI_NOW": NOW,
            "LANG": "en_US.UTF-8",
        }

    def __call__(self, *argv: str, **env: str) -> Result:
        """Run in this process."""
        out, err = io.StringIO(), io.StringIO()
        code = main(argv, {**self.env, **env}, Streams(io.StringIO(), out, err))
        return Result(int(code), out.getvalue(), err.getvalue())

    @contextmanager
    def wiring(self) -> Iterator[Wiring]:
        """What a run in this process is made of, closed at the end."""
        run = Run([], self.env, self.streams())
        try:
            yield run.wiring
        finally:
            run.close()

    def streams(self) -> Streams:
        """Streams that nobody reads."""
        return Streams(io.StringIO(), io.StringIO(), io.StringIO())

    def process_env(self, env: Mapping[str, str]) -> dict[str, str]:
        """The environment of a process of its own."""
        return {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "HOME": str(self.home),
            **self.env,
            **env,
        }

    def process(self, *argv: str, **env: str) -> Result:
        """Run as a process of its own, without a terminal."""
        done = subprocess.run(
            [sys.executable, "-m", "studycli", *argv],
            env=self.process_env(env),
            cwd=self.home,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
        return Result(done.returncode, done.stdout.decode(), done.stderr.decode())

    @property
    def log(self) -> list[dict[str, Any]]:
        """Every event written, in order."""
        lines = [
            line for file in self.home.glob("data/log/*.jsonl") for line in file.read_text().splitlines()
        ]
        return sorted(map(json.loads, lines), key=lambda event: (event["at"], event["seq"]))


@pytest.fixture
def studio(tmp_path: Path, golden_library: Path) -> Studio:
    """A studycli with the golden library and nothing learnt."""
    home = tmp_path / "home"
    home.mkdir()
    return Studio(home, golden_library)
