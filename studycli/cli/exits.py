"""Every exit code there is. Only ``main`` and the commands' own results use them."""

from enum import IntEnum

from studycli.errors import LogError, MaterialError, StudyError, UsageError


class ExitCode(IntEnum):
    """What the process says to the shell."""

    FINE = 0
    FOUND = 1
    USAGE = 2
    MATERIAL = 3
    LOG = 4
    BUG = 70
    HANGUP = 129
    INTERRUPTED = 130
    TERMINATED = 143


OF_ERROR: dict[type[StudyError], ExitCode] = {
    UsageError: ExitCode.USAGE,
    MaterialError: ExitCode.MATERIAL,
    LogError: ExitCode.LOG,
}


def code_of(error: StudyError) -> ExitCode:
    """The exit code of an expected error: that of the nearest class in its family."""
    return next((OF_ERROR[family] for family in type(error).__mro__ if family in OF_ERROR), ExitCode.BUG)
