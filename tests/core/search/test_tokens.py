import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycli.core.search.tokens import Phrase, folded, opened, parts, phrase_of, placed, signed, stream

TEXTS = st.text(st.sampled_from("가보안 그룹은키1,0.9 aBcDB$/@-é漢あ\n"), max_size=30)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        pytest.param("보안그룹", "보안 안그 그룹 룹", id="pairs and the last syllable"),
        pytest.param("보안 그룹", "보안 안그 그룹 룹", id="spaces between syllables say nothing"),
        pytest.param("보안,그룹", "보안 안 그룹 룹", id="other signs part"),
        pytest.param("키", "키", id="one syllable"),
        pytest.param("1,769 MB", "1769 mb", id="a thousands comma"),
        pytest.param("10GB", "10 gb", id="number and unit apart"),
        pytest.param("15분", "15 분", id="a Korean unit"),
        pytest.param("0.25", "0.25", id="a decimal point"),
        pytest.param("S3 x86_64", "s3 x86 64", id="digits behind letters stay"),
        pytest.param("Timeouts caching", "timeout cach", id="stems"),
        pytest.param("us-east-1", "us east 1", id="hyphens part"),
        pytest.param("Ünïcode 日本", "ünïcode 日本 本", id="other scripts"),
        pytest.param("보안".encode().decode(), "보안 안", id="syllables in parts"),
        pytest.param("*** — 😀", "", id="nothing to find"),
    ],
)
def test_a_text_is_kept_as_its_tokens(text: str, tokens: str) -> None:
    assert stream(text) == tokens


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("`.waitForTaskToken`", "wait for task token"),
        ("DynamoDB and DynamoDB", "dynamo db"),
        ("APIGateway", "api gateway"),
        ("$LATEST in /tmp", "$latest /tmp"),
        ("and/or https://x", ""),
        ("Lambda VPC", ""),
    ],
)
def test_what_tokens_hide_is_kept_beside_them(text: str, found: str) -> None:
    assert parts(text) == found


@given(TEXTS)
def test_tokens_have_their_places_in_the_text(text: str) -> None:
    text = folded(text)
    found = list(placed(text))
    assert " ".join(each.token for each in found) == stream(text)
    assert all(0 <= each.start < each.end <= len(text) for each in found)


@pytest.mark.parametrize(
    ("word", "phrase"),
    [
        ("람다", Phrase(("람다",))),
        ("보안 그룹", Phrase(("보안", "안그", "그룹"))),
        ("키", Phrase(("키",), is_open=True)),
        ("15분", Phrase(("15", "분"), is_open=True)),
        ("버킷 s3", Phrase(("버킷", "킷", "s3"))),
        ("-", Phrase(())),
    ],
)
def test_a_word_is_looked_for_as_a_phrase(word: str, phrase: Phrase) -> None:
    assert phrase_of(word) == phrase


def test_a_word_that_is_typed_is_a_beginning() -> None:
    assert opened("cold star") == Phrase(("cold", "star"), is_open=True)
    assert opened("람") == Phrase(("람",), is_open=True)
    assert opened("") == Phrase(())


def test_words_with_a_sign_can_be_asked_for() -> None:
    assert signed("$LATEST") == (Phrase(("$latest",)),)
    assert signed("latest") == ()


def _finds(phrase: Phrase, tokens: list[str]) -> bool:
    *whole, last = phrase.tokens
    size = len(phrase.tokens)
    windows = (tokens[place : place + size] for place in range(len(tokens) - size + 1))
    return any(
        window[:-1] == whole and (window[-1].startswith(last) if phrase.is_open else window[-1] == last)
        for window in windows
    )


@given(
    st.text("가나다라", min_size=1, max_size=6),
    st.text("가나다라 ", max_size=6),
    st.text("가나다라 ", max_size=6),
)
def test_a_korean_word_is_found_inside_of_every_run_that_has_it(word: str, before: str, behind: str) -> None:
    assert _finds(phrase_of(word), stream(f"{before}{word}{behind}").split())
