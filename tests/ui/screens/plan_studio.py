"""A plan in numbers of its own, so that its page looks alike everywhere."""

from dataclasses import replace
from datetime import date, timedelta

from studycli.core.blueprints import Blueprint, Domain
from studycli.core.foresight import Standing
from studycli.core.library import Text
from studycli.planner.days import PlannedDay
from studycli.planner.forecast.values import Forecast, Mover, Outlook, Part, Share
from studycli.planner.plan import Plan, TopicAhead
from studycli.planner.standing import Stand
from studycli.ui.screens.plan_text import Leech, PlanPage
from tests.ui.screens.studio import FACES

DAY = date(2026, 11, 23)


def _text(ko: str, en: str) -> Text:
    return Text({"ko": ko, "en": en})


EXAM = Blueprint(
    "saa-c03",
    _text("AWS SAA-C03 모의시험", "AWS SAA-C03 mock exam"),
    65,
    130,
    100,
    1000,
    720,
    (
        Domain("secure", _text("보안 아키텍처 설계", "Design Secure Architectures"), 60),
        Domain("cheap", _text("비용에 최적화된 아키텍처 설계", "Design Cost-Optimized Architectures"), 40),
    ),
    50,
)
TOPICS = {"lambda-limits": _text("Lambda 한도", "Lambda limits"), "cognito": _text("Cognito", "Cognito")}
STAND = Stand(Standing.BEHIND, 0.9, 0.842, -85)


def days(length: int) -> tuple[PlannedDay, ...]:
    """Sundays off, a short mock exam a week and three days before."""
    found = []
    for at in range(length):
        day = DAY + timedelta(days=at)
        if day.weekday() == 6:
            found.append(PlannedDay(day, 0, 0, 0, is_off=True))
        elif length - at in {7, 3}:
            found.append(PlannedDay(day, 25, 12, 0, "quick"))
        else:
            found.append(PlannedDay(day, 25, 4 * at, max(0, 60 - 7 * at)))
    return tuple(found)


def plan(length: int = 21) -> Plan:
    exam = DAY + timedelta(days=length)
    forecast = Forecast(
        Outlook(DAY, exam, "saa-c03", 784, 657, 900, 0.7637),
        ((784, 1.0),),
        (
            Part("secure", 0.6, 12, Share(0.72, 0.61, 0.84), 0.84),
            Part("cheap", 0.4, 0, None, None),
        ),
        (Part("lambda-limits", 1.0, 12, Share(0.72, 0.61, 0.84), 0.84),),
        (
            Mover("secure", "cognito", ("a/one", "a/two"), 11.2, 9.4),
            Mover("secure", "lambda-limits", ("a/three",), 0.2, 1.2),
            Mover("cheap", "lambda-limits", ("a/three",), 0.2, 0.2),
        ),
        ("a/four",),
        0.0,
    )
    return Plan(
        DAY,
        exam,
        days(length),
        STAND,
        forecast,
        (TopicAhead("lambda-limits", 0.842, 1.0), TopicAhead("cognito", 0.5, 0.0)),
        (("cognito", 14), ("lambda-limits", 1)),
        62,
        is_priced=length <= 90,
    )


def page(length: int = 21, **changed: object) -> PlanPage:
    """The page of a plan so many days long, with some of the plan changed."""
    leeches = (Leech("lib/timeout", FACES["lib/timeout"].front, 9),)
    return PlanPage(replace(plan(length), **changed), EXAM, TOPICS, leeches, EXAM, 0.893)  # type: ignore[arg-type]
