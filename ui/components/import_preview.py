"""Shows what an import would add."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.actions.table import key_of
from ui.rows.paged_list import PagedList
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import column, row
from ui.widgets.deferred_layout import Refitted
from ui.widgets.icon_label import IconLabel
from ui.widgets.text import Text

_WIDE = 800  # px; below that the buttons are below the text


class ImportPreview(Refitted, QWidget):
    """A list that a page shows instead of its own; Enter adds what is in it, Esc nothing.

    ``others`` are further buttons, ``above`` are over the list. The page calls ``cancel`` when Esc
    is pressed.
    """

    accepted = Signal(object)
    """What is to be added, a tuple."""
    closed = Signal()

    def __init__(
        self,
        icon: str,
        rows: PagedList,
        cancel: str,
        add: str = "",
        *,
        others: tuple[ActionButton, ...] = (),
        above: tuple[QWidget, ...] = (),
    ) -> None:
        super().__init__()
        self.list = rows
        self._head = Text("section")
        self._note = Text("meta")
        self.add_button = ActionButton(add, key=key_of("moving.enter"), kind="primary")
        self.cancel_button = ActionButton(cancel, key=key_of("moving.escape"))
        self.add_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.cancel)
        rows.activated.connect(lambda _id: self.accept())
        words = column(None, self._head, self._note, gap=0)
        self._top = row(None, (row(None, IconLabel(icon, "accent", 20), (words, 1), gap=10), 1))
        self._top.addLayout(row(None, *others, self.cancel_button, self.add_button, gap=10))
        layout = column(self, self._top, *above, (rows, 1), gap=10)
        layout.addStretch(0)
        self.hide()

    def show_head(self, head: str, note: str = "") -> None:
        """Show what is previewed, and a remark on it."""
        self._head.setText(head)
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def accept(self) -> None:
        """Emit ``accepted`` if there is something to add."""
        raise NotImplementedError

    def clear(self) -> None:
        """Hide the preview."""
        self.hide()

    def cancel(self) -> None:
        """Close without adding anything."""
        self.clear()
        self.closed.emit()

    def fit_parts(self) -> None:
        direction = QBoxLayout.Direction
        beside = self.width() >= _WIDE
        self._top.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
