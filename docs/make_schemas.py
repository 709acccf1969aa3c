"""Writes schemas/*.json, the JSON Schemas of the files of a library: ``make schemas``."""

import json
from pathlib import Path

from studycli.material.schema import FILES, schema_of

FOLDER = Path(__file__).parents[1] / "schemas"


def text_of(name: str) -> str:
    """The schema called ``name`` as it stands in its file."""
    return json.dumps(schema_of(FILES[name]), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name in FILES:
        (FOLDER / f"{name}.json").write_text(text_of(name), encoding="utf-8")
