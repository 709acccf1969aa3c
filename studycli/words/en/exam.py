"""English texts: the mock exam."""

from studycli.words.model.exam import (
    ConfirmWords,
    ExamWords,
    GridWords,
    OverWords,
    RuleWords,
    SittingWords,
)


def _s(n: int, one: str) -> str:
    return f"{n} {one if n == 1 else one + 's'}"


def _size(questions: int, minutes: int, extra: int) -> str:
    added = f" ({extra} min of it extra time)" if extra else ""
    return f"{_s(questions, 'question')} in {minutes} min{added}."


def _unscored(scored: int, questions: int) -> str:
    return f"Only {scored} of the {questions} questions are scored; which ones is not shown."


def _unanswered(n: int, numbers: str) -> str:
    return f"{_s(n, 'question')} without a complete answer: {numbers}"


EXAM = ExamWords(
    rules=RuleWords(
        title="Before you start",
        size=_size,
        scale=lambda lowest, highest, pass_mark: f"Scored from {lowest} to {highest}; {pass_mark} passes.",
        approximation="The score is our approximation: the official formula is not public.",
        unscored=_unscored,
        penalty="A wrong answer costs nothing: answer every question.",
        all_or_nothing="Where several answers are asked for, only the complete right choice counts.",
        strict="The clock runs on, even while you are away.",
        relaxed="The clock stops while you are away.",
        keys=(
            "1-9 choose, Enter confirms and goes on, left and right change the question.",
            "f flags, x strikes an option out, g is the overview, h hands in, ? lists all keys.",
            "Every answer is saved as you give it.",
        ),
        start="Enter starts the exam, and the clock.",
        not_started="The exam did not start. {reason}",
    ),
    sitting=SittingWords(
        answered=lambda n: f"{n} answered",
        flags=lambda n: _s(n, "flag"),
        flagged="[flag]",
        unsaved=lambda n: f"{n} not saved",
        left="time left",
        ask=lambda n: f"choose {n}",
        chosen_of=lambda n, of: f"{n} of {of} chosen",
        chosen="chosen",
        cursor="at the cursor",
        options_above="options above",
        submitted=lambda number, n, of: f"Question {number}: {n} of {of} chosen.",
        choose_more=lambda n, of: f"{n} of {of} chosen, {of - n} more to choose.",
        one_too_many=lambda of: f"Already {of}: take one off first.",
        strike_which="Number to strike out; x: cursor",
        strike_on=lambda n: f"Option {n} struck out.",
        strike_off=lambda n: f"Option {n} is back.",
        strike_chosen="A chosen option cannot be struck out.",
        flag_on="Flagged.",
        flag_off="Flag removed.",
        no_option=lambda n: f"There are {_s(n, 'option')}.",
        first="This is the first question.",
        last="This is the last question.",
        warning=lambda minutes: f"{minutes} min left!",
    ),
    grid=GridWords(
        title="Overview",
        legend="+ answered  - not  ! flag  * here",
        everything="all questions",
        unanswered="unanswered only",
        flagged="flagged only",
        none="There are none.",
        number="Question",
        is_answered="answered",
        is_unanswered="not answered",
        is_flagged="flagged",
        is_current="here",
        typed=lambda digits: f"Question {digits}: Enter opens it",
        no_such=lambda n: f"The questions are numbered 1 to {n}.",
    ),
    confirm=ConfirmWords(
        hand_in_title="Hand in?",
        leave_title="Leave the exam?",
        unanswered=_unanswered,
        flagged=lambda n, numbers: f"{_s(n, 'question')} flagged: {numbers}",
        complete="Every question is answered.",
        final="What is handed in cannot be changed.",
        hand_in="Hand in",
        leave_strict="Leave (the clock runs on)",
        leave_relaxed="Leave (the clock stops)",
        leave_unsaved=lambda n: f"Leave, losing what is unsaved ({n})",
        stay="Go back to the exam",
    ),
    over=OverWords(
        title="The exam is over",
        unsaved=lambda n: f"Not saved yet: {n}. Leaving now loses that.",
        wait="Enter tries again and opens the report.",
    ),
)
