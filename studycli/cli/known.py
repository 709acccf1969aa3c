"""How well topics and notes are known at a moment."""

from datetime import datetime
from functools import cached_property

from studycli.cli.wiring import Wiring
from studycli.core.knowledge import Knowledge, knowledge
from studycli.core.memory import CardState
from studycli.core.studyday import study_day
from studycli.errors import MaterialError
from studycli.ui.deck import KnownRow


class Known:
    """Rows of topics and notes, each with how well its cards are known on the study day of ``now``."""

    def __init__(self, wiring: Wiring, now: datetime) -> None:
        self._wiring = wiring
        self._day = study_day(now)

    @cached_property
    def _states(self) -> dict[str, CardState]:
        return self._wiring.learner.states()

    def _of(self, cards: tuple[str, ...]) -> Knowledge:
        return knowledge(cards, self._states, self._day, self._wiring.engine)

    def topics(self) -> tuple[KnownRow, ...]:
        """The topics in teaching order, by full id."""
        shelf = self._wiring.shelf
        rows = ((f"{topic.library}/{topic.id}", topic.title) for topic in shelf.topics())
        return tuple(
            KnownRow(name, title, self._of(tuple(ref.id for ref in shelf.refs(name)))) for name, title in rows
        )

    def topic(self, name: str) -> tuple[KnownRow, ...]:
        """The topics of a short or full id. Raises MaterialError, naming those there are, if there is none."""
        rows = self.topics()
        found = tuple(row for row in rows if name in {row.id, row.id.partition("/")[2]})
        if not found:
            known = ", ".join(dict.fromkeys(row.id.partition("/")[2] for row in rows))
            raise MaterialError("unknown_topic", topic=name, known=known)
        return found

    def notes(self, topic: str) -> tuple[KnownRow, ...]:
        """The notes of a topic by full id, in order."""
        heads = self._wiring.shelf.note_heads(topic)
        return tuple(KnownRow(note.id, note.title, self._of(note.cards)) for note in heads)
