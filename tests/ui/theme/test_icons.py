"""Every icon can be painted, in the requested colour, at every pixel ratio."""

import re
from importlib.resources import files

import pytest

from ui.theme import icons
from ui.theme.outcomes import OUTCOMES
from ui.theme.theme import theme
from workshop_app.domain.outcome import OutcomeKind


def inked(picture) -> int:
    image = picture.toImage()
    return sum(
        image.pixelColor(x, y).alpha() > 40
        for x in range(image.width())
        for y in range(image.height())
    )


@pytest.mark.parametrize("name", icons.names())
def test_the_icon_draws_something(qapp, name):
    assert inked(icons.pixmap(name, "ink", 24)) > 8


@pytest.mark.parametrize("name", [n for n in icons.names() if n != "app-mark"])
def test_icons_have_one_colour_and_a_24_grid(name):
    text = files("icons").joinpath(f"{name}.svg").read_text(encoding="utf-8")
    assert 'viewBox="0 0 24 24"' in text
    assert "currentColor" in text
    assert not re.search(r"#[0-9a-fA-F]{3}", text)


def test_an_icon_takes_the_palette_s_colour(qapp):
    image = icons.pixmap("black", "accent", 20).toImage()
    assert image.pixelColor(10, 10) == theme().colour("accent")


def test_a_finer_screen_gets_a_finer_picture(qapp):
    fine = icons.pixmap("home", "ink", 20, 2.0)
    assert (fine.width(), fine.devicePixelRatio()) == (40, 2.0)


def test_pictures_are_made_once(qapp):
    assert icons.pixmap("lock", "ink2", 18) is icons.pixmap("lock", "ink2", 18)


def test_outcomes_differ_by_shape(qapp):
    shapes = {icons.pixmap(OUTCOMES[k].icon, "ink", 24).toImage().cacheKey() for k in OutcomeKind}
    assert len({OUTCOMES[k].icon for k in OutcomeKind}) == len(shapes) == len(OutcomeKind)


def test_an_unknown_icon_is_an_error(qapp):
    with pytest.raises(FileNotFoundError):
        icons.pixmap("no-such-icon", "ink", 20)
