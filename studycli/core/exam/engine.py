"""What a learner does in a sitting. Nothing here raises: what cannot be done leaves the very same value.

Once it is handed in, or its time is up, nothing changes any more. All but ``go_to`` act on the question shown.
"""

from dataclasses import replace

from studycli.core.exam.attempt import Answer, Attempt, Confidence, Sheet, with_place
from studycli.core.exam.paper import PaperItem


def item_shown(attempt: Attempt) -> PaperItem | None:
    """The question shown; None in a paper without questions."""
    return attempt.paper.items[attempt.place] if attempt.sheets else None


def answer_shown(attempt: Attempt) -> Answer:
    """The answer to it as it stands."""
    return attempt.sheets[attempt.place].answer if attempt.sheets else Answer()


def choose(attempt: Attempt, option: str) -> Attempt:
    """With one right option the choice replaces the one before, with several it is put on or taken off.

    As in real exams no more can be chosen than the question asks for: one more is refused, a chosen one must go
    first. Choosing a struck option takes the stroke off.
    """
    item = item_shown(attempt)
    if item is None or option not in item.options:
        return attempt
    answer = answer_shown(attempt)
    if len(item.right) == 1:
        chosen = {option}
    else:
        chosen = set(answer.chosen) ^ {option}
        if len(chosen) > len(item.right):
            return attempt
    struck = tuple(each for each in answer.struck if each not in chosen)
    return _changed(attempt, replace(answer, chosen=_in_order(item, chosen), struck=struck))


def strike(attempt: Attempt, option: str) -> Attempt:
    """The option struck out, or no longer; a chosen one cannot be."""
    item = item_shown(attempt)
    answer = answer_shown(attempt)
    if item is None or option not in item.options or option in answer.chosen:
        return attempt
    return _changed(attempt, replace(answer, struck=_in_order(item, set(answer.struck) ^ {option})))


def flag(attempt: Attempt) -> Attempt:
    """The question flagged, or no longer."""
    answer = answer_shown(attempt)
    return _changed(attempt, replace(answer, flagged=not answer.flagged))


def set_confidence(attempt: Attempt, confidence: Confidence | None) -> Attempt:
    """How sure one is of the answer; None takes it back."""
    return _changed(attempt, replace(answer_shown(attempt), confidence=confidence))


def go_to(attempt: Attempt, place: int) -> Attempt:
    """Another question shown, by its place from 0; there is none beyond the ends. ``tick`` first."""
    if not attempt.is_open or place == attempt.place or not 0 <= place < len(attempt.sheets):
        return attempt
    return replace(attempt, place=place)


def incomplete(attempt: Attempt) -> tuple[int, ...]:
    """The places of the questions with fewer options chosen than they ask for."""
    return tuple(
        place
        for place, (item, sheet) in enumerate(attempt.answered())
        if len(sheet.answer.chosen) < len(item.right)
    )


def flagged(attempt: Attempt) -> tuple[int, ...]:
    """The places of the flagged questions."""
    return tuple(place for place, sheet in enumerate(attempt.sheets) if sheet.answer.flagged)


def with_answer(attempt: Attempt, place: int, answer: Answer) -> Attempt:
    """The sitting with the whole answer to the question at ``place`` as it was written down; also shows it."""
    sheet = _following(attempt.sheets[place], answer, attempt.paper.items[place])
    return replace(attempt, sheets=with_place(attempt.sheets, place, sheet), place=place)


def _changed(attempt: Attempt, answer: Answer) -> Attempt:
    if not attempt.is_open or not attempt.sheets or answer == answer_shown(attempt):
        return attempt
    return with_answer(attempt, attempt.place, answer)


def _following(sheet: Sheet, answer: Answer, item: PaperItem) -> Sheet:
    whole = len(answer.chosen) == len(item.right)
    new = whole and sheet.tried[-1:] != (answer.chosen,)
    return Sheet(answer, (*sheet.tried, answer.chosen) if new else sheet.tried)


def _in_order(item: PaperItem, options: set[str]) -> tuple[str, ...]:
    return tuple(option for option in item.options if option in options)
