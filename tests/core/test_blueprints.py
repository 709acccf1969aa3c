from dataclasses import replace

import pytest

from studycli.core.blueprints import Blueprint, BlueprintList, Domain, blueprint_rules, resized
from studycli.core.library import Text
from studycli.core.rules import Found

TEXT = Text({"ko": "글", "en": "text"})
DOMAINS = (Domain("secure", TEXT, 60), Domain("resilient", TEXT, 40))
SAA = Blueprint("saa", TEXT, 65, 130, 100, 1000, 720, DOMAINS, 50)
AT = ("blueprints", 0)


def found(blueprint: Blueprint) -> list[Found]:
    return blueprint_rules(BlueprintList((blueprint,)))


def test_a_sound_blueprint_breaks_no_rule() -> None:
    assert found(SAA) == found(replace(SAA, scored=None)) == found(replace(SAA, scored=65)) == []
    assert found(replace(SAA, pass_mark=1000)) == found(replace(SAA, pass_mark=101)) == []


@pytest.mark.parametrize(
    ("blueprint", "expected"),
    [
        pytest.param(
            replace(SAA, domains=DOMAINS[:1]),
            Found((*AT, "domains"), "weights-not-100", {"sum": 60}),
            id="60 %",
        ),
        pytest.param(
            replace(SAA, domains=()), Found((*AT, "domains"), "weights-not-100", {"sum": 0}), id="no domain"
        ),
        pytest.param(
            replace(SAA, domains=(DOMAINS[0], replace(DOMAINS[0], weight=40))),
            Found((*AT, "domains", 1, "id"), "repeated", {"value": "secure"}),
            id="one domain twice",
        ),
        pytest.param(
            replace(SAA, scored=66),
            Found((*AT, "scored"), "too-many-scored", {"scored": 66, "questions": 65}),
            id="more scored than asked",
        ),
        pytest.param(
            replace(SAA, pass_mark=100),
            Found((*AT, "pass_mark"), "pass-off-scale", {"value": 100, "lowest": 100, "highest": 1000}),
            id="everybody passes",
        ),
        pytest.param(
            replace(SAA, pass_mark=1001),
            Found((*AT, "pass_mark"), "pass-off-scale", {"value": 1001, "lowest": 100, "highest": 1000}),
            id="nobody passes",
        ),
        pytest.param(
            replace(SAA, lowest=1000, highest=100),
            Found((*AT, "pass_mark"), "pass-off-scale", {"value": 720, "lowest": 1000, "highest": 100}),
            id="scale upside down",
        ),
        pytest.param(replace(SAA, minutes=0), Found((*AT, "minutes"), "zero", {}), id="no time"),
        pytest.param(replace(SAA, scored=0), Found((*AT, "scored"), "zero", {}), id="none scored"),
        pytest.param(
            replace(SAA, domains=(replace(DOMAINS[0], weight=100), replace(DOMAINS[1], weight=0))),
            Found((*AT, "domains", 1, "weight"), "zero", {}),
            id="domain without weight",
        ),
    ],
)
def test_each_broken_rule_is_found_once_at_its_place(blueprint: Blueprint, expected: Found) -> None:
    assert found(blueprint) == [expected]


def test_no_questions_are_said_once() -> None:
    assert found(replace(SAA, questions=0, scored=None)) == [Found((*AT, "questions"), "zero", {})]


@pytest.mark.parametrize(
    ("questions", "minutes", "expected"),
    [
        pytest.param(65, None, (65, 50, 130), id="the same"),
        pytest.param(20, None, (20, 15, 40), id="15.4 scored"),
        pytest.param(13, None, (13, 10, 26), id="a fifth"),
        pytest.param(1, None, (1, 1, 2), id="at least one scored"),
        pytest.param(130, None, (130, 100, 260), id="twice as many"),
        pytest.param(20, 15, (20, 15, 15), id="own time"),
    ],
)
def test_another_length_keeps_the_proportions(
    questions: int, minutes: int | None, expected: tuple[int, int, int]
) -> None:
    other = resized(SAA, questions, minutes)
    assert (other.questions, other.scored_questions, other.minutes) == expected


def test_where_all_are_scored_all_stay_scored() -> None:
    assert resized(replace(SAA, scored=None), 7).scored_questions == 7
