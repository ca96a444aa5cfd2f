"""The files of the customer's Mackerel: choosing, dropping, previewing and listing them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QWidget

from ui.actions.binding import bind, button_for
from ui.components.empty_state import EmptyState
from ui.components.section import PreviewingSection
from ui.components.setup_files.preview import FilesPreview
from ui.components.setup_files.reading import read_files
from ui.components.timestamps import now
from ui.rows.cells import Button, Words
from ui.rows.paged_list import PagedList
from ui.rows.row import Row
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import beside, column
from ui.widgets.text import Text
from workshop_app.domain.setup_json import facts_of
from workshop_app.domain.setup_part import SetupPart
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import texts, tr
from workshop_app.services.commands.setup import ImportSetup, RemoveSetup
from workshop_app.services.imports.mackerel.preview import SetupPreview
from workshop_app.services.imports.mackerel.words import part_title


class FilesSection(PreviewingSection[FilesPreview]):
    """The imported files, or instructions to get them; dropped files are previewed first.

    Files are chosen in a dialog only in private mode, because it shows folders to the room.
    ``added``: files were imported.
    """

    NAME = "files"

    added = Signal()

    def build(self) -> None:
        self._workshop_id = ""
        self._parts: tuple[SetupPart, ...] = ()
        self.preview = FilesPreview(self.role)
        self.preview.accepted.connect(self._add)
        self.preview.closed.connect(self._show_list)
        self.rows = PagedList(tr("setup.files.list"), role=self.role, paging_keys=False)
        self.rows.acted.connect(self.remove)
        bind(self.rows, "setup.remove", self._remove_current)
        self._how_to = HowTo(self.role)
        self._arrange()

    def refresh(self, state: WorkshopState) -> None:
        if self._workshop_id not in ("", state.workshop.id):
            self.preview.cancel()
        self._workshop_id = state.workshop.id
        self._parts = state.setup
        self.rows.show_rows([_row(part) for part in state.setup])
        self.rows.set_caption(tr("setup.files.count", n=len(state.setup)))
        if not self.previewing:
            self._show_rows()

    def preview_files(self, paths: Sequence[Path]) -> None:
        """Show the preview of files; an error is shown if there is no file in ``paths``."""
        if not paths:
            self.api.say_error(tr("setup.files.dropped_nothing"))
            return
        read = read_files(paths, self._parts, named=self.private)
        self.rows.hide()
        self._how_to.hide()
        self.setFocusProxy(self.preview.list)
        self.preview.show_files(read, self._parts)
        self.foot_changed.emit()

    def remove(self, part_id: str) -> None:
        part = next((each for each in self._parts if each.id == part_id), None)
        if part is not None:
            title = part_title(part.kind, part.subject)
            self.api.execute(RemoveSetup(part_id), done=tr("setup.files.removed", what=title))

    def show_record(self, record_id: str) -> bool:
        known = any(part.id == record_id for part in self._parts)
        if known:
            self.rows.set_current(record_id)
        return known

    def choose_files(self) -> None:
        """Ask for files in the system's dialog."""
        names, _ = QFileDialog.getOpenFileNames(
            self, tr("setup.files.choose"), "", tr("setup.files.filter")
        )
        if names:
            self.preview_files([Path(name) for name in names])

    def _arrange(self) -> None:
        choose = None
        if self.private:
            choose = button_for(self, "setup.file", self.choose_files)
        hint = Text("body-quiet", tr(f"setup.files.hint{'_private' * self.private}"))
        column(
            self,
            beside(None, choose, (hint, 1), gap=10),
            (self.preview, 1),
            (self.rows, 1),
            (self._how_to, 1),
            gap=6 if theme().metrics.low else 12,
        )

    def _add(self, previews: tuple[SetupPreview, ...]) -> None:
        files = sum(len(preview.files) for preview in previews)
        if self.api.execute(ImportSetup(previews, now()), done=tr("setup.files.done", n=files)):
            self.preview.cancel()
            self.added.emit()

    def _show_list(self) -> None:
        self._show_rows()
        self.setFocus()
        self.foot_changed.emit()

    def _show_rows(self) -> None:
        """Show the list, or the instructions, and move the focus accordingly."""
        self.rows.setVisible(bool(self._parts))
        self._how_to.setVisible(not self._parts)
        buttons = self.findChildren(ActionButton, options=Qt.FindChildOption.FindDirectChildrenOnly)
        self.setFocusProxy(self.rows if self._parts else next(iter(buttons), self._how_to))

    def _remove_current(self) -> None:
        current = self.rows.current_id()
        if current is not None:
            self.remove(current)


def _row(part: SetupPart) -> Row:
    taken = tr("setup.files.taken", day=texts().date(part.taken_at[:10], year=False, short=True))
    count = tr("setup.files.facts", n=len(facts_of(part)))
    return Row(
        part.id,
        part_title(part.kind, part.subject),
        after=(
            Words(count),
            Words(taken, "calendar"),
            Button(tr("setup.files.remove")),
        ),
    )


_FILES = ("monitors", "alerts", "hosts", "channels", "agent")


class HowTo(QWidget):
    """The commands of mkr and the agent's settings, each with its purpose."""

    def __init__(self, role: str) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        listed = (f"{tr(f'setup.how.{n}')} {tr(f'setup.how.{n}_for')}" for n in _FILES)
        self.setAccessibleName("\n".join((tr("setup.empty"), *listed)))
        nothing = EmptyState(tr("setup.empty"), tr("setup.empty_hint"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().metrics.gap + 20)
        grid.setVerticalSpacing(2)
        for row, name in enumerate(_FILES):
            grid.addWidget(Text(f"{role}-bold", tr(f"setup.how.{name}"), wrap=False), row, 0)
            grid.addWidget(Text(role, tr(f"setup.how.{name}_for")), row, 1)
        grid.setColumnStretch(1, 1)
        nothing.sheet.add(grid)
        column(self, (nothing, 1))
