"""Korean texts: reading notes and completion on the command line."""

from studycli.words.model.reading_cli import ReadingCliWords, ReadingHelp

_OPTIONS = {
    "item": "노트 id. 카드나 문제의 id를 주면 그 노트를 보여 줍니다.",
    "topic": "이 토픽의 노트만 보여 줍니다.",
    "shell": "셸: bash, zsh, fish 중 하나.",
}

READING_CLI = ReadingCliWords(
    help=ReadingHelp(
        note="노트를 다이어그램, 카드, 출처와 함께 읽습니다.",
        note_examples="""\b
예:
  studycli note lambda-limits-execution
  studycli note ddb-item-size        이 카드가 속한 노트
  studycli note lambda-limits-execution > limits.md""",
        notes="토픽별 노트와 익힌 정도를 보여 줍니다. 터미널에서는 골라 읽습니다.",
        notes_examples="""\b
예:
  studycli notes                     화살표 키로 골라 읽기(파이프에서는 목록)
  studycli notes --topic dynamodb
  studycli notes --json""",
        completion="셸에서 명령, id, 토픽을 자동 완성하는 스크립트를 출력합니다.",
        completion_examples="""\b
예:
  source <(studycli completion bash)             ~/.bashrc에 추가
  source <(studycli completion zsh)              ~/.zshrc의 compinit 다음에 추가
  studycli completion fish > ~/.config/fish/completions/studycli.fish""",
        option=lambda name: _OPTIONS[name],
    ),
    shows_note="{name}: 노트 {note}에 속합니다.",
    no_notes="자료에 노트가 없습니다.",
    note="노트",
    recall="기억할 확률",
    seen="본 카드",
    title="제목",
)
