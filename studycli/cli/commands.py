"""The commands: their arguments and helps. What they do is imported when one is carried out."""

# ruff: noqa: PLC0415 - imports at the top would make every command pay for all the others

from pathlib import Path
from typing import Annotated, Final

import typer

from studycli.cli import exam_commands, material_commands, plan_commands, reading_commands, search_commands
from studycli.cli.adding import argument, command_of, json_option, option
from studycli.cli.options import ReviewOptions
from studycli.cli.run import Run
from studycli.core.settings import MOST_MINUTES


def _add_status(app: typer.Typer, run: Run) -> None:
    words = run.words.cli.help

    @command_of(app, run, "status", words.status, words.status_examples)
    def status(
        as_json: Annotated[bool, json_option(run)] = False,
        short: Annotated[bool, typer.Option("--short", help=words.short)] = False,
    ) -> int:
        from studycli.cli import status

        if as_json:
            return status.print_status_json(run.wiring)
        return status.print_status_short(run.wiring) if short else status.print_status(run.wiring)


def _add_review(app: typer.Typer, run: Run) -> None:
    words = run.words.cli.help

    @command_of(app, run, "review", words.review, words.review_examples)
    def review(
        topic: Annotated[str | None, typer.Option("--topic", metavar="TOPIC", help=words.topic)] = None,
        minutes: Annotated[
            int | None, typer.Option("--minutes", metavar="N", min=1, max=MOST_MINUTES, help=words.minutes)
        ] = None,
        limit: Annotated[int | None, typer.Option("--limit", metavar="N", min=1, help=words.limit)] = None,
        new: Annotated[int | None, typer.Option("--new", metavar="N", min=0, help=words.new)] = None,
        cram: Annotated[bool, typer.Option("--cram", help=words.cram)] = False,
        no_exam_cards: Annotated[bool, option(run.words.cli.exam.help.option, "--no-exam-cards")] = False,
    ) -> int:
        from studycli.cli.reviewing import review

        return review(run.wiring, ReviewOptions(topic, minutes, limit, new, cram, not no_exam_cards))


def _add_next(app: typer.Typer, run: Run) -> None:
    words = run.words.cli.help

    @command_of(app, run, "next", words.next, words.next_examples)
    def next_(
        topic: Annotated[str | None, typer.Option("--topic", metavar="TOPIC", help=words.topic)] = None,
        as_json: Annotated[bool, json_option(run)] = False,
    ) -> int:
        from studycli.cli.reviewing import print_next

        return print_next(run.wiring, topic, as_json=as_json)


def _add_grade(app: typer.Typer, run: Run) -> None:
    words = run.words.cli.help

    @command_of(app, run, "grade", words.grade, words.grade_examples)
    def grade_(
        card: Annotated[str, argument(words.arguments, "card", "ID")],
        grade: Annotated[str, argument(words.arguments, "grade", "GRADE")],
        seconds: Annotated[
            float, typer.Option("--seconds", metavar="S", min=0, help=words.seconds, show_default=False)
        ] = 0.0,
        at: Annotated[str | None, typer.Option("--at", metavar="TIME", help=words.at)] = None,
        as_json: Annotated[bool, json_option(run)] = False,
    ) -> int:
        from studycli.cli.grading import grade_card

        return grade_card(run.wiring, card, grade, seconds, at, as_json=as_json)


def _add_config(app: typer.Typer, run: Run) -> None:
    words = run.words.cli.help

    @command_of(app, run, "config", words.config, words.config_examples)
    def config(
        name: Annotated[str | None, argument(words.arguments, "name", "NAME")] = None,
        value: Annotated[str | None, argument(words.arguments, "value", "VALUE")] = None,
        unset: Annotated[bool, typer.Option("--unset", help=words.unset)] = False,
        as_json: Annotated[bool, json_option(run)] = False,
    ) -> int:
        from studycli.cli.config_command import configure

        return configure(run.wiring, name, value, unset_it=unset, as_json=as_json)


def _add_check(app: typer.Typer, run: Run) -> None:
    words = run.words.cli.help

    @command_of(app, run, "check", words.check, words.check_examples)
    def check(
        paths: Annotated[list[Path] | None, argument(words.arguments, "paths", "PATH...")] = None,
        errors_only: Annotated[bool, typer.Option("--errors-only", help=words.errors_only)] = False,
        fix: Annotated[bool, typer.Option("--fix", help=words.fix)] = False,
        as_json: Annotated[bool, json_option(run)] = False,
    ) -> int:
        from studycli.cli.check import check_material

        return check_material(run.wiring, paths or [], errors_only=errors_only, fix=fix, as_json=as_json)


COMMANDS: Final = (
    _add_status,
    _add_review,
    exam_commands.add_practice,
    exam_commands.add_exam,
    plan_commands.add_plan,
    plan_commands.add_result,
    search_commands.add_search,
    reading_commands.add_notes,
    reading_commands.add_note,
    _add_next,
    _add_grade,
    _add_config,
    _add_check,
    material_commands.add_new,
    material_commands.add_edit,
    material_commands.add_library,
    reading_commands.add_completion,
)
"""Adders of the commands, in the order of the help page."""
