"""Korean texts: exams and practice on the command line."""

from studycli.words.model.exam_cli import ExamCliWords, ExamHelp, HistoryWords, PrintWords

_OPTIONS = {
    "blueprint": "시험 이름. 예: saa-c03(기본값)",
    "questions": "문제 수. 시간도 그에 맞춰 바뀝니다.",
    "minutes": "시험 시간(분).",
    "extra_time": "추가 시간(분). 비영어권 응시자는 30분입니다.",
    "topic": "이 토픽의 문제만.",
    "seed": "전에 본 문제와 상관없이 이 번호의 시험지를 만듭니다.",
    "relaxed": "나가 있는 동안 시간을 멈춥니다.",
    "retake": "이 시험에서 틀리거나 플래그를 붙인 문제만 다시 봅니다.",
    "attempt": "'studycli exam list'에 나오는 응시 번호.",
    "wrong": "틀린 문제만.",
    "flagged": "플래그를 붙인 문제만.",
    "slow": "제 시간의 두 배 넘게 걸린 문제만.",
    "yes": "묻지 않습니다.",
    "key_only": "정답지만.",
    "no_key": "시험지만.",
    "limit": "최대 문제 수.",
    "practice_wrong": "마지막에 틀린 문제만.",
    "practice_flagged": "마지막에 플래그를 붙인 문제만.",
    "no_exam_cards": "틀린 시험 문제의 카드를 맨 앞에 두지 않습니다.",
}

HELP = ExamHelp(
    practice="시험 문제를 하나씩 풀고 바로 해설을 봅니다.",
    practice_examples="""\b
예:
  studycli practice
  studycli practice --topic dynamodb --limit 5
  studycli practice --wrong""",
    exam="시간을 재는 모의시험을 보고 성적표를 읽습니다.",
    exam_examples="""\b
예:
  studycli exam start                saa-c03: 65문제, 130분
  studycli exam start quick
  studycli exam resume""",
    start="모의시험을 시작합니다. 시간은 안내 화면 다음부터 흐릅니다.",
    start_examples="""\b
예:
  studycli exam start
  studycli exam start saa-c03 --extra-time 30
  studycli exam start --questions 20 --topic dynamodb""",
    resume="끝나지 않은 시험을 이어서 봅니다. --relaxed가 아니면 그동안에도 시간이 흐릅니다.",
    resume_examples="""\b
예:
  studycli exam resume""",
    list="본 시험을 나열합니다.",
    list_examples="""\b
예:
  studycli exam list
  studycli exam list --json""",
    report="성적표를 봅니다. 기본은 마지막 시험입니다.",
    report_examples="""\b
예:
  studycli exam report
  studycli exam report --wrong       틀린 문제까지 텍스트로
  studycli exam report --json""",
    discard="시험을 보지 않은 것으로 합니다.",
    discard_examples="""\b
예:
  studycli exam discard k7m2q4xz-12""",
    print="시험지와 정답지를 Markdown으로 출력합니다.",
    print_examples="""\b
예:
  studycli exam print --seed 7 --no-key > paper.md
  studycli exam print --seed 7 --key-only > key.md""",
    option=lambda name: _OPTIONS[name],
)

EXAM_CLI = ExamCliWords(
    help=HELP,
    history=HistoryWords(
        none="아직 본 시험이 없습니다. 시작하려면: studycli exam start",
        open="진행 중. 이어서 보려면: studycli exam resume",
        result=lambda score, passed, correct, scored: (
            f"{score}점, {'합격' if passed else '불합격'}({scored}문제 중 {correct}개 정답)"
        ),
        goes_on="시험이 끝나지 않았습니다. 이어서 보려면: studycli exam resume",
        overdue="자리를 비운 사이 시간이 다 되어 제출되었습니다.",
        item=lambda number, question, result: f"{number}. {question}: {result}",
        no_items="해당하는 문제가 없습니다.",
        dispute="알림: {name}에 이의가 있습니다: {text}",
        discard="{date}에 본 시험을 보지 않은 것으로 하시겠습니까? {attempt}",
        discarded="{attempt}: 버렸습니다.",
        kept="{attempt}: 그대로 두었습니다.",
    ),
    paper=PrintWords(
        about=lambda questions, minutes: f"{questions}문제, {minutes}분",
        choose=lambda n: f"{n}개를 고르십시오.",
        key="정답",
        made_by="시험지 번호 {seed}. 같은 시험지를 다시 만들려면: {command}",
    ),
)
