"""The first start: three questions, each of which may be skipped."""

from studycli.cli.config_command import fault_of
from studycli.cli.configuration import write_configuration
from studycli.cli.settings import change
from studycli.cli.wiring import Wiring
from studycli.core.settings import DEFAULT_MINUTES
from studycli.core.studyday import study_day
from studycli.ui.ask import Asker, Choice
from studycli.words import load

_LANGUAGES = (Choice("ko", "한국어"), Choice("en", "English"))


def is_first_start(wiring: Wiring) -> bool:
    """Whether to ask: a terminal that may be asked, no configuration and no event in the log yet."""
    return wiring.may_ask and not wiring.paths.configuration.exists() and not wiring.learner.has_any_event()


def ask_first_things(wiring: Wiring) -> Wiring:
    """Ask for language, exam date and minutes a day, save them, and return the wiring that speaks the language.

    A configuration file is there afterwards, so that nobody is asked twice. Raises KeyboardInterrupt.
    """
    wiring = _ask_language(wiring)
    words = wiring.words.cli.first_start
    asker = Asker(wiring.words.cli.config, accessible=wiring.accessible)
    date = asker.write(words.exam_date, lambda text: _fault_of_date(wiring, text))
    if date is not None:
        change(wiring, "exam-date", date)
    question = words.minutes.format(default=DEFAULT_MINUTES)
    minutes = asker.write(question, lambda text: fault_of(wiring, "minutes", text))
    if minutes is not None:
        change(wiring, "minutes", minutes)
    wiring.streams.stdout.write(f"{words.done}\n")
    return wiring


def _ask_language(wiring: Wiring) -> Wiring:
    words = wiring.words.cli.first_start
    wiring.streams.stdout.write(f"{words.welcome}\n")
    asker = Asker(wiring.words.cli.config, accessible=wiring.accessible)
    language = asker.choose(words.language, [*_LANGUAGES, Choice("", words.skip)]) or None
    heading = wiring.words.cli.config.file_comment
    write_configuration(wiring.paths.configuration, {"language": language}, heading)
    return wiring.renewed(load(language) if language else None)


def _fault_of_date(wiring: Wiring, text: str) -> str | None:
    fault = fault_of(wiring, "exam-date", text)
    if fault is None and text == study_day(wiring.clock().at).isoformat():
        return wiring.words.cli.first_start.not_ahead
    return fault
