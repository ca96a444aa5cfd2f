"""Where an export is begun, from the papers themselves and from the overview of the wrap-up."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from exports.branding import branding_of
from exports.pdf_encryption import usable
from exports.preview import PreviewOrder
from exports.process import needed_solutions
from ui.components.page import WindowApi
from ui.components.papers.export_options import ExportOptions
from ui.components.papers.export_run import ExportWork, Wish
from ui.components.papers.papers_picked import PapersPicked
from workshop_app import paths
from workshop_app.domain.errors import UserError
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr


class Exporter:
    """The choices of one workshop and its export, found again by whoever is built anew."""

    def __init__(self, api: WindowApi, private: bool) -> None:
        self._api = api
        self.leaving = ExportOptions(api)
        self.picked = PapersPicked(api, private)

    @property
    def folder(self) -> Path:
        """Where the papers go."""
        chosen = self._api.settings.export_folder
        return Path(chosen) if chosen else paths.export_folder()

    @property
    def work(self) -> ExportWork | None:
        """The export that was begun last, under way or over."""
        work = self.leaving.kept.get("work")
        return work if isinstance(work, ExportWork) else None

    def fault(self) -> str:
        """Why an export cannot begin; empty when it can."""
        if not self.picked.names:
            return tr("wrap_up.papers.none")
        try:
            if self.leaving.password:
                usable(self.leaving.password)
        except UserError as error:
            return tr(error.key, **error.values)
        return ""

    def prepare(self, window: QWidget) -> ExportWork:
        """Return the export's keeper, which lives as long as `window`."""
        work = self.work
        if work is None:
            work = self.leaving.kept["work"] = ExportWork(self._api, window)
        return work

    def wish(self, state: WorkshopState) -> Wish:
        """What is wanted, as it was chosen."""
        leaving = self.leaving
        return Wish(
            names=self.picked.names,
            language=leaving.language(state),
            folder=self.folder,
            guard=leaving.guard(state),
            name_customer=leaving.names_customer,
            password=usable(leaving.password) if leaving.password else "",
        )

    def to_look_at(self, state: WorkshopState, name: str) -> PreviewOrder:
        """A paper as an export would write it, to be looked at."""
        return PreviewOrder(
            state=state,
            solutions=needed_solutions(state, self._api.answers.entries),
            name=name,
            language=self.leaving.language(state),
            name_customer=self.leaving.names_customer,
            sheets=0,
            guard=self.leaving.guard(state),
            branding=branding_of(self._api.settings, paths.logo_path()),
        )
