"""A list with unsplit rows and pages, and a caption with notes below it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.rows.row import Row
from ui.rows.style import Style, plain
from ui.rows.view import RowsView
from ui.theme.theme import theme
from ui.widgets.boxes import STRETCH, column, row
from ui.widgets.deferred_layout import Refitted
from ui.widgets.flow import Flow
from ui.widgets.key_action import KeyAction, key_action
from ui.widgets.plain_field import PlainField
from ui.widgets.text import Text
from workshop_app.i18n import tr


class PagedList(Refitted, QWidget):
    """Rows (``ui.rows.row.Row``) that are never shortened, shrunk or partially scrolled.

    Up and Down move the current row, PgUp and PgDn turn pages, wheel and scroll bar move whole
    rows. Enter emits ``activated``, a row's own key or button emits ``acted``, a click on its box
    ``ticked``. Caption and notes are below the rows. ``style`` returns the measures of the rows
    (``ui.rows.style``); ``view`` is another view of them. With ``paging_keys`` false PgUp and PgDn
    are left to the page.
    """

    SPANS_PAGE: ClassVar[bool] = True

    def __init__(
        self,
        label: str,
        *,
        role: str = "room",
        style: Callable[[str, int], Style] = plain,
        view: RowsView | None = None,
        paging_keys: bool = True,
    ) -> None:
        super().__init__()
        self.row_actions: Sequence[str] = ()
        """Ids of the declared actions that the menu of a row lists."""
        self.nothing: QWidget | None = None
        """What `show_rows` shows instead of an empty list."""
        self._label = label
        self._keys: dict[str, KeyAction] = {}
        self._notes: list[QWidget] = []
        self.view = view or RowsView(role, style)
        self.current_changed = self.view.current_changed
        self.clicked = self.view.clicked
        self.activated = self.view.activated
        self.acted = self.view.acted
        self.ticked = self.view.ticked
        self._caption = Text(f"{role}-quiet" if role == "room" else "body-quiet", "", wrap=False)
        if paging_keys:
            self.view.take_paging_keys()
        self._arrange()
        self.view.page_changed.connect(self.refit.invalidate)
        self.view.page_changed.connect(self._sync_keys)

    def set_rows(self, rows: Sequence[Row], current: str | None = None) -> None:
        """Show these rows, with the row of id ``current`` selected (None: keep the selection)."""
        if current is None and self.view.current >= 0:
            current = self.current_id()
        self.view.set_rows(rows, current)
        self._name_view()

    def show_rows(self, rows: Sequence[Row], otherwise: str | None = None) -> None:
        """Show these rows; if the current one is gone, ``otherwise`` or the first is current."""
        current, ids = self.current_id(), [row.id for row in rows]
        self.set_rows(rows, current if current in ids else otherwise or next(iter(ids), None))
        if self.nothing is not None:
            self.setVisible(bool(rows))
            self.nothing.setVisible(not rows)

    def rows(self) -> tuple[Row, ...]:
        """Return all rows."""
        return self.view.rows

    def current_id(self) -> str | None:
        """Return the id of the current row, or None."""
        row = self.view.current_row
        return row.id if row is not None else None

    def set_current(self, row_id: str) -> None:
        """Select a row, without emitting ``current_changed``."""
        ids = [row.id for row in self.view.rows]
        if row_id in ids:
            self.view.set_current(ids.index(row_id), tell=False)

    def set_caption(self, text: str) -> None:
        """Change the text at the left below the rows, such as their number."""
        self._caption.setText(text)
        self.refit.invalidate()

    def add_note(self, widget: QWidget) -> None:
        """Add a widget next to the caption."""
        self._notes.append(widget)
        if isinstance(self._footer_row, Flow):
            self._footer_row.addWidget(widget)
        else:
            self._footer_row.insertWidget(1, widget)

    def set_label(self, label: str) -> None:
        """Change the accessible name."""
        self._label = label
        self._name_view()

    def take_keys_from(self, field: PlainField) -> None:
        """Let Up and Down move the current row while ``field`` has the focus."""
        self.view.take_keys_from(field)

    def leave_keyboard_to(self, field: PlainField) -> None:
        """Keep the focus in ``field``, also after a click on a row; Up and Down move there."""
        self.view.leave_keyboard_to(field)

    def _arrange(self) -> None:
        self._footer = QWidget()
        if theme().stacked:
            self._footer_row: QHBoxLayout | Flow = Flow(8, self._footer)
            self._footer_row.addWidget(self._caption)
        else:
            self._footer_row = row(self._footer, self._caption, STRETCH)
        column(self, (self.view, 1), self._footer, gap=6)
        self._footer.hide()
        self.setFocusProxy(self.view)

    def fit_parts(self) -> None:
        """Begin the footer where the rows do, and hide it if it has nothing."""
        left, right = self.view.sides
        self._footer.setContentsMargins(left, 0, right, 0)
        parts = [self._caption, *self._notes]
        self._caption.setVisible(bool(self._caption.text()))
        self._footer.setVisible(any(not part.isHidden() for part in parts))

    def _sync_keys(self) -> None:
        """Bind the keys of the buttons on the page."""
        buttons = (self.view.rows[slot.row].button for slot in self.view.slots)
        for key in {button.key for button in buttons if button is not None}:
            if key and key not in self._keys:
                self._keys[key] = key_action(key, self.view, lambda key=key: self._press(key))

    def _press(self, key: str) -> None:
        for slot in self.view.slots:
            row = self.view.rows[slot.row]
            if row.button is not None and row.button.key == key:
                self.acted.emit(row.id)
                return

    def _name_view(self) -> None:
        empty = tr("widgets.list.empty", label=self._label)
        self.view.setAccessibleName(self._label if self.view.rows else empty)
