"""The list of topics."""

import pytest

from studycli.core.library import Text
from studycli.ui.app import App, spoken, update
from studycli.ui.effects import StartReview
from studycli.ui.events import Effect, Key
from studycli.ui.navigation import Pop
from studycli.ui.screens import topics
from studycli.ui.screens.home_state import HomeState
from studycli.ui.screens.topics import TopicChosen, TopicRow, TopicsState
from tests.ui.screens.studio import HOME, NOW, WIDE, look, shown


def rows(count: int) -> tuple[TopicRow, ...]:
    return tuple(TopicRow(f"t{n}", Text({"ko": f"토픽{n}"}), n, 2 * n) for n in range(1, count + 1))


def pressed(keys: str, count: int) -> tuple[TopicsState, tuple[Effect, ...]]:
    """The list after these keys, up to the first that chooses."""
    state, effects = TopicsState(rows(count), "ko"), tuple[Effect, ...]()
    for name in keys.split():
        assert effects == (), "a topic was chosen before the last key"
        state, effects = topics.update(state, Key(name, NOW), look())
    return state, effects


@pytest.mark.parametrize(
    ("keys", "count", "topic"),
    [
        pytest.param("enter", 3, "t1", id="the first"),
        pytest.param("j space", 3, "t2", id="under the cursor"),
        pytest.param("k enter", 3, "t3", id="up from the first"),
        pytest.param("3", 9, "t3", id="one digit"),
        pytest.param("2", 12, "t2", id="one digit, for there is no 20"),
        pytest.param("1 2", 12, "t12", id="two digits"),
        pytest.param("1 0", 12, "t10", id="ten"),
        pytest.param("1 enter", 12, "t1", id="one digit of what could be two"),
        pytest.param("1 5", 12, "t5", id="no such number: the last digit begins anew"),
        pytest.param("0 0 4", 12, "t4", id="zeros are no number"),
        pytest.param("1 j 1 1", 12, "t11", id="an arrow ends the number"),
        pytest.param("1 0 0", 250, "t100", id="three digits"),
    ],
)
def test_a_topic_is_chosen(keys: str, count: int, topic: str) -> None:
    _, effects = pressed(keys, count)
    assert effects == (Pop(TopicChosen(topic, NOW)),)


@pytest.mark.parametrize(
    ("keys", "count"), [("4", 3), ("0", 12), ("1", 12), ("enter", 0), ("1", 0), ("x", 3)]
)
def test_nothing_is_chosen_yet(keys: str, count: int) -> None:
    assert pressed(keys, count)[1] == ()


def test_a_number_begun_is_told() -> None:
    app = App((HomeState(HOME, "ko"), TopicsState(rows(12), "ko")), WIDE, look())
    assert " 9 토픽9" in shown(app, WIDE)
    app, _ = update(app, Key("1", NOW))
    assert "1번: Enter로" in shown(app, WIDE)
    assert any(line.startswith("1번: Enter로") for line in spoken(app))
    app, effects = update(app, Key("2", NOW))
    assert effects[0] == StartReview(effects[0].more, "t12", NOW)  # type: ignore[attr-defined]


@pytest.mark.parametrize("key", ["q", "escape"])
def test_q_goes_back(key: str) -> None:
    assert pressed(key, 3)[1] == (Pop(),)
