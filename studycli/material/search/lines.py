"""The lines of their files on which hits stand."""

from pathlib import Path
from typing import Final

from studycli.material.files import read_file
from studycli.material.search.hits import Hit

_FARTHEST: Final = 400
"""Lines below the first of an item to look for one of its texts."""


class Lines:
    """Tells on which line of its file a hit stands, and reads each file once."""

    def __init__(self) -> None:
        self._bytes: dict[Path, bytes] = {}

    def line_of(self, hit: Hit) -> int:
        """The line of its snippet; the first of the item where YAML folds or escapes that."""
        data, text = self._read(hit.path), hit.snippet.encode()
        line, counted = 1, 0
        place = data.find(text) if text else -1
        while place >= 0:
            line += data.count(b"\n", counted, place)
            counted = place
            if line >= hit.first_line:
                return line if line < hit.first_line + _FARTHEST else hit.first_line
            place = data.find(text, place + 1)
        return hit.first_line

    def _read(self, path: Path) -> bytes:
        if path not in self._bytes:
            try:
                self._bytes[path] = read_file(path)
            except OSError:
                self._bytes[path] = b""
        return self._bytes[path]
