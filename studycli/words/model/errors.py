"""Texts of expected errors, by message id: what, where and what to do, in one line."""

from typing import NamedTuple


class ErrorWords(NamedTuple):
    """One template per message id of ``StudyError``; ``{name}`` is filled from the error's parameters."""

    # log
    log_locked: str
    log_read_only: str
    log_full: str
    log_unwritable: str
    log_unreadable: str
    log_newer: str
    card_moved_on: str
    # material
    library_missing: str
    library_unreadable: str
    library_twice: str
    item_unknown: str
    item_unknown_close: str
    item_ambiguous: str
    item_in_broken_file: str
    file_outside: str
    # ui
    needs_terminal: str
    editor_missing: str
    library_read_only: str
    # cli
    unknown_language: str
    bad_time: str
    time_ahead: str
    bad_seconds: str
    bad_grade: str
    unknown_topic: str
    unknown_setting: str
    bad_setting: str
    exam_in_the_past: str
    unset_with_value: str
    configuration_unreadable: str
    configuration_unwritable: str
    unknown_key: str
    bad_key_value: str
    no_bundled_library: str
    not_a_library: str
    cache_busy: str
    cache_broken: str
    output_failed: str
