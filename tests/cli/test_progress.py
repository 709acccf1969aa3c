import io

from studycli.cli.progress import bar


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def told(stderr: io.StringIO, total: int) -> str:
    tell = bar(stderr, lambda done, total: f"reading {done}/{total}")
    for done in range(1, total + 1):
        tell(done, total)
    return stderr.getvalue()


def test_a_bar_grows_and_is_taken_away() -> None:
    drawn = told(Terminal(), 20)
    assert "\r[##########..........] reading 10/20" in drawn
    assert drawn.endswith("\r\x1b[K")


def test_nothing_is_drawn_for_a_few_steps_or_in_a_pipe() -> None:
    assert told(Terminal(), 3) == ""
    assert told(io.StringIO(), 100) == ""
