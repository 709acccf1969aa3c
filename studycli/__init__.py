"""studycli: study for an exam date in the terminal."""

__version__ = "0.1.0"
