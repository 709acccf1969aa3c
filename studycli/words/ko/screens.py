"""Korean texts: screens."""

from studycli.words.model.screens import (
    EditingWords,
    EndWords,
    HomeWords,
    InfoWords,
    KeyWords,
    NoteWords,
    ReviewWords,
    ScreenWords,
    SpanWords,
)

_PHASES = {"new": "새 카드", "learning": "학습 중", "review": "복습", "relearning": "다시 학습 중"}


def _today(due: int, new: int, minutes: int) -> str:
    return f"오늘: 복습 {due}장, 새 카드 {new}장, 약 {minutes}분"


def _done(cards: int, minutes: int) -> str:
    return f"카드 {cards}장을 {minutes}분 동안 공부했습니다."


def _recalled(passed: int, answers: int) -> str:
    return f"답변 {answers}번 중 {passed}번 기억했습니다 ({round(100 * passed / answers)}%)."


def _tomorrow(due: int, minutes: int) -> str:
    return f"내일은 복습 {due}장, 약 {minutes}분이 기다립니다."


def _plan_tomorrow(due: int, new: int, minutes: int) -> str:
    return f"내일 계획: 복습 {due}장, 새 카드 {new}장, 약 {minutes}분"


SCREENS = ScreenWords(
    spans=SpanWords(
        minutes_short="{n}분",
        hours_short="{n}시간",
        days_short="{n}일",
        months_short="{n}개월",
        years_short="{n}년",
    ),
    keys=KeyWords(
        reveal="정답 보기",
        again="다시",
        hard="어려움",
        good="알맞음",
        easy="쉬움",
        undo="되돌리기",
        language="언어",
        note="노트",
        edit="편집",
        info="정보",
        mark="표시",
        bury="내일로",
        suspend="보류",
        revive="되살리기",
        help="도움말",
        quit="나가기",
        back="뒤로",
        move="이동",
        choose="선택",
        scroll="스크롤",
        sideways="좌우 스크롤",
        next="다음",
        previous="이전",
        submit="제출",
        flag="플래그",
        strike="소거",
        confidence="확신도",
        dispute="이의 제기",
        retake="다시 풀기",
        questions="문제 보기",
        open="열기",
        only_wrong="오답만",
        only_flagged="플래그만",
        only_slow="느린 것만",
        all="전체",
        save="저장",
        erase="지우기",
        start="시작",
        confirm="확정",
        overview="문제 목록",
        clock="시계",
        hand_in="제출",
        only_unanswered="안 푼 문제",
        number="번호로 이동",
        report="성적표",
        leeches="자꾸 잊는 카드",
        review="복습",
        search="검색",
        clear="지우기",
        settings="설정",
    ),
    review=ReviewWords(
        progress="{done}/{total}",
        left="{minutes}분 남음",
        new="새 카드",
        learning="학습 중",
        relearning="다시 학습 중",
        marked="표시됨",
        cram="벼락치기",
        only_in="({language} 본문만 있습니다)",
        answer="정답",
        undone="되돌렸습니다.",
        elsewhere="이 카드는 다른 창에서 답했습니다. 다음 카드로 넘어갑니다.",
        nothing_to_undo="이번 세션에서 되돌릴 것이 없습니다.",
        buried="내일까지 숨겼습니다. u로 되돌립니다.",
        suspended="보류했습니다. u로 되돌립니다.",
        mark_on="표시했습니다.",
        mark_off="표시를 지웠습니다.",
        edited="고친 내용을 불러왔습니다.",
        edit_unchanged="바뀐 것이 없습니다.",
        edit_broken="고친 파일에 문제가 있어 이전 내용을 씁니다: {problem}",
        not_saved="저장하지 못했습니다. {reason}",
        on_the_day="시험일 기억률:",
    ),
    end=EndWords(
        title="이번 세션을 마쳤습니다",
        nothing_today="지금 복습할 카드가 없습니다.",
        time_used="오늘 정한 시간을 다 썼습니다",
        done=_done,
        recalled=_recalled,
        newly_learnt=lambda n: f"새 카드 {n}장을 배웠습니다.",
        tomorrow=_tomorrow,
        tomorrow_nothing="내일은 복습할 카드가 없습니다.",
        time_over=lambda n: f"오늘 정한 시간이 다 되었습니다. 남은 카드 {n}장은 다음에 이어집니다.",
        fit_better=lambda reviews, tested, before, after: (
            f"내 복습 {reviews:,}번에 맞춘 기억 모델을 이제부터 씁니다. "
            f"이후의 복습 {tested:,}번을 더 잘 예측합니다 (로그 손실 {before:.4f} -> {after:.4f})."
        ),
        fit_no_better=lambda reviews, tested, before, after: (
            f"내 복습 {reviews:,}번에 맞춘 기억 모델이 이후의 복습 {tested:,}번을 더 잘 예측하지 못하여 "
            f"(로그 손실 {before:.4f} -> {after:.4f}) 그대로 둡니다."
        ),
        expected=lambda score, low, high, percent: (
            f"시험일 예상 점수 {score}점 ({low}~{high}점), 합격 확률 {percent}%"
        ),
        leech=lambda front, lapses: (
            f"{lapses}번 잊은 카드: {front}. 고쳐 쓰거나 보류하십시오(첫 화면의 자꾸 잊는 카드)."
        ),
        ten_more="10장 더 하기",
        topic="토픽 골라서 하기",
        tomorrows="내일 것 미리 하기",
        leave="마치기",
        nothing_more="더 꺼낼 카드가 없습니다.",
        nothing_pays_title="지금은 더 할 것이 없습니다",
        nothing_pays="지금 더 답해도 시험일에 기억하는 양은 거의 늘지 않으므로 계획은 여기서 멈춥니다.",
        plan_time_over="시간이 다 되었습니다. 시험일에 도움이 될 카드는 아직 남아 있습니다.",
        plan_cards_over="이번 카드는 끝났습니다. 시험일에 도움이 될 카드는 아직 남아 있습니다.",
        plan_tomorrow=_plan_tomorrow,
        plan_no_tomorrow="내일은 계획된 학습이 없습니다.",
    ),
    home=HomeWords(
        title="studycli",
        exam_days=lambda n: f"시험까지 {n}일 (D-{n})",
        exam_today="오늘이 시험일입니다 (D-DAY)",
        exam_past=lambda n: f"시험일이 {n}일 지났습니다. 결과 적기: studycli result 점수",
        no_exam="시험일이 정해지지 않았습니다 (studycli config exam-date)",
        today=_today,
        today_done="오늘 할 카드를 모두 마쳤습니다.",
        time_used=lambda n: f"오늘 정한 시간을 다 썼습니다. 복습할 카드가 {n}장 남아 있습니다.",
        backlog=lambda due, waiting: f"복습할 카드 {waiting}장 중 {due}장이 오늘 시간에 들어갑니다.",
        day_off=lambda n: f"오늘은 쉬는 날입니다. 복습할 카드 {n}장이 기다립니다.",
        plan_day_off="오늘은 쉬는 날입니다.",
        plan_time_used="오늘 정한 시간을 다 썼습니다.",
        nothing_pays="오늘은 마쳤습니다. 더 답해도 시험일에 기억하는 양은 거의 늘지 않습니다.",
        reviewed=lambda n: f"오늘 {n}번 답했습니다.",
        streak=lambda n: f"{n}일 연속 공부 중",
        library=lambda notes, cards, questions: f"노트 {notes}개, 카드 {cards}장, 문제 {questions}개",
        start="오늘의 학습 시작",
        topic="토픽 골라서 학습",
        tomorrows="내일 것 미리 학습",
        cram="벼락치기: 모든 카드를 약한 것부터",
        exam="모의시험",
        resume_exam="모의시험 이어서 보기",
        practice="시험 문제 연습",
        notes="노트 읽기",
        search="노트 검색",
        plan="시험까지의 계획",
        as_of="{text} ({day} 기준)",
        leeches="자꾸 잊는 카드 ({n}장)",
        suspended="보류한 카드 되살리기 ({n}장)",
        pick_suspended="보류한 카드",
        settings="설정",
        help="도움말",
        quit="나가기",
        pick_topic="토픽 고르기",
        topic_typed=lambda digits: f"{digits}번: Enter로 고르거나 이어서 누르십시오",
        topic_row=lambda due, cards: f"복습 {due}장 / 카드 {cards}장",
        problems=lambda n: f"자료에 문제가 {n}건 있습니다: studycli check",
    ),
    info=InfoWords(
        title="카드 정보",
        card="카드",
        topic="토픽",
        place="파일",
        phase="상태",
        recall="지금 기억할 확률",
        stability="안정도",
        difficulty="난이도",
        due="다음 복습",
        last="마지막 복습",
        reviews="복습 횟수",
        lapses="잊은 횟수",
        leech="{n} (자꾸 잊음)",
        never="없음",
        by_plan="계획에 따름",
        on_the_day="시험일 기억률",
        phases=lambda phase: _PHASES[phase],
        days=lambda n: f"{n:.1f}일",
    ),
    note=NoteWords(
        sources="출처",
        checked="{checked} 확인",
        cards="카드",
        recall="기억할 확률 {percent}",
        due="다음 복습 {when}",
        suspended="보류 중",
    ),
    editing=EditingWords(
        read_only="라이브러리 {library}는 설치된 프로그램의 일부라서 고칠 수 없습니다. 고칠 수 있는 사본을 만들까요?",
        copy="{folder}에 사본을 만들고 편집합니다 (학습 기록은 그대로 이어집니다)",
        no_copy="만들지 않습니다",
    ),
    help_title="키 도움말",
    help_intro="한글 자판 상태에서도 같은 키가 동작합니다. 답은 누르는 즉시 저장됩니다.",
    more_below="아래에 더 있음",
    more_above="위에 더 있음",
    more="더 있음",
)
