"""Questions in plain lines: the only place that knows questionary.

In accessible mode every question is a line of text and a numbered list, answered by ``input``.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from studycli.words.model.cli import ConfigWords

if TYPE_CHECKING:
    from prompt_toolkit.application import Application

Check = Callable[[str], str | None]
"""Says what is wrong with a text, or None."""


class Choice(NamedTuple):
    """One of several answers: the value it stands for and its text."""

    value: str
    title: str


def _add_escape(application: "Application[Any]") -> None:
    """Esc and q skip a question of choices, which takes no text."""
    from prompt_toolkit.key_binding import KeyBindings, merge_key_bindings  # noqa: PLC0415 - as above

    bindings = KeyBindings()
    for key in ("escape", "q", "ㅂ"):
        bindings.add(key, eager=True)(lambda event: event.app.exit(result=None))
    own = application.key_bindings
    application.key_bindings = merge_key_bindings([bindings] if own is None else [own, bindings])


class Asker(NamedTuple):
    """How to ask this person."""

    words: ConfigWords
    accessible: bool = False

    def choose(self, question: str, choices: Sequence[Choice]) -> str | None:
        """The value of the choice taken; None if the question is skipped, as by Esc. Raises KeyboardInterrupt."""
        if self.accessible:
            return self._choose_by_number(question, choices)
        import questionary  # noqa: PLC0415 - 100 ms, only where something is asked

        asked = questionary.select(
            question,
            choices=[questionary.Choice(choice.title, choice.value) for choice in choices],
            instruction=self.words.keys,
        )
        _add_escape(asked.application)
        answer: str | None = asked.unsafe_ask()
        return answer

    def write(self, question: str, check: Check) -> str | None:
        """The text written, without a fault that ``check`` finds; None if left empty. Raises KeyboardInterrupt."""
        if self.accessible:
            return self._write_plain(question, check)
        import questionary  # noqa: PLC0415 - 100 ms, only where something is asked

        def verdict(text: str) -> bool | str:
            return (text.strip() and check(text.strip())) or True

        answer = str(questionary.text(question, validate=verdict).unsafe_ask()).strip()
        return answer or None

    def insist(self, question: str, check: Check) -> str:
        """The text written, asked for until there is one without a fault. Raises KeyboardInterrupt."""
        while (answer := self.write(question, check)) is None:
            print(self.words.needed)
        return answer

    def agree(self, question: str) -> bool:
        """Whether the person says yes; to skip is no. Raises KeyboardInterrupt."""
        return self.choose(question, [Choice("", self.words.no), Choice("yes", self.words.yes)]) == "yes"

    def _choose_by_number(self, question: str, choices: Sequence[Choice]) -> str | None:
        print(question)
        for number, choice in enumerate(choices, start=1):
            print(f"{number}. {choice.title}")

        def fault(text: str) -> str | None:
            if text.isdecimal() and 1 <= int(text) <= len(choices):
                return None
            return self.words.pick_number.format(last=len(choices))

        answer = self._write_plain(self.words.choose_number, fault)
        return None if answer is None else choices[int(answer) - 1].value

    def _write_plain(self, question: str, check: Check) -> str | None:
        while answer := input(f"{question.rstrip()} ").strip():
            fault = check(answer)
            if fault is None:
                return answer
            print(fault)
        return None
