import pytest

from studycli.core.search.names import is_telling, key_of, keys_of_words


@pytest.mark.parametrize("name", ["cold start", "Cold-Starts", "coldstart", "COLD_START"])
def test_spellings_of_a_name_share_a_key(name: str) -> None:
    assert key_of(name) == "coldstart"


@pytest.mark.parametrize(
    ("name", "key"), [("$LATEST", "$latest"), ("/tmp", "/tmp"), ("@connections", "@connection")]
)
def test_a_sign_in_front_is_part_of_a_key(name: str, key: str) -> None:
    assert key_of(name) == key


def test_the_last_word_may_have_an_ending() -> None:
    assert keys_of_words(["콜드", "스타트를"])[:2] == ("콜드스타트를", "콜드스타트")
    assert keys_of_words(["람다"])[0] == "람다"


@pytest.mark.parametrize(
    ("key", "tells"), [("lam", True), ("la", False), ("람", True), ("s3", False), ("", False)]
)
def test_a_few_letters_or_one_syllable_tell_a_name(key: str, tells: bool) -> None:
    assert is_telling(key) == tells
