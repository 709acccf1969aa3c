"""The commands that read notes, and completion: their arguments and helps."""

# ruff: noqa: PLC0415 - imports at the top would make every command pay for all the others

from typing import Annotated, Any

import typer

from studycli.cli.material_commands import command_of
from studycli.cli.run import Run


def add_note(app: typer.Typer, run: Run) -> None:
    """``studycli note``."""
    words = run.words.cli.reading.help

    @command_of(app, run, "note", words.note, words.note_examples)
    def note(
        item: Annotated[str, _argument(run, "item", "ID")],
        as_json: Annotated[bool, typer.Option("--json", help=run.words.cli.help.json)] = False,
    ) -> int:
        from studycli.cli.note_command import print_note

        return print_note(run.wiring, item, as_json=as_json)


def add_notes(app: typer.Typer, run: Run) -> None:
    """``studycli notes``."""
    words = run.words.cli.reading.help

    @command_of(app, run, "notes", words.notes, words.notes_examples)
    def notes(
        topic: Annotated[
            str | None, typer.Option("--topic", metavar="TOPIC", help=words.option("topic"))
        ] = None,
        as_json: Annotated[bool, typer.Option("--json", help=run.words.cli.help.json)] = False,
    ) -> int:
        from studycli.cli.notes_command import notes

        return notes(run.wiring, topic, as_json=as_json)


def add_completion(app: typer.Typer, run: Run) -> None:
    """``studycli completion``."""
    words = run.words.cli.reading.help

    @command_of(app, run, "completion", words.completion, words.completion_examples)
    def completion(shell: Annotated[str, _argument(run, "shell", "SHELL")]) -> int:
        from studycli.cli.completion_command import print_script

        return print_script(run.wiring, shell)


def _argument(run: Run, name: str, metavar: str) -> Any:
    return typer.Argument(metavar=metavar, help=run.words.cli.reading.help.option(name), show_default=False)
