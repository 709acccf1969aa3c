from hypothesis import given
from hypothesis import strategies as st

from studycli.core.ledgers import Kind
from studycli.core.search.address import (
    MOST_LANGUAGES,
    MOST_PLACES,
    Address,
    address_of,
    is_first,
    item_of,
    items_of,
    kind_of,
    note_of,
    number_of,
    slot_of,
)

PLACES = st.integers(0, MOST_PLACES - 1)
LANGUAGES = st.integers(0, MOST_LANGUAGES - 1)
SLOTS = st.integers(1, 1_000_000)
ADDRESSES = st.one_of(
    st.builds(Address, SLOTS, PLACES, st.just(0), st.sampled_from([Kind.NOTE, Kind.QUESTION]), LANGUAGES),
    st.builds(Address, SLOTS, PLACES, st.integers(1, MOST_PLACES - 1), st.just(Kind.CARD), LANGUAGES),
)


@given(ADDRESSES)
def test_a_number_says_what_it_was_made_of(address: Address) -> None:
    number = number_of(address)
    assert number < 2**63  # a row id of SQLite
    assert address_of(number) == address
    assert (slot_of(number), kind_of(number)) == (address.slot, address.kind)


@given(ADDRESSES, LANGUAGES)
def test_documents_of_one_item_share_its_number(address: Address, language: int) -> None:
    assert item_of(number_of(address)) == item_of(number_of(address._replace(language=language)))


@given(st.lists(ADDRESSES))
def test_items_of_many_are_those_of_each(addresses: list[Address]) -> None:
    numbers = list(map(number_of, addresses))
    assert items_of(numbers) == set(map(item_of, numbers))


@given(ADDRESSES)
def test_a_card_leads_to_its_note(address: Address) -> None:
    note = note_of(number_of(address))
    if address.kind is Kind.CARD:
        assert address_of(note) == address._replace(ordinal=0, kind=Kind.NOTE)
    else:
        assert note == number_of(address)
    assert is_first(number_of(address)) == (address.place == address.ordinal == 0)
