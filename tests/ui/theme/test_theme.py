"""The theme tells about changes only when something changed."""

import pytest
from PySide6.QtGui import QFontInfo

from ui.theme.fonts import FAMILY, load_fonts
from ui.theme.roles import ROLES
from ui.theme.theme import theme
from ui.theme.tokens import Palette


@pytest.fixture
def light(qapp):
    current = theme()
    current.set_name("light")
    current.resize(1366, 768, private=False)
    yield current
    current.set_name("light")
    current.resize(1366, 768, private=False)


def test_the_bundled_face_is_loaded(light):
    assert FAMILY in load_fonts()
    assert QFontInfo(light.font("room")).family() == FAMILY
    assert QFontInfo(light.font("room")).pixelSize() == 35


def test_a_change_is_told_once(light, qtbot):
    with qtbot.waitSignal(light.changed, timeout=1000):
        light.set_name("dark")
    assert light.palette.dark


def test_nothing_is_told_when_nothing_changes(light, qtbot):
    with qtbot.assertNotEmitted(light.changed):
        light.set_name("light")
        light.resize(1366, 768)
        light.resize(1367, 768)


def test_the_sheet_in_force_has_the_palette_s_colours(light, qapp):
    assert light.palette.canvas in qapp.styleSheet()
    light.set_name("contrast")
    assert light.palette.edge in qapp.styleSheet()
    assert "$" not in qapp.styleSheet()


def test_an_unknown_theme_is_refused(light):
    with pytest.raises(ValueError, match="sepia"):
        light.set_name("sepia")


def test_the_system_s_setting_can_be_followed(light):
    light.set_name("system")
    assert light.palette.name in ("light", "dark")
    light.set_name("system")
    assert light.name == "system"


def test_every_role_names_a_size_and_a_colour(light):
    for role, kind in ROLES.items():
        assert light.text_size(role) >= 13
        assert kind.colour in Palette.tokens()
        assert light.line_height(role) >= light.text_size(role) * 1.2
