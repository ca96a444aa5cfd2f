"""The preview of an import of files."""

from __future__ import annotations

from collections.abc import Sequence

from ui.components.import_preview import ImportPreview
from ui.components.setup_files.reading import FilesRead
from ui.rows.cells import Words
from ui.rows.paged_list import PagedList
from ui.rows.row import Row, detail
from workshop_app.domain.setup_part import SetupPart
from workshop_app.i18n import tr
from workshop_app.services.imports.mackerel.preview import SetupPreview
from workshop_app.services.imports.mackerel.words import remarks, summary


class FilesPreview(ImportPreview):
    """A row for each part, then one with the reason for each file that cannot be read.

    ``accepted`` carries the previews of all parts.
    """

    def __init__(self, role: str) -> None:
        self._read = FilesRead()
        rows = PagedList(tr("setup.files.head"), role=role, paging_keys=False)
        super().__init__("tray", rows, tr("setup.files.cancel"), tr("setup.files.add"))

    def show_files(self, read: FilesRead, existing: Sequence[SetupPart]) -> None:
        """Show what was read."""
        self._read = read
        rows = [_row(str(n), preview, existing) for n, preview in enumerate(read.previews)]
        rows += [
            Row(f"refused-{n}", sentence, after=(Words("", "circle-alert", "danger"),), quiet=True)
            for n, sentence in enumerate(read.refused)
        ]
        self.list.set_rows(rows, rows[0].id if rows else None)
        self.show_head(tr("setup.files.head" if read.previews else "setup.files.nothing"))
        self.add_button.setVisible(bool(read.previews))
        self.show()
        self.list.setFocus()

    def accept(self) -> None:
        if self._read.previews:
            self.accepted.emit(self._read.previews)

    def clear(self) -> None:
        self._read = FilesRead()
        self.list.set_rows([])
        super().clear()


def _row(row_id: str, preview: SetupPreview, existing: Sequence[SetupPart]) -> Row:
    marks = (Words(tr("setup.files.replaces"), "refresh"),) if preview.replaces else ()
    known = remarks([preview], existing)
    facts = "\n".join(known[1:] if preview.replaces else known)
    return Row(row_id, summary(preview), after=marks, opened=detail(facts))
