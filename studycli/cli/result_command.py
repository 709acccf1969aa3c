"""``studycli result``: how the real exam went, against what was expected, and what now."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from studycli.cli.exam_papers import blueprint_named, domain_titles
from studycli.cli.kept_forecast import last_forecast_of
from studycli.cli.notices import error_text, print_notices
from studycli.cli.printing import one_line, print_json
from studycli.cli.wiring import Wiring
from studycli.core.blueprints import Blueprint
from studycli.core.exam.paper import terms_of
from studycli.core.foresight import Foresight, whole_percent
from studycli.core.results import RETAKE_POLICY, Expectation, Result, calibration, first_retake
from studycli.core.studyday import study_day
from studycli.errors import UsageError
from studycli.log.events import Setting
from studycli.log.exam_events import ResultTold
from studycli.log.settings import SettingName, read_value


class ResultOptions(NamedTuple):
    """What was told besides the score: the day of the exam, and its weak domains; None where nothing was."""

    day: str | None = None
    weak: tuple[str, ...] | None = None


def tell_result(wiring: Wiring, score: int, options: ResultOptions, *, as_json: bool) -> int:
    """Keep the score of the real exam, close its plan, and say what was expected and what now.

    Raises UsageError for a score off the scale, a day ahead, or an unknown domain; nothing is written then.
    """
    name, blueprint = blueprint_named(wiring, None)
    now = wiring.clock().at
    day = _day(wiring, options.day, study_day(now))
    if not blueprint.lowest <= score <= blueprint.highest:
        lowest, highest = blueprint.lowest, blueprint.highest
        raise UsageError(
            "score_off_scale", score=score, blueprint=blueprint.id, lowest=lowest, highest=highest
        )
    weak = _known_domains(blueprint, options.weak or ())
    kept = last_forecast_of(wiring, day, blueprint.id)
    if options.weak is None and score < blueprint.pass_mark:
        asked = _asked_domains(wiring, blueprint) if wiring.may_ask and not as_json else ()
        weak = asked or (() if kept is None else kept.weak)
    result = Result(day, terms_of(name, blueprint), score, _expectation(kept), weak)
    wiring.learner.record(ResultTold(result), now)
    if wiring.settings.exam_date == day:
        wiring.learner.record(Setting(SettingName.EXAM_DATE, None), wiring.clock().at)
    if as_json:
        print_json(described(result), wiring.streams.stdout)
    else:
        _print_result(wiring, result)
    print_notices(wiring)
    return 0


def print_results(wiring: Wiring, *, as_json: bool) -> int:
    """Print the results told so far, and how the forecasts came out."""
    results, words, stdout = wiring.learner.results(), wiring.words.plan.result, wiring.streams.stdout
    if as_json:
        print_json([described(result) for result in results], stdout)
    else:
        stdout.writelines(f"{_told(wiring, result)}\n" for result in results)
        found = calibration(results)
        if found is not None:
            stdout.write(f"\n{words.calibration(found.results, round(found.off), found.within)}\n")
        if not results:
            stdout.write(f"{words.none}\n")
    print_notices(wiring)
    return 0


def described(result: Result) -> dict[str, object]:
    """A result as scripts read it."""
    expected = result.expected
    return {
        "exam_date": result.day.isoformat(),
        "blueprint": result.terms.blueprint.partition("/")[2],
        "score": result.score,
        "passed": result.passed,
        "expected_score": expected and expected.score,
        "low": expected and expected.low,
        "high": expected and expected.high,
        "pass_probability": expected and expected.passing,
        "weak": list(result.weak),
    }


def _day(wiring: Wiring, text: str | None, today: date) -> date:
    """The day of the exam: the one given, or that of the plan if it is not ahead, or today."""
    planned = wiring.settings.exam_date
    if text is None:
        if planned is not None and planned > today:
            raise UsageError("result_too_early", date=planned.isoformat())
        return planned or today
    try:
        day = read_value(SettingName.EXAM_DATE, text)
    except ValueError as error:
        raise UsageError("bad_setting", name="--exam-date", value=text, takes="YYYY-MM-DD") from error
    if not isinstance(day, date) or day > today:
        raise UsageError("result_too_early", date=text)
    return day


def _known_domains(blueprint: Blueprint, names: Sequence[str]) -> tuple[str, ...]:
    known = [domain.id for domain in blueprint.domains]
    for name in names:
        if name not in known:
            raise UsageError("unknown_domain", domain=name, known=", ".join(known))
    return tuple(domain for domain in known if domain in names)


def _asked_domains(wiring: Wiring, blueprint: Blueprint) -> tuple[str, ...]:
    """The domains that the score report found wanting, by number."""
    from studycli.ui.ask import Asker  # noqa: PLC0415 - only where one is asked

    words, stdout = wiring.words.plan.result, wiring.streams.stdout
    titles = [one_line(domain.title.read(wiring.language).text) for domain in blueprint.domains]
    stdout.writelines(f"{number}. {title}\n" for number, title in enumerate(titles, start=1))

    def fault(text: str) -> str | None:
        numbers = [part.strip() for part in text.split(",")]
        if all(part.isdecimal() and 1 <= int(part) <= len(titles) for part in numbers):
            return None
        return error_text(UsageError("bad_numbers", value=text, last=len(titles)), wiring.words)

    answer = Asker(wiring.words.cli.config, accessible=wiring.accessible).write(words.ask_weak, fault)
    chosen = {int(part) for part in (answer or "").split(",") if part.strip()}
    return tuple(domain.id for place, domain in enumerate(blueprint.domains, start=1) if place in chosen)


def _expectation(kept: Foresight | None) -> Expectation | None:
    """What the last plan before the exam said of it."""
    return None if kept is None or kept.score is None else Expectation(*kept.score)


def _print_result(wiring: Wiring, result: Result) -> None:
    words, stdout = wiring.words.plan.result, wiring.streams.stdout
    stdout.write(f"{_told(wiring, result)}\n")
    if result.passed:
        stdout.write(f"\n{words.after_pass}\n")
        return
    retake = first_retake(result.day, study_day(wiring.clock().at))
    days = (retake - study_day(wiring.clock().at)).days
    stdout.write(f"\n{words.after_fail(retake.isoformat(), days, RETAKE_POLICY)}\n")
    if result.weak:
        titles = domain_titles(wiring, result.terms.blueprint)
        names = [one_line(titles[each].read(wiring.language).text) for each in result.weak if each in titles]
        stdout.write(f"{words.weak_first(', '.join(names))}\n")
    if not wiring.may_ask:
        stdout.write(f"{words.retake_command.format(date=retake.isoformat())}\n")
        return
    from studycli.ui.ask import Asker  # noqa: PLC0415 - only where one is asked

    asker = Asker(wiring.words.cli.config, accessible=wiring.accessible)
    if asker.agree(words.plan_retake.format(date=retake.isoformat())):
        wiring.learner.record(Setting(SettingName.EXAM_DATE, retake), wiring.clock().at)
        stdout.write(f"{words.planned}\n")


def _told(wiring: Wiring, result: Result) -> str:
    """A result on one line, with what was expected."""
    words, terms = wiring.words.plan.result, result.terms
    line = words.line(
        result.day.isoformat(),
        terms.blueprint.partition("/")[2],
        result.score,
        terms.pass_mark,
        result.passed,
    )
    expected = result.expected
    if expected is None:
        return f"{line}; {words.unexpected}"
    told = words.expected(expected.score, expected.low, expected.high, whole_percent(expected.passing))
    return f"{line}; {told}"
