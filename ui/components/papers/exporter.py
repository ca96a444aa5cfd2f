"""Starts an export, from the section of papers and from the overview of Wrap up."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QWidget

from exports.branding import branding_of
from exports.file_names import folder_of_files
from exports.options import WritingOptions
from exports.other_voices import with_code, with_voices
from exports.preview import PreviewOrder
from exports.process import needed_solutions
from exports.progress import WrittenPaper
from exports.registry import DOCUMENTS
from ui.components.papers.export_options import ExportOptions, export_options
from ui.components.papers.jobs import ExportJob, ExportRequest
from ui.components.papers.selection import PaperSelection
from ui.components.window_api import WindowApi
from workshop_app import paths
from workshop_app.domain.errors import StoreError, UserError
from workshop_app.domain.facts.caveats import with_caveats
from workshop_app.domain.state import WorkshopState
from workshop_app.encryption import normalised_password
from workshop_app.i18n import tr
from workshop_app.services.queries import workshops_before


def folder_of(api: WindowApi) -> Path:
    """Return the export folder; exports of the sample have a subfolder."""
    chosen = api.settings.export_folder
    folder = Path(chosen) if chosen else paths.export_folder()
    return folder / tr("export.sample_folder") if api.in_sample else folder


def first_folder(api: WindowApi) -> str:
    """Return where a file is looked for that was written here, or comes back."""
    folder = folder_of(api)
    return str(folder if folder.is_dir() else Path.home())


class Exporter:
    """The open workshop's selection of documents, options and export, for one mode.

    `asks`: a single document may be requested (`PaperSelection`).
    """

    def __init__(self, api: WindowApi, private: bool, *, asks: bool = False) -> None:
        self._api = api
        self._private = private
        self.selection = PaperSelection(api, private, asks=asks)

    @property
    def options(self) -> ExportOptions:
        """The options of the open workshop."""
        return export_options(self._api)

    @property
    def folder(self) -> Path:
        """The folder in which each workshop's documents get one of their own."""
        return folder_of(self._api)

    @property
    def job(self) -> ExportJob | None:
        """The export that was started last, running or finished."""
        return ExportJob.of(self._api)

    def validation_error(self) -> str:
        """Return why an export cannot start, as a sentence; empty if it can."""
        if not self.selection.names:
            return tr("wrap_up.papers.none")
        chosen = Path(self._api.settings.export_folder or paths.export_folder())
        if chosen != paths.export_folder() and not chosen.parent.is_dir():  # on a removed stick
            return tr("errors.export_folder", reason=os.strerror(errno.ENOENT))
        try:
            if self.options.password:
                normalised_password(self.options.password)
        except UserError as error:
            return tr(error.key, **error.values)
        return ""

    def make_job(self, window: QWidget) -> ExportJob:
        """Return the job of the open workshop's exports, which lives as long as `window`."""
        return ExportJob.make(self._api, window)

    def request(self, state: WorkshopState) -> ExportRequest:
        """Return the export of `state` as it is selected; raises UserError for a bad password."""
        password = self.options.password
        opens = normalised_password(password) if password else ""
        name = folder_of_files(state, workshops_before(self._api.session, state.workshop))
        request = self._request_of(state, self.selection.names)
        return replace(request, folder=self.folder / name, password=opens)

    def _request_of(self, state: WorkshopState, names: tuple[str, ...]) -> ExportRequest:
        options = self.options
        return ExportRequest(
            names=names,
            language=options.language(state),
            folder=self.folder,
            guard=options.guard(self._api.session, state),
            name_customer=options.names_customer,
            unchecked=options.unchecked(state),
        )

    def _with_voices(self, state: WorkshopState, language: str) -> WorkshopState:
        """Return the state with its customer's code, and with others' voices in private mode."""
        with suppress(StoreError):
            if self._private:
                return with_voices(self._api.session, state, language)
            return with_code(self._api.session, state)
        return state

    def preview_order(self, state: WorkshopState, name: str) -> PreviewOrder:
        """Return the request to preview the paper `name` as an export would write it.

        In projected mode the names of other customers are not marked on the pages, because that
        would reveal them to the room.
        """
        options = self.options
        guard = options.guard(self._api.session, state)
        language = options.language(state)
        told = replace(self._with_voices(state, language), unchecked=options.unchecked(state))
        answers = self._api.answers
        shown = with_caveats(told, answers.gaps, answers.chosen)
        return PreviewOrder(
            state=shown,
            solutions=needed_solutions(shown, answers.entries_of(state)),
            name=name,
            language=language,
            options=WritingOptions(
                name_customer=options.names_customer,
                guard=guard if self._private else replace(guard, others=()),
                branding=branding_of(self._api.settings, paths.logo_path()),
            ),
            written=self._written(state, name),
        )

    def _written(self, state: WorkshopState, name: str) -> tuple[WrittenPaper, ...]:
        """Return the files of a customer's paper, if an export would write the same today."""
        if self.job is None or DOCUMENTS[name].circle != "customer":
            return ()
        return self.job.written(self._request_of(state, (name,)), state)
