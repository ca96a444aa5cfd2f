"""The papers: which ones, in which language; being made; where they are."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exports.process import ExportRun
from ui.components.papers.export_messages import (
    end_words,
    lines_of,
    progress_words,
    replaced_words,
    share_of,
    still_missing,
)
from ui.components.papers.export_options import PLACE
from ui.components.papers.export_run import ExportWork
from ui.components.papers.exporter import Exporter
from ui.components.papers.papers_choice import PapersChoice
from ui.components.papers.progress_bar import ProgressBar
from ui.components.section import Section
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.error_line import ErrorLine
from ui.widgets.sheet import SHEET_RADIUS, Sheet
from ui.widgets.text import Text
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr


class PapersSection(Section):
    """Alt+1 and on pick the papers; Ctrl+Enter writes them; work goes on meanwhile.

    It stands in Wrap up and on a page of its own, and is the same in both places.
    """

    NAME = PLACE

    def build(self) -> None:
        self._work: ExportWork | None = None
        self._desk = Exporter(self.api, self.private)
        self._leaving = self._desk.leaving
        self.choice = PapersChoice(self.api, self.private)
        self._missing = Text("body-quiet", "")
        self._words = Text("room", "")
        self._bar = ProgressBar(tr("wrap_up.papers.progress"))
        self._left = Text("body-quiet", "")
        self._replaced = Text("body-quiet", "")
        self._error = ErrorLine()
        self._start = self._button("start", None, "Ctrl+Enter", "primary")
        self._cancel = self._button("cancel", "close", "Esc", "secondary", keyless=True)
        self._open = self._button("open", "folder", "Ctrl+Enter", "primary")
        self._again = self._button("again", "refresh", "Alt+A", "secondary")
        self._anew = self._button("start", None, "Ctrl+Enter", "primary")
        self._undecide = ActionButton(tr("leaving.forget"), "undo", "Alt+X", parent=self)
        self._undecide.hide()
        self._preview = ActionButton(tr("preview.open"), "document", "Alt+V", parent=self)
        self._preview.hide()
        self._preview.clicked.connect(lambda: self.api.go("preview"))
        self._copy_button = ActionButton(tr("leaving.copy"), "copy", "Alt+U", parent=self)
        self._copy_button.hide()
        self._look = Text("body", tr("leaving.look_private"))
        self._arrange()
        self._anew.clicked.connect(self._begin)
        self._undecide.clicked.connect(self._take_back)
        self.choice.changed.connect(self._chosen)
        self._start.clicked.connect(self._begin)
        self._cancel.clicked.connect(self._stop)
        self._open.clicked.connect(self._open_folder)
        self._again.clicked.connect(self._forget)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("wrap_up.section.papers"))

    def refresh(self, state: WorkshopState) -> None:
        work = self._desk.work
        if work is not None and work is not self._work:
            self._work = work
            work.changed.connect(self._show_work)
        self.choice.refresh(state)
        if self.private:
            self._copy.refresh()
        self._missing.setText(still_missing(state))
        if not self.private:
            lock = tr("leaving.locked") if self._leaving.password else ""
            self._in_folder.setText(f"{tr('wrap_up.papers.in_folder')} {lock}".strip())
        self._show_work()

    def focus_start(self) -> bool:
        first = self if self.choice.isHidden() else self.choice.readers
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def focus_shape(self) -> tuple[QRectF, float]:
        """The sheet that tells how far it is; nothing else of the section takes keys by itself."""
        sheet = self._progress if self.choice.isHidden() else self.choice
        return QRectF(sheet.geometry()), SHEET_RADIUS

    def show_record(self, record_id: str) -> bool:
        return record_id == self.NAME

    def handle_escape(self) -> bool:
        if not self.running:
            return False
        self._stop()
        return True

    @property
    def running(self) -> bool:
        """Whether papers are being made or copied."""
        return self._copying or (self._work is not None and self._work.running)

    @property
    def _copying(self) -> bool:
        return self.private and self._copy.running

    def ways(self) -> list[QWidget]:
        if self.running:
            return [self._cancel]
        if self._run is not None:
            copy = self.private and self._written
            return [self._again, self._preview, *([self._copy_button] if copy else [])]
        return [self._preview, *([self._undecide] if self._leaving.decided else [])]

    def primary(self) -> ActionButton | None:
        if self._run is None:
            return self._start
        if self._stopped:
            return self._anew if self.private and not self._held.left else None
        return self._open if self.private and self._written and not self.running else None

    @property
    def _written(self) -> tuple[Path, ...]:
        """The files that are there."""
        run = self._run
        return run.result.files if run is not None and run.result is not None else ()

    @property
    def _stopped(self) -> bool:
        """Whether nothing was written because of what was found."""
        run = self._run
        return run is not None and run.result is not None and run.result.stopped

    @property
    def folder(self) -> Path:
        """Where the papers go."""
        return self._desk.folder

    @property
    def _run(self) -> ExportRun | None:
        return self._work.run if self._work is not None else None

    def _chosen(self) -> None:
        self._error.show_sentence("")
        self.choice.refresh(self.state)

    def _begin(self) -> None:
        if self.private:
            self._place.password.flush()
        fault = self._desk.fault()
        if fault:
            self._error.show_sentence(fault)
            return
        work = self._desk.prepare(self.window())
        self.refresh(self.state)
        work.start(self._desk.wish(self.state))
        self.setFocus()

    def _decide(self, text: str, what: str) -> None:
        self._leaving.decided[text] = what
        self._show_work()

    def _take_back(self) -> None:
        self._leaving.decided.clear()
        self._forget()

    def _stop(self) -> None:
        if self._copying:
            self._copy.cancel()
        elif self._work is not None:
            self._work.cancel()

    def _forget(self) -> None:
        if self.private:
            self._copy.forget()
        if self._work is not None:
            self._work.forget()

    def _open_folder(self) -> None:
        if self._work is not None:
            self._work.open_folder()

    def _show_work(self) -> None:
        run = self._run
        choosing, running = run is None, run is not None and not run.finished
        self.choice.setVisible(choosing)
        self._missing.setVisible(choosing)
        self._progress.setVisible(not choosing)
        self._bar.setVisible(running)
        self._left.setVisible(running)
        failed = run is not None and run.error is not None
        self._error.show_sentence(end_words(run) if run is not None and failed else "")
        self._words.setVisible(not failed)
        if run is not None and self._work is not None:
            self._words.setText(progress_words(run.progress) if running else end_words(run))
            self._bar.set_share(share_of(run.progress))
            self._left.setText(self._work.time_left)
            self._replaced.setText("" if running else replaced_words(run.result))
        self._look.setVisible(self._stopped and not self.private)
        if self.private:
            self._held.setVisible(self._stopped)
            held = run.result.held if run is not None and run.result is not None else ()
            self._held.show_held(held, frozenset(self._leaving.decided))
            self._place.setVisible(not self._stopped)
            self._place.show_folder(self.folder, lines_of(run.result if run else None))
        self.foot_changed.emit()

    def _button(
        self, name: str, icon: str | None, key: str, kind: str, *, keyless: bool = False
    ) -> ActionButton:
        words = tr(f"wrap_up.papers.{name}")
        button = ActionButton(words, icon, key, kind, keyless=keyless, parent=self)
        button.hide()
        return button

    def _arrange(self) -> None:
        self._progress = Sheet(spacing=12)
        for widget in (self._words, self._bar, self._left, self._look, self._replaced):
            self._progress.content.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().metrics.gap)
        column.addWidget(self.choice)
        column.addWidget(self._progress)
        column.addWidget(self._error)
        if self.private:
            from ui.components.papers.copy_line import CopyLine
            from ui.components.papers.leak_review import LeakReview
            from ui.components.papers.private_destination import PrivatePlace

            self._held = LeakReview()
            self._held.decided.connect(self._decide)
            column.addWidget(self._held)
            self._place = PrivatePlace(self.api)
            self._place.chosen.connect(self._show_work)
            column.addWidget(self._place)
            self._copy = CopyLine(self.api)
            self._copy.changed.connect(self.foot_changed)
            self._copy_button.clicked.connect(lambda: self._copy.ask_and_copy(self._written))
            column.addWidget(self._copy)
        else:
            self._in_folder = Text("body-quiet", "")
            self.choice.content.addWidget(self._in_folder)
        column.addWidget(self._missing)
        column.addStretch(1)
