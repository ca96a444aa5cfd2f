"""Mackerel's catalogue and the user's own: folders, editions from files, and faults."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from ui.actions.binding import bind_all
from ui.actions.offered import BACK, PRIMARY, Offers, back, left, primary
from ui.components.page import Page
from ui.components.page_column import PageColumn
from ui.rows.cells import Words
from ui.rows.paged_list import PagedList
from ui.rows.row import Row
from ui.rows.style import paper
from ui.theme.theme import theme
from ui.widgets.text import Text
from workshop_app import paths
from workshop_app.catalogue.editions import EditionFile
from workshop_app.catalogue.library import OtherCatalogue, load_others
from workshop_app.catalogue.loader import Catalogue
from workshop_app.domain.errors import UserError
from workshop_app.i18n import tr
from workshop_app.services.catalogue_editions import (
    NewEdition,
    examine,
    in_use,
    take,
    take_back,
)
from workshop_app.services.own_catalogues import fault_sentence

_MACKEREL = "mackerel"


class CataloguesPage(Page):
    """In private mode only, since it shows paths; Esc leads back to the settings.

    For a packed catalogue that is chosen or dropped, the changes are shown first; nothing changes
    until the user installs it.
    """

    NAME = "catalogues"
    GOES_BACK = True

    def build(self) -> None:
        metrics = theme().metrics
        self._examined: NewEdition | None = None
        self.rows = PagedList(tr("catalogues.heading"), role="body", style=paper)
        handlers = {
            "settings.again": self._read_again,
            "settings.remove": self._remove_current,
            "settings.edition": self._choose_file,
            "settings.add": self._choose_folder,
        }
        bind_all(self, handlers, buttons=True)
        self._title = Text("section")
        self._hint = Text("body-quiet", tr("catalogues.hint", place=paths.catalogues_folder()))
        PageColumn(
            self,
            self._title,
            self._hint,
            (self.rows, 1),
            gap=metrics.gap,
            above=metrics.top,
            below=metrics.top,
        )
        self.rows.current_changed.connect(lambda _row: self.api.update_foot())

    def refresh(self) -> None:
        if self._examined is not None:
            self._show_examined(self._examined)
            return
        answers = self.api.answers
        self._title.hide()
        self._hint.setText(tr("catalogues.hint", place=paths.catalogues_folder()))
        source = "catalogues.edition.from_file" if answers.edition else "catalogues.program"
        rows = [_row(_MACKEREL, answers.catalogue, tr(source))]
        rows += [_fault_row(_MACKEREL, index, fault_sentence(fault))
                 for index, fault in enumerate(answers.catalogue.faults)]  # fmt: skip
        for other in answers.others:
            rows += _rows(other)
        self.rows.show_rows(rows)
        self.rows.set_caption(tr("catalogues.count", n=answers.count))
        self.api.update_foot()

    def offered(self) -> Offers:
        if self._examined is not None:
            cancel = back(tr("catalogues.edition.cancel"))
            return {BACK: cancel, PRIMARY: primary(tr("catalogues.edition.do"))}
        removable = self._current_setting() is not None or self._current_edition() is not None
        return {
            BACK: back(),
            **({"settings.remove": left()} if removable else {}),
            "settings.again": left(),
            "settings.edition": left(),
            "settings.add": primary(),
        }

    def focus_start(self) -> None:
        self.rows.setFocus()

    def handle_escape(self) -> bool:
        if self._examined is not None:
            self._end_offer()
            return True
        return super().handle_escape()

    def show_location(self, name: str) -> None:
        self.offer(Path(name))

    def open_files(self, paths: Sequence[Path]) -> bool:
        if len(paths) != 1:
            self.api.say_error(tr("catalogues.edition.one"))
        elif paths[0].is_dir():
            self.add_folder(paths[0])
        else:
            self.offer(paths[0])
        return True

    def offer(self, path: Path) -> None:
        """Show what an edition in a file would change; nothing changes until it is installed."""
        try:
            self._examined = examine(path, self.api.answers)
        except UserError as error:
            self.api.refuse(error)
            return
        self.refresh()
        self.rows.setFocus()

    def _show_examined(self, edition: NewEdition) -> None:
        self._title.setText(edition.headline)
        self._title.show()
        same = not edition.answers and not edition.gaps
        words = [tr("catalogues.edition.same")] if same else []
        if edition.before is not None:
            words.append(tr("catalogues.edition.kept"))
        self._hint.setText(" ".join(words))
        self._hint.setVisible(bool(words))
        rows: list[Row] = []
        for part, (heading, names) in enumerate(edition.changes()):
            rows.append(Row(f"{part}", heading))
            rows += [
                Row(f"{part}.{index}", name, depth=1, quiet=True)
                for index, name in enumerate(names)
            ]
        self.rows.set_rows(rows, rows[0].id if rows else None)
        self.rows.set_caption("")
        self.api.update_foot()

    def _end_offer(self) -> None:
        self._examined = None
        self._hint.show()
        self.rows.set_rows((), None)
        self.refresh()

    def do_primary(self) -> None:
        edition = self._examined
        if edition is None:
            return
        try:
            take(edition)
        except UserError as error:
            self.api.refuse(error)
            return
        self._examined = None
        self._use_anew()
        version = edition.catalogue.version
        self.api.toast(tr("catalogues.edition.taken", name=edition.name, version=version))

    def add_folder(self, folder: Path) -> None:
        """Check a folder, and add it if it contains an answer."""
        folders = self.api.settings.catalogue_folders
        known = {other.folder for other in self.api.answers.others if other.folder.is_dir()}
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
        found = QFileDialog.getExistingDirectory(
            self, tr("catalogues.add"), str(paths.catalogues_folder())
        )
        if found:
            self.add_folder(Path(found))

    def _choose_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, tr("catalogues.edition.open"), "", tr("catalogues.edition.files")
        )
        if name:
            self.offer(Path(name))

    def _read_again(self) -> None:
        self.api.answers.forget()
        self.refresh()
        self.api.toast(tr("catalogues.read"))

    def _remove_current(self) -> bool:
        """Withdraw the edition in the current row, or else remove its folder."""
        edition = self._current_edition()
        folder = self._current_setting()
        if edition is not None:
            self._take_back(edition)
        elif folder is not None:
            folders = self.api.settings.catalogue_folders
            self._save_folders(tuple(each for each in folders if each != folder))
            self.api.toast(tr("catalogues.removed"))
        return edition is not None or folder is not None

    def _take_back(self, edition: EditionFile) -> None:
        before = in_use(edition.key, self.api.answers)
        name = (before.name if before else "") or edition.key
        try:
            version = take_back(edition.key)
        except UserError as error:
            self.api.refuse(error)
            return
        self._use_anew()
        now = in_use(edition.key, self.api.answers)
        if now is None:
            self.api.toast(tr("catalogues.edition.gone", name=name, version=version))
            return
        self.api.toast(
            tr("catalogues.edition.taken_back", name=name, version=version, current=now.version)
        )

    def _use_anew(self) -> None:
        """Read the catalogues again, and rebuild the pages that contain search results."""
        self.api.answers.forget()
        self.api.rebuild()

    def _current_edition(self) -> EditionFile | None:
        """Return the added edition in the current row."""
        row = (self.rows.current_id() or "").partition("\n")[0]
        if row == _MACKEREL:
            return self.api.answers.edition
        others = self.api.answers.others
        return next((other.edition for other in others if str(other.folder) == row), None)

    def _current_setting(self) -> str | None:
        """Return the folder of the current row as in the settings; None if not listed there."""
        folder = (self.rows.current_id() or "").partition("\n")[0]
        named = self.api.settings.catalogue_folders
        return next((each for each in named if str(Path(each).absolute()) == folder), None)

    def _save_folders(self, folders: tuple[str, ...]) -> None:
        self.api.save_setting(catalogue_folders=folders)
        self.api.answers.forget()
        self.refresh()


def _rows(other: OtherCatalogue) -> list[Row]:
    folder = str(other.folder)
    faults = [fault_sentence(fault) for fault in other.catalogue.faults]
    rows = [_fault_row(folder, index, words) for index, words in enumerate(faults)]
    row = _row(folder, other.catalogue, folder, other.folder.name)
    if other.edition is not None:
        added = Words(tr("catalogues.edition.from_file"))
        row = row._replace(after=(*row.after[:1], added, *row.after[1:]))
    return [row, *rows]


def _row(row_id: str, catalogue: Catalogue, source: str, otherwise: str = "") -> Row:
    marks = [Words(tr("catalogues.answers", n=len(catalogue.solutions)))]
    if catalogue.version:
        marks.insert(0, Words(tr("catalogues.version", version=catalogue.version)))
    if catalogue.faults:
        wrong = tr("catalogues.faults", n=len(catalogue.faults))
        marks.append(Words(wrong, icon="circle-alert", colour="danger"))
    return Row(row_id, f"{catalogue.name or otherwise}  {source}", after=tuple(marks))


def _fault_row(folder: str, index: int, words: str) -> Row:
    return Row(f"{folder}\n{index}", words, depth=1, quiet=True)
