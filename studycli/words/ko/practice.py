"""Korean texts: practice, the score report, disputes."""

from studycli.words.model.practice import DisputeWords, PracticeWords, QuestionWords, ReportWords

_SURENESS = {"sure": "확실함", "unsure": "애매함", "guess": "찍음"}
_LISTS = {"all": "모든 문제", "wrong": "틀린 문제", "flagged": "플래그한 문제", "slow": "오래 걸린 문제"}


def _result(right: int, total: int) -> str:
    return f"{total}문제 중 {right}문제를 맞혔습니다 ({round(100 * right / total)}%)."


def _score(score: int, lowest: int, highest: int, pass_mark: int) -> str:
    return f"환산 점수 {score}점 ({lowest}~{highest}점, 합격선 {pass_mark}점)"


QUESTION = QuestionWords(
    right="맞음",
    wrong="틀림",
    unanswered="무응답",
    key="정답",
    yours="내 선택",
    struck="소거함",
    flagged="플래그",
    unscored="채점 제외",
    explanation="해설",
    cards="이 문제가 묻는 카드",
    gone="문제 은행에 더 이상 없는 문제입니다: {id}",
    changed="시험을 시작한 뒤 바뀐 문제입니다. 채점은 그때의 문제로 합니다.",
    note_of="노트 {n}/{total}. n을 다시 누르면 다음 노트가 열립니다.",
    seconds="{n}초",
    confidence=lambda name: _SURENESS[name],
)

PRACTICE = PracticeWords(
    title="문제 연습",
    progress="{n}/{total}",
    end_title="연습을 마쳤습니다",
    nothing=("지금 연습할 문제가 없습니다. 모의시험용 문제는 시험에 한 번 나온 뒤부터 연습할 수 있습니다."),
    result=_result,
    cards_first=lambda n: f"다음 학습에서 카드 {n}장이 먼저 나옵니다.",
    no_cards_first="다음 학습에서 앞당길 카드는 없습니다.",
    ten_more="10문제 더 풀기",
    leave="마치기",
    nothing_more="더 풀 문제가 없습니다.",
)

REPORT = ReportWords(
    title="성적표",
    score=_score,
    passed="합격",
    failed="불합격",
    approximation="AWS의 채점식은 공개되지 않았습니다. 이 점수는 studycli의 근사치입니다.",
    counts=lambda correct, scored: f"채점하는 {scored}문제 중 {correct}문제 정답",
    unscored=lambda n: f"채점하지 않는 문제 {n}개는 점수에 들어가지 않습니다.",
    timed_out="시간이 다 되어 제출되었습니다.",
    unanswered=lambda n: f"답하지 않은 문제 {n}개",
    disputes="이의 제기",
    domains="영역",
    topics="토픽",
    part="{title}: {total}문제 중 {correct}문제",
    meets="역량 충족",
    needs="개선 필요",
    pace="시간",
    used=lambda used, allowed: f"{allowed}분 중 {used}분 사용",
    mean="문제당 {mean}초 (주어진 시간은 문제당 {budget}초)",
    halves=lambda first, n, last: f"앞 절반은 문제당 {first}초, 마지막 {n}문제는 문제당 {last}초",
    changes="바꾼 답",
    changed="정답을 오답으로 {spoilt}번, 오답을 정답으로 {mended}번, 오답을 다른 오답으로 {other}번",
    flags="플래그",
    flagged="플래그한 문제",
    unflagged="플래그하지 않은 문제",
    sureness="확신도",
    said_nothing="표시 안 함",
    sure_and_wrong="확실하다고 했지만 틀린 문제",
    trend="지금까지의 점수",
    trend_point=lambda date, score, passed: f"{date}: {score}점, {'합격' if passed else '불합격'}",
    list_title=lambda name: _LISTS[name],
    none="해당하는 문제가 없습니다.",
)

DISPUTE = DisputeWords(
    title="이의 제기",
    question="문제",
    card="카드",
    prompt="무엇이 잘못되었는지 한 줄로 적으십시오.",
    empty="먼저 내용을 적으십시오.",
    full="더 길게 적을 수 없습니다.",
    saved="이의를 저장했습니다.",
    change="고쳐 쓰거나, 모두 지워서 이의를 거두십시오.",
    settled="이의를 거두었습니다.",
)
