"""Catalogues beside Mackerel's: their folders, number of answers, and faults."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from PySide6.QtWidgets import QFileDialog, QVBoxLayout

from ui.actions.binding import bind
from ui.actions.table import key_of
from ui.components.page import FootContent, Page
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.paged_list import PagedList
from ui.widgets.rows import Mark, Row
from ui.widgets.text import Text
from workshop_app import paths
from workshop_app.catalogue.library import OtherCatalogue, load_others
from workshop_app.catalogue.loader import Catalogue
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr
from workshop_app.services.own_catalogues import fault_sentence

_MACKEREL = "mackerel"


class CataloguesPage(Page):
    """In private mode only, since it shows paths; Esc leads back to the settings."""

    NAME: ClassVar[str] = "catalogues"

    def build(self) -> None:
        metrics = theme().metrics
        self.rows = PagedList(tr("catalogues.title"), role="body")
        self._back = ActionButton(
            tr("catalogues.back"), "arrow-left", key_of("moving.escape"), keyless=True
        )
        again = bind(self, "settings.again", self._read_again, on_button=True)
        remove = bind(self, "settings.remove", self._remove_current, on_button=True)
        add = bind(self, "settings.add", self._choose_folder, on_button=True)
        self._again = ActionButton(action=again)
        self._remove = ActionButton(action=remove, kind="quiet")
        self._add = ActionButton(action=add, kind="primary")
        for button in (self._back, self._again, self._remove, self._add):
            button.setParent(self)
            button.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(metrics.side, metrics.top, metrics.side, metrics.top)
        column.setSpacing(metrics.gap)
        column.addWidget(Text("title", tr("catalogues.title")))
        column.addWidget(Text("body-quiet", tr("catalogues.hint", place=_own_place())))
        column.addWidget(self.rows, 1)
        self._back.clicked.connect(self.handle_escape)
        self.rows.current_changed.connect(lambda _row: self.api.update_foot())

    def refresh(self, state: WorkshopState | None) -> None:
        answers = self.api.answers
        rows = [_row(_MACKEREL, answers.catalogue, tr("catalogues.program"))]
        rows += [_fault_row(_MACKEREL, place, fault_sentence(fault))
                 for place, fault in enumerate(answers.catalogue.faults)]  # fmt: skip
        for other in answers.others:
            rows += _rows(other)
        self.rows.set_rows(rows, self.rows.current_id() or _MACKEREL)
        self.rows.set_caption(tr("catalogues.count", n=answers.count))
        self.api.update_foot()

    def foot(self) -> FootContent:
        right = [self._remove] if self._current_setting() is not None else []
        return FootContent(left=[self._back], right=[*right, self._again], primary=self._add)

    def focus_start(self) -> None:
        self.rows.setFocus()

    def handle_escape(self) -> bool:
        self.api.go_back()
        return True

    def add_folder(self, folder: Path) -> None:
        """Check a folder, and add it when it contains an answer."""
        folders = self.api.settings.catalogue_folders
        known = {other.folder for other in self.api.answers.others}
        if folder.absolute() in known:
            self.api.say_error(tr("catalogues.there"))
            return
        catalogue = load_others([*known, folder])[-1].catalogue
        count = len(catalogue.solutions)
        wrong = len(catalogue.faults)
        if not count:
            first = (
                fault_sentence(catalogue.faults[0])
                if catalogue.faults
                else tr("catalogues.no_files")
            )
            self.api.say_error(tr("catalogues.nothing", first=first))
            return
        self._save_folders((*folders, str(folder.absolute())))
        done = tr("catalogues.added", name=catalogue.name or folder.name, n=count)
        self.api.toast(done + (tr("catalogues.added_wrong", n=wrong) if wrong else ""))

    def _choose_folder(self) -> None:
        found = QFileDialog.getExistingDirectory(self, tr("catalogues.add"), str(_own_place()))
        if found:
            self.add_folder(Path(found))

    def _read_again(self) -> None:
        self.api.answers.forget()
        self.refresh(self.session.state)
        self.api.toast(tr("catalogues.read"))

    def _remove_current(self) -> None:
        folder = self._current_setting()
        if folder is not None:
            folders = self.api.settings.catalogue_folders
            self._save_folders(tuple(each for each in folders if each != folder))
            self.api.toast(tr("catalogues.removed"))

    def _current_setting(self) -> str | None:
        """Return the folder of the current row as in the settings; None if it is not there."""
        folder = (self.rows.current_id() or "").partition("\n")[0]
        named = self.api.settings.catalogue_folders
        return next((each for each in named if str(Path(each).absolute()) == folder), None)

    def _save_folders(self, folders: tuple[str, ...]) -> None:
        self.api.save_setting(catalogue_folders=folders)
        self.api.answers.forget()
        self.refresh(self.session.state)


def _own_place() -> Path:
    return paths.catalogues_folder()


def _rows(other: OtherCatalogue) -> list[Row]:
    folder = str(other.folder)
    faults = [fault_sentence(fault) for fault in other.catalogue.faults]
    rows = [_fault_row(folder, place, words) for place, words in enumerate(faults)]
    return [_row(folder, other.catalogue, folder, other.folder.name), *rows]


def _row(row_id: str, catalogue: Catalogue, place: str, otherwise: str = "") -> Row:
    marks = [Mark(tr("catalogues.answers", n=len(catalogue.solutions)))]
    if catalogue.version:
        marks.insert(0, Mark(tr("catalogues.version", version=catalogue.version)))
    if catalogue.faults:
        wrong = tr("catalogues.faults", n=len(catalogue.faults))
        marks.append(Mark(wrong, icon="circle-alert", colour="danger"))
    return Row(row_id, f"{catalogue.name or otherwise}  {place}", marks=tuple(marks))


def _fault_row(folder: str, place: int, words: str) -> Row:
    return Row(f"{folder}\n{place}", words, quiet=True, indent=1)
