"""English texts: exams and practice on the command line."""

from studycli.words.model.exam_cli import ExamCliWords, ExamHelp, HistoryWords, PrintWords


def _s(n: int, one: str) -> str:
    return f"{n} {one if n == 1 else one + 's'}"


_OPTIONS = {
    "blueprint": "The exam, as saa-c03 (the default).",
    "questions": "Other number of questions; minutes follow it.",
    "minutes": "Other number of minutes.",
    "extra_time": "Extra minutes, as granted to non-native speakers (30).",
    "topic": "Only questions of this topic.",
    "seed": "Draw the paper of this number, whatever was seen before.",
    "relaxed": "The clock stands still while you are away.",
    "retake": "Sit again what was wrong or flagged in this exam.",
    "attempt": "An exam, as 'studycli exam list' shows it.",
    "wrong": "Only questions answered wrong.",
    "flagged": "Only flagged questions.",
    "slow": "Only questions that took over twice their time.",
    "yes": "Do not ask.",
    "key_only": "Only the key.",
    "no_key": "Only the paper.",
    "limit": "At most this many questions.",
    "practice_wrong": "Only questions whose last answer was wrong.",
    "practice_flagged": "Only questions whose last answer was flagged.",
    "no_exam_cards": "Do not begin with the cards of missed exam questions.",
}

HELP = ExamHelp(
    practice="Practise exam questions one at a time, each explained at once.",
    practice_examples="""\b
Examples:
  studycli practice
  studycli practice --topic dynamodb --limit 5
  studycli practice --wrong""",
    exam="Sit a timed mock exam, and read its report.",
    exam_examples="""\b
Examples:
  studycli exam start                saa-c03: 65 questions, 130 minutes
  studycli exam start quick
  studycli exam resume""",
    start="Begin a mock exam. The clock starts after the page of rules.",
    start_examples="""\b
Examples:
  studycli exam start
  studycli exam start saa-c03 --extra-time 30
  studycli exam start --questions 20 --topic dynamodb""",
    resume="Go on with the open exam; its clock ran on meanwhile, unless it is --relaxed.",
    resume_examples="""\b
Examples:
  studycli exam resume""",
    list="List the exams sat.",
    list_examples="""\b
Examples:
  studycli exam list
  studycli exam list --json""",
    report="Show the score report, of the last exam by default.",
    report_examples="""\b
Examples:
  studycli exam report
  studycli exam report --wrong       as text, with the questions missed
  studycli exam report --json""",
    discard="Drop an exam, as if it had never been sat.",
    discard_examples="""\b
Examples:
  studycli exam discard k7m2q4xz-12""",
    print="Print a paper and its key, as Markdown.",
    print_examples="""\b
Examples:
  studycli exam print --seed 7 --no-key > paper.md
  studycli exam print --seed 7 --key-only > key.md""",
    option=lambda name: _OPTIONS[name],
)

EXAM_CLI = ExamCliWords(
    help=HELP,
    history=HistoryWords(
        none="No exam was sat yet; begin one: studycli exam start",
        open="open; go on: studycli exam resume",
        result=lambda score, passed, correct, scored: (
            f"{score}, {'passed' if passed else 'failed'} ({correct} of {scored})"
        ),
        goes_on="The exam is not over; go on: studycli exam resume",
        overdue="The time ran out while you were away; the exam was handed in at zero.",
        item=lambda number, question, result: f"{number}. {question}: {result}",
        no_items="No such questions.",
        dispute="notice: {name} is disputed: {text}",
        discard="Drop the exam {attempt} of {date}, as if it had never been sat?",
        discarded="{attempt} dropped.",
        kept="{attempt} kept.",
    ),
    paper=PrintWords(
        about=lambda questions, minutes: f"{_s(questions, 'question')}, {_s(minutes, 'minute')}",
        choose=lambda n: f"Choose {n}.",
        key="Key",
        made_by="Paper number {seed}; the same one again: {command}",
    ),
)
