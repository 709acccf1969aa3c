import ast
import string
from importlib.util import find_spec
from pathlib import Path

import pytest

from studycli.words.ko.click import CATALOGUE

# Said only where we never are: prompts of click, its own editor, Windows, completion, mistakes of a programmer.
NOT_OURS = {
    "Could not determine name for option with declarations {decls!r}",
    "Arguments take exactly one parameter declaration, got {length}: {decls}.",
    "Name '{name}' defined twice",
    "Boolean option {decl!r} cannot use the same flag for true/false.",
    "DeprecationWarning: The command {name!r} is deprecated.{extra_message}",
    "DeprecationWarning: The {param_type} {name!r} is deprecated.{extra_message}",
    "Do you want to continue?",
    "Confirm the action without prompting.",
    "%(prog)s, version %(version)s",
    "Invalid start character for option ({option})",
    "Choice({choices})",
}


def _texts_of(module: str) -> set[str]:
    package, name = module.split(".")
    spec = find_spec(package)
    assert spec is not None
    assert spec.origin is not None
    source = Path(spec.origin).with_name(f"{name}.py").read_text(encoding="utf-8")
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    return {
        argument.value
        for call in calls
        if isinstance(call.func, ast.Name) and call.func.id in {"_", "ngettext"}
        for argument in call.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    }


@pytest.mark.parametrize(
    "module",
    [
        "click.core",
        "click.decorators",
        "click.exceptions",
        "click.formatting",
        "click.parser",
        "click.types",
        "typer.core",
    ],
)
def test_everything_click_says_has_korean(module: str) -> None:
    said = {text for text in _texts_of(module) if not text.startswith("No options defined")}
    assert said - NOT_OURS - set(CATALOGUE) == set()


@pytest.mark.parametrize("english", CATALOGUE)
def test_korean_takes_no_value_that_english_has_not(english: str) -> None:
    def names(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    assert names(CATALOGUE[english]) <= names(english)
