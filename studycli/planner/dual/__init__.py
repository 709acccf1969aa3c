"""The index policy from the Lagrangian dual: prices for the seconds of each day, and what a review now is worth.

With an exam on a known day and so many seconds each day, "which card now?" couples all cards through the seconds.
A price for each day's seconds (recall per second) takes the coupling away: every card then decides alone whether a
review on a day is worth its price, by a small dynamic program over its memory. The prices that make the seconds
asked for fit the seconds there are minimise a convex function, the dual, whose value no policy can exceed in
expectation. The reading order: ``grid``, ``tables``, ``sweep``, ``starts``, ``problem``, ``prices``, ``plan``,
``index``, ``numbers``. Days count from the day of the plan (0) to the exam. Imports numpy.
"""
