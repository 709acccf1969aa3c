"""What short values of the material look like: ids, languages, addresses, days."""

import re
from datetime import date
from typing import Final

_NAME: Final = "[a-z0-9][a-z0-9-]*"
ID: Final = re.compile(_NAME)
FACT_ID: Final = re.compile("[A-Za-z0-9][A-Za-z0-9-]*")
CARD_ID: Final = re.compile(rf"{_NAME}(\.{_NAME})?")
LANGUAGE: Final = re.compile("[a-z]{2}")
URL: Final = re.compile(r"https://[^\s/@?#]+([/?#]\S*)?")
DAY: Final = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


def is_id(value: str) -> bool:
    """Whether ``value`` can be the id of anything but a fact."""
    return ID.fullmatch(value) is not None


def is_fact_id(value: str) -> bool:
    """Whether ``value`` can be the id of a fact: capitals too, ``F-S3``."""
    return FACT_ID.fullmatch(value) is not None


def is_card_id(value: str) -> bool:
    """Whether ``value`` can be the id of a card: ``ID`` or ``ID.part``."""
    return CARD_ID.fullmatch(value) is not None


def is_language(value: str) -> bool:
    """Whether ``value`` is a two-letter code."""
    return LANGUAGE.fullmatch(value) is not None


def is_https(value: str) -> bool:
    """Whether ``value`` is an https address: no other scheme, no user name, no space."""
    return URL.fullmatch(value) is not None


def is_date(value: str) -> bool:
    """Whether ``value`` is a day of the calendar as YYYY-MM-DD."""
    if not DAY.fullmatch(value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True
