"""Planning for an exam date: what a minute of study is worth on the day, and what score to expect. Pure.

Refuses: files, screens, clocks and chance. The only room that may import numpy, and only in the modules that say
so, since a session starts without it.
"""
