"""How fast search is over 10,000 notes: ``python -m benchmarks.search_speed``.

The library is synthetic: 10,000 notes in 100 files, each in Korean and English, made of the sentences of the bundled
library with every seventh word replaced by one of 20,000 made up, so that words are as many and as uneven as in a
library of that size. The queries are those of ``benchmarks/search/known.jsonl``.

What runs in this process is measured in its own processor time, in which other programs do not count. Whole processes
are started as the installed command starts them, with a warm cache, in turns with ``python -c pass``, so that a change
of the processor's speed meets all of them alike.
"""

import json
import os
import random
import re
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from statistics import median, quantiles

from benchmarks.startup import BASE, ENTRY, ROOT, Case, environment, measure, run
from studycli.cache import open_cache
from studycli.material.placed import LibraryPlace, Origin
from studycli.material.search import LastWord, Search, parse
from studycli.material.shelf import Shelf, open_shelf

FILES = 100
NOTES = 100
BYTES_OF_A_BODY = 300
MADE_UP = 20_000
EVERY = 7
QUERIES = 15
"""As many of the known queries are asked as whole processes."""

LIMITS = {"plain": 9.0, "colour": 11.0, "build": 4.0, "size": 3.0, "typed": 20.0}
_OLD_NS = 1_700_000_000_000_000_000


def write_library(folder: Path) -> int:
    """Write the library; how many bytes of text it has."""
    chance = random.Random(7)
    (folder / "content").mkdir(parents=True)
    (folder / "quizzes").mkdir()
    _write(folder / "content/library.yaml", "id: large\ntitle: {ko: 큰 것, en: Large}\nlanguages: [ko, en]\n")
    _write(folder / "content/aliases.yaml", (ROOT / "content/aliases.yaml").read_text(encoding="utf-8"))
    sentences = {language: list(_sentences(language)) for language in ("ko", "en")}
    size = 0
    for number in range(FILES):
        notes = []
        for place in range(NOTES):
            texts = {language: _text(language, found, chance) for language, found in sentences.items()}
            titles = {language: " ".join(text.split()[:4]) for language, text in texts.items()}
            size += sum(len(text.encode()) for text in (*texts.values(), *titles.values()))
            notes.append(_note(f"n{number}-{place}", titles, texts))
        head = f"id: t{number}\ntitle: {{ko: 주제 {number}, en: Topic {number}}}\nnotes:\n"
        _write(folder / f"content/t{number}.yaml", head + "".join(notes))
    return size


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(_OLD_NS, _OLD_NS))


def _sentences(language: str) -> Iterator[str]:
    for path in sorted((ROOT / "content").glob("*.yaml")):
        for line in path.read_text(encoding="utf-8").splitlines():
            is_korean = re.search("[가-힣]", line) is not None
            if len(line) > 60 and "http" not in line and is_korean == (language == "ko"):
                yield from (part for part in re.split(r"(?<=[.?!]) ", _plain(line)) if len(part) > 20)


def _plain(line: str) -> str:
    return re.sub(r'["\\{}`|*]|^\s*(ko|en|- )?:?', " ", line).strip()


def _text(language: str, sentences: list[str], chance: random.Random) -> str:
    words: list[str] = []
    while len(" ".join(words).encode()) < BYTES_OF_A_BODY:
        words += chance.choice(sentences).split()
    words[::EVERY] = [_made_up(language, int(MADE_UP * chance.random() ** 3)) for _ in words[::EVERY]]
    return " ".join(words)


def _made_up(language: str, number: int) -> str:
    """The word of that number; small numbers come often."""
    chance = random.Random(number)
    if language == "en":
        return "".join(chance.choice("bcdfglmnprst") + chance.choice("aeiou") for _ in range(2 + number % 3))
    return "".join(
        chr(ord("가") + 28 * chance.randrange(399) + chance.choice((0, 0, 4, 21)))
        for _ in range(2 + number % 3)
    )


def _note(name: str, titles: dict[str, str], texts: dict[str, str]) -> str:
    title, body = (
        "".join(f"\n    {language}: {json.dumps(text, ensure_ascii=False)}" for language, text in of.items())
        for of in (titles, texts)
    )
    sources = "[{url: https://docs.aws.amazon.com/lambda/, checked: 2026-10-31}]"
    return f"- id: {name}\n  title:{title}\n  body:{body}\n  sources: {sources}\n"


def queries() -> list[str]:
    """The known queries."""
    lines = (ROOT / "benchmarks/search/known.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["query"] for line in lines]


def built(cache: Path, library: Path, size: int) -> Iterator[tuple[str, float, float | None]]:
    """Build the index, and again after one file changed: what was measured, and its limit."""
    with closing(open_cache(cache)) as connection:
        places = [LibraryPlace(library, Origin.NAMED)]
        shelf = open_shelf(connection, places)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        before = (cache / "cache.db").stat().st_size
        yield "index of all, s", _timed(connection, shelf), LIMITS["build"]
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        grown = (cache / "cache.db").stat().st_size - before
        yield "index, times the text", grown / size, LIMITS["size"]
        changed = library / "content/t50.yaml"
        _write(changed, changed.read_text(encoding="utf-8").replace("Topic 50", "Subject 50"))
        os.utime(changed, ns=(_OLD_NS + 1, _OLD_NS + 1))
        yield "index of one changed file, s", _timed(connection, open_shelf(connection, places)), None


def _timed(connection: object, shelf: Shelf) -> float:
    began_s = time.process_time()
    Search(connection, shelf)  # type: ignore[arg-type]
    return time.process_time() - began_s


def asked(cache: Path, library: Path) -> Iterator[tuple[str, float, float | None]]:
    """Ask in one process: whole queries, and as somebody types them, key by key."""
    with closing(open_cache(cache)) as connection:
        shelf = open_shelf(connection, [LibraryPlace(library, Origin.NAMED)])
        search = Search(connection, shelf)
        whole = [_asked_ms(search, query, LastWord.WHOLE) for query in queries()]
        search = Search(connection, shelf)
        keys = (query[:end] for query in queries() for end in range(1, len(query) + 1))
        typed = [_asked_ms(search, text, LastWord.PREFIX) for text in keys]
    yield "a query, ms", median(whole), None
    yield "a query, 95% under, ms", quantiles(whole, n=20)[-1], None
    yield "a typed key, ms", median(typed), LIMITS["typed"]
    yield "a typed key, 95% under, ms", quantiles(typed, n=20)[-1], 3 * LIMITS["typed"]


def _asked_ms(search: Search, text: str, last_word: LastWord) -> float:
    began_s = time.process_time()
    search.search(parse(text, last_word=last_word), "ko", 10)
    return (time.process_time() - began_s) * 1000


def processes(env: dict[str, str]) -> Iterator[tuple[str, float, float | None]]:
    """Ask as whole processes, as multiples of ``python -c pass``: the median query."""
    chosen = queries()[:: len(queries()) // QUERIES][:QUERIES]
    for name, more in (("plain", {}), ("colour", {"FORCE_COLOR": "1"})):
        found = {**env, **more}
        cases = tuple(Case(query, ("-c", ENTRY, "search", query)) for query in chosen)
        for case in cases:
            run(case.argv, found)
        medians = measure((BASE, *cases), found)
        yield (
            f"search, {name}, times python",
            median(medians[case] for case in cases) / medians[BASE],
            LIMITS[name],
        )


def main() -> int:
    """Print a table; 1 if a limit is missed."""
    missed = False
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        size = write_library(root / "library")
        env = {**environment(root / "home"), "STUDYCLI_LIBRARY": str(root / "library")}
        print(f"{FILES * NOTES:,} notes, {size / 1e6:.1f} MB of text")
        cache = Path(env["XDG_CACHE_HOME"]) / "studycli"
        for name, value, limit in _all(cache, root / "library", size, env):
            told = "" if limit is None else f"(limit {limit:g})"
            print(f"{name:32} {value:8.2f} {told}".rstrip(), flush=True)
            missed = missed or (limit is not None and value > limit)
    return int(missed)


def _all(
    cache: Path, library: Path, size: int, env: dict[str, str]
) -> Iterable[tuple[str, float, float | None]]:
    yield from built(cache, library, size)
    yield from asked(cache, library)
    yield from processes(env)


if __name__ == "__main__":
    sys.exit(main())
