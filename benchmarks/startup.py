"""How long whole commands take, as multiples of ``python -c pass``: ``python -m benchmarks.startup``.

Each command is a process of its own, started as the installed command starts it (the entry point's two lines, so
that no wrapper of an installer is measured), with the bundled library, a warm cache and a log of some reviews.
The commands take turns, so that a change of the processor's speed meets all of them alike.
"""

import os
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from typing import NamedTuple

ROUNDS = 21
ENTRY = "import sys; from studycli.__main__ import run; sys.exit(run())"
ROOT = Path(__file__).resolve().parents[1]


class Case(NamedTuple):
    """A command line; ``target`` is the multiple it must stay under, None where none is set.

    ``more`` are variables beside those of all; with FORCE_COLOR a pipe gets what a terminal gets.
    """

    name: str
    argv: tuple[str, ...]
    target: float | None = None
    more: tuple[tuple[str, str], ...] = ()


BASE = Case("python -c pass", ("-c", "pass"))
CASES = (
    Case("status --short", ("-c", ENTRY, "status", "--short"), 8.0),
    Case("next --json", ("-c", ENTRY, "next", "--json"), 10.0),
    Case("note ID, in a pipe", ("-c", ENTRY, "note", "ddb-keys-and-items"), 9.0),
    Case("note ID, drawn", ("-c", ENTRY, "note", "ddb-keys-and-items"), 15.0, (("FORCE_COLOR", "1"),)),
    Case("Tab after note ddb-", ("-c", ENTRY, "__complete", "zsh", "--", "note", "ddb-")),
    Case("status --json", ("-c", ENTRY, "status", "--json")),
    Case("--help", ("-c", ENTRY, "--help")),
)


def main() -> int:
    """Print a table; 1 if a target is missed."""
    with tempfile.TemporaryDirectory() as home:
        env, planned = environment(Path(home, "plain")), environment(Path(home, "planned"))
        in_a_month = date.today() + timedelta(days=30)  # noqa: DTZ011 - as this machine's clock has it
        run(("-c", ENTRY, "config", "exam-date", in_a_month.isoformat()), planned)
        prepare(env)
        prepare(planned)
        cases = (*CASES, *(_under_plan(case, planned) for case in CASES if case.target and not case.more))
        medians = measure((BASE, *cases), env)
    base_s = medians[BASE]
    print(f"{BASE.name:24} {base_s * 1000:6.1f} ms")
    for case in cases:
        ratio = medians[case] / base_s
        target = "" if case.target is None else f"(target {case.target:g}x)"
        print(f"{case.name:24} {medians[case] * 1000:6.1f} ms {ratio:6.2f}x {target}".rstrip())
    return int(any(case.target is not None and medians[case] > case.target * base_s for case in cases))


def _under_plan(case: Case, planned: dict[str, str]) -> Case:
    """The same with an exam ahead."""
    folders = tuple((name, value) for name, value in planned.items() if name.startswith("XDG_"))
    return case._replace(name=f"{case.name}, plan", more=folders)


def environment(home: Path) -> dict[str, str]:
    """An environment whose user folders are under ``home``, found in the ordinary way, with compiled modules."""
    folders = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("DATA", "CONFIG", "CACHE", "STATE")}
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("STUDYCLI_", "PYTHON"))}
    return {**kept, **folders, "PYTHONPATH": str(ROOT)}


def prepare(env: dict[str, str]) -> None:
    """Make the cache, and a log of ten reviews."""
    for _ in range(10):
        shown = run(("-c", ENTRY, "next", "--json"), env).stdout
        card = shown.split(b'"id": "')[1].split(b'"')[0].decode()
        run(("-c", ENTRY, "grade", card, "good"), env)


def measure(cases: tuple[Case, ...], env: dict[str, str]) -> dict[Case, float]:
    """The median wall time of each case in seconds, over interleaved rounds."""
    times: dict[Case, list[float]] = {case: [] for case in cases}
    for _ in range(ROUNDS):
        for case in cases:
            began_s = time.perf_counter()
            run(case.argv, {**env, **dict(case.more)})
            times[case].append(time.perf_counter() - began_s)
    return {case: median(taken) for case, taken in times.items()}


def run(argv: tuple[str, ...], env: dict[str, str]) -> "subprocess.CompletedProcess[bytes]":
    """Run python with ``argv``. Raises CalledProcessError if it fails."""
    return subprocess.run(
        (sys.executable, *argv),
        env=env,
        cwd=env["HOME"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
    )


if __name__ == "__main__":
    sys.exit(main())
