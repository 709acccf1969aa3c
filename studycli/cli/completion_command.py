"""``studycli completion``: the script that completes command lines in a shell."""

from studycli.cli.completion_scripts import SCRIPTS
from studycli.cli.wiring import Wiring
from studycli.errors import UsageError


def print_script(wiring: Wiring, shell: str) -> int:
    """Print the script for a shell. Raises UsageError for one that we do not know."""
    if shell not in SCRIPTS:
        raise UsageError("unknown_shell", shell=shell, known=", ".join(SCRIPTS))
    wiring.streams.stdout.write(SCRIPTS[shell])
    return 0
