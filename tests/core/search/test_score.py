import pytest

from studycli.core.ledgers import Kind
from studycli.core.search.address import Address, number_of
from studycli.core.search.score import Met, Rated, found, items, rarity, strongest, together

SIZE = 100


def note(place: int, language: int = 0) -> int:
    return number_of(Address(1, place, 0, Kind.NOTE, language))


def card(place: int, ordinal: int, language: int = 0) -> int:
    return number_of(Address(1, place, ordinal, Kind.CARD, language))


def question(place: int) -> int:
    return number_of(Address(2, place, 0, Kind.QUESTION, 0))


def met(strengths: dict[int, float], titles: tuple[int, ...] = (), topics: tuple[int, ...] = ()) -> Met:
    return Met(1.0, strengths, dict.fromkeys(titles, 1.0), dict.fromkeys(topics, 1.0))


def scored(concepts: list[Met]) -> dict[int, float]:
    return found(concepts, SIZE, most=1000).scores


def test_what_is_rare_weighs_more() -> None:
    assert rarity(1, SIZE) > rarity(50, SIZE) > rarity(100, SIZE) > 0


def test_the_best_name_counts() -> None:
    assert strongest([(1.0, {1: 1.0}), (0.9, {1: 2.0, 2: 1.0}), (0.5, {})]) == {1: 1.8, 2: 0.9}


def test_a_rare_spelling_does_not_win_over_a_common_one() -> None:
    common = {note(place): 1.0 for place in range(1, 40)}
    rated = scored([met(strongest([(1.0, common), (0.9, {note(50): 1.0})]))])
    assert rated[note(50)] < rated[note(1)]


def test_who_meets_all_of_a_query_comes_first() -> None:
    both, one = note(1), note(2)
    rated = scored([met({both: 1.0, one: 2.0}), met({both: 1.0, note(3): 1.0})])
    assert rated[both] > rated[one]


@pytest.mark.parametrize("others", [card(1, 1), question(1)])
def test_a_note_comes_before_others_that_match_alike(others: int) -> None:
    rated = scored([met({note(1): 1.0, others: 1.0})])
    assert rated[note(1)] > rated[others]


def test_what_is_said_adds_up_whatever_is_named_most() -> None:
    concepts = [met({note(1): 1.0, note(2): 2.0, note(3): 0.5}), met({note(1): 3.0, note(4): 1.0})]
    rated, turned = scored(concepts), scored(concepts[::-1])
    assert rated.keys() == {note(1), note(2), note(3), note(4)}
    assert rated == pytest.approx(turned)
    weights = [rarity(3, SIZE), rarity(2, SIZE)]
    assert rated[note(1)] == pytest.approx(1.4 * (weights[0] * 1.0 + weights[1] * 3.0))
    assert rated[note(4)] == pytest.approx(1.4 * weights[1] * (weights[1] / sum(weights)) ** 2)


def test_nothing_asked_finds_nothing() -> None:
    assert found([], SIZE, most=10) == ({}, 0)


def test_a_title_counts_more_than_a_text() -> None:
    rated = scored([met({note(1): 1.0, note(2): 1.0}, titles=(note(2),))])
    assert rated[note(2)] > rated[note(1)]


def test_a_topic_helps_what_stands_under_it_and_its_introduction_most() -> None:
    other = number_of(Address(3, 1, 0, Kind.NOTE, 0))
    rated = scored([met({note(0): 1.0, note(1): 1.0, other: 1.0}, topics=(1,))])
    assert rated[note(0)] > rated[note(1)] > rated[other]


def test_what_only_mentions_a_topic_comes_behind_what_stands_under_it() -> None:
    other = number_of(Address(3, 1, 0, Kind.NOTE, 0))
    attribute = met({note(1): 1.0, other: 1.5})
    named = met({note(1): 1.0, other: 1.0}, topics=(1,))
    assert scored([attribute])[other] > scored([attribute])[note(1)]
    assert scored([named, attribute])[note(1)] > scored([named, attribute])[other]


def test_a_topic_alone_finds_nothing() -> None:
    assert scored([met({}, topics=(1,))]) == {}


def test_a_card_is_met_by_the_title_of_its_note() -> None:
    strengths = {note(1): 1.0, card(1, 1): 1.0, card(2, 2): 1.0}
    rated = scored([met(strengths, titles=(note(1),))])
    assert rated[card(1, 1)] > rated[card(2, 2)]


def test_items_are_counted_and_the_best_scored() -> None:
    strengths = {note(place, language): float(place) for place in range(1, 9) for language in (0, 1)}
    scores, count = found([met(strengths)], SIZE, most=6)
    assert count == 8
    assert set(scores) == {note(place, language) for place in (6, 7, 8) for language in (0, 1)}


def test_only_what_is_wanted_is_found() -> None:
    scores, count = found(
        [met({note(1): 1.0, note(2): 1.0})], SIZE, 9, is_wanted=lambda number: number == note(2)
    )
    assert (list(scores), count) == ([note(2)], 1)


def test_what_meets_hardly_any_of_a_query_is_not_found() -> None:
    common = {note(place): 1.0 for place in range(1, 90)}
    rare = [{note(1): 1.0}] * 3
    assert list(scored([met(strengths) for strengths in (common, *rare)])) == [note(1)]


def test_an_item_is_rated_by_its_best_language_and_a_share_of_the_others() -> None:
    rated = items({note(1, 0): 1.0, note(1, 1): 2.0, note(2, 0): 2.0})
    assert rated[note(1)] == Rated(2.5, note(1, 1))
    assert rated[note(2)] == Rated(2.0, note(2))


def test_a_note_is_lifted_by_several_of_its_cards_but_not_by_all() -> None:
    def lifted(cards: int) -> float:
        rated = {
            item: Rated(1.0, item) for item in (note(1), *(card(1, each) for each in range(1, cards + 1)))
        }
        return together(rated, {})[note(1)].score

    assert lifted(1) < lifted(2) < lifted(3) == lifted(4)


def test_what_belongs_together_lifts_each_other() -> None:
    rated = {item: Rated(1.0, item) for item in (note(1), card(1, 1), card(2, 2), question(1), question(2))}
    lifted = together(rated, {question(1): [card(1, 1)]})
    assert lifted[note(1)].score > 1
    assert lifted[card(1, 1)].score > lifted[card(2, 2)].score == 1
    assert lifted[question(1)].score > lifted[question(2)].score == 1
