import asyncio
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from studycli.cli.exits import ExitCode
from studycli.cli.main import Stopped
from tests.cli.conftest import NOW, Studio


@pytest.mark.parametrize(
    ("argv", "code", "text"),
    [
        pytest.param(["xyzzy"], 2, "No such command 'xyzzy'. (see: studycli --help)", id="unknown command"),
        pytest.param(["statu"], 2, "Did you mean 'status'?", id="near command"),
        pytest.param(
            ["status", "--jsn"], 2, "Did you mean '--json'? (see: studycli status --help)", id="option"
        ),
        pytest.param(
            ["grade"], 2, "Missing argument 'ID'. (see: studycli grade --help)", id="missing argument"
        ),
        pytest.param(
            ["grade", "x", "good", "y"], 2, "Got unexpected extra argument (y)", id="extra argument"
        ),
        pytest.param(["review", "--minutes", "x"], 2, "Invalid value for '--minutes'", id="no number"),
        pytest.param(["review", "--minutes", "601"], 2, "601 is not in the range", id="out of range"),
        pytest.param(["grade", "x", "perfect"], 2, "GRADE: perfect is no grade", id="our own usage error"),
        pytest.param(["grade", "nothing-like-it", "good"], 3, "nothing-like-it", id="unknown card"),
        pytest.param(["next", "--topic", "iam"], 3, "topic iam: not in the material", id="unknown topic"),
        pytest.param(["--material-language", "kor", "next"], 2, "--material-language: kor", id="no code"),
    ],
)
def test_a_mistake_is_one_line_on_stderr_with_its_exit_code(
    studio: Studio, argv: list[str], code: int, text: str
) -> None:
    result = studio(*argv)
    assert (result.code, result.out) == (code, "")
    assert result.err.startswith("error: ")
    assert text in result.err
    assert result.err.count("\n") == 1


def test_korean_mistakes_are_told_in_korean_after_the_same_prefix(studio: Studio) -> None:
    result = studio("--language", "ko", "grade")
    assert (result.code, result.err) == (
        2,
        "error: 필요한 인자가 없습니다: 'ID'. (참고: studycli grade --help)\n",
    )


def test_what_a_terminal_would_obey_is_taken_out_of_errors(studio: Studio) -> None:
    result = studio("config", "\x1b]0;x\x07evil\x1b[31m\n\u202e")
    assert result.code == 2
    assert result.err.count("\n") == 1
    assert not set("\x1b\x07\u202e") & set(result.err)


def test_a_traceback_only_with_debug(studio: Studio) -> None:
    assert "Traceback" not in studio("grade", "x", "perfect").err
    assert "Traceback" in studio("--debug", "grade", "x", "perfect").err


def test_a_bug_is_one_line_and_70(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("studycli.cli.status.print_status", lambda wiring: 1 // 0)
    result = studio("status")
    assert (result.code, result.err.count("\n")) == (70, 1)
    assert "a bug in studycli (ZeroDivisionError)" in result.err
    assert "--debug" in result.err


@pytest.mark.parametrize(
    ("error", "code"),
    [
        pytest.param(KeyboardInterrupt(), 130, id="Ctrl-C"),
        pytest.param(EOFError(), 130, id="Ctrl-D at a question"),
        pytest.param(BrokenPipeError(), 0, id="closed pipe"),
    ],
)
def test_being_interrupted_is_silent(
    studio: Studio, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int
) -> None:
    def interrupted(_: object) -> int:
        raise error

    monkeypatch.setattr("studycli.cli.status.print_status", interrupted)
    assert studio("status") == (code, "", "")


def test_a_broken_cache_is_made_again_without_a_word(studio: Studio) -> None:
    before = studio("status", "--json")
    cache = studio.home / "cache" / "cache.db"
    cache.write_bytes(cache.read_bytes()[:4096] + b"\0" * 20_000)
    for name in ("cache.db-wal", "cache.db-shm"):
        (studio.home / "cache" / name).unlink(missing_ok=True)
    assert studio("status", "--json") == before


def test_where_the_cache_finds_no_room_the_program_works_without_it(studio: Studio) -> None:
    expected = studio("status", "--json")
    shutil.rmtree(studio.home / "cache")
    small = "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000)); "
    run = "from studycli.__main__ import run; sys.argv[1:] = ['status', '--json']; run()"
    done = subprocess.run(
        [sys.executable, "-c", small + run], env=studio.process_env({}), capture_output=True, check=False
    )
    assert (done.returncode, done.stdout.decode(), done.stderr) == (0, expected.out, b"")


def test_a_cache_that_breaks_after_the_answer_was_saved_does_not_save_it_twice(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise sqlite3.DatabaseError("malformed")

    with monkeypatch.context() as patch:
        patch.setattr("studycli.log.learner.Learner.state", broken)
        result = studio("grade", "lambda-timeout", "good")
    assert (result.code, result.err.count("\n")) == (4, 1)
    assert "is saved" in result.err
    assert [event["kind"] for event in studio.log] == ["review"]
    assert studio("status", "--json").json["reviewed_today"] == 1


def test_a_cache_in_use_is_said_to_be_so(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    busy = sqlite3.OperationalError("database is locked")
    busy.sqlite_errorcode = sqlite3.SQLITE_BUSY

    def locked(_: object) -> int:
        raise busy

    monkeypatch.setattr("studycli.cli.status.print_status", locked)
    result = studio("status")
    assert (result.code, "in use by another studycli" in result.err) == (4, True)


@pytest.mark.parametrize("variable", ["STUDYCLI_HOME", "STUDYCLI_LIBRARY"])
@pytest.mark.parametrize("argv", [[], ["status", "--short"], ["config"], ["next"]])
def test_a_home_folder_of_nobody_is_one_line(studio: Studio, variable: str, argv: list[str]) -> None:
    if (variable, argv) == ("STUDYCLI_LIBRARY", ["config"]):
        argv = ["library", "list"]  # config needs no libraries
    result = studio(*argv, **{variable: "~no-such-user/x"})
    assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)
    assert "~no-such-user/x: " in result.err
    assert studio("status", "--help", **{variable: "~no-such-user/x"}).code == 0


@pytest.mark.parametrize("year", ["3000", "0001"])
def test_a_clock_that_the_log_cannot_hold_is_one_line(studio: Studio, year: str) -> None:
    result = studio("status", STUDYCLI_NOW=f"{year}-01-01T00:00:00+09:00")
    assert (result.code, result.err.count("\n")) == (2, 1)
    assert "STUDYCLI_NOW" in result.err


def test_a_link_in_the_log_that_leads_nowhere_is_one_line(studio: Studio) -> None:
    (studio.home / "data" / "log").mkdir(parents=True)
    (studio.home / "data" / "log" / "gone.jsonl").symlink_to("nothing")
    result = studio("status")
    assert (result.code, result.err.count("\n"), "gone.jsonl" in result.err) == (4, 1, True)


def test_help_is_shown_whatever_is_wrong_with_configuration_and_clock(studio: Studio) -> None:
    (studio.home / "config").mkdir()
    (studio.home / "config" / "config.toml").write_text("language = [")
    result = studio("status", "--help", STUDYCLI_NOW="yesterday", STUDYCLI_LANG="fr")
    assert (result.code, result.err) == (0, "")


def test_without_a_terminal_the_bare_command_is_status(studio: Studio) -> None:
    assert studio() == studio("status")


def test_the_version_is_that_of_the_package(studio: Studio) -> None:
    from studycli import __version__

    assert studio("--version") == (0, f"studycli {__version__}\n", "")


def test_no_event_loop_swallows_a_signal_that_ends_the_program() -> None:
    def stop() -> None:
        raise Stopped(ExitCode.HANGUP)

    async def asking() -> None:
        asyncio.get_running_loop().call_soon(stop)
        await asyncio.sleep(0.1)

    with pytest.raises(Stopped) as stopped:
        asyncio.run(asking())
    assert stopped.value.code is ExitCode.HANGUP


class TestProcesses:
    def test_results_go_to_stdout_and_errors_to_stderr(self, studio: Studio) -> None:
        good, bad = studio.process("status", "--short"), studio.process("xyzzy")
        assert (good.code, good.err, good.out.count("\n")) == (0, "", 1)
        assert (bad.code, bad.out, bad.err.count("\n")) == (2, "", 1)

    def test_a_reader_that_goes_away_is_not_reported(self, studio: Studio) -> None:
        for argv in (["status", "--json"], ["config"], ["--help"], ["next"]):
            script = f'"{sys.executable}" -m studycli {" ".join(argv)} | true; echo "${{PIPESTATUS[0]}}"'
            done = subprocess.run(
                ["bash", "-c", script],
                env=studio.process_env({"STUDYCLI_NOW": NOW}),
                capture_output=True,
                check=True,
                stdin=subprocess.DEVNULL,
            )
            assert (done.stdout, done.stderr) == (b"0\n", b""), argv

    def test_a_closed_stdout_is_no_crash(self, studio: Studio) -> None:
        script = f'"{sys.executable}" -m studycli status >&-'
        done = subprocess.run(
            ["bash", "-c", script], env=studio.process_env({}), capture_output=True, check=False
        )
        assert (done.returncode, done.stderr) == (0, b"")

    def test_a_full_disk_under_stdout_is_one_line(self, studio: Studio) -> None:
        with Path(os.devnull).open("rb") as nothing, Path("/dev/full").open("wb") as full:
            done = subprocess.run(
                [sys.executable, "-m", "studycli", "status"],
                env=studio.process_env({}),
                stdin=nothing,
                stdout=full,
                stderr=subprocess.PIPE,
                check=False,
            )
        assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
        assert done.stderr.startswith(b"error: output: cannot be written")

    def test_a_full_disk_in_the_middle_of_the_output_is_one_line(self, studio: Studio) -> None:
        code = (
            "import studycli.cli.status as status\n"
            "status.print_status = lambda wiring: wiring.streams.stdout.write('x' * 100_000)\n"
            "import sys; sys.argv = ['studycli', 'status']\n"
            "from studycli.__main__ import run\nrun()"
        )
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(
                [sys.executable, "-c", code],
                env=studio.process_env({}),
                stdout=full,
                stderr=subprocess.PIPE,
                check=False,
            )
        assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
        assert done.stderr.startswith(b"error: output: cannot be written")

    @pytest.mark.parametrize(
        "env",
        [
            pytest.param({"LANG": "C", "LC_ALL": "C"}, id="C"),
            pytest.param({"PYTHONIOENCODING": "ascii"}, id="ascii"),
            pytest.param({"PYTHONIOENCODING": "latin-1"}, id="latin-1"),
        ],
    )
    def test_a_stream_that_lacks_korean_does_not_stop_us(self, studio: Studio, env: dict[str, str]) -> None:
        for argv in (["status"], ["--help"], ["next"], ["next", "--json"], ["grade", "없음", "good"]):
            done = subprocess.run(
                [sys.executable, "-m", "studycli", "--language", "ko", *argv],
                env=studio.process_env(env),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=False,
            )
            assert done.returncode in {0, 3}, (argv, done.stderr)
            assert b"Traceback" not in done.stderr

    @pytest.mark.parametrize(
        ("number", "code"),
        [pytest.param(signal.SIGTERM, 143, id="SIGTERM"), pytest.param(signal.SIGHUP, 129, id="SIGHUP")],
    )
    def test_a_signal_ends_the_program_with_its_code(self, studio: Studio, number: int, code: int) -> None:
        script = (
            "import os, signal, studycli.cli.status as status\n"
            f"signal.signal({int(number)}, signal.SIG_DFL)  # whoever runs the tests may ignore it, as nohup does\n"
            f"status.print_status_short = lambda wiring: os.kill(os.getpid(), {int(number)})\n"
            "import sys; sys.argv = ['studycli', 'status', '--short']\n"
            "from studycli.__main__ import run\nrun()"
        )
        done = subprocess.run(
            [sys.executable, "-c", script], env=studio.process_env({}), capture_output=True, check=False
        )
        assert (done.returncode, done.stderr) == (code, b"")
