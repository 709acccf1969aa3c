"""Banks, answers and prospects that the tests of the forecast share."""

from collections.abc import Mapping, Sequence
from datetime import date

from hypothesis import strategies as st

from studycli.core.blueprints import Blueprint, Domain
from studycli.core.questions import QuestionRef
from studycli.core.refs import CardRef
from studycli.planner.forecast.level import FITTED_PRIOR, Prior
from studycli.planner.forecast.make import forecast_of
from studycli.planner.forecast.values import Forecast, Ground, Judged, Prospect
from tests.core.exam.samples import NAMES, SAA, TEXT, ref

DAY = date(2026, 12, 10)
EXAM = date(2026, 12, 24)
TOPICS = ("lambda", "dynamodb", "cognito")
AS_THE_CARDS_SAY = Prior(40.0, 1e-9, -40.0, 1e-9, 0.0, 1e-9, 1e-9)
"""What is recalled is answered right, nothing else is known: ``c + (1 - c) * P`` to the letter."""


def card(name: str, topic: str = "lambda") -> CardRef:
    return CardRef(f"aws/{name}", f"aws/{name}", topic)


def blueprint(questions: int, *weights: tuple[str, int], scored: int | None = None) -> Blueprint:
    domains = tuple(Domain(name, TEXT, weight) for name, weight in weights)
    return Blueprint("small", TEXT, questions, 10, 100, 1000, 720, domains, scored)


def bank(each: int) -> list[QuestionRef]:
    """So many questions of each domain and topic, each with two cards: one of its own, and one of its topic."""
    return [
        ref(f"{domain}-{topic}-{n}", domain, topic, tests=(f"aws/{domain}-{topic}-{n}", f"aws/{topic}-all"))
        for domain in NAMES
        for topic in TOPICS
        for n in range(each)
    ]


def cards_of(refs: Sequence[QuestionRef]) -> list[CardRef]:
    found = {name: CardRef(name, name, each.topic) for each in refs for name in each.tests}
    return list(found.values())


BANK = bank(6)
GROUND = Ground(BANK, cards_of(BANK), SAA)


def flat(recall: float, ground: Ground = GROUND) -> dict[str, float]:
    return {each.id: recall for each in ground.cards}


def answer(number: int, right: float, recall: float = 0.5, weight: float = 1.0) -> Judged:
    each = BANK[number % len(BANK)]
    return Judged(each.id, each.topic, recall, 0.25, right, weight)


def forecast(
    planned: Mapping[str, float],
    answers: Sequence[Judged] = (),
    ground: Ground = GROUND,
    idle: Mapping[str, float] | None = None,
    prior: Prior = FITTED_PRIOR,
) -> Forecast:
    prospect = Prospect(planned if idle is None else idle, planned, 14)
    found = forecast_of(ground, prospect, answers, DAY, EXAM, prior=prior)
    assert found is not None
    return found


answers = st.lists(
    st.builds(
        answer,
        st.integers(0, len(BANK) - 1),
        st.sampled_from([0.0, 0.25, 1.0]),
        st.floats(0.0, 1.0),
        st.floats(0.0, 1.0),
    ),
    max_size=40,
)
