"""How much recall a policy brings to an exam day: simulated learners, compared under equal time.

A learner has a memory of their own (FSRS-6 parameters, easier and harder cards, a pace, habits of grading) which no
policy sees. All learners, and all settings of one policy, are rows of arrays and answer in step.

A policy (``policy.Policy``) **sees** a ``policy.View``, one row a learner: ``w``, the 21 parameters as believed
(an estimate with errors); ``belief``, the habits and the pace as learnt from the answers so far, and what failures
are believed to do; ``deck``, stability, difficulty, phase and last day of each card as a scheduler computes them
from the answers and ``w``; ``reviews``, answers to each card; ``weights`` of the cards; ``day`` (the first is 0),
``exam`` (sessions are on the days before it), ``budget_s`` of a day, ``left_s``, ``clock_s``, and ``studying``, the
rows whose session runs.

It **returns** from ``choose`` one card for each row, or ``STOP``: the row is done for the day. Time left over is
lost. What it returns for rows that do not study is not read. ``begin`` is called once before the first day,
``begin_day`` before each session (not on a day a row misses: that row is not ``studying``), ``answered`` after every
step, when the view has taken in the grades. ``orders.LowestRecall`` is the shortest example; ``line_up.POLICIES`` names
all of them, ``scenarios.run`` runs one through one setting.
"""
