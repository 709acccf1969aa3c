import pytest

from studycli.ui.deck import next_language


@pytest.mark.parametrize(
    ("languages", "language", "after"),
    [
        pytest.param("ko en ja", "ko", "en", id="the next"),
        pytest.param("ko en ja", "ja", "ko", id="after the last the first"),
        pytest.param("ko", "ko", "ko", id="the only one"),
        pytest.param("ko en", "fr", "en", id="the first is shown for one that is missing"),
    ],
)
def test_the_language_after_this_one(languages: str, language: str, after: str) -> None:
    assert next_language(languages.split(), language) == after
