"""The wheel carries the material, so that an installed studycli works from any folder."""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

ROOT = Path(__file__).parents[1]


def test_the_wheel_has_the_whole_library_in_the_package(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    with ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if name.startswith("studycli/bundled/")}
    there = {
        f"studycli/bundled/{file.relative_to(ROOT).as_posix()}"
        for folder in ("content", "quizzes")
        for file in (ROOT / folder).rglob("*.yaml")
    }
    assert there
    assert there <= packed
