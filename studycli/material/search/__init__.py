"""Finding notes, cards and questions.

    search = Search(wiring.cache, wiring.shelf)                  # brings the index up to date
    query = parse("람다 타임아웃 -vpc", last_word=LastWord.PREFIX)  # never raises
    results = search.search(query, "ko", limit=10)               # cheap to ask again while somebody types
    results.hits, results.total, results.nearest
    Lines().line_of(results.hits[0])                              # of its file

A ``Hit`` has ``id`` (full), ``kind``, ``topic``, ``title`` with ``title_marks``, ``snippet`` with ``marks``,
``language``, ``score``, ``path`` and ``first_line``. Titles and snippets come from material: clean them before they are
shown, marks first. After an edit make a new ``Search``.
"""

from studycli.core.search.query import KINDS, LastWord, Query, Word, parse
from studycli.material.search.find import Results, Search
from studycli.material.search.hits import Hit
from studycli.material.search.lines import Lines

__all__ = ["KINDS", "Hit", "LastWord", "Lines", "Query", "Results", "Search", "Word", "parse"]
