import pytest

from studycli.ui.blocks import Fence, Inline, Paragraph, parse
from studycli.ui.theme import Role


def spans(text: str) -> Inline:
    (block,) = parse(text)
    assert isinstance(block, Paragraph)
    return block.text


def marked(text: str, role: Role) -> list[str]:
    return [span.text for span in spans(text) if role in span.roles]


@pytest.mark.parametrize(
    ("text", "strong"),
    [
        pytest.param("a **b** c", ["b"], id="plain"),
        pytest.param("**(10 GB)**까지", ["(10 GB)"], id="bracket-then-particle"),
        pytest.param("용량은**(10 GB)**이다", ["(10 GB)"], id="hangul-on-both-sides"),
        pytest.param('**"엣지"**는 **"리전"**과', ['"엣지"', '"리전"'], id="quotes-twice"),
        pytest.param("**15분.**입니다", ["15분."], id="full-stop"),
        pytest.param("**한국어**는", ["한국어"], id="letters"),
        pytest.param("2 ** 3 ** 4", [], id="between-spaces"),
        pytest.param("**`AWS`**에서", ["AWS"], id="code-inside"),
    ],
)
def test_strong_next_to_hangul(text: str, strong: list[str]) -> None:
    assert marked(text, Role.STRONG) == strong


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[link](http://a.b)", id="link"),
        pytest.param("![image](http://a.b)", id="image"),
        pytest.param("<http://a.b>", id="autolink"),
        pytest.param("<b>html</b>", id="html"),
        pytest.param("[b]markup[/b]", id="rich-markup"),
        pytest.param("[…]", id="gap"),
        pytest.param("[name]: http://a.b", id="reference"),
        pytest.param("snake_case_name", id="underscores"),
        pytest.param("http://a.b/c_d*e", id="bare-address"),
    ],
)
def test_what_is_no_markup_here_stays_text(text: str) -> None:
    assert "".join(span.text for span in spans(text)) == text
    assert all(not span.roles for span in spans(text))


def test_a_character_reference_cannot_bring_back_a_control_character() -> None:
    assert "".join(span.text for span in spans("a&#27;b&#x202e;c&amp;")) == "a\ufffdbc&"


def test_a_fence_keeps_its_exact_lines() -> None:
    assert parse("```yaml\na:  1\n\n  b: *x*\n```") == (Fence(("a:  1", "", "  b: *x*")),)


def test_roles_nest_from_the_outside_in() -> None:
    assert spans("*a **b***")[-1].roles == (Role.EMPHASIS, Role.STRONG)
