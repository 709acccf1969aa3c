from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from studycli.core.moment import Moment
from studycli.ui.events import BackgroundEffect, DeferredEffect, Effect, Event, Key, OutsideEffect, Quit, Size
from studycli.ui.program import AnyEvent, Machine, Program

NOW = Moment(datetime(2026, 11, 23, tzinfo=UTC), 0.0)
State = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Do(Effect):
    what: str


@dataclass(frozen=True, slots=True)
class Outside(OutsideEffect):
    what: str


@dataclass(frozen=True, slots=True)
class Later(DeferredEffect):
    what: str


@dataclass(frozen=True, slots=True)
class Beside(BackgroundEffect):
    what: str


@dataclass(frozen=True, slots=True)
class Done(Event):
    what: str


EFFECTS: dict[str, tuple[Effect, ...]] = {
    "two": (Do("1"), Do("2")),
    "outside": (Do("1"), Outside("2"), Do("3")),
    "later": (Later("2"), Do("1")),
    "beside": (Beside("2"), Do("1")),
    "later and quit": (Later("never"), Quit(4)),
    "quit": (Do("1"), Quit(4), Do("never")),
    "done 2": (Do("after 2"),),
}


def update(state: State, event: AnyEvent) -> tuple[State, tuple[Effect, ...]]:
    assert isinstance(event, Key | Done)
    name = event.name if isinstance(event, Key) else f"done {event.what}"
    return (*state, name), EFFECTS.get(name, ())


def handle(effect: Effect) -> Event | None:
    assert isinstance(effect, Do | Outside | Later)
    return Done(effect.what)


def view(state: State, size: Size) -> str:
    return ""


@pytest.fixture
def machine() -> Machine[State]:
    return Machine(Program((), update, view, list), handle)


def test_effects_are_finished_in_order_and_their_events_fed_at_once(machine: Machine[State]) -> None:
    machine.feed(Key("two", NOW))
    assert machine.state == ("two", "done 1", "done 2", "done after 2")
    assert machine.is_ready()


def test_an_outside_effect_waits_and_the_rest_behind_it(machine: Machine[State]) -> None:
    machine.feed(Key("outside", NOW))
    before = machine.state
    assert machine.waits_outside()
    assert not machine.is_ready()
    machine.finish_outside()
    assert before == ("outside", "done 1")
    assert machine.state == ("outside", "done 1", "done 2", "done 3", "done after 2")
    assert machine.is_ready()


def test_a_deferred_effect_waits_and_holds_up_nothing(machine: Machine[State]) -> None:
    machine.feed(Key("later", NOW))
    machine.feed(Key("x", NOW))
    before = machine.state
    assert machine.has_deferred()
    assert machine.is_ready()
    machine.finish_deferred()
    assert before == ("later", "done 1", "x")
    assert machine.state == ("later", "done 1", "x", "done 2", "done after 2")
    assert not machine.has_deferred()


def test_what_a_program_defers_is_there_from_the_start() -> None:
    machine: Machine[State] = Machine(Program((), update, view, list, (Later("1"),)), handle)
    assert machine.has_deferred()
    machine.finish_deferred()
    assert machine.state == ("done 1",)


def test_a_program_that_is_left_leaves_what_it_deferred(machine: Machine[State]) -> None:
    machine.feed(Key("later and quit", NOW))
    assert machine.exit_code == 4
    assert not machine.has_deferred()


def test_quit_ends_it_after_what_came_before(machine: Machine[State]) -> None:
    machine.feed(Key("quit", NOW))
    assert machine.exit_code == 4
    assert machine.state == ("quit", "done 1")
    assert not machine.is_ready()
    assert not machine.waits_outside()


def test_a_background_effect_is_begun_and_holds_up_nothing() -> None:
    begun: list[BackgroundEffect] = []
    start: State = ()
    machine = Machine(Program(start, update, view, list, (Beside("0"),)), handle, begun.append)
    machine.feed(Key("beside", NOW))
    assert begun == [Beside("2")]
    assert machine.state == ("beside", "done 1")
    assert machine.is_ready()
    machine.finish_deferred()
    assert begun == [Beside("2"), Beside("0")], "one that a program begins with waits for the first frame"
    machine.feed(Done("2"))
    assert machine.state[-1:] == ("done after 2",)
