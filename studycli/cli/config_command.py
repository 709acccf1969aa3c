"""``studycli config``: settings shown, changed, or asked for."""

from difflib import get_close_matches
from typing import TextIO

from studycli.cli.configuration import CHOICES
from studycli.cli.notices import error_text
from studycli.cli.printing import one_line, print_aligned, print_json
from studycli.cli.settings import (
    NAMES,
    Plain,
    change,
    is_fit,
    require_fit,
    setting_value,
    setting_values,
    shown,
    unset,
)
from studycli.cli.wiring import Wiring
from studycli.errors import UsageError
from studycli.log.settings import SettingName
from studycli.ui.ask import Asker, Choice
from studycli.words import load
from studycli.words.model.cli import ConfigWords


def configure(wiring: Wiring, name: str | None, value: str | None, *, unset_it: bool, as_json: bool) -> int:
    """Show all settings or one, set one, or ask on a terminal. Raises UsageError for what cannot be."""
    if name is None:
        if wiring.may_ask and not as_json:
            while changed := ask_setting(wiring):
                wiring = changed
            return 0
        values = setting_values(wiring)
        if as_json:
            print_json(values, wiring.streams.stdout)
        else:
            _print_values(wiring, values)
        return 0
    _require_known(name)
    if unset_it and value is not None:
        raise UsageError("unset_with_value", name=name)
    if unset_it:
        unset(wiring, name)
    elif value is not None and is_fit(name, value):
        _print_fit(wiring, wiring.streams.stderr if as_json else wiring.streams.stdout)
    elif value is not None:
        change(wiring, name, value)
    _print_one(wiring.renewed(), name, changed=unset_it or value is not None, as_json=as_json)
    return 0


def ask_setting(wiring: Wiring) -> Wiring | None:
    """Ask which setting to change and what to: the wiring after that, None if the person leaves.

    Raises KeyboardInterrupt and EOFError; nothing is changed then.
    """
    words = wiring.words.cli.config
    asker = Asker(words, accessible=wiring.accessible)
    rows = [
        Choice(name, f"{name}: {one_line(_brief(name, value, words))}")
        for name, value in setting_values(wiring).items()
    ]
    name = asker.choose(words.pick, [*rows, Choice("", words.leave)])
    if not name:
        return None
    text = _ask_value(wiring, asker, name)
    if text is None:
        return wiring
    if is_fit(name, text):
        _try_fit(wiring)
    else:
        change(wiring, name, text)
    changed = wiring.renewed(load(text) if name == "language" else None)
    _print_one(changed, name, changed=True, as_json=False)
    return changed


def fault_of(wiring: Wiring, name: str, text: str) -> str | None:
    """Why ``name`` cannot be what ``text`` says, or None."""
    try:
        require_fit(wiring, name, text)
    except UsageError as error:
        return error_text(error, wiring.words)
    return None


def _ask_value(wiring: Wiring, asker: Asker, name: str) -> str | None:
    words = wiring.words.cli.config
    question = words.new_value.format(hint=words.hints(name))
    if name in CHOICES:
        return asker.choose(words.hints(name), [Choice(value, value) for value in CHOICES[name]])
    exams = wiring.shelf.blueprints() if name == SettingName.BLUEPRINT else {}
    if exams:
        titles = {full_id: exam.title.read(wiring.material_language).text for full_id, exam in exams.items()}
        return asker.choose(words.hints(name), [Choice(*each) for each in titles.items()])
    return asker.write(question, lambda text: fault_of(wiring, name, text))


def _require_known(name: str) -> None:
    if name not in NAMES:
        near = get_close_matches(name, NAMES, n=1)
        raise UsageError("unknown_setting", name=name, known=", ".join(near or NAMES))


def _print_one(wiring: Wiring, name: str, *, changed: bool, as_json: bool) -> None:
    value = setting_value(wiring, name)
    words, stdout = wiring.words.cli.config, wiring.streams.stdout
    if as_json:
        print_json({name: value}, stdout)
        return
    text = one_line(shown(value) or words.unset)
    stdout.write(f"{words.saved.format(name=name, value=text) if changed else text}\n")


def _print_values(wiring: Wiring, values: dict[str, Plain]) -> None:
    words = wiring.words.cli.config
    print_aligned(
        [(name, _brief(name, value, words)) for name, value in values.items()], wiring.streams.stdout
    )


def _brief(name: str, value: Plain, words: ConfigWords) -> str:
    """A setting in a list of all of them."""
    text = shown(value)
    return words.unset if text is None else words.own_parameters if name == "parameters" else text


def _try_fit(wiring: Wiring) -> None:
    """Fit the parameters, or say why that cannot be."""
    try:
        _print_fit(wiring, wiring.streams.stdout)
    except UsageError as error:
        wiring.streams.stdout.write(f"{error_text(error, wiring.words)}\n")


def _print_fit(wiring: Wiring, stream: TextIO) -> None:
    """Fit the parameters, use them if they predict better, and say what came of it."""
    from studycli.cli.fitting import fit_now  # noqa: PLC0415 - only on demand
    from studycli.ui.screens.end import told_fit  # noqa: PLC0415

    found = fit_now(wiring)
    stream.write(f"{told_fit(found, wiring.words.screens.end)}\n")
