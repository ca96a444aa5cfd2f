"""Private mode, at the right of the overview: the export, what to look at before, the next day."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.components.papers.export_messages import end_words, progress_words, share_of
from ui.components.papers.export_run import ExportWork
from ui.components.papers.exporter import Exporter
from ui.components.papers.progress_bar import ProgressBar
from ui.components.pieces import PieceView
from ui.pages.wrap_up import overview_words as words
from ui.pages.wrap_up.handover_check import before_handing_over
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.icon_label import IconLabel
from ui.widgets.text import Text
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr

_PAD = 20


class ExportPanel(QWidget):
    """Alt+E writes the papers picked, from here; ``wanted(section)`` leads to a section.

    ``changed`` while an export goes on and when it is over.
    """

    wanted = Signal(str)
    changed = Signal()

    def __init__(self, desk: Exporter) -> None:
        super().__init__()
        self._desk = desk
        self._work: ExportWork | None = None
        self._state: WorkshopState | None = None
        self._fault = ""
        self._words = Text("body-bold", "")
        self._bar = ProgressBar(tr("wrap_up.papers.progress"))
        self._left = Text("meta", "")
        self._folder = Text("meta", "")
        self.cancel = ActionButton(
            tr("wrap_up.papers.cancel"), "close", "Esc", keyless=True, size="small"
        )
        self.start = ActionButton(tr("wrap_up.papers.start"), "document", "Alt+E")
        self.open = ActionButton(tr("wrap_up.papers.open"), "folder")
        self.checks = PieceView(tr("wrap_up.panel.before"))
        self.next = PieceView(tr("wrap_up.next_time.day"))
        self.to_next = self._leading("next_time")
        self.to_papers = self._leading("papers")
        self._arrange()
        self.start.clicked.connect(self.begin)
        self.cancel.clicked.connect(self.stop)
        self.open.clicked.connect(self._open)
        theme().changed.connect(self._fit)
        self._fit()

    @property
    def running(self) -> bool:
        """Whether papers are being written."""
        return self._work is not None and self._work.running

    def show_state(self, state: WorkshopState) -> None:
        """Show the workshop, and the export wherever it was begun."""
        self._state = state
        if self._desk.work is not None and self._desk.work is not self._work:
            self._work = self._desk.work
            self._work.changed.connect(self._show_work)
        self.next.show_pieces(words.next_time(state))
        self._show_work()

    def begin(self) -> None:
        """Write the papers picked, or say what is missing for it."""
        if self._state is None or self.running:
            return
        self._fault = self._desk.fault()
        if not self._fault:
            work = self._desk.prepare(self.window())
            self.show_state(self._state)
            work.start(self._desk.wish(self._state))
        self._show_work()

    def forget_fault(self) -> None:
        """Another choice was made."""
        self._fault = ""
        self._show_work()

    def stop(self) -> None:
        """Stop the export; papers written before stay."""
        if self._work is not None:
            self._work.cancel()

    def _open(self) -> None:
        if self._work is not None:
            self._work.open_folder()

    def _show_work(self) -> None:
        run = self._work.run if self._work is not None else None
        running = self.running
        for part in (self._bar, self.cancel):
            part.setVisible(running)
        self._left.setVisible(running)
        said = tr("wrap_up.panel.ready", n=len(self._desk.picked.names))
        if run is not None and self._work is not None:
            said = progress_words(run.progress, page=False) if running else end_words(run)
            self._bar.set_share(share_of(run.progress))
            self._left.setText(self._work.time_left or tr("wrap_up.panel.go_on"))
        wrong = bool(self._fault) or (run is not None and run.error is not None)
        self._words.setText(self._fault or said)
        self._words.set_role("body-bold", "danger" if wrong else None)
        self._folder.setText(str(self._desk.folder))
        result = run.result if run is not None else None
        written = result is not None and not result.stopped
        self.open.setVisible(written and not running)
        self.to_papers.setVisible(result is not None and result.stopped)
        self.start.setVisible(not running)
        self.start.setText(tr(f"wrap_up.papers.{'again' if written else 'start'}"))
        if self._state is not None:
            self.checks.show_pieces(before_handing_over(self._state, result))
        self.changed.emit()

    def _leading(self, section: str) -> ActionButton:
        place = tr(f"wrap_up.section.{section}")
        words_of = tr("wrap_up.overview.to", section=place)
        button = ActionButton(words_of, kind="quiet", size="small")
        button.clicked.connect(lambda: self.wanted.emit(section))
        return button

    def _arrange(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setSpacing(10)
        self._column.addWidget(Text("section", tr("wrap_up.panel.export")))
        self._column.addWidget(self._words)
        self._column.addWidget(self._bar)
        going = QHBoxLayout()
        going.addWidget(self._left, 1)
        going.addWidget(self.cancel)
        self._column.addLayout(going)
        where = QHBoxLayout()
        where.setSpacing(8)
        where.addWidget(IconLabel("folder", "ink2", 16))
        where.addWidget(self._folder, 1)
        self._column.addLayout(where)
        self._column.addWidget(self.to_papers)
        self._column.addWidget(_line())
        self._column.addWidget(Text("section", tr("wrap_up.panel.before")))
        self._column.addWidget(self.checks, 1)
        self._column.addWidget(_line())
        head = QHBoxLayout()
        head.addWidget(Text("section", tr("wrap_up.next_time.day")), 1)
        head.addWidget(self.to_next)
        self._column.addLayout(head)
        self._column.addWidget(self.next, 1)
        for button in (self.open, self.start):
            self._column.addWidget(button)

    def _fit(self) -> None:
        metrics = theme().metrics
        self.setFixedWidth(metrics.panel)
        self._column.setContentsMargins(_PAD, metrics.top, _PAD, metrics.gap)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().colour("surface"))
        painter.fillRect(QRectF(0, 0, 1, self.height()), theme().colour("line"))


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("role", "line")
    return line
