"""On which line a hit stands."""

from pathlib import Path

import pytest

from studycli.core.ledgers import Kind
from studycli.material.search import Hit, Lines

LINES = ["id: a", "same", "- id: b", "  front: x", "  same", "  folded", "- id: c", "  same"]


def hit(path: Path, snippet: str, first_line: int) -> Hit:
    return Hit("small/b", Kind.CARD, "a", "title", (), snippet, (), "en", 1.0, path, first_line)


@pytest.mark.parametrize(
    ("snippet", "first_line", "line"),
    [
        ("front: x", 3, 4),
        ("same", 3, 5),
        ("same", 1, 2),
        ("same", 7, 8),
        ("written otherwise", 3, 3),
        ("front: x", 7, 7),
        ("", 3, 3),
    ],
)
def test_the_line_is_the_first_of_its_item_that_says_so(
    tmp_path: Path, snippet: str, first_line: int, line: int
) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("\n".join(LINES), encoding="utf-8")
    assert Lines().line_of(hit(path, snippet, first_line)) == line


def test_what_stands_far_below_belongs_to_another_item(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("- id: b\n" + "\n" * 1000 + "same", encoding="utf-8")
    assert Lines().line_of(hit(path, "same", 1)) == 1


def test_a_file_is_read_once_and_may_be_gone(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("\n".join(LINES), encoding="utf-8")
    lines = Lines()
    assert lines.line_of(hit(path, "folded", 3)) == 6
    path.unlink()
    assert lines.line_of(hit(path, "folded", 3)) == 6
    assert Lines().line_of(hit(path, "folded", 3)) == 3
