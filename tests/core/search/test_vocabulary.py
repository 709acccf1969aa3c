from collections import Counter

from studycli.core.search.tokens import words_in
from studycli.core.search.vocabulary import vocabulary


def test_words_are_counted_without_endings_and_as_they_stand() -> None:
    counts = Counter(words_in("Lambda 함수를 게시, lambda 함수는 15분 s3"))
    assert vocabulary(counts) == {"lambda": 2, "함수를": 1, "함수는": 1, "함수": 2, "게시": 1, "s3": 1}
