import pytest

from studycli.core.cards import Card, CardKind, cards_of, gap_names, gap_names_in
from studycli.core.library import Text
from studycli.core.notes import Basic, Cloze, Reversed

FRONT = Text({"ko": "앞", "en": "front"})
BACK = Text({"ko": "뒤", "en": "back"})
EXTRA = Text({"ko": "덧붙임", "en": "extra"})


def cloze(ko: str, en: str) -> tuple[Card, ...]:
    return cards_of(Cloze("c", "cloze", Text({"ko": ko, "en": en}), EXTRA))


def test_a_basic_entry_is_one_card_with_its_id() -> None:
    assert cards_of(Basic("e", "basic", FRONT, BACK, EXTRA)) == (
        Card("e", "e", CardKind.BASIC, FRONT, BACK, EXTRA),
    )


def test_a_reversed_entry_is_asked_both_ways() -> None:
    assert cards_of(Reversed("e", "reversed", FRONT, BACK, EXTRA)) == (
        Card("e", "e", CardKind.BASIC, FRONT, BACK, EXTRA),
        Card("e.reversed", "e", CardKind.REVERSED, BACK, FRONT, EXTRA),
    )


def test_a_cloze_asks_for_each_gap_and_shows_the_others() -> None:
    low, high = cloze("{{low::128}}에서 {{high::10,240}} MB", "{{high::10,240}} MB down to {{low::128}}")
    assert low == Card(
        "c.low",
        "c",
        CardKind.CLOZE,
        Text({"ko": "[…]에서 10,240 MB", "en": "10,240 MB down to […]"}),
        Text({"ko": "128", "en": "128"}),
        EXTRA,
    )
    assert high.front == Text({"ko": "128에서 […] MB", "en": "[…] MB down to 128"})


@pytest.mark.parametrize(
    ("text", "front", "back"),
    [
        pytest.param("{{a::1}} and {{a::2}}", "[…] and […]", "1 / 2", id="two texts under one name"),
        pytest.param("{{a::1}} and {{a::1}}", "[…] and […]", "1", id="one text twice"),
        pytest.param("{{a::x::y}}", "[…]", "x::y", id="colons inside"),
        pytest.param("{{a::1\n2}}", "[…]", "1\n2", id="over a line end"),
        pytest.param("{{a::}}} {x}", "[…] {x}", "}", id="closing brace inside"),
    ],
)
def test_what_a_gap_hides(text: str, front: str, back: str) -> None:
    (card,) = cloze(text, text)
    assert (card.front.by_language["ko"], card.back.by_language["ko"]) == (front, back)


def test_gap_names_are_in_order_of_first_appearance() -> None:
    text = Text({"ko": "{{b::1}} {{a::2}} {{b::3}}", "en": "{{c::1}}"})
    assert gap_names(text) == ("b", "a", "c")
    assert gap_names_in("{{b::1}} {{a::2}} {{B::3}} {{::4}} {{c::}}") == {"a", "b"}
