"""What a plan is made of: given as options, or asked for on a terminal."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from studycli.cli.config_command import fault_of
from studycli.cli.options import PlanOptions
from studycli.cli.settings import NO_DAYS, learner_value, setting_value, shown
from studycli.cli.wiring import Wiring
from studycli.core.studyday import study_day
from studycli.errors import UsageError
from studycli.log.events import Setting
from studycli.log.settings import SettingName
from studycli.ui.ask import Asker, Choice

_NOTHING: Final = PlanOptions()


def given(wiring: Wiring, options: PlanOptions) -> list[Setting]:
    """The settings that the options ask for. Raises UsageError if one of them cannot be."""
    texts = zip(_NAMES, options, strict=True)
    return [Setting(name, learner_value(wiring, name, text)) for name, text in texts if text is not None]


def asked(wiring: Wiring, options: PlanOptions = _NOTHING) -> list[Setting]:
    """The same with what the options leave out asked for on a terminal. Raises KeyboardInterrupt and EOFError."""
    words, asker = wiring.words.plan.ask, Asker(wiring.words.cli.config, accessible=wiring.accessible)
    wiring.streams.stdout.write(f"{words.intro}\n")

    def write(name: SettingName, question: str) -> str | None:
        return asker.write(question, lambda text: fault_of(wiring, name, text))

    exam, minutes, days_off, blueprint = options
    exam = exam or asker.insist(words.exam_date, lambda text: fault_of(wiring, SettingName.EXAM_DATE, text))
    minutes = minutes or write(SettingName.MINUTES, words.minutes.format(now=wiring.settings.minutes))
    now = shown(setting_value(wiring, SettingName.DAYS_OFF)) or NO_DAYS
    days_off = days_off or write(SettingName.DAYS_OFF, words.days_off.format(now=now))
    return given(wiring, PlanOptions(exam, minutes, days_off, blueprint or _blueprint(wiring, asker)))


def require_exam_ahead(wiring: Wiring, changes: Sequence[Setting]) -> None:
    """Raises UsageError if there is no exam to plan for once these settings are made."""
    dates = [change.value for change in changes if change.name is SettingName.EXAM_DATE]
    exam = dates[-1] if dates else wiring.settings.exam_date
    if not isinstance(exam, date):
        raise UsageError("no_exam_date")
    if exam < study_day(wiring.clock().at):
        raise UsageError("exam_is_over", date=exam.isoformat())


def _blueprint(wiring: Wiring, asker: Asker) -> str | None:
    """The exam chosen, where there are several."""
    exams = wiring.shelf.blueprints()
    if len(exams) < 2:
        return None
    rows = [Choice(name, each.title.read(wiring.language).text) for name, each in exams.items()]
    return asker.choose(wiring.words.plan.ask.blueprint, rows)


_NAMES = (SettingName.EXAM_DATE, SettingName.MINUTES, SettingName.DAYS_OFF, SettingName.BLUEPRINT)
"""In the order of ``PlanOptions``."""
