"""The first frame of ``studycli exam start`` against that of ``studycli review``: ``python -m benchmarks.exam_start``.

Both in a pseudo-terminal on the bundled library with a full cache, turn by turn, in one run.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.ui.pty_helper import PtyHelper

ROOT = Path(__file__).resolve().parents[1]
ROUNDS = 9
TARGET = 1.3
FIRST_FRAMES = {("review",): "show answer", ("exam", "start"): "720"}
"""What the first frame of each command shows."""


def main() -> int:
    """Print both times and their ratio; 1 if the target is missed."""
    with tempfile.TemporaryDirectory() as home:
        for command in FIRST_FRAMES:
            _first_frame_ms(home, command)
        times = {command: [0.0] * ROUNDS for command in FIRST_FRAMES}
        for turn in range(ROUNDS):
            for command in FIRST_FRAMES:
                times[command][turn] = _first_frame_ms(home, command)
    review_ms, exam_ms = (statistics.median(values) for values in times.values())
    ratio = exam_ms / review_ms
    print(f"review {review_ms:.0f} ms  exam start {exam_ms:.0f} ms  ratio {ratio:.2f} (target {TARGET:g})")
    return 0 if ratio <= TARGET else 1


def _first_frame_ms(home: str, command: Sequence[str]) -> float:
    environ = {"STUDYCLI_HOME": home, "STUDYCLI_LANG": "en", "LC_ALL": "C.UTF-8"}
    argv = [sys.executable, "-m", "studycli", *command]
    began_s = time.perf_counter()
    with PtyHelper(argv, (80, 24), environ, str(ROOT)) as terminal:
        terminal.wait_for(FIRST_FRAMES[tuple(command)], timeout=30)
        shown_s = terminal.last_byte_s
        terminal.send(b"q")
        terminal.wait_exit()
    return (shown_s - began_s) * 1000


if __name__ == "__main__":
    sys.exit(main())
