"""Texts of the mock exam."""

from collections.abc import Callable
from typing import NamedTuple


class RuleWords(NamedTuple):
    """The page before the clock runs."""

    title: str
    size: Callable[[int, int, int], str]
    scale: Callable[[int, int, int], str]
    approximation: str
    unscored: Callable[[int, int], str]
    penalty: str
    all_or_nothing: str
    strict: str
    relaxed: str
    keys: tuple[str, ...]
    start: str
    not_started: str


class SittingWords(NamedTuple):
    """A question of the exam, and what its keys answer."""

    answered: Callable[[int], str]
    flags: Callable[[int], str]
    flagged: str
    unsaved: Callable[[int], str]
    left: str
    ask: Callable[[int], str]
    chosen_of: Callable[[int, int], str]
    chosen: str
    cursor: str
    options_above: str
    submitted: Callable[[int, int, int], str]
    choose_more: Callable[[int, int], str]
    one_too_many: Callable[[int], str]
    strike_which: str
    strike_on: Callable[[int], str]
    strike_off: Callable[[int], str]
    strike_chosen: str
    flag_on: str
    flag_off: str
    no_option: Callable[[int], str]
    first: str
    last: str
    warning: Callable[[int], str]


class GridWords(NamedTuple):
    """The overview of all questions."""

    title: str
    legend: str
    everything: str
    unanswered: str
    flagged: str
    none: str
    number: str
    is_answered: str
    is_unanswered: str
    is_flagged: str
    is_current: str
    typed: Callable[[str], str]
    no_such: Callable[[int], str]


class ConfirmWords(NamedTuple):
    """Before leaving and before handing in."""

    hand_in_title: str
    leave_title: str
    unanswered: Callable[[int, str], str]
    flagged: Callable[[int, str], str]
    complete: str
    final: str
    hand_in: str
    leave_strict: str
    leave_relaxed: str
    leave_unsaved: Callable[[int], str]
    stay: str


class OverWords(NamedTuple):
    """The exam is over, and its report does not come."""

    title: str
    unsaved: Callable[[int], str]
    wait: str


class ExamWords(NamedTuple):
    """All texts of the mock exam."""

    rules: RuleWords
    sitting: SittingWords
    grid: GridWords
    confirm: ConfirmWords
    over: OverWords
