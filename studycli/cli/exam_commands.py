"""The commands of exams and practice: their arguments and helps."""

# ruff: noqa: PLC0415 - imports at the top would make every command pay for all the others

from typing import Annotated

import typer

from studycli.cli.adding import argument, command_of, group_of, json_option, number, option
from studycli.cli.options import PaperOptions, PracticeOptions, SittingOptions
from studycli.cli.run import Run


def add_practice(app: typer.Typer, run: Run) -> None:
    """``studycli practice``."""
    words = run.words.cli.exam.help

    @command_of(app, run, "practice", words.practice, words.practice_examples)
    def practice(
        topic: Annotated[str | None, option(words.option, "--topic", "TOPIC")] = None,
        limit: Annotated[int, typer.Option("--limit", metavar="N", min=1, help=words.option("limit"))] = 10,
        wrong: Annotated[bool, option(words.option, "--wrong", name="practice_wrong")] = False,
        flagged: Annotated[bool, option(words.option, "--flagged", name="practice_flagged")] = False,
    ) -> int:
        from studycli.cli.practising import practice

        return practice(run.wiring, PracticeOptions(topic, limit, wrong, flagged))


def add_exam(app: typer.Typer, run: Run) -> None:
    """``studycli exam``."""
    words = run.words.cli.exam.help
    group = group_of(app, run, "exam", words.exam, words.exam_examples)
    for add in (_add_start, _add_resume, _add_list, _add_report, _add_discard, _add_print):
        add(group, run)


def _add_start(group: typer.Typer, run: Run) -> None:
    words = run.words.cli.exam.help

    @command_of(group, run, "start", words.start, words.start_examples)
    def start(
        blueprint: Annotated[str | None, argument(words.option, "blueprint", "BLUEPRINT")] = None,
        questions: Annotated[int | None, number(words.option, "--questions", 1, 1000)] = None,
        minutes: Annotated[int | None, number(words.option, "--minutes", 1, 1440)] = None,
        extra_time: Annotated[int, number(words.option, "--extra-time", 0, 1440)] = 0,
        topic: Annotated[str | None, option(words.option, "--topic", "TOPIC")] = None,
        seed: Annotated[int | None, number(words.option, "--seed", 0)] = None,
        relaxed: Annotated[bool, option(words.option, "--relaxed")] = False,
        retake: Annotated[str | None, option(words.option, "--retake", "ATTEMPT")] = None,
    ) -> int:
        from studycli.cli.exam_start import start_exam

        paper = PaperOptions(blueprint, questions, minutes, topic, seed)
        return start_exam(run.wiring, paper, SittingOptions(extra_time, relaxed, retake))


def _add_resume(group: typer.Typer, run: Run) -> None:
    words = run.words.cli.exam.help

    @command_of(group, run, "resume", words.resume, words.resume_examples)
    def resume() -> int:
        from studycli.cli.exam_start import resume_exam

        return resume_exam(run.wiring)


def _add_list(group: typer.Typer, run: Run) -> None:
    words = run.words.cli.exam.help

    @command_of(group, run, "list", words.list, words.list_examples)
    def list_(as_json: Annotated[bool, json_option(run)] = False) -> int:
        from studycli.cli.exam_history import print_attempts

        return print_attempts(run.wiring, as_json=as_json)


def _add_report(group: typer.Typer, run: Run) -> None:
    words = run.words.cli.exam.help

    @command_of(group, run, "report", words.report, words.report_examples)
    def report(
        attempt: Annotated[str | None, argument(words.option, "attempt", "ATTEMPT")] = None,
        wrong: Annotated[bool, option(words.option, "--wrong")] = False,
        flagged: Annotated[bool, option(words.option, "--flagged")] = False,
        slow: Annotated[bool, option(words.option, "--slow")] = False,
        as_json: Annotated[bool, json_option(run)] = False,
    ) -> int:
        from studycli.cli.exam_history import print_report

        asked = {"wrong": wrong, "flagged": flagged, "slow": slow}
        which = tuple(name for name, wanted in asked.items() if wanted)
        return print_report(run.wiring, attempt, as_json=as_json, which=which)


def _add_discard(group: typer.Typer, run: Run) -> None:
    words = run.words.cli.exam.help

    @command_of(group, run, "discard", words.discard, words.discard_examples)
    def discard(
        attempt: Annotated[str, argument(words.option, "attempt", "ATTEMPT")],
        yes: Annotated[bool, option(words.option, "--yes")] = False,
    ) -> int:
        from studycli.cli.exam_history import discard_attempt

        return discard_attempt(run.wiring, attempt, yes=yes)


def _add_print(group: typer.Typer, run: Run) -> None:
    words = run.words.cli.exam.help

    @command_of(group, run, "print", words.print, words.print_examples)
    def print_(
        blueprint: Annotated[str | None, argument(words.option, "blueprint", "BLUEPRINT")] = None,
        seed: Annotated[int | None, number(words.option, "--seed", 0)] = None,
        questions: Annotated[int | None, number(words.option, "--questions", 1, 1000)] = None,
        topic: Annotated[str | None, option(words.option, "--topic", "TOPIC")] = None,
        key_only: Annotated[bool, option(words.option, "--key-only")] = False,
        no_key: Annotated[bool, option(words.option, "--no-key")] = False,
    ) -> int:
        from studycli.cli.exam_print import print_paper
        from studycli.errors import UsageError

        if key_only and no_key:
            raise UsageError("key_or_paper")
        options = PaperOptions(blueprint, questions, None, topic, seed)
        return print_paper(run.wiring, options, paper=not key_only, key=not no_key)
