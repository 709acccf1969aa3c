import json
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given

from studycli.core.memory import Engine, Grade
from studycli.errors import LogError
from studycli.log.events import (
    Body,
    Bury,
    Event,
    ForeignLine,
    Mark,
    Other,
    Review,
    Setting,
    Source,
    Suspend,
    Undo,
    Unsuspend,
    decode,
    encode,
)
from studycli.log.settings import SettingName
from tests.log.samples import exam_logs, logs

AT = "2026-11-23T21:04:05.250+09:00"
HEAD = f'{{"v":1,"device":"abcdefg7","seq":3,"at":"{AT}","kind":'
GOOD: dict[str, Any] = {
    "v": 1,
    "device": "abcdefg7",
    "seq": 3,
    "at": AT,
    "kind": "review",
    "card": "aws/lambda-memory.gap",
    "grade": "good",
    "seconds": 4.5,
    "source": "session",
}


def line_of(fields: dict[str, Any]) -> bytes:
    return json.dumps(fields).encode() + b"\n"


OWN = json.dumps(GOOD, separators=(",", ":")).encode() + b"\n"
"""The same as ``encode`` writes it."""


def event_of(body: Body) -> Event:
    return Event("abcdefg7", 3, datetime.fromisoformat(AT), body)


PARAMETERS = Engine().parameters


@pytest.mark.parametrize(
    ("body", "said"),
    [
        pytest.param(
            Review("aws/a.gap", Grade.AGAIN, 12.5, Source.SCRIPT),
            '"review","card":"aws/a.gap","grade":"again","seconds":12.5,"source":"script"}',
            id="review",
        ),
        pytest.param(Undo("bbbbbbbb", 7), '"undo","target":{"device":"bbbbbbbb","seq":7}}', id="undo"),
        pytest.param(Suspend("aws/a"), '"suspend","card":"aws/a"}', id="suspend"),
        pytest.param(Unsuspend("aws/a"), '"unsuspend","card":"aws/a"}', id="unsuspend"),
        pytest.param(Bury("aws/a"), '"bury","card":"aws/a"}', id="bury"),
        pytest.param(Mark("aws/a", on=True), '"mark","card":"aws/a","on":true}', id="mark"),
        pytest.param(
            Setting(SettingName.EXAM_DATE, date(2026, 12, 20)),
            '"setting","name":"exam-date","value":"2026-12-20"}',
            id="exam date",
        ),
        pytest.param(
            Setting(SettingName.EXAM_DATE, None),
            '"setting","name":"exam-date","value":null}',
            id="no exam date",
        ),
        pytest.param(
            Setting(SettingName.MINUTES, 25), '"setting","name":"minutes","value":25}', id="minutes"
        ),
        pytest.param(
            Setting(SettingName.DAYS_OFF, ("sat", "sun")),
            '"setting","name":"days-off","value":["sat","sun"]}',
            id="days off",
        ),
        pytest.param(
            Setting(SettingName.RETENTION, 0.85), '"setting","name":"retention","value":0.85}', id="retention"
        ),
        pytest.param(
            Setting(SettingName.PARAMETERS, PARAMETERS),
            f'"setting","name":"parameters","value":{json.dumps(PARAMETERS, separators=(",", ":"))}}}',
            id="parameters",
        ),
        pytest.param(
            Other("wish", {"score": 752, "why": "답이 둘"}),
            '"wish","score":752,"why":"답이 둘"}',
            id="a kind we do not know",
        ),
    ],
)
def test_an_event_and_its_line(body: Body, said: str) -> None:
    line = f"{HEAD}{said}\n".encode()
    assert encode(event_of(body)) == line
    assert decode(line) == event_of(body)


@given(logs() | exam_logs())
def test_what_is_written_reads_back_the_same_however_it_is_spelled(log: list[Event]) -> None:
    for event in log:
        line = encode(event)
        other = json.dumps(dict(reversed(json.loads(line).items())), ensure_ascii=True).encode()
        for spelling in (line, line.rstrip(b"\n"), other):
            read = decode(spelling)
            assert read == event
            assert read.at.isoformat() == event.at.isoformat()


def test_a_review_of_our_own_spelling_reads_as_any_other_does() -> None:
    spaced = decode(line_of(GOOD))
    assert decode(encode(spaced)) == spaced
    assert decode(encode(spaced)).body == Review(GOOD["card"], Grade.GOOD, 4.5, Source.SESSION)


def test_keys_of_a_later_program_are_kept() -> None:
    event = decode(line_of({**GOOD, "place": {"on": "the train"}}))
    assert event.extra == {"place": {"on": "the train"}}
    assert decode(encode(event)) == event


def test_a_setting_of_a_later_program_is_kept() -> None:
    event = decode(f'{HEAD}"setting","name":"colour","value":3}}'.encode())
    assert event.body == Other("setting", {"name": "colour", "value": 3})
    assert decode(encode(event)) == event


def without(key: str) -> dict[str, Any]:
    return {name: value for name, value in GOOD.items() if name != key}


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"\n", id="blank"),
        pytest.param(b"<<<<<<< HEAD\n", id="not JSON"),
        pytest.param(b"[1, 2]\n", id="no object"),
        pytest.param(line_of(GOOD)[:-3], id="torn"),
        pytest.param(line_of(GOOD).strip() + b" x\n", id="something after it"),
        pytest.param(line_of(GOOD).replace(b"good", b"\xff\xfe"), id="not UTF-8"),
        pytest.param(line_of(GOOD).decode().encode("utf-16"), id="UTF-16"),
        pytest.param(b'{"a":' * 100_000, id="very deep"),
        pytest.param(line_of({**GOOD, "place": "\ud800"}), id="half a surrogate pair"),
        pytest.param(line_of({**GOOD, "place": float("nan")}), id="NaN"),
        pytest.param(OWN.replace(b'"seq":3', '"seq":3\uff13'.encode()), id="digits of another script"),
        pytest.param(OWN.replace(b'"good"', b'"fine"'), id="unknown grade in our own spelling"),
        pytest.param(OWN.replace(b"+09:00", b"+99:00"), id="unknown offset in our own spelling"),
        *(pytest.param(line_of(without(key)), id=f"no {key}") for key in GOOD),
        *(
            pytest.param(line_of({**GOOD, key: value}), id=f"{key} {value!r:.30}")
            for key, value in [
                ("v", 0),
                ("v", "1"),
                ("v", True),
                ("device", "ABCDEFGH"),
                ("device", "abcdefghi"),
                ("device", 7),
                ("seq", 0),
                ("seq", 1.0),
                ("seq", True),
                ("seq", 1 << 70),
                ("at", "2026-11-23T21:04:05.250"),
                ("at", "2026-11-23T21:04:05+09:00"),
                ("at", "2026-02-30T21:04:05.250+09:00"),
                ("at", "2026-11-23T24:00:00.000+09:00"),
                ("at", "0001-01-01T00:00:00.000+09:00"),
                ("at", 1_790_000_000),
                ("kind", ["review"]),
                ("card", "lambda-memory"),
                ("card", "aws/Lambda"),
                ("card", "aws/a\n"),
                ("card", None),
                ("grade", "fine"),
                ("grade", 3),
                ("grade", []),
                ("seconds", -1),
                ("seconds", "4"),
                ("seconds", True),
                ("seconds", 10**400),
                ("source", "dream"),
                ("source", {}),
            ]
        ),
        *(
            pytest.param(f"{HEAD}{rest}}}".encode(), id=rest)
            for rest in [
                '"undo"',
                '"undo","target":7',
                '"undo","target":{"device":"abcdefg7","seq":0}',
                '"mark","card":"aws/a","on":1',
                '"suspend","card":7',
                '"setting","value":3',
                '"setting","name":[],"value":3',
                '"setting","name":"minutes","value":0',
            ]
        ),
    ],
)
def test_what_is_no_event_is_foreign(line: bytes) -> None:
    with pytest.raises(ForeignLine):
        decode(line)


def test_the_lines_tested_as_foreign_are_wrong_in_that_one_place_only() -> None:
    assert decode(line_of(GOOD)) == decode(OWN)
    assert encode(decode(OWN)) == OWN


def test_an_event_of_a_later_version_stops_us() -> None:
    with pytest.raises(LogError) as caught:
        decode(line_of({"v": 2, "kind": ["anything"]}))
    assert (caught.value.message_id, caught.value.params) == ("log_newer", {"version": 2, "known": 1})


def test_a_time_without_offset_cannot_be_written() -> None:
    naive = datetime.fromisoformat(AT).replace(tzinfo=None)
    with pytest.raises(ValueError, match="offset"):
        encode(Event("abcdefg7", 3, naive, Bury("aws/a")))
