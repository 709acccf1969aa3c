"""Errors that a person can do something about.

    StudyError
    ├── UsageError      a command that cannot be carried out as given
    ├── MaterialError   nothing usable is left of the material, or the named item is not there
    └── LogError        the data folder: locked, read-only, full, from a newer version

Rooms raise; only ``cli.main`` catches, prints one line and exits. ``cli.exits`` gives each its exit code.
"""


class StudyError(Exception):
    """Base of all expected errors: a message id of ``words.errors`` and the values its text needs."""

    def __init__(self, message_id: str, /, **params: object) -> None:
        super().__init__(message_id, params)
        self.message_id = message_id
        self.params = params

    def __reduce__(self) -> "tuple[type[StudyError], tuple[str], dict[str, object]]":
        """Made anew from its id, and given its values: errors of the process beside the screen come as pickles."""
        return type(self), (self.message_id,), self.__dict__


class UsageError(StudyError):
    """A command that cannot be carried out as given, or a terminal that is needed and missing."""


class MaterialError(StudyError):
    """Nothing usable is left of the material, or the named item is not there or in a broken file."""


class LogError(StudyError):
    """The data folder cannot be read or written."""
