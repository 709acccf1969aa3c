"""Korean texts: the plan and results."""

from studycli.words.model.plan import PlanAskWords, PlanHelp, PlanPageWords, PlanWords, ResultWords

_OPTIONS = {
    "exam_date": "시험일, YYYY-MM-DD.",
    "minutes": "하루 학습 시간(분), 1~600.",
    "days_off": "쉬는 요일, 예: sat,sun. 없으면 none.",
    "blueprint": "시험, 예: saa-c03.",
    "score": "AWS가 알려 준 환산 점수.",
    "result_date": "시험을 본 날. 없으면 계획한 시험일, 그것도 없으면 오늘.",
    "weak": "성적표에서 보완이 필요하다고 한 영역. 여러 번 쓸 수 있습니다.",
}


def _in_days(days: int) -> str:
    return "오늘 (D-DAY)" if days == 0 else f"{days}일 남음 (D-{days})"


HELP = PlanHelp(
    plan="시험일까지의 계획을 보여 줍니다: 날짜별 할 일, 예상 점수, 점수를 가장 많이 올릴 카드.",
    plan_examples="""\b
예:
  studycli plan                      계획 보기(시험일이 없으면 묻습니다)
  studycli plan --exam-date 2026-12-20 --minutes 30 --days-off sun
  studycli plan --json""",
    result="실제 시험 점수를 적습니다: 예상과 실제의 차이, 그다음 할 일. 점수 없이 실행하면 지금까지의 결과를 봅니다.",
    result_examples="""\b
예:
  studycli result 745
  studycli result 698 --weak secure --weak resilient
  studycli result --json             지금까지의 결과""",
    option=lambda name: _OPTIONS[name],
)

PAGE = PlanPageWords(
    title="계획",
    exam=lambda date, days: f"시험 {date}, {_in_days(days)}",
    exam_of=lambda title, date, days: f"시험 {date}, {_in_days(days)} · {title}",
    score=lambda expected, low, high: f"예상 점수 {expected}점, 다섯 번 중 네 번은 {low}~{high}점",
    passing=lambda percent, mark: f"합격({mark}점) 확률 {percent}%",
    cards_only="아직 카드만 보고 계산한 점수입니다. 시험 문제를 풀어 보면(studycli practice) 실력에 맞게 고쳐집니다",
    no_forecast="예상 점수가 없습니다. 자료에 시험이 없거나 시험 문제가 없습니다.",
    ahead=lambda minutes, goal: f"여유 있음: 시험일 기억률 {goal}%를 채우고도 약 {minutes:,}분이 남습니다",
    on_track=lambda goal: f"순조로움: 지금 시간으로 시험일 기억률 {goal}%에 닿습니다",
    behind=lambda minutes, a_day, goal: (
        f"{minutes:,}분 부족: 시험일 기억률 {goal}%까지 하루 {a_day}분이 더 필요합니다"
    ),
    cannot_fit=lambda minutes, goal: (
        f"시간 부족: 시험일 기억률 {goal}%까지 {minutes:,}분이 모자라며, 남은 시간보다도 많습니다"
    ),
    no_minutes="시간 부족: 시험 전에 공부할 날이 남아 있지 않습니다",
    drop=lambda topics, others: (
        f"비중이 낮아 덜어 낼 수 있는 토픽: {topics}" + (f" 외 {others}개" if others else "")
    ),
    reach=lambda most, this: (
        f"이 시간이면 어떤 순서로 공부해도 시험일에 기억하는 카드는 많아야 {most}%이고, 이 계획으로는 {this}%입니다"
    ),
    reach_greedily=lambda most, this: (
        f"이 시간이면 어떤 순서로 공부해도 시험일에 기억하는 카드는 많아야 {most}%이고, "
        f"그날그날의 이득만 보고 고른 아래 계획으로는 {this}%입니다"
    ),
    more=lambda minutes, points: f"하루 {minutes}분을 더 하면 +{points:,}점",
    rehearse=lambda exam, minutes: (
        f"실전과 같은 모의시험은 {minutes}분이 걸려 하루 시간에 들어가지 않습니다. "
        f"따로 시간을 내어 보십시오: studycli exam start {exam}"
    ),
    eve="오늘 밤 마지막으로 훑어보기(일정은 그대로): studycli review --cram",
    today="오늘이 시험일입니다. 시험을 마친 뒤: studycli result 점수",
    nothing="계획할 카드가 없습니다.",
    days="날짜별 계획",
    columns=("날짜", "분", "복습", "새"),
    weekdays=("월", "화", "수", "목", "금", "토", "일"),
    off="쉬는 날",
    mock="모의 {exam}",
    domains="영역별 예상 정답률",
    domain=lambda title, weight, right, low, high: f"{title} ({weight}%): {right}% ({low}~{high})",
    domain_empty=lambda title, weight: f"{title} ({weight}%): 자료에 문제가 없습니다",
    movers="지금 점수를 가장 많이 올릴 카드",
    mover=lambda points, cards, topic, domain, minutes: (
        f"+{points:,}점: {topic} 카드 {cards}장 ({domain}), {minutes}분"
    ),
    out_of_reach="시간이 모자라 익히지 못하는 카드",
    cards_of=lambda cards, topic: f"{topic}: {cards}장",
    topics="토픽별 시험일 기억률",
    topic=lambda title, recall, weight: f"{title}: {recall}% (시험의 {weight}%)",
    leeches="자꾸 잊는 카드: 고쳐 쓰거나 보류하십시오",
    leech=lambda front, lapses: f"{front} ({lapses}번 잊음)",
    other_leeches=lambda cards: f"그 밖에 {cards:,}장",
    scale=lambda lowest, highest: (
        f"{lowest}~{highest}점 환산은 근사치입니다. 실제 환산식은 공개되지 않았습니다."
    ),
    caveat=(
        "지금까지의 기억과 답안으로, 자료에 있는 것과 비슷한 문제가 나올 때의 점수를 예측한 것입니다. "
        "가끔 하루씩 빠지는 것도 계산에 넣었습니다. 자료 밖의 문제는 알 수 없습니다."
    ),
    working="계획을 계산하고 있습니다…",
)

RESULT = ResultWords(
    line=lambda date, exam, score, mark, passed: (
        f"{date}  {exam}  {score}점 (합격선 {mark}점), {'합격' if passed else '불합격'}"
    ),
    expected=lambda score, low, high, percent: f"예상 {score}점 ({low}~{high}점, 합격 확률 {percent}%)",
    unexpected="예상 점수 없음",
    none="아직 결과가 없습니다. 시험을 마친 뒤: studycli result 점수",
    calibration=lambda results, off, within: (
        f"예상 {results}번: 실제 점수가 예상보다 평균 {off:+d}점, {within}번은 예상 범위 안이었습니다."
    ),
    after_pass=(
        "축하합니다. 계획을 마쳤고 밀린 것은 없습니다. 'studycli review'로 하루 몇 장씩 기억을 이어 가도 되고, "
        "여기서 마쳐도 됩니다."
    ),
    after_fail=lambda date, days, policy: (
        f"AWS 규정상 14일이 지나면 다시 볼 수 있습니다: {date}, {days}일 뒤 ({policy})\n"
        "익힌 것은 그대로 남아 있습니다."
    ),
    weak_first=lambda domains: f"다음 계획은 이 영역에 비중을 더 둡니다: {domains}",
    ask_weak="성적표에서 보완이 필요하다고 한 영역의 번호를 1,3처럼 쓰십시오(건너뛰려면 빈 줄):",
    plan_retake="{date} 시험을 계획할까요?",
    planned="계획했습니다. studycli plan에서 볼 수 있습니다.",
    retake_command="계획하기: studycli plan --exam-date {date}",
)

PLAN = PlanWords(
    help=HELP,
    ask=PlanAskWords(
        intro="몇 가지를 물어 계획을 세웁니다. 모두 나중에 바꿀 수 있습니다.",
        exam_date="시험일(YYYY-MM-DD):",
        minutes="하루 학습 시간(분, 지금 {now}), 그대로 두려면 빈 줄:",
        days_off="쉬는 요일, 예: sat,sun (지금 {now}), 그대로 두려면 빈 줄:",
        blueprint="어떤 시험입니까?",
    ),
    page=PAGE,
    result=RESULT,
)
