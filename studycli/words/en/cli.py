"""English texts: the command line."""

from studycli.words.en.exam_cli import EXAM_CLI
from studycli.words.en.reading_cli import READING_CLI
from studycli.words.en.writing import WRITING
from studycli.words.model.cli import (
    CliWords,
    ConfigWords,
    FirstStartWords,
    HelpWords,
    NoticeWords,
    ScriptWords,
    StatusWords,
)


def _s(n: int, one: str) -> str:
    return f"{n} {one}" if n == 1 else f"{n} {one}s"


_ARGUMENTS = {
    "card": "The card, as 'studycli next' shows it.",
    "grade": "again, hard, good, easy or 1 to 4.",
    "name": "The setting.",
    "value": "Its new value.",
    "paths": "Library folders or files; all loaded ones by default.",
}
_HINTS = {
    "language": "language of the program",
    "material-language": "language of cards and notes, where it differs",
    "theme": "colours of the screens",
    "editor": "editor, where VISUAL and EDITOR are not set",
    "libraries": "further library folders",
    "exam-cards": "whether review begins with the cards of missed exam questions",
    "exam-date": "day of the exam, YYYY-MM-DD",
    "minutes": "minutes of study a day, 1 to 600",
    "days-off": "days without study: mon,tue,wed,thu,fri,sat,sun",
    "blueprint": "exam that is planned for, as quizzes/blueprints.yaml has it",
    "retention": "chance of recall a card is brought back at, 0.70 to 0.99",
    "parameters": "21 numbers of FSRS-6, or fit: take them from your own reviews",
}


def _exam_on(date: str, days: int) -> str:
    if days == 0:
        return f"today (D-DAY, {date})"
    return f"in {_s(days, 'day')} (D-{days}, {date})" if days > 0 else f"{_s(-days, 'day')} ago ({date})"


HELP = HelpWords(
    usage_options="[OPTIONS]",
    usage_command="COMMAND [ARGS]...",
    program="Study for an exam date in the terminal: flashcards and notes. Without a command: what today holds.",
    program_examples="""\b
Examples:
  studycli                           what to do today
  studycli review --minutes 10       a ten-minute session
  studycli --language ko status      the same in Korean""",
    language="Language of the program: ko or en.",
    material_language="Language of cards and notes, where it differs: ko, en.",
    no_input="Never ask anything.",
    debug="Show the traceback of a failure.",
    version="Show the version and exit.",
    json="Print one JSON document.",
    topic="Only cards of this topic.",
    status="What today holds, as text.",
    status_examples="""\b
Examples:
  studycli status
  studycli status --short            one line for a shell prompt
  studycli status --json             for scripts""",
    short="One line, for a shell prompt.",
    review="Study today's cards, full screen.",
    review_examples="""\b
Examples:
  studycli review
  studycli review --topic dynamodb --minutes 10
  studycli review --cram --limit 20  look at cards without changing when they come back""",
    minutes="Minutes for this session.",
    limit="At most this many cards.",
    new="At most this many new cards.",
    cram="Any card, weakest first; changes no schedule.",
    next="Show the next card, for scripts.",
    next_examples="""\b
Examples:
  studycli next
  studycli next --topic dynamodb --json""",
    grade="Grade one recall, for scripts.",
    grade_examples="""\b
Examples:
  studycli grade ddb-item-size good
  studycli grade ddb-item-size 1 --seconds 12.5 --json""",
    seconds="How long the answer took.",
    at="When it was, ISO 8601 with offset.",
    config="Show or change settings.",
    config_examples="""\b
Examples:
  studycli config                    ask which one (in a pipe: list them)
  studycli config exam-date 2026-12-20
  studycli config days-off sat,sun
  studycli config exam-date --unset
  studycli config parameters fit     fit the memory model to your reviews""",
    unset="Back to the default.",
    check="List every problem of the material.",
    check_examples="""\b
Examples:
  studycli check                     everything that is loaded
  studycli check ~/notes/my-library
  studycli check --errors-only --json
  studycli check --fix               spaces, letters in parts, missing was""",
    arguments=lambda name: _ARGUMENTS[name],
    errors_only="Leave out warnings and advice.",
    fix="Mend what can be mended safely, and list the rest.",
)

CLI = CliWords(
    help=HELP,
    status=StatusWords(
        exam="Exam",
        score="Score",
        plan="Plan",
        leeches="Slipping",
        today="Today",
        done="Done",
        streak="Streak",
        material="Material",
        exam_on=_exam_on,
        no_exam="no date (studycli config exam-date YYYY-MM-DD)",
        expected=lambda score, low, high, percent, as_of: (
            f"{score} expected ({low} to {high}), {percent}% to pass{f' (as of {as_of})' if as_of else ''}"
        ),
        see_plan=lambda n: f"{_s(n, 'card')} forgotten again and again; see studycli plan",
        short_score="{score} expected",
        to_do=lambda due, new, minutes: f"{due} due, {new} new, about {minutes} min",
        nothing_to_do="nothing left",
        waiting=lambda n: f"no time left (or a day off); {n} due",
        reviewed=lambda n: f"{_s(n, 'card')} today",
        days=lambda n: _s(n, "day"),
        counts=lambda notes, cards, questions: (
            f"{_s(notes, 'note')}, {_s(cards, 'card')}, {_s(questions, 'question')}"
        ),
        short=lambda due, new, minutes: f"{due} due · {new} new · {minutes} min",
        short_done="done for today",
        short_waiting=lambda n: f"{n} due another day",
        day_off="a day off",
        time_used="today's time is used up",
        nothing_pays="done: more answers would add next to nothing to exam day",
        short_day_off="day off",
        short_time_used="today's time is used up",
        next_command="Next: {command}",
    ),
    script=ScriptWords(
        front="Front",
        back="Back",
        only_in="({language} only)",
        grade_with="Next: studycli grade {card} again|hard|good|easy",
        nothing="No card is waiting.",
        graded="{card}: {grade}, due {due}",
        graded_by_plan="{card}: {grade}, recall on exam day {recall}",
    ),
    config=ConfigWords(
        unset="(not set)",
        own_parameters="your own",
        pick="Which setting?",
        leave="Leave",
        new_value="New value ({hint}), empty to keep it:",
        hints=lambda name: _HINTS[name],
        saved="{name} = {value}",
        file_comment="Preferences of studycli: language, material-language, theme, editor, libraries, exam-cards",
        choose_number="Number, empty to skip: ",
        pick_number="Please give a number from 1 to {last}.",
        keys="(arrow keys, Enter; q: back)",
        yes="Yes",
        no="No",
        needed="This cannot be left empty.",
    ),
    first_start=FirstStartWords(
        welcome="Welcome to studycli. Three questions; skip what you like.\nEach can be changed later: studycli config.",
        language="Language of the program?",
        skip="Skip",
        exam_date="Day of the exam (YYYY-MM-DD), empty to skip:",
        minutes="Minutes of study a day (default {default}), empty to skip:",
        not_ahead="The exam must be after today.",
        done="Ready. 'studycli' shows what to do today.",
    ),
    notice=NoticeWords(
        problems=lambda n, place: (
            f"notice: the material has {_s(n, 'problem')}, first at {place}; see: studycli check"
        ),
        foreign=lambda n, place: (
            f"notice: {_s(n, 'line')} of the log {'is' if n == 1 else 'are'} no event and not used, "
            f"first at {place}"
        ),
        no_problems="No problems.",
        summary=lambda errors, warnings, infos: (
            f"{_s(errors, 'error')}, {_s(warnings, 'warning')}, {_s(infos, 'info')}."
        ),
        mended=lambda path, rule, n: f"{path}: {rule}: mended {_s(n, 'problem')}",
        usage_hint="see: {command} --help",
        bug="a bug in studycli ({kind}); run again with --debug: studycli --debug ...",
    ),
    writing=WRITING,
    exam=EXAM_CLI,
    reading=READING_CLI,
)
