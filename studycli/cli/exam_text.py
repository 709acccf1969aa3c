"""The score report as text, for a pipe."""

from collections.abc import Iterator

from studycli.cli.printing import one_line
from studycli.cli.shelf_deck import ShelfDeck
from studycli.cli.sitting import seen_exam
from studycli.cli.wiring import Wiring
from studycli.core.exam.attempt import Attempt
from studycli.core.exam_report import Filter, ItemResult, places
from studycli.ui.deck import QuestionFace
from studycli.ui.look import Look
from studycli.ui.screens.question import option_text
from studycli.ui.screens.report_state import SatExam, result_text
from studycli.ui.screens.report_text import sections
from studycli.ui.theme import choose_theme


def print_report_text(wiring: Wiring, attempt: Attempt, which: tuple[str, ...]) -> None:
    """Print the report; then the questions that are ``wrong``, ``flagged`` or ``slow``, as far as asked for."""
    language, stdout = wiring.material_language, wiring.streams.stdout
    exam = seen_exam(wiring, ShelfDeck(wiring), attempt)
    look = Look(wiring.words, choose_theme("mono", wiring.env), language)
    for section in sections(exam, language, look):
        heading = [f"\n{one_line(section.title)}"] if section.title else []
        stdout.writelines(
            f"{line}\n" for line in (*heading, *(one_line(line.text) for line in section.lines))
        )
    if which:
        _print_items(wiring, exam, which, look)


def _print_items(wiring: Wiring, exam: SatExam, which: tuple[str, ...], look: Look) -> None:
    words, stdout = wiring.words.cli.exam.history, wiring.streams.stdout
    listed = places(exam.report, *map(Filter, which))
    stdout.write("\n" if listed else f"\n{words.no_items}\n")
    for place in listed:
        item = exam.report.items[place]
        stdout.write(f"{words.item(place + 1, item.question, result_text(item, look).plain)}\n")
        if item.question in exam.faces:
            stdout.writelines(f"   {line}\n" for line in _explained(item, exam.faces[item.question], look))


def _explained(item: ItemResult, face: QuestionFace, look: Look) -> Iterator[str]:
    """The question, what was chosen and what is right, a line each."""
    words, language = look.words.question, look.language
    yield one_line(face.stem.read(language).text)
    for name, options in ((words.yours, item.chosen), (words.key, item.right)):
        texts = [one_line(option_text(face, option).read(language).text) for option in options]
        if texts:
            yield f"{name}: {'; '.join(texts)}"
