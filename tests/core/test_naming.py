import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycli.core.naming import proposed_id
from studycli.core.shapes import is_id


@pytest.mark.parametrize(
    ("text", "taken", "expected"),
    [
        pytest.param("Lambda timeout", (), "lambda-timeout", id="words"),
        pytest.param("What's the Lambda timeout?", (), "whats-the-lambda-timeout", id="punctuation"),
        pytest.param("one two three four five six", (), "one-two-three-four-five", id="five words at most"),
        pytest.param("Lambda 함수의 timeout은?", (), "lambda-timeout", id="English words of a Korean text"),
        pytest.param("최대 실행 시간은?", (), "sqs-entry", id="no English word"),
        pytest.param("최대 15분", (), "sqs-entry", id="a number alone says nothing"),
        pytest.param("up to {{time::15}} minutes", (), "up-to-15-minutes", id="a gap without its name"),
        pytest.param("Lambda", ("lambda",), "lambda-2", id="taken"),
        pytest.param("Lambda", ("lambda", "lambda-2"), "lambda-3", id="taken twice"),
    ],
)
def test_an_id_is_made_of_the_words(text: str, taken: tuple[str, ...], expected: str) -> None:
    assert proposed_id(text, taken, "sqs-entry") == expected


@given(st.text(), st.sets(st.sampled_from(["a", "a-2", "sqs-entry"])))
def test_whatever_the_text_it_is_an_id_and_free(text: str, taken: set[str]) -> None:
    proposed = proposed_id(text, taken, "sqs-entry")
    assert is_id(proposed)
    assert proposed not in taken
