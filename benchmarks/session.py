"""Time from a key to the redrawn screen in a real session: ``python -m benchmarks.session``.

Runs ``studycli review`` on the bundled library in a pseudo-terminal, at 80x24 and 120x40, and answers cards. A graded
answer is written to the log and synced to the disk within its time.
"""

import sys
import tempfile
from pathlib import Path

from benchmarks.keys import key_to_screen_ms, told
from tests.ui.pty_helper import PtyHelper

ROOT = Path(__file__).resolve().parents[1]
CARDS = 40


def main() -> int:
    """Print a table; 1 if a target is missed."""
    met = [_measured(size) for size in ((80, 24), (120, 40))]
    return 0 if all(met) else 1


def _measured(size: tuple[int, int]) -> bool:
    with tempfile.TemporaryDirectory() as home:
        environ = {"STUDYCLI_HOME": home, "STUDYCLI_LANG": "ko", "LC_ALL": "C.UTF-8"}
        command = [sys.executable, "-m", "studycli", "review", "--minutes", "600"]
        with PtyHelper(command, size, environ, str(ROOT)) as terminal:
            terminal.wait_for("Space", timeout=30)
            reveal = key_to_screen_ms(terminal, [b" "])
            times = {"show the answer": reveal, "grade": []}
            for _ in range(CARDS):
                times["grade"] += key_to_screen_ms(terminal, [b"3"])
                times["show the answer"] += key_to_screen_ms(terminal, [b" "])
    met = [told(size, name, values) for name, values in times.items()]
    return all(met)


if __name__ == "__main__":
    sys.exit(main())
