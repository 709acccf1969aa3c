"""Korean texts: the command line."""

from studycli.words.ko.exam_cli import EXAM_CLI
from studycli.words.ko.reading_cli import READING_CLI
from studycli.words.ko.writing import WRITING
from studycli.words.model.cli import (
    CliWords,
    ConfigWords,
    FirstStartWords,
    HelpWords,
    NoticeWords,
    ScriptWords,
    StatusWords,
)

_ARGUMENTS = {
    "card": "'studycli next'가 보여 주는 카드 id.",
    "grade": "again, hard, good, easy 또는 1~4.",
    "name": "설정 이름.",
    "value": "새 값.",
    "paths": "자료 폴더나 파일. 없으면 불러온 자료 전체.",
}
_HINTS = {
    "language": "프로그램 언어",
    "material-language": "카드와 노트의 언어(프로그램과 다를 때)",
    "theme": "화면 색상",
    "editor": "편집기(VISUAL, EDITOR가 없을 때)",
    "libraries": "추가 자료 폴더",
    "exam-cards": "틀린 시험 문제의 카드를 복습 맨 앞에 둘지",
    "exam-date": "시험일, YYYY-MM-DD",
    "minutes": "하루 학습 시간(분), 1~600",
    "days-off": "쉬는 요일: mon,tue,wed,thu,fri,sat,sun",
    "blueprint": "준비하는 시험, quizzes/blueprints.yaml의 id",
    "retention": "카드를 다시 꺼낼 기억 확률, 0.70~0.99",
    "parameters": "FSRS-6의 숫자 21개, 또는 fit: 내 복습 기록에 맞추기",
}


def _exam_on(date: str, days: int) -> str:
    if days == 0:
        return f"오늘 (D-DAY, {date})"
    return f"{days}일 남음 (D-{days}, {date})" if days > 0 else f"{-days}일 지남 ({date})"


HELP = HelpWords(
    usage_options="[옵션]",
    usage_command="명령 [인자]...",
    program="시험일에 맞춰 터미널에서 공부합니다: 플래시카드와 노트. 명령 없이 실행하면 오늘 할 일을 보여 줍니다.",
    program_examples="""\b
예:
  studycli                           오늘 할 일
  studycli review --minutes 10       10분 동안 복습
  studycli --language en status      영어로 보기""",
    language="프로그램 언어: ko 또는 en.",
    material_language="카드와 노트의 언어: ko, en.",
    no_input="아무것도 묻지 않습니다.",
    debug="오류의 traceback을 보여 줍니다.",
    version="버전을 출력하고 끝냅니다.",
    json="JSON 문서 하나를 출력합니다.",
    topic="이 토픽의 카드만 다룹니다.",
    status="오늘 할 일을 글로 보여 줍니다.",
    status_examples="""\b
예:
  studycli status
  studycli status --short            셸 프롬프트용 한 줄
  studycli status --json             스크립트용""",
    short="셸 프롬프트에 쓸 한 줄만 출력합니다.",
    review="오늘의 카드를 전체 화면으로 공부합니다.",
    review_examples="""\b
예:
  studycli review
  studycli review --topic dynamodb --minutes 10
  studycli review --cram --limit 20  일정을 바꾸지 않고 카드 훑어보기""",
    minutes="이번 세션의 시간(분).",
    limit="카드를 이 장수까지만 봅니다.",
    new="새 카드를 이 장수까지만 봅니다.",
    cram="약한 카드부터 봅니다. 일정은 그대로입니다.",
    next="다음 카드를 보여 줍니다(스크립트용).",
    next_examples="""\b
예:
  studycli next
  studycli next --topic dynamodb --json""",
    grade="카드 한 장을 채점합니다(스크립트용).",
    grade_examples="""\b
예:
  studycli grade ddb-item-size good
  studycli grade ddb-item-size 1 --seconds 12.5 --json""",
    seconds="답하는 데 걸린 시간(초).",
    at="답한 시각, 오프셋이 있는 ISO 8601.",
    config="설정을 보거나 바꿉니다.",
    config_examples="""\b
예:
  studycli config                    바꿀 설정을 묻기(파이프에서는 목록)
  studycli config exam-date 2026-12-20
  studycli config days-off sat,sun
  studycli config exam-date --unset
  studycli config parameters fit     기억 모델을 내 복습에 맞추기""",
    unset="기본값으로 되돌립니다.",
    check="자료의 모든 문제를 보여 줍니다.",
    check_examples="""\b
예:
  studycli check                     불러온 자료 전체
  studycli check ~/notes/my-library
  studycli check --errors-only --json
  studycli check --fix               공백, 풀어진 글자, 빠진 was""",
    arguments=lambda name: _ARGUMENTS[name],
    errors_only="경고와 참고를 뺍니다.",
    fix="안전하게 고칠 수 있는 것을 고치고 나머지를 보여 줍니다.",
)

CLI = CliWords(
    help=HELP,
    status=StatusWords(
        exam="시험",
        score="점수",
        plan="계획",
        leeches="주의",
        today="오늘",
        done="마침",
        streak="연속",
        material="자료",
        exam_on=_exam_on,
        no_exam="날짜 없음 (studycli config exam-date YYYY-MM-DD)",
        expected=lambda score, low, high, percent, as_of: (
            f"예상 {score}점 ({low}~{high}점), 합격 확률 {percent}%{f' ({as_of} 기준)' if as_of else ''}"
        ),
        see_plan=lambda n: f"자꾸 잊는 카드 {n}장, studycli plan에서 볼 수 있습니다",
        short_score="예상 {score}점",
        to_do=lambda due, new, minutes: f"복습 {due}장, 새 카드 {new}장, 약 {minutes}분",
        nothing_to_do="남은 카드가 없습니다",
        waiting=lambda n: f"남은 시간이 없거나 쉬는 날입니다. 복습할 카드 {n}장",
        reviewed=lambda n: f"오늘 {n}장",
        days=lambda n: f"{n}일",
        counts=lambda notes, cards, questions: f"노트 {notes}개, 카드 {cards}장, 문제 {questions}개",
        short=lambda due, new, minutes: f"복습 {due} · 새 카드 {new} · {minutes}분",
        short_done="오늘 할 일 끝",
        short_waiting=lambda n: f"밀린 복습 {n}장",
        day_off="쉬는 날입니다",
        time_used="오늘 정한 시간을 다 썼습니다",
        nothing_pays="마쳤습니다. 더 답해도 시험일에 기억하는 양은 거의 늘지 않습니다",
        short_day_off="쉬는 날",
        short_time_used="오늘 시간 다 씀",
        next_command="다음: {command}",
    ),
    script=ScriptWords(
        front="앞면",
        back="뒷면",
        only_in="({language} 본문만 있음)",
        grade_with="다음: studycli grade {card} again|hard|good|easy",
        nothing="기다리는 카드가 없습니다.",
        graded="{card}: {grade}, 다음 복습 {due}",
        graded_by_plan="{card}: {grade}, 시험일 기억률 {recall}",
    ),
    config=ConfigWords(
        unset="(설정 안 됨)",
        own_parameters="내 복습에 맞춘 값",
        pick="어떤 설정을 바꾸시겠습니까?",
        leave="나가기",
        new_value="새 값({hint}), 그대로 두려면 빈 줄:",
        hints=lambda name: _HINTS[name],
        saved="{name} = {value}",
        file_comment="studycli 설정: language, material-language, theme, editor, libraries, exam-cards",
        choose_number="번호(건너뛰려면 빈 줄): ",
        pick_number="1부터 {last} 사이의 번호를 입력하십시오.",
        keys="(화살표 키, Enter, q: 뒤로)",
        yes="예",
        no="아니요",
        needed="비워 둘 수 없습니다.",
    ),
    first_start=FirstStartWords(
        welcome="studycli에 오신 것을 환영합니다. 세 가지를 묻습니다.\n건너뛰어도 되고, 나중에 studycli config로 바꿀 수 있습니다.",
        language="프로그램 언어를 고르십시오.",
        skip="건너뛰기",
        exam_date="시험일(YYYY-MM-DD), 건너뛰려면 빈 줄:",
        minutes="하루 학습 시간(분, 기본 {default}), 건너뛰려면 빈 줄:",
        not_ahead="시험일은 오늘보다 뒤여야 합니다.",
        done="준비되었습니다. 'studycli'가 오늘 할 일을 보여 줍니다.",
    ),
    notice=NoticeWords(
        problems=lambda n, place: (
            f"알림: 자료에 문제가 {n}건 있습니다. 첫 번째는 {place}, 전체는 studycli check"
        ),
        foreign=lambda n, place: f"알림: 로그에서 이벤트가 아닌 {n}줄을 쓰지 않았습니다. 첫 번째는 {place}",
        no_problems="문제가 없습니다.",
        summary=lambda errors, warnings, infos: f"오류 {errors}건, 경고 {warnings}건, 참고 {infos}건.",
        mended=lambda path, rule, n: f"{path}: {rule}: {n}건을 고쳤습니다",
        usage_hint="참고: {command} --help",
        bug="studycli의 버그입니다({kind}). --debug를 붙여 다시 실행하십시오: studycli --debug ...",
    ),
    writing=WRITING,
    exam=EXAM_CLI,
    reading=READING_CLI,
)
