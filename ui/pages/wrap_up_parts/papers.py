"""The papers: which ones, in which language; being made; where they are."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from exports.registry import DOCUMENTS, FILES, PAPERS
from ui.pages.wrap_up_parts.export_work import ExportWork
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
from ui.widgets.choice import Choice
from ui.widgets.error_line import ErrorLine
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text
from ui.widgets.toggle import Toggle
from workshop_app import paths
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr

_GROUP, _FULL = "files", "workshop_full"


class PapersSection(Section):
    """Alt+1 and on pick the papers; Ctrl+Enter writes them; work goes on meanwhile.

    The files for other programs are one choice; the full workshop file is one of private mode.
    """

    NAME = "papers"

    def build(self) -> None:
        self._work: ExportWork | None = None
        choices = (*PAPERS, _GROUP, _FULL) if self.private else (*PAPERS, _GROUP)
        self.papers = {
            name: Toggle(_title(name), key=f"Alt+{number}")
            for number, name in enumerate(choices, 1)
        }
        languages = [("ja", "日本語"), ("en", "English")]
        self.language = Choice(tr("wrap_up.papers.language"), languages, role="body")
        self._missing = Text("body-quiet", "")
        self._words = Text("room", "")
        self._bar = ProgressBar(tr("wrap_up.papers.progress"))
        self._replaced = Text("body-quiet", "")
        self._error = ErrorLine()
        self._start = self._button("start", None, "Ctrl+Enter", "primary")
        self._cancel = self._button("cancel", "close", "Esc", "secondary", keyless=True)
        self._open = self._button("open", "folder", "Ctrl+Enter", "primary")
        self._again = self._button("again", "refresh", "Alt+A", "secondary")
        self._arrange()
        for name, toggle in self.papers.items():
            toggle.setChecked(name not in self._left_out())
            toggle.toggled.connect(lambda on, name=name: self._pick(name, on))
        self.language.chosen.connect(self._choose_language)
        self._start.clicked.connect(self._begin)
        self._cancel.clicked.connect(self._stop)
        self._open.clicked.connect(self._open_folder)
        self._again.clicked.connect(self._forget)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("wrap_up.section.papers"))

    def refresh(self, state: WorkshopState) -> None:
        work = self.kept.get("work")
        if isinstance(work, ExportWork) and work is not self._work:
            self._work = work
            work.changed.connect(self._show_work)
        self.language.set_value(self.kept.get("language", state.workshop.language))
        self._missing.setText(still_missing(state))
        self._show_work()

    def show_record(self, record_id: str) -> bool:
        return record_id == self.NAME

    def handle_escape(self) -> bool:
        if self._work is not None and self._work.running:
            self._stop()
            return True
        return False

    def ways(self) -> list[QWidget]:
        if self._run is None:
            return []
        return [self._cancel] if not self._run.finished else [self._again]

    def primary(self) -> ActionButton | None:
        if self._run is None:
            return self._start
        return self._open if self._run.result is not None else None

    @property
    def folder(self) -> Path:
        """Where the papers go."""
        chosen = self.context.settings.export_folder
        return Path(chosen) if chosen else paths.export_folder()

    @property
    def _run(self):  # noqa: ANN202 - ExportRun or None
        return self._work.run if self._work is not None else None

    def _begin(self) -> None:
        picked = [name for name, toggle in self.papers.items() if toggle.isChecked()]
        names = tuple(name for each in picked for name in (FILES if each == _GROUP else (each,)))
        if not names:
            self._error.show_sentence(tr("wrap_up.papers.none"))
            return
        work = self.kept.get("work")
        if not isinstance(work, ExportWork):
            self.kept["work"] = ExportWork(self.context, self.window())
        self.refresh(self.state)
        if self._work is not None:
            self._work.start(names, str(self.language.value()), self.folder)
        self.setFocus()

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
        self._choices.setVisible(choosing)
        self._progress.setVisible(not choosing)
        self._bar.setVisible(running)
        failed = run is not None and run.error is not None
        self._error.show_sentence(end_words(run) if run is not None and failed else "")
        self._words.setVisible(not failed)
        if run is not None:
            self._words.setText(progress_words(run.progress) if running else end_words(run))
            self._bar.set_share(share_of(run.progress))
            self._replaced.setText("" if running else replaced_words(run.result))
        if self.private:
            self._place.show_folder(self.folder, lines_of(run.result if run else None))
        self.foot_changed.emit()

    def _left_out(self) -> set[str]:
        return cast("set[str]", self.kept.setdefault("left_out", {_FULL}))

    def _pick(self, name: str, on: bool) -> None:
        (self._left_out().discard if on else self._left_out().add)(name)
        self._error.show_sentence("")

    def _choose_language(self, chosen: object) -> None:
        self.kept["language"] = chosen

    def _button(
        self, name: str, icon: str | None, key: str, kind: str, *, keyless: bool = False
    ) -> ActionButton:
        words = tr(f"wrap_up.papers.{name}")
        button = ActionButton(words, icon, key, kind, keyless=keyless, parent=self)
        button.hide()
        return button

    def _arrange(self) -> None:
        self._choices, self._progress = Sheet(spacing=12), Sheet(spacing=12)
        for name, toggle in self.papers.items():
            self._choices.content.addWidget(toggle)
            if self.private and name == _GROUP:
                kinds = "  /  ".join(tr(f"papers.name.{each}") for each in FILES)
                self._choices.content.addWidget(Text("meta", kinds))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Text("body-quiet", tr("wrap_up.papers.language"), wrap=False))
        row.addWidget(self.language)
        row.addStretch(1)
        self._choices.content.addLayout(row)
        for widget in (self._words, self._bar, self._replaced):
            self._progress.content.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().metrics.gap)
        column.addWidget(Text("room-bold", tr("wrap_up.papers.lead")))
        column.addWidget(self._choices)
        column.addWidget(self._progress)
        column.addWidget(self._error)
        if self.private:
            from ui.pages.wrap_up_parts.private_place import PrivatePlace

            self._place = PrivatePlace(self.context)
            self._place.chosen.connect(self._show_work)
            column.addWidget(self._place)
        else:
            self._choices.content.addWidget(Text("body-quiet", tr("wrap_up.papers.in_folder")))
        column.addWidget(self._missing)
        column.addStretch(1)


def _title(name: str) -> str:
    if name == _GROUP:
        return tr("wrap_up.papers.files")
    reader = "internal" if DOCUMENTS[name].internal else "customer"
    return f"{tr(f'papers.name.{name}')}  –  {tr(f'papers.mark.{reader}')}"
