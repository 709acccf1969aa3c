"""The commands that read notes, and completion: their arguments and helps."""

# ruff: noqa: PLC0415 - imports at the top would make every command pay for all the others

from typing import Annotated

import typer

from studycli.cli.adding import argument, command_of, json_option, option
from studycli.cli.run import Run


def add_note(app: typer.Typer, run: Run) -> None:
    """``studycli note``."""
    words = run.words.cli.reading.help

    @command_of(app, run, "note", words.note, words.note_examples)
    def note(
        item: Annotated[str, argument(words.option, "item", "ID")],
        as_json: Annotated[bool, json_option(run)] = False,
    ) -> int:
        from studycli.cli.note_command import print_note

        return print_note(run.wiring, item, as_json=as_json)


def add_notes(app: typer.Typer, run: Run) -> None:
    """``studycli notes``."""
    words = run.words.cli.reading.help

    @command_of(app, run, "notes", words.notes, words.notes_examples)
    def notes(
        topic: Annotated[str | None, option(words.option, "--topic", "TOPIC")] = None,
        as_json: Annotated[bool, json_option(run)] = False,
    ) -> int:
        from studycli.cli.notes_command import notes

        return notes(run.wiring, topic, as_json=as_json)


def add_completion(app: typer.Typer, run: Run) -> None:
    """``studycli completion``."""
    words = run.words.cli.reading.help

    @command_of(app, run, "completion", words.completion, words.completion_examples)
    def completion(shell: Annotated[str, argument(words.option, "shell", "SHELL")]) -> int:
        from studycli.cli.completion_command import print_script

        return print_script(run.wiring, shell)
