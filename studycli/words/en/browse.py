"""English texts: lists of topics and notes."""

from studycli.words.model.browse import BrowseWords

BROWSE = BrowseWords(
    title="Notes by topic",
    columns="recall  cards seen",
    nothing="There is nothing here.",
    row=lambda percent, seen, cards: f"recall {percent}, {seen} of {cards} cards seen",
)
