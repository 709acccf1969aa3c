"""``studycli exam start`` and ``exam resume``."""

from studycli.cli.exam_papers import Drawn, drawn_paper, retaken_paper
from studycli.cli.exits import ExitCode
from studycli.cli.options import PaperOptions, SittingOptions
from studycli.cli.wiring import Wiring
from studycli.errors import UsageError
from studycli.ui.terminal import require_terminal


def start_exam(wiring: Wiring, paper: PaperOptions, how: SittingOptions) -> int:
    """Show the rules, then the exam. Raises UsageError without a terminal, if one is open, or without a paper."""
    refuse_second(wiring)
    drawn = _paper(wiring, paper, how)
    stdin, stdout, _ = wiring.streams
    require_terminal(stdin, stdout, command="studycli exam start", alternative="studycli exam print")
    from studycli.cli.studying import open_exam  # noqa: PLC0415 - 150 ms of full screen

    return _told_how_to_go_on(wiring, open_exam(wiring, drawn, how))


def resume_exam(wiring: Wiring) -> int:
    """Go on with the open exam. Raises UsageError without a terminal, if none is open, or another window has it."""
    if open_attempt(wiring) is None:
        raise UsageError("no_open_exam")
    stdin, stdout, _ = wiring.streams
    require_terminal(stdin, stdout, command="studycli exam resume", alternative="studycli exam list")
    from studycli.cli.studying import resume_open_exam  # noqa: PLC0415 - 150 ms of full screen

    return _told_how_to_go_on(wiring, resume_open_exam(wiring))


def _told_how_to_go_on(wiring: Wiring, code: int) -> int:
    """The exit code, after a line on stderr if the person left an exam open."""
    left = code in {ExitCode.FINE, ExitCode.INTERRUPTED}
    if left and open_attempt(wiring) is not None:
        wiring.streams.stderr.write(f"{wiring.words.cli.exam.history.goes_on}\n")
    return code


def open_attempt(wiring: Wiring) -> str | None:
    """The newest attempt that was not handed in."""
    attempts = wiring.learner.attempts()
    return next((each.id for each in reversed(attempts) if each.ended_at is None), None)


def refuse_second(wiring: Wiring) -> None:
    """Raises UsageError if an exam is open."""
    name = open_attempt(wiring)
    if name is not None:
        raise UsageError("exam_open", attempt=name)


def _paper(wiring: Wiring, paper: PaperOptions, how: SittingOptions) -> Drawn:
    if how.retake is None:
        return drawn_paper(wiring, paper)
    beside = {"BLUEPRINT": paper.blueprint, "--questions": paper.questions, "--topic": paper.topic}
    named = [name for name, value in beside.items() if value is not None]
    if named:
        raise UsageError("retake_alone", names=", ".join(named))
    return retaken_paper(wiring, how.retake, paper.minutes, paper.seed)
