import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycli.core.ledgers import Kind
from studycli.core.search.narrowing import Narrowed, narrowed, whole_topic
from studycli.core.search.query import KINDS

ALL = frozenset(KINDS)


@pytest.mark.parametrize(
    ("text", "result"),
    [
        pytest.param("람다 한도", Narrowed("람다 한도", ALL, None), id="words only"),
        pytest.param("kind:card dax", Narrowed("dax", frozenset({Kind.CARD}), None), id="kind"),
        pytest.param("dax kind:qu", Narrowed("dax", frozenset({Kind.QUESTION}), None), id="kind cut short"),
        pytest.param("dax kind:", Narrowed("dax", ALL, None), id="kind not begun"),
        pytest.param("dax kind:x", Narrowed("dax", frozenset(), None), id="no such kind"),
        pytest.param("Kind:CARD dax", Narrowed("dax", frozenset({Kind.CARD}), None), id="capitals"),
        pytest.param("dax topic:dynamodb ttl", Narrowed("dax ttl", ALL, "dynamodb"), id="topic"),
        pytest.param("topic: dax", Narrowed("dax", ALL, None), id="topic not begun"),
        pytest.param(
            "kind:note topic:a topic:b", Narrowed("", frozenset({Kind.NOTE}), "b"), id="the last counts"
        ),
        pytest.param("mankind:x x:kind:y", Narrowed("mankind:x x:kind:y", ALL, None), id="within a word"),
    ],
)
def test_what_narrows_is_taken_out(text: str, result: Narrowed) -> None:
    assert narrowed(text) == result


@pytest.mark.parametrize(
    ("typed", "topic"),
    [
        pytest.param("dyn", "dynamodb", id="the only one that begins so"),
        pytest.param("lambda", "lambda", id="one itself, and the beginning of others"),
        pytest.param("lambda-", "lambda-", id="several begin so"),
        pytest.param("iam", "iam", id="none begins so"),
    ],
)
def test_a_topic_may_be_cut_short(typed: str, topic: str) -> None:
    assert whole_topic(typed, ["lambda", "lambda-limits", "lambda-vpc", "dynamodb"]) == topic


@given(st.text())
def test_any_text_can_be_narrowed(text: str) -> None:
    assert narrowed(text).kinds <= ALL
