"""What a new item is made of: given as options, or asked for on a terminal."""

from collections.abc import Sequence
from unicodedata import normalize

from studycli.cli.notices import error_text
from studycli.cli.wiring import Wiring
from studycli.core.library import Text
from studycli.core.shapes import is_id
from studycli.errors import UsageError
from studycli.ui.ask import Asker, Choice


class Answers:
    """Takes options, and asks for what is missing if there is somebody to ask.

    ``languages`` are those of every text. Raises UsageError where something is missing and nobody may be asked.
    """

    def __init__(self, wiring: Wiring, languages: Sequence[str]) -> None:
        self.words = wiring.words.cli.writing
        self.languages = languages
        self._wiring = wiring
        self._asker = Asker(wiring.words.cli.config, accessible=wiring.accessible)

    @property
    def may_ask(self) -> bool:
        """Whether questions may be asked."""
        return self._wiring.may_ask

    def require(self, **given: object) -> None:
        """Without somebody to ask everything must be given. Raises UsageError naming all that is missing."""
        missing = [f"--{name}" for name, value in given.items() if not value]
        if missing and not self.may_ask:
            raise UsageError("missing_options", names=", ".join(missing))

    def text(self, name: str, given: Sequence[str]) -> Text:
        """The text called ``name`` in every language."""
        if given:
            return self.given_text(f"--{name}", given)
        label = self.words.label(name)
        return Text({language: self._ask_words(label, language) for language in self.languages})

    def given_text(self, name: str, given: Sequence[str]) -> Text:
        """One string for each language. Raises UsageError if there are more or fewer."""
        if len(given) != len(self.languages):
            raise UsageError("text_per_language", name=name, languages=", ".join(self.languages))
        texts = map(_sound, given)
        return Text(dict(zip(self.languages, texts, strict=True)))

    def choose(self, question: str, choices: Sequence[Choice]) -> str:
        """The value of the choice taken, the first if none is."""
        return self._asker.choose(question, choices) or choices[0].value

    def topic(self, known: Sequence[str], *, may_make: bool) -> str:
        """A topic of the library, or the id of a new one."""
        others = [Choice("", self.words.other_topic)] if may_make else []
        rows = [*(Choice(each, each) for each in known), *others]
        chosen = self._asker.choose(self.words.pick_topic, rows) if known else None
        return chosen or self.name(self.words.new_topic)

    def name(self, question: str) -> str:
        """An id that must be written."""
        return self._asker.insist(question, self._fault_of_id)

    def name_or(self, proposed: str, taken: frozenset[str]) -> str:
        """The id written, or the one proposed if nothing is."""

        def fault(text: str) -> str | None:
            taken_text = error_text(UsageError("id_taken", id=text), self._wiring.words)
            return taken_text if text in taken else self._fault_of_id(text)

        return self._asker.write(self.words.pick_id.format(proposed=proposed), fault) or proposed

    def say(self, text: str) -> None:
        """A line for the person who answers."""
        self._wiring.streams.stdout.write(f"{text}\n")

    def agree(self, question: str) -> bool:
        """Whether the person says yes."""
        return self._asker.agree(question)

    def text_or_done(self, name: str) -> Text | None:
        """One of several texts, None when all are written."""
        first, *rest = self.languages
        label = self.words.label(name)
        words = self._asker.write(self.words.option_or_done.format(label=label), _anything)
        if words is None:
            return None
        return Text({first: _sound(words), **{each: self._ask_words(label, each) for each in rest}})

    def _ask_words(self, label: str, language: str) -> str:
        template = self.words.in_language if len(self.languages) > 1 else self.words.ask
        return _sound(self._asker.insist(template.format(label=label, language=language), _anything))

    def _fault_of_id(self, text: str) -> str | None:
        return None if is_id(text) else self._wiring.words.problems.bad_id.format(value=text)


def _anything(_: str) -> None:
    return None


def _sound(words: str) -> str:
    """As a file keeps it: NFC, and with a line feed at the end of several lines."""
    text = normalize("NFC", words).replace("\r\n", "\n")
    return f"{text.rstrip()}\n" if "\n" in text else text
