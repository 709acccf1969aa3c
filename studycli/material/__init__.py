"""Library files to values: strict reader, decoder, compiled library in the cache.

The only room that knows YAML.
"""
