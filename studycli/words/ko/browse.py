"""Korean texts: lists of topics and notes."""

from studycli.words.model.browse import BrowseWords

BROWSE = BrowseWords(
    title="토픽별 노트",
    columns="기억할 확률  본 카드",
    nothing="아직 아무것도 없습니다.",
    row=lambda percent, seen, cards: f"기억할 확률 {percent}, 카드 {cards}장 중 {seen}장 봄",
)
