"""Topics by what a person calls them."""

from studycli.errors import MaterialError
from studycli.material.shelf import Shelf


def require_topic(shelf: Shelf, topic: str | None) -> None:
    """Raises MaterialError, naming those there are, if a short or full id is that of no topic."""
    if topic is None:
        return
    topics = shelf.topics()
    if topic not in {name for each in topics for name in (each.id, f"{each.library}/{each.id}")}:
        known = ", ".join(dict.fromkeys(each.id for each in topics))
        raise MaterialError("unknown_topic", topic=topic, known=known)
