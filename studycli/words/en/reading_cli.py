"""English texts: reading notes and completion on the command line."""

from studycli.words.model.reading_cli import ReadingCliWords, ReadingHelp

_OPTIONS = {
    "item": "The note; or a card or question, whose note is shown.",
    "topic": "Only notes of this topic.",
    "shell": "bash, zsh or fish.",
}

READING_CLI = ReadingCliWords(
    help=ReadingHelp(
        note="Read a note with its diagrams, cards and sources.",
        note_examples="""\b
Examples:
  studycli note lambda-limits-execution
  studycli note ddb-item-size        the note that this card belongs to
  studycli note lambda-limits-execution > limits.md""",
        notes="List the notes by topic, and how well each is known; on a terminal browse them.",
        notes_examples="""\b
Examples:
  studycli notes                     browse with the arrow keys (in a pipe: list them)
  studycli notes --topic dynamodb
  studycli notes --json""",
        completion="Print the script that completes commands, ids and topics in your shell.",
        completion_examples="""\b
Examples:
  source <(studycli completion bash)             in ~/.bashrc
  source <(studycli completion zsh)              in ~/.zshrc, after compinit
  studycli completion fish > ~/.config/fish/completions/studycli.fish""",
        option=lambda name: _OPTIONS[name],
    ),
    shows_note="{name} belongs to the note {note}:",
    no_notes="The material has no notes.",
    note="Note",
    recall="Recall",
    seen="Seen",
    title="Title",
)
