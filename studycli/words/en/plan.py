"""English texts: the plan and results."""

from studycli.words.model.plan import PlanAskWords, PlanHelp, PlanPageWords, PlanWords, ResultWords

_OPTIONS = {
    "exam_date": "Day of the exam, YYYY-MM-DD.",
    "minutes": "Minutes of study a day, 1 to 600.",
    "days_off": "Days without study, as sat,sun; none to have none.",
    "blueprint": "The exam, as saa-c03.",
    "score": "The scaled score, as AWS tells it.",
    "result_date": "Day of that exam; by default the one planned for, else today.",
    "weak": "A domain that the score report found wanting. Repeatable.",
}


def _s(n: int, one: str) -> str:
    return f"{n:,} {one}" if n == 1 else f"{n:,} {one}s"


def _in_days(days: int) -> str:
    return "today (D-DAY)" if days == 0 else f"in {_s(days, 'day')} (D-{days})"


HELP = PlanHelp(
    plan="Show the plan up to the exam: what each day holds, what score to expect, what moves it most.",
    plan_examples="""\b
Examples:
  studycli plan                      the plan; asks for a date if there is none
  studycli plan --exam-date 2026-12-20 --minutes 30 --days-off sun
  studycli plan --json""",
    result="Tell the score of the real exam: expected against real, and what now. Without a score: all results so far.",
    result_examples="""\b
Examples:
  studycli result 745
  studycli result 698 --weak secure --weak resilient
  studycli result --json             the results so far""",
    option=lambda name: _OPTIONS[name],
)

PAGE = PlanPageWords(
    title="Plan",
    exam=lambda date, days: f"Exam on {date}, {_in_days(days)}",
    exam_of=lambda title, date, days: f"Exam on {date}, {_in_days(days)} · {title}",
    score=lambda expected, low, high: f"Expected score {expected}; in four of five cases {low} to {high}",
    passing=lambda percent, mark: f"Chance of passing ({mark}): {percent}%",
    cards_only=(
        "This rests on your cards alone: exam questions you answer (studycli practice) will show how far they carry"
    ),
    no_forecast="No score to expect: the material has no exam, or no questions for it.",
    ahead=lambda minutes, goal: (
        f"Ahead: {goal}% recall on the day leaves about {_s(minutes, 'minute')} to spare"
    ),
    on_track=lambda goal: f"On track: these minutes bring {goal}% recall on the day",
    behind=lambda minutes, a_day, goal: (
        f"{_s(minutes, 'minute')} behind: {goal}% recall on the day takes {_s(a_day, 'more minute')} a day"
    ),
    cannot_fit=lambda minutes, goal: (
        f"Cannot fit: {goal}% recall on the day lacks {_s(minutes, 'minute')}, more than there are"
    ),
    no_minutes="Cannot fit: no day with study is left before the exam",
    drop=lambda topics, others: (
        f"What counts least and can be left out: {topics}" + (f", and {others} more" if others else "")
    ),
    reach=lambda most, this: (
        f"With these minutes no schedule brings more than {most}% of the cards to the exam day; this one {this}%"
    ),
    reach_greedily=lambda most, this: (
        f"With these minutes no schedule brings more than {most}% of the cards to the exam day; "
        f"the days below, chosen by each day's gain alone, bring {this}%"
    ),
    more=lambda minutes, points: f"{minutes} more minutes a day: +{_s(points, 'point')}",
    rehearse=lambda exam, minutes: (
        f"A dress rehearsal in full takes {minutes} minutes, more than a day holds; "
        f"find time for one: studycli exam start {exam}"
    ),
    eve="Tonight a last look, without changing any schedule: studycli review --cram",
    today="The exam is today. Good luck. Afterwards: studycli result SCORE",
    nothing="There are no cards to plan for.",
    days="Day by day",
    columns=("day", "min", "rev", "new"),
    weekdays=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    off="day off",
    mock="mock: {exam}",
    domains="Expected by domain",
    domain=lambda title, weight, right, low, high: f"{title} ({weight}%): {right}% right ({low} to {high})",
    domain_empty=lambda title, weight: f"{title} ({weight}%): no questions in the material",
    movers="What moves the score most now",
    mover=lambda points, cards, topic, domain, minutes: (
        f"+{_s(points, 'point')}: {_s(cards, 'card')} of {topic} ({domain}), {minutes} min"
    ),
    out_of_reach="No time for these cards",
    cards_of=lambda cards, topic: f"{topic}: {cards}",
    topics="Recall on the day by topic",
    topic=lambda title, recall, weight: f"{title}: {recall}% ({weight}% of the exam)",
    leeches="Cards that keep slipping; write them anew, or suspend them",
    leech=lambda front, lapses: f"{front} (forgotten {lapses} times)",
    other_leeches=lambda cards: f"and {_s(cards, 'card')} more",
    scale=lambda lowest, highest: (
        f"The scale from {lowest} to {highest} is our approximation; the real formula is not public."
    ),
    caveat=(
        "This is a forecast for questions like those of the material, from what you recall and answered so far, "
        "with a missed day now and then. What the exam asks beyond them it cannot see."
    ),
    working="Working out the plan…",
)

RESULT = ResultWords(
    line=lambda date, exam, score, mark, passed: (
        f"{date}  {exam}  {score} of {mark} needed, {'passed' if passed else 'failed'}"
    ),
    expected=lambda score, low, high, percent: f"expected {score} ({low} to {high}, {percent}% to pass)",
    unexpected="nothing was forecast",
    none="No result yet; after the exam: studycli result SCORE",
    calibration=lambda results, off, within: (
        f"{_s(results, 'forecast')}: real less expected {off:+d} points on average, {within} within their range."
    ),
    after_pass=(
        "Congratulations. The plan is closed, and nothing is overdue. 'studycli review' keeps what you know alive, "
        "with ever fewer cards a day; or stop here."
    ),
    after_fail=lambda date, days, policy: (
        f"AWS lets you sit it again after 14 days: {date}, in {_s(days, 'day')} ({policy}).\n"
        "What you know is not lost."
    ),
    weak_first=lambda domains: f"The plan for it counts these domains more: {domains}",
    ask_weak="Which of these domains need improvement by the score report? Numbers, as 1,3; empty to skip:",
    plan_retake="Plan for {date}?",
    planned="Planned; see studycli plan.",
    retake_command="Plan for it: studycli plan --exam-date {date}",
)

PLAN = PlanWords(
    help=HELP,
    ask=PlanAskWords(
        intro="A few questions make the plan; each answer can be changed later.",
        exam_date="Day of the exam (YYYY-MM-DD):",
        minutes="Minutes of study a day (now {now}), empty to keep them:",
        days_off="Days without study, as sat,sun (now {now}), empty to keep them:",
        blueprint="Which exam?",
    ),
    page=PAGE,
    result=RESULT,
)
