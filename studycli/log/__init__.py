"""The learner's log: events on disk, and their replay into card states.

The log is the truth; card states in the cache can be made again from it at any time.
"""
