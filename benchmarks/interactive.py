"""How searching while typing feels over 10,000 notes: ``python -m benchmarks.interactive``.

On a real pseudo-terminal of 120x40, with a preview beside the hits. For each typed character: the time until it
stands on the screen, and until what was found for the newest text does (the dots beside the count are gone). The
queries are typed evenly, as fast as a quick typist.
"""

import statistics
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.search_speed import write_library
from tests.ui.pty_helper import PtyHelper, PtyTimeoutError

ROOT = Path(__file__).resolve().parents[1]
QUERIES = ("lambda timeout", "람다 제한 시간", "dynamodb item size", "읽기 용량", "s3 api", "step functions")
BETWEEN_S = 0.12
PROMPT_ROW = 2
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
    """For each character: ms to its echo, and to the results if it was not overtaken."""
    terminal.send(b"\x15")
    terminal.wait_until(lambda: _line(terminal) == ">", "an empty line")
    terminal.read_quiet(0.3)
    times = []
    for place in range(1, len(query) + 1):
        began_s = time.perf_counter()
        terminal.send(query[place - 1].encode())
        echo_ms = _shown_after(terminal, f"> {query[:place]}".rstrip(), began_s)
        result_ms = _answered_after(terminal, began_s)
        times.append((echo_ms, result_ms))
        time.sleep(max(0.0, began_s + BETWEEN_S - time.perf_counter()))
    return times


def _shown_after(terminal: PtyHelper, line: str, began_s: float) -> float:
    """When the line of the query was this one, in ms."""
    terminal.wait_until(lambda: _line(terminal) == line, "the echo")
    return (terminal.last_byte_s - began_s) * 1000


def _answered_after(terminal: PtyHelper, began_s: float) -> float | None:
    """When the results were there, in ms; None if the next key comes before."""
    left_s = began_s + BETWEEN_S - time.perf_counter()
    try:
        terminal.wait_until(lambda: _is_answered(terminal), "the results", timeout=max(0.0, left_s))
    except PtyTimeoutError:
        return None
    return (terminal.last_byte_s - began_s) * 1000


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
