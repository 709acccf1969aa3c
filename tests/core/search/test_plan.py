import pytest

from studycli.core.search.names import Name
from studycli.core.search.plan import (
    Concept,
    Variant,
    bases_of,
    beginnings_in,
    concepts_of,
    keys_in,
    widest,
    with_units,
)
from studycli.core.search.query import LastWord, Word, parse
from studycli.core.search.tokens import Phrase, phrase_of

NAMES = {
    "coldstart": [Name("cold start", 0.9), Name("콜드 스타트", 0.9)],
    "람다": [Name("Lambda", 0.9)],
    "pointintime": [Name("PITR", 0.9)],
}


def plan(text: str, last_word: LastWord = LastWord.WHOLE) -> list[Concept]:
    return concepts_of(tuple(with_units(parse(text).words)), NAMES, last_word)


@pytest.mark.parametrize(
    ("text", "concepts"),
    [
        ("lambda timeout", ["lambda", "timeout"]),
        ("cold start java", ["cold start", "java"]),
        ("how do I stop cold starts", ["cold starts"]),
        ("what is it", ["what", "is", "it"]),
        ("point in time", ["point in time"]),
        ("10 GB 파일", ["10 GB", "파일"]),
        ("1,000 RCU", ["1,000 RCU"]),
        ("can't reach", ["reach"]),
        ("***", []),
    ],
)
def test_a_query_asks_for_things(text: str, concepts: list[str]) -> None:
    assert [concept.text for concept in plan(text)] == concepts


def test_a_thing_has_all_its_names() -> None:
    (concept,) = plan("cold start")
    assert concept.is_known
    assert Variant(phrase_of("콜드 스타트"), 0.9) in concept.variants
    assert Variant(phrase_of("cold start"), 1.0) in concept.variants


def test_an_exact_phrase_must_be_there_and_has_no_other_names() -> None:
    (exact, other) = plan('"cold start" java')
    assert exact == Concept("cold start", (Variant(phrase_of("cold start"), 1.0),), is_required=True)
    assert not other.is_required


def test_a_last_word_may_be_a_beginning() -> None:
    (_, last) = plan("lambda concurr", LastWord.PREFIX)
    assert Variant(Phrase(("concurr",), is_open=True), 1.0) in last.variants
    (_, last) = plan("lambda concurr")
    assert not any(variant.phrase.is_open for variant in last.variants)


@pytest.mark.parametrize(
    ("text", "variants"),
    [
        pytest.param(
            "concurr", {Phrase(("concurr",), is_open=True): 1.0}, id="a beginning finds the whole word too"
        ),
        pytest.param(
            "policies",
            {Phrase(("policies",), is_open=True): 1.0, Phrase(("policy",)): 1.0},
            id="unless it is kept as another",
        ),
        pytest.param(
            "s3", {Phrase(("s3",), is_open=True): 0.5, Phrase(("s3",)): 1.0}, id="a letter or two say less"
        ),
        pytest.param(
            "$latest",
            {Phrase(("$latest",)): 1.0, Phrase(("latest",), is_open=True): 0.3},
            id="without its sign it says less",
        ),
    ],
)
def test_a_beginning_stands_for_what_begins_so(text: str, variants: dict[Phrase, float]) -> None:
    (concept,) = plan(text, LastWord.PREFIX)
    assert {variant.phrase: variant.weight for variant in concept.variants} == variants


def begun(text: str) -> list[Concept]:
    names = {
        "콜드스": [Name("cold start", 0.8)],
        "스": [Name("Step Functions", 0.8)],
        "the": [Name("other", 0.8)],
    }
    return concepts_of(parse(text).words, NAMES, LastWord.PREFIX, names)


@pytest.mark.parametrize(
    ("text", "concepts"),
    [
        pytest.param("자바 콜드 스", ["자바", "콜드 스"], id="the words of a name go together"),
        pytest.param("콜드 자바", ["콜드", "자바"], id="begun only where the query ends"),
        pytest.param("lambda the", ["lambda"], id="a word that says nothing begins none"),
    ],
)
def test_a_name_may_be_begun(text: str, concepts: list[str]) -> None:
    assert [concept.text for concept in begun(text)] == concepts


def test_what_is_begun_has_the_names_of_the_thing_and_no_ending() -> None:
    (concept,) = concepts_of(parse("타임아").words, {}, LastWord.PREFIX, {"타임아": [Name("timeout", 0.8)]})
    assert concept.variants == (Variant(phrase_of("타임아"), 1.0), Variant(phrase_of("timeout"), 0.8))
    (concept,) = concepts_of(parse("타임아").words, {}, LastWord.PREFIX)
    assert Variant(phrase_of("타임"), 0.95) in concept.variants


@pytest.mark.parametrize(
    ("words", "beginnings"),
    [
        ("lambda cold sta", {"sta", "coldsta", "lambdacoldsta"}),
        ('lambda "cold sta"', set()),
        ("lambda t", set()),
        ("콜드 스", {"스", "콜드스"}),
        ("", set()),
    ],
)
def test_the_beginnings_of_names_end_with_the_query(words: str, beginnings: set[str]) -> None:
    assert beginnings_in(parse(words).words) == beginnings


@pytest.mark.parametrize(
    ("text", "base"), [("lambda는", "lambda"), ("15분을", "15분"), ("람다는", "람다"), ("S3에서", "S3")]
)
def test_a_particle_is_left_out_behind_any_script(text: str, base: str) -> None:
    assert base in set(bases_of(text))


def test_names_of_several_words_are_looked_up() -> None:
    assert {"cold", "coldstart", "start"} <= keys_in([Word("Cold"), Word("start")])
    assert keys_in([Word("cold start", is_exact=True)]) == set()


def closed(*tokens: str) -> Phrase:
    return Phrase(tokens)


def open_phrase(*tokens: str) -> Phrase:
    return Phrase(tokens, is_open=True)


@pytest.mark.parametrize(
    ("wide", "narrow"),
    [
        pytest.param(closed("lambda"), closed("lambda", "function"), id="at its start"),
        pytest.param(closed("lambda"), closed("aws", "lambda"), id="at its end"),
        pytest.param(open_phrase("lam"), closed("lambda"), id="a beginning"),
        pytest.param(open_phrase("lam"), open_phrase("lamb"), id="a shorter beginning"),
        pytest.param(closed("람다"), closed("람다", "다함", "함수"), id="pairs"),
    ],
)
def test_a_name_inside_of_another_finds_all_that_this_finds(wide: Phrase, narrow: Phrase) -> None:
    variants = [Variant(narrow, 0.9), Variant(wide, 0.9)]
    assert widest(variants) == [Variant(wide, 0.9)]
    assert widest([Variant(narrow, 1.0), Variant(wide, 0.9)]) == [Variant(narrow, 1.0), Variant(wide, 0.9)]


@pytest.mark.parametrize(
    "names",
    [
        pytest.param((closed("lambda"), closed("lambdas")), id="another word"),
        pytest.param((closed("step", "function"), closed("function", "step")), id="another order"),
        pytest.param((closed("lambda", "function"), closed("lambda", "edge", "function")), id="not together"),
        pytest.param((closed("ambda"), closed("lambda")), id="the end of a word"),
    ],
)
def test_other_names_all_count(names: tuple[Phrase, ...]) -> None:
    variants = [Variant(name, 0.9) for name in names]
    assert widest(variants) == variants
