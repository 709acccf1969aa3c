"""Write ``states.json``: what ``log/*.jsonl`` comes to. Run ``python -m tests.golden.make_states``."""

import json
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from studycli.log.journal import read
from studycli.log.replay import Learned, replay

HERE = Path(__file__).parent


def golden_log() -> Learned:
    """The log's files, replayed."""
    lines = [line for path in sorted((HERE / "log").glob("*.jsonl")) for line in read(path)]
    return replay(line.event for line in lines if line.event is not None)


def as_json(learned: Learned) -> dict[str, Any]:
    """States and settings as ``states.json`` has them."""
    exams = learned.exams
    said = {
        "settings": asdict(learned.settings),
        "states": {card: asdict(state) for card, state in sorted(learned.states.items())},
        "attempts": [asdict(summary) for summary in exams.attempts],
        "answers": {name: [asdict(each) for each in own] for name, own in sorted(exams.answers.items())},
        "seen": dict(sorted(exams.seen.items())),
        "disputes": [asdict(dispute) for dispute in learned.disputes],
        "results": [asdict(result) for result in learned.results],
    }
    plain: dict[str, Any] = json.loads(json.dumps(said, default=_iso))
    return plain


def _iso(value: date) -> str:
    return value.isoformat()


if __name__ == "__main__":
    text = json.dumps(as_json(golden_log()), indent=1) + "\n"
    (HERE / "states.json").write_text(text, encoding="utf-8")
