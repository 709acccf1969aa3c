"""English texts: screens."""

from studycli.words.model.screens import (
    EditingWords,
    EndWords,
    HomeWords,
    InfoWords,
    KeyWords,
    NoteWords,
    ReviewWords,
    ScreenWords,
    SpanWords,
)

_PHASES = {"new": "new", "learning": "learning", "review": "in review", "relearning": "relearning"}


def _s(n: int, one: str, many: str | None = None) -> str:
    return f"{n} {one if n == 1 else many or one + 's'}"


def _today(due: int, new: int, minutes: int) -> str:
    return f"Today: {_s(due, 'review')}, {_s(new, 'new card')}, about {minutes} min"


def _done(cards: int, minutes: int) -> str:
    return f"You studied {_s(cards, 'card')} in {minutes} min."


def _recalled(passed: int, answers: int) -> str:
    return f"You recalled {passed} of {_s(answers, 'answer')} ({round(100 * passed / answers)}%)."


def _tomorrow(due: int, minutes: int) -> str:
    return f"Tomorrow brings {_s(due, 'review')}, about {minutes} min."


def _plan_tomorrow(due: int, new: int, minutes: int) -> str:
    return f"The plan for tomorrow: {_s(due, 'review')}, {_s(new, 'new card')}, about {minutes} min."


def _time_over(n: int) -> str:
    return f"The time you set for today is used up; {_s(n, 'card')} will follow next time."


SCREENS = ScreenWords(
    spans=SpanWords(
        minutes_short="{n}m",
        hours_short="{n}h",
        days_short="{n}d",
        months_short="{n}mo",
        years_short="{n}y",
    ),
    keys=KeyWords(
        reveal="show answer",
        again="again",
        hard="hard",
        good="good",
        easy="easy",
        undo="undo",
        language="language",
        note="note",
        edit="edit",
        info="info",
        mark="mark",
        bury="bury",
        suspend="suspend",
        revive="bring back",
        help="help",
        quit="quit",
        back="back",
        move="move",
        choose="choose",
        scroll="scroll",
        sideways="scroll sideways",
        next="next",
        previous="previous",
        submit="submit",
        flag="flag",
        strike="strike out",
        confidence="how sure",
        dispute="dispute",
        retake="retake",
        questions="questions",
        open="open",
        only_wrong="wrong",
        only_flagged="flagged",
        only_slow="slow",
        all="all",
        save="save",
        erase="erase",
        start="start",
        confirm="submit",
        overview="overview",
        clock="clock",
        hand_in="hand in",
        only_unanswered="unanswered",
        number="go to number",
        report="report",
        leeches="keep slipping",
        review="review",
        search="search",
        clear="clear",
        settings="settings",
    ),
    review=ReviewWords(
        progress="{done}/{total}",
        left="{minutes} min left",
        new="new",
        learning="learning",
        relearning="relearning",
        marked="marked",
        cram="cram",
        only_in="(only in {language})",
        answer="Answer",
        undone="Undone.",
        elsewhere="This card was answered elsewhere; here is the next one.",
        nothing_to_undo="Nothing to undo in this session.",
        buried="Hidden until tomorrow; u brings it back.",
        suspended="Suspended; u brings it back.",
        mark_on="Marked.",
        mark_off="Mark removed.",
        edited="The new text is in use.",
        edit_unchanged="Nothing changed.",
        edit_broken="The edited file has a problem, the old text stays: {problem}",
        not_saved="Not saved. {reason}",
        on_the_day="Recall on exam day:",
    ),
    end=EndWords(
        title="Session finished",
        nothing_today="No card is waiting right now.",
        time_used="Today's time is used up",
        done=_done,
        recalled=_recalled,
        newly_learnt=lambda n: f"{_s(n, 'new card')} learnt.",
        tomorrow=_tomorrow,
        tomorrow_nothing="No reviews are due tomorrow.",
        time_over=_time_over,
        fit_better=lambda reviews, tested, before, after: (
            f"A memory model fitted to your {reviews:,} reviews is in use from now on: "
            f"it predicts {tested:,} later ones better (log loss {before:.4f} -> {after:.4f})."
        ),
        fit_no_better=lambda reviews, tested, before, after: (
            f"A memory model fitted to your {reviews:,} reviews predicts {tested:,} later ones no better "
            f"(log loss {before:.4f} -> {after:.4f}); nothing changes."
        ),
        expected=lambda score, low, high, percent: (
            f"Expected on the exam day: {score} ({low} to {high}), {percent}% to pass"
        ),
        leech=lambda front, lapses: (
            f'Forgotten {lapses} times: "{front}". Write it anew or suspend it (at home: cards that keep slipping).'
        ),
        ten_more="Ten more cards",
        topic="Study one topic",
        tomorrows="Take tomorrow's reviews now",
        leave="Finish",
        nothing_more="There are no more cards to take.",
        nothing_pays_title="Nothing more to gain right now",
        nothing_pays="One more answer now would add next to nothing to what you know on exam day, so the plan stops here.",
        plan_time_over="The time is up. Some cards would still help on exam day.",
        plan_cards_over="These cards are done. Others would still help on exam day.",
        plan_tomorrow=_plan_tomorrow,
        plan_no_tomorrow="Nothing is planned for tomorrow.",
    ),
    home=HomeWords(
        title="studycli",
        exam_days=lambda n: f"{_s(n, 'day')} to the exam (D-{n})",
        exam_today="The exam is today (D-DAY)",
        exam_past=lambda n: f"The exam date was {_s(n, 'day')} ago; tell how it went: studycli result SCORE",
        no_exam="No exam date is set (studycli config exam-date)",
        today=_today,
        today_done="Everything for today is done.",
        time_used=lambda n: f"Today's time is used up; {_s(n, 'card')} still wait for review.",
        backlog=lambda due, waiting: f"{due} of {waiting} waiting reviews fit into today's time.",
        day_off=lambda n: f"Today is a day off; {_s(n, 'review')} can wait.",
        plan_day_off="Today is a day off.",
        plan_time_used="Today's time is used up.",
        nothing_pays="Done for today: more answers would add next to nothing to exam day.",
        reviewed=lambda n: f"{_s(n, 'answer')} given today.",
        streak=lambda n: f"{_s(n, 'day')} in a row",
        library=lambda notes, cards, questions: (
            f"{_s(notes, 'note')}, {_s(cards, 'card')}, {_s(questions, 'question')}"
        ),
        start="Start today's session",
        topic="Study one topic",
        tomorrows="Take tomorrow's reviews now",
        cram="Cram: every card, weakest first",
        exam="Mock exam",
        resume_exam="Go on with the mock exam",
        practice="Practise exam questions",
        notes="Read the notes",
        search="Search the notes",
        plan="Plan up to the exam",
        as_of="{text} (as of {day})",
        leeches="Cards that keep slipping ({n})",
        suspended="Bring back suspended cards ({n})",
        pick_suspended="Suspended cards",
        settings="Settings",
        help="Help",
        quit="Quit",
        pick_topic="Choose a topic",
        topic_typed=lambda digits: f"{digits}: Enter chooses it, or type on",
        topic_row=lambda due, cards: f"{due} due / {_s(cards, 'card')}",
        problems=lambda n: f"The material has {_s(n, 'problem')}: studycli check",
    ),
    info=InfoWords(
        title="Card info",
        card="Card",
        topic="Topic",
        place="File",
        phase="State",
        recall="Chance of recall now",
        stability="Stability",
        difficulty="Difficulty",
        due="Due",
        last="Last review",
        reviews="Reviews",
        lapses="Lapses",
        leech="{n} (keeps slipping)",
        never="never",
        by_plan="the plan decides",
        on_the_day="Recall on exam day",
        phases=lambda phase: _PHASES[phase],
        days=lambda n: f"{n:.1f} days",
    ),
    note=NoteWords(
        sources="Sources",
        checked="checked {checked}",
        cards="Cards",
        recall="recall {percent}",
        due="due {when}",
        suspended="suspended",
    ),
    editing=EditingWords(
        read_only="The library {library} is part of the installed program and cannot be changed. Make a copy to edit?",
        copy="Copy it to {folder} and edit there (your history stays)",
        no_copy="No",
    ),
    help_title="Keys",
    help_intro="The same keys work with a Korean keyboard layout. Every answer is saved as you give it.",
    more_below="more below",
    more_above="more above",
    more="more",
)
