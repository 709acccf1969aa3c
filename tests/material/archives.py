"""Archives to test with, honest and not."""

import io
import tarfile
import zipfile
from pathlib import Path

Files = dict[str, bytes]

SOUND: Files = {
    "content/library.yaml": b"id: small\ntitle: {en: Small}\nlanguages: [en]\n",
    "content/a.yaml": b"id: a\ntitle: {en: A}\nnotes: []\n",
    "quizzes/a.yaml": b"topic: a\nquestions: []\n",
    "README.md": b"Read me.\n",
    "LICENSE": b"MIT\n",
}


def inside(folder: str, files: Files) -> Files:
    return {f"{folder}/{name}": data for name, data in files.items()}


def zipped(path: Path, files: Files, *, mode: int = 0o100644) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            info = zipfile.ZipInfo(name)
            info.external_attr = mode << 16
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return path


def tarred(path: Path, files: Files, *members: tarfile.TarInfo) -> Path:
    mode = "w:gz" if path.name.endswith("gz") else "w"
    with tarfile.open(path, mode) as archive:  # type: ignore[call-overload]
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
        for member in members:
            archive.addfile(member)
    return path


def special(name: str, kind: bytes, target: str = "") -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, target
    return info
