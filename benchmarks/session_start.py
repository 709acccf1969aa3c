"""What a plan adds to the start of a session: ``python -m benchmarks.session_start``.

Whole processes that come to the first card (``next --json``), with an exam date ahead and without, on the bundled
library and on 10,000 cards, every card known, the cache as the last session of the day before left it. Both take
turns. The plan may cost 20 ms more; where it is faster than what is due (whose intervals it need not compute), less.
"""

import random
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from statistics import median

from benchmarks.load import write_library
from benchmarks.startup import ENTRY, environment, run
from studycli.cli.planned_today import PlannedToday
from studycli.cli.printing import Streams
from studycli.cli.run import Run
from studycli.cli.today import today_of
from studycli.core.memory import Grade
from studycli.log.events import Event, Review, Setting, Source, encode
from studycli.log.settings import SettingName

ROUNDS = 15
TARGET_MS = 20.0
DEVICE = "bbbbbbbb"
SEOUL = timezone(timedelta(hours=9))
EVENING = datetime(2026, 12, 2, 21, tzinfo=SEOUL)
MORNING = EVENING + timedelta(hours=12)
EXAM = (EVENING + timedelta(days=21)).date()


def main() -> int:
    """Print a table; 1 if the target is missed."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        write_library(root / "large")
        met = [_measured(root, "bundled", None), _measured(root, "10,000 cards", root / "large")]
    return int(not all(met))


def _measured(root: Path, name: str, library: Path | None) -> bool:
    envs = {plan: _prepared(root / f"{name}-{plan}", library, plan=plan) for plan in (False, True)}
    times: dict[bool, list[float]] = {False: [], True: []}
    for _ in range(ROUNDS):
        for plan, env in envs.items():
            start = time.perf_counter()
            run(("-c", ENTRY, "next", "--json"), env)
            times[plan].append((time.perf_counter() - start) * 1000)
    without, planned = median(times[False]), median(times[True])
    print(
        f"{name:<14} without {without:7.1f} ms   planned {planned:7.1f} ms   more {planned - without:+6.1f} ms"
    )
    return planned - without <= TARGET_MS


def _prepared(home: Path, library: Path | None, *, plan: bool) -> dict[str, str]:
    """A home on the morning after a session: every card known, the cache warm."""
    home.mkdir()
    env = {**environment(home), "STUDYCLI_HOME": str(home), "STUDYCLI_NOW": EVENING.isoformat()}
    if library is not None:
        env["STUDYCLI_LIBRARY"] = str(library)
    opened = Run([], env, Streams(sys.stdin, sys.stdout, sys.stderr))
    cards = [ref.id for ref in opened.wiring.shelf.refs()]
    opened.close()
    log = home / "data" / "log" / f"{DEVICE}.jsonl"
    log.parent.mkdir(parents=True)
    log.write_bytes(b"".join(encode(event) for event in _events(cards, plan=plan)))
    today = today_of(opened.wiring, opened.wiring.clock().at)
    if isinstance(today, PlannedToday):
        today.keep_ahead()
    opened.close()
    return {**env, "STUDYCLI_NOW": MORNING.isoformat()}


def _events(cards: list[str], *, plan: bool) -> Iterator[Event]:
    chance = random.Random(3)
    if plan:
        yield Event(DEVICE, 1, EVENING - timedelta(days=30), Setting(SettingName.EXAM_DATE, EXAM))
    for seq, card in enumerate(cards * 2, start=2):
        at = EVENING - timedelta(days=30) + timedelta(seconds=seq * 30 * 86_400 / (2 * len(cards) + 2))
        (grade,) = chance.choices(list(Grade), [1, 1, 7, 1])
        yield Event(DEVICE, seq, at, Review(card, grade, round(chance.uniform(4, 30), 1), Source.SESSION))


if __name__ == "__main__":
    sys.exit(main())
