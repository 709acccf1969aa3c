import pytest

from studycli.core.notes import FactStatus
from tests.core.lint.samples import basic, blueprint, fact, hits, note, option, question, text


@pytest.mark.parametrize(
    "item",
    [
        pytest.param(note(body=text("15분", "16 min")), id="note"),
        pytest.param(note(basic(back=text("15분", "16 min"))), id="entry"),
        pytest.param(question(stem=text("15분", "16 min")), id="stem"),
        pytest.param(
            question(options=(option("a", "A", why=text("15분", "16 min")), option("b", "B"))), id="why"
        ),
        pytest.param(
            fact(status=FactStatus.CORRECTED, statement=text("15분", "16 min")), id="corrected fact"
        ),
        pytest.param(blueprint(text("15분", "16 min"), secure="S"), id="blueprint"),
        pytest.param(blueprint(secure=text("15분", "16 min")), id="domain of a blueprint"),
    ],
)
def test_numbers_agree_in_every_text(item: object) -> None:
    (params,) = hits("numbers-differ", item)  # type: ignore[arg-type]
    assert params["only"] == "ko: 15; en: 16"


@pytest.mark.parametrize(
    ("ko", "en", "only"),
    [
        pytest.param("`/tmp`에 씁니다", "writes to `/tmp`", None, id="same"),
        pytest.param("`a`와 `b`", "`b` and `a`", None, id="another order"),
        pytest.param("`a`", "`A`", "ko: a; en: A", id="another span"),
        pytest.param("`a`", "a", "ko: a", id="no span"),
        pytest.param("```json\n{}\n```", "```json\n[]\n```", "ko: {}; en: []", id="fenced code"),
        pytest.param("```text\n│ 함수 │\n```", "```text\n│ function │\n```", None, id="diagram"),
    ],
)
def test_code_agrees(ko: str, en: str, only: str | None) -> None:
    found = [params["only"] for params in hits("code-differs", note(body=text(ko, en)))]
    assert found == ([] if only is None else [only])
