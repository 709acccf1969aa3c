"""The commands that write material and keep libraries: their arguments and helps."""

# ruff: noqa: PLC0415 - imports at the top would make every command pay for all the others

from pathlib import Path
from typing import Annotated

import typer

from studycli.cli.adding import argument, command_of, group_of, json_option, option
from studycli.cli.options import NewEntry, NewNote, NewQuestion, Where
from studycli.cli.run import Run


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
        title: Annotated[list[str] | None, option(words.option, "--title", "TEXT")] = None,
        body: Annotated[list[str] | None, option(words.option, "--body", "TEXT")] = None,
        source: Annotated[list[str] | None, option(words.option, "--source", "URL")] = None,
        topic: Annotated[str | None, option(words.option, "--topic", "TOPIC")] = None,
        library: Annotated[str | None, option(words.option, "--library", "ID")] = None,
        name: Annotated[str | None, option(words.option, "--id", "ID")] = None,
        lang: Annotated[list[str] | None, option(words.option, "--lang", "ko|en")] = None,
        no_edit: Annotated[bool, option(words.option, "--no-edit")] = False,
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
        front: Annotated[list[str] | None, option(words.option, "--front", "TEXT")] = None,
        back: Annotated[list[str] | None, option(words.option, "--back", "TEXT")] = None,
        both_ways: Annotated[bool, option(words.option, "--reversed")] = False,
        text: Annotated[list[str] | None, option(words.option, "--text", "TEXT")] = None,
        extra: Annotated[list[str] | None, option(words.option, "--extra", "TEXT")] = None,
        topic: Annotated[str | None, option(words.option, "--topic", "TOPIC")] = None,
        note: Annotated[str | None, option(words.option, "--note", "ID")] = None,
        library: Annotated[str | None, option(words.option, "--library", "ID")] = None,
        name: Annotated[str | None, option(words.option, "--id", "ID")] = None,
        lang: Annotated[list[str] | None, option(words.option, "--lang", "ko|en")] = None,
        no_edit: Annotated[bool, option(words.option, "--no-edit")] = False,
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
        stem: Annotated[list[str] | None, option(words.option, "--stem", "TEXT")] = None,
        option: Annotated[list[str] | None, option(words.option, "--option", "ID=TEXT")] = None,
        right: Annotated[list[str] | None, option(words.option, "--right", "ID")] = None,
        why: Annotated[list[str] | None, option(words.option, "--why", "ID=TEXT")] = None,
        domain: Annotated[str | None, option(words.option, "--domain", "DOMAIN")] = None,
        difficulty: Annotated[str | None, option(words.option, "--difficulty", "LEVEL")] = None,
        explanation: Annotated[list[str] | None, option(words.option, "--explanation", "TEXT")] = None,
        tests: Annotated[list[str] | None, option(words.option, "--tests", "CARD")] = None,
        source: Annotated[list[str] | None, option(words.option, "--source", "URL")] = None,
        topic: Annotated[str | None, option(words.option, "--topic", "TOPIC")] = None,
        library: Annotated[str | None, option(words.option, "--library", "ID")] = None,
        name: Annotated[str | None, option(words.option, "--id", "ID")] = None,
        lang: Annotated[list[str] | None, option(words.option, "--lang", "ko|en")] = None,
        no_edit: Annotated[bool, option(words.option, "--no-edit")] = False,
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
        item: Annotated[str, argument(words.option, "item", "ID")],
        only_print: Annotated[bool, option(words.option, "--print")] = False,
    ) -> int:
        from studycli.cli.edit_command import edit

        return edit(run.wiring, item, only_print=only_print)


def add_library(app: typer.Typer, run: Run) -> None:
    """``studycli library``."""
    words = run.words.cli.writing.help
    group = group_of(app, run, "library", words.library, words.library_examples)

    @command_of(group, run, "list", words.library_list, words.library_list_examples)
    def list_(
        as_json: Annotated[bool, json_option(run)] = False,
    ) -> int:
        from studycli.cli.library_command import print_libraries

        return print_libraries(run.wiring, as_json=as_json)

    @command_of(group, run, "add", words.library_add, words.library_add_examples)
    def add(
        path: Annotated[Path, argument(words.option, "path", "PATH")],
        replace: Annotated[bool, option(words.option, "--replace")] = False,
    ) -> int:
        from studycli.cli.library_command import add_library

        return add_library(run.wiring, path, replace=replace)

    @command_of(group, run, "remove", words.library_remove, words.library_remove_examples)
    def remove(
        library: Annotated[str, argument(words.option, "library_id", "ID")],
        yes: Annotated[bool, option(words.option, "--yes")] = False,
    ) -> int:
        from studycli.cli.library_command import remove_library

        return remove_library(run.wiring, library, yes=yes)
