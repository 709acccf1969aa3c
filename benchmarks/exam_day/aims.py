"""What was aimed at before anything was measured, and what came of it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from benchmarks.exam_day.page import TITLES, named, signed
from benchmarks.exam_day.scenarios import Setting
from benchmarks.exam_day.scores import FILL, TUNED, Mean, Scores

LEAST_OVER_ANKI: Final = 10.0
LEAST_SHARE: Final = 98.5
LEAST_SHARE_SCARCE: Final = 96.5
SCARCE_MINUTES: Final = 5
MOST_LOST: Final = 2.0
"""Points that not trusting a failure may cost where it can be trusted."""


class Aim(NamedTuple):
    """One line of the table."""

    aim: str
    came: str
    verdict: str


def aims(scores: Mapping[str, Scores]) -> str:
    """The table."""
    plain, fragile, missed = (scores[world] for world in ("plain", "fragile", "missed"))
    rows = [
        *(_above_tuned(plain, name) for name in ("index", "greedy")),
        *(_above_anki(plain, name) for name in ("index", "greedy")),
        _near_bound(plain, [each for each in plain.settings if each.minutes > SCARCE_MINUTES], LEAST_SHARE),
        _near_bound(
            plain, [each for each in plain.settings if each.minutes <= SCARCE_MINUTES], LEAST_SHARE_SCARCE
        ),
        _little_lost(plain),
        _above("where a failure leaves 0.3: above failures believed fully", fragile, "index_full"),
        _above("with a fifth of the days missed: above greedy", missed, "greedy"),
    ]
    lines = [f"| {row.aim} | {row.came} | {row.verdict} |\n" for row in rows]
    return "".join(["| aim | came out | |\n| --- | --- | --- |\n", *lines])


def verdict(values: Iterable[Mean], least: float) -> str:
    """Whether all means are at ``least``, and if not, whether chance explains it."""
    over = [Mean(value.mean - least, value.error) for value in values]
    if all(each.mean >= 0.0 for each in over):
        return "reached"
    if any(each.is_below for each in over):
        return "**not reached**"
    return "missed by less than two standard errors"


def _above_tuned(scores: Scores, name: str) -> Aim:
    found = {setting: scores.difference(name, TUNED, setting) for setting in scores.settings}
    return Aim(
        f"{TITLES[name]}: above FSRS tuned in each of {len(found)} settings",
        _counted(found),
        verdict(found.values(), 0.0),
    )


def _above_anki(scores: Scores, name: str) -> Aim:
    found = scores.overall(name, FILL)
    return Aim(
        f"{TITLES[name]}: {LEAST_OVER_ANKI:g} points above Anki going on, mean of all settings",
        signed(found),
        verdict([found], LEAST_OVER_ANKI),
    )


def _near_bound(scores: Scores, settings: Sequence[Setting], least: float) -> Aim:
    found = {setting: scores.share("index_full", "bound", setting) for setting in settings}
    minutes = " or ".join(map(str, sorted({setting.minutes for setting in settings})))
    at, worst = min(found.items(), key=lambda each: each[1].mean)
    return Aim(
        f"{TITLES['index_full']}: {least}% of the bound in each of {len(found)} settings with {minutes} minutes",
        f"least {worst.mean:.1f}±{worst.error:.1f}% ({named(at)})",
        verdict(found.values(), least),
    )


def _little_lost(scores: Scores) -> Aim:
    found = {setting: scores.difference("index", "index_full", setting) for setting in scores.settings}
    at, worst = min(found.items(), key=lambda each: each[1].mean)
    return Aim(
        f"{TITLES['index']}: at most {MOST_LOST:g} points below failures believed fully",
        f"most {signed(worst)} ({named(at)}); mean {signed(scores.overall('index', 'index_full'))}",
        verdict(found.values(), -MOST_LOST),
    )


def _above(aim: str, scores: Scores, other: str) -> Aim:
    found = {setting: scores.difference("index", other, setting) for setting in scores.settings}
    overall = scores.overall("index", other)
    return Aim(
        f"{TITLES['index']}, {aim}", f"mean {signed(overall)}; {_counted(found)}", verdict([overall], 0.0)
    )


def _counted(found: Mapping[Setting, Mean]) -> str:
    above = sum(each.mean > 0.0 for each in found.values())
    clearly = sum(each.is_above for each in found.values())
    at, worst = min(found.items(), key=lambda each: each[1].mean)
    return f"above in {above}, by more than two standard errors in {clearly}; least {signed(worst)} ({named(at)})"
