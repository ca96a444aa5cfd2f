"""The papers: which ones, in which language; being made; where they are."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exports.process import ExportRun
from exports.protected import Guard
from ui.pages.memory import memory_of
from ui.pages.wrap_up_parts.export_work import ExportWork
from ui.pages.wrap_up_parts.papers_choice import PapersChoice
from ui.pages.wrap_up_parts.papers_state import (
    end_words,
    lines_of,
    progress_words,
    replaced_words,
    share_of,
    still_missing,
)
from ui.pages.wrap_up_parts.progress_bar import ProgressBar
from ui.pages.wrap_up_parts.section import Section
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.error_line import ErrorLine
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text
from workshop_app import paths
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr
from workshop_app.services.queries import other_customers


class PapersSection(Section):
    """Alt+1 and on pick the papers; Ctrl+Enter writes them; work goes on meanwhile.

    It stands in Wrap up and on a page of its own, and is the same in both places.
    """

    NAME = "papers"

    def build(self) -> None:
        self._work: ExportWork | None = None
        self.choice = PapersChoice(self.context, self.private)
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
        work = memory_of(self.context, self.NAME).get("work")
        if isinstance(work, ExportWork) and work is not self._work:
            self._work = work
            work.changed.connect(self._show_work)
        self.choice.refresh(state)
        self._missing.setText(still_missing(state))
        self._show_work()

    def show_record(self, record_id: str) -> bool:
        return record_id == self.NAME

    def handle_escape(self) -> bool:
        if not self.running:
            return False
        self._stop()
        return True

    @property
    def running(self) -> bool:
        """Whether papers are being made."""
        return self._work is not None and self._work.running

    def ways(self) -> list[QWidget]:
        if self._run is None:
            return [self._undecide] if self._decided else []
        return [self._cancel] if not self._run.finished else [self._again]

    def primary(self) -> ActionButton | None:
        if self._run is None:
            return self._start
        if self._stopped:
            return self._anew if self.private and not self._held.left else None
        return self._open if self._run.result is not None else None

    @property
    def _stopped(self) -> bool:
        """Whether nothing was written because of what was found."""
        run = self._run
        return run is not None and run.result is not None and run.result.stopped

    @property
    def folder(self) -> Path:
        """Where the papers go."""
        chosen = self.context.settings.export_folder
        return Path(chosen) if chosen else paths.export_folder()

    @property
    def _run(self) -> ExportRun | None:
        return self._work.run if self._work is not None else None

    def _chosen(self) -> None:
        self._error.show_sentence("")
        self.choice.refresh(self.state)

    def _begin(self) -> None:
        names = self.choice.names
        if not names:
            self._error.show_sentence(tr("wrap_up.papers.none"))
            return
        kept = memory_of(self.context, self.NAME)
        if not isinstance(kept.get("work"), ExportWork):
            kept["work"] = ExportWork(self.context, self.window())
        self.refresh(self.state)
        if self._work is not None:
            language = str(self.choice.language.value())
            self._work.start(names, language, self.folder, self._guard())
        self.setFocus()

    def _guard(self) -> Guard:
        """What the papers must not hold, and what was decided about it in this workshop."""
        decided = self._decided
        return Guard(
            others=other_customers(self.context.session.store, self.state.customer.id),
            masked=tuple(text for text, what in decided.items() if what == "masked"),
            released=tuple(text for text, what in decided.items() if what == "released"),
            anonymous=self.choice.calls_by_code(self.state),
        )

    @property
    def _decided(self) -> dict[str, str]:
        """What was decided about protected terms: masked or released."""
        kept = memory_of(self.context, self.NAME).setdefault("decided", {})
        return cast("dict[str, str]", kept)

    def _decide(self, text: str, what: str) -> None:
        self._decided[text] = what
        self._show_work()

    def _take_back(self) -> None:
        self._decided.clear()
        self._forget()

    def _stop(self) -> None:
        if self._work is not None:
            self._work.cancel()

    def _forget(self) -> None:
        if self._work is not None:
            self._work.forget()

    def _open_folder(self) -> None:
        if self._work is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._work.folder)))

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
            self._held.show_held(held, frozenset(self._decided))
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
            from ui.pages.wrap_up_parts.held_view import HeldView
            from ui.pages.wrap_up_parts.private_place import PrivatePlace

            self._held = HeldView()
            self._held.decided.connect(self._decide)
            column.addWidget(self._held)
            self._place = PrivatePlace(self.context)
            self._place.chosen.connect(self._show_work)
            column.addWidget(self._place)
        else:
            self.choice.content.addWidget(Text("body-quiet", tr("wrap_up.papers.in_folder")))
        column.addWidget(self._missing)
        column.addStretch(1)
