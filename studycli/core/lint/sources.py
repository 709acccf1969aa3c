"""Rules on sources: each statement has one, and it was looked at not too long ago."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from studycli.core.lint.material import Material, cited
from studycli.core.lint.rule import Hit

FRESH: Final = timedelta(days=365)
"""After that a page should be looked at again."""


def no_source(material: Material) -> Iterator[Hit]:
    """A note, question or fact without a source; what a learner writes for himself needs none."""
    if material.is_own:
        return
    for place, item, sources in cited(material):
        if not sources:
            yield Hit(place, {"item": item})


def checked_in_future(material: Material) -> Iterator[Hit]:
    """A source seen on a day that is yet to come."""
    for place, item, sources in cited(material):
        for source in sources:
            if date.fromisoformat(source.checked) > material.today:
                yield Hit(place, {"item": item, "checked": source.checked, "url": source.url})


def stale_source(material: Material) -> Iterator[Hit]:
    """A source last seen more than a year ago."""
    for place, item, sources in cited(material):
        old = [source.checked for source in sources if _age(source.checked, material.today) > FRESH]
        if old:
            yield Hit(place, {"item": item, "checked": min(old), "count": len(old)})


def _age(checked: str, today: date) -> timedelta:
    return today - date.fromisoformat(checked)
