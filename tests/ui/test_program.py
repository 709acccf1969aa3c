from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from studycli.ui.events import Effect, Event, Key, Moment, OutsideEffect, Quit, Size
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
class Done(Event):
    what: str


EFFECTS: dict[str, tuple[Effect, ...]] = {
    "two": (Do("1"), Do("2")),
    "outside": (Do("1"), Outside("2"), Do("3")),
    "quit": (Do("1"), Quit(4), Do("never")),
    "done 2": (Do("after 2"),),
}


def update(state: State, event: AnyEvent) -> tuple[State, tuple[Effect, ...]]:
    assert isinstance(event, Key | Done)
    name = event.name if isinstance(event, Key) else f"done {event.what}"
    return (*state, name), EFFECTS.get(name, ())


def handle(effect: Effect) -> Event | None:
    assert isinstance(effect, Do | Outside)
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


def test_quit_ends_it_after_what_came_before(machine: Machine[State]) -> None:
    machine.feed(Key("quit", NOW))
    assert machine.exit_code == 4
    assert machine.state == ("quit", "done 1")
    assert not machine.is_ready()
    assert not machine.waits_outside()
