"""Korean texts: searching while typing."""

from studycli.words.model.finding import FindingWords

FINDING = FindingWords(
    title="검색",
    tips=(
        "단어의 앞부분만 입력해도 찾습니다.",
        '"정확한 구절"  적힌 그대로',
        "-단어          이 단어가 없는 것만",
        "kind:note      노트만(card, question)",
        "topic:lambda   이 토픽만",
    ),
    found=lambda shown, total: f"{total}건" if shown == total else f"{total}건 중 {shown}건",
    nearest="바꿔 찾은 검색어: {words}",
    nothing="찾은 것이 없습니다.",
    looking="찾고 있습니다 ...",
    spoken_keys="번호를 입력하면 열립니다. 다른 말을 입력하면 다시 찾습니다. escape: 지우기, 그다음 뒤로",
)
