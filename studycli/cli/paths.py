"""Where the user's folders are."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from studycli.errors import UsageError

_NAME = "studycli"


class Paths(NamedTuple):
    """The user's four folders. ``data`` cannot be made again, ``cache`` can."""

    data: Path
    config: Path
    cache: Path
    state: Path

    @property
    def configuration(self) -> Path:
        """The configuration file."""
        return self.config / "config.toml"

    @property
    def log(self) -> Path:
        """The folder of the log."""
        return self.data / "log"

    @property
    def device(self) -> Path:
        """The file that names this device."""
        return self.state / "device"


def user_paths(env: Mapping[str, str]) -> Paths:
    """The folders under ``STUDYCLI_HOME``, or in the platform's own places.

    Those of the XDG Base Directory Specification are read from ``env``; macOS has its own. Raises UsageError if a
    home folder is not known.
    """
    if home := env.get("STUDYCLI_HOME"):
        base = expanded(Path(home))
        return Paths(base / "data", base / "config", base / "cache", base / "state")
    if sys.platform == "darwin":
        return _macos_paths()
    user = Path(env.get("HOME") or expanded(Path("~")))
    return Paths(
        _xdg_folder(env.get("XDG_DATA_HOME"), user / ".local" / "share"),
        _xdg_folder(env.get("XDG_CONFIG_HOME"), user / ".config"),
        _xdg_folder(env.get("XDG_CACHE_HOME"), user / ".cache"),
        _xdg_folder(env.get("XDG_STATE_HOME"), user / ".local" / "state"),
    )


def expanded(path: Path) -> Path:
    """``path`` made absolute, ``~`` and ``~user`` replaced. Raises UsageError if that home folder is not known."""
    try:
        return path.expanduser().absolute()
    except RuntimeError as error:
        raise UsageError("unknown_home", path=path) from error


def _xdg_folder(named: str | None, default: Path) -> Path:
    """A folder of ours; the specification says that a relative path counts as none."""
    base = Path(named) if named and named.startswith("/") else default
    return base / _NAME


def _macos_paths() -> Paths:
    import platformdirs  # noqa: PLC0415 - 6 ms that other platforms do not need

    return Paths(
        platformdirs.user_data_path(_NAME),
        platformdirs.user_config_path(_NAME),
        platformdirs.user_cache_path(_NAME),
        platformdirs.user_state_path(_NAME),
    )
