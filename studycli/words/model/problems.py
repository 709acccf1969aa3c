"""Texts of problems in material, by rule: kebab-case rule, snake_case field."""

from typing import NamedTuple


class ProblemWords(NamedTuple):
    """One template per rule; ``{name}`` is filled from the problem's parameters.

    ``did_you_mean`` is added where the problem has a ``suggestion``.
    """

    did_you_mean: str
    # reading
    not_utf8: str
    name_not_utf8: str
    too_large: str
    folder_missing: str
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
    expected_number: str
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
    too_few_names: str
    name_without_word: str
    zero: str
    weights_not_100: str
    too_many_scored: str
    pass_off_scale: str
    duplicate_id: str
    retired_id: str
    unknown_reference: str
    no_library_file: str
    # lint
    no_source: str
    checked_in_future: str
    stale_source: str
    numbers_differ: str
    code_differs: str
    count_not_stated: str
    count_differs: str
    option_named: str
    all_of_the_above_not_last: str
    all_of_the_above: str
    implausible_option: str
    tests_nothing: str
    stem_length: str
    similar_stems: str
    similar_fronts: str
    front_gives_answer: str
    wide_diagram: str
    doubtful_fact: str
    longest_is_right: str
    lopsided_positions: str
    topic_without_question: str
    fact_without_note: str
    fact_without_card: str
    untested_card: str
    thin_domain: str
    blueprint_short: str
    not_nfc: str
    trailing_space: str
    missing_was: str
