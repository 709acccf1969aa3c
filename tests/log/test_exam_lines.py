import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from studycli.core.exam.attempt import Answer, Confidence, Mode
from studycli.core.exam.paper import Paper
from studycli.core.results import Expectation, Result
from studycli.log.events import Body, Event, ForeignLine, Other, decode, encode
from studycli.log.exam_events import (
    AttemptAnswer,
    AttemptStart,
    AttemptStep,
    Dispute,
    Disputed,
    PracticeAnswer,
    ResultTold,
    Step,
)
from studycli.log.journal import Journal
from tests.log.samples import HERE, ITEMS, NOON, START, TERMS, event

ID = f"{HERE}-1"
ANSWER = Answer(("c", "a"), ("b",), True, Confidence.GUESS, 12.5)
STARTED = json.loads(encode(event(1, START)))
ANSWERED = json.loads(encode(event(2, AttemptAnswer(ID, "aws/q-one", ANSWER, 300.0))))
PRACTISED = json.loads(encode(event(2, PracticeAnswer("aws/q-one", ANSWER, ("a",)))))
STEPPED = json.loads(encode(event(2, AttemptStep(ID, Step.LEAVE, 300.0))))
DISPUTED = json.loads(encode(event(2, Dispute(Disputed.CARD, "aws/a.gap", "왜?", is_open=True))))
ITEM = STARTED["paper"][0]


def own(line: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in line.items() if key not in {"v", "device", "seq", "at"}}


def test_what_the_log_says_of_a_start() -> None:
    assert own(STARTED) == {
        "kind": "attempt",
        "action": "start",
        "mode": "strict",
        "seconds_allowed": 360.0,
        "seed": 7,
        "blueprint": {
            "id": "aws/saa",
            "lowest": 100,
            "highest": 1000,
            "pass_mark": 720,
            "domains": [{"id": "secure", "weight": 60}, {"id": "resilient", "weight": 40}],
        },
        "paper": [
            {
                "question": one.question,
                "topic": one.topic,
                "domain": one.domain,
                "options": list(one.options),
                "right": list(one.right),
                "scored": one.scored,
            }
            for one in ITEMS
        ],
    }


SAID = {
    "question": "aws/q-one",
    "chosen": ["c", "a"],
    "struck": ["b"],
    "flagged": True,
    "confidence": "guess",
    "seconds": 12.5,
}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param(
            ANSWERED, {"kind": "answer", "attempt": ID, **SAID, "seconds_left": 300.0}, id="answer in an exam"
        ),
        pytest.param(
            PRACTISED, {"kind": "answer", "source": "practice", "right": ["a"], **SAID}, id="in practice"
        ),
        pytest.param(
            STEPPED, {"kind": "attempt", "action": "leave", "attempt": ID, "seconds_left": 300.0}, id="step"
        ),
        pytest.param(
            DISPUTED, {"kind": "dispute", "card": "aws/a.gap", "text": "왜?", "open": True}, id="dispute"
        ),
    ],
)
def test_what_the_log_says_of_the_others(line: dict[str, Any], expected: dict[str, Any]) -> None:
    assert own(line) == expected


@pytest.mark.parametrize("line", [STARTED, ANSWERED, PRACTISED, STEPPED, DISPUTED])
def test_keys_of_a_later_program_are_kept(line: dict[str, Any]) -> None:
    found = decode(json.dumps({**line, "place": "기차"}).encode())
    assert found.extra == {"place": "기차"}
    assert json.loads(encode(found)) == {**line, "place": "기차"}


@pytest.mark.parametrize(
    "line",
    [
        pytest.param({**ANSWERED, "attempt": "paper-1"}, id="an attempt of another program"),
        pytest.param({**STEPPED, "action": "pause"}, id="an action of a later program"),
        pytest.param({**STEPPED, "attempt": "x", "action": "y"}, id="both"),
    ],
)
def test_what_another_program_calls_otherwise_is_kept_without_effect(line: dict[str, Any]) -> None:
    found = decode(json.dumps(line).encode())
    assert isinstance(found.body, Other)
    assert json.loads(encode(found)) == line


def changed(line: dict[str, Any], key: str, value: object) -> dict[str, Any]:
    return {**line, key: value}


def without(line: dict[str, Any], key: str) -> dict[str, Any]:
    return {name: value for name, value in line.items() if name != key}


def of_item(**changes: object) -> dict[str, Any]:
    return {**STARTED, "paper": [{**ITEM, **changes}]}


@pytest.mark.parametrize(
    "line",
    [
        *(
            pytest.param(without(line, key), id=f"{name} without {key}")
            for name, line, keys in [
                ("start", STARTED, "action mode seconds_allowed seed blueprint paper"),
                ("answer", ANSWERED, "question chosen struck flagged confidence seconds seconds_left"),
                ("answer without attempt", PRACTISED, "source right"),
                ("step", STEPPED, "action attempt seconds_left"),
                ("dispute", DISPUTED, "card text open"),
            ]
            for key in keys.split()
        ),
        *(
            pytest.param(changed(line, key, value), id=f"{key} {value!r:.30}")
            for line, key, value in [
                (STARTED, "action", 7),
                (STARTED, "mode", "lazy"),
                (STARTED, "mode", []),
                (STARTED, "seconds_allowed", -1),
                (STARTED, "seconds_allowed", 1e12),
                (STARTED, "seed", "7"),
                (STARTED, "seed", True),
                (STARTED, "blueprint", []),
                (STARTED, "blueprint", {**STARTED["blueprint"], "id": "saa"}),
                (STARTED, "blueprint", {**STARTED["blueprint"], "lowest": 1.5}),
                (STARTED, "blueprint", {**STARTED["blueprint"], "domains": [{"id": "a"}]}),
                (STARTED, "paper", {}),
                (STARTED, "paper", [7]),
                (STARTED, "paper", [ITEM, ITEM]),
                (ANSWERED, "attempt", 7),
                (ANSWERED, "attempt", None),
                (ANSWERED, "question", "q-one"),
                (ANSWERED, "question", 7),
                (ANSWERED, "question", "aws/q.one"),
                (ANSWERED, "chosen", "a"),
                (ANSWERED, "chosen", ["a", "a"]),
                (ANSWERED, "chosen", [["a"]]),
                (ANSWERED, "flagged", 1),
                (ANSWERED, "confidence", "certain"),
                (ANSWERED, "confidence", []),
                (ANSWERED, "seconds", -0.1),
                (ANSWERED, "seconds_left", "9"),
                (ANSWERED, "shown", None),
                (ANSWERED, "shown", "q-one"),
                (PRACTISED, "source", "dream"),
                (PRACTISED, "right", "a"),
                (DISPUTED, "card", "a"),
                (DISPUTED, "card", 7),
                (DISPUTED, "text", 7),
                (DISPUTED, "open", "yes"),
            ]
        ),
        pytest.param(of_item(question="q"), id="item without library"),
        pytest.param(of_item(topic=7), id="no topic"),
        pytest.param(of_item(options=[]), id="no options"),
        pytest.param(of_item(right=[]), id="no right option"),
        pytest.param(of_item(right=["z"]), id="right option that is none"),
        pytest.param(of_item(scored=None), id="neither scored nor not"),
        pytest.param({**without(DISPUTED, "card"), "question": "aws/a.gap"}, id="a gap is no question"),
    ],
)
def test_what_cannot_be_is_foreign(line: dict[str, Any]) -> None:
    with pytest.raises(ForeignLine):
        decode(json.dumps(line).encode())


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(AttemptStep("paper-1", Step.LEAVE, 3.0), id="no attempt"),
        pytest.param(replace(START, paper=Paper(7, (ITEMS[0], ITEMS[0]))), id="a question twice"),
        pytest.param(AttemptStart(TERMS, Mode.STRICT, -1.0, Paper(7, ())), id="no time"),
    ],
)
def test_what_would_not_be_read_back_is_not_written(tmp_path: Any, body: Body) -> None:
    journal = Journal(tmp_path / "log", tmp_path / "device", lambda: HERE)
    with pytest.raises(ValueError, match=r"not|twice|below"):
        journal.append(body, NOON)
    assert (tmp_path / "log" / f"{HERE}.jsonl").read_bytes() == b""


def test_a_paper_of_the_whole_exam_is_one_line_of_the_log(tmp_path: Any) -> None:
    items = tuple(replace(ITEMS[0], question=f"aws/q-{number}") for number in range(500))
    journal = Journal(tmp_path / "log", tmp_path / "device", lambda: HERE)
    start = AttemptStart(TERMS, Mode.RELAXED, 7800.0, Paper(7, items))
    assert journal.append(start, NOON) == Event(HERE, 1, NOON, start)
    assert journal.append(START, NOON).seq == 2


RESULT = ResultTold(Result(date(2026, 12, 20), TERMS, 698, Expectation(741, 612, 861, 0.58), ("secure",)))
TOLD = json.loads(encode(event(2, RESULT)))


def test_what_the_log_says_of_a_result() -> None:
    assert own(TOLD) == {
        "kind": "result",
        "exam_date": "2026-12-20",
        "blueprint": STARTED["blueprint"],
        "score": 698,
        "expected": {"score": 741, "low": 612, "high": 861, "pass_probability": 0.58},
        "weak": ["secure"],
    }


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param({"exam_date": None}, id="no day"),
        pytest.param({"exam_date": "2026-13-20"}, id="no date"),
        pytest.param({"score": 99}, id="below the scale"),
        pytest.param({"score": 1001}, id="above the scale"),
        pytest.param({"score": 700.5}, id="no whole score"),
        pytest.param({"expected": {"score": 741}}, id="half a forecast"),
        pytest.param({"expected": {**TOLD["expected"], "pass_probability": "high"}}, id="a chance in words"),
        pytest.param({"weak": ["secure", "secure"]}, id="a domain twice"),
        pytest.param({"weak": "secure"}, id="no list"),
        pytest.param({"blueprint": None}, id="no exam"),
    ],
)
def test_what_is_no_result_is_foreign(changed: dict[str, object]) -> None:
    with pytest.raises(ForeignLine):
        decode(json.dumps({**TOLD, **changed}).encode())
