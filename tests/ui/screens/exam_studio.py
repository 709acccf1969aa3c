"""A small exam and a hand at its keyboard, with a clock of its own and a disk that can fill up."""

from dataclasses import dataclass, field
from datetime import timedelta

from studycli.core.exam.attempt import Answer, Attempt, Mode, begin
from studycli.core.exam.paper import Paper, PaperItem, Terms
from studycli.core.library import Text
from studycli.core.moment import Moment
from studycli.core.notes import Source
from studycli.ui.app import App, Opened, update
from studycli.ui.deck import DisputedKind, Face, NotePage, OptionFace, QuestionFace
from studycli.ui.events import Effect, Key, Quit, Resized, Size, Tick
from studycli.ui.exam_effects import (
    AttemptStarted,
    ExamStep,
    OpenReport,
    ReportReady,
    SaveAnswer,
    Saved,
    SaveFailed,
    SaveStep,
    StartAttempt,
)
from studycli.ui.screens import exam_rules
from studycli.ui.screens.exam_rules import RulesState
from studycli.ui.screens.exam_state import ExamState, opened
from studycli.ui.screens.home_state import HomeState
from studycli.ui.screens.note import NoteState
from tests.ui.screens.studio import HOME, NOTE, NOW, TOPIC, WIDE, look, shown

FULL = "디스크가 가득 찼습니다."
TERMS = Terms("lib/saa", 100, 1000, 720, (("secure", 60), ("resilient", 40)))
TITLE = Text({"ko": "서버리스 모의시험", "en": "Serverless mock exam"})


def _text(ko: str, en: str) -> Text:
    return Text({"ko": ko, "en": en})


def _right(name: str, options: tuple[str, ...]) -> tuple[str, ...]:
    return ("memory", "version") if name == "multiple" else options[:1]


def _face(name: str, stem: Text, options: dict[str, Text]) -> QuestionFace:
    return QuestionFace(
        f"lib/{name}",
        stem,
        {option: OptionFace(text, _text("까닭", "why")) for option, text in options.items()},
        frozenset(_right(name, tuple(options))),
        None,
        (Source("https://docs.aws.amazon.com/lambda/", "2026-10-31"),),
        TOPIC,
        "secure",
        ("lib/timeout",),
        ("lib/limits",),
        "quizzes/lambda.yaml",
        7,
    )


_OPTIONS = {
    "fargate": _text("AWS Fargate 작업으로 옮깁니다.", "Move it to an AWS Fargate task."),
    "memory": _text("함수의 **메모리**를 10,240 MB로 올립니다.", "Raise the **memory** to 10,240 MB."),
    "reserved": _text("예약된 동시성을 설정합니다.", "Set reserved concurrency."),
    "version": _text("새 버전을 게시하고 별칭을 붙입니다.", "Publish a version and point an alias to it."),
}
_FIVE = {**_OPTIONS, "edge": _text("Lambda@Edge로 옮깁니다.", "Move it to Lambda@Edge.")}
_LONG_KO = "\n\n".join(f"{n}번째 문단: 회사의 요구 사항을 더 설명합니다." for n in range(1, 16))
_LONG_EN = "\n\n".join(f"Paragraph {n}: more of what the company needs." for n in range(1, 16))
_WORDY = {
    name: _text(
        f"{name} " + "서비스를 설정하고 " * 12 + "끝냅니다.", f"{name} " + "set it up and " * 12 + "stop."
    )
    for name in ("one", "two", "three", "four")
}
_JOB = _text(
    "회사의 작업은 **20분** 동안 실행되고 메모리 12 GB가 필요합니다. 서버를 관리하지 않으려면 무엇을 해야 합니까?",
    "A job of a company runs for **20 minutes** and needs 12 GB of memory. What should it do to manage no servers?",
)
_TWO = _text(
    "함수의 지연 시간을 줄이는 방법 *두 가지*는 무엇입니까?",
    "Which *two* actions reduce the latency of a function?",
)

FACES = {
    "lib/single": _face("single", _JOB, _OPTIONS),
    "lib/multiple": _face("multiple", _TWO, _FIVE),
    "lib/long": _face("long", _text(_LONG_KO, _LONG_EN), _OPTIONS),
    "lib/wordy": _face("wordy", _text(_LONG_KO, _LONG_EN), _WORDY),
    "lib/korean": _face("korean", Text({"ko": "한국어뿐인 문제입니다."}), {"yes": Text({"ko": "예"})}),
}


def item(name: str, scored: bool = True) -> PaperItem:
    """A question of a paper; one that is not in the deck has four options without texts."""
    face = FACES.get(f"lib/{name}")
    options = tuple(face.options) if face else ("one", "two", "three", "four")
    return PaperItem(f"lib/{name}", "lambda-limits", "secure", options, _right(name, options), scored)


SMALL = ("single", "multiple", "long")


def paper(names: tuple[str, ...] = SMALL, unscored: int = 0) -> Paper:
    """A paper of these questions, the last ones of which do not count."""
    counted = len(names) - unscored
    return Paper(7, tuple(item(name, place < counted) for place, name in enumerate(names)))


def big_paper() -> Paper:
    """65 questions, two of which the deck knows; 15 do not count."""
    return paper((*SMALL, *(f"gone{n}" for n in range(62))), unscored=15)


class ExamDeck:
    """The questions above; none of the others."""

    def question(self, question: str) -> QuestionFace | None:
        return FACES.get(question)

    def note(self, note: str) -> NotePage:
        raise AssertionError(f"no note during an attempt: {note}")

    def dispute(self, what: DisputedKind, item: str) -> str:
        raise AssertionError(f"no dispute during an attempt: {item}")

    def face(self, card: str) -> Face:
        raise AssertionError(f"no card during an attempt: {card}")


@dataclass
class Desk:
    """A program, a clock, a disk. ``full`` makes every write fail; ``reports`` how often the report was asked for."""

    app: App
    left: list[Effect] = field(default_factory=list)
    full: bool = False
    written: list[SaveAnswer | SaveStep | StartAttempt] = field(default_factory=list)
    tried: int = 0
    reports: list[Attempt] = field(default_factory=list)
    exit_code: int | None = None
    gone_s: float = 0.0

    @property
    def now(self) -> Moment:
        return Moment(NOW.at + timedelta(seconds=self.gone_s), NOW.mono_s + self.gone_s)

    @property
    def state(self) -> ExamState:
        """The sitting, wherever it is in the stack."""
        (found,) = [screen for screen in self.app.stack if isinstance(screen, ExamState)]
        return found

    @property
    def answer(self) -> Answer:
        """The answer to the question shown."""
        return self.state.attempt.sheets[self.state.attempt.place].answer

    @property
    def steps(self) -> list[ExamStep]:
        return [write.step for write in self.written if isinstance(write, SaveStep)]

    @property
    def answers(self) -> dict[str, Answer]:
        """What the disk says of each question: the last one holds."""
        return {write.question: write.answer for write in self.written if isinstance(write, SaveAnswer)}

    def feed(self, event: object) -> None:
        """One event, and everything that follows from it."""
        if self.exit_code is not None:
            return
        self.app, effects = update(self.app, event)
        self.settle(effects)

    def settle(self, effects: tuple[Effect, ...]) -> None:
        """Carry effects out one by one, each finished before the next."""
        waiting = list(effects)
        while waiting:
            result = self._handle(waiting.pop(0))
            if result is not None:
                self.app, more = update(self.app, result)
                waiting += more

    def _handle(self, effect: Effect) -> object:
        match effect:
            case SaveAnswer() | SaveStep() | StartAttempt():
                self.tried += 1
                if self.full:
                    return SaveFailed(FULL)
                self.written.append(effect)
                if isinstance(effect, StartAttempt):
                    return AttemptStarted("aaaaaaaa-1", effect.moment)
                return Saved()
            case OpenReport(attempt):
                self.reports.append(attempt)
                return ReportReady(REPORT)
            case Quit(code):
                self.exit_code = code
            case _:
                self.left.append(effect)
        return None

    def press(self, keys: str, seconds: float = 1.0) -> "Desk":
        """Keys by name, each ``seconds`` after what was before."""
        for name in keys.split():
            self.gone_s += seconds
            self.feed(Key(name, self.now))
        return self

    def wait(self, seconds: float) -> "Desk":
        """Let time go by, and the second after it tick."""
        self.gone_s += seconds
        self.feed(Tick(self.now))
        return self

    def text(self, size: Size | None = None) -> str:
        """The window as text."""
        return shown(self.app, size or self.app.size)


REPORT = NoteState(NOTE, "ko")
"""Any screen will do for the report."""


def attempt(drawn: Paper | None = None, mode: Mode = Mode.STRICT, minutes: int = 130) -> Attempt:
    """A sitting that began just now."""
    return begin("aaaaaaaa-1", TERMS, drawn or paper(), mode, minutes * 60.0, NOW.at, NOW.mono_s)


def exam(
    drawn: Paper | None = None,
    mode: Mode = Mode.STRICT,
    minutes: int = 130,
    language: str = "ko",
    size: Size = WIDE,
    theme: str = "auto",
    keys: str = "",
) -> Desk:
    """The desk with an exam that began just now, after some keys; home is below it."""
    return going_on(attempt(drawn, mode, minutes), language, size, theme).press(keys)


def going_on(
    sitting: Attempt, language: str = "ko", size: Size = WIDE, theme: str = "auto", later_s: float = 0.0
) -> Desk:
    """The desk with a sitting that goes on ``later_s`` seconds from now."""
    home = HomeState(HOME, language)
    desk = Desk(App((home,), size, look(language, theme)), gone_s=later_s)
    screen, effects = opened(sitting, ExamDeck(), language, desk.now)
    desk.app = App((home, screen), size, desk.app.look)
    desk.settle(effects)
    return desk


def rules(
    drawn: Paper | None = None,
    mode: Mode = Mode.STRICT,
    extra_minutes: int = 0,
    language: str = "ko",
    size: Size = WIDE,
) -> Desk:
    """The desk with the page of rules; home is below it."""
    page: RulesState = exam_rules.opened(
        TITLE, TERMS, drawn or paper(), mode, 130, extra_minutes, ExamDeck(), language
    )
    desk = Desk(App((HomeState(HOME, language),), size, look(language)))
    desk.feed(Opened(page))
    return desk


def sized(desk: Desk, size: Size) -> Desk:
    """The desk with a window of another size."""
    desk.feed(Resized(size))
    return desk
