import pytest

from studycli.core.bank import Question, QuestionKind
from studycli.core.library import Text
from tests.core.lint.samples import STEM, hits, option, question, text

TWO_RIGHT = (option("a", "A", right=True), option("b", "B", right=True), option("c", "C"))


def multiple(stem: Text) -> Question:
    return question(stem=stem, kind=QuestionKind.MULTIPLE, options=TWO_RIGHT)


@pytest.mark.parametrize(
    ("ko", "en"),
    [
        ("어떤 단계가 필요합니까? 두 가지를 고르십시오.", "Which TWO steps are needed?"),
        ("세 가지 문제가 있습니다. 방법을 2개 고르십시오.", "There are three faults. Choose two."),
        ("어느 것입니까? 둘을 고르십시오.", "What helps? (Select TWO.)"),
    ],
)
def test_the_number_asked_for_is_the_number_of_right_options(ko: str, en: str) -> None:
    for rule in ("count-not-stated", "count-differs"):
        assert hits(rule, multiple(text(ko, en))) == []


def test_another_number_is_an_error_in_each_language() -> None:
    found = hits("count-differs", multiple(text("세 가지를 고르십시오.", "Which THREE steps?")))
    assert [(each["language"], each["stated"], each["count"]) for each in found] == [
        ("ko", 3, 2),
        ("en", 3, 2),
    ]


def test_a_stem_of_several_right_options_says_how_many() -> None:
    found = hits("count-not-stated", multiple(text("어느 것입니까?", "Which two steps are needed?")))
    assert [each["language"] for each in found] == ["ko"]


def test_a_single_need_not_say_so() -> None:
    assert hits("count-not-stated", question(stem="Which is it?")) == []


@pytest.mark.parametrize(
    "words",
    [
        "Option B is cheaper.",
        "As in option (C), it fails.",
        "The first option is right.",
        "Unlike answer 2, it works.",
        "보기 3은 맞지 않습니다.",
        "선택지 A와 다릅니다.",
        "정답 2는 아닙니다.",
        "첫 번째 보기는 비쌉니다.",
        "A번은 맞습니다.",
        "3번 보기와 같습니다.",
    ],
)
def test_no_text_names_an_option_by_its_place(words: str) -> None:
    why = (option("a", "A", right=True, why=words), option("b", "B"))
    for asked in (question(explanation=text(words)), question(options=why), question(stem=words)):
        assert len(hits("option-named", asked)) == 1


@pytest.mark.parametrize(
    "words",
    [
        "The options are many.",
        "An option a team has is a queue.",
        "The service answers 2,000 requests.",
        "It can answer 2 requests at once.",
        "There are options 10 times cheaper.",
        "3번 다시 시도합니다.",
        "정답은 2개입니다.",
        "첫 번째 요청만 느립니다.",
        "VPC A번지",
        "Plan B is not needed.",
    ],
)
def test_words_that_only_look_like_a_place(words: str) -> None:
    assert hits("option-named", question(explanation=text(words))) == []


@pytest.mark.parametrize(
    ("words", "fires"),
    [(11, True), (12, False), (120, False), (121, True)],
)
def test_a_stem_has_a_length_that_can_be_read(words: int, fires: bool) -> None:
    stem = text("단어 " * 8, "word " * words)
    assert bool(hits("stem-length", question(stem=stem))) == fires


def test_a_question_tests_a_card() -> None:
    assert hits("tests-nothing", question(tests=())) == [{"item": "q"}]
    assert hits("tests-nothing", question(stem=STEM)) == []
