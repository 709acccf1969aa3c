from unicodedata import normalize

import pytest

from studycli.core.lint.hygiene import mended_spelling
from studycli.core.lint.material import Place, Renamed
from tests.core.lint.samples import found, hits, material, note, text

NFD = normalize("NFD", "한글")


def test_letters_in_parts_are_told_by_line_and_mended() -> None:
    whole = material(raw=f"id: a\ntitle: {NFD}\n")
    assert len(found("not-nfc", whole)) == 1
    assert mended_spelling(whole, "topic.yaml") == "id: a\ntitle: 한글\n"
    assert hits("not-nfc", raw="title: 한글\n") == []


@pytest.mark.parametrize(
    ("raw", "body", "mended"),
    [
        pytest.param("a: x \n", "x", "a: x\n", id="after a value"),
        pytest.param("a: x\n \t\nb: y\n", "x", "a: x\n\nb: y\n", id="an empty line"),
        pytest.param("a: x  \r\n", "x", "a: x\r\n", id="line end of Windows"),
        pytest.param("a: |\n  one  \n  two\n", "one  \ntwo\n", None, id="line break of Markdown"),
        pytest.param("a: |\n  one \n  two\n", "one \ntwo\n", "a: |\n  one\n  two\n", id="one space"),
        pytest.param(
            "a: |\n  one  \n\n  two\n", "one  \n\ntwo\n", "a: |\n  one\n\n  two\n", id="before a paragraph"
        ),
        pytest.param('a: "one  "\n', "one  ", 'a: "one"\n', id="before a quote"),
        pytest.param("{ko: 'one ', en: x}\n", "one ", "{ko: 'one', en: x}\n", id="before a quote in a line"),
        pytest.param("a: x\n", "x", None, id="none"),
    ],
)
def test_spaces_at_ends(raw: str, body: str, mended: str | None) -> None:
    whole = material(note(body=text(body)), raw=raw)
    assert len(found("trailing-space", whole)) == (mended is not None)
    assert mended_spelling(whole, "topic.yaml") == (mended or raw)


def test_a_renamed_id_is_told() -> None:
    renamed = (Renamed(Place("topic.yaml", 3), "old", "new"),)
    assert hits("missing-was", renamed=renamed) == [{"old": "old", "new": "new"}]
    assert hits("missing-was") == []
