"""How searching while typing feels over 10,000 notes: ``python -m benchmarks.interactive``.

On a real pseudo-terminal of 120x40, with a preview beside the hits. For each typed character: the time until it
stands on the screen, and until what was found for the newest text does (the dots beside the count are gone). The
queries are typed evenly, as fast as a quick typist.
"""

import math
import statistics
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.search_speed import write_library
from studycli.core.cells import cells
from tests.ui.pty_helper import PtyHelper

ROOT = Path(__file__).resolve().parents[1]
QUERIES = ("lambda timeout", "람다 제한 시간", "dynamodb item size", "읽기 용량", "s3 api", "step functions")
BETWEEN_S = 0.12
LAST_S = 1.0
PROMPT_ROW, START = 2, 4
ECHO_MS = (8.0, 16.0)
RESULT_MS = (20.0, 60.0)
"""Limits: median, 95th percentile."""


def main() -> int:
    """Print a table; 1 if a target is missed."""
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "library"
        write_library(library)
        environ = {
            "STUDYCLI_HOME": folder,
            "STUDYCLI_LIBRARY": str(library),
            "STUDYCLI_LANG": "ko",
            "LC_ALL": "C.UTF-8",
        }
        command = [sys.executable, "-m", "studycli", "search", "--interactive"]
        with PtyHelper(command, (120, 40), environ, str(ROOT)) as terminal:
            terminal.wait_for(">", timeout=120)
            terminal.send(b"lambda")
            terminal.wait_until(lambda: _is_answered(terminal), "the index", timeout=120)
            times = [_typed(terminal, query) for query in QUERIES]
    echoes = sorted(echo for query in times for echo, _ in query)
    results = sorted(result for query in times for _, result in query if result is not None)
    print(f"{len(results)} of {len(echoes)} results came before the next key, {BETWEEN_S * 1000:g} ms later")
    told = (_told("a typed key on the screen", echoes, ECHO_MS), _told("results of it", results, RESULT_MS))
    return 0 if all(told) else 1


def _typed(terminal: PtyHelper, query: str) -> list[tuple[float, float | None]]:
    """For each character: ms to its echo, and to the results if it was not overtaken.

    What comes is only written down while it is typed, and looked at afterwards: that takes longer than the drawing.
    """
    terminal.send(b"\x15")
    terminal.wait_until(lambda: _line(terminal) == ">", "an empty line")
    terminal.read_quiet(0.3)
    began_s: list[float] = []
    pieces: list[tuple[float, bytes]] = []
    for character in query:
        began_s.append(time.perf_counter())
        terminal.send(character.encode())
        pieces += terminal.collect(began_s[-1] + BETWEEN_S)
    pieces += terminal.collect(time.perf_counter() + LAST_S)
    return _seen(terminal, query, began_s, pieces)


def _seen(
    terminal: PtyHelper, query: str, began_s: list[float], pieces: list[tuple[float, bytes]]
) -> list[tuple[float, float | None]]:
    """For each character of the query the ms until it was on the screen, and until the results for it were."""
    echoes: dict[int, float] = {}
    results: dict[int, float] = {}
    for at_s, data in pieces:
        terminal.show(data)
        if not terminal.is_drawn():
            continue
        typed = _typed_cells(terminal, query)
        for place in range(len(echoes), typed):
            echoes[place] = (at_s - began_s[place]) * 1000
        if typed and _is_answered(terminal):
            results.setdefault(typed - 1, (at_s - began_s[typed - 1]) * 1000)
    return [(echoes.get(place, math.inf), results.get(place)) for place in range(len(query))]


def _typed_cells(terminal: PtyHelper, query: str) -> int:
    """How many characters of the query are on the screen, by the cursor: nothing else shows a space."""
    column = terminal.cursor()[0] - START
    return next((place for place in range(len(query) + 1) if cells(query[:place]) >= column), 0)


def _line(terminal: PtyHelper) -> str:
    return terminal.text().split("\n")[PROMPT_ROW].strip()


def _is_answered(terminal: PtyHelper) -> bool:
    """Whether the count is there without dots."""
    count = terminal.text().split("\n")[0]
    return count.rstrip().endswith("건") and "…" not in count


def _told(what: str, times_ms: list[float], limits: tuple[float, float]) -> bool:
    middle = statistics.median(times_ms)
    p95 = times_ms[min(len(times_ms) - 1, round(len(times_ms) * 0.95))]
    print(
        f"{what:<28} {len(times_ms):>3}  median {middle:6.1f} ms (target {limits[0]:g})"
        f"  95 % {p95:6.1f} ms (target {limits[1]:g})"
    )
    return middle <= limits[0] and p95 <= limits[1]


if __name__ == "__main__":
    sys.exit(main())
