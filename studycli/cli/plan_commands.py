"""The commands of the plan: their arguments and helps."""

# ruff: noqa: PLC0415 - imports at the top would make every command pay for all the others

from typing import Annotated

import typer

from studycli.cli.adding import argument, command_of, json_option, option
from studycli.cli.options import PlanOptions
from studycli.cli.run import Run


def add_plan(app: typer.Typer, run: Run) -> None:
    """``studycli plan``."""
    words = run.words.plan.help

    @command_of(app, run, "plan", words.plan, words.plan_examples)
    def plan(
        exam_date: Annotated[str | None, option(words.option, "--exam-date", "YYYY-MM-DD")] = None,
        minutes: Annotated[str | None, option(words.option, "--minutes", "N")] = None,
        days_off: Annotated[str | None, option(words.option, "--days-off", "DAY,..")] = None,
        blueprint: Annotated[str | None, option(words.option, "--blueprint", "BLUEPRINT")] = None,
        as_json: Annotated[bool, json_option(run)] = False,
    ) -> int:
        from studycli.cli.plan_command import plan

        options = PlanOptions(exam_date, minutes, days_off, blueprint)
        return plan(run.wiring, options, as_json=as_json)


def add_result(app: typer.Typer, run: Run) -> None:
    """``studycli result``."""
    words = run.words.plan.help

    @command_of(app, run, "result", words.result, words.result_examples)
    def result(
        score: Annotated[int | None, argument(words.option, "score", "SCORE")] = None,
        exam_date: Annotated[
            str | None, option(words.option, "--exam-date", "YYYY-MM-DD", "result_date")
        ] = None,
        weak: Annotated[list[str] | None, option(words.option, "--weak", "DOMAIN")] = None,
        as_json: Annotated[bool, json_option(run)] = False,
    ) -> int:
        from studycli.cli.result_command import ResultOptions, print_results, tell_result
        from studycli.errors import UsageError

        if score is not None:
            options = ResultOptions(exam_date, None if weak is None else tuple(weak))
            return tell_result(run.wiring, score, options, as_json=as_json)
        if exam_date is not None or weak:
            raise UsageError("score_needed")
        return print_results(run.wiring, as_json=as_json)
