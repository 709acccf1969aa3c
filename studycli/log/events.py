"""Events: what a learner did, one line each (``docs/format.md`` §2). Pure: bytes to values and back."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypeAlias

from studycli.core.memory import Grade
from studycli.errors import LogError
from studycli.log.moments import MOMENT, read_moment, write_moment
from studycli.log.settings import SettingName, SettingValue, read_value, seconds_of

if TYPE_CHECKING:
    from studycli.log.exam_events import ExamBody

VERSION: Final = 1
DEVICE: Final = re.compile(r"[a-z2-7]{8}")
EXAM_KINDS: Final = frozenset({"attempt", "answer", "dispute", "result"})
"""Kinds of events on exams and practice, in ``log.exam_events``: they change no card."""

_ID: Final = "[a-z0-9][a-z0-9-]*"
_CARD: Final = re.compile(rf"{_ID}/{_ID}(?:\.{_ID})?")
_SEQ_END: Final = 1 << 53


class ForeignLine(ValueError):  # noqa: N818 - it says what the line is
    """A line that is no event of ours. It stays where it is and changes nothing."""


class Source(StrEnum):
    """Where a review came from. ``cram`` is logged and changes no state."""

    SESSION = "session"
    SCRIPT = "script"
    CRAM = "cram"
    IMPORT = "import"


@dataclass(frozen=True, slots=True)
class Review:
    """One graded recall; ``seconds`` of thinking, not capped."""

    kind: ClassVar[str] = "review"
    card: str
    grade: Grade
    seconds: float
    source: Source


@dataclass(frozen=True, slots=True)
class Undo:
    """The named event counts as never written. An undo cannot be undone."""

    kind: ClassVar[str] = "undo"
    device: str
    seq: int


@dataclass(frozen=True, slots=True)
class Suspend:
    """Out of every session."""

    kind: ClassVar[str] = "suspend"
    card: str


@dataclass(frozen=True, slots=True)
class Unsuspend:
    """Back into the sessions."""

    kind: ClassVar[str] = "unsuspend"
    card: str


@dataclass(frozen=True, slots=True)
class Bury:
    """Not again on this study day."""

    kind: ClassVar[str] = "bury"
    card: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A learner's own flag, put on or taken off."""

    kind: ClassVar[str] = "mark"
    card: str
    on: bool


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting; ``value`` has the type of the field of ``Settings`` it names."""

    kind: ClassVar[str] = "setting"
    name: SettingName
    value: SettingValue


@dataclass(frozen=True, slots=True)
class Other:
    """An event this program does not know yet: kept, and without effect on any state."""

    kind: str
    fields: Mapping[str, object]


NO_EXTRA: Final[Mapping[str, object]] = MappingProxyType({})
"""One for all events: a long log has very many."""

CardBody = Review | Suspend | Unsuspend | Bury | Mark
Body: TypeAlias = "CardBody | Undo | Setting | Other | ExamBody"


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the log: ``(device, seq)`` is its id, ``at`` local time with its offset, in milliseconds.

    ``extra`` keeps the keys that this version does not know.
    """

    device: str
    seq: int
    at: datetime
    body: Body
    extra: Mapping[str, object] = field(default_factory=lambda: NO_EXTRA)


def encode(event: Event) -> bytes:
    """The line of an event, with its line feed.

    Raises ValueError for a time without offset or a text or number that JSON cannot hold.
    """
    fields: dict[str, object] = {
        "v": VERSION,
        "device": event.device,
        "seq": event.seq,
        "at": write_moment(event.at),
        "kind": event.body.kind,
        **_fields(event.body),
        **event.extra,
    }
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode() + b"\n"


def decode(line: bytes) -> Event:
    """The event of a line, with or without its line feed.

    Raises ForeignLine if it is none, LogError ``log_newer`` if a later version wrote it.
    """
    try:
        text = line.decode()
        if own := _own_review(text):
            return own
        fields = _object(text)
        _check_version(fields.pop("v"))
        device, seq = _event_id(fields.pop("device"), fields.pop("seq"))
        at = read_moment(fields.pop("at"))
        body = _body(fields.pop("kind"), fields)
    except (KeyError, TypeError, ValueError, OverflowError, RecursionError) as error:
        raise ForeignLine(f"not an event: {error}") from error
    return Event(device, seq, at, body, NO_EXTRA if not fields or isinstance(body, Other) else fields)


# A review as ``encode`` writes it, which is nearly every line of a log: read in half the time of the general way.
_OWN_REVIEW: Final = re.compile(
    rf'\{{"v":{VERSION},"device":"({DEVICE.pattern})","seq":([1-9]\d{{0,14}}),"at":"({MOMENT.pattern})",'
    rf'"kind":"review","card":"({_CARD.pattern})","grade":"([a-z]+)","seconds":(\d{{1,9}}\.\d{{1,9}}),'
    r'"source":"([a-z]+)"\}\n?',
    re.ASCII,
)


def _own_review(text: str) -> Event | None:
    found = _OWN_REVIEW.fullmatch(text)
    if found is None:
        return None
    device, seq, at, card, grade, seconds, source = found.groups()
    review = Review(card, _GRADES[grade], float(seconds), _SOURCES[source])
    return Event(device, int(seq), datetime.fromisoformat(at), review, NO_EXTRA)


def _refuse(constant: str) -> object:
    raise ValueError(f"{constant} is no JSON")


_parse = json.JSONDecoder(parse_constant=_refuse).raw_decode


def _object(text: str) -> dict[str, Any]:
    value, end = _parse(text)
    if "\\u" in text:  # half a surrogate pair is a string that no file can hold
        json.dumps(value, ensure_ascii=False).encode()
    if type(value) is not dict or text[end:].strip():
        raise ValueError("not one JSON object")
    return value


def _check_version(version: object) -> None:
    if type(version) is not int or version < VERSION:
        raise ValueError("no version of the format")
    if version > VERSION:
        raise LogError("log_newer", version=version, known=VERSION)


def _event_id(device: Any, seq: object) -> tuple[str, int]:
    if not DEVICE.fullmatch(device) or type(seq) is not int or not 1 <= seq < _SEQ_END:
        raise ValueError("no event id")
    return device, seq


def _body(kind: object, fields: dict[str, Any]) -> Body:
    if type(kind) is not str:
        raise ValueError("no kind of event")
    if kind in EXAM_KINDS:
        from studycli.log.exam_lines import read_body  # noqa: PLC0415  # most starts of the program meet none

        return read_body(kind, fields)
    reader = _READERS.get(kind)
    return Other(kind, fields) if reader is None else reader(fields)


def _card(fields: dict[str, Any]) -> str:
    card: str = fields.pop("card")
    if not _CARD.fullmatch(card):
        raise ValueError("not a card")
    return card


_GRADES: Final = {grade.name.lower(): grade for grade in Grade}
_SOURCES: Final = {source.value: source for source in Source}
_SETTINGS: Final = {name.value: name for name in SettingName}


def _review(fields: dict[str, Any]) -> Review:
    return Review(
        _card(fields),
        _GRADES[fields.pop("grade")],
        seconds_of(fields.pop("seconds")),
        _SOURCES[fields.pop("source")],
    )


def _mark(fields: dict[str, Any]) -> Mark:
    on = fields.pop("on")
    if not isinstance(on, bool):
        raise TypeError("neither on nor off")
    return Mark(_card(fields), on)


def _undo(fields: dict[str, Any]) -> Undo:
    target = fields.pop("target")
    return Undo(*_event_id(target["device"], target["seq"]))


def _setting(fields: dict[str, Any]) -> Setting | Other:
    name = _SETTINGS.get(fields["name"])
    if name is None:  # a setting that a later program added within this version
        return Other(Setting.kind, fields)
    del fields["name"]
    return Setting(name, read_value(name, fields.pop("value")))


_READERS: Final[dict[str, Callable[[dict[str, Any]], Body]]] = {
    Review.kind: _review,
    Undo.kind: _undo,
    Suspend.kind: lambda fields: Suspend(_card(fields)),
    Unsuspend.kind: lambda fields: Unsuspend(_card(fields)),
    Bury.kind: lambda fields: Bury(_card(fields)),
    Mark.kind: _mark,
    Setting.kind: _setting,
}


def _fields(body: Body) -> Mapping[str, object]:
    match body:
        case Review(card, grade, seconds, source):
            return {"card": card, "grade": grade.name.lower(), "seconds": seconds, "source": source}
        case Undo(device, seq):
            return {"target": {"device": device, "seq": seq}}
        case Mark(card, on):
            return {"card": card, "on": on}
        case Setting(name, value):
            return {"name": name, "value": value.isoformat() if isinstance(value, date) else value}
        case Other():
            return body.fields
        case Suspend(card) | Unsuspend(card) | Bury(card):
            return {"card": card}
        case _:
            from studycli.log.exam_lines import fields_of  # noqa: PLC0415  # as above

            return fields_of(body)
