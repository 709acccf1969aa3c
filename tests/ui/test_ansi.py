import io

import pytest
from rich.console import Console
from rich.text import Text

from studycli.ui.ansi import Painted, Plain
from studycli.ui.roles import STYLES, Role
from studycli.ui.theme import THEMES


@pytest.mark.parametrize("theme", STYLES)
@pytest.mark.parametrize("role", Role)
def test_painted_text_looks_as_the_theme_says(theme: str, role: Role) -> None:
    console = Console(force_terminal=True, color_system="standard", file=io.StringIO())
    with console.capture() as drawn:
        console.print(Text("text", THEMES[theme][role]), end="")
    assert Painted(theme, {})(role, "text") == drawn.get()


def test_no_color_leaves_attributes() -> None:
    assert Painted("auto", {"NO_COLOR": "1"})(Role.MATCH, "x") == "\x1b[1;4mx\x1b[0m"
    assert Painted("auto", {})(Role.MATCH, "x") == "\x1b[1;36mx\x1b[0m"


def test_nothing_is_painted_where_there_is_nothing() -> None:
    assert Painted("auto", {})(Role.MATCH, "") == ""
    assert Plain()(Role.MATCH, "x") == "x"
