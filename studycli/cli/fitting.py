"""The learner's own parameters: fitted at a session's end when it is time, or on demand."""

from typing import Final

from studycli.cli.memos import Memos
from studycli.cli.wiring import Wiring
from studycli.errors import UsageError
from studycli.log.events import Setting
from studycli.log.settings import SettingName
from studycli.planner.fit import LEAST_REVIEWS, Fit, fit, is_time

_FITTED_AT: Final = "fitted-at"


def fit_if_time(wiring: Wiring) -> Fit | None:
    """Fit if there are enough new reviews since the last time, and use what predicts better. Raises LogError."""
    reviews = wiring.learner.past_review_count()
    if not is_time(reviews, Memos(wiring.cache).get(_FITTED_AT) or 0):
        return None
    return _fitted(wiring)


def fit_now(wiring: Wiring) -> Fit:
    """Fit whatever was before, and use what predicts better. Raises UsageError if the reviews are too few."""
    found = _fitted(wiring) if wiring.learner.past_review_count() >= LEAST_REVIEWS else None
    if found is None:
        raise UsageError("too_few_reviews", least=LEAST_REVIEWS, there=wiring.learner.past_review_count())
    return found


def _fitted(wiring: Wiring) -> Fit | None:
    found = fit(wiring.learner.past_reviews(), wiring.engine)
    if found is not None and found.is_better:
        wiring.learner.record(Setting(SettingName.PARAMETERS, found.parameters), wiring.clock().at)
    Memos(wiring.cache).put(_FITTED_AT, wiring.learner.past_review_count())
    return found
