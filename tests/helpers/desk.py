"""The real window on a real store, used with simulated key events."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from tests.helpers.click_targets import click_targets
from tests.helpers.visible import visible_widgets
from ui.components.page import Page
from ui.rows.view import RowsView
from ui.window.main_window import MainWindow
from workshop_app.domain.audience_view_builder import build_audience_view
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr
from workshop_app.services.command import Command
from workshop_app.services.session import Session

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CENTRE = QPoint()
"""Where QTest clicks in the middle of a widget."""
_MODIFIERS = {"Alt": ALT, "Ctrl": CTRL, "Shift": SHIFT}


class Desk:
    """A facilitator at the keyboard: `press` keys, `write` text, `see` what the page shows."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    @property
    def session(self) -> Session:
        return self.window.session

    @property
    def state(self) -> WorkshopState:
        state = self.session.state
        assert state is not None, "no workshop is open"
        return state

    @property
    def page(self) -> Page:
        page = self.window.page_stack.page
        assert page is not None, "no page is shown"
        return page

    @property
    def focus(self) -> QWidget:
        focused = QApplication.focusWidget()
        assert focused is not None, "nothing has the keyboard"
        return focused

    @property
    def details(self) -> list[str]:
        """The texts of the rows at the side of the page."""
        return [row.text for row in self.page.side.details.rows]

    @property
    def picture(self) -> object:
        """What the page shows to the audience."""
        return build_audience_view(self.state, self.page.audience_focus()).picture

    def pick_day(self, words: str) -> None:
        """Click on a day that is offered above the open calendar."""
        popup = QApplication.activePopupWidget()
        assert popup is not None, "no calendar is open"
        buttons = popup.findChildren(QAbstractButton)
        self.tap(next(one for one in buttons if one.text() == words))

    def go(self, name: str) -> Page:
        self.window.go(name)
        self.settle()
        return self.page

    def do(self, command: Command) -> str:
        result = self.session.execute(command)
        self.settle()
        return str(result)

    def press(self, *keys: str) -> None:
        """Press keys such as ``Alt+1``, ``Return`` or ``Ctrl+Shift+V`` one after the other."""
        for key in keys:
            *held, last = key.split("+")
            modifiers = Qt.KeyboardModifier.NoModifier
            for name in held:
                modifiers |= _MODIFIERS[name]
            QTest.keyClick(self.focus, getattr(Qt.Key, f"Key_{last}"), modifiers)
            self.settle()

    def click(self, words: str, inside: QWidget | None = None) -> None:
        """Click the visible button with these words, or the only one that begins with them.

        `inside` is the part of the window that has it, if other parts have such a button, too.
        One without space in the foot bar is clicked in the list of the bar.
        """
        hidden = [each for each in self.window.foot.overflow if each.text().startswith(words)]
        if hidden and inside in (None, self.window.foot):
            self.tap(self.button(tr("frame.foot.others"), self.window.foot))
            inside = self.window.menus.menu
        self.tap(self.button(words, inside))

    def tap(self, widget: QWidget | QWindow, pos: QPoint = CENTRE) -> None:
        """Click a widget, in its middle or at a position inside."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=pos)
        self.settle()

    def set_private(self, private: bool) -> None:
        self.window.set_private(private)
        self.settle()

    def resize(self, width: int, height: int) -> None:
        self.window.resize(width, height)
        self.settle()

    def show_section(self, name: str) -> None:
        self.page.show_section(name)
        self.settle()

    def show_record(self, record_id: str) -> None:
        self.page.show_record(record_id)
        self.settle()

    def button(self, words: str, inside: QWidget | None = None) -> QAbstractButton:
        """Return the button that `click` clicks."""
        shown = visible_widgets(inside or self.window, QAbstractButton)
        found = [each for each in shown if each.text() == words]
        found = found or [each for each in shown if each.text().startswith(words)]
        assert len(found) == 1, (words, [each.text() for each in shown])
        return found[0]

    def click_part(self, kind: str, words: str) -> None:
        """Click the one part of the window of a kind (see `ClickTarget`) that has these words."""
        found = [each for each in click_targets(self.window, kind) if words in each.words]
        assert len(found) == 1, (words, [each.words for each in found])
        point = self.window.mapFromGlobal(QPoint(*found[0].middle))
        widget = self.window.childAt(point)
        assert widget is not None
        self.tap(widget, widget.mapFrom(self.window, point))

    def write(self, words: str) -> None:
        """Type text like an input method."""
        self._hand_over(QInputMethodEvent(), words)

    def convert(self, words: str) -> None:
        """Leave text in conversion: typed, but not committed."""
        QApplication.sendEvent(self.focus, QInputMethodEvent(words, []))
        self.settle()

    def seen(self) -> str:
        """Every text of the page's labels and buttons that is visible, one a line.

        Of a message that is too long for its place, the whole sentence, as in its tool tip; of the
        foot bar, also the words in its list.
        """
        self.settle()
        toast = self.window.foot.toast
        texts = [toast.toolTip()] if toast.isVisible() else []
        texts += [each.text() for each in self.window.foot.overflow]
        for widget in visible_widgets(self.window):
            words = getattr(widget, "text", None)
            if callable(words):
                texts.append(str(words()))
        return "\n".join(texts)

    def everything(self) -> str:
        """Return every text in the window's widgets, visible or not, with names and tool tips."""
        texts = []
        for widget in (self.window, *self.window.findChildren(QWidget)):
            words = getattr(widget, "text", None)
            if callable(words):
                texts.append(str(words()))
            texts += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
            if isinstance(widget, RowsView):
                texts += [str(row) for row in widget.rows]
        return "\n".join(texts)

    def settle(self) -> None:
        for _ in range(4):
            QApplication.processEvents()

    def _hand_over(self, event: QInputMethodEvent, words: str) -> None:
        event.setCommitString(words)
        QApplication.sendEvent(self.focus, event)
        self.settle()
