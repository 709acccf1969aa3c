"""Time from a key to the last byte of its redraw, on a real pseudo-terminal.

    python -m benchmarks.keys KEYS COMMAND...

starts the command, sends the characters of KEYS one at a time and prints the median, the 95th percentile and the
slowest in milliseconds. KEYS should not leave the program. Compare runs on one machine only.
"""

import statistics
import sys
import time

from tests.ui.pty_helper import PtyHelper

MEDIAN_TARGET_MS, P95_TARGET_MS = 8.0, 16.0

_QUIET_S = 0.04
_START_QUIET_S = 0.6


def key_to_screen_ms(helper: PtyHelper, keys: list[bytes]) -> list[float]:
    """For each key the milliseconds from its write to the last byte that came before 40 ms of silence.

    A key that draws nothing is left out.
    """
    times_ms = []
    for key in keys:
        helper.read_quiet(_QUIET_S)
        started_s = time.perf_counter()
        helper.send(key)
        helper.read_quiet(_QUIET_S)
        if helper.last_byte_s > started_s:
            times_ms.append((helper.last_byte_s - started_s) * 1000)
    return times_ms


def told(size: tuple[int, int], name: str, times_ms: list[float]) -> bool:
    """Print a line for one kind of key in a window of this size; whether it met the targets."""
    middle_ms, p95_ms = statistics.median(times_ms), _p95(times_ms)
    window = f"{size[0]}x{size[1]}"
    print(
        f"{window:<8} {name:<16} {len(times_ms):>3} keys  median {middle_ms:5.1f} ms (target {MEDIAN_TARGET_MS:g})"
        f"  95 % {p95_ms:5.1f} ms (target {P95_TARGET_MS:g})"
    )
    return middle_ms <= MEDIAN_TARGET_MS and p95_ms <= P95_TARGET_MS


def _p95(times_ms: list[float]) -> float:
    return sorted(times_ms)[min(len(times_ms) - 1, round(len(times_ms) * 0.95))]


def main(keys: str, command: list[str]) -> int:
    with PtyHelper(command) as helper:
        helper.read_quiet(_START_QUIET_S)
        times_ms = sorted(key_to_screen_ms(helper, [key.encode() for key in keys]))
        print(helper.text())
    if not times_ms:
        print("no key was answered by a redraw", file=sys.stderr)
        return 1
    middle_ms = statistics.median(times_ms)
    print(
        f"{len(times_ms)} keys, ms: median {middle_ms:.1f}, 95 % {_p95(times_ms):.1f}, slowest {times_ms[-1]:.1f}"
    )
    return 0


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2:]))
