"""The lint: what a library that can be read should still mend. One rule is one function of the whole ``Material``."""
