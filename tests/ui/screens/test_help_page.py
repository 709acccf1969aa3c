"""The page of keys."""

import pytest

from studycli.ui.screens.help_page import HelpState
from tests.ui.screens.exam_studio import exam
from tests.ui.screens.studio import NARROW


@pytest.mark.parametrize("key", ["pagedown", "space"])
def test_it_turns_by_pages_to_its_end_and_back(key: str) -> None:
    desk = exam(size=NARROW).press("?")
    top = desk.text()
    assert desk.press(key).text() != top
    end = desk.press(f"{key} {key} {key} {key}").text()
    assert end == desk.press("j").text()
    assert desk.press(" ".join(["pageup"] * 5)).text() == top
    assert isinstance(desk.app.stack[-1], HelpState)
