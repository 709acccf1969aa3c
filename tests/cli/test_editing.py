import shutil
from pathlib import Path

import pytest

from studycli.cli.editing import edit_card, edit_topic
from studycli.cli.shelf_deck import ShelfDeck
from studycli.core.memory import Grade
from studycli.errors import MaterialError
from studycli.log.events import Review, Source
from tests.cli.test_wiring import wiring_of


def editor(path: Path, change: str) -> str:
    """An editor that changes the file it is given; its path, for EDITOR."""
    path.write_text(f"#!/bin/sh\nfor file; do :; done\nsed -i '{change}' \"$file\"\n")
    path.chmod(0o755)
    return str(path)


def test_a_card_given_a_new_id_is_shown_with_its_history_and_can_be_edited_again(
    tmp_path: Path, golden_library: Path
) -> None:
    library = Path(shutil.copytree(golden_library, tmp_path / "library"))
    env = {"STUDYCLI_LIBRARY": str(library), "EDITOR": str(tmp_path / "vi")}
    wiring = wiring_of(tmp_path, env)
    deck = ShelfDeck(wiring)
    wiring.learner.record(Review("golden/ddb-dax", Grade.GOOD, 1.0, Source.SESSION), wiring.clock().at)
    state = wiring.learner.state("golden/ddb-dax")

    editor(tmp_path / "vi", "s/- id: ddb-dax/- id: ddb-cache\\n    was: [ddb-dax]/")
    edited = edit_card(wiring, deck, "golden/ddb-dax")
    assert (edited.face and edited.face.id, edited.problem) == ("golden/ddb-cache", "")
    assert wiring.learner.states() == {"golden/ddb-cache": state}

    editor(tmp_path / "vi", "s/DAX, en: DAX/DAX, en: Accelerator/")
    edited = edit_card(wiring, deck, "golden/ddb-dax")
    assert ("Accelerator" in repr(edited.face), edited.problem) == (True, "")
    wiring.close()


def test_a_card_that_the_edit_took_out_is_said_to_be_gone(tmp_path: Path, golden_library: Path) -> None:
    library = Path(shutil.copytree(golden_library, tmp_path / "library"))
    env = {
        "STUDYCLI_LIBRARY": str(library),
        "EDITOR": editor(tmp_path / "vi", "s/- id: ddb-dax/- id: ddb-new/"),
    }
    wiring = wiring_of(tmp_path, env)
    edited = edit_card(wiring, ShelfDeck(wiring), "golden/ddb-dax")
    assert (edited.face, "golden/ddb-dax" in edited.problem) == (None, True)
    wiring.close()


def test_a_topic_is_edited_at_its_file(tmp_path: Path, golden_library: Path) -> None:
    library = Path(shutil.copytree(golden_library, tmp_path / "library"))
    env = {
        "STUDYCLI_LIBRARY": str(library),
        "EDITOR": editor(tmp_path / "vi", "s/^title: .*/title: {ko: 새 이름, en: New name}/"),
    }
    wiring = wiring_of(tmp_path, env)
    topic = wiring.shelf.topics()[0]
    assert edit_topic(wiring, f"golden/{topic.id}").problem == ""
    assert wiring.shelf.topics()[0].title.read("en").text == "New name"

    editor(tmp_path / "vi", "s/^notes:/nots:/")
    assert f"{topic.id}.yaml" in edit_topic(wiring, f"golden/{topic.id}").problem
    with pytest.raises(MaterialError, match="unknown_topic"):
        edit_topic(wiring, "golden/nowhere")
    wiring.close()
