import sqlite3

from studycli.core.ledgers import Kind, Ledger, Mention
from studycli.core.problems import Problem, Severity
from studycli.material import store
from studycli.material.files import Stamp
from studycli.material.store import CardRow, Compiled, ItemRow, Reading

LEDGER = Ledger(
    "content/a.yaml",
    (Mention(Kind.NOTE, "n", 1, 2),),
    (Mention(Kind.ENTRY, "old", 3, 4),),
    (Mention(Kind.FACT, "LA1", 5, 6),),
    ("e",),
)
PROBLEM = Problem("content/a.yaml", 3, 4, "missing-language", Severity.WARNING, {"language": "한"})


def reading(head: str | None = "[]", *problems: Problem) -> Reading:
    compiled = Compiled(
        problems, LEDGER, head, (ItemRow(Kind.NOTE, "n", "[]"),), (CardRow("e", "e", 0, 0),), (("old", "e"),)
    )
    return Reading(Stamp(1, 2, 3), 4, b"digest", "ko,en", compiled)


def tables(cache: sqlite3.Connection) -> list[int]:
    names = ("file", "ledger", "item", "card", "rename")
    return [cache.execute(f"SELECT count(*) FROM material_{name}").fetchone()[0] for name in names]


def test_what_is_kept_of_a_file_comes_back(cache: sqlite3.Connection) -> None:
    store.open_tables(cache)
    store.replace_file(cache, "/library", "content/a.yaml", reading("[]", PROBLEM))
    (row,) = store.manifest(cache, "/library").values()
    assert (row.path, row.stamp, row.read_ns, row.digest) == ("content/a.yaml", Stamp(1, 2, 3), 4, b"digest")
    assert (row.languages, row.head, row.live) == ("ko,en", "[]", True)
    assert store.problems_from(row.problems, "content/a.yaml") == [PROBLEM]
    assert store.ledgers(cache, "/library") == [LEDGER]
    assert store.manifest(cache, "/other") == {}


def test_a_file_is_replaced_as_a_whole_and_keeps_its_number(cache: sqlite3.Connection) -> None:
    store.open_tables(cache)
    store.replace_file(cache, "/library", "content/a.yaml", reading())
    before = store.manifest(cache, "/library")["content/a.yaml"].id
    store.replace_file(cache, "/library", "content/b.yaml", reading())
    store.replace_file(cache, "/library", "content/a.yaml", reading())
    assert store.manifest(cache, "/library")["content/a.yaml"].id == before
    assert tables(cache) == [2, 2, 2, 2, 2]


def test_of_a_broken_file_only_the_problems_are_kept(cache: sqlite3.Connection) -> None:
    store.open_tables(cache)
    store.replace_file(cache, "/library", "content/a.yaml", reading())
    store.replace_file(cache, "/library", "content/a.yaml", reading(None, PROBLEM))
    assert tables(cache) == [1, 0, 0, 0, 0]
    assert not store.manifest(cache, "/library")["content/a.yaml"].live


def test_a_file_that_is_gone_leaves_nothing(cache: sqlite3.Connection) -> None:
    store.open_tables(cache)
    store.replace_file(cache, "/library", "content/a.yaml", reading())
    store.remove_file(cache, store.manifest(cache, "/library")["content/a.yaml"].id)
    assert tables(cache) == [0, 0, 0, 0, 0]


def test_clashes_take_a_file_down_and_their_end_brings_it_back(cache: sqlite3.Connection) -> None:
    store.open_tables(cache)
    store.replace_file(cache, "/library", "content/a.yaml", reading())
    store.save_clashes(cache, "/library", [PROBLEM], frozenset({"content/a.yaml"}))
    row = store.manifest(cache, "/library")["content/a.yaml"]
    assert (row.live, store.problems_from(row.clashes, "content/a.yaml")) == (False, [PROBLEM])
    store.save_clashes(cache, "/library", [], frozenset())
    row = store.manifest(cache, "/library")["content/a.yaml"]
    assert (row.live, row.clashes) == (True, "[]")
