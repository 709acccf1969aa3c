"""Options of commands as values."""

from typing import NamedTuple


class ReviewOptions(NamedTuple):
    """What ``studycli review`` was asked for; None where nothing was."""

    topic: str | None = None
    minutes: int | None = None
    limit: int | None = None
    new: int | None = None
    cram: bool = False
    exam_cards: bool = True


class Where(NamedTuple):
    """Where a new item goes and what it is called; ``languages`` are those of its texts, in their order."""

    topic: str | None = None
    library: str | None = None
    id: str | None = None
    languages: tuple[str, ...] = ()
    no_edit: bool = False


class NewNote(NamedTuple):
    """What ``studycli new note`` was given: of each text one for each language."""

    where: Where
    title: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


class NewEntry(NamedTuple):
    """What ``studycli new entry`` was given: ``text`` with gaps, or ``front`` and ``back``."""

    where: Where
    note: str | None = None
    front: tuple[str, ...] = ()
    back: tuple[str, ...] = ()
    text: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    both_ways: bool = False


class NewQuestion(NamedTuple):
    """What ``studycli new question`` was given; ``options`` and ``whys`` are written ``ID=TEXT``."""

    where: Where
    stem: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    right: tuple[str, ...] = ()
    whys: tuple[str, ...] = ()
    domain: str | None = None
    difficulty: str | None = None
    explanation: tuple[str, ...] = ()
    tests: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


class PaperOptions(NamedTuple):
    """Which paper ``exam start`` and ``exam print`` were asked for."""

    blueprint: str | None = None
    questions: int | None = None
    minutes: int | None = None
    topic: str | None = None
    seed: int | None = None


class SittingOptions(NamedTuple):
    """How the paper of ``exam start`` is to be sat; ``retake`` is an attempt whose questions are sat again."""

    extra_minutes: int = 0
    relaxed: bool = False
    retake: str | None = None


class PracticeOptions(NamedTuple):
    """What ``studycli practice`` was asked for."""

    topic: str | None = None
    limit: int = 10
    wrong: bool = False
    flagged: bool = False


class PlanOptions(NamedTuple):
    """What ``studycli plan`` is to set, as typed; None where nothing is."""

    exam_date: str | None = None
    minutes: str | None = None
    days_off: str | None = None
    blueprint: str | None = None
