"""Texts of the plan and of results: the page, the commands, their questions."""

from collections.abc import Callable
from typing import NamedTuple


class PlanHelp(NamedTuple):
    """Help of ``plan`` and ``result`` and their options. Examples keep their line breaks."""

    plan: str
    plan_examples: str
    result: str
    result_examples: str
    option: Callable[[str], str]


class PlanAskWords(NamedTuple):
    """The questions that make a plan."""

    intro: str
    exam_date: str
    minutes: str
    days_off: str
    blueprint: str


class PlanPageWords(NamedTuple):
    """The page of the plan. Shares are whole percents; ``days`` is how many are left."""

    title: str
    exam: Callable[[str, int], str]
    exam_of: Callable[[str, str, int], str]
    score: Callable[[int, int, int], str]
    passing: Callable[[int, int], str]
    cards_only: str
    no_forecast: str
    ahead: Callable[[int, int], str]
    on_track: Callable[[int], str]
    behind: Callable[[int, int, int], str]
    cannot_fit: Callable[[int, int], str]
    no_minutes: str
    drop: Callable[[str, int], str]
    reach: Callable[[int, int], str]
    reach_greedily: Callable[[int, int], str]
    more: Callable[[int, int], str]
    rehearse: Callable[[str, int], str]
    eve: str
    today: str
    nothing: str
    days: str
    columns: tuple[str, str, str, str]
    weekdays: tuple[str, ...]
    off: str
    mock: str
    domains: str
    domain: Callable[[str, int, int, int, int], str]
    domain_empty: Callable[[str, int], str]
    movers: str
    mover: Callable[[int, int, str, str, int], str]
    out_of_reach: str
    cards_of: Callable[[int, str], str]
    topics: str
    topic: Callable[[str, int, int], str]
    leeches: str
    leech: Callable[[str, int], str]
    other_leeches: Callable[[int], str]
    scale: Callable[[int, int], str]
    caveat: str
    working: str


class ResultWords(NamedTuple):
    """How a real exam went."""

    line: Callable[[str, str, int, int, bool], str]
    expected: Callable[[int, int, int, int], str]
    unexpected: str
    none: str
    calibration: Callable[[int, int, int], str]
    after_pass: str
    after_fail: Callable[[str, int, str], str]
    weak_first: Callable[[str], str]
    ask_weak: str
    plan_retake: str
    planned: str
    retake_command: str


class PlanWords(NamedTuple):
    """All of them."""

    help: PlanHelp
    ask: PlanAskWords
    page: PlanPageWords
    result: ResultWords
