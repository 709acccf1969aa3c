"""The golden log: read whole, written back byte for byte, and replayed into the golden states."""

import json
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from studycli.cache import open_cache
from studycli.log.attempts import History
from studycli.log.events import Other, encode
from studycli.log.journal import Journal, read
from studycli.log.learner import Learner
from studycli.log.replay import Learned
from tests.golden.make_states import HERE, as_json, golden_log

GOLDEN: dict[str, Any] = json.loads((HERE / "states.json").read_text(encoding="utf-8"))
FILES = sorted((HERE / "log").glob("*.jsonl"))


def memory(state: dict[str, Any]) -> dict[str, float]:
    """What another engine or platform may compute a little differently."""
    return {name: state[name] for name in ("stability_days", "difficulty")}


def assert_golden(learned: Learned) -> None:
    found = as_json(learned)
    for part in ("settings", "attempts", "answers", "seen", "disputes", "results"):
        assert found[part] == GOLDEN[part]
    assert found["states"].keys() == GOLDEN["states"].keys()
    for card, state in GOLDEN["states"].items():
        assert memory(found["states"][card]) == pytest.approx(memory(state), rel=1e-4), card
        assert {**found["states"][card], **memory(state)} == state


def test_the_golden_log_gives_the_golden_states() -> None:
    assert_golden(golden_log())


def test_the_cache_gives_them_too(tmp_path: Path) -> None:
    with closing(open_cache(tmp_path)) as connection:
        journal = Journal(HERE / "log", tmp_path / "device", lambda: "aaaaaaaa")
        learner = Learner(connection, journal, HERE / "log", {})
        learner.refresh()
        exams = History(learner.attempts(), learner.answers(), learner.seen())
        assert_golden(
            Learned(learner.states(), learner.settings(), exams, learner.disputes(), learner.results())
        )
        assert learner.foreign_lines == ()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_golden_line_is_as_we_write_it(path: Path) -> None:
    lines = list(read(path))
    assert [line.event and (line.event.device, line.event.seq) for line in lines] == [
        (path.stem, seq) for seq in range(1, len(lines) + 1)
    ]
    assert b"".join(encode(line.event) for line in lines if line.event) == path.read_bytes()


def test_the_golden_log_has_every_kind_of_event() -> None:
    bodies = [line.event.body for path in FILES for line in read(path) if line.event]
    known = {body.kind for body in bodies if not isinstance(body, Other)}
    assert known == {
        *("review", "undo", "suspend", "unsuspend", "bury", "mark", "setting"),
        *("attempt", "answer", "dispute", "result"),
    }
    assert {body.kind for body in bodies if isinstance(body, Other)} == {"answer"}
