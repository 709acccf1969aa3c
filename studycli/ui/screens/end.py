"""The end of a session: how many, how well, what tomorrow brings, and what to go on with."""

from rich.console import Group
from rich.text import Text

from studycli.core.memory import Grade, Phase
from studycli.planner.fit import Fit
from studycli.ui.bindings import hints
from studycli.ui.effects import More
from studycli.ui.events import Size
from studycli.ui.frame import Frame, footer, inset, menu
from studycli.ui.look import Look
from studycli.ui.screens.review_end import END_CHOICES, END_KEYS
from studycli.ui.screens.review_state import ReviewState
from studycli.ui.theme import Role
from studycli.words.model.screens import EndWords


def view(state: ReviewState, size: Size, look: Look) -> Frame:
    """The summary and the choices."""
    words = look.words.screens
    lines = [Text(line) for line in summary_lines(state, words.end)]
    body = Group(*lines, Text(""), *_choices(state, look))
    return Frame(
        Text(title_of(state, words.end), style=look.theme[Role.TITLE]),
        Text(""),
        inset(body, size),
        footer(hints(END_KEYS, state, words.keys), size.width, 1, look.theme),
        look,
        size,
        0,
        state.message,
    )


def title_of(state: ReviewState, words: EndWords) -> str:
    """The headline: done, or nothing was waiting."""
    if state.session.answered:
        return words.title
    return words.nothing_today if state.session.budget_s > 0 else words.time_used


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
    if session.ahead:
        lines.append(words.time_over(len(session.ahead)))
    if state.summary is not None:
        tomorrow = state.summary
        minutes = max(1, round(tomorrow.seconds / 60))
        lines.append(words.tomorrow(tomorrow.due, minutes) if tomorrow.due else words.tomorrow_nothing)
    if state.fit is not None:
        lines.append(told_fit(state.fit, words))
    return lines


def told_fit(fit: Fit, words: EndWords) -> str:
    """What came of fitting the parameters."""
    told = words.fit_better if fit.is_better else words.fit_no_better
    return told(fit.reviews, fit.held_back, fit.before, fit.after)


def _labels(words: EndWords) -> list[str]:
    names = {
        More.TEN: words.ten_more,
        More.TOPIC: words.topic,
        More.TOMORROW: words.tomorrows,
        None: words.leave,
    }
    return [names[choice] for choice in END_CHOICES]


def _choices(state: ReviewState, look: Look) -> list[Text]:
    return menu(_labels(look.words.screens.end), state.chosen, look.theme)


def spoken(state: ReviewState, look: Look) -> list[str]:
    """The summary as lines to be read aloud."""
    words = look.words.screens.end
    choices = [f"{index}: {label}" for index, label in enumerate(_labels(words), start=1)]
    return [
        line
        for line in (title_of(state, words), state.message, *summary_lines(state, words), *choices)
        if line
    ]
