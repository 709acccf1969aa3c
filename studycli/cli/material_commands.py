"""The commands that write material and keep libraries: their arguments and helps."""

# ruff: noqa: PLC0415 - imports at the top would make every command pay for all the others

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer

from studycli.cli.help_pages import StudyCommand, StudyGroup
from studycli.cli.options import NewEntry, NewNote, NewQuestion, Where
from studycli.cli.run import Run

Carried = TypeVar("Carried", bound=Callable[..., int])


def add_new(app: typer.Typer, run: Run) -> None:
    """``studycli new``."""
    words = run.words.cli.writing.help
    group = group_of(app, run, "new", words.new, words.new_examples)
    _add_new_note(group, run)
    _add_new_entry(group, run)
    _add_new_question(group, run)


def _add_new_note(group: typer.Typer, run: Run) -> None:
    words = run.words.cli.writing.help

    @command_of(group, run, "note", words.new_note, words.new_note_examples)
    def note(
        title: Annotated[list[str] | None, _text(run, "title")] = None,
        body: Annotated[list[str] | None, _text(run, "body")] = None,
        source: Annotated[list[str] | None, _option(run, "--source", "URL")] = None,
        topic: Annotated[str | None, _option(run, "--topic", "TOPIC")] = None,
        library: Annotated[str | None, _option(run, "--library", "ID")] = None,
        name: Annotated[str | None, _option(run, "--id", "ID")] = None,
        lang: Annotated[list[str] | None, _option(run, "--lang", "ko|en")] = None,
        no_edit: Annotated[bool, _option(run, "--no-edit")] = False,
    ) -> int:
        from studycli.cli.new_command import new_note

        where = Where(topic, library, name, tuple(lang or ()), no_edit)
        texts = (tuple(title or ()), tuple(body or ()))
        return new_note(run.wiring, NewNote(where, *texts, tuple(source or ())))


def _add_new_entry(group: typer.Typer, run: Run) -> None:
    words = run.words.cli.writing.help

    @command_of(group, run, "entry", words.new_entry, words.new_entry_examples)
    def entry(
        *,
        front: Annotated[list[str] | None, _text(run, "front")] = None,
        back: Annotated[list[str] | None, _text(run, "back")] = None,
        both_ways: Annotated[bool, _option(run, "--reversed")] = False,
        text: Annotated[list[str] | None, _text(run, "text")] = None,
        extra: Annotated[list[str] | None, _text(run, "extra")] = None,
        topic: Annotated[str | None, _option(run, "--topic", "TOPIC")] = None,
        note: Annotated[str | None, _option(run, "--note", "ID")] = None,
        library: Annotated[str | None, _option(run, "--library", "ID")] = None,
        name: Annotated[str | None, _option(run, "--id", "ID")] = None,
        lang: Annotated[list[str] | None, _option(run, "--lang", "ko|en")] = None,
        no_edit: Annotated[bool, _option(run, "--no-edit")] = False,
    ) -> int:
        from studycli.cli.new_command import new_entry

        where = Where(topic, library, name, tuple(lang or ()), no_edit)
        sides = (tuple(front or ()), tuple(back or ()))
        return new_entry(
            run.wiring, NewEntry(where, note, *sides, tuple(text or ()), tuple(extra or ()), both_ways)
        )


def _add_new_question(group: typer.Typer, run: Run) -> None:
    words = run.words.cli.writing.help

    @command_of(group, run, "question", words.new_question, words.new_question_examples)
    def question(
        *,
        stem: Annotated[list[str] | None, _text(run, "stem")] = None,
        option: Annotated[list[str] | None, _option(run, "--option", "ID=TEXT")] = None,
        right: Annotated[list[str] | None, _option(run, "--right", "ID")] = None,
        why: Annotated[list[str] | None, _option(run, "--why", "ID=TEXT")] = None,
        domain: Annotated[str | None, _option(run, "--domain", "DOMAIN")] = None,
        difficulty: Annotated[str | None, _option(run, "--difficulty", "LEVEL")] = None,
        explanation: Annotated[list[str] | None, _text(run, "explanation")] = None,
        tests: Annotated[list[str] | None, _option(run, "--tests", "CARD")] = None,
        source: Annotated[list[str] | None, _option(run, "--source", "URL")] = None,
        topic: Annotated[str | None, _option(run, "--topic", "TOPIC")] = None,
        library: Annotated[str | None, _option(run, "--library", "ID")] = None,
        name: Annotated[str | None, _option(run, "--id", "ID")] = None,
        lang: Annotated[list[str] | None, _option(run, "--lang", "ko|en")] = None,
        no_edit: Annotated[bool, _option(run, "--no-edit")] = False,
    ) -> int:
        from studycli.cli.new_command import new_question

        where = Where(topic, library, name, tuple(lang or ()), no_edit)
        given = NewQuestion(
            where,
            stem=tuple(stem or ()),
            options=tuple(option or ()),
            right=tuple(right or ()),
            whys=tuple(why or ()),
            domain=domain,
            difficulty=difficulty,
            explanation=tuple(explanation or ()),
            tests=tuple(tests or ()),
            sources=tuple(source or ()),
        )
        return new_question(run.wiring, given)


def add_edit(app: typer.Typer, run: Run) -> None:
    """``studycli edit``."""
    words = run.words.cli.writing.help

    @command_of(app, run, "edit", words.edit, words.edit_examples)
    def edit_(
        item: Annotated[str, typer.Argument(metavar="ID", help=words.option("item"))],
        only_print: Annotated[bool, _option(run, "--print")] = False,
    ) -> int:
        from studycli.cli.edit_command import edit

        return edit(run.wiring, item, only_print=only_print)


def add_library(app: typer.Typer, run: Run) -> None:
    """``studycli library``."""
    words = run.words.cli.writing.help
    group = group_of(app, run, "library", words.library, words.library_examples)

    @command_of(group, run, "list", words.library_list, words.library_list_examples)
    def list_(
        as_json: Annotated[bool, typer.Option("--json", help=run.words.cli.help.json)] = False,
    ) -> int:
        from studycli.cli.library_command import print_libraries

        return print_libraries(run.wiring, as_json=as_json)

    @command_of(group, run, "add", words.library_add, words.library_add_examples)
    def add(
        path: Annotated[Path, typer.Argument(metavar="PATH", help=words.option("path"))],
        replace: Annotated[bool, _option(run, "--replace")] = False,
    ) -> int:
        from studycli.cli.library_command import add_library

        return add_library(run.wiring, path, replace=replace)

    @command_of(group, run, "remove", words.library_remove, words.library_remove_examples)
    def remove(
        library: Annotated[str, typer.Argument(metavar="ID", help=words.option("library_id"))],
        yes: Annotated[bool, _option(run, "--yes")] = False,
    ) -> int:
        from studycli.cli.library_command import remove_library

        return remove_library(run.wiring, library, yes=yes)


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


def _text(run: Run, name: str) -> Any:
    return _option(run, f"--{name}", "TEXT")


def _option(run: Run, flag: str, metavar: str | None = None) -> Any:
    name = flag.removeprefix("--").replace("-", "_")
    return typer.Option(flag, metavar=metavar, help=run.words.cli.writing.help.option(name))
