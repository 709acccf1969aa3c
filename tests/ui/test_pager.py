import signal
import sys
from pathlib import Path

import pytest

from studycli.ui.pager import pager_command, show_in_pager


@pytest.mark.parametrize(
    ("environ", "installed", "command"),
    [
        pytest.param({}, {"less", "more"}, ["less", "-R", "-S"], id="less-by-default"),
        pytest.param({}, {"more"}, ["more"], id="more-where-there-is-no-less"),
        pytest.param({}, set(), None, id="none-installed"),
        pytest.param({"PAGER": "most -w"}, {"most"}, ["most", "-w"], id="with-arguments"),
        pytest.param(
            {"PAGER": "less -i"}, {"less"}, ["less", "-i", "-R", "-S"], id="less-lets-colours-through"
        ),
        pytest.param({"PAGER": "/opt/less"}, {"/opt/less"}, ["/opt/less", "-R", "-S"], id="less-by-its-path"),
        pytest.param({"PAGER": "'/my pagers/p'"}, {"/my pagers/p"}, ["/my pagers/p"], id="quoted"),
        pytest.param({"PAGER": "less; rm x"}, {"less"}, None, id="no-shell-sees-it"),
        pytest.param({"PAGER": ""}, {"less"}, None, id="empty"),
        pytest.param({"PAGER": "  "}, {"less"}, None, id="blank"),
        pytest.param({"PAGER": "cat"}, {"less", "cat"}, None, id="cat"),
        pytest.param({"PAGER": "'open"}, {"less"}, None, id="open-quote"),
        pytest.param({"PAGER": "missing"}, {"less"}, None, id="not-installed"),
    ],
)
def test_the_command_of_the_pager(
    environ: dict[str, str], installed: set[str], command: list[str] | None
) -> None:
    assert pager_command(environ, lambda name: name if name in installed else None) == command


def test_the_pager_is_given_the_text_and_waited_for(tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    script = (
        f"import sys, time; text = sys.stdin.read(); time.sleep(0.1); open({str(seen)!r}, 'w').write(text)"
    )
    show_in_pager([sys.executable, "-c", script], "한글 \x1b[1mbold\x1b[0m\n")
    assert seen.read_text(encoding="utf-8") == "한글 \x1b[1mbold\x1b[0m\n"


def test_a_pager_that_leaves_early_is_no_error() -> None:
    show_in_pager([sys.executable, "-c", "pass"], "line\n" * 100_000)


def test_a_missing_pager_is_told_to_the_caller() -> None:
    with pytest.raises(OSError, match="pager"):
        show_in_pager(["/no/such/pager"], "text")


def test_ctrl_c_is_the_pagers_and_ours_again_afterwards() -> None:
    before = signal.getsignal(signal.SIGINT)
    script = "import os, signal; os.kill(os.getppid(), signal.SIGINT)"
    show_in_pager([sys.executable, "-c", script], "text")
    assert signal.getsignal(signal.SIGINT) is before


def test_the_pager_itself_is_ended_by_ctrl_c(tmp_path: Path) -> None:
    script = "import os, signal, time; os.kill(os.getpid(), signal.SIGINT); time.sleep(60)"
    show_in_pager([sys.executable, "-c", script], "text")
