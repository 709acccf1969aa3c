"""Writes the trees of the commands that completion goes by, one for each language: ``make docs``."""

import io
import json
import os
from typing import TYPE_CHECKING, Any

from studycli.cli.completion_answer import tree_file
from studycli.cli.printing import Streams
from studycli.cli.run import Run
from studycli.cli.translate import translate_click
from studycli.words import LANGUAGES

if TYPE_CHECKING:
    import click

_LONGEST_HELP = 100


def tree_text(language: str) -> str:
    """The tree in ``language``, one command a line."""
    translate_click(language)
    from studycli.cli.app import build_command  # noqa: PLC0415 - it imports click, which binds its texts then

    streams = Streams(io.StringIO(), io.StringIO(), io.StringIO())
    run = Run(("--language", language), {"STUDYCLI_HOME": os.devnull}, streams)
    return json.dumps(tree_of(build_command(run)), ensure_ascii=False, indent=1) + "\n"


def tree_of(command: "click.Command") -> dict[str, Any]:
    """A command as ``studycli.cli.completing.command_of`` reads it."""
    import click  # noqa: PLC0415 - translated by now

    context = click.Context(command)
    options = {}
    arguments = []
    for parameter in command.get_params(context):
        if isinstance(parameter, click.Option):
            takes = None if parameter.is_flag or parameter.count else parameter.make_metavar(context)
            for name in (*parameter.opts, *parameter.secondary_opts):
                if name.startswith("--"):
                    options[name] = [takes, parameter.help or "", parameter.multiple]
        else:
            arguments.append((parameter.metavar or "").strip("[]") + "..." * (parameter.nargs == -1))
    below = getattr(command, "commands", {})
    return {
        "text": command.get_short_help_str(_LONGEST_HELP),
        "options": options,
        "arguments": [name.replace("......", "...") for name in arguments],
        "commands": {name: tree_of(each) for name, each in below.items()},
    }


if __name__ == "__main__":
    for language in LANGUAGES:
        tree_file(language).write_text(tree_text(language), encoding="utf-8")
