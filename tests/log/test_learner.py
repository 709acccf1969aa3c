import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import studycli
from studycli.cache import discard_cache, open_cache
from studycli.core.exam.attempt import Answer
from studycli.core.history import PastReview
from studycli.core.memory import NEW_CARD, Grade
from studycli.core.settings import Settings
from studycli.core.studyday import study_day
from studycli.core.tally import ANSWER_CAP_S, Stage, Tallies, Tally
from studycli.errors import LogError
from studycli.log.events import (
    Body,
    Bury,
    Event,
    Mark,
    Review,
    Setting,
    Source,
    Suspend,
    Undo,
    Unsuspend,
    encode,
)
from studycli.log.exam_events import (
    AttemptAnswer,
    AttemptStep,
    Dispute,
    Disputed,
    PracticeAnswer,
    Step,
    attempt_id,
)
from studycli.log.journal import Journal, read
from studycli.log.learner import DayTotals, Learner
from studycli.log.replay import Learned, applied, by_card, distinct, replay
from studycli.log.settings import SettingName
from studycli.log.stages import stages
from tests.log.samples import (
    CARD,
    HERE,
    NOON,
    OTHER_PARAMETERS,
    QUESTION_RENAMES,
    RENAMES,
    START,
    THERE,
    add,
    event,
    exam_logs,
    good,
    logs,
    write,
)

MONDAY = date(2026, 11, 23)


def learner_in(
    home: Path,
    connection: sqlite3.Connection,
    renames: Mapping[str, str] | None = None,
    question_renames: Mapping[str, str] | None = None,
) -> Learner:
    journal = Journal(home / "log", home / "device", lambda: HERE)
    return Learner(connection, journal, home / "log", renames or {}, question_renames or {})


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_cache(tmp_path / "cache")) as opened:
        yield opened


@pytest.fixture
def learner(tmp_path: Path, connection: sqlite3.Connection) -> Learner:
    return learner_in(tmp_path, connection)


def replayed(folder: Path, renames: Mapping[str, str] | None = None) -> str:
    """What the files come to, from scratch; as text, so that the last bit and the offsets count."""
    events = [line.event for path in sorted(folder.glob("*.jsonl")) for line in read(path)]
    return said(replay((one for one in events if one), renames or {}))


def said(learned: Learned) -> str:
    exams = learned.exams
    return repr(
        (
            sorted(learned.states.items()),
            learned.settings,
            exams.attempts,
            sorted(exams.answers.items()),
            sorted(exams.seen.items()),
            learned.disputes,
        )
    )


def learned(learner: Learner) -> str:
    return repr(
        (
            sorted(learner.states().items()),
            learner.settings(),
            learner.attempts(),
            sorted(learner.answers().items()),
            sorted(learner.seen().items()),
            learner.disputes(),
        )
    )


# the same states, in whatever pieces the events come


batches = st.lists(st.integers(0, 6), max_size=12)


def pieces(log: list[Event], sizes: Iterable[int]) -> Iterator[list[Event]]:
    rest = list(log)
    for size in sizes:
        yield rest[:size]
        rest = rest[size:]
    yield rest


@settings(deadline=None)
@given((logs() | exam_logs()).flatmap(st.permutations), batches)
def test_any_order_and_any_split_gives_the_states_of_one_replay(log: list[Event], sizes: list[int]) -> None:
    with TemporaryDirectory() as name, closing(open_cache(Path(name, "cache"))) as connection:
        home = Path(name)
        learner = learner_in(home, connection, RENAMES, QUESTION_RENAMES)
        for piece in pieces(log, sizes):
            for one in piece:
                add(home / "log" / f"{one.device}.jsonl", [one])
            learner.refresh()
            learner.seen()  # brings what exams left up to date with this piece
        assert learned(learner) == said(replay(log, RENAMES, QUESTION_RENAMES))
        totals = {day: learner.day_totals(day) for day in {study_day(event.at) for event in log}}

        discard_cache(home / "cache")
        with closing(open_cache(home / "cache")) as afresh:
            again = learner_in(home, afresh, RENAMES, QUESTION_RENAMES)
            again.refresh()
            assert learned(again) == learned(learner)
            for day, total in totals.items():
                assert tuple(again.day_totals(day)) == pytest.approx(tuple(total))


def counted(reviews: Iterable[tuple[Event, Stage | None]]) -> Tallies:
    """The answers by stage and grade, one by one."""
    found: dict[tuple[Stage, Grade], Tally] = {}
    for one, stage in reviews:
        if stage is not None and isinstance(one.body, Review):
            seconds, grade = one.body.seconds, one.body.grade
            answers, timed, ms = found.get((stage, grade), Tally())
            capped_ms = int(min(seconds, ANSWER_CAP_S) * 1000)
            found[stage, grade] = Tally(answers + 1, timed + (seconds > 0), ms + capped_ms)
    return found


@settings(deadline=None)
@given(logs().flatmap(st.permutations), batches)
def test_any_order_and_any_split_gives_the_same_tallies(log: list[Event], sizes: list[int]) -> None:
    with TemporaryDirectory() as name, closing(open_cache(Path(name, "cache"))) as connection:
        home = Path(name)
        learner = learner_in(home, connection, RENAMES)
        for piece in pieces(log, sizes):
            for one in piece:
                add(home / "log" / f"{one.device}.jsonl", [one])
            learner.refresh()
        cards = by_card(applied(distinct(log).values()), RENAMES).values()
        reviews = [each for events in cards for each in stages(events)]
        assert learner.tallies() == counted(reviews)
        for day in {study_day(one.at) for one, _ in reviews}:
            before = (each for each in reviews if study_day(each[0].at) < day)
            assert learner.tallies(before=day) == counted(before)


@settings(deadline=None)
@given(logs() | exam_logs(), st.booleans())
def test_merging_two_devices_is_commutative(log: list[Event], here_first: bool) -> None:
    with TemporaryDirectory() as name, closing(open_cache(Path(name, "cache"))) as connection:
        learner = learner_in(Path(name), connection)
        for device in (HERE, THERE) if here_first else (THERE, HERE):
            write(Path(name, "log"), device, [one for one in log if one.device == device])
            learner.refresh()
        assert learned(learner) == said(replay(log))


@settings(deadline=None)
@given(logs() | exam_logs(), logs() | exam_logs())
def test_a_copy_of_a_file_and_two_that_claim_one_id_change_nothing(
    log: list[Event], other: list[Event]
) -> None:
    with TemporaryDirectory() as name, closing(open_cache(Path(name, "cache"))) as connection:
        learner = learner_in(Path(name), connection)
        for piece in (log, log, other):
            write(Path(name, "log"), f"copy-{len(list(Path(name).glob('log/*')))}", piece)
            learner.refresh()
        assert learned(learner) == said(replay(log + other))


@settings(deadline=None, max_examples=30)
@given(logs() | exam_logs())
def test_what_is_recorded_is_what_is_replayed(log: list[Event]) -> None:
    with TemporaryDirectory() as name, closing(open_cache(Path(name, "cache"))) as connection:
        learner = learner_in(Path(name), connection)
        for one in log:
            learner.record(one.body, one.at)
            assert learned(learner) == replayed(Path(name, "log"))


# record


def test_recording_returns_the_event_and_moves_the_card(learner: Learner) -> None:
    assert learner.record(good(), NOON) == event(1, good())
    assert learner.states() == replay([event(1, good())]).states
    assert learner.state(CARD) == learner.states()[CARD]


def test_a_card_never_seen_is_new(learner: Learner) -> None:
    learner.refresh()
    assert (learner.state(CARD), learner.states(), learner.settings()) == (NEW_CARD, {}, Settings())
    assert not learner.has_any_event()


def test_an_answer_to_the_state_that_was_shown_is_recorded(learner: Learner) -> None:
    learner.record(good(), NOON, NEW_CARD)
    learner.record(good(), NOON + timedelta(days=1), learner.state(CARD))
    assert learner.state(CARD).reviews == 2


def test_an_answer_to_a_state_that_moved_on_is_refused_and_not_written(
    tmp_path: Path, learner: Learner
) -> None:
    elsewhere = """
import sys
from datetime import datetime, timezone
from pathlib import Path
from studycli.log.events import Suspend
from studycli.log.journal import Journal
home = Path(sys.argv[1])
at = datetime(2026, 11, 23, 12, tzinfo=timezone.utc)
Journal(home / "log", home / "device", lambda: "aaaaaaaa").append(Suspend(sys.argv[2]), at)
"""
    learner.record(good(), NOON)
    shown = learner.state(CARD)
    root = Path(studycli.__file__).parent.parent
    subprocess.run([sys.executable, "-c", elsewhere, str(tmp_path), CARD], check=True, cwd=root)
    with pytest.raises(LogError, match="card_moved_on") as caught:
        learner.record(good(), NOON + timedelta(days=1), shown)
    assert caught.value.params == {"card": CARD}
    assert [line.event and line.event.body for line in read(tmp_path / "log" / f"{HERE}.jsonl")] == [
        good(),
        Suspend(CARD),
    ]
    assert learner.state(CARD).suspended


def test_an_answer_that_came_by_another_device_also_refuses(tmp_path: Path, learner: Learner) -> None:
    learner.refresh()
    write(tmp_path / "log", THERE, [event(1, good(), device=THERE)])
    with pytest.raises(LogError, match="card_moved_on"):
        learner.record(good(), NOON, NEW_CARD)


def test_an_answer_is_taken_though_other_parameters_gave_its_card_another_memory(learner: Learner) -> None:
    learner.record(good(), NOON)
    shown = learner.state(CARD)
    learner.record(Setting(SettingName.PARAMETERS, OTHER_PARAMETERS), NOON)
    assert learner.state(CARD).stability_days != shown.stability_days
    learner.record(good(), NOON + timedelta(days=1), shown)
    assert learner.state(CARD).reviews == 2


def test_a_setting_has_no_card_that_could_move_on(learner: Learner) -> None:
    learner.record(Setting(SettingName.MINUTES, 30), NOON, NEW_CARD)
    assert learner.settings() == Settings(minutes=30)


def test_a_locked_file_writes_nothing(tmp_path: Path, connection: sqlite3.Connection) -> None:
    journal = Journal(tmp_path / "log", tmp_path / "device", lambda: HERE, lock_wait_s=0.0)
    learner = Learner(connection, journal, tmp_path / "log", {})
    with journal.locked(), pytest.raises(LogError, match="log_locked"):
        learner.record(good(), NOON)
    learner.refresh()
    assert not learner.has_any_event()


# undo


def test_each_undo_takes_one_event_back(learner: Learner) -> None:
    bodies: list[Body] = [good(), Suspend(CARD), Unsuspend(CARD), Bury(CARD), Mark(CARD, on=True)]
    written = [learner.record(body, NOON + timedelta(minutes=n)) for n, body in enumerate(bodies)]
    learner.record(Setting(SettingName.MINUTES, 30), NOON)
    for one in reversed(written):
        learner.record(Undo(one.device, one.seq), NOON + timedelta(hours=1))
    assert learner.states() == {}
    assert learner.settings().minutes == 30


# exams


def test_an_attempt_is_found_by_the_id_of_its_start(learner: Learner) -> None:
    start = learner.record(START, NOON)
    name = attempt_id(start.device, start.seq)
    learner.record(AttemptAnswer(name, "aws/q-one", Answer(("b",), seconds=9.0), 300.0), NOON)
    attempt = learner.attempt(name)
    assert attempt is not None
    assert (attempt.id, attempt.sheets[0].answer.chosen, attempt.left_s) == (name, ("b",), 300.0)
    assert learner.attempt(f"{HERE}-9") is None
    assert (learner.answers(), set(learner.seen())) == ({}, {"aws/q-one"})
    learner.record(AttemptStep(name, Step.HAND_IN, 250.0), NOON + timedelta(seconds=110))
    assert [summary.correct for summary in learner.attempts()] == [1]
    assert [one.correct for one in learner.answers()["aws/q-one"]] == [True]
    assert learner.seen().keys() == {"aws/q-one", "aws/q-two", "aws/q-old"}
    learner.record(AttemptStep(name, Step.DISCARD, 250.0), NOON + timedelta(seconds=120))
    assert (learner.attempt(name), learner.attempts(), learner.answers(), learner.seen()) == (
        None,
        (),
        {},
        {},
    )


def test_undo_takes_nothing_of_an_exam(learner: Learner) -> None:
    start = learner.record(START, NOON)
    learner.record(Undo(start.device, start.seq), NOON)
    assert [summary.id for summary in learner.attempts()] == [attempt_id(start.device, start.seq)]


def test_only_sittings_with_news_are_made_afresh(learner: Learner, connection: sqlite3.Connection) -> None:
    for _ in range(2):
        learner.record(START, NOON)
    learner.attempts()
    connection.execute("UPDATE log_attempt SET blueprint = 'kept'")
    learner.record(AttemptStep(f"{HERE}-2", Step.LEAVE, 300.0), NOON)
    assert [summary.blueprint for summary in learner.attempts()] == ["kept", "aws/saa"]


def test_new_renames_of_questions_lead_old_answers_to_the_question(
    tmp_path: Path, connection: sqlite3.Connection
) -> None:
    before = learner_in(tmp_path, connection)
    before.record(PracticeAnswer("aws/q-old", Answer(("a",)), ("a",)), NOON)
    before.record(PracticeAnswer("aws/q-new", Answer(("b",)), ("a",)), NOON + timedelta(days=1))
    assert before.answers().keys() == {"aws/q-old", "aws/q-new"}
    after = learner_in(tmp_path, connection, None, QUESTION_RENAMES)
    after.refresh()
    assert {name: [one.correct for one in own] for name, own in after.answers().items()} == {
        "aws/q-new": [True, False]
    }


# what makes everything be folded again


def test_new_parameters_hold_for_the_whole_history(tmp_path: Path, learner: Learner) -> None:
    learner.record(good(), NOON)
    before = learner.state(CARD)
    setting = learner.record(Setting(SettingName.PARAMETERS, OTHER_PARAMETERS), NOON)
    assert learned(learner) == replayed(tmp_path / "log")
    assert learner.state(CARD) != before
    learner.record(Undo(setting.device, setting.seq), NOON)
    assert learner.state(CARD) == before


def test_new_renames_lead_old_events_to_the_card(tmp_path: Path, connection: sqlite3.Connection) -> None:
    write(tmp_path / "log", HERE, [event(1, good("aws/old-one")), event(2, good("aws/one"), 30)])
    before = learner_in(tmp_path, connection)
    before.refresh()
    assert before.states().keys() == {"aws/old-one", "aws/one"}
    after = learner_in(tmp_path, connection, RENAMES)
    after.refresh()
    assert after.states().keys() == {"aws/one"}
    assert after.state("aws/old-one") == after.state("aws/one")
    assert learned(after) == replayed(tmp_path / "log", RENAMES)


@pytest.mark.parametrize(
    "now",
    [
        pytest.param([], id="emptied"),
        pytest.param([event(1, good())], id="shortened"),
        pytest.param([event(1, Suspend(CARD)), event(2, good(), 30), event(3, good(), 60)], id="another"),
    ],
)
def test_a_replaced_file_is_read_from_the_start(tmp_path: Path, learner: Learner, now: list[Event]) -> None:
    write(tmp_path / "log", HERE, [event(1, good()), event(2, good(grade=Grade.AGAIN), 30)])
    learner.refresh()
    write(tmp_path / "log", "new", now).replace(tmp_path / "log" / f"{HERE}.jsonl")
    learner.refresh()
    assert learned(learner) == said(replay(now))


def test_a_removed_file_takes_its_events_with_it(tmp_path: Path, learner: Learner) -> None:
    path = write(tmp_path / "log", THERE, [event(1, good(), device=THERE)])
    learner.refresh()
    assert learner.has_any_event()
    path.unlink()
    learner.refresh()
    assert (learner.states(), learner.has_any_event()) == ({}, False)


def test_a_file_rewritten_as_it_was_changes_nothing(tmp_path: Path, learner: Learner) -> None:
    path = write(tmp_path / "log", HERE, [event(1, good())])
    learner.refresh()
    os.utime(path, ns=(1, 1))
    learner.refresh()
    assert learned(learner) == replayed(tmp_path / "log")


def test_a_deleted_cache_is_made_again(tmp_path: Path) -> None:
    with closing(open_cache(tmp_path / "cache")) as connection:
        learner = learner_in(tmp_path, connection)
        learner.record(good(), NOON)
        before = learned(learner)
    discard_cache(tmp_path / "cache")
    with closing(open_cache(tmp_path / "cache")) as connection:
        again = learner_in(tmp_path, connection)
        again.refresh()
        assert learned(again) == before


# what is already known is not read again


def test_an_unchanged_log_is_not_opened(tmp_path: Path, connection: sqlite3.Connection) -> None:
    path = write(tmp_path / "log", HERE, [event(1, good())])
    learner_in(tmp_path, connection).refresh()
    stat = path.stat()
    path.write_bytes(b"#" * stat.st_size)
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    again = learner_in(tmp_path, connection)
    again.refresh()
    assert again.states().keys() == {CARD}
    assert again.foreign_lines == ()


def test_of_a_grown_file_only_the_new_part_is_read(tmp_path: Path, learner: Learner) -> None:
    path = write(tmp_path / "log", HERE, [event(n, good(f"aws/card-{n}")) for n in range(1, 101)])
    learner.refresh()
    kept = path.read_bytes()
    path.write_bytes(b"#" * (len(kept) - 5000) + kept[-5000:] + encode(event(101, good())))
    learner.refresh()
    assert len(learner.states()) == 101
    assert learner.foreign_lines == ()


# lines that are no events, and files that stop us


def test_foreign_lines_are_named_and_the_rest_is_read(tmp_path: Path, learner: Learner) -> None:
    path = write(tmp_path / "log", HERE, [event(1, good())])
    with path.open("ab") as file:
        file.write(b"<<<<<<< mine\n\n" + encode(event(2, Suspend(CARD))))
    learner.refresh()
    assert list(learner.foreign_lines) == [(path, 2)]
    add(path, [event(3, Mark(CARD, on=True))])
    with path.open("ab") as file:
        file.write(b">>>>>>> theirs\n")
    learner.refresh()
    assert list(learner.foreign_lines) == [(path, 2), (path, 6)]
    assert (learner.state(CARD).suspended, learner.state(CARD).marked) == (True, True)


def test_a_torn_last_line_is_read_once_it_is_whole(tmp_path: Path, learner: Learner) -> None:
    line = encode(event(2, Suspend(CARD)))
    path = write(tmp_path / "log", THERE, [event(1, good())])
    whole = path.read_bytes()
    for length in range(1, len(line) + 1):
        path.write_bytes(whole + line[:length])
        learner.refresh()
        assert learner.foreign_lines == ()
        assert learner.state(CARD).suspended == (length >= len(line) - 1)


def test_hidden_and_other_files_are_left_alone(tmp_path: Path, learner: Learner) -> None:
    write(tmp_path / "log", ".syncing", [event(1, good())])
    write(tmp_path / "log", HERE, [event(1, good())]).rename(tmp_path / "log" / "notes.txt")
    learner.refresh()
    assert not learner.has_any_event()


def test_a_later_version_stops_us_and_leaves_the_cache_as_it_was(tmp_path: Path, learner: Learner) -> None:
    learner.record(good(), NOON)
    before = learned(learner)
    path = write(tmp_path / "log", THERE, [event(1, Suspend(CARD), device=THERE)])
    with path.open("ab") as file:
        file.write(b'{"v":2}\n')
    for _ in range(2):
        with pytest.raises(LogError, match="log_newer"):
            learner.refresh()
    with pytest.raises(LogError, match="log_newer"):
        learner.record(good(), NOON)
    assert learned(learner) == before
    assert len(list(read(tmp_path / "log" / f"{HERE}.jsonl"))) == 1


def test_a_folder_that_is_none_is_an_error(tmp_path: Path, learner: Learner) -> None:
    (tmp_path / "log").write_text("")
    with pytest.raises(LogError, match="log_unreadable") as caught:
        learner.refresh()
    assert Path(str(caught.value.params["path"])) == tmp_path / "log"


# days


def test_a_day_counts_reviews_and_capped_seconds(tmp_path: Path, learner: Learner) -> None:
    def slow(card: str, seconds: float, source: Source = Source.SESSION) -> Body:
        return Review(card, Grade.GOOD, seconds, source)

    events = [
        event(1, slow("aws/one", 10.5), -24),
        event(2, slow("aws/one", 20)),
        event(3, slow("aws/two", 600), 1),
        event(4, slow("aws/two", 3, Source.CRAM), 15.9),
        event(5, slow("aws/three", 4, Source.CRAM), 2),
        event(6, slow("aws/four", 30), 3),
        event(7, Undo(HERE, 6), 4),
        event(8, slow("aws/one", 5), 16),
        event(9, Suspend("aws/five")),
    ]
    write(tmp_path / "log", HERE, events)
    learner.refresh()
    assert learner.day_totals(MONDAY - timedelta(days=1)) == DayTotals(1, 10.5)
    assert learner.day_totals(MONDAY) == DayTotals(4, 87)
    assert learner.day_totals(MONDAY + timedelta(days=1)) == DayTotals(1, 5)
    assert learner.day_totals(MONDAY + timedelta(days=2)) == DayTotals(0, 0)
    assert learner.cards_reviewed_on(MONDAY) == {"aws/one", "aws/two"}


def test_past_reviews_are_those_that_changed_a_state_in_order(
    tmp_path: Path, connection: sqlite3.Connection
) -> None:
    events = [
        event(1, good("aws/old-one"), 1),
        event(2, good("aws/two", Grade.AGAIN), -20),
        event(3, good(source=Source.CRAM), 2),
        event(4, good("aws/three"), 3),
        event(5, Undo(HERE, 4), 4),
        event(6, good("aws/two", source=Source.IMPORT), 15.9),
    ]
    write(tmp_path / "log", HERE, events)
    learner = learner_in(tmp_path, connection, {"aws/old-one": "aws/one"})
    learner.refresh()
    assert learner.past_reviews() == [
        PastReview("aws/two", Grade.AGAIN, MONDAY - timedelta(days=1), 4.25),
        PastReview("aws/one", Grade.GOOD, MONDAY, 4.25),
        PastReview("aws/two", Grade.GOOD, MONDAY, 4.25),
    ]
    assert learner.past_review_count() == 3
    assert learner.reviews_of(["aws/two", "aws/three", "aws/old-one", "aws/none"]) == {
        "aws/two": ((events[1].at, Grade.AGAIN), (events[5].at, Grade.GOOD)),
        "aws/three": (),
        "aws/old-one": ((events[0].at, Grade.GOOD),),
        "aws/none": (),
    }


@pytest.mark.parametrize(
    ("studied", "off", "streak"),
    [
        pytest.param([], (), 0, id="never"),
        pytest.param([0], (), 1, id="today"),
        pytest.param([1], (), 1, id="yesterday"),
        pytest.param([2], (), 0, id="the day before"),
        pytest.param([0, 1, 2, 4], (), 3, id="a gap"),
        pytest.param([1, 2, 3], (), 3, id="not yet today"),
        pytest.param([-1, 0, 1], (), 2, id="a day to come"),
        pytest.param([0, 2, 3], ("sun",), 3, id="a day off between"),
        pytest.param([2, 3], ("sun",), 2, id="a day off yesterday"),
        pytest.param([0, 1, 2], ("sun",), 3, id="studied on a day off"),
        pytest.param([0, 2, 4], ("sun",), 2, id="a day off and a gap"),
        pytest.param([0, 9], ("mon", "tue", "wed", "thu", "fri", "sat", "sun"), 2, id="every day off"),
    ],
)
def test_the_streak(learner: Learner, studied: list[int], off: tuple[str, ...], streak: int) -> None:
    learner.record(Setting(SettingName.DAYS_OFF, off), NOON)
    for days in studied:
        learner.record(good(), NOON - timedelta(days=days))
    assert MONDAY.weekday() == 0
    assert learner.streak_days(MONDAY) == streak


# a cache that is in use


@pytest.fixture
def busy(tmp_path: Path, connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """Another process's connection, which may hold the cache; ours does not wait for it."""
    connection.execute("PRAGMA busy_timeout = 0")
    with closing(sqlite3.connect(tmp_path / "cache" / "cache.db", isolation_level=None)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("body", "hours"),
    [
        pytest.param(good(grade=Grade.AGAIN), 24, id="a review"),
        pytest.param(good(grade=Grade.AGAIN), -24, id="a review of the day before"),
        pytest.param(Suspend("aws/old-one"), 24, id="a former id"),
        pytest.param(Undo(HERE, 2), 24, id="an undo"),
    ],
)
def test_a_state_is_right_though_the_cache_did_not_take_the_event(
    tmp_path: Path, connection: sqlite3.Connection, busy: sqlite3.Connection, body: Body, hours: int
) -> None:
    learner = learner_in(tmp_path, connection, {"aws/old-one": CARD})
    learner.record(good(), NOON)
    learner.record(good(), NOON + timedelta(hours=1))
    before = learner.state(CARD)
    busy.execute("BEGIN IMMEDIATE")
    learner.record(body, NOON + timedelta(hours=hours))
    assert learner.state(CARD) != before
    assert learner.states() == {CARD: learner.state(CARD)}
    ahead = learner.state(CARD)
    busy.execute("ROLLBACK")
    learner.refresh()
    assert learner.state(CARD) == ahead
    assert learned(learner) == replayed(tmp_path / "log", {"aws/old-one": CARD})


def test_after_the_next_refresh_the_cache_is_asked_again(
    tmp_path: Path, connection: sqlite3.Connection, busy: sqlite3.Connection
) -> None:
    learner = learner_in(tmp_path, connection)
    learner.record(good(), NOON)
    busy.execute("BEGIN IMMEDIATE")
    learner.record(good(), NOON + timedelta(days=1))
    busy.execute("ROLLBACK")
    write(tmp_path / "log", THERE, [event(1, Suspend(CARD), 48, THERE)])
    learner.refresh()
    assert learner.state(CARD).suspended


def test_a_full_disk_of_the_cache_is_said_and_passes(
    tmp_path: Path, connection: sqlite3.Connection, busy: sqlite3.Connection
) -> None:
    learner = learner_in(tmp_path, connection)
    learner.record(good(), NOON)
    write(tmp_path / "log", THERE, MANY)
    _full(connection, busy)
    with pytest.raises(LogError, match="cache_full") as caught:
        learner.refresh()
    assert caught.value.params == {"folder": tmp_path / "cache"}
    _freed(connection, busy)
    learner.refresh()
    assert learned(learner) == replayed(tmp_path / "log")


def test_nothing_is_written_while_the_cache_is_in_use(
    tmp_path: Path, connection: sqlite3.Connection, busy: sqlite3.Connection
) -> None:
    learner = learner_in(tmp_path, connection)
    learner.record(good(), NOON)
    write(tmp_path / "log", THERE, [event(1, good(), device=THERE)])
    busy.execute("BEGIN IMMEDIATE")
    with pytest.raises(LogError, match="cache_busy") as caught:
        learner.record(good(), NOON)
    assert caught.value.params == {"folder": tmp_path / "cache"}
    busy.execute("ROLLBACK")
    assert len(list(read(tmp_path / "log" / f"{HERE}.jsonl"))) == 1


MANY = [event(seq, Suspend(f"aws/card-{seq}"), seq, THERE) for seq in range(1, 500)]
"""More than there is room for in the pages that a new cache has."""

EXAM_BODIES: list[Body] = [
    AttemptAnswer(f"{HERE}-1", "aws/q-one", Answer(("b",), seconds=9.0), 300.0),
    AttemptAnswer(f"{HERE}-1", "aws/q-two", Answer(("a",), seconds=9.0), 290.0),
    AttemptStep(f"{HERE}-1", Step.HAND_IN, 280.0),
    PracticeAnswer("aws/q-one", Answer(("b",)), ("b",)),
    Dispute(Disputed.QUESTION, "aws/q-one", "why", is_open=True),
]


def _held(connection: sqlite3.Connection, busy: sqlite3.Connection) -> None:
    busy.execute("BEGIN IMMEDIATE")


def _full(connection: sqlite3.Connection, busy: sqlite3.Connection) -> None:
    """The disk of the cache has no room for one page more."""
    connection.execute("PRAGMA max_page_count = 1")


def _freed(connection: sqlite3.Connection, busy: sqlite3.Connection) -> None:
    connection.execute("PRAGMA max_page_count = 1000000")
    if busy.in_transaction:
        busy.execute("ROLLBACK")


@pytest.mark.parametrize("block", [_held, _full], ids=["in use", "full"])
def test_what_happens_in_an_exam_is_written_though_the_cache_takes_nothing(
    tmp_path: Path,
    connection: sqlite3.Connection,
    busy: sqlite3.Connection,
    block: Callable[[sqlite3.Connection, sqlite3.Connection], None],
) -> None:
    learner = learner_in(tmp_path, connection)
    learner.record(START, NOON)
    write(tmp_path / "log", THERE, MANY)
    block(connection, busy)
    for seconds, body in enumerate(EXAM_BODIES, start=1):
        learner.record(body, NOON + timedelta(seconds=seconds))
    written = [event for *_, event in read(tmp_path / "log" / f"{HERE}.jsonl")]
    assert [event.body for event in written if event is not None] == [START, *EXAM_BODIES]
    _freed(connection, busy)
    learner.refresh()
    assert [summary.correct for summary in learner.attempts()] == [1]
    assert [one.correct for one in learner.answers()["aws/q-one"]] == [True, True]
    assert learned(learner) == replayed(tmp_path / "log")


ASKED: list[Callable[[Learner], object]] = [Learner.attempts, Learner.answers, Learner.seen]


@pytest.mark.parametrize("ask", ASKED, ids=lambda ask: ask.__name__)
def test_what_exams_left_is_not_told_while_the_cache_is_in_use(
    tmp_path: Path,
    connection: sqlite3.Connection,
    busy: sqlite3.Connection,
    ask: Callable[[Learner], object],
) -> None:
    learner = learner_in(tmp_path, connection)
    learner.record(START, NOON)
    busy.execute("BEGIN IMMEDIATE")
    with pytest.raises(LogError, match="cache_busy") as caught:
        ask(learner)
    assert caught.value.params == {"folder": tmp_path / "cache"}
    busy.execute("ROLLBACK")
    assert [summary.id for summary in learner.attempts()] == [f"{HERE}-1"]
    busy.execute("BEGIN IMMEDIATE")
    assert ask(learner) is not None, "what was made is read all the same"
    busy.execute("ROLLBACK")


def test_new_renames_hold_from_the_next_refresh_on(tmp_path: Path, connection: sqlite3.Connection) -> None:
    learner = learner_in(tmp_path, connection)
    learner.record(good("aws/old-one"), NOON)
    learner.record(PracticeAnswer("aws/q-old", Answer(("a",)), ("a",)), NOON)
    state = learner.state("aws/old-one")
    assert learner.answers().keys() == {"aws/q-old"}
    learner.use_renames(RENAMES, QUESTION_RENAMES)
    learner.refresh()
    assert learner.states() == {"aws/one": state}
    assert learner.answers().keys() == {"aws/q-new"}
    learner.record(good("aws/old-one"), NOON + timedelta(days=1), state)
    assert learner.state("aws/one").reviews == 2
