"""Korean texts: the mock exam."""

from studycli.words.model.exam import (
    ConfirmWords,
    ExamWords,
    GridWords,
    OverWords,
    RuleWords,
    SittingWords,
)


def _size(questions: int, minutes: int, extra: int) -> str:
    added = f" (추가 시간 {extra}분 포함)" if extra else ""
    return f"문제 {questions}개, 제한 시간 {minutes}분{added}입니다."


def _scale(lowest: int, highest: int, pass_mark: int) -> str:
    return f"점수는 {lowest}점에서 {highest}점까지이고 {pass_mark}점부터 합격입니다."


def _unscored(scored: int, questions: int) -> str:
    return f"{questions}문제 중 {scored}문제만 채점합니다. 어느 문제인지는 표시하지 않습니다."


EXAM = ExamWords(
    rules=RuleWords(
        title="시험 안내",
        size=_size,
        scale=_scale,
        approximation="공식 환산식은 공개되지 않아, 이 점수는 근사치입니다.",
        unscored=_unscored,
        penalty="틀려도 감점이 없으니 모든 문제에 답하십시오.",
        all_or_nothing="여러 개를 고르는 문제는 빠짐없이 맞게 골라야 정답입니다.",
        strict="자리를 비운 동안에도 시간이 흐릅니다.",
        relaxed="나가 있는 동안에는 시간이 멈춥니다.",
        keys=(
            "1-9로 고르고 Enter로 확정하며, 좌우 화살표로 문제를 옮깁니다.",
            "f 플래그, x 보기 소거, g 문제 목록, h 제출, ? 모든 키.",
            "답은 누르는 즉시 저장됩니다.",
        ),
        start="Enter를 누르면 시험이 시작되고 시간이 흐릅니다.",
        not_started="시험을 시작하지 못했습니다. {reason}",
    ),
    sitting=SittingWords(
        answered=lambda n: f"답 {n}",
        flags=lambda n: f"플래그 {n}",
        flagged="[플래그]",
        unsaved=lambda n: f"저장 안 됨 {n}",
        left="남은 시간",
        ask=lambda n: f"{n}개 고르기",
        chosen_of=lambda n, of: f"{of}개 중 {n}개 고름",
        chosen="고름",
        cursor="커서",
        options_above="위에 보기 더 있음",
        submitted=lambda number, n, of: f"{number}번: {of}개 중 {n}개를 골랐습니다.",
        choose_more=lambda n, of: f"{of}개 중 {n}개를 골랐습니다. {of - n}개를 더 고르십시오.",
        one_too_many=lambda of: f"이미 {of}개입니다. 하나를 빼십시오.",
        strike_which="소거할 보기의 번호, x는 커서",
        strike_on=lambda n: f"보기 {n}번을 소거했습니다.",
        strike_off=lambda n: f"보기 {n}번을 되살렸습니다.",
        strike_chosen="고른 보기는 소거할 수 없습니다.",
        flag_on="플래그를 붙였습니다.",
        flag_off="플래그를 뗐습니다.",
        no_option=lambda n: f"보기는 {n}개입니다.",
        first="첫 문제입니다.",
        last="마지막 문제입니다.",
        warning=lambda minutes: f"{minutes}분 남았습니다!",
    ),
    grid=GridWords(
        title="문제 목록",
        legend="+ 답함  - 안 함  ! 플래그  * 지금",
        everything="모든 문제",
        unanswered="답하지 않은 문제만",
        flagged="플래그 문제만",
        none="해당하는 문제가 없습니다.",
        number="문제",
        is_answered="답함",
        is_unanswered="답하지 않음",
        is_flagged="플래그",
        is_current="지금 문제",
        typed=lambda digits: f"{digits}번: Enter로 엽니다",
        no_such=lambda n: f"문제 번호는 1부터 {n}까지입니다.",
    ),
    confirm=ConfirmWords(
        hand_in_title="제출할까요?",
        leave_title="시험에서 나갈까요?",
        unanswered=lambda n, numbers: f"답을 다 고르지 않은 문제 {n}개: {numbers}",
        flagged=lambda n, numbers: f"플래그를 붙인 문제 {n}개: {numbers}",
        complete="모든 문제에 답했습니다.",
        final="제출한 뒤에는 고칠 수 없습니다.",
        hand_in="제출하기",
        leave_strict="나가기 (시간은 계속 흐릅니다)",
        leave_relaxed="나가기 (시간이 멈춥니다)",
        leave_unsaved=lambda n: f"저장하지 못한 {n}건을 버리고 나가기",
        stay="시험으로 돌아가기",
    ),
    over=OverWords(
        title="시험이 끝났습니다",
        unsaved=lambda n: f"아직 저장하지 못한 것이 {n}건 있습니다. 지금 나가면 잃습니다.",
        wait="Enter를 누르면 다시 시도하고 성적표를 엽니다.",
    ),
)
