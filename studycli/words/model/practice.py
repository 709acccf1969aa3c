"""Texts of the screens on questions outside a sitting: practice, the score report, disputes."""

from collections.abc import Callable
from typing import NamedTuple


class QuestionWords(NamedTuple):
    """One question and its answer. ``confidence`` takes ``sure``, ``unsure`` or ``guess``."""

    right: str
    wrong: str
    unanswered: str
    key: str
    yours: str
    struck: str
    flagged: str
    unscored: str
    explanation: str
    cards: str
    gone: str
    changed: str
    note_of: str
    seconds: str
    confidence: Callable[[str], str]


class PracticeWords(NamedTuple):
    """Questions one at a time."""

    title: str
    progress: str
    end_title: str
    nothing: str
    result: Callable[[int, int], str]
    cards_first: Callable[[int], str]
    no_cards_first: str
    ten_more: str
    leave: str
    nothing_more: str


class ReportWords(NamedTuple):
    """The score report of a sitting, and the list of its questions."""

    title: str
    score: Callable[[int, int, int, int], str]
    passed: str
    failed: str
    approximation: str
    counts: Callable[[int, int], str]
    unscored: Callable[[int], str]
    timed_out: str
    unanswered: Callable[[int], str]
    disputes: str
    domains: str
    topics: str
    part: str
    meets: str
    needs: str
    pace: str
    used: Callable[[int, int], str]
    mean: str
    halves: Callable[[str, int, str], str]
    changes: str
    changed: str
    flags: str
    flagged: str
    unflagged: str
    sureness: str
    said_nothing: str
    sure_and_wrong: str
    trend: str
    trend_point: Callable[[str, int, bool], str]
    list_title: Callable[[str], str]
    none: str


class DisputeWords(NamedTuple):
    """The line a person writes against a question or card."""

    title: str
    question: str
    card: str
    prompt: str
    empty: str
    full: str
    saved: str
    change: str
    settled: str
