"""Korean texts: search."""

from studycli.words.model.search import SearchHelp, SearchWords

_OPTIONS = {
    "words": '찾을 말: 단어나 "정확한 구절". 전체를 따옴표로 묶으면 -단어도 쓸 수 있습니다.',
    "without": "이 단어가 있으면 뺍니다. 여러 번 쓸 수 있습니다.",
    "topic": "이 토픽에서만 찾습니다.",
    "kind": "note, card, question 가운데 이 종류만 찾습니다. 여러 번 쓸 수 있습니다.",
    "limit": "최대 결과 수.",
    "interactive": "입력하는 대로 결과를 보여 주는 전체 화면. 터미널에서는 WORD 없이 실행해도 열립니다.",
    "review": "찾은 것에 딸린 카드를 복습합니다.",
}
_KINDS = {"note": "노트", "card": "카드", "question": "문제"}

SEARCH = SearchWords(
    help=SearchHelp(
        search="노트, 카드, 문제를 두 언어에서 찾아 가장 맞는 것부터 보여 줍니다.",
        search_examples="""\b
예:
  studycli search 콜드스타트
  studycli search 람다 타임아웃 --kind note
  studycli search '"task token" -express'
  studycli search dynamodb 스트림 --not kinesis --json
  studycli search --interactive      입력하는 대로 검색(검색어 없이 실행해도 같습니다)
  studycli search ㅋㄷㅅㅌㅌ --review    초성으로 찾아 바로 복습""",
        option=lambda name: _OPTIONS[name],
    ),
    kinds=lambda kind: _KINDS[kind],
    found=lambda shown, total: f"{total}건 중 {shown}건",
    mended="{query}: 찾은 것이 없어 {nearest} 결과를 보여 줍니다",
    nothing="{query}: 찾은 것이 없습니다",
    nothing_close="{query}: 찾은 것이 없습니다. 혹시 이 말입니까? {nearest}",
    indexing=lambda done, total: f"색인을 만드는 중 {done}/{total}",
)
