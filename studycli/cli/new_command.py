"""``studycli new``: a note, an entry or a question, written into a library."""

from collections.abc import Sequence
from typing import Any

from studycli.cli.answers import Answers
from studycli.cli.desk import Desk, finish, open_desk
from studycli.cli.new_question import ask_options, given_options
from studycli.cli.options import NewEntry, NewNote, NewQuestion, Where
from studycli.cli.wiring import Wiring
from studycli.core.bank import QuestionDifficulty
from studycli.core.ledgers import Kind
from studycli.core.library import Text
from studycli.errors import MaterialError, UsageError
from studycli.ui.ask import Choice


def new_note(wiring: Wiring, given: NewNote) -> int:
    """Write a note at the end of its topic. Raises UsageError for what is missing or not sound."""
    desk, answers = _opened(wiring, given.where)
    answers.require(topic=given.where.topic, title=given.title, body=given.body)
    topic = _topic(desk, answers, given.where)
    title, body = answers.text("title", given.title), answers.text("body", given.body)
    name = _id(desk, answers, Kind.NOTE, given.where, title, f"{topic}-note")
    path = desk.require_topic(topic, answers.languages)
    sources = _sources(wiring, given.sources)
    desk.add(path, ("notes",), {"id": name, "title": title, "body": body, "sources": sources})
    return _finished(desk, Kind.NOTE, name, given.where)


def new_entry(wiring: Wiring, given: NewEntry) -> int:
    """Write an entry at the end of its note. Raises UsageError for what is missing or not sound."""
    for name, sides in (("--front", given.front), ("--back", given.back)):
        if given.text and sides:
            raise UsageError("cloze_or_sides", name=name)
    desk, answers = _opened(wiring, given.where)
    _require_parts(desk, answers, given)
    topic = _topic(desk, answers, given.where)
    parts = _parts(answers, given)
    asked: Text = parts["text"] if parts["kind"] == "cloze" else parts["front"]
    name = _id(desk, answers, Kind.ENTRY, given.where, asked, f"{topic}-entry")
    extra = {"extra": answers.given_text("--extra", given.extra)} if given.extra else {}
    path, place = _note(desk, answers, topic, given.note)
    desk.add(path, ("notes", place, "entries"), {"id": name, **parts, **extra})
    return _finished(desk, Kind.ENTRY, name, given.where)


def new_question(wiring: Wiring, given: NewQuestion) -> int:
    """Write a question at the end of its topic's bank. Raises UsageError for what is missing or not sound."""
    desk, answers = _opened(wiring, given.where)
    answers.require(
        topic=given.where.topic, stem=given.stem, option=given.options, why=given.whys, right=given.right,
        domain=given.domain, difficulty=given.difficulty,
    )  # fmt: skip
    topic = _topic(desk, answers, given.where)
    stem = answers.text("stem", given.stem)
    asked = given_options(answers, given) if given.options else ask_options(answers)
    domain = given.domain or answers.name(answers.words.pick_domain)
    name = _id(desk, answers, Kind.QUESTION, given.where, stem, f"{topic}-question")
    item = {
        "id": name,
        "kind": asked.kind.value,
        "domain": domain,
        "difficulty": given.difficulty or _difficulty(answers),
        **({"tests": list(given.tests)} if given.tests else {}),
        "stem": stem,
        "options": asked.options,
        **_explanation(answers, given),
        "sources": _sources(wiring, given.sources),
    }
    desk.require_topic(topic, answers.languages)
    desk.add(desk.require_bank(topic), ("questions",), item)
    return _finished(desk, Kind.QUESTION, name, given.where)


def _opened(wiring: Wiring, where: Where) -> tuple[Desk, Answers]:
    desk = open_desk(wiring, where.library, where.languages)
    declared, wanted = desk.library.languages, wiring.material_language
    spoken = where.languages or declared
    if not where.languages and not wiring.may_ask:
        spoken = (wanted,) if wanted in declared else declared[:1]
    return desk, Answers(wiring, spoken)


def _topic(desk: Desk, answers: Answers, where: Where) -> str:
    return where.topic or answers.topic(desk.names_in(Kind.TOPIC), may_make=desk.is_mine)


def _id(desk: Desk, answers: Answers, kind: Kind, where: Where, text: Text, fallback: str) -> str:
    name = desk.new_id(kind, where.id, text.read("en").text, fallback)
    if where.id is None and answers.may_ask:
        return answers.name_or(name, desk.bench.taken(kind))
    return name


def _require_parts(desk: Desk, answers: Answers, given: NewEntry) -> None:
    needed: dict[str, Any] = {"topic": given.where.topic}
    if not given.text:
        needed |= {"front": given.front, "back": given.back}
    if not desk.is_mine:
        needed |= {"note": given.note}
    answers.require(**needed)


def _parts(answers: Answers, given: NewEntry) -> dict[str, Any]:
    """Kind and texts of an entry."""
    kind = "reversed" if given.both_ways else "basic"
    if given.text:
        kind = "cloze"
    elif not given.front and not given.back and not given.both_ways:
        kinds = ("basic", "reversed", "cloze")
        if answers.may_ask:
            kind = answers.choose(
                answers.words.pick_kind, [Choice(each, answers.words.kind(each)) for each in kinds]
            )
    if kind == "cloze":
        return {"kind": kind, "text": answers.text("text", given.text)}
    front, back = answers.text("front", given.front), answers.text("back", given.back)
    return {"kind": kind, "front": front, "back": back}


def _note(desk: Desk, answers: Answers, topic: str, wanted: str | None) -> tuple[str, int]:
    """File and place of the note an entry goes to: the one wanted, else the last, made if there is none.

    Raises MaterialError if the topic has no such note.
    """
    path = desk.require_topic(topic, answers.languages)
    notes = desk.names_in(Kind.NOTE, path)
    if wanted is not None and wanted not in notes:
        raise MaterialError("unknown_note", note=wanted, topic=topic, known=", ".join(notes))
    if not notes:
        name = desk.new_id(Kind.NOTE, None, topic, topic)
        title = Text(dict.fromkeys(answers.languages, topic))
        body = Text(dict.fromkeys(answers.languages, answers.words.own_cards))
        desk.add(path, ("notes",), {"id": name, "title": title, "body": body, "sources": []})
        return path, 0
    return path, notes.index(wanted or notes[-1])


def _difficulty(answers: Answers) -> str:
    return answers.choose(
        answers.words.pick_difficulty, [Choice(each.value, each.value) for each in QuestionDifficulty]
    )


def _explanation(answers: Answers, given: NewQuestion) -> dict[str, Text]:
    if not given.explanation:
        return {}
    return {"explanation": answers.given_text("--explanation", given.explanation)}


def _sources(wiring: Wiring, urls: Sequence[str]) -> list[dict[str, str]]:
    return [{"url": url, "checked": wiring.clock().at.date().isoformat()} for url in urls]


def _finished(desk: Desk, kind: Kind, name: str, where: Where) -> int:
    written = desk.put(kind, name)
    return finish(desk.wiring, desk.bench.folder / written.path, written.line, no_edit=where.no_edit)
