"""The page of the plan in words: sections of lines, drawn and read aloud alike."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from studycli.core.blueprints import Blueprint
from studycli.core.cells import cells
from studycli.core.foresight import Stance, Standing, whole_percent
from studycli.core.library import Text
from studycli.ui.look import Look
from studycli.ui.marked import plain
from studycli.ui.sections import Line, Section
from studycli.ui.theme import Role
from studycli.words.model.plan import PlanPageWords

if TYPE_CHECKING:  # numpy, which is there when there is a plan
    from studycli.planner.days import PlannedDay
    from studycli.planner.plan import Plan

_ONE_BY_ONE: Final = 28
"""A plan of so many days is listed day by day."""

_FEW_ANSWERS: Final = 5.0
"""A forecast on fewer answers to exam questions says little of the learner beyond the cards."""

_FIRST_DAYS: Final = 14
_LAST_WEEK_DAY: Final = 98
_LABEL: Final = 9
_NUMBER: Final = 4
_DROPS: Final = 4
_MOST_MOVERS: Final = 5
_MOST_LEECHES: Final = 10


class Leech(NamedTuple):
    """A card that was forgotten many times."""

    card: str
    front: Text
    lapses: int


@dataclass(frozen=True, slots=True)
class PlanPage:
    """A plan and the names of what it speaks of.

    ``rehearsal`` is the exam where a day has no room for all of it, ``most`` the recall that no schedule exceeds.
    """

    plan: "Plan"
    blueprint: Blueprint | None
    topics: Mapping[str, Text]
    leeches: tuple[Leech, ...] = ()
    rehearsal: Blueprint | None = None
    most: float | None = None


class _Row(NamedTuple):
    """A line of the table: its name, the sums of its days, and what else there is to say."""

    label: str
    days: Sequence["PlannedDay"]
    note: str


def sections(page: PlanPage, language: str, look: Look) -> tuple[Section, ...]:
    """All sections that have something to say, in reading order."""
    words = look.words.plan.page
    found = (
        Section("", tuple(_head(page, language, words))),
        Section(words.days, tuple(_table(page.plan.days, words) if page.plan.topics else ())),
        Section(words.domains, tuple(_domains(page, language, words))),
        Section(words.movers, tuple(_movers(page, language, words))),
        Section(words.out_of_reach, tuple(_out_of_reach(page, language, words))),
        Section(words.topics, tuple(_topics(page, language, words))),
        Section(words.leeches, tuple(_leeches(page, language, words))),
        Section("", tuple(_small_print(page, words))),
    )
    return tuple(section for section in found if section.lines)


def stance_text(stance: Stance, words: PlanPageWords) -> str:
    """Where one stands, on one line."""
    minutes = abs(stance.minutes)
    match Standing(stance.standing):
        case Standing.AHEAD:
            return words.ahead(minutes, stance.goal)
        case Standing.ON_TRACK:
            return words.on_track(stance.goal)
        case Standing.BEHIND:
            return words.behind(minutes, stance.minutes_a_day, stance.goal)
        case Standing.CANNOT_FIT:
            return words.cannot_fit(minutes, stance.goal) if minutes else words.no_minutes


def _head(page: PlanPage, language: str, words: PlanPageWords) -> Iterator[Line]:
    plan, blueprint = page.plan, page.blueprint
    day, left = plan.exam.isoformat(), (plan.exam - plan.day).days
    if blueprint is None:
        yield Line(words.exam(day, left), Role.TITLE)
    else:
        yield Line(words.exam_of(blueprint.title.read(language).text, day, left), Role.TITLE)
    if not plan.topics:
        yield Line(words.nothing)
        return
    yield from _expected(page, words)
    yield from _standing(page, language, words)
    if page.rehearsal is not None:
        yield Line(words.rehearse(page.rehearsal.id, page.rehearsal.minutes), Role.MUTED)
    if left <= 1:
        yield Line(words.eve if left else words.today)


def _expected(page: PlanPage, words: PlanPageWords) -> Iterator[Line]:
    """The score to expect."""
    forecast = page.plan.forecast
    if forecast is None or page.blueprint is None:
        yield Line(words.no_forecast)
        return
    outlook, pass_mark = forecast.outlook, page.blueprint.pass_mark
    yield Line(words.score(outlook.expected_score, outlook.low, outlook.high), Role.ACCENT)
    yield Line(words.passing(whole_percent(outlook.pass_probability), pass_mark), Role.ACCENT)
    if forecast.answers < _FEW_ANSWERS:
        yield Line(words.cards_only, Role.MUTED)


def _standing(page: PlanPage, language: str, words: PlanPageWords) -> Iterator[Line]:
    """Where one stands, what could be left out, and what other minutes or schedules would bring."""
    from studycli.planner.plan import MORE_MINUTES, foresight_of  # noqa: PLC0415 - numpy

    plan = page.plan
    stance = foresight_of(plan).stance
    if plan.stand is not None and stance is not None:
        yield Line(stance_text(stance, words), Role.ACCENT)
        if plan.stand.drop:
            named = ", ".join(_title(page, topic, language) for topic in plan.stand.drop[:_DROPS])
            yield Line(words.drop(named, len(plan.stand.drop[_DROPS:])))
    if plan.stand is not None and page.most:
        reach = words.reach if plan.is_priced else words.reach_greedily
        yield Line(reach(_percent(page.most), _percent(plan.stand.recall)))
    if plan.more_points:
        yield Line(words.more(MORE_MINUTES, plan.more_points))


def _table(days: Sequence["PlannedDay"], words: PlanPageWords) -> Iterator[Line]:
    """The days, one a line; many of them by weeks, and those far off by months."""
    if not days:
        return
    day, *numbers = words.columns
    yield Line(_columns(day, numbers, ""), Role.MUTED)
    for row in _rows(days, words):
        sums = [sum(getattr(each, name) for each in row.days) for name in ("minutes", "reviews", "new")]
        is_off = all(each.is_off for each in row.days)
        shown = ["-" if is_off else str(number) for number in sums]
        yield Line(_columns(row.label, shown, row.note), Role.MUTED if is_off else None)


def _rows(days: Sequence["PlannedDay"], words: PlanPageWords) -> Iterator[_Row]:
    one_by_one = len(days) if len(days) <= _ONE_BY_ONE else _FIRST_DAYS
    for each in days[:one_by_one]:
        label = f"{each.day:%m-%d} {words.weekdays[each.day.weekday()]}"
        yield _Row(label, [each], words.off if each.is_off else _note([each], words))
    for start in range(one_by_one, min(len(days), _LAST_WEEK_DAY), 7):
        week = days[start : min(start + 7, _LAST_WEEK_DAY)]
        yield _Row(_span(week[0].day, week[-1].day), week, _note(week, words))
    for month, part in groupby(days[_LAST_WEEK_DAY:], lambda each: f"{each.day:%Y-%m}"):
        own = list(part)
        yield _Row(month, own, _note(own, words))


def _span(first: date, last: date) -> str:
    return f"{first:%m-%d}" if first == last else f"{first:%m-%d}..{last:%d}"


def _note(days: Sequence["PlannedDay"], words: PlanPageWords) -> str:
    exams = dict.fromkeys(each.exam for each in days if each.exam)
    return words.mock.format(exam=", ".join(exams)) if exams else ""


def _columns(label: str, numbers: Sequence[str], note: str) -> str:
    """A line of the table, measured in terminal cells."""
    aligned = [f" {' ' * (_NUMBER - cells(number))}{number}" for number in numbers]
    return f"{label}{' ' * (_LABEL - cells(label))}{''.join(aligned)}  {note}".rstrip()


def _domains(page: PlanPage, language: str, words: PlanPageWords) -> Iterator[Line]:
    if page.plan.forecast is None or page.blueprint is None:
        return
    titles = {domain.id: domain.title.read(language).text for domain in page.blueprint.domains}
    for part in page.plan.forecast.domains:
        weight = round(100 * part.weight)
        if part.right is None:
            yield Line(words.domain_empty(titles[part.id], weight))
        else:
            yield Line(words.domain(titles[part.id], weight, *(round(100 * share) for share in part.right)))


def _movers(page: PlanPage, language: str, words: PlanPageWords) -> Iterator[Line]:
    if page.plan.forecast is None or page.blueprint is None:
        return
    titles = {domain.id: domain.title.read(language).text for domain in page.blueprint.domains}
    worth_it = [mover for mover in page.plan.forecast.movers if round(mover.points) > 0]
    for mover in worth_it[:_MOST_MOVERS]:
        topic, minutes = _title(page, mover.topic, language), max(1, round(mover.minutes))
        yield Line(words.mover(round(mover.points), len(mover.cards), topic, titles[mover.domain], minutes))


def _out_of_reach(page: PlanPage, language: str, words: PlanPageWords) -> Iterator[Line]:
    for topic, cards in page.plan.out_of_reach:
        yield Line(words.cards_of(cards, _title(page, topic, language)))


def _topics(page: PlanPage, language: str, words: PlanPageWords) -> Iterator[Line]:
    for topic in page.plan.topics:
        title = _title(page, topic.id, language)
        yield Line(words.topic(title, _percent(topic.recall), round(100 * topic.weight)))


def _leeches(page: PlanPage, language: str, words: PlanPageWords) -> Iterator[Line]:
    worst = sorted(page.leeches, key=lambda leech: leech.lapses, reverse=True)
    for leech in worst[:_MOST_LEECHES]:
        yield Line(words.leech(plain(" ".join(leech.front.read(language).text.split())), leech.lapses))
    if worst[_MOST_LEECHES:]:
        yield Line(words.other_leeches(len(worst[_MOST_LEECHES:])), Role.MUTED)


def _small_print(page: PlanPage, words: PlanPageWords) -> Iterator[Line]:
    if page.plan.forecast is not None and page.blueprint is not None:
        yield Line(words.caveat, Role.MUTED)
        yield Line(words.scale(page.blueprint.lowest, page.blueprint.highest), Role.MUTED)


def _percent(recall: float) -> int:
    """Recall for reading; never 100, since no memory is certain."""
    return min(99, round(100 * recall))


def _title(page: PlanPage, topic: str, language: str) -> str:
    return page.topics[topic].read(language).text if topic in page.topics else topic
