"""The agenda bars: as long as their minutes, and visible in every palette."""

import pytest

from ui.theme.theme import theme
from ui.widgets.agenda_bars import AgendaBars


@pytest.fixture
def palette():
    yield theme().set_name
    theme().set_name("light")


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_a_short_step_is_a_bar_of_its_own_too(show, palette, name):
    palette(name)
    bars = AgendaBars()
    bars.show_items([("背景", 20), ("解決", 40)])
    show(bars, width=600)
    picture = bars.grab().toImage()
    middle = bars._bar_height() // 2
    row = [picture.pixelColor(x, middle).name() for x in range(bars.width() // 4)]
    around = picture.pixelColor(2, bars.height() - 1).name()
    assert row[0] != around
