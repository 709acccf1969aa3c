"""Texts of the screens."""

from collections.abc import Callable
from typing import NamedTuple


class SpanWords(NamedTuple):
    """Lengths of time. Short forms fit on a button."""

    minutes_short: str
    hours_short: str
    days_short: str
    months_short: str
    years_short: str


class KeyWords(NamedTuple):
    """What a key does, in one or two words, for the footer and the help page."""

    reveal: str
    again: str
    hard: str
    good: str
    easy: str
    undo: str
    language: str
    note: str
    edit: str
    info: str
    mark: str
    bury: str
    suspend: str
    revive: str
    help: str
    quit: str
    back: str
    move: str
    choose: str
    scroll: str
    sideways: str
    next: str
    previous: str
    submit: str
    flag: str
    strike: str
    confidence: str
    dispute: str
    retake: str
    questions: str
    open: str
    only_wrong: str
    only_flagged: str
    only_slow: str
    all: str
    save: str
    erase: str
    start: str
    confirm: str
    overview: str
    clock: str
    hand_in: str
    only_unanswered: str
    number: str
    report: str
    leeches: str
    review: str
    search: str
    clear: str
    settings: str


class ReviewWords(NamedTuple):
    """The review screen."""

    progress: str
    left: str
    new: str
    learning: str
    relearning: str
    marked: str
    cram: str
    only_in: str
    answer: str
    undone: str
    elsewhere: str
    nothing_to_undo: str
    buried: str
    suspended: str
    mark_on: str
    mark_off: str
    edited: str
    edit_unchanged: str
    edit_broken: str
    not_saved: str
    on_the_day: str


class EndWords(NamedTuple):
    """The end of a session."""

    title: str
    nothing_today: str
    time_used: str
    done: Callable[[int, int], str]
    recalled: Callable[[int, int], str]
    newly_learnt: Callable[[int], str]
    tomorrow: Callable[[int, int], str]
    tomorrow_nothing: str
    time_over: Callable[[int], str]
    fit_better: Callable[[int, int, float, float], str]
    fit_no_better: Callable[[int, int, float, float], str]
    expected: Callable[[str, int, int, int], str]
    leech: Callable[[str, int], str]
    ten_more: str
    topic: str
    tomorrows: str
    leave: str
    nothing_more: str
    nothing_pays_title: str
    nothing_pays: str
    plan_time_over: str
    plan_cards_over: str
    plan_tomorrow: Callable[[int, int, int], str]
    plan_no_tomorrow: str


class HomeWords(NamedTuple):
    """The home screen."""

    title: str
    exam_days: Callable[[int], str]
    exam_today: str
    exam_past: Callable[[int], str]
    no_exam: str
    today: Callable[[int, int, int], str]
    today_done: str
    time_used: Callable[[int], str]
    backlog: Callable[[int, int], str]
    day_off: Callable[[int], str]
    plan_day_off: str
    plan_time_used: str
    nothing_pays: str
    reviewed: Callable[[int], str]
    streak: Callable[[int], str]
    library: Callable[[int, int, int], str]
    start: str
    topic: str
    tomorrows: str
    cram: str
    exam: str
    resume_exam: str
    practice: str
    notes: str
    search: str
    plan: str
    as_of: str
    leeches: str
    suspended: str
    pick_suspended: str
    settings: str
    help: str
    quit: str
    pick_topic: str
    topic_row: Callable[[int, int], str]
    topic_typed: Callable[[str], str]
    problems: Callable[[int], str]


class InfoWords(NamedTuple):
    """What is known of one card."""

    title: str
    card: str
    topic: str
    place: str
    phase: str
    recall: str
    stability: str
    difficulty: str
    due: str
    last: str
    reviews: str
    lapses: str
    leech: str
    never: str
    by_plan: str
    on_the_day: str
    phases: Callable[[str], str]
    days: Callable[[float], str]


class NoteWords(NamedTuple):
    """A note on its screen."""

    sources: str
    checked: str
    cards: str
    recall: str
    due: str
    suspended: str


class EditingWords(NamedTuple):
    """Before the editor opens."""

    read_only: str
    copy: str
    no_copy: str


class ScreenWords(NamedTuple):
    """All texts of the screens."""

    spans: SpanWords
    keys: KeyWords
    review: ReviewWords
    end: EndWords
    home: HomeWords
    info: InfoWords
    note: NoteWords
    editing: EditingWords
    help_title: str
    help_intro: str
    more_below: str
    more_above: str
    more: str
