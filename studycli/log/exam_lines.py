"""Events of exams and practice, and disputes: values to JSON fields and back (``docs/format.md`` §2)."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from studycli.core.exam.attempt import Answer, Confidence, Mode
from studycli.core.exam.paper import Paper, PaperItem, Terms
from studycli.core.results import Expectation, Result
from studycli.core.shapes import is_card_id, is_id
from studycli.log.events import Other
from studycli.log.exam_events import (
    ATTEMPT,
    AttemptAnswer,
    AttemptStart,
    AttemptStep,
    Dispute,
    Disputed,
    ExamBody,
    PracticeAnswer,
    ResultTold,
    Step,
)
from studycli.log.settings import SettingName, finite, read_value, seconds_of

_PRACTICE: Final = "practice"
_LONGEST_S: Final = 1e9
"""A sitting of so many seconds ends at a moment that a date can still hold."""


def read_body(kind: str, fields: dict[str, Any]) -> ExamBody | Other:
    """The body of an event; the keys that it knows are taken out of ``fields``.

    An action or an attempt's id of a form that is not known is that of another program: kept, without effect.
    Raises KeyError, TypeError or ValueError for what cannot be.
    """
    attempt, action = fields.get("attempt"), fields.get("action")
    foreign_name = type(attempt) is str and not ATTEMPT.fullmatch(attempt)
    foreign_action = kind == AttemptStep.kind and type(action) is str and action not in _ACTIONS
    return Other(kind, fields) if foreign_name or foreign_action else _READERS[kind](fields)


def fields_of(body: ExamBody) -> Mapping[str, object]:
    """The JSON fields of a body."""
    match body:
        case AttemptStart(terms, mode, allowed_s, paper):
            return {
                "action": _START,
                "mode": mode.value,
                "seconds_allowed": allowed_s,
                "seed": paper.seed,
                "blueprint": _terms_fields(terms),
                "paper": [_item_fields(item) for item in paper.items],
            }
        case AttemptStep(attempt, step, left_s):
            return {"action": step.value, "attempt": attempt, "seconds_left": left_s}
        case AttemptAnswer(attempt, question, answer, left_s, shown):
            there = {} if shown is None else {"shown": shown}
            said = _answer_fields(answer)
            return {"attempt": attempt, "question": question, **said, "seconds_left": left_s, **there}
        case PracticeAnswer(question, answer, right):
            return {"source": _PRACTICE, "question": question, "right": right, **_answer_fields(answer)}
        case Dispute(what, name, text, is_open):
            return {what.value: name, "text": text, "open": is_open}
        case ResultTold(result):
            return {
                "exam_date": result.day.isoformat(),
                "blueprint": _terms_fields(result.terms),
                "score": result.score,
                "expected": None if result.expected is None else _expected_fields(result.expected),
                "weak": result.weak,
            }


def _terms_fields(terms: Terms) -> dict[str, object]:
    return {
        "id": terms.blueprint,
        "lowest": terms.lowest,
        "highest": terms.highest,
        "pass_mark": terms.pass_mark,
        "domains": [{"id": domain, "weight": weight} for domain, weight in terms.weights],
    }


def _item_fields(item: PaperItem) -> dict[str, object]:
    return {
        "question": item.question,
        "topic": item.topic,
        "domain": item.domain,
        "options": item.options,
        "right": item.right,
        "scored": item.scored,
    }


def _expected_fields(expected: Expectation) -> dict[str, object]:
    return dict(zip(_EXPECTED, expected, strict=True))


def _answer_fields(answer: Answer) -> dict[str, object]:
    return {
        "chosen": answer.chosen,
        "struck": answer.struck,
        "flagged": answer.flagged,
        "confidence": answer.confidence,
        "seconds": answer.seconds,
    }


_EXPECTED: Final = ("score", "low", "high", "pass_probability")
_START: Final = "start"
_ACTIONS: Final = {_START, *Step}
_MODES: Final = {mode.value: mode for mode in Mode}
_STEPS: Final = {step.value: step for step in Step}
_CONFIDENCES: Final[Mapping[str | None, Confidence | None]] = {None: None} | {
    each.value: each for each in Confidence
}


def _attempt(fields: dict[str, Any]) -> AttemptStart | AttemptStep:
    action = fields.pop("action")
    if action != _START:
        return AttemptStep(_attempt_named(fields), _STEPS[action], seconds_of(fields.pop("seconds_left")))
    terms = _terms(fields.pop("blueprint"))
    paper = Paper(_whole(fields.pop("seed")), tuple(_item(each) for each in _list(fields.pop("paper"))))
    if len({item.question for item in paper.items}) < len(paper.items):
        raise ValueError("a question twice in one paper")
    allowed_s = seconds_of(fields.pop("seconds_allowed"))
    if allowed_s > _LONGEST_S:
        raise ValueError("no time for a sitting")
    return AttemptStart(terms, _MODES[fields.pop("mode")], allowed_s, paper)


def _terms(fields: dict[str, Any]) -> Terms:
    domains = [(_name(each["id"]), _whole(each["weight"])) for each in _list(fields["domains"])]
    lowest, highest, pass_mark = (_whole(fields[name]) for name in ("lowest", "highest", "pass_mark"))
    return Terms(_full_id(fields["id"]), lowest, highest, pass_mark, tuple(domains))


def _item(fields: dict[str, Any]) -> PaperItem:
    options, right = _names(fields["options"]), _names(fields["right"])
    if not right or not set(right) <= set(options):
        raise ValueError("no right options")
    return PaperItem(
        _full_id(fields["question"]),
        _name(fields["topic"]),
        _name(fields["domain"]),
        options,
        right,
        _bool(fields["scored"]),
    )


def _answered(fields: dict[str, Any]) -> AttemptAnswer | PracticeAnswer:
    question, answer = _full_id(fields.pop("question")), _answer(fields)
    if "attempt" in fields:
        attempt, left_s = _attempt_named(fields), seconds_of(fields.pop("seconds_left"))
        shown = _full_id(fields.pop("shown")) if "shown" in fields else None
        return AttemptAnswer(attempt, question, answer, left_s, shown)
    if fields.pop("source") != _PRACTICE:
        raise ValueError("an answer from nowhere")
    return PracticeAnswer(question, answer, _names(fields.pop("right")))


def _answer(fields: dict[str, Any]) -> Answer:
    return Answer(
        _names(fields.pop("chosen")),
        _names(fields.pop("struck")),
        _bool(fields.pop("flagged")),
        _CONFIDENCES[fields.pop("confidence")],
        seconds_of(fields.pop("seconds")),
    )


def _dispute(fields: dict[str, Any]) -> Dispute:
    what = Disputed.QUESTION if "question" in fields else Disputed.CARD
    name, text = _text(fields.pop(what.value)), _text(fields.pop("text"))
    library, _, item = name.partition("/")
    sound = is_id(item) if what is Disputed.QUESTION else is_card_id(item)
    if not (is_id(library) and sound):
        raise ValueError("nothing that can be disputed")
    return Dispute(what, name, text, _bool(fields.pop("open")))


def _result(fields: dict[str, Any]) -> ResultTold:
    day = read_value(SettingName.EXAM_DATE, fields.pop("exam_date"))
    terms, score = _terms(fields.pop("blueprint")), _whole(fields.pop("score"))
    if not isinstance(day, date) or not terms.lowest <= score <= terms.highest:
        raise ValueError("no result of an exam")
    expected, weak = _expectation(fields.pop("expected")), _names(fields.pop("weak"))
    return ResultTold(Result(day, terms, score, expected, weak))


def _expectation(fields: Any) -> Expectation | None:
    if fields is None:
        return None
    score, low, high, passing = (fields[name] for name in _EXPECTED)
    return Expectation(_whole(score), _whole(low), _whole(high), finite(passing))


_READERS: Final[Mapping[str, Callable[[dict[str, Any]], ExamBody]]] = {
    AttemptStep.kind: _attempt,
    AttemptAnswer.kind: _answered,
    Dispute.kind: _dispute,
    ResultTold.kind: _result,
}


def _attempt_named(fields: dict[str, Any]) -> str:
    name: str = fields.pop("attempt")
    if not ATTEMPT.fullmatch(name):
        raise ValueError("not an attempt")
    return name


def _text(value: object) -> str:
    if type(value) is not str:
        raise TypeError("not a text")
    return value


def _full_id(value: object) -> str:
    library, _, name = _text(value).partition("/")
    return f"{_name(library)}/{_name(name)}"


def _name(value: str) -> str:
    if not is_id(value):
        raise ValueError("not an id")
    return value


def _names(value: object) -> tuple[str, ...]:
    names = tuple(_name(each) for each in _list(value))
    if len(set(names)) < len(names):
        raise ValueError("an option twice")
    return names


def _list(value: object) -> list[Any]:
    if type(value) is not list:
        raise TypeError("not a list")
    return value


def _bool(value: object) -> bool:
    if type(value) is not bool:
        raise TypeError("neither true nor false")
    return value


def _whole(value: object) -> int:
    if type(value) is not int:
        raise TypeError("not a whole number")
    return value
