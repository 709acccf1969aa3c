"""One problem of the material as one line for people."""

from studycli.words.model.problems import ProblemWords


def message(rule: str, params: dict[str, object], words: ProblemWords) -> str:
    """What is wrong, without its place."""
    template: str = getattr(words, rule.replace("-", "_"))
    text = template.format(**params)
    return f"{text} ({words.did_you_mean.format(**params)})" if "suggestion" in params else text


def describe(
    path: str, line: int, column: int, rule: str, params: dict[str, object], words: ProblemWords
) -> str:
    """``path:line:col: rule: message``, with nothing in it that a terminal would obey."""
    text = f"{path}:{line}:{column}: {rule}: {message(rule, params, words)}"
    return "".join(character if character.isprintable() else _escaped(character) for character in text)


def _escaped(character: str) -> str:
    return f"\\u{ord(character):04x}"
