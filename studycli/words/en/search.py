"""English texts: search."""

from studycli.words.model.search import SearchHelp, SearchWords

_OPTIONS = {
    "words": 'What to find: words, "exact phrases"; in quotes as a whole also -word.',
    "without": "Nothing that has this word. Repeatable.",
    "topic": "Only in this topic.",
    "kind": "Only notes, cards or questions: note, card, question. Repeatable.",
    "limit": "At most this many hits.",
    "interactive": "Results while you type, full screen; also without WORD on a terminal.",
    "review": "Study the cards of what was found.",
}
_KINDS = {"note": "note", "card": "card", "question": "question"}

SEARCH = SearchWords(
    help=SearchHelp(
        search="Find notes, cards and questions, best first, in both languages.",
        search_examples="""\b
Examples:
  studycli search cold start
  studycli search 람다 타임아웃 --kind note
  studycli search '"task token" -express'
  studycli search dynamodb streams --not kinesis --json
  studycli search --interactive      results while you type (so does search alone)
  studycli search ㅋㄷㅅㅌㅌ --review    by initial consonants; study what was found""",
        option=lambda name: _OPTIONS[name],
    ),
    kinds=lambda kind: _KINDS[kind],
    found=lambda shown, total: f"{shown} of {total}",
    mended="nothing found for {query}; showing {nearest}",
    nothing="nothing found for {query}",
    nothing_close="nothing found for {query}; did you mean {nearest}?",
    indexing=lambda done, total: f"indexing {done}/{total}",
)
