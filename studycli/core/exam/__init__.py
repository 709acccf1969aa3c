"""The timed mock exam as values: drawing a paper, sitting it, its score.

Refuses: clocks, chance, the log, the screen. Moments, readings and seeds come in as arguments.
"""
