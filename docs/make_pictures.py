"""Draw the pictures of the README from the real screens: ``python docs/make_pictures.py [FOLDER]``."""

import re
import sys
import tempfile
from html import escape, unescape
from io import StringIO
from pathlib import Path

from rich.cells import cell_len
from rich.console import Console
from rich.terminal_theme import SVG_EXPORT_THEME
from rich.text import Text

from studycli.cli.options import ReviewOptions
from studycli.cli.printing import Streams
from studycli.cli.run import Run
from studycli.cli.studying import Study
from studycli.ui.app import App, update, view
from studycli.ui.drawn import lines_of
from studycli.ui.events import Key, Moment, Size
from studycli.ui.screens.home_state import HomeState

SIZE = Size(80, 24)
NOW = "2026-11-23T21:00:00+09:00"
PICTURES = {"review-ko": ("ko", "space"), "review-en": ("en", "space"), "home-ko": ("ko", None)}
_FETCHED_FONT = re.compile(r"@font-face \{.*?\}\n", re.DOTALL)
"""Rich names fonts that a viewer would fetch from the network; its own monospace font does as well."""


_TEXT = re.compile(
    r'<text class="(\S+-r\d+)" x="([\d.]+)" y="([\d.]+)" textLength="[\d.]+"([^>]*)>([^<]*)</text>'
)
_CELL_WIDTH = 12.2


def picture(name: str) -> str:
    """One picture as SVG."""
    language, keys = PICTURES[name]
    with tempfile.TemporaryDirectory() as home:
        env = {"STUDYCLI_HOME": home, "STUDYCLI_NOW": NOW, "STUDYCLI_LANG": language}
        run = Run([], env, Streams(StringIO(), StringIO(), StringIO()))
        try:
            app = _app(Study(run.wiring), keys)
        finally:
            run.close()
    return _svg(app, name)


def _app(study: Study, keys: str | None) -> App:
    now = study.wiring.clock()
    if keys is None:
        return App((HomeState(study.sessions.home(), study.look.language),), SIZE, study.look)
    app = App((study.sessions.start(ReviewOptions(topic="dynamodb"), now).screen,), SIZE, study.look)
    for key in keys.split():
        app, _ = update(app, Key(key, Moment(now.at, now.mono_s)))
    return app


def _svg(app: App, name: str) -> str:
    console = Console(file=StringIO(), width=SIZE.width, record=True, color_system="standard")
    for line in lines_of(view(app, SIZE), SIZE):
        console.print(Text.assemble(*((part.text, part.style or "") for part in line)), soft_wrap=True)
    svg = console.export_svg(title="studycli", theme=SVG_EXPORT_THEME, unique_id=name)
    svg = _TEXT.sub(_in_cells, _FETCHED_FONT.sub("", svg))
    return re.sub(r"[ \t]+\n", "\n", svg)


def _in_cells(match: re.Match[str]) -> str:
    """A text where its cells are: Rich counts characters, but a Hangul syllable takes two cells."""
    style, x, y, clip, content = match.groups()
    text = unescape(content).replace("\xa0", " ")
    start = float(x) + (len(text) - len(text.lstrip())) * _CELL_WIDTH
    length = cell_len(text.strip()) * _CELL_WIDTH
    shown = escape(text.strip()).replace(" ", "&#160;")
    return f'<text class="{style}" x="{start:g}" y="{y}" textLength="{length:g}"{clip}>{shown}</text>'


def main(folder: Path) -> None:
    """Write every picture."""
    for name in PICTURES:
        (folder / f"{name}.svg").write_text(picture(name), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
