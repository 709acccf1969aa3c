"""The first page of the score report in words: sections of lines, drawn and read aloud alike."""

from collections.abc import Iterable, Mapping

from studycli.core.exam.score import Tally
from studycli.core.exam_report import Competency, Part
from studycli.core.library import Text
from studycli.ui.look import Look
from studycli.ui.screens.question import one_line
from studycli.ui.screens.report_state import SatExam
from studycli.ui.sections import Line, Section
from studycli.ui.theme import Role

_BRIEF = 60
"""Characters of a question that stand for it."""


_TREND = 10
"""Sittings that the trend goes back."""


def sections(exam: SatExam, language: str, look: Look) -> tuple[Section, ...]:
    """All sections that have something to say, in reading order."""
    words = look.words.report
    found = (
        Section("", _score(exam, look)),
        Section(words.domains, _domains(exam, language, look)),
        Section(words.topics, tuple(_part(part, exam.topics, language, look) for part in _counted(exam))),
        Section(words.pace, _pace(exam, look)),
        Section(words.changes, _changes(exam, look)),
        Section(words.flags, _flags(exam, look)),
        Section(words.sureness, _sureness(exam, look)),
        Section(words.sure_and_wrong, _sure_and_wrong(exam, language)),
        Section(words.disputes, tuple(Line(f"{item}: {text}") for item, text in exam.disputes)),
        Section(words.trend, _trend(exam, look)),
    )
    return tuple(section for section in found if section.lines)


def _score(exam: SatExam, look: Look) -> tuple[Line, ...]:
    words, summary, terms = look.words.report, exam.report.summary, exam.attempt.terms
    counted = summary.questions - summary.scored
    lines = []
    if summary.scaled_score is not None and summary.correct is not None:
        verdict = Line(words.passed, Role.RIGHT) if summary.passed else Line(words.failed, Role.WRONG)
        score = words.score(summary.scaled_score, terms.lowest, terms.highest, terms.pass_mark)
        lines += [verdict, Line(score), Line(words.counts(summary.correct, summary.scored))]
    if counted:
        lines.append(Line(words.unscored(counted)))
    if exam.attempt.left_s <= 0:
        lines.append(Line(words.timed_out))
    if exam.report.unanswered:
        lines.append(Line(words.unanswered(len(exam.report.unanswered))))
    return (*lines, Line(words.approximation, Role.MUTED))


def _domains(exam: SatExam, language: str, look: Look) -> tuple[Line, ...]:
    words = look.words.report
    lines = []
    for part in exam.report.domains:
        if part.competency is None:
            continue
        meets = part.competency is Competency.MEETS
        text = f"{_part(part, exam.domains, language, look).text}, {words.meets if meets else words.needs}"
        lines.append(Line(text, Role.RIGHT if meets else Role.WRONG))
    return tuple(lines)


def _counted(exam: SatExam) -> Iterable[Part]:
    return (part for part in exam.report.topics if part.tally.questions)


def _part(part: Part, titles: Mapping[str, Text], language: str, look: Look) -> Line:
    title = titles[part.id].read(language).text if part.id in titles else part.id
    return Line(_share(title, part.tally, look))


def _share(title: str, tally: Tally, look: Look) -> str:
    return look.words.report.part.format(title=title, correct=tally.correct, total=tally.questions)


def _pace(exam: SatExam, look: Look) -> tuple[Line, ...]:
    words, pace = look.words.report, exam.report.pace
    used = round(exam.report.seconds_used / 60)
    lines = [Line(words.used(used, round(exam.attempt.allowed_s / 60)))]
    if pace.mean_s is not None and pace.budget_s is not None:
        lines.append(Line(words.mean.format(mean=round(pace.mean_s), budget=round(pace.budget_s))))
    if pace.first_half_s is not None and pace.last_s is not None:
        lines.append(Line(words.halves(f"{pace.first_half_s:.0f}", pace.last_count, f"{pace.last_s:.0f}")))
    return tuple(lines)


def _changes(exam: SatExam, look: Look) -> tuple[Line, ...]:
    changes = exam.report.changes
    text = look.words.report.changed.format(
        spoilt=changes.right_to_wrong, mended=changes.wrong_to_right, other=changes.wrong_to_wrong
    )
    return (Line(text),)


def _flags(exam: SatExam, look: Look) -> tuple[Line, ...]:
    words, report = look.words.report, exam.report
    both = ((words.flagged, report.flagged), (words.unflagged, report.unflagged))
    return tuple(Line(_share(name, tally, look)) for name, tally in both if tally.questions)


def _sureness(exam: SatExam, look: Look) -> tuple[Line, ...]:
    """How often right when so sure; nothing where nobody said how sure."""
    levels = [level for level in exam.report.calibration if level.tally.questions]
    if all(level.confidence is None for level in levels):
        return ()
    said = look.words.question.confidence
    names = [
        look.words.report.said_nothing if level.confidence is None else said(level.confidence.value)
        for level in levels
    ]
    return tuple(Line(_share(name, level.tally, look)) for name, level in zip(names, levels, strict=True))


def _sure_and_wrong(exam: SatExam, language: str) -> tuple[Line, ...]:
    numbers = {item.question: number for number, item in enumerate(exam.report.items, start=1)}
    return tuple(
        Line(f"{numbers[name]}. {_stem(exam, name, language)}") for name in exam.report.sure_and_wrong
    )


def _stem(exam: SatExam, question: str, language: str) -> str:
    """The beginning of a question on one line; its id if it is gone."""
    face = exam.faces.get(question)
    return question if face is None else _brief(one_line(face.stem, language))


def _brief(line: str) -> str:
    return line if len(line) <= _BRIEF else f"{line[: _BRIEF - 1]}…"


def _trend(exam: SatExam, look: Look) -> tuple[Line, ...]:
    """The last sittings of the same exam, oldest first; nothing to see in one."""
    points = exam.report.trend[-_TREND:]
    if len(points) < 2:
        return ()
    told = look.words.report.trend_point
    return tuple(
        Line(told(f"{point.ended_at:%Y-%m-%d}", point.scaled_score, point.passed)) for point in points
    )
