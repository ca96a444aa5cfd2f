"""Private mode, next to the overview: the export, a checklist for it, and the next date."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.actions.binding import bind
from ui.actions.table import key_of
from ui.components.papers.copy_path import CopyPath
from ui.components.papers.export_messages import export_text
from ui.components.papers.exporter import Exporter
from ui.components.papers.jobs import ExportJob
from ui.components.papers.progress_bar import ProgressBar
from ui.components.pieces import Piece, PieceView
from ui.pages.wrap_up.handover_check import handover_check
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import column, row
from ui.widgets.icon_label import IconLabel
from ui.widgets.line import Line
from ui.widgets.text import Text
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import texts, tr

_PAD = 20


class ExportPanel(QWidget):
    """Writes the selected documents.

    ``unentered`` returns the names of the editors where typed text waits to be entered.
    ``section_requested(name)`` leads to a section; ``export_changed`` is emitted during and after
    an export.
    """

    section_requested = Signal(str)
    export_changed = Signal()

    def __init__(self, exporter: Exporter, unentered: Callable[[], tuple[str, ...]]) -> None:
        super().__init__()
        self._unentered = unentered
        self._exporter = exporter
        self._job: ExportJob | None = None
        self._state: WorkshopState | None = None
        self._error = ""
        self._text = Text("body-bold", "")
        self._bar = ProgressBar(tr("wrap_up.papers.progress"))
        self._time_left = Text("meta", "")
        self._folder = Text("meta", "")
        self._copy_path = CopyPath()
        self.cancel = ActionButton(
            tr("wrap_up.papers.cancel"),
            "close",
            key_of("moving.escape"),
            keyless=True,
            size="small",
        )
        self._export = bind(self, "wrap_up.export", self.start_export, on_button=True)
        self.start = ActionButton(action=self._export)
        self.open = ActionButton(tr("wrap_up.papers.open"), "folder")
        self.checks = PieceView(tr("wrap_up.panel.before"))
        self.next = PieceView(tr("wrap_up.next_time.day"))
        self.to_next = self._section_button("next_time")
        self.to_papers = self._section_button("papers")
        self._arrange()
        self.cancel.clicked.connect(self.stop)
        self.open.clicked.connect(self._open_folder)
        theme().changed.connect(self._fit)
        self._fit()

    @property
    def running(self) -> bool:
        """Whether papers are being written."""
        return self._job is not None and self._job.running

    def show_state(self, state: WorkshopState) -> None:
        """Show the workshop and its export, which may have been started elsewhere."""
        self._state = state
        job = self._exporter.job
        if job is not self._job:
            self._job = job
            if job is not None:
                job.changed.connect(self._show_job)
        self.next.show_pieces(_next_time(state))
        self._show_job()

    def start_export(self) -> None:
        """Write the selected documents, or show why that is not possible."""
        if self._state is None or self.running:
            return
        self._error = self._exporter.validation_error()
        if not self._error:
            job = self._exporter.make_job(self.window())
            self.show_state(self._state)
            job.start(self._exporter.request(self._state))
        self._show_job()

    def clear_error(self) -> None:
        """Hide the reason why an export was not possible, since the selection changed."""
        self._error = ""
        self._show_job()

    def stop(self) -> None:
        """Stop the export; the folder is unchanged."""
        if self._job is not None:
            self._job.cancel()

    def _open_folder(self) -> None:
        job = self._job
        if job is not None and not job.open_folder():
            self._error = tr("export.not_opened", folder=job.folder)
            self._show_job()

    def _show_job(self) -> None:
        run = self._job.run if self._job is not None else None
        running = self.running
        for part in (self._bar, self.cancel):
            part.setVisible(running)
        self._time_left.setVisible(running)
        text = tr("wrap_up.panel.ready", n=len(self._exporter.selection.names))
        if self._job is not None and run is not None:
            text = export_text(run, page=False)
            self._bar.set_share(self._job.share)
            self._time_left.setText(self._job.time_left or tr("wrap_up.panel.go_on"))
        failed = bool(self._error) or (run is not None and run.error is not None)
        self._text.setText(self._error or text)
        self._text.set_role("body-bold", "danger" if failed else None)
        self._folder.setText(str(self._exporter.folder))
        self._copy_path.set_path(self._exporter.folder)
        result = run.result if run is not None else None
        written = result is not None and not result.stopped
        for part in (self.open, self._copy_path):
            part.setVisible(written and not running)
        self.to_papers.setVisible(result is not None and result.stopped)
        self.start.setVisible(not running)
        self._export.setText(tr(f"wrap_up.papers.{'again' if written else 'start'}"))
        if self._state is not None:
            self.checks.show_pieces(handover_check(self._state, result, self._unentered()))
        self.export_changed.emit()

    def _section_button(self, section: str) -> ActionButton:
        name = tr(f"wrap_up.section.{section}")
        text = tr("wrap_up.to", section=name)
        button = ActionButton(text, kind="quiet", size="small")
        button.clicked.connect(lambda: self.section_requested.emit(section))
        return button

    def _arrange(self) -> None:
        self._column = column(
            self,
            Text("section", tr("wrap_up.panel.export")),
            self._text,
            self._bar,
            row(None, (self._time_left, 1), self.cancel),
            row(None, IconLabel("folder", "ink2", 16), (self._folder, 1), gap=8),
            self._copy_path,
            self.to_papers,
            Line(),
            Text("section", tr("wrap_up.panel.before")),
            (self.checks, 1),
            Line(),
            row(None, (Text("section", tr("wrap_up.next_time.day")), 1), self.to_next),
            (self.next, 1),
            self.open,
            self.start,
            gap=10,
        )

    def _fit(self) -> None:
        metrics = theme().metrics
        self.setFixedWidth(metrics.panel)
        self._column.setContentsMargins(_PAD, metrics.top, _PAD, metrics.gap)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().colour("surface"))
        painter.fillRect(QRectF(0, 0, 1, self.height()), theme().colour("line"))


def _next_time(state: WorkshopState) -> list[Piece]:
    """Return the next date, and its note."""
    day = texts().date(state.workshop.next_date)
    if not day and not state.workshop.next_note:
        return [Piece(tr("wrap_up.overview.no_date"), "body-quiet", icon="calendar")]
    pieces = [Piece(day or tr("wrap_up.overview.no_date"), "body-bold", icon="calendar")]
    return [*pieces, *([Piece(state.workshop.next_note)] if state.workshop.next_note else [])]
