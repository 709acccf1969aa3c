"""The program as one click command, built from the texts of the chosen language. Command bodies import late."""

# ruff: noqa: PLC0415 - what only one command needs is imported by it

from typing import Annotated

import click
import typer

from studycli import __version__
from studycli.cli.commands import COMMANDS
from studycli.cli.help_pages import StudyGroup
from studycli.cli.run import Run


def build_command(run: Run) -> click.Command:
    """The program's command with all its subcommands, speaking the language of ``run``."""
    words = run.words.cli.help
    app = typer.Typer(
        cls=StudyGroup,
        help=words.program,
        epilog=words.program_examples,
        options_metavar=words.usage_options,
        subcommand_metavar=words.usage_command,
        context_settings={"help_option_names": ["-h", "--help"]},
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        add_completion=False,
        suggest_commands=False,
    )
    _add_root(app, run)
    for add in COMMANDS:
        add(app, run)
    return typer.main.get_command(app)


def _add_root(app: typer.Typer, run: Run) -> None:
    words = run.words.cli.help

    def show_version(wanted: bool) -> None:
        if wanted:
            run.streams.stdout.write(f"studycli {__version__}\n")
            raise typer.Exit

    @app.callback(invoke_without_command=True)
    def root(
        context: typer.Context,
        language: Annotated[  # noqa: ARG001 - known before: the helps are in it
            str | None, typer.Option("--language", metavar="ko|en", help=words.language)
        ] = None,
        material_language: Annotated[
            str | None, typer.Option("--material-language", metavar="ko|en", help=words.material_language)
        ] = None,
        no_input: Annotated[bool, typer.Option("--no-input", help=words.no_input)] = False,
        debug: Annotated[  # noqa: ARG001 - main looks for it
            bool, typer.Option("--debug", help=words.debug)
        ] = False,
        version: Annotated[  # noqa: ARG001 - its callback prints
            bool, typer.Option("--version", help=words.version, is_eager=True, callback=show_version)
        ] = False,
    ) -> int:
        run.choose(material_language=material_language, no_input=no_input)
        return 0 if context.invoked_subcommand else _without_command(run)


def _without_command(run: Run) -> int:
    if run.wiring.is_terminal:
        from studycli.cli.studying import open_home

        return open_home(run.wiring)
    from studycli.cli.status import print_status

    return print_status(run.wiring)
