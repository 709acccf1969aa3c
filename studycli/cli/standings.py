"""Where cards stand at a moment, for pages of notes and for scripts."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from studycli.cli.due import due_time, stamp
from studycli.cli.wiring import Wiring
from studycli.core.cards import Card, cards_of
from studycli.core.memory import CardState, Phase
from studycli.core.studyday import study_day
from studycli.material.placed import PlacedNote
from studycli.ui.deck import NotePage, Standing


def with_cards(wiring: Wiring, page: NotePage, now: datetime) -> NotePage:
    """The page with its cards and where they stand at ``now``."""
    placed = wiring.shelf.note(page.id)
    cards = tuple(_standing(wiring, name, card, now) for name, card in cards_in(placed))
    return replace(page, cards=cards)


def cards_in(placed: PlacedNote) -> Iterator[tuple[str, Card]]:
    """The cards of a note by full id, in order."""
    for entry in placed.note.entries:
        for card in cards_of(entry):
            yield f"{placed.library}/{card.id}", card


def _standing(wiring: Wiring, name: str, card: Card, now: datetime) -> Standing:
    state = wiring.learner.state(name)
    due, recall = _due(wiring, name, state, now), _recall(wiring, state, now)
    return Standing(name, card.front, state.phase, recall, due, state.suspended)


def _due(wiring: Wiring, name: str, state: CardState, now: datetime) -> datetime | None:
    """When a card is due; a plan, which decides up to the exam day, has no day for that."""
    settings = wiring.settings
    if settings.exam_date is not None and study_day(now) <= settings.exam_date:
        return None
    return due_time(state, name, wiring.engine, settings.retention, now.tzinfo)


def _recall(wiring: Wiring, state: CardState, now: datetime) -> float | None:
    return None if state.phase is Phase.NEW else wiring.engine.recall(state, study_day(now))


def described(wiring: Wiring, name: str, card: Card, now: datetime) -> dict[str, object]:
    """A card as scripts read it."""
    state, language = wiring.learner.state(name), wiring.material_language
    return {
        "id": name,
        "kind": card.kind.value,
        "state": state.phase.value,
        "front": card.front.read(language).text,
        "back": card.back.read(language).text,
        "due": stamp(_due(wiring, name, state, now)),
        "retrievability": _recall(wiring, state, now),
    }
