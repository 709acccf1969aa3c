"""The page of a note read aloud: what came of a key is said, and what the keys do. Tests of browsing show the rest."""

import pytest

from studycli.ui.effects import Failed
from studycli.ui.reading_effects import NoteEdited
from studycli.ui.screens.note import NoteState, spoken, update
from tests.ui.screens.studio import NOTE, look


@pytest.mark.parametrize(
    ("event", "said"),
    [
        pytest.param(NoteEdited(None, "limits.yaml:3:1: a tab"), "limits.yaml:3:1: a tab", id="broken"),
        pytest.param(NoteEdited(None, ""), "Nothing changed", id="unchanged"),
        pytest.param(NoteEdited(NOTE, ""), "The new text is in use", id="changed"),
        pytest.param(Failed("no editor"), "no editor", id="failed"),
    ],
)
def test_what_came_of_a_key_is_read_aloud(event: object, said: str) -> None:
    state, _ = update(NoteState(NOTE, "en"), event, look("en"))
    assert said in spoken(state, look("en"))[0]


def test_the_keys_are_read_aloud() -> None:
    assert (
        spoken(NoteState(NOTE, "en"), look("en"))[-1]
        == "↓ j: scroll, t: language, e: edit, ?: help, n q: back"
    )
