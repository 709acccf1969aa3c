import pytest

from tests.core.lint.samples import basic, cloze, hits, note, text


@pytest.mark.parametrize(
    ("front", "back", "fires"),
    [
        pytest.param("Which key does a partition key name?", "partition key", True, id="in the front"),
        pytest.param("파티션 키는 무엇을 정합니까?", "파티션 키", True, id="before a particle"),
        pytest.param("Which cache is `DAX`?", "DAX.", True, id="marks and a stop"),
        pytest.param("How large is an item in a 4000 KB table?", "400 KB", False, id="another number"),
        pytest.param("What do 64 KB make?", "4 KB", False, id="end of another number"),
        pytest.param("Which service stores snapshots?", "snap", False, id="part of a word"),
        pytest.param("Is yes an answer?", "yes", False, id="yes"),
        pytest.param("How many of 2 zones fail?", "2", False, id="very short"),
        pytest.param("DynamoDB or Aurora?", "Aurora", False, id="a choice"),
        pytest.param("Query와 Scan 중 어느 것입니까?", "Scan", False, id="a choice in Korean"),
    ],
)
def test_a_front_does_not_say_its_answer(front: str, back: str, fires: bool) -> None:
    assert bool(hits("front-gives-answer", note(basic("a", front, back)))) == fires


def test_what_a_gap_hides_is_not_said_beside_it() -> None:
    found = hits("front-gives-answer", note(cloze("c", "DAX is a cache: {{name::DAX}}")))
    assert [each["item"] for each in found] == ["c.name"]
    assert hits("front-gives-answer", note(cloze("c", "{{name::DAX}} and {{name::DAX}}"))) == []


@pytest.mark.parametrize(
    ("line", "fires"),
    [
        pytest.param("─" * 76, False, id="76 cells"),
        pytest.param("─" * 77, True, id="77 cells"),
        pytest.param("함" * 38 + "   ", False, id="38 syllables"),
        pytest.param("함" * 39, True, id="39 syllables"),
    ],
)
def test_a_diagram_fits_a_terminal(line: str, fires: bool) -> None:
    assert bool(hits("wide-diagram", note(body=text("```text\n" + line + "\n```", "-")))) == fires


def test_code_and_prose_may_be_wider() -> None:
    assert hits("wide-diagram", note(body="x" * 100 + "\n\n```json\n" + "x" * 100 + "\n```")) == []
