"""What a hit says, and where it leads."""

import sqlite3
from pathlib import Path

import pytest

from studycli.core.ledgers import Kind
from studycli.material.search import Hit, Lines, Search
from tests.material.libraries import SOURCES, library
from tests.material.search.conftest import ask
from tests.material.shelves import opened

TOPIC = f"""id: queues
title: {{ko: 대기열, en: Queues}}
notes:
- id: queue-note
  title:
    ko: 대기열이 하는 일
    en: What a queue does
  body:
    ko: |
      메시지를 보관합니다.

      - **표시 제한 시간** 동안은 아무도 보지 못합니다.
    en: |
      It keeps messages.

      - Nobody sees a message during its **visibility timeout**.
  {SOURCES}
  entries:
  - id: queue-card
    kind: basic
    front: {{ko: 'Fifo는 무엇을 지킵니까?', en: 'What does Fifo keep?'}}
    back:
      ko: "순서\\n차례의 \\"하나\\""
      en: The order
  - id: queue-gaps
    kind: cloze
    text:
      ko: 최대 보관은 {{{{days::14일}}}}, 기본은 {{{{default::4일}}}}입니다.
      en: At most {{{{days::14 days}}}}, by default {{{{default::4 days}}}}.
"""


@pytest.fixture
def search(cache: sqlite3.Connection, tmp_path: Path) -> Search:
    folder = library(tmp_path, queues=TOPIC)
    bank = TOPIC_BANK
    (folder / "quizzes/queues.yaml").write_text(bank, encoding="utf-8")
    return Search(cache, opened(cache, folder))


TOPIC_BANK = f"""topic: queues
questions:
- id: queue-question
  kind: single
  domain: secure
  difficulty: easy
  tests: [queue-card]
  stem: {{ko: 주문이 두 번 처리됩니다., en: Orders are processed twice.}}
  options:
  - {{id: a, text: {{ko: 가, en: Use a zebra}}, why: {{ko: 맞음, en: Right}}, right: true}}
  - {{id: b, text: {{ko: 나, en: Use a giraffe}}, why: {{ko: 틀림, en: Its neck is long}}}}
  {SOURCES}
"""


def first(search: Search, text: str, language: str = "en") -> Hit:
    return ask(search, text, language).hits[0]


def line(hit: Hit) -> str:
    return hit.path.read_text(encoding="utf-8").splitlines()[Lines().line_of(hit) - 1]


def marked(hit: Hit) -> list[str]:
    return [hit.snippet[start:end] for start, end in hit.marks]


def test_the_title_is_in_the_language_asked_for_the_line_in_the_one_that_matched(search: Search) -> None:
    hit = first(search, "visibility timeout", "ko")
    assert (hit.id, hit.kind, hit.topic) == ("small/queue-note", Kind.NOTE, "queues")
    assert (hit.title, hit.language) == ("대기열이 하는 일", "en")
    assert hit.snippet == "- Nobody sees a message during its **visibility timeout**."
    assert marked(hit) == ["visibility", "timeout"]
    assert line(hit).strip() == hit.snippet


def test_where_both_languages_match_the_one_asked_for_is_shown(search: Search) -> None:
    assert first(search, "fifo", "ko").language == "ko"
    assert first(search, "fifo", "en").language == "en"


def test_marks_in_the_title_show_what_matched_there(search: Search) -> None:
    hit = first(search, "fifo keep")
    assert hit.title == "What does Fifo keep?"
    assert [hit.title[start:end] for start, end in hit.title_marks] == ["Fifo"]


def test_a_line_that_yaml_escapes_leads_to_where_its_item_begins(search: Search) -> None:
    hit = first(search, "차례", "ko")
    assert hit.id == "small/queue-card"
    assert "id: queue-card" in line(hit)


def test_all_cards_of_one_text_are_found_by_all_of_it_and_show_their_own_gap(search: Search) -> None:
    hits = {hit.id: hit for hit in ask(search, "14일 4일", "ko").hits}
    days, default = hits["small/queue-gaps.days"], hits["small/queue-gaps.default"]
    assert days.score == default.score
    assert days.title == "최대 보관은 […], 기본은 4일입니다."
    assert default.title == "최대 보관은 14일, 기본은 […]입니다."


def test_a_question_is_found_by_its_options_and_reasons(search: Search) -> None:
    for text in ("zebra", "giraffe", "neck"):
        hit = first(search, text)
        assert (hit.id, hit.kind) == ("small/queue-question", Kind.QUESTION)
        assert hit.title == "Orders are processed twice."
        assert text in hit.snippet


def test_what_is_right_counts_more_than_what_is_wrong(search: Search) -> None:
    assert first(search, "zebra").score > first(search, "giraffe").score
