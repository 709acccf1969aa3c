import pytest

from studycli.cli.languages import spoken_language


@pytest.mark.parametrize(
    ("argv", "env", "configured", "language"),
    [
        pytest.param(
            ["--language", "ko"], {"STUDYCLI_LANG": "en", "LANG": "en_US"}, "en", "ko", id="option first"
        ),
        pytest.param(["--language=ko"], {}, None, "ko", id="option with equals sign"),
        pytest.param(["--no-input", "--language", "ko", "status"], {}, None, "ko", id="among other options"),
        pytest.param(["--material-language", "en", "--language", "ko"], {}, None, "ko", id="after a value"),
        pytest.param(["config", "--language", "ko"], {}, None, "en", id="after the command it is not ours"),
        pytest.param([], {"STUDYCLI_LANG": "ko", "LANG": "en_US"}, "en", "ko", id="then the variable"),
        pytest.param([], {"LANG": "en_US.UTF-8"}, "ko", "ko", id="then the configuration"),
        pytest.param([], {"LC_ALL": "ko_KR.UTF-8", "LANG": "en_US.UTF-8"}, None, "ko", id="then LC_ALL"),
        pytest.param([], {"LC_MESSAGES": "ko_KR", "LANG": "en_US"}, None, "ko", id="then LC_MESSAGES"),
        pytest.param([], {"LANG": "ko_KR.EUC-KR"}, None, "ko", id="then LANG"),
        pytest.param([], {"LC_ALL": "", "LANG": "ko"}, None, "ko", id="an empty variable is none"),
        pytest.param([], {"LC_ALL": "C", "LANG": "ko_KR"}, None, "en", id="C is English"),
        pytest.param([], {"LANG": "fr_FR"}, None, "en", id="a language we lack"),
        pytest.param([], {}, None, "en", id="nothing at all"),
        pytest.param(["--language"], {}, None, "en", id="option without value"),
    ],
)
def test_who_decides_the_language(
    argv: list[str], env: dict[str, str], configured: str | None, language: str
) -> None:
    assert spoken_language(argv, env, configured) == (language, None)


@pytest.mark.parametrize(
    ("argv", "env", "name", "language"),
    [
        pytest.param(["--language", "fr"], {"STUDYCLI_LANG": "ko"}, "--language", "ko", id="option"),
        pytest.param([], {"STUDYCLI_LANG": "klingon", "LANG": "ko_KR"}, "STUDYCLI_LANG", "ko", id="variable"),
    ],
)
def test_a_wish_that_cannot_be_met_is_told_in_the_next_language(
    argv: list[str], env: dict[str, str], name: str, language: str
) -> None:
    spoken = spoken_language(argv, env, None)
    assert spoken.language == language
    assert spoken.error is not None
    assert spoken.error.params["name"] == name
