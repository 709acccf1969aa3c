from studycli.core.cards import cards_of
from studycli.material.placed import NoteHead
from studycli.material.shelf import Shelf


def _made(shelf: Shelf, name: str) -> NoteHead:
    """The same from the whole note."""
    placed = shelf.note(name)
    cards = [card.id for entry in placed.note.entries for card in cards_of(entry)]
    return NoteHead(
        name, placed.topic, placed.note.title, tuple(f"{placed.library}/{card}" for card in cards)
    )


def test_a_list_shows_what_the_notes_are_made_of(golden: Shelf) -> None:
    heads = golden.note_heads()
    assert heads == tuple(_made(golden, name) for name in golden.notes())
    assert {len(head.cards) for head in heads} == {2, 3}


def test_one_topic_by_short_or_full_id(golden: Shelf) -> None:
    (head,) = golden.note_heads("dynamodb")
    assert (head.id, head.topic) == ("golden/ddb-items", "dynamodb")
    assert golden.note_heads("golden/dynamodb") == (head,)
    assert golden.note_heads("other/dynamodb") == golden.note_heads("iam") == ()
