"""What the adders of commands share: a command or group, and its options and arguments, with their helps."""

from collections.abc import Callable
from typing import Any, TypeVar

import typer

from studycli.cli.help_pages import StudyCommand, StudyGroup
from studycli.cli.run import Run

Carried = TypeVar("Carried", bound=Callable[..., int])
Helps = Callable[[str], str]
"""The help of an option or argument by its name."""


def group_of(app: typer.Typer, run: Run, name: str, text: str, examples: str) -> typer.Typer:
    """A command with commands of its own."""
    group = typer.Typer(rich_markup_mode=None)
    words = run.words.cli.help
    app.add_typer(
        group,
        name=name,
        cls=StudyGroup,
        help=text,
        epilog=examples,
        options_metavar=words.usage_options,
        subcommand_metavar=words.usage_command,
    )
    return group


def command_of(
    app: typer.Typer, run: Run, name: str, text: str, examples: str
) -> Callable[[Carried], Carried]:
    """Adds the function it decorates as a command."""
    metavar = run.words.cli.help.usage_options
    return app.command(name, help=text, epilog=examples, cls=StudyCommand, options_metavar=metavar)


def option(helps: Helps, flag: str, metavar: str | None = None, name: str | None = None) -> Any:
    """An option; its help is that of its flag, or of another ``name``."""
    return typer.Option(flag, metavar=metavar, help=helps(name or _name(flag)))


def number(helps: Helps, flag: str, least: int, most: int | None = None) -> Any:
    """An option that is a whole number from ``least`` to ``most``; its default is not shown."""
    return typer.Option(flag, metavar="N", min=least, max=most, help=helps(_name(flag)), show_default=False)


def argument(helps: Helps, name: str, metavar: str) -> Any:
    """An argument."""
    return typer.Argument(metavar=metavar, help=helps(name), show_default=False)


def json_option(run: Run) -> Any:
    """The option of commands that scripts read."""
    return typer.Option("--json", help=run.words.cli.help.json)


def _name(flag: str) -> str:
    return flag.removeprefix("--").replace("-", "_")
