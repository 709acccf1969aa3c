import pytest

from studycli.ui.theme import THEMES, Role, Theme, choose_theme

UNREADABLE_SOMEWHERE = {0, 3, 7, 8, 11, 15}  # black, yellow, white and their bright forms


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_every_role_has_a_style(theme: Theme) -> None:
    assert set(theme.styles) == set(Role)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_only_the_terminals_own_readable_colours_are_used(theme: Theme) -> None:
    for role in Role:
        assert theme[role].bgcolor is None
        color = theme[role].color
        assert color is None or (color.number is not None and color.number < 16)
        assert color is None or color.number not in UNREADABLE_SOMEWHERE


def test_mono_has_no_colours_and_marks_the_selection() -> None:
    mono = THEMES["mono"]
    assert all(mono[role].color is None for role in Role)
    assert mono[Role.SELECTED].reverse


@pytest.mark.parametrize(
    ("name", "environ", "chosen"),
    [
        pytest.param("auto", {}, "auto", id="as-configured"),
        pytest.param("auto", {"NO_COLOR": "1"}, "mono", id="no-color"),
        pytest.param("auto", {"NO_COLOR": ""}, "auto", id="empty-no-color-does-not-count"),
        pytest.param("mono", {}, "mono", id="mono"),
    ],
)
def test_theme_is_chosen_by_name_and_no_color(name: str, environ: dict[str, str], chosen: str) -> None:
    assert choose_theme(name, environ).name == chosen
