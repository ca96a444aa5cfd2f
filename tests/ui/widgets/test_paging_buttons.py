"""The buttons that turn pages."""

from PySide6.QtCore import Qt

from ui.widgets.paging_buttons import PagingButtons, span_words
from ui.widgets.text import Text
from workshop_app.i18n import tr


def seen(buttons):
    return [b.text() for b in (buttons._before, buttons._after) if b.isVisible()]


def test_only_sides_with_rows_are_shown(show):
    buttons = PagingButtons()
    show(buttons)
    assert seen(buttons) == []
    buttons.show_page(0, 3, (1, 2, 5))
    assert seen(buttons) == [tr("widgets.list.after")]
    buttons.show_page(2, 1, (3, 4, 5))
    assert seen(buttons) == [tr("widgets.list.before"), tr("widgets.list.after")]
    buttons.show_page(2, 0, (3, 5, 5))
    assert seen(buttons) == [tr("widgets.list.before")]


def test_the_range_of_visible_rows_is_between_the_buttons(show):
    buttons = PagingButtons()
    show(buttons)
    buttons.show_page(2, 1, (3, 4, 5))
    buttons.adjustSize()
    place = next(each for each in buttons.findChildren(Text) if each.text() == span_words(3, 4, 5))
    assert buttons._before.x() < place.x() < buttons._after.x()


def test_the_keys_turn(show, qtbot):
    buttons = PagingButtons()
    turned = []
    buttons.turned.connect(turned.append)
    window = show(buttons)
    buttons.show_page(1, 1, (2, 2, 3))
    qtbot.keyClick(window, Qt.Key.Key_PageDown)
    qtbot.keyClick(window, Qt.Key.Key_PageUp)
    assert turned == [1, -1]


def test_a_steady_button_does_not_move_when_the_page_is_turned(show):
    buttons = PagingButtons(steady=True)
    show(buttons)
    buttons.show_page(0, 3, (1, 3, 6))
    buttons.adjustSize()
    before = buttons.width() - buttons._after.x()  # they stand at the right edge
    buttons.show_page(3, 3, (4, 6, 9))
    buttons.adjustSize()
    assert buttons.width() - buttons._after.x() == before
