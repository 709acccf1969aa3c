"""Compares all policies and writes ``docs/exam-day.md`` and its picture: ``python -m benchmarks.exam_day``.

``--quick`` prints what eight learners say of eight settings, in two minutes.
"""

import argparse
import sys
from time import perf_counter

from benchmarks.exam_day import aims, page, picture
from benchmarks.exam_day.results import Results
from benchmarks.exam_day.scenarios import SETTINGS, WORLDS, Setting
from benchmarks.exam_day.scores import Scores, solvers_of

QUICK_LEARNERS = 8
QUICK_MINUTES = (5, 15)
QUICK_DAYS = 21


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.exam_day", description=__doc__)
    parser.add_argument("--learners", type=int, default=16, help="how many; 16 at a time are computed")
    parser.add_argument("--quick", action="store_true", help="few learners and settings, one world, no page")
    parser.add_argument("--print", action="store_true", help="print the parts of the page, write nothing")
    options = parser.parse_args()
    settings = SETTINGS
    if options.quick:
        settings = tuple(filter(_is_quick, SETTINGS))
    results = Results(QUICK_LEARNERS if options.quick else options.learners)
    worlds = ["plain"] if options.quick else list(WORLDS)
    compute(results, settings, worlds)
    scores = {world: Scores(results, settings, world) for world in worlds}
    texts = page.parts(scores)
    if not options.quick:
        texts["aims"] = aims.aims(scores)
    if options.quick or options.print:
        print("\n".join(texts.values()))
        return
    page.FILE.write_text(page.written(page.FILE.read_text("utf-8"), texts), "utf-8")
    picture.FILE.write_text(picture.picture(scores["plain"]), "utf-8")


def compute(results: Results, settings: tuple[Setting, ...], worlds: list[str]) -> None:
    """Compute what is not kept yet, and say on stderr what it took."""
    for world in worlds:
        for setting in settings:
            for solver in solvers_of(world):
                if not results.is_kept(solver, setting, world):
                    start = perf_counter()
                    results.table(solver, setting, world)
                    took = f"{perf_counter() - start:6.1f} s"
                    print(f"{took}  {world} {setting.name} {setting.start} {solver}", file=sys.stderr)


def _is_quick(setting: Setting) -> bool:
    return setting.days <= QUICK_DAYS and setting.minutes in QUICK_MINUTES


if __name__ == "__main__":
    main()
