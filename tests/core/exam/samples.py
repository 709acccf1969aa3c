"""Blueprints, banks and sittings for tests: built in few words, or made by hypothesis."""

from collections.abc import Iterable
from datetime import datetime, timedelta, timezone

from hypothesis import strategies as st

from studycli.core.bank import QuestionUse
from studycli.core.blueprints import Blueprint, Domain
from studycli.core.exam.attempt import Attempt, Mode, begin
from studycli.core.exam.paper import Paper, PaperItem, Terms
from studycli.core.library import Text
from studycli.core.questions import QuestionRef

TEXT = Text({"en": "text"})
NOON = datetime(2026, 11, 23, 12, tzinfo=timezone(timedelta(hours=9)))
NAMES = ("secure", "resilient", "high-performing", "cost-optimized")
WEIGHTS = (30, 26, 24, 20)
DOMAINS = tuple(Domain(name, TEXT, weight) for name, weight in zip(NAMES, WEIGHTS, strict=True))
SAA = Blueprint("saa-c03", TEXT, 65, 130, 100, 1000, 720, DOMAINS, 50)
QUICK = Blueprint("quick", TEXT, 10, 20, 100, 1000, 720, DOMAINS)
TERMS = Terms("aws/saa-c03", 100, 1000, 720, tuple(zip(NAMES, WEIGHTS, strict=True)))


def ref(
    name: str,
    domain: str = "secure",
    topic: str = "lambda",
    use: QuestionUse = QuestionUse.EXAM,
    options: Iterable[str] = "abcd",
    right: Iterable[str] = "a",
    last: Iterable[str] = (),
    tests: tuple[str, ...] = (),
) -> QuestionRef:
    return QuestionRef(f"aws/{name}", topic, domain, use, tuple(options), tuple(right), tuple(last), tests)


def bank(each: int) -> list[QuestionRef]:
    """So many questions of each domain."""
    return [ref(f"{domain}-{number}", domain) for domain in NAMES for number in range(each)]


def item(
    name: str, right: str = "a", options: str = "abcd", domain: str = "secure", scored: bool = True
) -> PaperItem:
    return PaperItem(f"aws/{name}", "lambda", domain, tuple(options), tuple(right), scored)


def sitting(
    *items: PaperItem, mode: Mode = Mode.STRICT, allowed_s: float = 600.0, reading_s: float | None = 0.0
) -> Attempt:
    return begin("aaaaaaaa-1", TERMS, Paper(7, items), mode, allowed_s, NOON, reading_s)


def later(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


@st.composite
def papers(draw: st.DrawFn) -> Paper:
    """Up to six questions with one right option or more."""
    items = []
    for number in range(draw(st.integers(0, 6))):
        options = draw(st.permutations("abcde"))[: draw(st.integers(2, 5))]
        right = tuple(options[: draw(st.integers(1, len(options)))])
        domain, scored = draw(st.sampled_from(NAMES)), draw(st.booleans())
        items.append(PaperItem(f"aws/q{number}", "lambda", domain, tuple(options), right, scored))
    return Paper(draw(st.integers()), tuple(items))
