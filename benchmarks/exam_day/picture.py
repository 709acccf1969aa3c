"""``docs/exam-day.svg``: recall on the exam day of a few policies, one line for each setting."""

from collections.abc import Iterator, Sequence
from typing import Final

from benchmarks.exam_day.page import START_TITLES
from benchmarks.exam_day.results import ROOT
from benchmarks.exam_day.scenarios import Setting, Start
from benchmarks.exam_day.scores import FILL, TUNED, Scores

FILE: Final = ROOT / "docs" / "exam-day.svg"
MARKS: Final = {
    "anki": ("Anki as shipped", "#b4b4b4"),
    FILL: ("Anki, going on", "#7a7a7a"),
    TUNED: ("FSRS tuned", "#c07a1a"),
    "greedy": ("greedy", "#1f6fb4"),
    "index": ("index policy", "#0a8754"),
    "bound": ("upper bound", "#d03a3a"),
}
"""Legend and colour; drawn in this order, the last on top."""

_WIDTH, _LEFT, _RIGHT, _TOP, _LINE, _GAP = 760, 70, 20, 58, 18, 30
_LOWEST: Final = 10
_STYLE: Final = 'font-family="sans-serif" font-size="12" role="img" aria-label="Recall on the exam day"'


def picture(scores: Scores) -> str:
    """The picture as SVG."""
    shown = [name for name in MARKS if name in scores.columns]
    blocks = [[each for each in scores.settings if each.start is start] for start in Start]
    height = _TOP + sum(_GAP + _LINE * len(block) for block in blocks if block) + 10
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" {_STYLE}>',
        f'<rect width="{_WIDTH}" height="{height}" fill="#ffffff"/>',
        *_legend(shown),
        *_scale(height),
    ]
    top = _TOP
    for block in filter(None, blocks):
        lines += _block(scores, block, shown, top)
        top += _GAP + _LINE * len(block)
    return "\n".join([*lines, "</svg>", ""])


def _legend(shown: Sequence[str]) -> Iterator[str]:
    step = (_WIDTH - _LEFT) // len(shown)
    for place, name in enumerate(shown):
        title, colour = MARKS[name]
        x = _LEFT + place * step
        yield f'<circle cx="{x}" cy="16" r="5" fill="{colour}"/><text x="{x + 10}" y="20">{title}</text>'


def _scale(height: int) -> Iterator[str]:
    for value in range(_LOWEST, 101, 10):
        x = _x(value)
        yield f'<line x1="{x}" x2="{x}" y1="{_TOP - 8}" y2="{height - 8}" stroke="#e4e4e4"/>'
        yield f'<text x="{x}" y="{_TOP - 14}" text-anchor="middle" fill="#666666">{value}%</text>'


def _block(scores: Scores, block: Sequence[Setting], shown: Sequence[str], top: int) -> Iterator[str]:
    yield f'<text x="8" y="{top + 14}" font-weight="bold">{START_TITLES[block[0].start]}</text>'
    for place, setting in enumerate(block):
        y = top + _GAP + _LINE * place
        means = {name: scores.mean(name, setting).mean for name in shown}
        ends = _x(min(means.values())), _x(max(means.values()))
        yield f'<text x="8" y="{y + 4}">{setting.name}</text>'
        yield f'<line x1="{ends[0]}" x2="{ends[1]}" y1="{y}" y2="{y}" stroke="#b4b4b4"/>'
        for name, mean in means.items():
            yield f'<circle cx="{_x(mean)}" cy="{y}" r="5" fill="{MARKS[name][1]}"/>'


def _x(value: float) -> float:
    share = (max(value, _LOWEST) - _LOWEST) / (100 - _LOWEST)
    return round(_LEFT + share * (_WIDTH - _LEFT - _RIGHT), 1)
