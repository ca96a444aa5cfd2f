"""Checks the controls of a window: name, role, target size and keyboard access."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QMenu,
    QScrollArea,
    QWidget,
)

from tests.helpers.visible import visible_widgets
from ui.components.page import Page
from ui.rows.scroll_bar import ScrollBar
from ui.rows.view import RowsView
from ui.widgets.field_box import FieldBox

SMALLEST_TARGET = 24  # px, WCAG 2.2 AA, 2.5.8
_NO_ROLE = {QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Border}
_BY_KEYS = {
    "AgendaBlocks": "the minutes of each step are typed in its block",
    "CheckButtons": "Left and Right choose, from the one that is in the tab order",
    "PagedList": "Up, Down and the page keys in its rows do what its page buttons do",
    "CountField": "Up and Down in the field do what its less and more do; it is typed in, too",
    "DateField": "Up and Down in the field open the calendar that its button opens",
    "GroundLine": "Enter edits the reason of the row in hand",
    "ParagraphView": "PgUp and PgDown turn it",
    "_VerdictRows": "its key turns it",
    "SuggestionLine": "Ctrl+F looks further, as it says itself",
}
"""Mouse targets that are not in the tab order, with their keys."""
_PRESSES = ("mousePressEvent", "mouseReleaseEvent")


def pressed_by_mouse(widget: QWidget) -> bool:
    """Return whether a click on it does something, by our own handler or as a button.

    A page only takes the focus.
    """
    if isinstance(widget, QAbstractButton):
        return True
    ours = type(widget).__module__.startswith("ui.")
    kinds = [kind for kind in type(widget).__mro__ if kind is not Page]
    own = [kind for kind in kinds if kind.__module__.startswith("ui.")]
    return ours and any(name in vars(kind) for kind in own for name in _PRESSES)


def takes_keyboard(widget: QWidget) -> bool:
    """Return whether Tab leads to it."""
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def controls(window: QWidget) -> list[QWidget]:
    """Return visible and usable controls, except those that only scroll or pass the focus on."""
    found = []
    for widget in visible_widgets(window):
        bare = type(widget) in (QScrollArea, QAbstractScrollArea) or isinstance(widget, QMenu)
        used = pressed_by_mouse(widget) or takes_keyboard(widget)
        if used and not bare and widget.focusProxy() is None:
            found.append(widget)
    return found


def told(widget: QWidget) -> str:
    """Return a description of a widget, for messages."""
    words = getattr(widget, "text", lambda: "")
    said = words() if callable(words) else words
    return f"{type(widget).__name__} {str(said)[:30]!r} {widget.accessibleName()[:30]!r}"


def has_a_key(widget: QWidget) -> bool:
    """Return whether it is reached by Tab, by a key, or through another widget with keys."""
    key = getattr(widget, "key", "") or getattr(widget, "key_text", "")
    if takes_keyboard(widget) or key or _takes_inside(widget):
        return True
    around: QWidget | None = widget
    while around is not None:
        kinds = {kind.__name__ for kind in type(around).__mro__}
        if kinds & _BY_KEYS.keys():
            return type(widget).__name__ in _BY_KEYS or _takes_inside(around)
        around = around.parentWidget()
    return False


def _takes_inside(widget: QWidget) -> bool:
    return any(takes_keyboard(one) for one in (widget, *widget.findChildren(QWidget)))


def spoken_rows(view: RowsView) -> list[str]:
    """Return the accessible text of each row of a list, on the page or not."""
    spoken = QAccessible.queryAccessibleInterface(view)
    rows = [spoken.child(number) for number in range(spoken.childCount())]
    assert all(row.role() == QAccessible.Role.ListItem for row in rows)
    return [row.text(QAccessible.Text.Name) for row in rows]


def spoken_current(view: RowsView, kind: QAccessible.Text = QAccessible.Text.Name) -> str:
    """Return the accessible text of the selected row of a list."""
    spoken = QAccessible.queryAccessibleInterface(view)
    rows = [spoken.child(number) for number in range(spoken.childCount())]
    selected = [row for row in rows if row.state().selected]
    return selected[0].text(kind) if selected else ""


def wrong(window: QWidget) -> list[str]:
    """Return what is wrong with the visible controls of a window, one line each."""
    found = []
    for widget in controls(window):
        spoken = QAccessible.queryAccessibleInterface(widget)
        holds_field = isinstance(widget, FieldBox)  # a click next to the text moves the focus there
        if not holds_field and not spoken.text(QAccessible.Text.Name).strip():
            found.append(f"nameless: {told(widget)}")
        if not holds_field and spoken.role() in _NO_ROLE:
            found.append(f"no role: {told(widget)}")
        if isinstance(widget, ScrollBar):  # the wheel, and keys of the list, do the same
            continue
        if min(widget.width(), widget.height()) < SMALLEST_TARGET:
            found.append(f"small target {widget.width()} × {widget.height()}: {told(widget)}")
        if not has_a_key(widget):
            found.append(f"by mouse only: {told(widget)}")
    lists = visible_widgets(window, RowsView)
    nameless = [view for view in lists if not all(name.strip() for name in spoken_rows(view))]
    return found + [f"nameless row: {told(view)}" for view in nameless]
