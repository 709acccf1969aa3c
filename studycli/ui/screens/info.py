"""What is known of one card: its place, its state, what to expect of it."""

from dataclasses import dataclass
from datetime import datetime

from rich.table import Table
from rich.text import Text

from studycli.core.leeches import is_leech
from studycli.core.memory import CardState, Engine, Phase, due_at, due_day
from studycli.core.studyday import study_day
from studycli.planner.dayplan import DayPlan
from studycli.ui.bindings import Binding, Step, dispatch, hints
from studycli.ui.deck import Face
from studycli.ui.events import Key, Size
from studycli.ui.frame import Frame, footer, inset
from studycli.ui.look import Look
from studycli.ui.navigation import leave
from studycli.ui.spans import short_chance
from studycli.ui.theme import Role
from studycli.words.model.screens import InfoWords


@dataclass(frozen=True, slots=True)
class InfoState:
    """A card and its state at a moment."""

    face: Face
    state: CardState
    engine: Engine
    retention: float
    at: datetime
    language: str
    plan: DayPlan | None = None


def update(state: InfoState, event: object, _: Look) -> Step[InfoState]:
    """Go back."""
    if isinstance(event, Key):
        return dispatch(KEYS, state, event.name, event.moment)
    return state, ()


KEYS: tuple[Binding[InfoState], ...] = (
    Binding(("q", "escape", "i", "enter", "space"), "q", lambda w: w.back, leave),
)


def rows(state: InfoState, look: Look) -> list[tuple[str, str]]:
    """Labels and values, in reading order."""
    words = look.words.screens.info
    card, face = state.state, state.face
    plain = [
        (words.card, face.id),
        (words.topic, face.topic_title.read(state.language).text),
        (words.place, f"{face.path}:{face.line}"),
        (words.phase, words.phases(card.phase.value)),
        (words.reviews, str(card.reviews)),
        (words.lapses, words.leech.format(n=card.lapses) if is_leech(card) else str(card.lapses)),
        (words.last, card.last_at.strftime("%Y-%m-%d %H:%M") if card.last_at else words.never),
        (words.due, _due(state, words) if state.plan is None else words.by_plan),
    ]
    if card.phase is Phase.NEW:
        return plain
    recall = state.engine.recall(card, study_day(state.at))
    on_the_day = [] if state.plan is None else [(words.on_the_day, short_chance(state.plan.recall(card)))]
    return [
        *plain,
        (words.recall, f"{recall:.0%}"),
        *on_the_day,
        (words.stability, words.days(card.stability_days)),
        (words.difficulty, f"{card.difficulty:.1f} / 10"),
    ]


def _due(state: InfoState, words: InfoWords) -> str:
    soon = due_at(state.state)
    if soon is not None:
        return soon.strftime("%Y-%m-%d %H:%M")
    day = due_day(state.state, state.face.id, state.engine, state.retention)
    return day.isoformat() if day else words.never


def view(state: InfoState, size: Size, look: Look) -> Frame:
    """The rows as a page."""
    words = look.words.screens
    table = Table.grid(padding=(0, 2))
    for label, value in rows(state, look):
        table.add_row(Text(label, style=look.theme[Role.MUTED]), Text(value, overflow="fold"))
    return Frame(
        Text(words.info.title, style=look.theme[Role.TITLE]),
        Text(""),
        inset(table, size),
        footer(hints(KEYS, state, words.keys), size.width, 1, look.theme),
        look,
        size,
    )


def spoken(state: InfoState, look: Look) -> list[str]:
    """The rows as lines to be read aloud."""
    return [look.words.screens.info.title, *(f"{label}: {value}" for label, value in rows(state, look))]
