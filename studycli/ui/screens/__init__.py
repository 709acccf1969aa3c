"""The screens: each a State, ``update(state, event)`` and ``view(state, size, look)``."""
