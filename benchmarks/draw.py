"""Drawing 65 of 5,000 questions, half of them shown before: ``python -m benchmarks.draw``."""

import sys
from datetime import datetime, timedelta, timezone
from statistics import median
from time import perf_counter

from studycli.core.bank import QuestionUse
from studycli.core.blueprints import Blueprint, Domain
from studycli.core.exam.draw import draw
from studycli.core.library import Text
from studycli.core.questions import QuestionRef

QUESTIONS = 5_000
ROUNDS = 21
TARGET_MS = 50.0
WEIGHTS = {"secure": 30, "resilient": 26, "high-performing": 24, "cost-optimized": 20}
NOON = datetime(2026, 11, 23, 12, tzinfo=timezone(timedelta(hours=9)))


def bank() -> list[QuestionRef]:
    domains, options = list(WEIGHTS), tuple("abcd")
    return [
        QuestionRef(f"aws/q-{n}", f"topic-{n % 12}", domains[n % 4], QuestionUse.EXAM, options, ("a",))
        for n in range(QUESTIONS)
    ]


def main() -> int:
    """Print the median; 1 if the target is missed."""
    text = Text({"en": "text"})
    domains = tuple(Domain(name, text, weight) for name, weight in WEIGHTS.items())
    blueprint = Blueprint("saa-c03", text, 65, 130, 100, 1000, 720, domains, 50)
    refs = bank()
    seen = {ref.id: NOON - timedelta(minutes=place) for place, ref in enumerate(refs) if place % 2}
    times_ms = []
    for seed in range(ROUNDS):
        began_s = perf_counter()
        draw(blueprint, refs, seen, seed)
        times_ms.append((perf_counter() - began_s) * 1000)
    print(f"65 of {QUESTIONS:,}  median {median(times_ms):.1f} ms (target {TARGET_MS:g})")
    return int(median(times_ms) > TARGET_MS)


if __name__ == "__main__":
    sys.exit(main())
