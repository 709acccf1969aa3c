"""What scheduling needs of cards, without what they ask."""

from typing import NamedTuple


class CardRef(NamedTuple):
    """What scheduling needs of a card; references come in teaching order.

    ``id`` and ``entry`` carry the library: ``aws-serverless/ddb-item-size``.
    """

    id: str
    entry: str
    topic: str
