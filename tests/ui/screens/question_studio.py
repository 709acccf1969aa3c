"""Questions with everything behind them, a practice, a sitting that is over, and a hand at the keyboard."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from rich.segment import Segment

from studycli.core.exam.attempt import Answer, Attempt, Confidence, Mode, Sheet, begin, hand_in, tick
from studycli.core.exam.paper import Paper, PaperItem, Terms
from studycli.core.exam.score import AttemptSummary
from studycli.core.exam_report import report_of
from studycli.core.library import Text
from studycli.core.moment import Moment
from studycli.core.notes import Source
from studycli.errors import MaterialError
from studycli.ui.app import App, Screen, update, view
from studycli.ui.deck import DisputedKind, Face, NotePage, OptionFace, QuestionFace
from studycli.ui.drawn import console_of
from studycli.ui.effects import Failed
from studycli.ui.events import Effect, Key, Quit, Size
from studycli.ui.exam_effects import OpenReport, ReportReady, Saved, SaveFailed
from studycli.ui.practice_effects import FindPractice, PracticeFound, Retake, SaveDispute, SavePractice
from studycli.ui.screens.home_state import HomeState
from studycli.ui.screens.practice_state import PracticeState, opened
from studycli.ui.screens.report import ReportState
from studycli.ui.screens.report_state import SatExam, sat_exam
from tests.ui.screens.studio import FACES, HOME, NOTE, NOW, TOPIC, WIDE, look, shown

FULL = "디스크가 가득 찼습니다."
SECURE = Text({"ko": "보안 아키텍처 설계", "en": "Design Secure Architectures"})


def _text(ko: str, en: str) -> Text:
    return Text({"ko": ko, "en": en})


_OPTIONS = {
    "timeout": OptionFace(
        _text(
            "함수의 제한 시간을 **60분**으로 올립니다.",
            "Raise the timeout of the function to **60 minutes**.",
        ),
        _text("함수는 15분을 넘지 못합니다.", "A function cannot exceed 15 minutes."),
    ),
    "fargate": OptionFace(
        _text("작업을 AWS Fargate로 옮깁니다.", "Move the job to AWS Fargate."),
        _text("컨테이너 작업에는 실행 시간 한도가 없습니다.", "A container task has no such limit."),
    ),
    "memory": OptionFace(
        _text("메모리를 10,240 MB로 올립니다.", "Raise the memory to 10,240 MB."),
        _text("메모리는 제한 시간을 바꾸지 않습니다.", "Memory does not change the timeout."),
    ),
    "reserved": OptionFace(
        _text("예약된 동시성을 설정합니다.", "Set reserved concurrency."),
        _text("동시성은 실행 시간과 무관합니다.", "Concurrency has nothing to do with run time."),
    ),
}
_SECOND = replace(NOTE, id="lib/second", title=_text("두 번째 노트", "Second note"))
_NOTES = {NOTE.id: NOTE, _SECOND.id: _SECOND}


def _right(name: str) -> tuple[str, ...]:
    return ("timeout", "fargate") if name == "two" else ("fargate",)


def _face(name: str, stem: Text, notes: tuple[str, ...] = (NOTE.id, _SECOND.id)) -> QuestionFace:
    return QuestionFace(
        f"lib/{name}",
        stem,
        _OPTIONS,
        frozenset(_right(name)),
        _text("15분이 넘는 작업은 다른 서비스로 옮깁니다.", "Jobs over 15 minutes go to another service."),
        (Source("https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html", "2026-10-31"),),
        TOPIC,
        "secure",
        ("lib/timeout", "lib/gone-card"),
        notes,
        "quizzes/lambda-limits.yaml",
        7,
    )


_JOB = _text(
    "회사의 작업은 20분 걸립니다. 무엇을 해야 합니까?",
    "A job of a company takes 20 minutes. What should it do?",
)
_TWO = _text("옳은 방법 *두 가지*는 무엇입니까?", "Which *two* actions are right?")
_LONG = _text(
    "\n\n".join(f"{n}번째 문단: 회사의 요구 사항을 더 설명합니다." for n in range(1, 16)),
    "\n\n".join(f"Paragraph {n}: more of what the company needs." for n in range(1, 16)),
)
QUESTIONS = {
    "lib/job": _face("job", _JOB),
    "lib/two": _face("two", _TWO, (NOTE.id,)),
    "lib/long": _face("long", _LONG, ()),
    "lib/lost": _face("lost", _JOB, ("lib/no-such-note",)),
    "lib/korean": _face("korean", Text({"ko": "한국어뿐인 문제입니다."})),
}


DISPUTES: dict[tuple[DisputedKind, str], str] = {("question", "lib/two"): "정답이 하나뿐입니다."}


class QuestionShelf:
    """The questions above; any other one is gone."""

    def question(self, question: str) -> QuestionFace | None:
        return QUESTIONS.get(question)

    def note(self, note: str) -> NotePage:
        if note not in _NOTES:
            raise MaterialError("no_such_id")
        return _NOTES[note]

    def dispute(self, what: DisputedKind, item: str) -> str:
        return DISPUTES.get((what, item), "")

    def face(self, card: str) -> Face:
        if card not in FACES:
            raise MaterialError("no_such_id")
        return FACES[card]


def item(name: str, scored: bool = True, domain: str = "secure") -> PaperItem:
    return PaperItem(f"lib/{name}", "lambda-limits", domain, tuple(_OPTIONS), _right(name), scored)


@dataclass
class Hand:
    """A program, and a shell that keeps what it was asked for. ``full`` makes every write fail."""

    app: App
    full: bool = False
    more: tuple[PaperItem, ...] = ()
    done: list[Effect] = field(default_factory=list)
    left_at: list[int] = field(default_factory=list)
    gone_s: float = 0.0

    @property
    def now(self) -> Moment:
        return Moment(NOW.at + timedelta(seconds=self.gone_s), NOW.mono_s + self.gone_s)

    @property
    def top(self) -> Screen:
        return self.app.stack[-1]

    @property
    def practice(self) -> PracticeState:
        (found,) = [screen for screen in self.app.stack if isinstance(screen, PracticeState)]
        return found

    @property
    def answers(self) -> list[Answer]:
        return [effect.answer for effect in self.done if isinstance(effect, SavePractice)]

    @property
    def disputes(self) -> list[tuple[str, str, str]]:
        return [(each.what, each.id, each.text) for each in self.done if isinstance(each, SaveDispute)]

    def feed(self, event: object) -> "Hand":
        self.app, effects = update(self.app, event)
        waiting = list(effects)
        while waiting:
            result = self._handle(waiting.pop(0))
            if result is not None:
                self.app, more = update(self.app, result)
                waiting += more
        return self

    def _handle(self, effect: Effect) -> object:
        self.done.append(effect)
        match effect:
            case SavePractice() | SaveDispute():
                return SaveFailed(FULL) if self.full else Saved()
            case FindPractice(moment):
                return PracticeFound(self.more, moment)
            case OpenReport(attempt):
                held = tuple((item, text) for _, item, text in self.disputes if text)
                return ReportReady(ReportState(sat(attempt, disputes=held), "ko"))
            case Retake():
                return Failed("다시 풀 문제가 없습니다.")
            case Quit(code):
                self.left_at.append(code)
        return None

    def press(self, keys: str, seconds: float = 2.0) -> "Hand":
        """Keys by name, each ``seconds`` after what was before."""
        for name in keys.split():
            self.gone_s += seconds
            self.feed(Key(name, self.now, name if len(name) == 1 else ""))
        return self

    def type(self, text: str) -> "Hand":
        """Text, character by character, as it comes from a Korean keyboard or an input method."""
        for character in text:
            name = "space" if character == " " else character
            self.feed(Key(name, self.now, character))
        return self

    def fits(self) -> bool:
        """Whether the frame is just as high as the window, and no line wider."""
        size = self.app.size
        lines = console_of(size).render_lines(view(self.app, size), pad=False)
        widest = max(Segment.get_line_length(line) for line in lines)
        return len(lines) == size.height and widest <= size.width

    def text(self, size: Size | None = None) -> str:
        return shown(self.app, size or self.app.size)


def practice(
    names: tuple[str, ...] = ("job", "two"), language: str = "ko", size: Size = WIDE, keys: str = ""
) -> Hand:
    """The program in practice over home, after some keys."""
    screen = opened(tuple(item(name) for name in names), QuestionShelf(), language, NOW)
    return Hand(App((HomeState(HOME, language), screen), size, look(language))).press(keys)


TERMS = Terms("lib/saa", 100, 1000, 720, (("secure", 60), ("resilient", 40)))
_SURE, _GUESS = Confidence.SURE, Confidence.GUESS
_SHEETS = (
    ("job", Sheet(Answer(("fargate",), ("memory",), False, _SURE, 40.0), (("timeout",), ("fargate",)))),
    ("two", Sheet(Answer(("timeout", "memory"), (), True, _SURE, 95.0), ())),
    ("long", Sheet(Answer((), (), True, None, 300.0), ())),
    ("gone", Sheet(Answer(("memory",), (), False, _GUESS, 20.0), (("fargate",), ("memory",)))),
    ("korean", Sheet(Answer(("fargate",), (), False, None, 25.0), ())),
)


def sitting() -> Attempt:
    """Five questions in ten minutes, handed in after eight; the last one does not count."""
    items = tuple(
        item(name, scored=name != "korean", domain="resilient" if name == "gone" else "secure")
        for name, _ in _SHEETS
    )
    running = begin("aaaaaaaa-1", TERMS, Paper(7, items), Mode.STRICT, 600.0, NOW.at, 0.0)
    ended = hand_in(tick(running, 480.0), NOW.at + timedelta(minutes=8))
    return replace(ended, sheets=tuple(sheet for _, sheet in _SHEETS))


def sat(
    attempt: Attempt | None = None,
    earlier: tuple[AttemptSummary, ...] = (),
    disputes: tuple[tuple[str, str], ...] = (),
) -> SatExam:
    over = attempt or sitting()
    report = report_of(over, earlier)
    titles = {"secure": SECURE}, {"lambda-limits": TOPIC}
    return sat_exam(over, report, QuestionShelf(), *titles, disputes)


def earlier(at: datetime, score: int) -> AttemptSummary:
    """An older sitting of the same blueprint."""
    return AttemptSummary("aaaaaaaa-0", "lib/saa", Mode.STRICT, at, at, 5, 4, 1, score, score >= 720)


def report(language: str = "ko", size: Size = WIDE, keys: str = "", exam: SatExam | None = None) -> Hand:
    """The program on the report over home, after some keys."""
    screens = (HomeState(HOME, language), ReportState(exam or sat(), language))
    return Hand(App(screens, size, look(language))).press(keys)
