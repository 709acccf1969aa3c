"""English texts: writing material and keeping libraries."""

from studycli.words.model.writing import LibraryWords, WritingHelp, WritingWords

_OPTIONS = {
    "topic": "Topic to write into; a new one is made in your own library.",
    "library": "Library to write into; your own (mine) by default.",
    "id": "Id of the new item; proposed from its text by default.",
    "lang": "Language of the texts; repeat it, and each text, for more than one.",
    "no_edit": "Do not open the editor afterwards.",
    "source": "https address that says so; repeatable.",
    "title": "Title of the note.",
    "body": "Text of the note, Markdown.",
    "note": "Note the entry belongs to; the last one of the topic by default.",
    "front": "Front of the card.",
    "back": "Back of the card.",
    "text": "Text with gaps, as {{name::hidden}}; makes one card for each.",
    "extra": "Shown under the answer.",
    "reversed": "Ask from back to front too.",
    "stem": "The question.",
    "option": "An answer; repeat for each.",
    "right": "Id of a right answer; repeat for several.",
    "why": "Why an answer is right or wrong; repeat for each.",
    "domain": "Exam domain, as resilient.",
    "difficulty": "easy, medium or hard.",
    "explanation": "Shown after the answer.",
    "tests": "Card that the question tests; repeatable.",
    "item": "Id of a card, note or question.",
    "print": "Print path:line and do not open the editor.",
    "path": "A folder, or an archive (.zip, .tar, .tar.gz, .tgz).",
    "replace": "Let it replace the bundled library of the same id.",
    "library_id": "Id of the library, as 'studycli library list' shows it.",
    "yes": "Do not ask.",
}
_LABELS = {
    "title": "Title",
    "body": "Text",
    "front": "Front",
    "back": "Back",
    "text": "Text with gaps {{name::hidden}}",
    "stem": "Question",
    "option": "Answer",
    "why": "Why it is right or wrong",
}
_KINDS = {
    "basic": "Front and back",
    "reversed": "Front and back, asked both ways",
    "cloze": "Text with gaps",
}
_ORIGINS = {"bundled": "bundled", "added": "added", "linked": "linked", "mine": "your own"}


def _s(n: int, one: str) -> str:
    return f"{n} {one}" if n == 1 else f"{n} {one}s"


HELP = WritingHelp(
    new="Write a note, a card or a question of your own.",
    new_examples="""\b
Examples:
  studycli new entry                 asks for what it needs
  studycli new note --topic sqs --title Queues --body "A queue decouples."
  studycli new entry --topic sqs --front "Longest retention?" --back "14 days\"""",
    new_note="Write a note.",
    new_note_examples="""\b
Examples:
  studycli new note
  studycli new note --topic sqs --title Queues --body "A queue decouples.\"""",
    new_entry="Write something to be recalled: front and back, or a text with gaps.",
    new_entry_examples="""\b
Examples:
  studycli new entry
  studycli new entry --topic sqs --front "Longest retention?" --back "14 days"
  studycli new entry --topic sqs --text "Messages stay up to {{days::14}} days.\"""",
    new_question="Write an exam question.",
    new_question_examples="""\b
Examples:
  studycli new question
  studycli new question --topic sqs --domain resilient --difficulty easy \\
    --stem "What keeps the order?" --option fifo="A FIFO queue" --why fifo="It does." \\
    --option standard="A standard queue" --why standard="Best effort." --right fifo""",
    edit="Open the editor at a card, note or question.",
    edit_examples="""\b
Examples:
  studycli edit ddb-item-size
  studycli edit aws-serverless/ddb-item-size --print""",
    library="List, add and remove libraries.",
    library_examples="""\b
Examples:
  studycli library list
  studycli library add ~/notes/my-library
  studycli library remove my-library""",
    library_list="List the libraries in use.",
    library_list_examples="""\b
Examples:
  studycli library list
  studycli library list --json""",
    library_add="Use a library: a folder where it is, or an archive that is unpacked.",
    library_add_examples="""\b
Examples:
  studycli library add ~/notes/my-library
  studycli library add my-library.tar.gz""",
    library_remove="Stop using a library. Linked folders, your own library and your history stay.",
    library_remove_examples="""\b
Examples:
  studycli library remove my-library
  studycli library remove my-library --yes""",
    option=lambda name: _OPTIONS[name],
)

WRITING = WritingWords(
    help=HELP,
    library=LibraryWords(
        origin=lambda name: _ORIGINS[name],
        counts=lambda notes, cards, questions: (
            f"{_s(notes, 'note')}, {_s(cards, 'card')}, {_s(questions, 'question')}"
        ),
        problems=lambda n: f"{_s(n, 'problem')} (studycli check)",
        without_id="(unreadable)",
        linked="{id}: {counts}, used from {folder}",
        unpacked="{id}: {counts}, copied to {folder}",
        unlinked="{id}: no longer used; {folder} is as it was",
        deleted="{id}: {folder} is deleted; your history stays",
        ask_replace="{id} is the id of the bundled library. Use this one in its place? (your history stays)",
        ask_delete="Delete {folder}? (your history stays)",
        unchanged="Nothing was changed.",
    ),
    label=lambda name: _LABELS[name],
    ask="{label}:",
    in_language="{label} ({language}):",
    pick_topic="Which topic?",
    other_topic="Another, new topic",
    new_topic="Id of the topic (a-z, 0-9, hyphens):",
    pick_kind="What kind of card?",
    kind=lambda name: _KINDS[name],
    pick_difficulty="How hard is it?",
    pick_id="Id, empty for {proposed}:",
    option_or_done="{label}, empty when all are written:",
    two_options="A question needs two answers or more, one of them right.",
    is_right="Is it a right answer?",
    pick_domain="Exam domain (as resilient):",
    mine_title="My own material",
    own_cards="Cards of my own.",
)
