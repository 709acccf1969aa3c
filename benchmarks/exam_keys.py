"""Time from a key to the redrawn screen in a mock exam: ``python -m benchmarks.exam_keys``.

Sits ``saa-c03`` on the bundled library in a pseudo-terminal, at 80x24 and 120x40, with the clock hidden, so that its
seconds do not count as answers to a key. Choosing, flagging and going on are written to the log and synced to the
disk within their time.
"""

import sys
import tempfile
from pathlib import Path

from benchmarks.keys import key_to_screen_ms, told
from tests.ui.pty_helper import PtyHelper

ROOT = Path(__file__).resolve().parents[1]
QUESTIONS = 40
KEYS = {"move": b"j", "choose": b"2", "flag": b"f", "overview": b"g", "back": b"q", "next": b"]"}


def main() -> int:
    """Print a table; 1 if a target is missed."""
    met = [_measured(size) for size in ((80, 24), (120, 40))]
    return 0 if all(met) else 1


def _measured(size: tuple[int, int]) -> bool:
    with tempfile.TemporaryDirectory() as home:
        environ = {"STUDYCLI_HOME": home, "STUDYCLI_LANG": "ko", "LC_ALL": "C.UTF-8"}
        command = [sys.executable, "-m", "studycli", "exam", "start", "saa-c03", "--seed", "1"]
        with PtyHelper(command, size, environ, str(ROOT)) as terminal:
            terminal.wait_for("720", timeout=30)
            terminal.send(b"\r")
            terminal.wait_for("1/65")
            terminal.send(b"c")
            times: dict[str, list[float]] = {name: [] for name in KEYS}
            for _ in range(QUESTIONS):
                for name, key in KEYS.items():
                    times[name] += key_to_screen_ms(terminal, [key])
    met = [told(size, name, values) for name, values in times.items()]
    return all(met)


if __name__ == "__main__":
    sys.exit(main())
