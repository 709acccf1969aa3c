"""Korean texts: writing material and keeping libraries."""

from studycli.words.model.writing import LibraryWords, WritingHelp, WritingWords

_OPTIONS = {
    "topic": "글을 쓸 토픽. 내 라이브러리에 없으면 새로 만듭니다.",
    "library": "글을 쓸 라이브러리. 기본값은 내 라이브러리(mine)입니다.",
    "id": "새 항목의 id. 없으면 글에서 만듭니다.",
    "lang": "글의 언어. 여러 언어로 쓰려면 글과 함께 반복합니다.",
    "no_edit": "다 쓴 뒤 편집기를 열지 않습니다.",
    "source": "출처의 https 주소. 반복할 수 있습니다.",
    "title": "노트의 제목.",
    "body": "노트의 본문(Markdown).",
    "note": "항목이 속할 노트. 기본값은 토픽의 마지막 노트입니다.",
    "front": "카드 앞면.",
    "back": "카드 뒷면.",
    "text": "{{이름::가릴 글}}로 빈칸을 둔 글. 빈칸마다 카드가 됩니다.",
    "extra": "답 아래에 보여 줄 글.",
    "reversed": "뒷면에서 앞면으로도 묻습니다.",
    "stem": "문제.",
    "option": "선택지. 하나마다 반복합니다.",
    "right": "정답의 id. 여럿이면 반복합니다.",
    "why": "선택지가 맞거나 틀린 까닭. 하나마다 반복합니다.",
    "domain": "시험 영역. 예: resilient.",
    "difficulty": "난이도: easy, medium, hard.",
    "explanation": "답한 뒤에 보여 줄 글.",
    "tests": "이 문제가 확인하는 카드. 반복할 수 있습니다.",
    "item": "카드, 노트, 문제의 id.",
    "print": "편집기를 열지 않고 경로:행을 출력합니다.",
    "path": "폴더 또는 압축 파일(.zip, .tar, .tar.gz, .tgz).",
    "replace": "id가 같은 기본 라이브러리를 대신합니다.",
    "library_id": "'studycli library list'가 보여 주는 라이브러리 id.",
    "yes": "묻지 않습니다.",
}
_LABELS = {
    "title": "제목",
    "body": "본문",
    "front": "앞면",
    "back": "뒷면",
    "text": "빈칸을 둔 글 {{이름::가릴 글}}, 이름은 영문으로",
    "stem": "문제",
    "option": "선택지",
    "why": "맞거나 틀린 까닭",
}
_KINDS = {"basic": "앞면과 뒷면", "reversed": "앞면과 뒷면, 양쪽으로 묻기", "cloze": "빈칸을 둔 글"}
_ORIGINS = {"bundled": "기본", "added": "추가함", "linked": "연결함", "mine": "내 자료"}

HELP = WritingHelp(
    new="노트, 카드, 문제를 직접 씁니다.",
    new_examples="""\b
예:
  studycli new entry                 필요한 것을 묻습니다
  studycli new note --topic sqs --title 큐 --body "큐는 결합을 느슨하게 합니다."
  studycli new entry --topic sqs --front "최대 보존 기간은?" --back "14일\"""",
    new_note="노트를 씁니다.",
    new_note_examples="""\b
예:
  studycli new note
  studycli new note --topic sqs --title 큐 --body "큐는 결합을 느슨하게 합니다.\"""",
    new_entry="외울 것을 씁니다: 앞면과 뒷면, 또는 빈칸을 둔 글.",
    new_entry_examples="""\b
예:
  studycli new entry
  studycli new entry --topic sqs --front "최대 보존 기간은?" --back "14일"
  studycli new entry --topic sqs --text "메시지는 {{days::14}}일까지 남습니다.\"""",
    new_question="시험 문제를 씁니다.",
    new_question_examples="""\b
예:
  studycli new question
  studycli new question --topic sqs --domain resilient --difficulty easy \\
    --stem "순서를 지키는 것은?" --option fifo="FIFO 큐" --why fifo="순서를 지킵니다." \\
    --option standard="표준 큐" --why standard="지키지 않습니다." --right fifo""",
    edit="카드, 노트, 문제가 있는 행에서 편집기를 엽니다.",
    edit_examples="""\b
예:
  studycli edit ddb-item-size
  studycli edit aws-serverless/ddb-item-size --print""",
    library="라이브러리를 보고, 추가하고, 뺍니다.",
    library_examples="""\b
예:
  studycli library list
  studycli library add ~/notes/my-library
  studycli library remove my-library""",
    library_list="쓰고 있는 라이브러리를 보여 줍니다.",
    library_list_examples="""\b
예:
  studycli library list
  studycli library list --json""",
    library_add="라이브러리를 추가합니다. 폴더는 그 자리에서 쓰고, 압축 파일은 풉니다.",
    library_add_examples="""\b
예:
  studycli library add ~/notes/my-library
  studycli library add my-library.tar.gz""",
    library_remove="라이브러리를 뺍니다. 연결한 폴더, 내 자료, 학습 기록은 그대로 둡니다.",
    library_remove_examples="""\b
예:
  studycli library remove my-library
  studycli library remove my-library --yes""",
    option=lambda name: _OPTIONS[name],
)

WRITING = WritingWords(
    help=HELP,
    library=LibraryWords(
        origin=lambda name: _ORIGINS[name],
        counts=lambda notes, cards, questions: f"노트 {notes}개, 카드 {cards}장, 문제 {questions}개",
        problems=lambda n: f"문제점 {n}건 (studycli check)",
        without_id="(읽을 수 없음)",
        linked="{id}: {counts}. {folder}에서 바로 씁니다",
        unpacked="{id}: {counts}. {folder}에 복사했습니다",
        unlinked="{id}: 이제 쓰지 않습니다. {folder}는 그대로 있습니다",
        deleted="{id}: {folder}를 지웠습니다. 학습 기록은 그대로 있습니다",
        ask_replace="기본 라이브러리의 id입니다: {id}. 그 대신 이것을 쓰시겠습니까? (학습 기록은 그대로 이어집니다)",
        ask_delete="{folder}를 지우시겠습니까? (학습 기록은 그대로 둡니다)",
        unchanged="아무것도 바꾸지 않았습니다.",
    ),
    label=lambda name: _LABELS[name],
    ask="{label}:",
    in_language="{label} ({language}):",
    pick_topic="어느 토픽에 쓰시겠습니까?",
    other_topic="새 토픽",
    new_topic="토픽의 id(a-z, 0-9, -):",
    pick_kind="어떤 카드입니까?",
    kind=lambda name: _KINDS[name],
    pick_difficulty="난이도를 고르십시오.",
    pick_id="id(빈 줄이면 {proposed}):",
    option_or_done="{label}, 다 썼으면 빈 줄:",
    two_options="선택지는 둘 이상이고 정답이 있어야 합니다.",
    is_right="정답입니까?",
    pick_domain="시험 영역(예: resilient):",
    mine_title="내 자료",
    own_cards="직접 쓴 카드입니다.",
)
