"""The preview of an import of files."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.actions.table import key_of
from ui.components.setup_files.reading import FilesRead
from ui.rows.cells import Words
from ui.rows.paged_list import PagedList
from ui.rows.row import Row, detail
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import NO_MARGINS, column, row
from ui.widgets.flow import Flow
from ui.widgets.icon_label import IconLabel
from ui.widgets.text import Text
from workshop_app.domain.setup_part import SetupPart
from workshop_app.i18n import tr
from workshop_app.services.imports.mackerel.preview import SetupPreview
from workshop_app.services.imports.mackerel.words import remarks, summary


class FilesPreview(QWidget):
    """A row for each part, then one with the reason for each file that cannot be read.

    Enter adds all parts (``accepted(previews)``), Esc none. ``closed``: the preview was left.
    """

    accepted = Signal(object)
    closed = Signal()

    def __init__(self, role: str) -> None:
        super().__init__()
        self._read = FilesRead()
        self._head = Text("section", tr("setup.files.head"))
        self.list = PagedList(tr("setup.files.head"), role=role, paging_keys=False)
        self.add_button = ActionButton(
            tr("setup.files.add"), key=key_of("moving.enter"), kind="primary", keyless=True
        )
        self.cancel_button = ActionButton(
            tr("setup.files.cancel"), key=key_of("moving.escape"), keyless=True
        )
        self.add_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.cancel)
        self.list.activated.connect(lambda _: self.accept())
        self._arrange()
        self.hide()

    def show_files(self, read: FilesRead, existing: Sequence[SetupPart]) -> None:
        """Show what was read."""
        self._read = read
        rows = [_row(str(n), preview, existing) for n, preview in enumerate(read.previews)]
        rows += [
            Row(f"refused-{n}", sentence, after=(Words("", "circle-alert", "danger"),), quiet=True)
            for n, sentence in enumerate(read.refused)
        ]
        self.list.set_rows(rows, rows[0].id if rows else None)
        self._head.setText(tr("setup.files.head" if read.previews else "setup.files.nothing"))
        self.add_button.setVisible(bool(read.previews))
        self.show()
        self.list.setFocus()

    def accept(self) -> None:
        """Emit what can be added, if anything."""
        if self._read.previews:
            self.accepted.emit(self._read.previews)

    def cancel(self) -> None:
        """Close without adding anything."""
        self._read = FilesRead()
        self.list.set_rows([])
        self.hide()
        self.closed.emit()

    def _arrange(self) -> None:
        top = row(None, IconLabel("tray", "accent", 20), (self._head, 1), gap=10)
        buttons = Flow(10) if theme().stacked else top
        for button in (self.cancel_button, self.add_button):
            buttons.addWidget(button)
        column(
            self,
            top,
            buttons if isinstance(buttons, Flow) else None,
            (self.list, 1),
            gap=10,
            around=NO_MARGINS,
        )


def _row(row_id: str, preview: SetupPreview, existing: Sequence[SetupPart]) -> Row:
    marks = (Words(tr("setup.files.replaces"), "refresh"),) if preview.replaces else ()
    known = remarks([preview], existing)
    facts = "\n".join(known[1:] if preview.replaces else known)
    return Row(row_id, summary(preview), after=marks, opened=detail(facts))
