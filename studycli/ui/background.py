"""Work beside the screen: processes that carry out background effects, while keys are read and answered.

A thread would not do: Python lets one run at a time, and a search in it makes each key wait several times over.
"""

import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from typing import TYPE_CHECKING, Final, NoReturn

from studycli.ui.events import BackgroundEffect, Event, Lane
from studycli.ui.processors import ANYWHERE, Places, apart, keep_to, processors
from studycli.ui.program import Handle

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Work = Callable[[], AbstractContextManager[Handle]]
"""Opens what background effects need (connections of their own), in the process that uses it.

Effects and what comes of them go through a pipe: plain values, which can be pickled.
"""

Watch = Callable[[int], object]

_PATIENCE_S: Final = 0.5
_STEP_S: Final = 0.005
_PATIENCE_OF_S: Final = {Lane.QUICK: _PATIENCE_S, Lane.SLOW: 0.0}
_NICENESS: Final = {Lane.QUICK: 0, Lane.SLOW: 10}
"""What takes long leaves the processor to the screen."""

_DEFAULT: Final = (signal.SIGTERM, signal.SIGHUP, signal.SIGTSTP, signal.SIGWINCH)


@contextmanager
def no_work() -> Iterator[Handle]:
    """For a program without background effects."""
    yield lambda _: None


class Lanes:
    """A process for each lane of background effects, as ``Background`` is one; it begins with the first of them."""

    def __init__(self, work: Work) -> None:
        given = processors()
        places = {Lane.QUICK: apart(given), Lane.SLOW: Places(work=given)}
        self._lanes = {lane: Background(work, _NICENESS[lane], places[lane]) for lane in Lane}

    @property
    def files(self) -> frozenset[int]:
        """The file numbers that can be read when there are results."""
        return frozenset(lane.file for lane in self._lanes.values() if lane.file is not None)

    def watch(self, watch: Watch | None) -> None:
        """Give ``watch`` those there are, and from now on each new one."""
        for lane in self._lanes.values():
            lane.watch(watch)

    def put(self, effect: BackgroundEffect) -> None:
        """Have an effect carried out, in place of one of its kind that waits."""
        self._lanes[effect.lane].put(effect)

    def results(self) -> Iterator[Event]:
        """What came back since. Raises what the work raised."""
        for lane in self._lanes.values():
            yield from lane.results()

    def close(self) -> None:
        """End the processes; what takes long is given up."""
        for name, lane in self._lanes.items():
            lane.close(_PATIENCE_OF_S[name])


class Background:
    """Carries out one effect after the other; of each kind only the newest counts, an older one brings nothing back.

    The process begins with the first effect. Whoever waits for results is told where to look by ``watch``.
    """

    def __init__(self, work: Work, niceness: int = 0, places: Places = ANYWHERE) -> None:
        self._work = work
        self._niceness = niceness
        self._places = places
        self._watch: Watch | None = None
        self._pipe: Connection | None = None
        self._pid = 0
        self._newest: dict[type[BackgroundEffect], int] = {}
        self._count = 0

    @property
    def is_running(self) -> bool:
        """Whether there is a process."""
        return self._pipe is not None

    @property
    def file(self) -> int | None:
        """The file number that can be read when there are results, while there is a process."""
        return None if self._pipe is None else self._pipe.fileno()

    def watch(self, watch: Watch | None) -> None:
        """From now on give ``watch`` the file number that can be read when there are results; None: nobody."""
        self._watch = watch
        if watch is not None and self._pipe is not None:
            watch(self._pipe.fileno())

    def put(self, effect: BackgroundEffect) -> None:
        """Have an effect carried out, in place of one of its kind that waits."""
        pipe = self._pipe or self._begin()
        self._count += 1
        self._newest[type(effect)] = self._count
        with suppress(OSError):  # it is gone: the next look at the results tells
            pipe.send((self._count, effect))

    def results(self) -> Iterator[Event]:
        """What came back since. Raises what the work raised."""
        while self._pipe is not None and self._pipe.poll():
            try:
                number, kind, result = self._pipe.recv()
            except (EOFError, OSError):  # somebody ended it; the next effect begins another
                self.close()
                return
            if isinstance(result, BaseException):
                raise result
            if result is not None and self._newest.get(kind) == number:
                yield result

    def wait(self, patience_s: float) -> None:
        """Wait for the next result, so long at most."""
        if self._pipe is not None:
            self._pipe.poll(patience_s)

    def close(self, patience_s: float = _PATIENCE_S) -> None:
        """End the process. What it has in hand is waited for, but not long: nothing hangs on it."""
        if self._pipe is None:
            return
        self._pipe.close()
        self._pipe = None
        keep_to(self._places.after)
        deadline_s = time.monotonic() + patience_s
        with suppress(ChildProcessError):
            while os.waitpid(self._pid, os.WNOHANG) == (0, 0):
                if time.monotonic() > deadline_s:
                    os.kill(self._pid, signal.SIGKILL)
                    os.waitpid(self._pid, 0)
                    break
                time.sleep(_STEP_S)

    def _begin(self) -> "Connection":
        from multiprocessing import Pipe  # noqa: PLC0415 - 15 ms, and few sessions search

        ours, theirs = Pipe()
        self._pid = os.fork()
        if not self._pid:
            ours.close()
            os.nice(self._niceness)
            keep_to(self._places.work)
            _serve(self._work, theirs)
        theirs.close()
        keep_to(self._places.screen)
        self._pipe = ours
        if self._watch is not None:
            self._watch(ours.fileno())
        return ours


def _serve(work: Work, pipe: "Connection") -> NoReturn:
    """The life of the process: answer until the pipe is closed. Nothing of the screen's may be touched or tidied up."""
    try:
        signal.set_wakeup_fd(-1)  # it wakes the screen
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        for number in _DEFAULT:
            signal.signal(number, signal.SIG_DFL)
        with suppress(OSError):
            _answer(work, pipe)
    finally:
        os._exit(0)


def _answer(work: Work, pipe: "Connection") -> None:
    waiting: dict[type[BackgroundEffect], tuple[int, BackgroundEffect]] = {}
    try:
        with work() as handle:
            while (request := _next(pipe, waiting)) is not None:
                number, effect = request
                pipe.send((number, type(effect), handle(effect)))
    except BrokenPipeError:
        return  # the screen was left
    except BaseException as error:
        pipe.send((0, type(None), error))


def _next(
    pipe: "Connection", waiting: dict[type[BackgroundEffect], tuple[int, BackgroundEffect]]
) -> tuple[int, BackgroundEffect] | None:
    """Take in all requests that are there, and give the oldest; None once the pipe is closed."""
    try:
        while not waiting or pipe.poll():
            number, effect = pipe.recv()
            waiting[type(effect)] = (number, effect)
    except EOFError:
        return None
    return waiting.pop(next(iter(waiting)))
