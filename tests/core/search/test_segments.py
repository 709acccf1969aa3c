import pytest

from studycli.core.search.segments import segments, substrings

KNOWN = {"콜드", "스타트", "콜드스타트", "재시도", "횟수", "재시", "도횟수"}


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("재시도횟수", ("재시도", "횟수")),
        ("콜드스타트횟수", ("콜드스타트", "횟수")),
        ("재시도횟수를", ("재시도", "횟수")),
        ("재시도시간", ()),
        ("횟수", ("횟수",)),
        ("", ()),
        ("가", ()),
    ],
)
def test_a_word_is_cut_into_the_fewest_known_ones(word: str, pieces: tuple[str, ...]) -> None:
    assert segments(word, KNOWN) == pieces


def test_every_piece_is_looked_up() -> None:
    assert list(substrings("가나다")) == ["가나", "가나다", "나다"]
