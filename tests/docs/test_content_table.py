"""The table of the library says what its files hold today."""

import runpy
import shutil
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"
TABLE = runpy.run_path(str(DOCS / "make_content_table.py"))


def rows(page: str) -> list[list[str]]:
    return [line.strip("| ").split(" | ") for line in page.splitlines() if line.startswith("| ")]


def test_the_table_is_fresh() -> None:
    assert TABLE["FILE"].read_text(encoding="utf-8") == TABLE["page"](TABLE["ROOT"]), "run: make docs"


def test_topics_stand_in_teaching_order_with_what_they_hold(golden_library: Path) -> None:
    head, _, lambda_, dynamodb, total = rows(TABLE["page"](golden_library))
    assert head[:3] == ["Topic", "Korean title", "Notes"]
    assert lambda_[:5] == ["[AWS Lambda](lambda.yaml)", "AWS Lambda", "1", "1", "3"]
    assert dynamodb[:5] == ["[Amazon DynamoDB](dynamodb.yaml)", "Amazon DynamoDB", "1", "1", "2"]
    assert dynamodb[5:] == ["0", "0", "-", "2026-10-31"]
    assert total[2:5] == ["2", "2", "5"]
    assert int(lambda_[5]) + int(lambda_[6]) == int(total[5]) + int(total[6]) > 0


def test_a_library_without_questions_or_topics_has_a_table_too(golden_library: Path, tmp_path: Path) -> None:
    library = Path(shutil.copytree(golden_library, tmp_path / "library"))
    shutil.rmtree(library / "quizzes")
    assert rows(TABLE["page"](library))[-1][5:8] == ["0", "0", "-"]
    (library / "content" / "lambda.yaml").unlink()
    (library / "content" / "dynamodb.yaml").unlink()
    assert rows(TABLE["page"](library))[-1][2:] == ["0", "0", "0", "0", "0", "-", "-"]
