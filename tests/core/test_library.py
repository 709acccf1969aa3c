import pytest

from studycli.core.library import Localized, Text


@pytest.mark.parametrize(
    ("by_language", "language", "expected"),
    [
        pytest.param({"ko": "글", "en": "text"}, "en", Localized("text", "en"), id="there"),
        pytest.param({"ko": "글", "en": "text"}, "ko", Localized("글", "ko"), id="first"),
        pytest.param({"ko": "글"}, "en", Localized("글", "ko"), id="missing: the other one, and its code"),
        pytest.param(
            {"ko": "글", "en": "text"}, "fr", Localized("글", "ko"), id="unknown: the first there is"
        ),
    ],
)
def test_reading_a_text_in_a_language(
    by_language: dict[str, str], language: str, expected: Localized
) -> None:
    assert Text(by_language).read(language) == expected
