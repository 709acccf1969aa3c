"""Texts of the command line: helps, what commands print, questions of the set-up."""

from collections.abc import Callable
from typing import NamedTuple

from studycli.words.model.exam_cli import ExamCliWords
from studycli.words.model.reading_cli import ReadingCliWords
from studycli.words.model.writing import WritingWords


class HelpWords(NamedTuple):
    """Help of the program, its commands and their options. Examples keep their line breaks."""

    usage_options: str
    usage_command: str
    program: str
    program_examples: str
    language: str
    material_language: str
    no_input: str
    debug: str
    version: str
    json: str
    topic: str
    status: str
    status_examples: str
    short: str
    review: str
    review_examples: str
    minutes: str
    limit: str
    new: str
    cram: str
    next: str
    next_examples: str
    grade: str
    grade_examples: str
    seconds: str
    at: str
    config: str
    config_examples: str
    unset: str
    check: str
    check_examples: str
    arguments: Callable[[str], str]
    errors_only: str
    fix: str


class StatusWords(NamedTuple):
    """The summary of today. ``days`` is how many are left to the exam, negative after it."""

    exam: str
    score: str
    plan: str
    leeches: str
    today: str
    done: str
    streak: str
    material: str
    exam_on: Callable[[str, int], str]
    no_exam: str
    expected: Callable[[int, int, int, int, str], str]
    see_plan: Callable[[int], str]
    short_score: str
    to_do: Callable[[int, int, int], str]
    nothing_to_do: str
    waiting: Callable[[int], str]
    reviewed: Callable[[int], str]
    days: Callable[[int], str]
    counts: Callable[[int, int, int], str]
    short: Callable[[int, int, int], str]
    short_done: str
    short_waiting: Callable[[int], str]
    day_off: str
    time_used: str
    nothing_pays: str
    short_day_off: str
    short_time_used: str
    next_command: str


class ScriptWords(NamedTuple):
    """What ``next`` and ``grade`` print for people."""

    front: str
    back: str
    only_in: str
    grade_with: str
    nothing: str
    graded: str
    graded_by_plan: str


class ConfigWords(NamedTuple):
    """Settings and the questions that ask for them."""

    unset: str
    own_parameters: str
    pick: str
    leave: str
    new_value: str
    hints: Callable[[str], str]
    saved: str
    file_comment: str
    choose_number: str
    pick_number: str
    keys: str
    yes: str
    no: str
    needed: str


class FirstStartWords(NamedTuple):
    """The three questions of the first start."""

    welcome: str
    language: str
    skip: str
    exam_date: str
    minutes: str
    not_ahead: str
    done: str


class NoticeWords(NamedTuple):
    """One-line notices on stderr."""

    problems: Callable[[int, str], str]
    foreign: Callable[[int, str], str]
    no_problems: str
    summary: Callable[[int, int, int], str]
    mended: Callable[[str, str, int], str]
    usage_hint: str
    bug: str


class CliWords(NamedTuple):
    """All texts of the command line."""

    help: HelpWords
    status: StatusWords
    script: ScriptWords
    config: ConfigWords
    first_start: FirstStartWords
    notice: NoticeWords
    writing: WritingWords
    exam: ExamCliWords
    reading: ReadingCliWords
