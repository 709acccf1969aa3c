"""The process beside the screen: real ones, split off here."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import pytest

from studycli.ui.background import Background, Lanes, no_work
from studycli.ui.events import BackgroundEffect, Effect, Event, Lane
from studycli.ui.processors import apart, processors


@dataclass(frozen=True, slots=True)
class Ask(BackgroundEffect):
    text: str


@dataclass(frozen=True, slots=True)
class AskOther(BackgroundEffect):
    text: str


@dataclass(frozen=True, slots=True)
class AskAtLength(BackgroundEffect):
    text: str
    lane: ClassVar[Lane] = Lane.SLOW


@dataclass(frozen=True, slots=True)
class Answer(Event):
    text: str
    pid: int


def answer(effect: Effect) -> Event | None:
    """Some texts tell it what to do."""
    assert isinstance(effect, Ask | AskOther | AskAtLength)
    if effect.text == "slow":
        time.sleep(0.2)
    if effect.text == "very slow":
        time.sleep(60.0)
    if effect.text == "break":
        raise OverflowError("it broke")
    if effect.text == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if effect.text == "how nice":
        return Answer(str(os.nice(0)), os.getpid())
    if effect.text == "where":
        return Answer(" ".join(map(str, sorted(processors()))), os.getpid())
    return None if effect.text == "nothing" else Answer(effect.text, os.getpid())


@contextmanager
def work() -> Iterator[Callable[[Effect], Event | None]]:
    yield answer


@pytest.fixture
def background() -> Iterator[Background]:
    made = Background(work)
    yield made
    made.close()


def came(background: Background | Lanes, count: int = 1) -> list[str]:
    """The next results, as many as there should be, and any that come soon after."""
    found: list[str] = []
    deadline_s = time.monotonic() + 10
    while len(found) < count and time.monotonic() < deadline_s:
        found += [result.text for result in background.results() if isinstance(result, Answer)]
        time.sleep(0.005)
    time.sleep(0.05)
    return found + [result.text for result in background.results() if isinstance(result, Answer)]


def test_an_effect_is_carried_out_in_another_process(background: Background) -> None:
    background.put(Ask("a"))
    while not (results := list(background.results())):
        time.sleep(0.005)
    (result,) = results
    assert isinstance(result, Answer)
    assert (result.text, result.pid != os.getpid()) == ("a", True)


def test_a_newer_effect_overtakes_those_before_it(background: Background) -> None:
    for text in ("slow", "a", "b", "c"):
        background.put(Ask(text))
    assert came(background) == ["c"]


def test_effects_of_another_kind_are_not_overtaken(background: Background) -> None:
    background.put(AskOther("slow"))
    for text in ("a", "b"):
        background.put(Ask(text))
    assert came(background, 2) == ["slow", "b"]


def test_an_effect_may_bring_nothing(background: Background) -> None:
    background.put(Ask("nothing"))
    background.put(AskOther("a"))
    assert came(background) == ["a"]


def test_what_the_work_raises_is_raised_here(background: Background) -> None:
    background.put(Ask("break"))
    with pytest.raises(OverflowError, match="it broke"):
        came(background)


def test_what_the_work_raises_on_opening_is_raised_here() -> None:
    @contextmanager
    def broken() -> Iterator[Callable[[Effect], Event | None]]:
        if not Path("/no/such/folder").exists():
            raise OverflowError("no connection")
        yield answer

    background = Background(broken)
    background.put(Ask("a"))
    with pytest.raises(OverflowError, match="no connection"):
        came(background)
    background.close()


def test_a_process_that_was_killed_is_followed_by_another(background: Background) -> None:
    background.put(Ask("die"))
    while background.is_running:
        assert came(background, 0) == []
    background.put(Ask("a"))
    assert came(background) == ["a"]


def test_whoever_waits_is_told_where_to_look_each_time(background: Background) -> None:
    told: list[int] = []
    background.put(Ask("a"))
    background.watch(told.append)
    assert len(told) == 1
    background.close()
    background.put(Ask("b"))
    assert len(told) == 2
    background.watch(None)
    background.close()
    background.put(Ask("c"))
    assert len(told) == 2


def test_the_end_leaves_no_process_and_tidies_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("studycli.ui.background._PATIENCE_S", 30.0)  # however slow the machine is
    traces = tmp_path / "traces"

    @contextmanager
    def tidy() -> Iterator[Callable[[Effect], Event | None]]:
        yield answer
        traces.write_text(str(os.getpid()))

    background = Background(tidy)
    background.put(Ask("a"))
    came(background)
    background.close()
    with pytest.raises(ProcessLookupError):
        os.kill(int(traces.read_text()), 0)
    background.close()
    assert list(background.results()) == []


def test_the_end_waits_not_long_for_what_is_in_hand() -> None:
    @contextmanager
    def stuck() -> Iterator[Callable[[Effect], Event | None]]:
        yield lambda _: time.sleep(60)

    background = Background(stuck)
    background.put(Ask("a"))
    began_s = time.monotonic()
    background.close()
    assert time.monotonic() - began_s < 10
    assert not background.is_running


def test_without_work_nothing_comes() -> None:
    with no_work() as handle:
        assert handle(Ask("a")) is None


def test_waiting_is_for_one_result_and_not_for_ever(background: Background) -> None:
    background.wait(1.0)
    background.put(Ask("slow"))
    background.wait(10.0)
    assert [result.text for result in background.results() if isinstance(result, Answer)] == ["slow"]
    background.put(Ask("slow"))
    background.wait(0.001)
    assert list(background.results()) == []


@pytest.fixture
def lanes() -> Iterator[Lanes]:
    made = Lanes(work)
    yield made
    made.close()


def test_what_takes_long_holds_nothing_else_up(lanes: Lanes) -> None:
    lanes.put(AskAtLength("very slow"))
    lanes.put(Ask("a"))
    assert came(lanes) == ["a"]
    began_s = time.monotonic()
    lanes.close()
    assert time.monotonic() - began_s < 10
    assert lanes.files == frozenset()


def test_what_takes_long_leaves_the_processor_to_the_screen(lanes: Lanes) -> None:
    found = []
    for effect in (Ask("how nice"), AskAtLength("how nice")):
        lanes.put(effect)
        found += [int(text) for text in came(lanes)]
    quick, slow = found
    assert (quick, slow) == (os.nice(0), min(19, os.nice(0) + 10))


def test_each_lane_tells_where_to_look(lanes: Lanes) -> None:
    told: list[int] = []
    lanes.watch(told.append)
    lanes.put(Ask("a"))
    lanes.put(AskAtLength("b"))
    assert sorted(came(lanes, 2)) == ["a", "b"]
    assert len(told) == len(set(told)) == 2
    assert lanes.files == set(told)
    lanes.put(Ask("die"))
    while len(lanes.files) == 2:
        assert came(lanes, 0) == []
    lanes.put(Ask("c"))
    assert came(lanes) == ["c"]
    assert len(told) == 3


def test_the_screen_keeps_apart_from_quick_work_as_long_as_there_is_some() -> None:
    given = processors()
    lanes = Lanes(work)
    try:
        lanes.put(Ask("where"))
        quick = came(lanes)
        lanes.put(AskAtLength("where"))
        slow, here = came(lanes), processors()
    finally:
        lanes.close()
    screen, of_work = apart(given)
    assert quick == [" ".join(map(str, sorted(of_work or given)))]
    assert slow == [" ".join(map(str, sorted(given)))]
    assert here == (screen or given)
    assert processors() == given
