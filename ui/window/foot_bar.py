"""The bar at the foot: ways of the current thing, message, range, and the primary button."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QStackedLayout, QWidget

from ui.actions.binding import BoundAction
from ui.components.page import FootContent, Page
from ui.theme.qt_palette import set_background
from ui.theme.theme import theme
from ui.widgets.action_button import WAY_PADDING, ActionButton
from ui.widgets.deferred_layout import Refitted
from ui.widgets.discard import discard
from ui.widgets.key_action import KeyAction, key_action
from ui.widgets.menu import MenuEntry, MenuGroup, window_menu
from ui.widgets.painted_button import PaintedButton
from ui.widgets.painting import fill
from ui.window.toast import Toast
from workshop_app.i18n import tr

_GAP = 12
_BEFORE_PRIMARY = 20
_AROUND_MESSAGE = 16  # with the padding of a way 24
_WIDE = 1600
"""The least width in px of a window in which a button with room for other texts has its key."""
_MESSAGE_SHARE = 0.205
"""Of the width of the bar, which is what the message is sure of at most."""

_Parts = list[tuple[QWidget, int]]
"""Widgets with their widths in px."""


class FootBar(Refitted, QWidget):
    """Holds one row of widgets per page; they belong to the page and are deleted with it.

    The message (``toast``) has a place of its own before the primary button, where no way stands.
    """

    def __init__(self) -> None:
        super().__init__()
        set_background(self, "rail")
        # what does not fit moves into a menu instead of widening the window
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._rows: dict[Page, FootRow] = {}
        self._locked = False
        self._asking = False
        self._asked_meanwhile: Page | None = None
        self._waiting: Page | None = None
        self._stack = QStackedLayout(self)
        self._nothing = FootRow(FootContent())
        self._stack.addWidget(self._nothing)
        self.toast = Toast(self)
        self.toast.changed.connect(self.refit.invalidate)
        theme().follow(self._restyle)

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
        return self._row.overflow

    @property
    def message_place(self) -> QRect:
        """The space between the ways and what stands at the right."""
        return self._row.message_place

    @property
    def primary(self) -> ActionButton | None:
        """The primary button of the current page, or None."""
        return self._row.content.primary

    @property
    def _row(self) -> FootRow:
        row = self._stack.currentWidget()
        return row if isinstance(row, FootRow) else self._nothing

    def set_locked(self, locked: bool) -> None:
        """Show that the primary button does nothing while the window is locked."""
        self._locked = locked
        self.fit_parts()

    def drop(self, page: Page) -> None:
        """Remove a page; its widgets in the bar are deleted."""
        row = self._rows.pop(page, None)
        if row is not None:
            if self._row is row:
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
            row.changed.connect(self.refit.invalidate)
            row.refused.connect(partial(self.toast.say, done=False))
            self._rows[page] = row
            self._stack.addWidget(row)
            self._stack.setCurrentWidget(row)
            if before is not None:
                before.give_back(page, row)
                self._throw_away(before)
            self.fit_parts()
        elif row is not self._row:
            self._stack.setCurrentWidget(row)
            self.fit_parts()
        if focus is not None and focus.isVisible():
            focus.setFocus()
        elif focus is not None:
            page.focus_start()

    def fit_parts(self) -> None:
        """Lay out the row with the message, which has its own place in it."""
        row = self._row
        primary = row.content.primary
        if primary is not None:
            offered = primary.action is None or primary.action.isEnabled()
            primary.setEnabled(offered and not self._locked)
        row.setGeometry(self.rect())
        message = min(self.toast.least_width(), round(_MESSAGE_SHARE * self.width()))
        row.lay_out(message, with_message=not self.toast.isHidden())
        if not self.toast.isHidden():
            self.toast.show_within(row.message_place)
        self.toast.raise_()

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
        return self._row is self._rows.get(page)

    def _throw_away(self, row: FootRow) -> None:
        self._stack.removeWidget(row)
        discard(row)

    def paintEvent(self, _event: QPaintEvent) -> None:
        fill(QPainter(self), QRectF(0, 0, self.width(), 1), "line")

    def _restyle(self) -> None:
        self.setFixedHeight(theme().metrics.foot)
        self.refit.invalidate()


class _Fit(NamedTuple):
    """What a row shows: the first ``ways`` of its ways.

    Of the texts between the ways it shows the first ``texts``, of those before the primary button
    the first ``ends``; ``key`` is that of this button.
    """

    ways: int
    texts: int = 0
    ends: int = 0
    key: bool = True


class FootRow(QWidget):
    """The widgets of one page in the bar, and a place for the message, whether there is one or not.

    Texts may stand in that place while there is no message. If space is short, texts between the
    ways are hidden first, then those before the primary button, both from the last one, then its
    key; then the last ways move into the menu of a further one. In a narrow window they have no
    icons, so that it does not depend on their number where they are.
    """

    changed = Signal()
    """The size of a part changed."""
    refused = Signal(str)
    """A way that is not possible now was pressed; carries the reason."""

    def __init__(self, content: FootContent) -> None:
        super().__init__()
        self.content = content
        self._ways = [one for one in content.left if isinstance(one, ActionButton)]
        self._others = ActionButton("", "chevron-up", kind="way")
        self._others.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click does not take the focus
        self._others.clicked.connect(self._open_others)
        self._texts = len(content.left) - len(self._ways)
        last = content.left.index(self._ways[-1]) if self._ways else 0
        self._leads = max(0, last + 1 - len(self._ways))
        """How many texts stand before ways."""
        self._ends = sum(not isinstance(one, ActionButton) for one in content.right)
        self.message_place = QRect()
        """Where the message is, or would be."""
        self._hidden: list[ActionButton] = []
        self._keys: list[KeyAction] = []
        self._widths: dict[tuple[QWidget, bool], int] = {}
        """In px, by widget and whether that is without its key; asked for many times a layout."""
        primary = () if content.primary is None else (content.primary,)
        for widget in (*content.left, self._others, *content.right, *primary):
            widget.setParent(self)
        for way in self._ways:
            way.installEventFilter(self)

    @property
    def overflow(self) -> tuple[ActionButton, ...]:
        """The buttons that do not fit, in order."""
        return tuple(self._hidden)

    def lay_out(self, message: int, *, with_message: bool) -> None:
        """Show as many widgets as fit beside a message of that many px, shown or not."""
        self._widths.clear()
        left, right = theme().metrics.edge - WAY_PADDING, theme().metrics.margin
        room = self.width() - left - right
        fit = _Fit(0)
        for fit in self._at_rest():
            if self._width(fit, message) <= room:
                break
        free = room - self._width(fit, message)
        self._place(self._beside_message(fit) if with_message else fit, left, right, free)
        # requests that this has made itself
        QCoreApplication.removePostedEvents(self, QEvent.Type.LayoutRequest)

    def give_back(self, page: Page, successor: FootRow) -> None:
        """Return to the page, hidden, widgets that a later row has not taken; release all."""
        taken = successor.content.widgets()
        for widget in self.content.widgets():
            if widget not in taken:
                widget.hide()
                widget.setParent(page)
        self._hide([])
        self.content = FootContent()
        self._ways = []

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.changed.emit()
        return done

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell why a disabled way does nothing when it is pressed."""
        action = watched.action if isinstance(watched, ActionButton) else None
        if (
            event.type() == QEvent.Type.MouseButtonPress
            and isinstance(action, BoundAction)
            and not action.isEnabled()
            and action.reason
        ):
            self.refused.emit(action.reason)
        return super().eventFilter(watched, event)

    def _at_rest(self) -> Iterator[_Fit]:
        """Yield what the row can show, from all to nothing but the primary button."""
        count = len(self._ways)
        primary = self.content.primary
        stays = primary is not None and bool(primary.alternatives)
        key = not stays or theme().width >= _WIDE
        for texts in range(self._texts, 0, -1):
            yield _Fit(count, texts=texts, ends=self._ends, key=key)
        texts = 0 if count else self._texts
        ends = range(self._ends, -1, -1)
        yield from (_Fit(count, texts, each, key) for each in ends)
        for ways in range(count, -1, -1):
            yield from (_Fit(ways, texts if ways else 0, each, key=False) for each in ends)

    def _beside_message(self, fit: _Fit) -> _Fit:
        """Return what is shown beside a message: the same ways at the same places."""
        return fit._replace(texts=min(fit.texts, self._leads), ends=0)

    def _width_of(self, widget: QWidget, brief: bool = False) -> int:
        if (widget, brief) not in self._widths:
            button = isinstance(widget, ActionButton)
            width = widget.width_at(brief=brief) if button else _least(widget)
            self._widths[widget, brief] = width
        return self._widths[widget, brief]

    def _start(self, fit: _Fit) -> _Parts:
        """Return the visible widgets at the left with their smallest widths in px."""
        ways = self._ways[: fit.ways]
        found: _Parts = []
        texts = 0
        for widget in self.content.left:
            if isinstance(widget, ActionButton):
                if widget in ways:
                    found.append((widget, self._width_of(widget, theme().metrics.narrow)))
            elif texts < fit.texts:
                texts += 1
                found.append((widget, WAY_PADDING + self._width_of(widget)))
        if fit.ways < len(self._ways):
            self._others.setText(tr("frame.foot.others"))
            found.append((self._others, self._width_of(self._others, theme().metrics.narrow)))
        return found

    def _end(self, fit: _Fit) -> _Parts:
        """Return the visible widgets at the right with their widths in px."""
        texts = [one for one in self.content.right if not isinstance(one, ActionButton)]
        hidden = texts[fit.ends :]
        shown = (one for one in self.content.right if one not in hidden)
        found = [(widget, self._width_of(widget)) for widget in shown]
        primary = self.content.primary
        if primary is not None:
            found.append((primary, self._width_of(primary, not fit.key)))
        return found

    def _start_width(self, fit: _Fit) -> int:
        return _sum(self._start(fit), _GAP)

    def _end_width(self, fit: _Fit) -> int:
        return _sum(self._end(fit), _BEFORE_PRIMARY)

    def _width(self, fit: _Fit, message: int) -> int:
        """Return the width in px without the message or with it, whichever is larger."""
        beside = self._beside_message(fit)
        return _AROUND_MESSAGE + max(
            self._start_width(fit) + self._end_width(fit),
            self._start_width(beside) + message + _AROUND_MESSAGE + self._end_width(beside),
        )

    def _place(self, fit: _Fit, left: int, right: int, free: int) -> None:
        start, end = self._start(fit), self._end(fit)
        for way in (*self._ways, self._others):
            way.set_brief(theme().metrics.narrow)
        if self.content.primary is not None:
            self.content.primary.set_brief(not fit.key)
        shown = [widget for widget, _ in (*start, *end)]
        for widget in (*self.content.widgets(), self._others):
            widget.setVisible(widget in shown)
        for widget, width in start:
            inset = _inset(widget)
            more = max(0, min(free, widget.sizeHint().width() + inset - width))
            free -= more
            self._put(widget, left + inset, width - inset + more)
            left += width + more + _GAP
        start_at = left - _GAP + _AROUND_MESSAGE if start else left
        left = self.width() - right - self._end_width(self._beside_message(fit))
        end_at = left - _AROUND_MESSAGE
        self.message_place = QRect(start_at, 1, max(0, end_at - start_at), self.height() - 1)
        left = self.width() - right - self._end_width(fit)
        for widget, width in end:
            self._put(widget, left, width)
            left += width + _BEFORE_PRIMARY
        self._hide(self._ways[fit.ways :])

    def _put(self, widget: QWidget, left: int, width: int) -> None:
        height = min(widget.sizeHint().height(), self.height() - 1)
        widget.setGeometry(left, 1 + (self.height() - 1 - height) // 2, width, height)

    def _hide(self, buttons: list[ActionButton]) -> None:
        """Keep the keys of buttons in the menu working."""
        if self._hidden == buttons:
            return
        for button in self._hidden:
            if button.action is not None:
                self.removeAction(button.action)
        for key in self._keys:
            self.removeAction(key)
            key.deleteLater()
        self._hidden = list(buttons)
        self._keys = []
        for button in buttons:
            if button.action is not None:
                self.addAction(button.action)
            elif button.key and button.listens:
                self._keys.append(key_action(button.key, self, button.click))

    def _open_others(self) -> None:
        entries = tuple(button_entry(one) for one in self._hidden)
        window_menu(self).open_beside([MenuGroup(entries)], self._others)


def button_entry(button: ActionButton) -> MenuEntry:
    """Return the menu entry of a button."""
    reason = button.action.reason if isinstance(button.action, BoundAction) else ""
    return MenuEntry(
        button.text(),
        button.click,
        button.icon_name or "",
        button.key or "",
        enabled=button.isEnabled(),
        reason=reason,
    )


def _inset(widget: QWidget) -> int:
    """Return the px before a text, which has no padding, so that it begins where an icon would."""
    return 0 if isinstance(widget, ActionButton) else WAY_PADDING


def _least(widget: QWidget) -> int:
    """Return the smallest width in px of a widget."""
    fixed = widget.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Fixed
    hint = widget.sizeHint() if fixed else widget.minimumSizeHint()
    return max(hint.width(), widget.minimumWidth())


def _sum(parts: _Parts, gap: int) -> int:
    return sum(width for _, width in parts) + gap * max(0, len(parts) - 1)
