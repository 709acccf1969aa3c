from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from io import StringIO

import pytest

from studycli.core.moment import Moment
from studycli.ui.events import (
    BackgroundEffect,
    DeferredEffect,
    Effect,
    Event,
    Key,
    OutsideEffect,
    Quit,
    Resized,
    Size,
    Tick,
)
from studycli.ui.lines import line_keys, run_lines
from studycli.ui.program import AnyEvent, Handle, Program

State = tuple[str, ...]
QUITS: dict[str, tuple[Effect, ...]] = {
    "q": (Quit(5),),
    "o": (OutsideEffect(),),
    "d": (DeferredEffect(),),
    "b": (BackgroundEffect(), BackgroundEffect()),
}


class Back(Event):
    """The effect is done."""


def update(state: State, event: AnyEvent) -> tuple[State, tuple[Effect, ...]]:
    match event:
        case Key("text"):
            return state, ()
        case Key("q") if "stay" in state:
            return (*state, "q?"), ()
        case Key(name):
            return (*state, name), QUITS.get(name, ())
        case Back():
            return (*state, "back"), ()
        case Tick() | Resized():
            return state, ()
    raise AssertionError(event)


def view(state: State, size: Size) -> str:
    raise AssertionError("lines are not drawn")


def spoken(state: State) -> list[str]:
    return [f"keys {' '.join(state)}", "and \x1b[31mmore"]


NOTHING: State = ()
PROGRAM = Program(NOTHING, update, view, spoken)


def clock() -> Moment:
    return Moment(datetime(2026, 11, 23, tzinfo=UTC), 0.0)


def told(typed: str, initial: State = ()) -> tuple[int, list[str]]:
    out = StringIO()
    program = Program(initial, update, view, spoken)
    code = run_lines(program, lambda _: Back(), clock, StringIO(typed), out)
    return code, [line for line in out.getvalue().splitlines() if line.startswith("keys")]


@pytest.mark.parametrize(
    ("line", "keys"),
    [
        pytest.param("\n", ("enter",), id="empty"),
        pytest.param(" \n", ("space",), id="space"),
        pytest.param("3\n", ("3",), id="digit"),
        pytest.param("Escape\r\n", ("escape",), id="name"),
        pytest.param("ㅂ\n", ("q",), id="jamo"),
        pytest.param("１\n", ("1",), id="full-width"),
        pytest.param("1 3 enter\n", ("1", "3", "enter"), id="several"),
        pytest.param("12\n", ("1", "2"), id="number"),
        pytest.param("-1\n", (), id="no-number"),
        pytest.param("hello\n", (), id="no-key"),
        pytest.param("1 hello\n", (), id="partly-no-key"),
    ],
)
def test_a_line_names_keys(line: str, keys: tuple[str, ...]) -> None:
    assert line_keys(line) == keys


def test_lines_are_printed_when_they_change_and_quit_ends() -> None:
    assert told("\n2\nq\n") == (5, ["keys ", "keys enter", "keys enter 2"])


def test_an_outside_effect_is_simply_done() -> None:
    assert told("o\nq\n") == (5, ["keys ", "keys o back"])


@pytest.mark.parametrize(("key", "times"), [("j", 1), ("o", 2)], ids=["nothing new", "after something else"])
def test_the_same_lines_are_said_again_where_something_else_had_the_terminal(key: str, times: int) -> None:
    out = StringIO()
    program = Program(NOTHING, update, view, lambda _: ["the same"])
    assert run_lines(program, lambda _: Back(), clock, StringIO(f"{key}\nq\n"), out) == 5
    assert out.getvalue() == "the same\n" * times


def test_a_deferred_effect_is_done_once_the_lines_are_out() -> None:
    assert told("d\nq\n") == (5, ["keys ", "keys d", "keys d back"])


def test_background_effects_are_done_in_turn_by_what_is_opened_for_them() -> None:
    opened: list[str] = []

    @contextmanager
    def work() -> Iterator[Handle]:
        opened.append("open")
        yield lambda _: Back()
        opened.append("closed")

    out = StringIO()
    program = Program(NOTHING, update, view, spoken, (BackgroundEffect(),))
    run_lines(program, lambda _: Back(), clock, StringIO("b\no\nb\nq\n"), out, work)
    assert "keys back b back back o back b back back" in out.getvalue().splitlines()[-2]
    assert opened == ["open", "closed", "open", "closed"], "opened anew after something outside"


def test_every_key_of_a_line_knows_that_it_was_typed_as_one() -> None:
    seen: list[tuple[str, bool]] = []

    def note(state: State, event: AnyEvent) -> tuple[State, tuple[Effect, ...]]:
        seen.extend([(event.text, event.is_line)] if isinstance(event, Key) else [])
        return state, ()

    run_lines(Program(NOTHING, note, view, spoken), lambda _: None, clock, StringIO("1 x\n"), StringIO())
    assert seen[:2] == [("1 x", True), ("", True)]


def test_what_is_no_key_says_the_lines_again() -> None:
    assert told("what\nq\n")[1] == ["keys ", "keys "]


@pytest.mark.parametrize(("initial", "code"), [((), 5), (("stay",), 0)], ids=["quits", "asks-and-is-ended"])
def test_the_end_of_input_is_q_and_then_the_end(initial: State, code: int) -> None:
    assert told("", initial)[0] == code


@pytest.mark.parametrize(
    ("line", "keys"),
    [
        pytest.param("정답이 틀렸습니다\n", [("text", "정답이 틀렸습니다")], id="a-sentence"),
        pytest.param("한\n", [("g", "한"), ("k", ""), ("s", "")], id="one-syllable-is-typed-once"),
        pytest.param("1 x\n", [("1", "1 x"), ("x", "")], id="what-could-be-keys"),
        pytest.param(" \n", [("space", " ")], id="a-space"),
        pytest.param("\n", [("enter", "")], id="nothing"),
    ],
)
def test_a_line_brings_its_text_with_its_first_key(line: str, keys: list[tuple[str, str]]) -> None:
    seen: list[tuple[str, str]] = []

    def note(state: State, event: AnyEvent) -> tuple[State, tuple[Effect, ...]]:
        seen.extend([(event.name, event.text)] if isinstance(event, Key) else [])
        return state, ()

    run_lines(Program(NOTHING, note, view, spoken), lambda _: None, clock, StringIO(line), StringIO())
    assert seen[: len(keys)] == keys


def test_control_characters_do_not_reach_the_terminal() -> None:
    out = StringIO()
    run_lines(PROGRAM, lambda _: None, clock, StringIO("q\n"), out)
    assert out.getvalue() == "keys \nand [31mmore\n"


class Interrupted(StringIO):
    """An input during which Ctrl-C is pressed."""

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
        raise KeyboardInterrupt


def test_ctrl_c_is_130() -> None:
    assert run_lines(PROGRAM, lambda _: None, clock, Interrupted(), StringIO()) == 130
