import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Studio


@pytest.fixture
def with_bare_topic(studio: Studio, golden_library: Path, tmp_path: Path) -> Studio:
    """A studycli whose library has a topic without cards."""
    library = tmp_path / "library"
    shutil.copytree(golden_library, library)
    (library / "content" / "bare.yaml").write_text("id: bare\ntitle: {ko: 빈 토픽, en: Bare}\nnotes: []\n")
    studio.env["STUDYCLI_LIBRARY"] = str(library)
    return studio


@pytest.mark.parametrize("topic", ["lambda", "golden/lambda", "bare", "golden/bare"])
def test_a_topic_has_a_short_and_a_full_id_with_cards_or_without(with_bare_topic: Studio, topic: str) -> None:
    found = with_bare_topic("next", "--topic", topic, "--json")
    assert (found.code, found.err) == (0, "")
    assert (found.json is None) is topic.endswith("bare")


@pytest.mark.parametrize(
    "argv",
    [
        pytest.param(["next"], id="next"),
        pytest.param(["review"], id="review"),
        pytest.param(["practice"], id="practice"),
        pytest.param(["exam", "print"], id="exam"),
        pytest.param(["search", "cold"], id="search"),
    ],
)
def test_a_topic_that_is_none_is_told_with_those_there_are(with_bare_topic: Studio, argv: list[str]) -> None:
    found = with_bare_topic(*argv, "--topic", "iam")
    assert (found.code, found.out) == (3, "")
    assert found.err.startswith("error: topic iam: not in the material; use one of: ")
    assert {"bare", "dynamodb", "lambda"} <= set(found.err.strip().rpartition(": ")[2].split(", "))
