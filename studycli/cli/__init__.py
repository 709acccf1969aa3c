"""Arguments, wiring (clock, seed, paths, words, library), printing, exits."""
