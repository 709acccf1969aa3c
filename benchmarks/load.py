"""How fast material loads: ``python -m benchmarks.load``.

10,000 synthetic cards (ko/en) in 100 files; every round measures all readings in turn, so that a slow moment of
the machine falls on all of them. Printed are medians.
"""

import gc
import os
import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import yaml

from studycli.cache import open_cache
from studycli.material.placed import LibraryPlace, Origin
from studycli.material.shelf import Shelf, open_shelf

FILES = 100
NOTES = 20
ENTRIES = 5
ROUNDS = 5
OLD_NS = 1_700_000_000_000_000_000

_KO = [
    "함수",
    "요청",
    "응답",
    "테이블",
    "파티션",
    "키",
    "용량",
    "단위",
    "최대",
    "기본",
    "캐시",
    "배포",
    "권한",
    "정책",
]
_EN = ["function", "request", "response", "table", "partition", "key", "capacity", "unit", "default", "cache"]


def write_library(folder: Path) -> None:
    """A library of ``FILES`` topics with ``NOTES`` notes of ``ENTRIES`` entries each."""
    chance = random.Random(7)
    (folder / "content").mkdir(parents=True)
    (folder / "quizzes").mkdir()
    library = folder / "content/library.yaml"
    library.write_text(
        "id: synthetic\ntitle: {ko: 합성, en: Synthetic}\nlanguages: [ko, en]\n", encoding="utf-8"
    )
    os.utime(library, ns=(OLD_NS, OLD_NS))
    for number in range(FILES):
        path = folder / f"content/topic-{number}.yaml"
        path.write_text(_topic(number, chance), encoding="utf-8")
        os.utime(path, ns=(OLD_NS, OLD_NS))


def _topic(number: int, chance: random.Random) -> str:
    parts = [f"id: topic-{number}\ntitle:\n  ko: 주제 {number}\n  en: Topic {number}\nnotes:\n"]
    parts += [_note(f"n{number}-{note}", chance) for note in range(NOTES)]
    return "".join(parts)


def _note(name: str, chance: random.Random) -> str:
    body_ko, body_en = _words(_KO, 60, chance), _words(_EN, 60, chance)
    entries = "".join(_entry(f"{name}-{entry}", chance) for entry in range(ENTRIES))
    return (
        f"- id: {name}\n  title: {{ko: {_words(_KO, 3, chance)}, en: {_words(_EN, 3, chance)}}}\n"
        f"  body:\n    ko: |\n      {body_ko}\n    en: |\n      {body_en}\n"
        "  sources:\n  - url: https://docs.aws.amazon.com/lambda/latest/dg/limits.html\n    checked: 2026-10-31\n"
        f"  entries:\n{entries}"
    )


def _entry(name: str, chance: random.Random) -> str:
    return (
        f"  - id: {name}\n    kind: basic\n"
        f"    front:\n      ko: {_words(_KO, 9, chance)}?\n      en: {_words(_EN, 9, chance)}?\n"
        f"    back:\n      ko: {_words(_KO, 6, chance)}\n      en: {_words(_EN, 6, chance)}\n"
    )


def _words(words: list[str], count: int, chance: random.Random) -> str:
    return " ".join(chance.choices(words, k=count))


def _round(root: Path, number: int) -> Iterator[tuple[str, float]]:
    files = sorted((root / "library/content").glob("*.yaml"))
    gc.collect()
    yield "CSafeLoader", _timed(lambda: [yaml.load(file.read_bytes(), yaml.CSafeLoader) for file in files])
    gc.collect()
    folder = root / f"cache-{number}"
    with closing(open_cache(folder)) as connection:
        yield "first load", _timed(lambda: _open(root, connection))
    with closing(open_cache(folder)) as connection:
        yield "nothing changed", _timed(lambda: _open(root, connection))
        yield "all references", _timed(_open(root, connection).refs)
    changed = root / "library/content/topic-50.yaml"
    text = changed.read_text(encoding="utf-8")
    changed.write_text(f"# {number}\n{text}", encoding="utf-8")
    os.utime(changed, ns=(OLD_NS + number + 1, OLD_NS + number + 1))
    with closing(open_cache(folder)) as connection:
        yield "one file changed", _timed(lambda: _open(root, connection))


def _open(root: Path, connection: sqlite3.Connection) -> Shelf:
    shelf = open_shelf(connection, [LibraryPlace(root / "library", Origin.OTHER)])
    assert shelf.counts().cards == FILES * NOTES * ENTRIES, shelf.problems[:3]
    return shelf


def _timed(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write_library(root / "library")
        times: dict[str, list[float]] = {}
        for number in range(ROUNDS):
            for name, seconds in _round(root, number):
                times.setdefault(name, []).append(seconds)
    medians = {name: statistics.median(values) for name, values in times.items()}
    yardstick = medians["CSafeLoader"]
    print(f"{FILES * NOTES * ENTRIES:,} cards in {FILES} files, medians of {ROUNDS}")
    for name, seconds in medians.items():
        print(f"{name:<18} {seconds * 1000:8.1f} ms  {seconds / yardstick:6.3f}x")


if __name__ == "__main__":
    main()
