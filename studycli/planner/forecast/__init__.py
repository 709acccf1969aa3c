"""What score to expect on the exam day, and how sure that is. Pure; ``docs/forecast.md`` has the formulas.

From recall to a score, one module each::

    chance   recall of cards -> how likely the knowledge behind a question is there
    judge    answers given so far -> what each says, against the recall of its time      (``judged``)
    level    those answers -> what this learner makes of what the cards hold, by topic  (imports numpy)
    papers   chances of right answers -> distribution over papers of a blueprint        (imports numpy)
    movers   where the next minutes bring most points
    make     all of it: ``forecast_of(ground, recalls, answers, ...)`` -> ``Forecast`` (imports numpy)

``Forecast.outlook`` is the little of it that is kept and shown elsewhere: plain numbers, dates and an id. The forecast
is of questions like those of the bank: what an exam asks beyond the library, it cannot see.
"""
