"""Command lines that are typed or run all the time, carried out without building the commands.

Importing typer costs five times the start of Python. A line counts only as a whole, exactly as written here; any
other is parsed. So there is one parser, and a test sees that both ways print the same.
"""

from collections.abc import Callable, Mapping, Sequence

from studycli.cli.run import Run


def shortcut(argv: Sequence[str]) -> Callable[[Run], int] | None:
    """What carries out this line, if it is one of them, ``note ID``, ``search WORD...``, or a shell's at a Tab."""
    match argv:
        case ["__complete", shell, "--", *words]:
            return lambda run: _completed(run, shell, words)
        case ["note", name] if name and not name.startswith("-"):
            return lambda run: _note(run, name)
        case ["search", *words] if words and not any(word.startswith("-") for word in words):
            return lambda run: _search(run, tuple(words))
    return SHORTCUTS.get(tuple(argv))


def _note(run: Run, name: str) -> int:
    from studycli.cli.note_command import print_note  # noqa: PLC0415 - only what this line needs

    return print_note(run.wiring, name, as_json=False)


def _search(run: Run, words: tuple[str, ...]) -> int:
    from studycli.cli.search_command import SearchOptions, search  # noqa: PLC0415 - only what this line needs

    return search(run.wiring, SearchOptions(words), as_json=False)


def _completed(run: Run, shell: str, words: Sequence[str]) -> int:
    from studycli.cli.completion_answer import answer  # noqa: PLC0415 - only what this line needs

    return answer(run, shell, words)


def _status_short(run: Run) -> int:
    from studycli.cli.status import print_status_short  # noqa: PLC0415 - only what this line needs

    return print_status_short(run.wiring)


def _status_json(run: Run) -> int:
    from studycli.cli.status import print_status_json  # noqa: PLC0415

    return print_status_json(run.wiring)


def _next_json(run: Run) -> int:
    from studycli.cli.reviewing import print_next  # noqa: PLC0415

    return print_next(run.wiring, None, as_json=True)


SHORTCUTS: Mapping[tuple[str, ...], Callable[[Run], int]] = {
    ("status", "--short"): _status_short,
    ("status", "--json"): _status_json,
    ("next", "--json"): _next_json,
}
"""The lines, by their arguments."""
