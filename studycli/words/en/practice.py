"""English texts: practice, the score report, disputes."""

from studycli.words.model.practice import DisputeWords, PracticeWords, QuestionWords, ReportWords

_SURENESS = {"sure": "sure", "unsure": "unsure", "guess": "a guess"}
_LISTS = {"all": "All questions", "wrong": "Wrong", "flagged": "Flagged", "slow": "Slow"}


def _s(n: int, one: str) -> str:
    return f"{n} {one if n == 1 else one + 's'}"


def _result(right: int, total: int) -> str:
    return f"{right} of {_s(total, 'question')} right ({round(100 * right / total)}%)."


def _score(score: int, lowest: int, highest: int, pass_mark: int) -> str:
    return f"Scaled score {score} ({lowest} to {highest}, pass mark {pass_mark})"


QUESTION = QuestionWords(
    right="right",
    wrong="wrong",
    unanswered="not answered",
    key="right answer",
    yours="your choice",
    struck="struck out",
    flagged="flagged",
    unscored="unscored",
    explanation="Explanation",
    cards="Cards it tests",
    gone="This question is gone from the bank: {id}",
    changed="This question was changed since; the exam goes by what it was.",
    note_of="Note {n} of {total}; n opens the next one.",
    seconds="{n} s",
    confidence=lambda name: _SURENESS[name],
)

PRACTICE = PracticeWords(
    title="Practice",
    progress="{n}/{total}",
    end_title="Practice is done",
    nothing=(
        "There is no question to practise right now. Questions kept for mock exams can be practised "
        "once an exam has asked them."
    ),
    result=_result,
    cards_first=lambda n: f"{_s(n, 'card')} will come first in the next session.",
    no_cards_first="No card needs to come first in the next session.",
    ten_more="Ten more questions",
    leave="Finish",
    nothing_more="There are no more questions to take.",
)

REPORT = ReportWords(
    title="Score report",
    score=_score,
    passed="Pass",
    failed="Fail",
    approximation="The formula AWS uses is not public; this score is studycli's approximation.",
    counts=lambda correct, scored: f"{correct} of {_s(scored, 'scored question')} right",
    unscored=lambda n: f"{_s(n, 'unscored question')} did not count.",
    timed_out="Handed in by the clock.",
    unanswered=lambda n: f"{_s(n, 'question')} not answered",
    disputes="Disputed",
    domains="Domains",
    topics="Topics",
    part="{title}: {correct} of {total}",
    meets="meets competencies",
    needs="needs improvement",
    pace="Pace",
    used=lambda used, allowed: f"{used} of {allowed} min used",
    mean="{mean} s a question (there were {budget} s for each)",
    halves=lambda first, n, last: f"First half {first} s a question, last {n} {last} s",
    changes="Changed answers",
    changed="right to wrong {spoilt}, wrong to right {mended}, wrong to wrong {other}",
    flags="Flags",
    flagged="flagged",
    unflagged="not flagged",
    sureness="How sure you were",
    said_nothing="not said",
    sure_and_wrong="Sure and wrong",
    trend="Scores so far",
    trend_point=lambda date, score, passed: f"{date}: {score}, {'passed' if passed else 'failed'}",
    list_title=lambda name: _LISTS[name],
    none="There is no such question.",
)

DISPUTE = DisputeWords(
    title="Dispute",
    question="question",
    card="card",
    prompt="Say in one line what is wrong.",
    empty="Write what is wrong first.",
    full="There is no room for more.",
    saved="The dispute is saved.",
    change="Change it, or erase it all to take it back.",
    settled="The dispute is taken back.",
)
