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


def test_what_must_be_written_is_asked_for_until_it_is(
    asker: Asker, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = _typed(monkeypatch, "", "  ", "text")
    assert asker.insist("What?", lambda text: None) == "text"
    assert len(asked) == 3
    assert capsys.readouterr().out == "This cannot be left empty.\n" * 2


@pytest.mark.parametrize(("answer", "agreed"), [("1", False), ("2", True), ("", False)])
def test_only_yes_is_yes(asker: Asker, monkeypatch: pytest.MonkeyPatch, answer: str, agreed: bool) -> None:
    _typed(monkeypatch, answer)
    assert asker.agree("Sure?") is agreed
