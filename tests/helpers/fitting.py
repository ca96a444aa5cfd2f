"""Finds every text in a window that is cut, too small, or without an accessible name."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QFontInfo
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QScrollArea,
    QTextEdit,
    QWidget,
)

from tests.helpers.needed_size import needed_size
from tests.helpers.visible import visible_widgets
from ui.rows.view import RowsView
from ui.theme.theme import theme
from ui.widgets.key_action import KeyAction
from ui.window.page_stack import ScrolledPage

SMALLEST = 13
ROOM_SHARE = 0.0444
"""Of the window's height: minimum size of text for the room."""


def faults(window: QWidget) -> list[str]:
    """Return what is wrong with the visible widgets of `window`, one line each."""
    settle()
    found: list[str] = []
    for widget in (window, *visible_widgets(window)):
        if not isinstance(widget, QMenu):
            found += cut(widget, window) + small(widget) + nameless(widget) + sideways(widget)
    return found + doubled_keys(window)


def settle() -> None:
    """Process events until nested layouts are stable."""
    for _ in range(6):
        QApplication.processEvents()


def cut(widget: QWidget, window: QWidget) -> list[str]:
    """Return texts that need more space than their widget has, or that exceed their parent."""
    size = needed_size(widget)
    if size is None:
        return []
    found = []
    if size.width() > widget.width() or size.height() > widget.height():
        found.append(f"cut: {_name(widget)} needs {_size(size)}, has {_size(widget.size())}")
    if not _scrolls(widget):
        place = QRect(widget.mapTo(window, widget.rect().topLeft()), widget.size())
        around = _visible_box(widget, window)
        if not around.adjusted(-1, -1, 1, 1).contains(place):  # a pixel is a rounding error
            found.append(f"outside: {_name(widget)} at {place}, shown in {around}")
    return found


def sideways(widget: QWidget) -> list[str]:
    """Return pages wider than their scroll area, which would require scrolling horizontally."""
    if not isinstance(widget, ScrolledPage):
        bar = widget.horizontalScrollBar() if isinstance(widget, QAbstractScrollArea) else None
        over = bar.maximum() if bar is not None else 0
        return [f"sideways: {_name(widget)} by {over} px"] if over > 0 else []
    page = widget.widget()
    room = widget.viewport().width()
    if page is None or page.width() <= room:
        return []
    far = max(
        visible_widgets(page),
        key=lambda one: one.mapTo(page, one.rect().topRight()).x(),
        default=page,
    )
    return [f"sideways: {page.width()} px in {room} px, up to {_name(far)}"]


def small(widget: QWidget) -> list[str]:
    """Return texts below 13 px."""
    shows_text = isinstance(widget, (QLabel, QAbstractButton, QLineEdit))
    px = QFontInfo(widget.font()).pixelSize()
    return [f"small: {_name(widget)} {px} px"] if shows_text and px < SMALLEST else []


def too_small_for_room(window: QWidget) -> list[str]:
    """Texts for the room that are unreadable from the last row."""
    least = ROOM_SHARE * window.height()
    found = []
    for widget in visible_widgets(window):
        role = getattr(widget, "role", getattr(widget, "_role", ""))
        if isinstance(role, str) and role.partition("-")[0] in {"room", "problem"}:
            size = theme().text_size(role)
            if isinstance(widget, (QLabel, QTextEdit)):
                size = min(size, QFontInfo(widget.font()).pixelSize())
            if size < least:
                found.append(f"{_name(widget)} of role {role} has {size} px")
    return found


def nameless(widget: QWidget) -> list[str]:
    """Return focusable widgets without an accessible name."""
    if widget.focusPolicy() in (Qt.FocusPolicy.NoFocus, Qt.FocusPolicy.ClickFocus):
        return []
    if widget.focusProxy() is not None or isinstance(widget, QScrollArea) or widget.isWindow():
        return []
    interface = QAccessible.queryAccessibleInterface(widget)
    spoken = interface.text(QAccessible.Text.Name) if interface else widget.accessibleName()
    return [] if spoken.strip() else [f"nameless: {_name(widget)}"]


def doubled_keys(window: QWidget) -> list[str]:
    """Return keys with two active actions, which Qt would call ambiguous."""
    seen: dict[str, KeyAction] = {}
    found = []
    carriers = [one for one in (window, *visible_widgets(window)) if one.isEnabled()]
    for action in dict.fromkeys(action for one in carriers for action in one.actions()):
        if not isinstance(action, KeyAction) or not (action.listens and action.isEnabled()):
            continue
        for key in (one.toString() for one in action.shortcuts()):
            if key in seen:
                found.append(f"doubled: {key} of {action.objectName() or action.text()}")
            seen[key] = action
    return found


def _visible_box(widget: QWidget, window: QWidget) -> QRect:
    """Return the part of the window in which `widget` could be visible completely."""
    box = window.rect()
    parent = widget.parentWidget()
    while parent is not None and parent is not window:
        place = QRect(parent.mapTo(window, parent.rect().topLeft()), parent.size())
        box = box.intersected(place)
        parent = parent.parentWidget()
    return box


def _scrolls(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractScrollArea):
            return True
        place = QRect(widget.mapTo(parent, QPoint()), widget.size())
        if isinstance(parent, RowsView) and not parent.rect().intersects(place):
            return True  # it stands at a row of another page
        parent = parent.parentWidget()
    return False


def _name(widget: QWidget) -> str:
    words = getattr(widget, "text", lambda: "")
    said = words() if callable(words) else words
    return f"{type(widget).__name__} {widget.objectName()} {str(said)[:40]!r}"


def _size(size: object) -> str:
    return f"{size.width()}x{size.height()}"
