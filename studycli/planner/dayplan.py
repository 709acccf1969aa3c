"""What the plan takes on one study day: the agenda, and what the exam day looks like after each grade."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from studycli.core.agenda import FIRST, Agenda, Given, Item, ranked, trimmed
from studycli.core.memory import NEW_CARD, CardState, Engine, Phase
from studycli.core.queue import is_open
from studycli.core.refs import CardRef
from studycli.planner.belief import Belief, FourGrades
from studycli.planner.greedy import after_each, recall_on_exam
from studycli.planner.index import Index


class DayPlan(NamedTuple):
    """One study day up to the exam. ``pace`` is the learner's seconds over those that ``worth`` expects.

    An answer pays from ``least_gain`` on.
    """

    day: date
    exam: date
    engine: Engine
    belief: Belief
    worth: Index
    least_gain: float
    pace: float

    def item(self, card: str, entry: str, state: CardState) -> Item | None:
        """The card as one to take, if an answer pays."""
        worth = self.worth(card, state)
        if worth.gain < self.least_gain:
            return None
        return _item(card, entry, state, worth.per_s, worth.seconds * self.pace)

    def recall(self, state: CardState) -> float:
        """Recall on the exam day without another answer."""
        return recall_on_exam(state, self.exam, self.engine, self.belief)

    def recalls(self, state: CardState) -> FourGrades:
        """Recall on the exam day after each grade now, and no answer until then."""
        return after_each(state, self.day, self.exam, self.engine, self.belief)

    def agenda(
        self,
        refs: Iterable[CardRef],
        states: Mapping[str, CardState],
        given: tuple[Given, ...] = (),
        first: Sequence[str] = (),
        new_limit: int | None = None,
        limit: int | None = None,
    ) -> Agenda:
        """The cards that pay, best first, behind those of ``first``, which come whether they pay or not.

        Suspended cards and those buried on the day are never among them. ``new_limit`` and ``limit`` are the most
        new cards, and cards at all.
        """
        front = {card: place for place, card in enumerate(dict.fromkeys(first))}
        pulled: dict[int, Item] = {}
        paying: list[Item] = []
        for ref in refs:
            state = states.get(ref.id, NEW_CARD)
            if not is_open(state, self.day):
                continue
            if ref.id in front:
                pulled[front[ref.id]] = self._pulled(ref, state)
            elif item := self.item(ref.id, ref.entry, state):
                paying.append(item)
        items = [*(pulled[place] for place in sorted(pulled)), *ranked(paying)]
        return Agenda(trimmed(items, new_limit, limit), given)

    def best(self, refs: Iterable[CardRef], states: Mapping[str, CardState]) -> list[Item]:
        """All cards but those passed today, best first, whether they pay or not."""
        items = []
        for ref in refs:
            state = states.get(ref.id, NEW_CARD)
            passed = state.phase is Phase.REVIEW and state.last_day is not None and state.last_day >= self.day
            if is_open(state, self.day) and not passed:
                worth = self.worth(ref.id, state)
                items.append(_item(ref.id, ref.entry, state, worth.per_s, worth.seconds * self.pace))
        return ranked(items)

    def _pulled(self, ref: CardRef, state: CardState) -> Item:
        seconds = self.worth(ref.id, state).seconds * self.pace
        return _item(ref.id, ref.entry, state, FIRST, seconds)


def _item(card: str, entry: str, state: CardState, per_s: float, seconds: float) -> Item:
    return Item(card, entry, per_s, seconds, state.phase is Phase.NEW)
