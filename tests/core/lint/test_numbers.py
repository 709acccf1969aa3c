from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycli.core.lint.numbers import numbers_of, unmatched


@pytest.mark.parametrize(
    ("body", "numbers"),
    [
        pytest.param("10,240 MB (10 GB)", ["10240", "10"], id="thousands"),
        pytest.param("10GB, 24시간, 4가지", ["10", "24", "4"], id="unit without a space"),
        pytest.param("up to 3, then 4.", ["3", "4"], id="punctuation after a number"),
        pytest.param("0.25 and 1.50", ["0.25", "1.5"], id="decimals"),
        pytest.param("5-10 or 5~10", ["5", "10", "5", "10"], id="ranges"),
        pytest.param("2x, 5xx", ["2", "5"], id="letters after"),
        pytest.param("S3, EC2, x86, IPv4, SHA-256, HTTP/2", [], id="names"),
        pytest.param("100만 건, 1 million, 2천, 3k", ["1000000", "1000000", "2000", "3000"], id="scales"),
        pytest.param("see https://example.com/v2/10?a=3 now", [], id="address"),
        pytest.param("set `--timeout 30` here", [], id="code"),
        pytest.param("{{a1::15}} MB", ["15"], id="gap"),
        pytest.param("```text\n│ 40 KB │\n```", ["40"], id="diagram"),
        pytest.param('```json\n{"a": 7}\n```', [], id="fenced code"),
    ],
)
def test_numbers_of_a_text(body: str, numbers: list[str]) -> None:
    assert sorted(numbers_of(body).elements()) == sorted(Decimal(number) for number in numbers)


@pytest.mark.parametrize(
    ("ko", "en", "only"),
    [
        pytest.param("15분", "15 min", ([], []), id="same"),
        pytest.param("15분", "16 min", (["15"], ["16"]), id="other"),
        pytest.param("4 KB와 4 KB", "4 KB", (["4"], []), id="once less"),
        pytest.param("1초", "one second", ([], []), id="one as a word"),
        pytest.param("1초", "every second", ([], []), id="one not said"),
        pytest.param("4가지", "four kinds", ([], []), id="small number as a word"),
        pytest.param("두 가지", "2 kinds", ([], []), id="Korean number word"),
        pytest.param("하나, 두 개, 세 번", "one, two, three", ([], []), id="words are no numbers"),
        pytest.param("7가지", "four kinds", (["7"], []), id="another word"),
        pytest.param("40가지", "forty kinds", (["40"], []), id="no small number"),
        pytest.param("202만 반환합니다", "returns only 202", ([], []), id="only, not ten thousand"),
        pytest.param("10만 건", "100,000", ([], []), id="ten thousand"),
    ],
)
def test_numbers_that_one_language_says_alone(ko: str, en: str, only: tuple[list[str], list[str]]) -> None:
    found = unmatched(ko, "ko", en, "en")
    assert tuple([f"{number:f}" for number in side] for side in found) == only


def test_of_a_language_without_words_small_numbers_are_not_compared() -> None:
    assert unmatched("4 KB", "en", "vier KB", "de") == ([], [])
    assert unmatched("40 KB", "en", "vier KB", "de") == ([Decimal(40)], [])


@given(st.integers(11, 10**9))
def test_separators_do_not_change_a_number(number: int) -> None:
    assert unmatched(f"{number:,} KB", "ko", f"{number}KB", "en") == ([], [])
    assert unmatched(f"{number:,} KB", "ko", f"{number + 1}KB", "en") == (
        [Decimal(number)],
        [Decimal(number + 1)],
    )
