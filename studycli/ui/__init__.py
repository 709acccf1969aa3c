"""Screens (State, update, view), the one loop, keys, theme. The only room that owns the keyboard."""
