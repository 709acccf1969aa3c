"""A log of 100,000 reviews: read, taken into the cache, opened, written to. ``python -m benchmarks.replay``."""

import random
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from studycli.cache import open_cache
from studycli.core.memory import Grade
from studycli.log.events import Event, Review, Source, encode
from studycli.log.journal import Journal, read
from studycli.log.learner import Learner
from studycli.log.replay import Learned, replay

REVIEWS = 100_000
CARDS = 5_000
RECORDS = 200
DEVICE = "bbbbbbbb"
START = datetime(2025, 1, 1, 8, tzinfo=timezone(timedelta(hours=9)))


def reviews(count: int) -> Iterator[Event]:
    chance = random.Random(1)
    at = START
    for seq in range(1, count + 1):
        at += timedelta(seconds=chance.uniform(5, 550))
        (grade,) = chance.choices(list(Grade), [1, 1, 7, 1])
        card = f"aws-serverless/card-{chance.randrange(CARDS)}"
        yield Event(DEVICE, seq, at, Review(card, grade, round(chance.uniform(1, 40), 1), Source.SESSION))


def replayed(path: Path) -> Learned:
    return replay(line.event for line in read(path) if line.event is not None)


def timed_ms(run: Callable[[], object]) -> float:
    start = perf_counter()
    run()
    return (perf_counter() - start) * 1000


def say(what: str, times_ms: Iterable[float]) -> None:
    print(f"{what:22}{median(times_ms):8.1f} ms")


@contextmanager
def opened(home: Path) -> Iterator[Learner]:
    with closing(open_cache(home / "cache")) as connection:
        journal = Journal(home / "log", home / "device", lambda: DEVICE)
        yield Learner(connection, journal, home / "log", {})


def open_and_refresh(home: Path) -> None:
    with opened(home) as learner:
        learner.refresh()


def record_ms(learner: Learner, number: int) -> float:
    body = Review(f"aws-serverless/card-{number}", Grade.GOOD, 4.5, Source.SESSION)
    return timed_ms(lambda: learner.record(body, START + timedelta(days=1000, seconds=number)))


def main() -> None:
    with TemporaryDirectory() as name:
        home = Path(name)
        (home / "log").mkdir()
        (home / "device").write_text(DEVICE)
        path = home / "log" / f"{DEVICE}.jsonl"
        path.write_bytes(b"".join(map(encode, reviews(REVIEWS))))
        print(f"{REVIEWS} reviews of {CARDS} cards, {path.stat().st_size / 1e6:.1f} MB")
        say("read and replay", [timed_ms(lambda: replayed(path)) for _ in range(3)])
        say("first refresh", [timed_ms(lambda: open_and_refresh(home))])
        say("open, nothing new", [timed_ms(lambda: open_and_refresh(home)) for _ in range(9)])
        with opened(home) as learner:
            say("all states", [timed_ms(learner.states) for _ in range(9)])
            say("one record", [record_ms(learner, number) for number in range(RECORDS)])


if __name__ == "__main__":
    main()
