"""Whether the keyboard focus is visible."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QWidget

from ui.rows.view import RowsView
from ui.widgets.field_box import FieldBox
from ui.widgets.focus_ring import FocusRing
from ui.widgets.menu import MenuItem
from ui.widgets.typing_guard import is_text_field
from ui.window.main_window import MainWindow


def name_of(widget: QWidget | None) -> str:
    """Return a description of a widget, for messages."""
    if widget is None:
        return "nothing"
    words = getattr(widget, "text", lambda: "")
    said = widget.accessibleName() or (words() if callable(words) else "")
    return f"{type(widget).__name__} {str(said)[:40]!r}"


def unseen(window: MainWindow) -> str:
    """Return why the focus is not visible; empty if it is."""
    focus = QApplication.focusWidget()
    if focus is None or focus.window() is not window:
        return f"the keyboard is at {name_of(focus)}"
    if not focus.isVisible() or not focus.isEnabled() or focus.visibleRegion().isEmpty():
        return f"{name_of(focus)} has the keyboard and cannot be seen"
    if is_text_field(focus):
        return "" if _box_around(focus) else f"{name_of(focus)} has no box"
    if isinstance(focus, RowsView):
        shown = [slot.row for slot in focus.slots]
        return "" if focus.current in shown else f"{name_of(focus)} shows no row in hand"
    if isinstance(focus, MenuItem):  # filled while it has the focus
        return ""
    return "" if _ringed(window, focus) else f"{name_of(focus)} has no ring"


def _box_around(field: QWidget) -> bool:
    around = field.parentWidget()
    while around is not None:
        if isinstance(around, FieldBox):
            return around.field is field
        if isinstance(around, RowsView):  # the editor in a row, which is tinted
            return True
        around = around.parentWidget()
    return False


def _ringed(window: MainWindow, focus: QWidget) -> bool:
    ring = next(each for each in window.children() if isinstance(each, FocusRing))
    box = QRect(focus.mapTo(window, QPoint(0, 0)), focus.size())
    return not ring.by_keys or (ring.isVisible() and ring.geometry().intersects(box))
