import os
from pathlib import Path

from studycli.log.files import FileMark, is_unchanged, line_number, log_paths, tail_of


def mark(path: Path) -> FileMark:
    stat = path.stat()
    return FileMark(stat.st_size, stat.st_size, stat.st_mtime_ns, tail_of(path, stat.st_size))


def test_the_files_of_a_log(tmp_path: Path) -> None:
    for name in ("b.jsonl", "a.jsonl", ".hidden.jsonl", "c.txt"):
        (tmp_path / name).touch()
    assert log_paths(tmp_path) == [tmp_path / "a.jsonl", tmp_path / "b.jsonl"]
    assert log_paths(tmp_path / "gone") == []


def test_a_file_is_unchanged_while_size_and_time_are(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"one\n")
    before = mark(path)
    assert is_unchanged(path, before)
    assert not is_unchanged(path, None)
    os.utime(path, ns=(1, 1))
    assert not is_unchanged(path, before)


def test_the_tail_tells_another_file_from_one_that_grew(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"x" * 9000)
    before = mark(path)
    path.write_bytes(b"x" * 9000 + b"more")
    assert tail_of(path, before.offset) == before.tail
    path.write_bytes(b"x" * 8999 + b"yz")
    assert tail_of(path, before.offset) != before.tail


def test_lines_are_counted_from_one(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"one\ntwo\nthree\n")
    assert [line_number(path, start) for start in (0, 4, 8)] == [1, 2, 3]
