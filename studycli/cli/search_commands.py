"""The command that searches: its arguments and helps."""

# ruff: noqa: PLC0415 - imports at the top would make every command pay for all the others

from typing import Annotated

import click
import typer

from studycli.cli.adding import argument, command_of, json_option, option
from studycli.cli.run import Run


def add_search(app: typer.Typer, run: Run) -> None:
    """``studycli search``."""
    words = run.words.search.help

    @command_of(app, run, "search", words.search, words.search_examples)
    def search(
        wanted: Annotated[
            list[str] | None,
            argument(words.option, "words", "WORD..."),
        ] = None,
        without: Annotated[list[str] | None, option(words.option, "--not", "WORD", "without")] = None,
        topic: Annotated[str | None, option(words.option, "--topic", "TOPIC")] = None,
        kind: Annotated[
            list[str] | None,
            typer.Option(
                "--kind",
                metavar="KIND",
                help=words.option("kind"),
                click_type=click.Choice(["note", "card", "question"]),
                show_choices=False,
            ),
        ] = None,
        limit: Annotated[int, typer.Option("--limit", metavar="N", min=1, help=words.option("limit"))] = 10,
        interactive: Annotated[bool, option(words.option, "--interactive")] = False,
        review: Annotated[bool, option(words.option, "--review")] = False,
        as_json: Annotated[bool, json_option(run)] = False,
    ) -> int:
        from studycli.cli import search_command
        from studycli.errors import UsageError

        options = search_command.SearchOptions(
            tuple(wanted or ()), tuple(without or ()), topic, tuple(kind or ()), limit
        )
        if interactive or not wanted:
            return search_command.search_while_typing(
                run.wiring, options, others={"--review": review, "--json": as_json}
            )
        if review and as_json:
            raise UsageError("review_or_json")
        if review:
            return search_command.review_found(run.wiring, options)
        return search_command.search(run.wiring, options, as_json=as_json)
