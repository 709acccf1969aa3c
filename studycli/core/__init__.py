"""Values and decisions of studycli: pure functions on frozen values.

Refuses: clocks, chance, files, terminals, texts for people. Time and chance come in as arguments.
"""
