"""Choosing a row of a list by its number, digit by digit."""


def longer_number(typed: str, digit: str, count: int) -> str:
    """The digits so far and one more, as long as there is such a row of ``count``; else that one; else none."""
    numbers = (number for number in (typed + digit, digit) if 1 <= int(number) <= count)
    return next(numbers, "")


def is_whole(typed: str, count: int) -> bool:
    """Whether no longer number can be meant."""
    return int(typed) * 10 > count
