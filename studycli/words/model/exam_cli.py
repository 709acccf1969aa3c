"""Texts of ``studycli exam`` and ``studycli practice`` on the command line."""

from collections.abc import Callable
from typing import NamedTuple


class ExamHelp(NamedTuple):
    """Help of the commands and their options. Examples keep their line breaks."""

    practice: str
    practice_examples: str
    exam: str
    exam_examples: str
    start: str
    start_examples: str
    resume: str
    resume_examples: str
    list: str
    list_examples: str
    report: str
    report_examples: str
    discard: str
    discard_examples: str
    print: str
    print_examples: str
    option: Callable[[str], str]


class HistoryWords(NamedTuple):
    """What ``exam list``, ``exam report`` and ``exam discard`` print."""

    none: str
    open: str
    result: Callable[[int, bool, int, int], str]
    goes_on: str
    overdue: str
    item: Callable[[int, str, str], str]
    no_items: str
    dispute: str
    discard: str
    discarded: str
    kept: str


class PrintWords(NamedTuple):
    """A paper on paper."""

    about: Callable[[int, int], str]
    choose: Callable[[int], str]
    key: str
    made_by: str


class ExamCliWords(NamedTuple):
    """All of them."""

    help: ExamHelp
    history: HistoryWords
    paper: PrintWords
