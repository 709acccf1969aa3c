"""A paper and its key as Markdown."""

from pathlib import Path

import pytest

from tests.cli.conftest import Studio
from tests.cli.exams import exam_library
from tests.material.libraries import write

PAPER = """\
# Tiny exam

2 questions, 4 minutes

Paper number 5; the same one again: `studycli exam print tiny --seed 5 --questions 2 --topic queues`

## 1

Stem two

Choose 2.

1. Option two a
2. Option two b
3. Option two c
4. Option two d

## 2

Stem one

1. Option one c
2. Option one d
3. Option one b
4. Option one a
"""
KEY = """\
## Key

1. **1, 3** (small/two)
   - 1: Why a
   - 2: Why b
   - 3: Why c
   - 4: Why d

2. **3** (small/one)
   - 1: Why c
   - 2: Why d
   - 3: Why b
   - 4: Why a
"""
HEAD = PAPER.partition("\n## 1")[0]
ARGV = ("exam", "print", "--seed", "5", "--questions", "2", "--topic", "queues")


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """The library with the small exam."""
    return exam_library(tmp_path / "library")


@pytest.fixture
def studio(studio: Studio, library: Path) -> Studio:
    """A studycli with it."""
    studio.env["STUDYCLI_LIBRARY"] = str(library)
    return studio


@pytest.mark.parametrize(
    ("options", "printed"),
    [
        pytest.param((), f"{PAPER}\n{KEY}", id="both"),
        pytest.param(("--no-key",), PAPER, id="the paper"),
        pytest.param(("--key-only",), f"{HEAD}\n{KEY}", id="the key"),
    ],
)
def test_paper_and_key(studio: Studio, options: tuple[str, ...], printed: str) -> None:
    assert studio(*ARGV, *options) == (0, printed, "")


def test_the_texts_are_those_of_the_material_in_its_language(studio: Studio) -> None:
    printed = studio("--material-language", "ko", *ARGV).out
    assert printed.startswith("# 작은 시험\n\n2 questions, 4 minutes\n")
    assert "물음 one\n\n1. 보기 one c\n" in printed
    assert "2문제, 4분\n" in studio("--language", "ko", *ARGV).out


def test_a_stem_of_several_paragraphs_keeps_them(studio: Studio, library: Path) -> None:
    bank = (library / "quizzes" / "queues.yaml").read_text()
    write(library, "quizzes/queues.yaml", bank.replace("en: Stem one", 'en: "Stem\\n\\n- one"'))
    assert "## 2\n\nStem\n\n- one\n\n1. Option" in studio(*ARGV).out
