"""The answers of a new question: read from options ``ID=TEXT``, or asked for one by one."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from studycli.cli.answers import Answers
from studycli.cli.options import NewQuestion
from studycli.core.bank import QuestionKind
from studycli.core.library import Text
from studycli.core.naming import proposed_id
from studycli.errors import UsageError


class AskedOptions(NamedTuple):
    """The answers as they are written, and the kind of question they make."""

    options: list[dict[str, Any]]

    @property
    def kind(self) -> QuestionKind:
        """Several right answers make it a multiple response."""
        right = sum(option["right"] for option in self.options)
        return QuestionKind.MULTIPLE if right > 1 else QuestionKind.SINGLE


def given_options(answers: Answers, given: NewQuestion) -> AskedOptions:
    """The answers that were given. Raises UsageError for a wrong form, an unknown id or a missing reason."""
    texts, whys = _pairs("--option", given.options), _pairs("--why", given.whys)
    known = ", ".join(texts)
    for name, ids in (("--right", given.right), ("--why", whys)):
        for each in ids:
            if each not in texts:
                raise UsageError("unknown_option", name=name, id=each, known=known)
    missing = [f"--why {each}=" for each in texts if each not in whys]
    if missing:
        raise UsageError("missing_options", names=", ".join(missing))
    return AskedOptions(
        [
            _option(
                each,
                answers.given_text(f"--option {each}", texts[each]),
                answers.given_text(f"--why {each}", whys[each]),
                right=each in given.right,
            )
            for each in texts
        ]
    )


def ask_options(answers: Answers) -> AskedOptions:
    """Ask for answers until there are enough and no more are wanted."""
    options: list[dict[str, Any]] = []
    while True:
        text = answers.text_or_done("option")
        if text is None and len(options) > 1 and any(option["right"] for option in options):
            return AskedOptions(options)
        if text is None:
            answers.say(answers.words.two_options)
            continue
        right = answers.agree(answers.words.is_right)
        taken = [option["id"] for option in options]
        name = proposed_id(text.read("en").text, taken, "option")
        options.append(_option(name, text, answers.text("why", ()), right=right))


def _option(name: str, text: Text, why: Text, *, right: bool) -> dict[str, Any]:
    return {"id": name, "text": text, "right": right, "why": why}


def _pairs(name: str, values: Iterable[str]) -> dict[str, list[str]]:
    """The texts of each id, one for each language."""
    texts: dict[str, list[str]] = {}
    for value in values:
        each, equals, text = value.partition("=")
        if not equals:
            raise UsageError("bad_pair", name=name, value=value)
        texts.setdefault(each.strip(), []).append(text)
    return texts
