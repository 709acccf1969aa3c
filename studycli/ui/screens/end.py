"""The end of a session: how many, how well, what tomorrow brings, and what to go on with."""

from rich.console import Group
from rich.text import Text

from studycli.core.foresight import Score, whole_percent
from studycli.core.leeches import is_named_now
from studycli.core.memory import Grade, Phase
from studycli.core.planned import Planned
from studycli.core.session import Session
from studycli.errors import MaterialError
from studycli.planner.fit import Fit
from studycli.ui.bindings import hints
from studycli.ui.drawn import console_of
from studycli.ui.effects import More, Summary
from studycli.ui.events import Size
from studycli.ui.frame import Frame, footer, inset, menu
from studycli.ui.look import Look
from studycli.ui.marked import plain
from studycli.ui.screens.review_end import END_KEYS, end_choices
from studycli.ui.screens.review_state import ReviewState
from studycli.ui.theme import Role
from studycli.words.model.screens import EndWords


def view(state: ReviewState, size: Size, look: Look) -> Frame:
    """The summary and the choices; the chosen one is in view."""
    words = look.words.screens
    lines = [Text(line) for line in summary_lines(state, words.end)]
    body = Group(*lines, Text(""), *_choices(state, look))
    below = sum(len(line.wrap(console_of(size), size.width)) for line in lines) + 2 + state.chosen
    return Frame(
        Text(title_of(state, words.end), style=look.theme[Role.TITLE]),
        Text(""),
        inset(body, size),
        footer(hints(END_KEYS, state, words.keys), size.width, 1, look.theme),
        look,
        size,
        max(0, below - max(1, size.height - 4)),
        state.message,
    )


def title_of(state: ReviewState, words: EndWords) -> str:
    """The headline: done, or nothing was waiting."""
    if state.session.answered:
        return words.title
    if state.session.budget_s <= 0:
        return words.time_used
    return words.nothing_today if state.scheduling.plan is None else words.nothing_pays_title


def summary_lines(state: ReviewState, words: EndWords) -> list[str]:
    """What happened and what comes, one sentence a line."""
    session = state.session
    answers = session.answered
    lines = []
    if answers:
        passed = sum(answer.grade is not Grade.AGAIN for answer in answers)
        learnt = len({answer.card for answer in answers if answer.phase is Phase.NEW})
        cards = len({answer.card for answer in answers})
        lines += [
            words.done(cards, max(1, round(session.spent_s / 60))),
            words.recalled(passed, len(answers)),
        ]
        lines += [words.newly_learnt(learnt)] if learnt and not state.scheduling.cram else []
    lines += _why_over(session, state.summary, words)
    if state.summary is not None:
        lines.append(_tomorrow(state.summary, words, planned=state.scheduling.plan is not None))
    if state.fit is not None:
        lines.append(told_fit(state.fit, words))
    if state.looked is not None:
        now, before = state.looked.foresight.score, state.looked.before
        lines += [] if now is None else [told_score(now, words, before and before.score)]
    return lines + _leeches(state, words)


def told_score(score: Score, words: EndWords, before: Score | None = None) -> str:
    """What score to expect on the exam day, and what it was ``before`` if that was another."""
    was = f"{before.expected} -> " if before is not None and before.expected != score.expected else ""
    return words.expected(f"{was}{score.expected}", score.low, score.high, whole_percent(score.passing))


def _leeches(state: ReviewState, words: EndWords) -> list[str]:
    """The cards that were forgotten once too often in this session."""
    slipped = dict.fromkeys(
        answer.card
        for answer in state.session.answered
        if answer.grade is Grade.AGAIN and answer.phase is Phase.REVIEW
    )
    named = [(card, state.states[card]) for card in slipped if is_named_now(state.states[card])]
    return [words.leech(_front(state, card), card_state.lapses) for card, card_state in named]


def _front(state: ReviewState, card: str) -> str:
    try:
        front = state.deck.face(card).front.read(state.default_language).text
    except MaterialError:
        return card
    return plain(" ".join(front.split()))


def told_fit(fit: Fit, words: EndWords) -> str:
    """What came of fitting the parameters."""
    told = words.fit_better if fit.is_better else words.fit_no_better
    return told(fit.reviews, fit.held_back, fit.before, fit.after)


def _why_over(session: Session | Planned, summary: Summary | None, words: EndWords) -> list[str]:
    if isinstance(session, Session):
        return [words.time_over(len(session.ahead))] if session.ahead else []
    if summary is None:
        return []
    if not summary.pays:
        return [words.nothing_pays]
    return [words.plan_time_over if session.is_time_over else words.plan_cards_over]


def _tomorrow(summary: Summary, words: EndWords, *, planned: bool) -> str:
    minutes = max(1, round(summary.seconds / 60))
    if not planned:
        return words.tomorrow(summary.due, minutes) if summary.due else words.tomorrow_nothing
    if not summary.seconds:
        return words.plan_no_tomorrow
    return words.plan_tomorrow(summary.due, summary.new, minutes)


def _labels(state: ReviewState, words: EndWords) -> list[str]:
    names = {
        More.TEN: words.ten_more,
        More.TOPIC: words.topic,
        More.TOMORROW: words.tomorrows,
        None: words.leave,
    }
    return [names[choice] for choice in end_choices(state)]


def _choices(state: ReviewState, look: Look) -> list[Text]:
    return menu(_labels(state, look.words.screens.end), state.chosen, look.theme)


def spoken(state: ReviewState, look: Look) -> list[str]:
    """The summary as lines to be read aloud."""
    words = look.words.screens.end
    choices = [f"{index}: {label}" for index, label in enumerate(_labels(state, words), start=1)]
    return [
        line
        for line in (title_of(state, words), state.message, *summary_lines(state, words), *choices)
        if line
    ]
