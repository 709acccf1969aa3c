"""The whole forecast. Imports numpy."""

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Final

from studycli.core.bank import QuestionUse
from studycli.planner.forecast.level import FITTED_PRIOR, Prior, level_of
from studycli.planner.forecast.movers import movers_of, out_of_reach
from studycli.planner.forecast.papers import counted_questions, quantile
from studycli.planner.forecast.sheet import HIGH, LOW, Sheet
from studycli.planner.forecast.values import Forecast, Ground, Judged, Outlook, Prospect
from studycli.planner.greedy import Worth

_NO_WORTHS: Final[Mapping[str, Worth]] = MappingProxyType({})


def forecast_of(
    ground: Ground,
    prospect: Prospect,
    answers: Sequence[Judged],
    day: date,
    exam: date,
    worths: Mapping[str, Worth] = _NO_WORTHS,
    prior: Prior = FITTED_PRIOR,
) -> Forecast | None:
    """The score to expect on ``exam`` as of ``day``; None if no domain of the blueprint has a question for exams.

    ``answers`` are those of ``judge.judged``; ``worths`` what one answer to each card now brings
    (``greedy.worth_now``), without which there are no movers. Domains without questions are taken to go as the
    others do, and are listed without a share.
    """
    blueprint = ground.blueprint
    named = [ref for ref in ground.bank if ref.use is QuestionUse.EXAM]
    counted = counted_questions(blueprint, {ref.domain for ref in named})
    pool = [ref for ref in named if ref.domain in counted]
    if not pool:
        return None
    level = level_of(answers, {ref.topic for ref in pool}, prior)
    sheet = Sheet(ground, prospect, pool, counted, level)
    scores, probabilities = sheet.scores()
    low, high = (round(quantile(scores, probabilities, share)) for share in (LOW, HIGH))
    passing = min(1.0, float(probabilities[scores >= blueprint.pass_mark].sum()))
    outlook = Outlook(day, exam, blueprint.id, round(float(scores @ probabilities)), low, high, passing)
    return Forecast(
        outlook,
        tuple(zip(scores.astype(int).tolist(), probabilities.tolist(), strict=True)),
        sheet.domains(),
        sheet.topics(),
        movers_of(prospect, worths, pool, sheet.points()),
        out_of_reach(pool, prospect),
        sum(answer.weight for answer in answers),
    )
