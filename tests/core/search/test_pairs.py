import pytest

from studycli.core.search.pairs import pairs


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("시점 복구(PITR)를 켭니다", [("시점 복구", "PITR")]),
        ("최대 35일 기간의 시점 복구(PITR)", [("시점 복구", "PITR")]),
        ("배달 못한 편지 대기열(DLQ)", [("못한 편지 대기열", "DLQ")]),
        ("표시 제한 시간(visibility timeout)", [("표시 제한 시간", "visibility timeout")]),
        ("메모리(GB) x 시간(초)", []),
        ("모두 실패합니다(ACID)", []),
        ("5초(USD 30)", []),
    ],
)
def test_a_text_gives_names_in_both_languages(text: str, found: list[tuple[str, str]]) -> None:
    assert list(pairs(text)) == found
