from hypothesis import given

from studycli.core.bank import Question
from studycli.core.blueprints import Blueprint
from studycli.core.library import Library
from studycli.core.notes import Fact, Note
from studycli.material.pack import pack, unpack, unpack_field
from tests.material.test_decode import blueprints, facts, libraries, notes, questions


@given(notes)
def test_a_note_with_all_kinds_of_entries_survives_the_cache(note: Note) -> None:
    assert unpack(Note, pack(note)) == note


@given(notes)
def test_one_field_is_read_as_the_whole_has_it(note: Note) -> None:
    text = pack(note)
    for name in ("id", "title", "sources", "entries", "was", "line"):
        assert unpack_field(Note, name, text) == getattr(note, name)


@given(questions)
def test_a_question_survives_the_cache(question: Question) -> None:
    back = unpack(Question, pack(question))
    assert back == question
    assert type(back.use) is type(question.use)


@given(facts)
def test_a_fact_survives_the_cache(fact: Fact) -> None:
    assert unpack(Fact, pack(fact)) == fact


@given(blueprints)
def test_a_blueprint_survives_the_cache(blueprint: Blueprint) -> None:
    assert unpack(Blueprint, pack(blueprint)) == blueprint


@given(libraries)
def test_a_library_survives_the_cache(library: Library) -> None:
    assert unpack(Library, pack(library)) == library
