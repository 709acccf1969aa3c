import pytest

from studycli.ui.ask import Asker, Choice
from studycli.words import load

CHOICES = [Choice("a", "first"), Choice("b", "second")]


def _typed(monkeypatch: pytest.MonkeyPatch, *lines: str) -> list[str]:
    """Answer the questions of ``input``; the list fills with the questions."""
    asked: list[str] = []
    answers = iter(lines)

    def answer(question: str) -> str:
        asked.append(question)
        return next(answers)

    monkeypatch.setattr("builtins.input", answer)
    return asked


@pytest.fixture
def asker() -> Asker:
    return Asker(load("en").cli.config, accessible=True)


def test_a_choice_is_a_numbered_list(
    asker: Asker, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _typed(monkeypatch, "2")
    assert asker.choose("Which?", CHOICES) == "b"
    assert capsys.readouterr().out == "Which?\n1. first\n2. second\n"


@pytest.mark.parametrize("wrong", ["0", "3", "first", "-1", "²"])
def test_what_is_no_number_of_the_list_is_asked_again(
    asker: Asker, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], wrong: str
) -> None:
    asked = _typed(monkeypatch, wrong, "1")
    assert asker.choose("Which?", CHOICES) == "a"
    assert len(asked) == 2
    assert "from 1 to 2" in capsys.readouterr().out


def test_an_empty_line_skips(asker: Asker, monkeypatch: pytest.MonkeyPatch) -> None:
    _typed(monkeypatch, "", "  ")
    assert asker.choose("Which?", CHOICES) is None
    assert asker.write("What?", lambda text: "never good") is None


def test_a_text_is_asked_for_until_it_is_good(
    asker: Asker, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _typed(monkeypatch, "bad", " good ")
    assert asker.write("What?", lambda text: None if text == "good" else "try again") == "good"
    assert capsys.readouterr().out == "try again\n"
