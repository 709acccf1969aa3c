"""The commands: their arguments and helps. What they do is imported when one is carried out."""

# ruff: noqa: PLC0415 - imports at the top would make every command pay for all the others

from pathlib import Path
from typing import Annotated, Final

import typer

from studycli.cli import exam_commands, material_commands, plan_commands, reading_commands, search_commands
from studycli.cli.help_pages import StudyCommand
from studycli.cli.options import ReviewOptions
from studycli.cli.run import Run
from studycli.core.settings import MOST_MINUTES


def _add_status(app: typer.Typer, run: Run) -> None:
    words = run.words.cli.help

    @app.command(
        "status",
        help=words.status,
        epilog=words.status_examples,
        cls=StudyCommand,
        options_metavar=words.usage_options,
    )
    def status(
        as_json: Annotated[bool, typer.Option("--json", help=words.json)] = False,
        short: Annotated[bool, typer.Option("--short", help=words.short)] = False,
    ) -> int:
        from studycli.cli import status

        if as_json:
            return status.print_status_json(run.wiring)
        return status.print_status_short(run.wiring) if short else status.print_status(run.wiring)


def _add_review(app: typer.Typer, run: Run) -> None:
    words = run.words.cli.help

    @app.command(
        "review",
        help=words.review,
        epilog=words.review_examples,
        cls=StudyCommand,
        options_metavar=words.usage_options,
    )
    def review(
        topic: Annotated[str | None, typer.Option("--topic", metavar="TOPIC", help=words.topic)] = None,
        minutes: Annotated[
            int | None, typer.Option("--minutes", metavar="N", min=1, max=MOST_MINUTES, help=words.minutes)
        ] = None,
        limit: Annotated[int | None, typer.Option("--limit", metavar="N", min=1, help=words.limit)] = None,
        new: Annotated[int | None, typer.Option("--new", metavar="N", min=0, help=words.new)] = None,
        cram: Annotated[bool, typer.Option("--cram", help=words.cram)] = False,
        no_exam_cards: Annotated[
            bool, typer.Option("--no-exam-cards", help=run.words.cli.exam.help.option("no_exam_cards"))
        ] = False,
    ) -> int:
        from studycli.cli.reviewing import review

        return review(run.wiring, ReviewOptions(topic, minutes, limit, new, cram, not no_exam_cards))


def _add_next(app: typer.Typer, run: Run) -> None:
    words = run.words.cli.help

    @app.command(
        "next",
        help=words.next,
        epilog=words.next_examples,
        cls=StudyCommand,
        options_metavar=words.usage_options,
    )
    def next_(
        topic: Annotated[str | None, typer.Option("--topic", metavar="TOPIC", help=words.topic)] = None,
        as_json: Annotated[bool, typer.Option("--json", help=words.json)] = False,
    ) -> int:
        from studycli.cli.reviewing import print_next

        return print_next(run.wiring, topic, as_json=as_json)


def _add_grade(app: typer.Typer, run: Run) -> None:
    words = run.words.cli.help

    @app.command(
        "grade",
        help=words.grade,
        epilog=words.grade_examples,
        cls=StudyCommand,
        options_metavar=words.usage_options,
    )
    def grade_(
        card: Annotated[str, typer.Argument(metavar="ID", help=words.arguments("card"))],
        grade: Annotated[str, typer.Argument(metavar="GRADE", help=words.arguments("grade"))],
        seconds: Annotated[
            float, typer.Option("--seconds", metavar="S", min=0, help=words.seconds, show_default=False)
        ] = 0.0,
        at: Annotated[str | None, typer.Option("--at", metavar="TIME", help=words.at)] = None,
        as_json: Annotated[bool, typer.Option("--json", help=words.json)] = False,
    ) -> int:
        from studycli.cli.grading import grade_card

        return grade_card(run.wiring, card, grade, seconds, at, as_json=as_json)


def _add_config(app: typer.Typer, run: Run) -> None:
    words = run.words.cli.help

    @app.command(
        "config",
        help=words.config,
        epilog=words.config_examples,
        cls=StudyCommand,
        options_metavar=words.usage_options,
    )
    def config(
        name: Annotated[str | None, typer.Argument(metavar="NAME", help=words.arguments("name"))] = None,
        value: Annotated[str | None, typer.Argument(metavar="VALUE", help=words.arguments("value"))] = None,
        unset: Annotated[bool, typer.Option("--unset", help=words.unset)] = False,
        as_json: Annotated[bool, typer.Option("--json", help=words.json)] = False,
    ) -> int:
        from studycli.cli.config_command import configure

        return configure(run.wiring, name, value, unset_it=unset, as_json=as_json)


def _add_check(app: typer.Typer, run: Run) -> None:
    words = run.words.cli.help

    @app.command(
        "check",
        help=words.check,
        epilog=words.check_examples,
        cls=StudyCommand,
        options_metavar=words.usage_options,
    )
    def check(
        paths: Annotated[
            list[Path] | None, typer.Argument(metavar="PATH...", help=words.arguments("paths"))
        ] = None,
        errors_only: Annotated[bool, typer.Option("--errors-only", help=words.errors_only)] = False,
        fix: Annotated[bool, typer.Option("--fix", help=words.fix)] = False,
        as_json: Annotated[bool, typer.Option("--json", help=words.json)] = False,
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
