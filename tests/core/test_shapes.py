from collections.abc import Callable

import pytest

from studycli.core import shapes


@pytest.mark.parametrize(
    ("check", "good", "bad"),
    [
        (shapes.is_id, ["a", "0", "ddb-item-size", "a--"], ["", "A", "-a", "a.b", "a b", "가", "a\n", "a_b"]),
        (shapes.is_fact_id, ["LA6", "F-S3", "a"], ["", "-A", "L A", "L.A", "LA6\n"]),
        (shapes.is_card_id, ["a", "a.reversed", "a-b.c-1"], ["", "a.", ".a", "a.b.c", "A.b"]),
        (shapes.is_language, ["ko", "en"], ["", "k", "kor", "KO", "k1", "ko\n"]),
        (
            shapes.is_date,
            ["2026-10-31", "2024-02-29"],
            ["2026-02-30", "2026-1-1", "20260101", "2026-W01-1", ""],
        ),
        (
            shapes.is_https,
            ["https://a.b", "https://a.b/c?d#e", "https://a.b:443/", "https://a.b?c"],
            [
                "http://a.b",
                "https://",
                "https:///a",
                "https://u@a.b",
                "https://a b",
                "HTTPS://a",
                "https://a/\n",
            ],
        ),
    ],
    ids=["id", "fact id", "card id", "language", "date", "https"],
)
def test_what_strings_must_look_like(check: Callable[[str], bool], good: list[str], bad: list[str]) -> None:
    assert [value for value in good if not check(value)] == []
    assert [value for value in bad if check(value)] == []
