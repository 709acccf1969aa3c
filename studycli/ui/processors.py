"""Processors for the screen and for the work beside it.

Linux likes to run whoever is woken through a pipe where the one runs who wrote into it: a search then waits for the
frame that shows the key, or the frame for the search, while another processor idles.
"""

import os
import sys
from collections.abc import Set
from contextlib import suppress
from typing import NamedTuple

NOWHERE: frozenset[int] = frozenset()
"""No processors to keep to: that is left as it is."""


class Places(NamedTuple):
    """The processors that the screen keeps to while there is work beside it, and those that the work keeps to."""

    screen: Set[int] = NOWHERE
    work: Set[int] = NOWHERE

    @property
    def after(self) -> Set[int]:
        """Those that the screen has again when the work is done."""
        return self.screen | self.work if self.screen else NOWHERE


ANYWHERE = Places()
"""Wherever the system likes."""


def processors() -> frozenset[int]:
    """Those that this process may run on; ``NOWHERE`` where the system does not tell."""
    return frozenset(os.sched_getaffinity(0)) if sys.platform == "linux" else NOWHERE


def apart(given: Set[int]) -> Places:
    """The first half of the processors for the screen, the others for the work, if there are two."""
    first = sorted(given)[: len(given) // 2]
    return Places(frozenset(first), frozenset(given) - set(first)) if first else ANYWHERE


def keep_to(wanted: Set[int]) -> None:
    """Run on these processors alone; some of them may have been taken away meanwhile."""
    if sys.platform == "linux" and wanted:
        with suppress(OSError):
            os.sched_setaffinity(0, wanted)
