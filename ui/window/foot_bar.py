"""The bar at the foot: links at the left, details, and the primary button at the end."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QStackedLayout, QWidget

from ui.components.page import FootContent, Page
from ui.theme.qt_palette import set_background
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.deferred_layout import DeferredLayout
from ui.widgets.discard import discard
from ui.widgets.icon_button import IconButton
from ui.widgets.key_action import KeyAction, key_action
from ui.widgets.key_note import KeyNote
from ui.widgets.painted_button import PaintedButton
from ui.widgets.painting import fill
from workshop_app.i18n import tr

_REMEMBERED = 64
_NARROW_SIDE = 8


class FootBar(QWidget):
    """Holds one row of widgets per page; they belong to the page and are deleted with it.

    After the links there is a button for the menu of all actions (``menu_requested``).
    """

    menu_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        set_background(self, "surface")
        # what does not fit moves into the menu instead of widening the window
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._rows: dict[Page, FootRow] = {}
        self._asking = False
        self._asked_meanwhile: Page | None = None
        self._waiting: Page | None = None
        self._stack = QStackedLayout(self)
        self._nothing = QWidget()
        self._stack.addWidget(self._nothing)
        theme().changed.connect(self._restyle)
        self._restyle()

    def show_page(self, page: Page) -> None:
        """Show the content of the page, which is requested again.

        If the page requests another update while it is laid out, that is done afterwards.
        """
        if self._asking:
            self._asked_meanwhile = page
            return
        self._asking = True
        try:
            self._show(page)
            again = self._asked_meanwhile
            self._asked_meanwhile = None
            if again is not None:
                self._show(again)
        finally:
            self._asking = False
            self._asked_meanwhile = None

    @property
    def overflow(self) -> tuple[ActionButton, ...]:
        """The buttons of the current page that do not fit, in order."""
        row = self._row
        return row.overflow if row is not None else ()

    @property
    def primary(self) -> ActionButton | None:
        """The primary button of the current page, or None."""
        return self._row.content.primary if self._row is not None else None

    @property
    def _row(self) -> FootRow | None:
        row = self._stack.currentWidget()
        return row if isinstance(row, FootRow) else None

    def drop(self, page: Page) -> None:
        """Remove a page; its widgets in the bar are deleted."""
        row = self._rows.pop(page, None)
        if row is not None:
            if self._stack.currentWidget() is row:
                self._stack.setCurrentWidget(self._nothing)
            self._throw_away(row)

    def _show(self, page: Page) -> None:
        content = page.foot()
        row = self._rows.get(page)
        if row is not None and row.content != content and self._wait_for_release(page, row):
            return
        focus: QWidget | None = None
        if row is None or row.content != content:
            before = row
            focus = self._take_focus(before)
            row = FootRow(content)
            row.menu_requested.connect(self.menu_requested)
            self._rows[page] = row
            self._stack.addWidget(row)
            self._stack.setCurrentWidget(row)
            if before is not None:
                before.give_back(page, row)
                self._throw_away(before)
        self._stack.setCurrentWidget(row)
        row.fit()
        if focus is not None and focus.isVisible():
            focus.setFocus()
        elif focus is not None:
            page.focus_start()

    def _take_focus(self, row: FootRow | None) -> QWidget | None:
        """Take the focus from a widget of the row, and return the widget; None if none has it.

        Otherwise Qt would move the focus, as with Tab, when the widget is moved to another row.
        """
        focus = QApplication.focusWidget()
        if row is None or focus is None or not row.isAncestorOf(focus):
            return None
        self.setFocus()
        return focus

    def _wait_for_release(self, page: Page, row: FootRow) -> bool:
        """Keep a row while one of its buttons is pressed, which may be what changed the page.

        A button that is moved to another row between press and release would not be clicked. Qt
        moves the focus before the button receives the press.
        """
        pressed = QApplication.mouseButtons() & Qt.MouseButton.LeftButton
        pressed = row.childAt(row.mapFromGlobal(QCursor.pos())) if pressed else None
        if not isinstance(pressed, PaintedButton):
            self._waiting = None
            return False
        if self._waiting is not page:
            self._waiting = page
            pressed.released.connect(self._show_waiting, Qt.ConnectionType.SingleShotConnection)
        return True

    def _show_waiting(self) -> None:
        """Show the pending row after the click, unless that led to another page."""
        page = self._waiting
        self._waiting = None
        if page is not None:
            QTimer.singleShot(0, page, lambda: self._is_in_front(page) and self.show_page(page))

    def _is_in_front(self, page: Page) -> bool:
        return self._row is not None and self._row is self._rows.get(page)

    def _throw_away(self, row: FootRow) -> None:
        self._stack.removeWidget(row)
        discard(row)

    def paintEvent(self, _event: QPaintEvent) -> None:
        fill(QPainter(self), QRectF(0, 0, self.width(), 1), theme().colour("line"))

    def _restyle(self) -> None:
        self.setFixedHeight(theme().metrics.foot)


class FootRow(QWidget):
    """The widgets of one page in the bar, and the menu button, which has what does not fit.

    If space is short, these are hidden in turn: the menu's text; notes on keys and links, each from
    the last one, except the first link; details, the quiet ones first; the keys in buttons that
    have a text; the margins; the first link. The primary button stays.
    """

    menu_requested = Signal()

    def __init__(self, content: FootContent) -> None:
        super().__init__()
        self.content = content
        self._fit_layout = DeferredLayout(self, self.fit)
        self._links = [w for w in content.left if isinstance(w, ActionButton)]
        details = [w for w in content.right if isinstance(w, ActionButton)]
        quiet_first = sorted(details, key=lambda button: button.kind != "quiet")
        notes = [w for w in content.right if isinstance(w, KeyNote)]
        self._given_up_in_turn: list[QWidget] = [
            *reversed(notes),
            *reversed(self._links[1:]),
            *quiet_first,
        ]
        self._fitted_at: tuple[int, int] | None = None
        self._menu_button = ActionButton(tr("frame.foot.more"), "more")
        self._menu_icon = IconButton("more", tr("frame.foot.more"), target=_opener_side())
        for opener in (self._menu_button, self._menu_icon):
            opener.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click does not take the focus
            opener.clicked.connect(self.menu_requested)
        self._hidden: list[ActionButton] = []
        self._given_up = 0
        self._keyed: list[ActionButton] = []
        self._keys: list[KeyAction] = []
        self._fitting: dict[tuple[int, ...], int] = {}
        self._fitted_for: tuple[object, ...] | None = None
        row = self._row = QHBoxLayout(self)
        row.setSpacing(10)
        for widget in content.left:
            row.addWidget(widget)
            widget.show()
        for opener in (self._menu_button, self._menu_icon):
            row.addWidget(opener)
        self._menu_icon.hide()
        row.addStretch(1)
        for widget in content.right:
            row.addWidget(widget)
            widget.show()
        if content.primary is not None:
            row.addSpacing(4)
            row.addWidget(content.primary)
            content.primary.show()

    def fit(self) -> None:
        """Move as few buttons as needed into the menu; earlier results are cached.

        Does nothing if neither the width of the row nor a widget changed since.
        """
        if self._fitted_for is not None and self._fitted_for == self._shown():
            self._fitted_at = (self.width(), self._needed())
            return
        self._row.invalidate()  # Qt notifies the row later that a pager has a longer text
        self._set_brief(0)
        sizes = self._sizes()
        count = self._fitting.get(sizes)
        if count is None:
            count = self._most_that_fits()
            if len(self._fitting) >= _REMEMBERED:
                self._fitting.clear()
            self._fitting[sizes] = count
        if count != self._given_up:
            self._hide_first(count)
        self._set_brief(count)
        self._fitted_at = (self.width(), self._needed())
        self._sync_keys()
        self._fitted_for = self._shown()

    def _most_that_fits(self) -> int:
        """Find the compactness: 0 shows all, 1 hides the menu's text, then one widget each.

        After all widgets: the texts before the links are hidden, then the keys, then most of the
        margins, then the first link.
        """
        most = len(self._given_up_in_turn) + 4
        for count in range(most + 1):
            self._hide_first(count)
            self._set_brief(count)
            self._row.activate()
            if self._needed() <= self.width():
                return count
        return most + 1

    def _sizes(self) -> tuple[int, ...]:
        """Return all values that determine how many buttons fit."""
        widgets = self.content.widgets()
        hints = (max(one.sizeHint().width(), one.minimumWidth()) for one in widgets)
        return (self.width(), self._needed(), *hints)

    def _shown(self) -> tuple[object, ...] | None:
        """Return what determines the result of `fit`; None if parts are brief or left out."""
        if self._given_up > len(self._given_up_in_turn) + 2:
            return None
        widgets = self.content.widgets()
        return (theme().metrics, self._sizes(), [one.isHidden() for one in widgets])

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            now = (self.width(), self._needed())
            if now[1] > now[0] and now != self._fitted_at:
                self._fit_layout.invalidate()  # a button has a longer text
        return done

    def _needed(self) -> int:
        return self._row.minimumSize().width()

    def give_back(self, page: Page, successor: FootRow) -> None:
        """Return to the page, hidden, widgets that a later row has not taken; release all."""
        taken = successor.content.widgets()
        for widget in self.content.widgets():
            if widget not in taken:
                widget.hide()
                widget.setParent(page)
        self.content = FootContent()
        self._links = []
        self._given_up_in_turn = []
        self._hidden = []

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_layout.invalidate()

    def _hide_first(self, count: int) -> None:
        self._given_up = count
        gone = self._given_up_in_turn[: max(0, count - 1)]
        for widget in self._given_up_in_turn:
            widget.setVisible(widget not in gone)
        if count > len(self._given_up_in_turn) + 4:
            gone = [*gone, *self._links[:1]]
        for link in self._links[:1]:
            link.setVisible(link not in gone)
        self._hidden = [one for one in gone if isinstance(one, ActionButton)]
        links_left = any(button not in self._hidden for button in self._links)
        for widget in self.content.left:
            if widget not in self._links:  # texts before the links are hidden with the last of them
                room = count <= len(self._given_up_in_turn) + 1
                widget.setVisible(room and (links_left or not self._links))
        self._menu_button.setVisible(count == 0)
        self._menu_icon.setVisible(count > 0)

    def _set_brief(self, count: int) -> None:
        """Hide the keys in the buttons and narrow the margins, depending on the compactness."""
        beyond = count - len(self._given_up_in_turn)
        brief = beyond > 2
        narrow = beyond > 3
        side = min(theme().metrics.side, _NARROW_SIDE) if narrow else theme().metrics.side
        self._row.setContentsMargins(side, 1, side, 0)
        for widget in self.content.widgets():
            for button in (widget, *widget.findChildren(ActionButton)):
                if isinstance(button, ActionButton) and not button.text().isdigit():
                    button.set_brief(brief)

    def _sync_keys(self) -> None:
        """Keep the keys of buttons in the menu working."""
        if self._hidden == self._keyed:
            return
        for button in self._keyed:
            if button.action is not None:
                self.removeAction(button.action)
        self._keyed = list(self._hidden)
        for key in self._keys:
            self.removeAction(key)
            key.deleteLater()
        self._keys = []
        for button in self._hidden:
            if button.action is not None:
                self.addAction(button.action)
            elif button.key and button.listens:
                self._keys.append(key_action(button.key, self, button.click))

    @property
    def overflow(self) -> tuple[ActionButton, ...]:
        """The buttons that do not fit, in order."""
        whole = [*self.content.left, *self.content.right]
        return tuple(sorted(self._hidden, key=whole.index))


def _opener_side() -> int:
    metrics = theme().metrics
    return min(metrics.target, metrics.foot - 4)
