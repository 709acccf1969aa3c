"""Where the person stands, as home says it."""

from studycli.core.foresight import Foresight
from studycli.ui.screens.end import told_score
from studycli.ui.screens.home_state import Home
from studycli.ui.screens.plan_text import stance_text
from studycli.words.model import Words
from studycli.words.model.screens import HomeWords


def summary_lines(home: Home, all_words: Words) -> list[str]:
    """Where the person stands, one sentence a line."""
    words = all_words.screens.home
    lines = [_exam_line(home.exam_days, words)]
    if home.is_planned and home.foresight is not None:
        lines += _foresight_lines(home, home.foresight, all_words)
    lines += _today_lines(home, words)
    if home.reviewed:
        lines.append(words.reviewed(home.reviewed))
    if home.streak_days > 1:
        lines.append(words.streak(home.streak_days))
    if home.problems:
        lines.append(words.problems(home.problems))
    return lines


def _foresight_lines(home: Home, foresight: Foresight, words: Words) -> list[str]:
    """What to expect, and where one stands; that holds until it is worked out anew: then its line stays empty."""
    lines = []
    if foresight.score is not None:
        told = told_score(foresight.score, words.screens.end)
        as_of = words.screens.home.as_of.format(text=told, day=f"{foresight.day:%m-%d}")
        lines.append(as_of if home.is_stale else told)
    if foresight.stance is not None:
        lines.append("" if home.is_stale else stance_text(foresight.stance, words.plan.page))
    return lines


def _today_lines(home: Home, words: HomeWords) -> list[str]:
    """What today holds; never "done" while only the time is."""
    if home.is_planned and not home.due + home.new:
        return [_nothing_planned(home, words)]
    if home.is_day_off:
        return [words.day_off(home.all_due)]
    if not home.due + home.new:
        return [words.time_used(home.all_due) if home.all_due else words.today_done]
    today = words.today(home.due, home.new, home.minutes)
    return [today, words.backlog(home.due, home.all_due)] if home.all_due > home.due else [today]


def _nothing_planned(home: Home, words: HomeWords) -> str:
    if home.is_day_off:
        return words.plan_day_off
    return words.plan_time_used if home.pays else words.nothing_pays


def _exam_line(days: int | None, words: HomeWords) -> str:
    if days is None:
        return words.no_exam
    if days == 0:
        return words.exam_today
    return words.exam_days(days) if days > 0 else words.exam_past(-days)
