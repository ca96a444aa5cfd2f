"""The theme emits its signal only if something changed."""

import pytest
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from tests.helpers.painted import painted_texts
from ui.theme.fonts import FAMILY, load_fonts
from ui.theme.qt_palette import set_background
from ui.theme.roles import ROLES
from ui.theme.style_sheet import dress
from ui.theme.theme import theme
from ui.theme.tokens import Palette
from ui.widgets.plain_field import PlainField
from workshop_app.domain.steps import Step


@pytest.fixture
def light(qapp):
    current = theme()
    current.set_name("light")
    current.resize(1366, 768, desk=False)
    yield current
    current.set_name("light")
    current.resize(1366, 768, desk=False)


def test_the_bundled_face_is_loaded(light):
    assert FAMILY in load_fonts()
    assert QFontInfo(light.font("room")).family() == FAMILY
    assert QFontInfo(light.font("room")).pixelSize() == 35


@pytest.mark.parametrize("page", [*map(str, Step), "start", "hand_outs", "settings", "catalogue"])
def test_a_page_has_at_most_five_sizes_of_text(desk, page, private):
    one = desk(sample=True, page=page, private=private, size=(1366, 768))
    sizes = {text.px: text.words for text in painted_texts(one.window)}
    assert len(sizes) <= 5, sizes


def test_a_change_is_signalled_once(light, qtbot):
    with qtbot.waitSignal(light.changed, timeout=1000):
        light.set_name("dark")
    assert light.palette.dark


def test_nothing_is_signalled_when_nothing_changes(light, qtbot):
    with qtbot.assertNotEmitted(light.changed):
        light.set_name("light")
        light.resize(1366, 768)
        light.resize(1367, 768)


def test_the_palette_in_force_has_the_theme_s_colours(light, qapp):
    for name in ("light", "dark"):
        light.set_name(name)
        assert qapp.palette().window().color() == light.colour("canvas")
        assert qapp.palette().text().color() == light.colour("ink")
        assert QToolTip.palette().toolTipBase().color() == light.colour("toast")
    assert qapp.styleSheet() == ""  # with one, pages take twice as long to build


def test_a_ground_follows_the_theme(light, qtbot, qapp):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(20, 20)
    field = PlainField()
    field.setParent(widget)
    widget.show()
    for ground in ("canvas", "surface", "rail", "line", "banner"):
        set_background(widget, ground)
        for name in ("light", "dark"):
            light.set_name(name)
            qapp.processEvents()
            assert widget.grab().toImage().pixelColor(9, 9) == light.colour(ground)
            assert field.palette().highlight().color() == light.colour("accent")
            assert field.palette().text().color() == light.colour("ink")


def test_a_menu_of_qt_s_own_follows_the_theme(light, qtbot):
    menu = QMenu()
    qtbot.addWidget(menu)
    dress(menu)
    light.set_name("contrast")
    assert light.palette.edge in menu.styleSheet()
    assert "$" not in menu.styleSheet()


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
