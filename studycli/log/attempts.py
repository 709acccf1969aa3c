"""From events to attempts and what they leave behind: pure functions of the *set* of events.

Undo does not apply to them: an exam is taken back as a whole, by discarding it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Final, NamedTuple

from studycli.core.evidence import Evidence
from studycli.core.exam.attempt import Attempt, Mode, Sheet, begin
from studycli.core.exam.engine import with_answer
from studycli.core.exam.paper import Paper, PaperItem
from studycli.core.exam.score import AttemptSummary, summary_of
from studycli.core.results import Result, by_day
from studycli.log.events import Event
from studycli.log.exam_events import (
    AttemptAnswer,
    AttemptStart,
    AttemptStep,
    Dispute,
    PracticeAnswer,
    ResultTold,
    Step,
    attempt_id,
)
from studycli.log.replay import in_own_order, instant_ms, sitting_of

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)

Renames = Mapping[str, str]
"""From a question's former full id to the one it has now."""


@dataclass(frozen=True, slots=True)
class Sat:
    """An attempt, and when each of its questions was last written down, its answer or that it was shown."""

    attempt: Attempt
    written: Mapping[str, datetime]


class Given(NamedTuple):
    """An answer to a question."""

    question: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Traces:
    """What a sitting (an attempt, or one answer in practice) leaves behind; ``shown`` are moments by question."""

    summary: AttemptSummary | None = None
    given: tuple[Given, ...] = ()
    shown: Mapping[str, datetime] | None = None


@dataclass(frozen=True, slots=True)
class History:
    """What all sittings come to: attempts by start, answers to each question oldest first, when it was last shown."""

    attempts: tuple[AttemptSummary, ...]
    answers: Mapping[str, tuple[Evidence, ...]]
    seen: Mapping[str, datetime]


def sat(name: str, events: Iterable[Event], renames: Renames) -> Sat | None:
    """The attempt of this id after its events, given in any order; None without a start, or if it was discarded."""
    in_order = in_own_order(events)
    starts = [event for event in in_order if attempt_id(event.device, event.seq) == name]
    if not starts or not isinstance(starts[0].body, AttemptStart) or any(map(_discards, in_order)):
        return None
    start = starts[0].body
    attempt = begin(name, start.terms, start.paper, start.mode, start.allowed_s, starts[0].at)
    # An answer may name the question by the id it had at the start, or by the one it has now.
    places = {
        name: place
        for place, item in enumerate(start.paper.items)
        for name in (item.question, renames.get(item.question, item.question))
    }
    written: dict[int, datetime] = {}
    for event in in_order:
        if attempt.ended_at is not None:
            break
        if isinstance(event.body, AttemptAnswer) and event.body.question in places:
            place = places[event.body.question]
            attempt = _at(with_answer(attempt, place, event.body.answer), event.body.left_s, event.at)
            written[place] = event.at
            if event.body.shown in places:
                attempt = replace(attempt, place=places[event.body.shown])
                written[attempt.place] = event.at
        elif isinstance(event.body, AttemptStep):
            attempt = _stepped(attempt, event.body, event.at)
    items = tuple(_renamed(item, renames) for item in start.paper.items)
    attempt = replace(attempt, paper=Paper(start.paper.seed, items))
    return Sat(attempt, {items[place].question: at for place, at in written.items()})


def _discards(event: Event) -> bool:
    return isinstance(event.body, AttemptStep) and event.body.step is Step.DISCARD


def _at(attempt: Attempt, left_s: float, at: datetime) -> Attempt:
    return replace(attempt, left_s=min(left_s, attempt.allowed_s), as_of=at)


def _stepped(attempt: Attempt, body: AttemptStep, at: datetime) -> Attempt:
    if body.step is not Step.HAND_IN:
        return _at(attempt, body.left_s, at)
    ended_at = at
    if (
        body.left_s <= 0 and attempt.mode is Mode.STRICT
    ):  # its time may have run out long before somebody looked
        ended_at = min(at, attempt.as_of + timedelta(seconds=attempt.left_s))
    return replace(_at(attempt, body.left_s, ended_at), ended_at=ended_at)


def _renamed(item: PaperItem, renames: Renames) -> PaperItem:
    return replace(item, question=renames.get(item.question, item.question))


def traces_of(name: str, events: Iterable[Event], renames: Renames) -> Traces:
    """What the sitting of this name leaves behind after its events, given in any order.

    Answers count once it is handed in; then all its questions were shown, before that those written down.
    """
    known = list(events)
    own = next((event for event in known if attempt_id(event.device, event.seq) == name), None)
    if own is not None and isinstance(own.body, PracticeAnswer):
        return _practised(own.body, own.at, renames)
    found = sat(name, known, renames)
    if found is None:
        return Traces()
    attempt, summary = found.attempt, summary_of(found.attempt)
    if attempt.ended_at is None:
        return Traces(summary, (), found.written)
    given = tuple(
        Given(item.question, _evidence(attempt, item, sheet, found.written[item.question]))
        for item, sheet in attempt.answered()
        if item.question in found.written
    )
    shown = {
        item.question: max(found.written.get(item.question, attempt.ended_at), attempt.ended_at)
        for item in attempt.paper.items
    }
    return Traces(summary, given, shown)


def _practised(body: PracticeAnswer, at: datetime, renames: Renames) -> Traces:
    answer = body.answer
    correct, answered = set(answer.chosen) == set(body.right), bool(answer.chosen)
    evidence = Evidence(at, correct, answered, answer.flagged, answer.confidence, answer.seconds, None)
    question = renames.get(body.question, body.question)
    return Traces(None, (Given(question, evidence),), {question: at})


def _evidence(attempt: Attempt, item: PaperItem, sheet: Sheet, at: datetime) -> Evidence:
    answer = sheet.answer
    correct, answered = item.is_right(answer.chosen), bool(answer.chosen)
    return Evidence(at, correct, answered, answer.flagged, answer.confidence, answer.seconds, attempt.id)


def history_of(events: Iterable[Event], renames: Renames) -> History:
    """Everything from scratch, from events each of which comes once."""
    sittings: dict[str, list[Event]] = {}
    for event in events:
        name = sitting_of(event)
        if name is not None:
            sittings.setdefault(name, []).append(event)
    return assembled({name: traces_of(name, own, renames) for name, own in sittings.items()})


def assembled(traces: Mapping[str, Traces]) -> History:
    """The traces of all sittings, by name, put together."""
    summaries = [each.summary for each in traces.values() if each.summary is not None]
    given = [(name, each) for name, left in traces.items() for each in left.given]
    answers: dict[str, list[Evidence]] = {}
    for _, (question, evidence) in sorted(given, key=lambda pair: (instant_ms(pair[1].evidence.at), pair[0])):
        answers.setdefault(question, []).append(evidence)
    seen: dict[str, int] = {}
    for left in traces.values():
        for question, at in (left.shown or {}).items():
            seen[question] = max(seen.get(question, instant_ms(at)), instant_ms(at))
    return History(
        tuple(sorted(summaries, key=lambda each: (instant_ms(each.started_at), each.id))),
        {question: tuple(own) for question, own in answers.items()},
        {question: moment_of(at_ms) for question, at_ms in seen.items()},
    )


def moment_of(at_ms: int) -> datetime:
    """The moment of an instant in milliseconds, in UTC."""
    return _EPOCH + timedelta(milliseconds=at_ms)


def disputes_of(events: Iterable[Event]) -> tuple[Dispute, ...]:
    """The disputes that are open after these events, by their last word; of each item the last one holds."""
    last: dict[tuple[str, str], Dispute] = {}
    for event in in_own_order(event for event in events if isinstance(event.body, Dispute)):
        if isinstance(event.body, Dispute):  # for the type checker
            key = (event.body.what, event.body.id)
            last.pop(key, None)
            last[key] = event.body
    return tuple(dispute for dispute in last.values() if dispute.is_open)


def results_of(events: Iterable[Event]) -> tuple[Result, ...]:
    """The results of real exams after these events, given in any order."""
    told = in_own_order(event for event in events if isinstance(event.body, ResultTold))
    return by_day(event.body.result for event in told if isinstance(event.body, ResultTold))
