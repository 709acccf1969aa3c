import pytest

from studycli.core.search.aliases import Alias, AliasList, Row, alias_rules, rows_of, rows_of_pair


def test_every_name_leads_to_every_name_and_to_what_is_near() -> None:
    assert list(rows_of(Alias(("λ", "Lambda"), ("function",)))) == [
        Row("λ", "λ", 0.9),
        Row("λ", "Lambda", 0.9),
        Row("λ", "function", 0.5),
        Row("lambda", "λ", 0.9),
        Row("lambda", "Lambda", 0.9),
        Row("lambda", "function", 0.5),
    ]


def test_of_a_pair_each_leads_to_the_other() -> None:
    assert list(rows_of_pair("시점 복구", "PITR")) == [
        Row("시점복구", "PITR", 0.7),
        Row("pitr", "시점 복구", 0.7),
    ]


@pytest.mark.parametrize(
    ("alias", "where", "rule"),
    [
        (Alias(("a",)), ("names",), "too-few-names"),
        (Alias((), ("a", "b")), ("names",), "too-few-names"),
        (Alias(("a", "a")), ("names", 1), "repeated"),
        (Alias(("a", "b"), ("c", "c")), ("near", 1), "repeated"),
        (Alias(("a", "-")), ("names", 1), "name-without-word"),
    ],
)
def test_what_is_wrong_with_an_alias_is_told_with_its_place(
    alias: Alias, where: tuple[str | int, ...], rule: str
) -> None:
    sound = Alias(("x",), ("y",))
    (found,) = alias_rules(AliasList((sound, alias)))
    assert (found.where, found.rule) == (("aliases", 1, *where), rule)
