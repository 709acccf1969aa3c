"""What a window shows, as text."""

from rich.console import RenderableType

from studycli.ui.drawn import lines_of
from studycli.ui.events import Size


def screen_text(renderable: RenderableType, size: Size) -> str:
    """The window as plain text, without spaces at the ends of lines."""
    lines = ("".join(segment.text for segment in line).rstrip() for line in lines_of(renderable, size))
    return "\n".join(lines)
