from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycli.core.memory import NEW_CARD, CardState, Engine, Grade, Phase, after_review
from studycli.core.settings import Settings
from studycli.log.events import Bury, Event, Mark, Other, Setting, Source, Suspend, Undo, Unsuspend
from studycli.log.exam_events import Dispute, Disputed
from studycli.log.replay import fold_card, replay
from studycli.log.settings import SettingName
from tests.log.samples import CARD, NOON, OTHER_PARAMETERS, RENAMES, THERE, event, exam_logs, good, logs

ENGINE = Engine()


def state_after(*events: Event) -> CardState | None:
    return replay(events).states.get(CARD)


def reviewed(*grades_and_hours: tuple[Grade, float], engine: Engine = ENGINE) -> CardState:
    state = NEW_CARD
    for grade, hours in grades_and_hours:
        state = after_review(state, grade, event(1, good(), hours).at, engine)
    return state


@given((logs() | exam_logs()).flatmap(lambda log: st.tuples(st.just(log), st.permutations(log))))
def test_the_order_of_arrival_changes_nothing(both: tuple[list[Event], list[Event]]) -> None:
    log, shuffled = both
    # As text, so that times are told apart by their offsets too, and floats by their last bit.
    assert repr(replay(shuffled, RENAMES).states) == repr(replay(log, RENAMES).states)
    assert replay(shuffled, RENAMES) == replay(log, RENAMES)
    assert repr(replay(shuffled).exams.attempts) == repr(replay(log).exams.attempts)


@given(logs() | exam_logs(), logs() | exam_logs())
def test_a_repeated_event_counts_once_even_when_two_claim_one_id(
    log: list[Event], other: list[Event]
) -> None:
    assert replay(log + log, RENAMES) == replay(log, RENAMES)
    assert replay(log + other, RENAMES) == replay(other + log, RENAMES)


@given(logs())
def test_undoing_everything_leaves_nothing_but_exams(log: list[Event]) -> None:
    undone = [event(100 + n, Undo(one.device, one.seq)) for n, one in enumerate(log)]
    assert replay(log + undone) == replace(replay([]), exams=replay(log).exams)


def test_nothing_is_known_at_first() -> None:
    learned = replay([])
    assert (learned.states, learned.settings) == ({}, Settings())


def test_reviews_are_folded_in_order_of_their_instants() -> None:
    events = [event(1, good(grade=Grade.AGAIN), 30), event(1, good(), 0, THERE), event(2, good(), 80)]
    assert state_after(*events) == reviewed((Grade.GOOD, 0), (Grade.AGAIN, 30), (Grade.GOOD, 80))


def test_at_one_instant_the_device_decides_then_the_number() -> None:
    first, second, third = (
        event(1, Suspend(CARD)),
        event(2, Unsuspend(CARD)),
        event(1, Mark(CARD, on=True), device=THERE),
    )
    unmarked = event(2, Mark(CARD, on=False), device=THERE)
    assert state_after(unmarked, third, second, first) == NEW_CARD


def test_cram_changes_no_state() -> None:
    assert state_after(event(1, good()), event(2, good(source=Source.CRAM), 30)) == reviewed((Grade.GOOD, 0))
    assert state_after(event(1, good(source=Source.CRAM))) == NEW_CARD


@pytest.mark.parametrize("source", [Source.SESSION, Source.SCRIPT, Source.IMPORT])
def test_any_other_source_does(source: Source) -> None:
    assert state_after(event(1, good(source=source))) == reviewed((Grade.GOOD, 0))


def test_an_undone_review_was_never_there() -> None:
    events = [event(1, good()), event(2, good(grade=Grade.AGAIN), 30), event(3, Undo("aaaaaaaa", 2), 30.1)]
    assert state_after(*events) == reviewed((Grade.GOOD, 0))


def test_a_card_whose_every_event_is_undone_has_no_state() -> None:
    assert state_after(event(1, good()), event(2, Undo("aaaaaaaa", 1))) is None


def test_an_undo_may_come_first_and_from_elsewhere() -> None:
    assert state_after(event(1, Undo("aaaaaaaa", 1), -50, THERE), event(1, good())) is None


def test_an_undo_cannot_be_undone() -> None:
    events = [event(1, good()), event(2, Undo("aaaaaaaa", 1)), event(3, Undo("aaaaaaaa", 2))]
    assert state_after(*events) is None


def test_suspending_marking_and_burying() -> None:
    events = [event(1, Suspend(CARD)), event(2, Mark(CARD, on=True), 1), event(3, Bury(CARD), 2)]
    assert state_after(*events) == CardState(suspended=True, marked=True, buried_on=date(2026, 11, 23))
    back = [event(4, Unsuspend(CARD), 3), event(5, Mark(CARD, on=False), 4)]
    assert state_after(*events, *back) == CardState(buried_on=date(2026, 11, 23))


def test_burying_at_night_is_for_the_study_day_that_began_the_morning_before() -> None:
    state = state_after(event(1, Bury(CARD), 15.9))
    assert state is not None
    assert state.buried_on == date(2026, 11, 23)
    assert event(1, Bury(CARD), 15.9).at.date() == date(2026, 11, 24)


def test_a_review_keeps_the_flags() -> None:
    state = state_after(event(1, Mark(CARD, on=True)), event(2, Suspend(CARD)), event(3, good(), 1))
    assert state is not None
    assert (state.phase, state.marked, state.suspended) == (Phase.REVIEW, True, True)


def test_the_last_parameters_hold_for_the_whole_history() -> None:
    setting = event(2, Setting(SettingName.PARAMETERS, OTHER_PARAMETERS), 1)
    learned = replay([event(1, good()), setting])
    assert learned.settings.parameters == OTHER_PARAMETERS
    assert learned.states == {CARD: reviewed((Grade.GOOD, 0), engine=Engine(OTHER_PARAMETERS))}
    assert learned.states != replay([event(1, good())]).states


def test_an_undone_setting_gives_way_to_the_one_before() -> None:
    events = [
        event(1, Setting(SettingName.MINUTES, 30)),
        event(2, Setting(SettingName.MINUTES, 40), 1),
        event(3, Undo("aaaaaaaa", 2), 2),
    ]
    assert replay(events).settings.minutes == 30


def test_what_is_set_later_holds_though_the_clock_went_back() -> None:
    minutes = [event(n, Setting(SettingName.MINUTES, n), hours) for n, hours in ((1, 5), (2, 9), (3, 2))]
    assert replay(minutes).settings.minutes == 3
    elsewhere = replace(event(1, Setting(SettingName.MINUTES, 4), 8), device="zzzzzzzz")
    assert replay([*minutes, elsewhere]).settings.minutes == 3
    assert replay([*minutes[:1], elsewhere]).settings.minutes == 4


def test_a_dispute_is_settled_though_the_clock_went_back() -> None:
    said = [
        event(1, Dispute(Disputed.CARD, CARD, "wrong", is_open=True), 5),
        event(2, Dispute(Disputed.CARD, CARD, "", is_open=False), 2),
    ]
    assert replay(said[:1]).disputes == (said[0].body,)
    assert replay(said).disputes == ()


def test_a_former_id_leads_to_the_card_of_now() -> None:
    events = [event(1, good("aws/old-one")), event(2, good("aws/one"), 30)]
    assert replay(events, RENAMES).states == {"aws/one": reviewed((Grade.GOOD, 0), (Grade.GOOD, 30))}


def test_what_we_do_not_know_changes_nothing() -> None:
    assert replay([event(1, Other("dream", {"card": CARD}))]) == replay([])


def test_folding_goes_on_from_a_state() -> None:
    events = [event(n, good(), n * 30) for n in range(1, 5)]
    halfway = fold_card(events[:2], ENGINE)
    assert fold_card(events[2:], ENGINE, halfway) == fold_card(events, ENGINE)


def test_days_between_reviews_are_study_days() -> None:
    late, later = event(1, good(), 15), event(2, good(), 17)  # 03:00 and 05:00 of one night
    assert (NOON.day, late.at.hour, later.at.hour) == (23, 3, 5)
    state = state_after(late, later)
    assert state is not None
    assert state.last_day == date(2026, 11, 24)
    assert state.stability_days == ENGINE.next_memory(reviewed((Grade.GOOD, 15)), 1, Grade.GOOD)[0]
