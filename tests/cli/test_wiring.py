import io
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from studycli.cli.clock import clock_of
from studycli.cli.configuration import Configuration
from studycli.cli.paths import user_paths
from studycli.cli.printing import Streams
from studycli.cli.shelf_deck import ShelfDeck
from studycli.cli.wiring import Chosen, Opened, Wiring, new_device_id, new_seed
from studycli.core.memory import Grade
from studycli.log.events import Review, Source
from studycli.words import load


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def wiring_of(
    home: Path,
    env: Mapping[str, str] | None = None,
    *,
    terminal: bool = False,
    configuration: Configuration = Configuration(),  # noqa: B008 - a value
    chosen: Chosen = Chosen(),  # noqa: B008
) -> Wiring:
    stream = Terminal if terminal else io.StringIO
    env = {"STUDYCLI_HOME": str(home), **(env or {})}
    streams = Streams(stream(), stream(), stream())
    paths = user_paths(env)
    opened = Opened(env, paths, configuration)
    return Wiring(env, streams, paths, clock_of(env), configuration, load("ko"), chosen, opened)


@pytest.mark.parametrize(
    ("env", "accessible"),
    [
        ({}, False),
        ({"ACCESSIBLE": "1"}, True),
        ({"ACCESSIBLE": "0"}, False),
        ({"TERM": "dumb"}, True),
        ({"TERM": "unknown"}, True),
    ],
)
def test_accessible(tmp_path: Path, env: dict[str, str], accessible: bool) -> None:
    assert wiring_of(tmp_path, env).accessible is accessible


@pytest.mark.parametrize(
    ("env", "configured", "editor"),
    [
        pytest.param({"VISUAL": "code -w", "EDITOR": "ed"}, "x", ("code", "-w"), id="VISUAL"),
        pytest.param({"EDITOR": "ed"}, "x", ("ed",), id="EDITOR"),
        pytest.param(
            {"VISUAL": " ", "EDITOR": ""}, "'my editor' -u", ("my editor", "-u"), id="configuration"
        ),
        pytest.param({"VISUAL": "broken 'quote"}, "x", ("x",), id="quotes that do not match"),
    ],
)
def test_editor(tmp_path: Path, env: dict[str, str], configured: str, editor: tuple[str, ...]) -> None:
    assert wiring_of(tmp_path, env, configuration=Configuration(editor=configured)).editor == editor


def test_the_editor_that_is_installed_comes_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert wiring_of(tmp_path).editor is None
    (tmp_path / "nano").write_text("#!/bin/sh\n")
    (tmp_path / "nano").chmod(0o755)
    assert wiring_of(tmp_path).editor == ("nano",)


def test_who_may_be_asked(tmp_path: Path) -> None:
    assert wiring_of(tmp_path, terminal=True).may_ask
    assert not wiring_of(tmp_path).may_ask
    assert not wiring_of(tmp_path, terminal=True, chosen=Chosen(no_input=True)).may_ask


def test_the_language_of_the_material(tmp_path: Path) -> None:
    configured = Configuration(material_language="en")
    assert wiring_of(tmp_path).material_language == "ko"
    assert wiring_of(tmp_path, configuration=configured).material_language == "en"
    chosen = Chosen(material_language="de")
    assert wiring_of(tmp_path, configuration=configured, chosen=chosen).material_language == "de"


def test_renewed_reads_the_configuration_again_and_shares_what_is_open(
    tmp_path: Path, golden_library: Path
) -> None:
    wiring = wiring_of(tmp_path, {"STUDYCLI_LIBRARY": str(golden_library)})
    shelf = wiring.shelf
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "config.toml").write_text('theme = "mono"\n')
    renewed = wiring.renewed(load("en"))
    assert (renewed.configuration.theme, renewed.language) == ("mono", "en")
    assert renewed.shelf is shelf
    wiring.close()


def test_chance_is_what_the_log_and_exams_take() -> None:
    assert len({new_device_id() for _ in range(50)}) == 50
    assert all(
        len(name) == 8 and set(name) <= set("abcdefghijklmnopqrstuvwxyz234567") for name in [new_device_id()]
    )
    assert all(0 <= seed < 2**63 for seed in [new_seed()])


@pytest.mark.parametrize("how", ["reread", "reopen"])
def test_the_history_follows_a_card_whose_id_was_edited(
    tmp_path: Path, golden_library: Path, how: str
) -> None:
    library = Path(shutil.copytree(golden_library, tmp_path / "library"))
    wiring = wiring_of(tmp_path, {"STUDYCLI_LIBRARY": str(library)})
    wiring.learner.record(Review("golden/ddb-dax", Grade.GOOD, 1.0, Source.SESSION), wiring.clock().at)
    state = wiring.learner.state("golden/ddb-dax")
    file = library / "content" / "dynamodb.yaml"
    file.write_text(file.read_text().replace("- id: ddb-dax\n", "- id: ddb-cache\n    was: [ddb-dax]\n"))
    if how == "reread":
        assert wiring.reread(file) == ()
    else:
        wiring.reopen_shelf()
    assert wiring.shelf.card("golden/ddb-cache").card.id == "ddb-cache"
    assert wiring.learner.states() == {"golden/ddb-cache": state}
    deck = ShelfDeck(wiring)
    assert deck.face("golden/ddb-dax") == deck.face("golden/ddb-cache")
    wiring.close()
