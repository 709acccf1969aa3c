"""The page of rules before the clock of a mock exam runs."""

from dataclasses import dataclass, replace

from rich.console import Group
from rich.text import Text

from studycli.core.exam.attempt import Mode, allowed_seconds, begin
from studycli.core.exam.paper import Paper, Terms
from studycli.core.library import Text as LocalText
from studycli.core.moment import Moment
from studycli.ui.bindings import Binding, Step, dispatch, hints
from studycli.ui.deck import QuestionDeck
from studycli.ui.effects import Failed
from studycli.ui.events import Key, Size
from studycli.ui.exam_effects import AttemptStarted, SaveFailed, StartAttempt
from studycli.ui.frame import WIDE, Frame, footer, inset
from studycli.ui.look import Look
from studycli.ui.navigation import Replace, leave
from studycli.ui.screens import exam_state
from studycli.ui.screens.help_page import open_help
from studycli.ui.scrolling import PAGE, scrolled
from studycli.ui.theme import Role
from studycli.words.model.exam import RuleWords


@dataclass(frozen=True, slots=True)
class RulesState:
    """A paper that waits for its sitting; ``minutes`` are without the ``extra_minutes`` granted."""

    title: LocalText
    terms: Terms
    paper: Paper
    mode: Mode
    minutes: int
    extra_minutes: int
    deck: QuestionDeck
    language: str
    scroll: int = 0
    message: str = ""

    @property
    def allowed_s(self) -> float:
        """The time of the sitting."""
        return allowed_seconds(self.minutes, self.extra_minutes)


def opened(
    title: LocalText,
    terms: Terms,
    paper: Paper,
    mode: Mode,
    minutes: int,
    extra_minutes: int,
    deck: QuestionDeck,
    language: str,
) -> RulesState:
    """The page; nothing is written until the person starts."""
    return RulesState(title, terms, paper, mode, minutes, extra_minutes, deck, language)


def update(state: RulesState, event: object, look: Look) -> Step[RulesState]:
    """Start, scroll, or go away; the exam takes the place of the page once its start is on disk."""
    match event:
        case Key(name, moment):
            return dispatch(KEYS, replace(state, message=""), name, moment)
        case AttemptStarted(attempt_id, moment):
            return _begun(state, attempt_id, moment)
        case SaveFailed(text) | Failed(text):
            return replace(state, message=look.words.exam.rules.not_started.format(reason=text)), ()
        case _:
            return state, ()


def _begun(state: RulesState, attempt_id: str, moment: Moment) -> Step[RulesState]:
    attempt = begin(
        attempt_id, state.terms, state.paper, state.mode, state.allowed_s, moment.at, moment.mono_s
    )
    screen, effects = exam_state.opened(attempt, state.deck, state.language, moment)
    return state, (Replace(screen), *effects)


def _start(state: RulesState, moment: Moment) -> Step[RulesState]:
    return state, (StartAttempt(state.terms, state.mode, state.allowed_s, state.paper, moment),)


KEYS: tuple[Binding[RulesState], ...] = (
    Binding(("enter",), "Enter", lambda w: w.start, _start),
    Binding(("down", "j"), "↓ j", lambda w: w.scroll, scrolled(1)),
    Binding(("up", "k"), "↑ k", lambda w: w.scroll, scrolled(-1), quiet=True),
    Binding(("pagedown", "space"), "Space", lambda w: w.scroll, scrolled(PAGE), quiet=True),
    Binding(("pageup",), "PgUp", lambda w: w.scroll, scrolled(-PAGE), quiet=True),
    Binding(("?",), "?", lambda w: w.help, open_help(lambda: KEYS), quiet=True),
    Binding(("q", "escape"), "q", lambda w: w.quit, leave),
)


def rule_lines(state: RulesState, words: RuleWords) -> list[str]:
    """The rules, one sentence a line."""
    terms, questions = state.terms, len(state.paper.items)
    scored = state.paper.scored
    return [
        words.size(questions, state.minutes + state.extra_minutes, state.extra_minutes),
        words.strict if state.mode is Mode.STRICT else words.relaxed,
        words.scale(terms.lowest, terms.highest, terms.pass_mark),
        words.approximation,
        *([words.unscored(scored, questions)] if scored < questions else []),
        words.penalty,
        words.all_or_nothing,
        *words.keys,
    ]


def view(state: RulesState, size: Size, look: Look) -> Frame:
    """The rules in a frame; what Enter does stands below them."""
    words = look.words.exam.rules
    lines = [Text.assemble(("- ", look.theme[Role.MUTED]), line) for line in rule_lines(state, words)]
    start = Text(words.start, style=look.theme[Role.STRONG])
    return Frame(
        Text(state.title.read(state.language).text, style=look.theme[Role.TITLE]),
        Text(words.title if size.width >= WIDE else "", style=look.theme[Role.MUTED]),
        inset(Group(*lines, Text(""), start), size),
        footer(hints(KEYS, state, look.words.screens.keys), size.width, 1, look.theme),
        look,
        size,
        state.scroll,
        state.message,
    )


def spoken(state: RulesState, look: Look) -> list[str]:
    """The rules as lines to be read aloud."""
    words = look.words.exam.rules
    keys = hints(KEYS, state, look.words.screens.keys)
    return [
        line
        for line in (
            state.title.read(state.language).text,
            *rule_lines(state, words),
            state.message,
            words.start,
            f"q: {keys[-1].label}",
        )
        if line
    ]
