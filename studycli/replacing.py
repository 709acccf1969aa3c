"""Writing a file so that at every instant the old or the new one is there."""

import os
from pathlib import Path


def replace_text(target: Path, text: str) -> None:
    """Put ``text`` in place of the file, whose permissions stay; line ends are written as they are.

    Folders above are made. Raises OSError.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with draft.open("w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            draft.chmod(target.stat().st_mode)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
