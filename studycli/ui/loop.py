"""The one loop of full-screen programs: draw, wait for a key or a second, update, finish effects, draw.

prompt_toolkit owns the keyboard and sends what changed; Rich draws. Whatever happens to the process, short of
SIGKILL, the terminal is left as it was found. Import this module after ``terminal.require_terminal`` only.
"""

import asyncio
import errno
import gc
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Generic

from prompt_toolkit.application import Application
from prompt_toolkit.application.run_in_terminal import run_in_terminal
from prompt_toolkit.data_structures import Point
from prompt_toolkit.input import create_input
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import Layout
from prompt_toolkit.layout.screen import Screen
from prompt_toolkit.output import ColorDepth, create_output

from studycli.core.moment import Moment
from studycli.ui.background import Lanes, Work, no_work
from studycli.ui.canvas import Canvas
from studycli.ui.drawn import painted_lines
from studycli.ui.events import TYPED, Continued, Key, Resized, Size, Tick
from studycli.ui.keys import key_names, written
from studycli.ui.program import AnyEvent, Handle, Machine, Program, S
from studycli.ui.terminal import TerminalGuard, buffered

_INTERRUPTED = 130
_HUNG_UP = 129
_SIGNALLED = 128
_ENDING = (signal.SIGTERM, signal.SIGHUP)
_ESCAPE_WAIT_S = 0.05


def run(
    program: Program[S],
    handle: Handle,
    clock: Callable[[], Moment],
    state_folder: Path,
    work: Work = no_work,
) -> int:
    """Run the program on the terminal's full screen and return its exit code.

    130 after Ctrl-C, 129 and 143 after SIGHUP and SIGTERM. What ``update``, ``view``, ``handle`` or ``work`` raise is
    raised here, after the screen is left. ``state_folder`` keeps what is needed to repair the terminal after a kill.
    """
    gc.freeze()  # what is here now stays: to look through it for garbage would hold a key up for 50 ms
    guard = TerminalGuard(state_folder, sys.stdin, sys.stdout)
    guard.repair_if_needed()
    background = Lanes(work)
    screen = _Screen(Machine(program, handle, background.put), program, clock, guard, background)
    try:
        return _shown(screen, guard, background)
    finally:
        background.close()


def _shown(screen: "_Screen[S]", guard: TerminalGuard, background: Lanes) -> int:
    """Show the screen, and leave it for each outside effect; the exit code."""
    while True:
        code = screen.show()
        if code is not None:
            return code
        background.close()  # what is done outside may change all that it knows
        try:
            screen.machine.finish_outside()
        except BaseException:
            guard.make_whole()
            raise
        if screen.machine.exit_code is not None:
            return screen.machine.exit_code


class _Screen(Generic[S]):
    """The machine on a prompt_toolkit Application, which is left and started again around outside effects."""

    def __init__(
        self,
        machine: Machine[S],
        program: Program[S],
        clock: Callable[[], Moment],
        guard: TerminalGuard,
        background: Lanes,
    ) -> None:
        self.machine = machine
        self._background = background
        self._watched: set[int] = set()
        self._view = program.view
        self._cursor_in = program.cursor
        self._clock = clock
        self._guard = guard
        self._code: int | None = None
        self._error: BaseException | None = None
        self._size: Size | None = None
        self._drawn: list[str] = []
        self._fresh = False
        self._app = self._application()

    def show(self) -> int | None:
        """Show the screen until it is left: the exit code, or None if an effect waits for the terminal."""
        self._fresh = False
        try:
            with self._guard:
                self._run()
        except (EOFError, OSError):  # the terminal is gone; errors of the program are in _error
            if self._code is None:
                self._code = _HUNG_UP
        if self._error is not None:
            raise self._error
        return self._code if self._code is not None else self.machine.exit_code

    def _run(self) -> None:
        """Run the application; the end of its loop would leave the signals it handles to end the process."""
        before = {number: signal.getsignal(number) for number in _ENDING}
        try:
            self._app.run(pre_run=self._prepare, set_exception_handler=False)
        finally:
            self._background.watch(None)
            for number, handler in before.items():
                signal.signal(number, handler)

    def _application(self) -> "Application[None]":
        app: Application[None] = Application(
            layout=Layout(Canvas(self._lines, self._cursor, self._last_screen)),
            key_bindings=self._bindings(),
            include_default_pygments_style=False,
            enable_page_navigation_bindings=False,
            full_screen=True,
            erase_when_done=True,
            color_depth=ColorDepth.DEPTH_4_BIT,
            input=create_input(sys.stdin),
            output=create_output(buffered(sys.stdout)),
            before_render=lambda _: self._guarded(self._measure),
            after_render=lambda _: self._guarded(self._after_frame),
        )
        app.ttimeoutlen = _ESCAPE_WAIT_S
        return app

    def _bindings(self) -> KeyBindings:
        bindings = KeyBindings()
        bindings.add(Keys.Any, eager=True)(self._on_key)
        bindings.add(Keys.ControlC, eager=True)(lambda _: self._stop(_INTERRUPTED))
        bindings.add(Keys.SIGINT, eager=True)(lambda _: self._stop(_INTERRUPTED))
        bindings.add(Keys.ControlZ, eager=True)(lambda _: self._suspend())
        bindings.add(Keys.ControlL, eager=True)(lambda _: self._redraw())
        return bindings

    def _prepare(self) -> None:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda _, context: self._on_loop_error(context.get("exception")))
        for number in _ENDING:
            loop.add_signal_handler(number, self._stop, _SIGNALLED + number)
        self._guarded(self._measure)
        self._app.create_background_task(self._tick())
        self._background.watch(self._read_from)

    async def _tick(self) -> None:
        while True:
            await asyncio.sleep(1)
            self._guarded(self._on_second)

    def _on_second(self) -> None:
        self._feed(Tick(self._clock()))
        before = self._drawn
        if self._app.is_running and self._lines() != before:
            self._app.invalidate()

    def _on_key(self, event: KeyPressEvent) -> None:
        def strike() -> None:
            press = event.key_sequence[0]
            text = written(press)
            for place, name in enumerate(key_names(press) or ((TYPED,) if text else ())):
                self._feed(Key(name, self._clock(), "" if place else text))

        self._guarded(strike)

    def _redraw(self) -> None:
        """Draw everything again; to the program that is no key: what it says must not vanish."""
        self._app.renderer.erase(leave_alternate_screen=False)
        self._app.output.cursor_goto(0, 0)

    def _measure(self) -> None:
        """Tell the program the window's size if it is new."""
        rows, columns = self._app.output.get_size()
        if self._size != (columns, rows):
            self._size = Size(columns, rows)
            self._feed(Resized(self._size))

    def _after_frame(self) -> None:
        """Let keys that came meanwhile go first."""
        if self.machine.has_deferred():
            asyncio.get_running_loop().call_soon(self._guarded, self._on_deferred)

    def _on_deferred(self) -> None:
        if self._app.is_running and self.machine.has_deferred():
            self._fresh = False
            self.machine.finish_deferred()
            self._go_on()
            self._app.invalidate()

    def _read_from(self, file: int) -> None:
        self._watched.add(file)
        asyncio.get_running_loop().add_reader(file, self._guarded, self._on_results)

    def _on_results(self) -> None:
        if self.machine.is_ready():  # else they are taken when the screen is shown again
            for result in self._background.results():
                self._feed(result)
            self._app.invalidate()
        for gone in self._watched - self._background.files:
            asyncio.get_running_loop().remove_reader(gone)
            self._watched.discard(gone)

    def _feed(self, event: AnyEvent) -> None:
        if not self.machine.is_ready() or self._code is not None or self._error is not None:
            return
        self._fresh = False
        self.machine.feed(event)
        self._go_on()

    def _go_on(self) -> None:
        if not self.machine.is_ready():
            self._leave()

    def _lines(self) -> list[str]:
        if not self._fresh:
            self._guarded(self._draw)
        return self._drawn

    def _draw(self) -> None:
        self._fresh = True
        if self._size is not None:
            self._drawn = painted_lines(self._view(self.machine.state, self._size), self._size)

    def _cursor(self) -> Point | None:
        """The cell where text is typed."""
        cell = None if self._size is None else self._cursor_in(self.machine.state, self._size)
        return Point(*cell) if cell else None

    def _last_screen(self) -> Screen | None:
        return self._app.renderer.last_rendered_screen

    def _suspend(self) -> None:
        """Stop the whole job as a shell expects it; on return prompt_toolkit draws everything again."""

        def stop() -> None:
            self._guarded(lambda: self._feed(Tick(self._clock())))
            self._guard.restore_modes()
            os.kill(0, signal.SIGTSTP)
            self._guarded(lambda: self._feed(Continued(self._clock())))

        run_in_terminal(stop)

    def _guarded(self, act: Callable[[], None]) -> None:
        try:
            act()
        except BaseException as error:
            self._fail(error)

    def _fail(self, error: BaseException | None) -> None:
        self._error = self._error or error or RuntimeError("the event loop failed")
        self._leave()

    def _on_loop_error(self, error: BaseException | None) -> None:
        """A frame that nobody can see any more is no failure: what the program itself raises is not told here."""
        if isinstance(error, OSError) and error.errno == errno.EIO:
            self._stop(_HUNG_UP)
        else:
            self._fail(error)

    def _stop(self, code: int) -> None:
        if self._code is None:
            self._code = code
        self._leave()

    def _leave(self) -> None:
        if self._app.is_running and not self._app.is_done:
            self._app.exit()
