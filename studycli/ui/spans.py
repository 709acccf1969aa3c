"""Lengths of time and chances as a button shows them."""

from studycli.words.model.screens import SpanWords

_MINUTE_S, _HOUR_S, _DAY_S = 60, 3_600, 86_400
_MONTH_DAYS, _YEAR_DAYS = 30, 365
_MOST_CHANCE = 0.99


def short_span(seconds: float, words: SpanWords) -> str:
    """``10m``, ``3h``, ``12d``, ``2.4mo``, ``1.3y``."""
    if seconds < _HOUR_S:
        return words.minutes_short.format(n=max(1, round(seconds / _MINUTE_S)))
    if seconds < _DAY_S:
        return words.hours_short.format(n=round(seconds / _HOUR_S))
    days = round(seconds / _DAY_S)
    if days < _MONTH_DAYS:
        return words.days_short.format(n=days)
    if days < _YEAR_DAYS:
        return words.months_short.format(n=_brief(days / _MONTH_DAYS))
    return words.years_short.format(n=_brief(days / _YEAR_DAYS))


def short_chance(chance: float) -> str:
    """A chance in percent; never 100, since no memory is certain."""
    return f"{min(chance, _MOST_CHANCE):.0%}"


def _brief(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
