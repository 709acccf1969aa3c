"""``docs/exam-day.md``: the parts between its markers are written anew from the scores."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from benchmarks.exam_day.results import ROOT
from benchmarks.exam_day.scenarios import Setting, Start
from benchmarks.exam_day.scores import FILL, TUNED, Mean, Scores

FILE: Final = ROOT / "docs" / "exam-day.md"
TITLES: Final = {
    "anki": "Anki as shipped",
    FILL: "Anki going on",
    TUNED: "FSRS tuned",
    "round": "round and round",
    "lowest": "lowest recall first",
    "greedy": "greedy",
    "index": "index policy",
    "index_full": "index policy, failures believed fully",
    "bound": "upper bound",
}
OURS: Final = ("greedy", "index")
"""The product's: the index policy where a plan is solved, greedy before that."""

DIFFERENCES: Final = (
    *(("greedy", FILL), ("greedy", TUNED), ("index", FILL), ("index", TUNED)),
    *(("index", "greedy"), ("index", "index_full")),
)
SHARES: Final = (("index", "bound"), ("index_full", "bound"))
WORLD_TITLES: Final = {
    "plain": "A failure counts fully, no day is missed",
    "fragile": "A failure leaves 0.3 of stability until a pass on the same day",
    "missed": "A fifth of the days is missed",
    "defaults": "Nobody has parameters of their own: all are believed to be FSRS-6's default learner",
}
START_TITLES: Final = {Start.NEW: "all cards new", Start.HALF: "half of the deck learnt before"}
_FULLY_USED: Final = 0.985
_MARKED: Final = re.compile(r"(<!-- (\S+) -->\n).*?(<!-- end -->)", re.DOTALL)


def written(page: str, parts: Mapping[str, str]) -> str:
    """``page`` with each part between its markers; a marker without a part keeps what stands there."""
    return _MARKED.sub(lambda found: _part(found, parts), page)


def _part(found: re.Match[str], parts: Mapping[str, str]) -> str:
    part = parts.get(found[2])
    return found[0] if part is None else f"{found[1]}\n{part}\n{found[3]}"


def parts(scores: Mapping[str, Scores]) -> dict[str, str]:
    """Every part of the page but the aims, by the name in its marker."""
    plain = scores["plain"]
    others = [_world(name, each) for name, each in scores.items() if name != "plain"]
    return {
        "found": found(plain),
        "plain": "\n".join(_table(plain, start, plain.columns) for start in Start),
        "worlds": "\n".join(others),
        "grid": _choices(plain),
    }


def found(scores: Scores) -> str:
    """What was found, in sentences."""
    return "".join([*(_found(scores, name) for name in OURS), _found_of_bound(scores)])


def _found(scores: Scores, name: str) -> str:
    fill, tuned = scores.overall(name, FILL), scores.overall(name, TUNED)
    above = _where(scores, lambda setting: scores.difference(name, TUNED, setting).is_above)
    below = _where(scores, lambda setting: scores.difference(name, TUNED, setting).is_below)
    level = len(scores.settings) - len(above) - len(below)
    return (
        f"- **{TITLES[name].capitalize()}**: {signed(fill)} points against Anki going on until the time is used, "
        f"{signed(tuned)} against FSRS tuned on the grid (means over all settings). Against tuned FSRS it is above "
        f"in {len(above)} of {len(scores.settings)} settings, level within two standard errors in {level}, below "
        f"in {len(below)}{': ' if below else ''}{', '.join(map(named, below))}.\n"
    )


def _found_of_bound(scores: Scores) -> str:
    scarce = [setting for setting in scores.settings if setting.minutes == min(_minutes(scores))]
    others = [setting for setting in scores.settings if setting not in scarce]
    said = [
        f"{_range(scores, name, others)} of the bound that no policy exceeds with 15 or 30 minutes a day, "
        f"{_range(scores, name, scarce)} with 5"
        for name, _ in SHARES
        if name in scores.columns
    ]
    full = f"; with failures believed fully {said[1]}" if len(said) > 1 else ""
    return f"- The index policy reaches {said[0]}{full}.\n"


def _minutes(scores: Scores) -> set[int]:
    return {setting.minutes for setting in scores.settings}


def _range(scores: Scores, name: str, settings: Sequence[Setting]) -> str:
    shares = [scores.share(name, "bound", setting).mean for setting in settings]
    return f"{min(shares):.1f} to {max(shares):.1f}%"


def _where(scores: Scores, holds: Callable[[Setting], bool]) -> list[Setting]:
    return [setting for setting in scores.settings if holds(setting)]


def named(setting: Setting) -> str:
    """A setting in a sentence."""
    return f"{setting.name} {setting.start}"


def _table(scores: Scores, start: Start, columns: Sequence[str]) -> str:
    settings = [setting for setting in scores.settings if setting.start is start]
    rows = [
        [f"{START_TITLES[start]}, %", *(setting.name for setting in settings)],
        ["---", *("---:" for _ in settings)],
        *([TITLES[name], *(_mean(scores, name, setting) for setting in settings)] for name in columns),
        *_differences(scores, settings),
    ]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _differences(scores: Scores, settings: Sequence[Setting]) -> Iterator[list[str]]:
    for name, other in DIFFERENCES:
        if {name, other} <= {*scores.columns}:
            values = [signed(scores.difference(name, other, setting)) for setting in settings]
            yield [f"{TITLES[name]} − {TITLES[other]}", *values]
    for name, whole in SHARES:
        if name in scores.columns:
            shares = [scores.share(name, whole, setting) for setting in settings]
            values = [f"{share.mean:.1f}±{share.error:.1f}" for share in shares]
            yield [f"{TITLES[name]}, % of the bound", *values]


def _mean(scores: Scores, name: str, setting: Setting) -> str:
    used = float(scores.used[name][scores.settings.index(setting)].mean())
    share = f" ({used:.2f})" if used < _FULLY_USED else ""
    return f"{scores.mean(name, setting).mean:.1f}{share}"


def signed(value: Mean, places: int = 1) -> str:
    """A difference with its standard error."""
    return f"{value.mean:+.{places}f}±{value.error:.{places}f}".replace("-", "−")


def _world(name: str, scores: Scores) -> str:
    columns = [column for column in scores.columns if column != "anki"]
    tables = "\n".join(_table(scores, start, columns) for start in Start)
    return f"### {WORLD_TITLES[name]}\n\n{found(scores)}\n{tables}"


def _choices(scores: Scores) -> str:
    rows = ["| setting | chosen, for how many learners |\n| --- | --- |\n"]
    for setting in scores.settings:
        said = "; ".join(f"{choice}: {learners}" for choice, learners in scores.choices(setting))
        rows.append(f"| {named(setting)} | {said} |\n")
    return "".join(rows)
