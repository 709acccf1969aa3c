"""English texts: searching while typing."""

from studycli.words.model.finding import FindingWords

FINDING = FindingWords(
    title="Search",
    tips=(
        "The beginning of a word is enough.",
        '"exact words"  as they stand',
        "-word          must not be there",
        "kind:note      or card, question",
        "topic:lambda   only this topic",
    ),
    found=lambda shown, total: f"{total} found" if shown == total else f"{shown} of {total}",
    nearest="Looked for: {words}",
    nothing="Nothing found.",
    looking="Searching ...",
    spoken_keys="A number opens it; other words are looked for; escape: clear, then back.",
)
