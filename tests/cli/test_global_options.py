"""The program's own options in front of the command."""

import pytest

from studycli.cli.global_options import in_front
from tests.cli.conftest import Studio


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("status --json", "status --json", id="none"),
        pytest.param("new entry --no-input --topic a", "--no-input new entry --topic a", id="a flag"),
        pytest.param("status --language ko --json", "--language ko status --json", id="with a value"),
        pytest.param("status --language=ko", "--language=ko status", id="with an equals sign"),
        pytest.param("status --language", "--language status", id="value missing"),
        pytest.param("grade -- --debug good", "grade -- --debug good", id="after two dashes"),
        pytest.param("--debug status --no-input", "--debug --no-input status", id="in both places"),
    ],
)
def test_the_programs_own_options_come_first(line: str, expected: str) -> None:
    assert in_front(line.split()) == expected.split()


def test_an_option_after_the_command_works_like_one_before_it(studio: Studio) -> None:
    assert studio("config", "--no-input", "--json") == studio("--no-input", "config", "--json")
    assert studio("status", "--language", "ko") == studio("--language", "ko", "status")
