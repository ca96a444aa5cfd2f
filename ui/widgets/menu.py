"""The menu of the kit: actions in groups, painted over their window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import product
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QEnterEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.theme.icons import paint_icon
from ui.theme.qt_palette import show_through
from ui.theme.style_sheet import dress_bars
from ui.theme.theme import theme
from ui.widgets.boxes import FULL_WIDTH, column
from ui.widgets.discard import discard
from ui.widgets.flow import Flow
from ui.widgets.focus_loan import FocusLoan
from ui.widgets.line import Line
from ui.widgets.painted import Painted
from ui.widgets.painted_button import PaintedButton
from ui.widgets.painting import draw_key, inset, key_size, rounded
from ui.widgets.text import Text
from ui.widgets.text_layout import TextLayout, draw_line, in_role, text_width
from workshop_app.i18n import tr

MOST_COLUMNS = 4
_HEIGHT = 40  # px of an entry on one line
_LOW_HEIGHT = 36  # the same in a low window
_SIDE = 12
_ICON = 18
_ICON_SPACE = _ICON + 10
_GAP = 16
_PADDING = 8  # px between the sheet and its items, its anchor, and the edges of the window
_MOST_BESIDE = 0.8
"""The largest part of the window that a menu beside a widget takes, so that the page is seen."""
_WIDEST_COLUMN = 480
_LONGEST = 48  # letters of a typed text
_POPUP = Qt.FocusReason.PopupFocusReason
_MODIFIERS = {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta}
_WRITING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_LEAVING = {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
_ITS_KEYS = {
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home,
    Qt.Key.Key_End, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Escape,
    *_LEAVING,
}  # fmt: skip


class MenuEntry(NamedTuple):
    """One menu entry: ``then`` is called when it is selected.

    ``key`` is shown but not handled by the menu. A disabled entry shows its ``reason``, if known.
    ``initials`` are letters that select it, in addition to the first one of ``words``.
    """

    words: str
    then: Callable[[], object]
    icon: str = ""
    key: str = ""
    enabled: bool = True
    reason: str = ""
    initials: str = ""

    @property
    def shown_reason(self) -> str:
        """The text shown instead of the key."""
        return "" if self.enabled else self.reason


class MenuGroup(NamedTuple):
    """Entries with a heading; ``reason`` is why all of them are disabled."""

    entries: tuple[MenuEntry, ...]
    title: str = ""
    reason: str = ""


def shortened(text: str, longest: int = _LONGEST) -> str:
    """Return a text that people typed in a length that fits an entry."""
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def window_menu(widget: QWidget) -> Menu:
    """Return the menu of a widget's window; each window has one."""
    window = widget.window()
    return window.findChild(Menu, options=Qt.FindChildOption.FindDirectChildrenOnly) or Menu(window)


class Menu(QWidget):
    """Covers a window while it is open; a click outside its sheet only closes it.

    Arrows, Home, End and first letters move, Enter and Space select, Esc closes. Any other key
    closes it as well and is then handled as usual. In the list of a field, Tab selects what the
    arrows moved to and leaves the field, which gets what is typed. One that waits leaves the field
    the keyboard and does not cover the window: an arrow or the pointer enters it, any other key
    closes it. ``closed`` is emitted afterwards. It does not open while ``may_open`` returns False.
    """

    SPOKEN_ROLE = QAccessible.Role.Pane

    closed = Signal()
    focus_not_restored = Signal()
    """It was closed, and the widget that had the focus before was deleted or hidden."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._loan = FocusLoan()
        self._sheet: _MenuSheet | None = None
        self._field: QWidget | None = None
        """The field of which it is the list."""
        self._moved = False
        """Whether a key moved to the current entry."""
        self.may_open: Callable[[], bool] = lambda: True
        self.hide()
        window.installEventFilter(self)

    @property
    def items(self) -> tuple[MenuItem, ...]:
        """The current entries, column by column; empty while it is closed."""
        return self._sheet.items if self._sheet is not None else ()

    def open_at(self, groups: Sequence[MenuGroup], point: QPoint) -> None:
        """Open in one column with a corner at a point of the window."""
        sheet = self._begin(groups)
        if sheet is None:
            return
        size = sheet.fitting(1, self._window.width() - 2 * _PADDING, self._room_height())
        left = min(point.x(), self._window.width() - size.width() - _PADDING)
        top = point.y()
        if top + size.height() > self._window.height() - _PADDING:
            top -= size.height()
        self._show(sheet, QPoint(left, top), size)

    def open_beside(
        self,
        groups: Sequence[MenuGroup],
        widget: QWidget,
        *,
        of_field: QWidget | None = None,
        waits: bool = False,
    ) -> None:
        """Open in one column below a widget of the window, or above if there is more space.

        ``of_field``: it is the list of that field; ``waits``: which keeps the keyboard.
        """
        sheet = self._begin(groups)
        if sheet is None:
            return
        anchor = QRect(widget.mapTo(self._window, QPoint(0, 0)), widget.size())
        below = self._window.height() - anchor.bottom() >= anchor.top()
        room = self._window.height() - anchor.bottom() if below else anchor.top()
        most = round(_MOST_BESIDE * self._window.height())
        width = self._window.width() - 2 * _PADDING
        size = sheet.fitting(1, width, min(most, max(room - 4 - _PADDING, most // 2)))
        size.setWidth(max(size.width(), min(anchor.width(), _WIDEST_COLUMN, width)))
        top = anchor.bottom() + 4 if below else anchor.top() - 4 - size.height()
        left = min(anchor.left(), self._window.width() - size.width() - _PADDING)
        self._show(sheet, QPoint(left, top), size, waits=waits)
        self._field = of_field
        if waits and of_field is not None:
            of_field.installEventFilter(self)

    def open_within(self, groups: Sequence[MenuGroup], area: QRect) -> None:
        """Open at the foot of an area of the window, in its width, in as many columns as fit."""
        sheet = self._begin(groups)
        if sheet is None:
            return
        size = sheet.fitting(MOST_COLUMNS, area.width(), area.height())
        size.setWidth(max(size.width(), area.width()))
        self._show(sheet, QPoint(area.left(), area.bottom() + 1 - size.height()), size)

    def close_menu(self, *, gives_back: bool = True) -> None:
        """Close it and restore the focus."""
        if self._sheet is None:
            return
        sheet = self._sheet
        if self._field is not None:
            self._field.removeEventFilter(self)
        self._sheet = self._field = None
        self._moved = False
        self.hide()
        discard(sheet)
        if gives_back and not self._loan.give_back(_POPUP):
            self.focus_not_restored.emit()
        self.closed.emit()

    def pick(self, item: MenuItem) -> None:
        """Close the menu and trigger an entry."""
        then = item.entry.then
        self.close_menu()
        then()

    def show_item(self, item: MenuItem) -> None:
        """Scroll to an entry if the window is too low for all of them."""
        if self._sheet is not None:
            self._sheet.scroll_to(item)

    # -- events

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field:
            return self._waited(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.WindowDeactivate):
            self.close_menu()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self._uses(event):
                event.accept()
                return True
            if event.key() not in _MODIFIERS:
                self.close_menu()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self._current()
        typed = event.text()
        types = bool(typed.strip()) and typed.isprintable()
        if self._field is not None and (types or event.key() in _LEAVING):
            self._leave_to(self._field, event)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_menu()
        elif current is not None and event.key() in _ITS_KEYS:
            self._move(current, Qt.Key(event.key()))
        elif typed:
            self._go_to_letter(typed)
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        if self._field is not None:
            key = Qt.Key.Key_Tab if forward else Qt.Key.Key_Backtab
            event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
            self._leave_to(self._field, event)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.close_menu()
        event.accept()

    def contextMenuEvent(self, event: QEvent) -> None:
        event.accept()

    def wheelEvent(self, event: QEvent) -> None:
        event.accept()

    # -- inside

    def _uses(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~_WRITING:
            return False
        return event.key() in _ITS_KEYS or (bool(event.text()) and event.text().isprintable())

    def _begin(self, groups: Sequence[MenuGroup]) -> _MenuSheet | None:
        self.close_menu()
        if not self.may_open() or not any(group.entries for group in groups):
            return None
        return _MenuSheet(self, groups)

    def _show(self, sheet: _MenuSheet, corner: QPoint, size: QSize, *, waits: bool = False) -> None:
        self._sheet = sheet
        self.setGeometry(self._window.rect())
        left = max(_PADDING, min(corner.x(), self.width() - size.width() - _PADDING))
        top = max(_PADDING, min(corner.y(), self.height() - size.height() - _PADDING))
        sheet.setGeometry(QRect(QPoint(left, top), size))
        if waits:
            self.setGeometry(sheet.geometry())
            sheet.move(0, 0)
        sheet.show()
        self.show()
        self.raise_()
        first = next((item for item in sheet.items if item.isEnabled()), None)
        self._loan.take((QApplication.focusWidget() if waits else first) or sheet, _POPUP)

    def _waited(self, event: QEvent) -> bool:
        """Handle what its field gets; return whether that is for the menu alone."""
        key = event.key() if isinstance(event, QKeyEvent) else None
        if event.type() == QEvent.Type.ShortcutOverride and key == Qt.Key.Key_Escape:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.items[0].take_focus()
            return True
        if event.type() == QEvent.Type.InputMethod or (
            event.type() == QEvent.Type.KeyPress and key not in _MODIFIERS
        ):
            self.close_menu()
        elif event.type() == QEvent.Type.FocusOut:
            focus = QApplication.focusWidget()
            if focus is None or not self.isAncestorOf(focus):
                self.close_menu(gives_back=False)
        return key == Qt.Key.Key_Escape

    def _room_height(self) -> int:
        return self._window.height() - 2 * _PADDING

    def _current(self) -> MenuItem | None:
        return next((item for item in self.items if item.hasFocus()), None)

    def _leave_to(self, field: QWidget, event: QKeyEvent) -> None:
        """Close, after Tab with the entry to which a key moved, and give the key to the field."""
        current = self._current()
        if self._moved and current is not None and event.key() in _LEAVING:
            self.pick(current)
        else:
            self.close_menu()
            field.setFocus()
        QApplication.sendEvent(field, event)

    def _move(self, current: MenuItem, key: Qt.Key) -> None:
        if self._sheet is None:
            return
        self._moved = True
        live = [item for item in self.items if item.isEnabled()]
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            live[0 if key == Qt.Key.Key_Home else -1].take_focus()
            return
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._move_across(current, -1 if key == Qt.Key.Key_Left else 1)
            return
        by = -1 if key in (Qt.Key.Key_Up, Qt.Key.Key_Backtab) else 1
        live[(live.index(current) + by) % len(live)].take_focus()

    def _move_across(self, current: MenuItem, by: int) -> None:
        """Move to the nearest item of the next column."""
        columns = self._sheet.columns if self._sheet is not None else ()
        here = next((n for n, items in enumerate(columns) if current in items), 0)
        y = _middle(current)
        for number in range(here + by, len(columns) if by > 0 else -1, by):
            live = [item for item in columns[number] if item.isEnabled()]
            if live:
                min(live, key=lambda item: abs(_middle(item) - y)).take_focus()
                return

    def _go_to_letter(self, letter: str) -> None:
        """Move to the next entry that begins with a letter, wrapping around."""
        live = [item for item in self.items if item.isEnabled()]
        current = self._current()
        start = live.index(current) + 1 if current in live else 0
        for item in (*live[start:], *live[:start]):
            if item.begins_with(letter):
                item.take_focus()
                return


class MenuItem(PaintedButton):
    """One entry, with its key or the reason why it is disabled at the right."""

    SPOKEN_ROLE = QAccessible.Role.MenuItem

    def __init__(self, entry: MenuEntry, menu: Menu, parent: QWidget) -> None:
        super().__init__(entry.words, parent=parent)
        self.entry = entry
        self._menu = menu
        self.clicked.connect(lambda: menu.pick(self))
        self.setEnabled(entry.enabled)
        self.setSizePolicy(*FULL_WIDTH)
        self.setAccessibleDescription(entry.shown_reason or entry.key)

    def begins_with(self, letter: str) -> bool:
        """Return whether a letter selects it."""
        letters = {self.entry.words[:1].casefold(), *self.entry.initials.casefold()}
        return letter.casefold() in letters

    def take_focus(self) -> None:
        """Select the entry and make it visible."""
        self.setFocus(_POPUP)
        self._menu.show_item(self)

    def set_width(self, width: int) -> None:
        """Set the width in px; text that needs more is wrapped, and a reason is below it."""
        height = self._text_layout(width).height
        if (reason := self._reason_below(width)) is not None:
            height += reason.height
        self.setFixedHeight(max(_item_height(), round(height) + 12))

    def sizeHint(self) -> QSize:
        return QSize(_width_of(self.entry), _item_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, _item_height())

    def focus_shape(self) -> None:
        """Return None: the current entry is filled instead."""

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        if self.isEnabled():
            self.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if not event.isAutoRepeat():
                self.click()
        else:
            self._menu.keyPressEvent(event)  # otherwise the scroll area would scroll

    def paint(self, painter: QPainter) -> None:
        if self.hasFocus():
            border = "accent" if theme().palette.high_contrast else None
            box = inset(self, 1)
            rounded(painter, box, 8, "accent_soft", border, 2)
        token, beside = ("ink", "ink2") if self.isEnabled() else ("ink3", "ink3")
        middle = self.height() / 2
        if self.entry.icon:
            paint_icon(painter, self.entry.icon, beside, _SIDE, middle, _ICON)
        lines = self._text_layout(self.width())
        below = self._reason_below(self.width())
        top = middle - (lines.height + (below.height if below is not None else 0)) / 2
        lines.draw(painter, _SIDE + _ICON_SPACE, top, token)
        right = self.width() - _SIDE
        if below is not None:
            below.draw(painter, _SIDE + _ICON_SPACE, top + lines.height, "ink3")
        elif reason := self.entry.shown_reason:
            x = right - text_width(reason, "meta")
            draw_line(painter, reason, "meta", "ink3", x, 0, self.height())
        elif key := self.entry.key:
            draw_key(painter, key, right - key_size(key)[0], middle, beside, self.isEnabled())

    def _reason_below(self, width: int) -> TextLayout | None:
        """Return the reason as it is below the words; None if it is beside them."""
        if not self.entry.shown_reason or _width_of(self.entry) <= width:
            return None
        room = width - 2 * _SIDE - _ICON_SPACE
        return in_role(self.entry.shown_reason, "meta", room)

    def _text_layout(self, width: int) -> TextLayout:
        beside = 2 * _SIDE + _ICON_SPACE
        if self._reason_below(width) is None:
            beside = _width_beside_words(self.entry)
        room = max(theme().text_size("body") * 4, width - beside)
        return in_role(self.entry.words, "body", room)


class _MenuSheet(Painted):
    """The groups in columns; scrolls if the window is too low for them."""

    SPOKEN_ROLE = QAccessible.Role.PopupMenu

    def __init__(self, menu: Menu, groups: Sequence[MenuGroup]) -> None:
        super().__init__(menu)
        self._menu = menu
        self._groups = tuple(group for group in groups if group.entries)
        self._columns: list[list[MenuItem]] = []
        titles = [group.title for group in self._groups if group.title]
        self.setAccessibleName(tr("widgets.strip.and").join(titles) or tr("menu.name"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area = QScrollArea(self)
        dress_bars(self._area)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column(self, self._area, around=(1, 1, 1, 1))

    @property
    def columns(self) -> tuple[tuple[MenuItem, ...], ...]:
        return tuple(tuple(items) for items in self._columns)

    @property
    def items(self) -> tuple[MenuItem, ...]:
        """All items, column by column."""
        return tuple(item for items in self._columns for item in items)

    def fitting(self, most: int, width: int, height: int) -> QSize:
        """Arrange in at most that many columns within a width and a height; return the size."""
        count = max(1, min(most, len(self._groups)))
        while count > 1 and _sum_of(self._widths(self._in_columns(count))) > width:
            count -= 1
        columns = self._in_columns(count)
        widths = self._widths(columns)
        if most > 1 or _sum_of(widths) > width:
            extra = (width - _sum_of(widths)) // count
            widths = [one + extra for one in widths]
        inner = self._arranged(columns, widths)
        self._area.setWidget(inner)
        show_through(self._area)
        needed = inner.sizeHint().height() + 2
        bar = self._area.verticalScrollBar().sizeHint().width() if needed > height else 0
        return QSize(min(width, _sum_of(widths) + bar), min(needed, height))

    def scroll_to(self, item: MenuItem) -> None:
        """Make an entry visible."""
        self._area.ensureWidgetVisible(item, 0, 0)
        if item is self.items[0]:  # with the heading above it
            self._area.verticalScrollBar().setValue(0)

    def paint(self, painter: QPainter) -> None:
        box = inset(self, 0.5)
        rounded(painter, box, 12, "surface", "edge")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close it on a click between the entries, but not on a disabled one."""
        point = self._area.mapFrom(self, event.position().toPoint())
        inner = self._area.childAt(point)
        if not isinstance(inner, MenuItem):
            self._menu.close_menu()
        event.accept()

    def _in_columns(self, count: int) -> list[list[MenuGroup]]:
        """Return the groups in that many columns, with the longest one as short as possible."""
        splits = (
            tuple(
                [group for group, column in zip(self._groups, split, strict=True) if column == n]
                for n in range(count)
            )
            for split in product(range(count), repeat=len(self._groups))
        )
        return list(min(splits, key=_unevenness))

    def _widths(self, columns: Sequence[Sequence[MenuGroup]]) -> list[int]:
        most = max(_WIDEST_COLUMN, 20 * theme().text_size("body"))
        return [min(most, max(_width_of_group(group) for group in column)) for column in columns]

    def _arranged(self, columns: Sequence[Sequence[MenuGroup]], widths: Sequence[int]) -> QWidget:
        inner = QWidget()
        row = QHBoxLayout(inner)
        row.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        row.setSpacing(_PADDING)
        self._columns = []
        for groups, width in zip(columns, widths, strict=True):
            if self._columns:
                row.addWidget(Line(upright=True))
            column = QVBoxLayout()
            column.setSpacing(0)
            items: list[MenuItem] = []
            for number, group in enumerate(groups):
                if number:
                    column.addSpacing(_PADDING)
                if group.title:
                    column.addWidget(_Heading(group, inner))
                for entry in group.entries:
                    items.append(MenuItem(entry, self._menu, inner))
                    items[-1].set_width(width)
                    column.addWidget(items[-1])
            self._columns.append(items)
            column.addStretch(1)
            row.addLayout(column, width)
        return inner


class _Heading(QWidget):
    """The title of a group, and the reason why all of it is disabled."""

    def __init__(self, group: MenuGroup, parent: QWidget) -> None:
        super().__init__(parent)
        self.setContentsMargins(_SIDE, 6, _SIDE, 4)
        flow = Flow(10, self)
        flow.addWidget(Text("meta-bold", group.title, wrap=False, colour="ink2"))
        if group.reason:
            flow.addWidget(Text("hint", group.reason, wrap=False))


def _item_height() -> int:
    return _LOW_HEIGHT if theme().metrics.low else _HEIGHT


def _unevenness(columns: Sequence[Sequence[MenuGroup]]) -> tuple[bool, int]:
    """Return whether a column is empty, and the length of the longest in entries and headings."""
    lengths = [sum(len(group.entries) + 1 for group in groups) for groups in columns]
    return not all(lengths), max(lengths)


def _sum_of(widths: Sequence[int]) -> int:
    """Return the width in px of a sheet with such columns."""
    between = (len(widths) - 1) * (2 * _PADDING + 1)
    return sum(widths) + between + 2 * _PADDING + 2


def _width_of_group(group: MenuGroup) -> int:
    """Return the width in px of a group with one line per entry."""
    reason = text_width(group.reason, "hint") + 10 if group.reason else 0
    title = text_width(group.title, "meta-bold") + reason + 2 * _SIDE
    return max(title, *(_width_of(entry) for entry in group.entries))


def _width_of(entry: MenuEntry) -> int:
    """Return the width in px of an entry on one line."""
    return text_width(entry.words, "body") + _width_beside_words(entry)


def _width_beside_words(entry: MenuEntry) -> int:
    width = 2 * _SIDE + _ICON_SPACE
    if reason := entry.shown_reason:
        return width + _GAP + text_width(reason, "meta")
    return width + (_GAP + key_size(entry.key)[0] if entry.key else 0)


def _middle(item: QWidget) -> int:
    return item.mapTo(item.window(), QPoint(0, item.height() // 2)).y()
