"""The buttons that turn pages."""

from PySide6.QtCore import Qt

from ui.widgets.paging_buttons import PagingButtons
from workshop_app.i18n import tr


def seen(buttons):
    return [b.text() for b in (buttons._before, buttons._after) if b.isVisible()]


def test_only_sides_with_rows_are_shown(show):
    buttons = PagingButtons()
    show(buttons)
    assert seen(buttons) == []
    buttons.show_counts(0, 3)
    assert seen(buttons) == [tr("widgets.paging.after", n=3)]
    buttons.show_counts(2, 3)
    assert seen(buttons) == [tr("widgets.paging.before", n=2), tr("widgets.paging.after", n=3)]


def test_the_keys_turn(show, qtbot):
    buttons = PagingButtons()
    turned = []
    buttons.turned.connect(turned.append)
    window = show(buttons)
    buttons.show_counts(1, 1)
    qtbot.keyClick(window, Qt.Key.Key_PageDown)
    qtbot.keyClick(window, Qt.Key.Key_PageUp)
    assert turned == [1, -1]


def test_a_steady_button_does_not_move_when_the_page_is_turned(show):
    buttons = PagingButtons(steady=True)
    show(buttons)
    buttons.show_counts(0, 3)
    buttons.adjustSize()
    before = buttons._after.x()
    buttons.show_counts(3, 3)
    buttons.adjustSize()
    assert buttons._after.x() == before
