"""A small deck and helpers to press keys on the study screens and look at them."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from studycli.core import planned
from studycli.core.agenda import Agenda
from studycli.core.cards import CardKind
from studycli.core.knowledge import Knowledge
from studycli.core.ledgers import Kind
from studycli.core.library import Text
from studycli.core.memory import NEW_CARD, CardState, Engine, Grade, Phase, after_review
from studycli.core.moment import Moment
from studycli.core.notes import Source
from studycli.core.planned import Planned
from studycli.core.queue import Queue
from studycli.core.refs import CardRef
from studycli.core.session import Session, begin
from studycli.errors import MaterialError
from studycli.planner.belief import Belief
from studycli.planner.dayplan import DayPlan
from studycli.planner.index import LEAST_GAIN, greedy_index
from studycli.ui.app import App, Opened, Screen, update, view
from studycli.ui.deck import DisputedKind, Face, KnownRow, NotePage, Standing
from studycli.ui.effects import (
    ActOnCard,
    CardAction,
    EventKey,
    Failed,
    FindMore,
    FoundMore,
    Recorded,
    RecordReview,
    Retract,
    Retracted,
    Revive,
    Summarize,
    Summary,
)
from studycli.ui.events import Effect, Key, Resized, Size
from studycli.ui.look import Look
from studycli.ui.reading_effects import EditNote, EditTopic, LoadRows, NoteEdited, OpenNote, RowsLoaded
from studycli.ui.screens.home_state import Home, HomeState, LoadSuspended
from studycli.ui.screens.note import NoteState
from studycli.ui.screens.review_state import Scheduling, opened
from studycli.ui.screens.suspended import SuspendedState
from studycli.ui.screens.topics import TopicRow
from studycli.ui.search_effects import Find, Found, HitRow, LookAt, LookedAt, Marked, OpenHit
from studycli.ui.theme import THEMES
from studycli.words import load
from tests.ui.shown import screen_text

KST = timezone(timedelta(hours=9))
NOW = Moment(datetime(2026, 11, 23, 21, 0, tzinfo=KST), 100.0)
WIDE, NARROW, TINY = Size(80, 24), Size(40, 12), Size(20, 6)
ENGINE = Engine()
TOPIC = Text({"ko": "Lambda 한도", "en": "Lambda limits"})

FACES = {
    "lib/timeout": Face(
        "lib/timeout",
        CardKind.BASIC,
        Text({"ko": "Lambda 함수의 최대 실행 시간은?", "en": "What is the longest timeout of a function?"}),
        Text({"ko": "900초 (15분)", "en": "900 s (15 min)"}),
        Text({"ko": "더 긴 작업은 Step Functions나 Fargate로 옮깁니다.", "en": "Longer jobs go elsewhere."}),
        TOPIC,
        "lib/limits",
        "content/lambda-limits.yaml",
        12,
    ),
    "lib/tmp": Face(
        "lib/tmp",
        CardKind.CLOZE,
        Text({"ko": "`/tmp`는 최대 […]까지 늘립니다.", "en": "`/tmp` grows to at most […]."}),
        Text({"ko": "10,240 MB", "en": "10,240 MB"}),
        None,
        TOPIC,
        "lib/limits",
        "content/lambda-limits.yaml",
        20,
    ),
    "lib/long": Face(
        "lib/long",
        CardKind.BASIC,
        Text({"ko": "\n\n".join(f"{n}번째 문단입니다." for n in range(1, 40))}),
        Text({"ko": "끝"}),
        None,
        TOPIC,
        "lib/limits",
        "content/lambda-limits.yaml",
        30,
    ),
}
DIAGRAM = "┌" + "─" * 98 + "┐"
NOTE = NotePage(
    "lib/limits",
    Text({"ko": "실행 한도", "en": "Execution limits"}),
    Text({"ko": f"**15분**을 넘지 못합니다.\n\n```text\n{DIAGRAM}\n```", "en": "At most **15 min**."}),
    (Source("https://docs.aws.amazon.com/lambda/", "2026-10-31"),),
    TOPIC,
)
NOTE_WITH_CARDS = replace(
    NOTE,
    cards=(
        Standing(
            "lib/timeout",
            FACES["lib/timeout"].front,
            Phase.REVIEW,
            0.934,
            datetime(2026, 11, 25, 4, 0, tzinfo=KST),
            suspended=False,
        ),
        Standing("lib/tmp", FACES["lib/tmp"].front, Phase.NEW, None, None, suspended=False),
    ),
)


class SmallDeck:
    """Two cards, a long one, a note."""

    def face(self, card: str) -> Face:
        if card not in FACES:
            raise MaterialError("item_unknown", name=card)
        return FACES[card]

    def dispute(self, what: DisputedKind, item: str) -> str:
        return ""

    def note(self, note: str) -> NotePage:
        assert note == NOTE.id
        return NOTE


class Shell:
    """Carries out effects on a log in memory, so that screens can be driven from key to key."""

    def __init__(
        self,
        states: dict[str, CardState] | None = None,
        more: Queue | Agenda | None = None,
        summary: Summary | None = None,
    ) -> None:
        self.states = dict(states or {})
        self.before: list[dict[str, CardState]] = []
        self.done: list[Effect] = []
        self.more = more or Queue()
        self.edited = NoteEdited(None, "")
        self.refused: Failed | None = None
        self.summary = summary or Summary(3, 42.0)

    def handle(self, effect: Effect) -> object:
        self.done.append(effect)
        match effect:
            case RecordReview(card, grade, _, seen, cram, moment):
                assert self.states.get(card, NEW_CARD) == seen
                if cram:
                    return self._written(card, seen)
                return self._written(card, after_review(seen, grade, moment.at, ENGINE))
            case ActOnCard(card, action, moment):
                return self._written(
                    card, _acted(self.states.get(card, NEW_CARD), action, moment.at.date()), action
                )
            case Revive(card, _):
                return self._written(card, replace(self.states[card], suspended=False))
            case LoadSuspended(cards):
                return Opened(SuspendedState(tuple(FACES[card] for card in cards), "ko"))
            case Retract(_, card, _):
                self.states = self.before.pop()
                return Retracted(card, self.states.get(card, NEW_CARD))
            case Summarize():
                return self.summary
            case FindMore(_, _, moment):
                return FoundMore(self.more, self.states, moment)
        return self._of_notes(effect)

    def _of_notes(self, effect: Effect) -> object:
        match effect:
            case LoadRows(topic):
                return RowsLoaded(KNOWN_TOPICS if topic is None else KNOWN_NOTES)
            case OpenNote(note):
                return self.refused or Opened(NoteState(replace(NOTE_WITH_CARDS, id=note), "ko"))
            case EditNote() | EditTopic():
                return self.edited
            case Find(text, limit):
                return Found(text, HITS[:limit], len(HITS), None)
            case LookAt(hit):
                return LookedAt(hit, NOTE_WITH_CARDS)
            case OpenHit():
                return Opened(NoteState(NOTE_WITH_CARDS, "ko"))
        return None

    def _written(self, card: str, state: CardState, action: CardAction | None = None) -> Recorded:
        self.before.append(dict(self.states))
        self.states[card] = state
        return Recorded(EventKey("aaaaaaaa", len(self.before)), card, state, action)


def _acted(state: CardState, action: CardAction, day: date) -> CardState:
    match action:
        case CardAction.BURY:
            return replace(state, buried_on=day)
        case CardAction.SUSPEND:
            return replace(state, suspended=True)
        case CardAction.MARK:
            return replace(state, marked=True)
        case CardAction.UNMARK:
            return replace(state, marked=False)


def look(language: str = "ko", theme: str = "auto") -> Look:
    return Look(load(language), THEMES[theme], language)


def review(
    cards: tuple[str, ...] = ("lib/timeout", "lib/tmp"),
    language: str = "ko",
    shell: Shell | None = None,
    exam_date: date | None = None,
    size: Size = WIDE,
    cram: bool = False,
    below: tuple[Screen, ...] = (),
    budget_s: float = 1200,
) -> App:
    """The program on a session over ``cards``, all new unless the shell knows them; planned up to an exam date."""
    states = dict(shell.states) if shell else {}
    day = NOW.at.date()
    plan = None if exam_date is None else plan_of(day, exam_date)
    session: Session | Planned = begin(Queue(new=cards), states, day, budget_s, NOW.at)
    if plan is not None and not cram:
        refs = [CardRef(card, card, "lambda-limits") for card in cards]
        session = planned.begin(plan.agenda(refs, states), day, budget_s, NOW.at)
    scheduling = Scheduling(ENGINE, 0.9, cram, plan)
    screen, effects = opened(session, SmallDeck(), states, scheduling, TOPICS, language, NOW)
    app = App((*below, screen), size, look(language))
    return settle(app, effects, shell or Shell())


def plan_of(day: date, exam: date) -> DayPlan:
    """A plan by which all cards count alike."""
    belief = Belief()
    return DayPlan(day, exam, ENGINE, belief, greedy_index(day, exam, ENGINE, belief, {}), LEAST_GAIN, 1.0)


TOPICS = (TopicRow("lambda-limits", TOPIC, 2, 38), TopicRow("dynamodb", Text({"ko": "DynamoDB"}), 0, 70))
KNOWN_TOPICS = (
    KnownRow("lib/lambda-limits", TOPIC, Knowledge(38, 12, 0.288)),
    KnownRow("lib/dynamodb", Text({"ko": "DynamoDB"}), Knowledge(70, 70, 0.9312)),
    KnownRow(
        "lib/empty", Text({"ko": "카드 없는 토픽", "en": "A topic without cards"}), Knowledge(0, 0, None)
    ),
)
KNOWN_NOTES = (
    KnownRow("lib/limits", NOTE.title, Knowledge(10, 4, 0.381)),
    KnownRow(
        "lib/long",
        Text({"ko": "동시성: 계정 한도, 예약된 동시성과 프로비저닝된 동시성의 차이"}),
        Knowledge(2, 0, 0.0),
    ),
    *(
        KnownRow(f"lib/n{n}", Text({"ko": f"노트 {n}", "en": f"Note {n}"}), Knowledge(1, 1, 1.0))
        for n in range(24)
    ),
)
HITS = (
    HitRow(
        "lib/limits",
        Kind.NOTE,
        "lambda",
        Marked("Lambda 한도", ((0, 6),)),
        Marked("한 번의 실행은 15분까지입니다.", ((9, 12),)),
    ),
    HitRow(
        "lib/timeout",
        Kind.CARD,
        "lambda",
        Marked("Lambda 함수의 최대 실행 시간은 얼마이고 어디에서 설정합니까?", ((0, 6),)),
        Marked("900초 (15분)"),
    ),
    HitRow("lib/q-job", Kind.QUESTION, "lambda", Marked("회사의 작업은 20분 걸립니다."), Marked("")),
)
HOME = Home(27, 12, 8, 6, 5, 3, 13, 180, 4, 0, TOPICS)


def home(language: str = "ko", **changed: object) -> App:
    """The program at home."""
    state = HomeState(HOME._replace(**changed), language)  # type: ignore[arg-type]
    return App((state,), WIDE, look(language))


def settle(app: App, effects: tuple[Effect, ...], shell: Shell) -> App:
    """The program after the shell carried its effects out."""
    waiting = list(effects)
    while waiting:
        result = shell.handle(waiting.pop(0))
        if result is not None:
            app, more = update(app, result)
            waiting += more
    return app


def press(app: App, keys: str, shell: Shell | None = None, seconds: float = 3.0) -> App:
    """The program after keys, by name, each ``seconds`` after the other."""
    shell = shell or Shell()
    for number, name in enumerate(keys.split(), start=1):
        moment = Moment(NOW.at + timedelta(seconds=seconds * number), NOW.mono_s + seconds * number)
        app, effects = update(app, Key(name, moment))
        app = settle(app, effects, shell)
    return app


def sized(app: App, size: Size) -> App:
    return update(app, Resized(size))[0]


def shown(app: App, size: Size = WIDE) -> str:
    """The window as text."""
    return screen_text(view(app, size), size)


GRADES = {"1": Grade.AGAIN, "2": Grade.HARD, "3": Grade.GOOD, "4": Grade.EASY}
