"""Texts of problems in material, by rule: kebab-case rule, snake_case field."""

from typing import NamedTuple


class ProblemWords(NamedTuple):
    """One template per rule; ``{name}`` is filled from the problem's parameters.

    ``did_you_mean`` is added where the problem has a ``suggestion``.
    """

    did_you_mean: str
    # reading
    not_utf8: str
    too_large: str
    unreadable_file: str
    empty_file: str
    yaml_syntax: str
    tab: str
    control_character: str
    alias: str
    merge_key: str
    tag: str
    key_not_text: str
    duplicate_key: str
    too_deep: str
    several_documents: str
    # shape
    expected_mapping: str
    expected_list: str
    expected_scalar: str
    expected_languages: str
    expected_bool: str
    quote_it: str
    empty_text: str
    missing_language: str
    unknown_language: str
    unknown_key: str
    missing_key: str
    unknown_kind: str
    unknown_value: str
    bad_id: str
    bad_fact_id: str
    bad_card_id: str
    bad_language: str
    not_https: str
    bad_date: str
    # rules
    wrong_file_name: str
    no_languages: str
    repeated: str
    no_gap: str
    broken_gap: str
    too_many_gaps: str
    gaps_differ: str
    too_few_options: str
    not_one_right: str
    too_few_right: str
    none_wrong: str
    duplicate_id: str
    retired_id: str
    unknown_reference: str
    no_library_file: str
