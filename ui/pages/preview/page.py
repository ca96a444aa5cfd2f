"""Papers before they are written: pages as they will print, names with a veil of colour."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from exports.branding import branding_of
from exports.preview import Picture, PreviewOrder
from exports.process import needed_solutions
from exports.protected import Guard
from exports.registry import DOCUMENTS, PaperDocument
from ui.components.page import FootContent, Page
from ui.components.page_memory import memory
from ui.components.papers.export_options import ExportOptions
from ui.components.papers.preview_client import EaselWork
from ui.pages.preview.page_view import PageView
from ui.pages.preview.printing import PrintJob, ask_for_printer
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.choice import Choice
from ui.widgets.error_line import ErrorLine
from ui.widgets.shortcut import Shortcut
from ui.widgets.text import Text
from workshop_app import paths
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr

_FIRST = "summary"


def papers_shown(private: bool) -> list[str]:
    """The papers that may be looked at: those of the house in private mode only."""
    papers = [name for name, each in DOCUMENTS.items() if isinstance(each, PaperDocument)]
    return [name for name in papers if private or not DOCUMENTS[name].internal]


class PreviewPage(Page):
    """Alt and a digit choose the paper, PgUp and PgDn turn pages, Z zooms; Esc leads back."""

    NAME: ClassVar[str] = "preview"

    def build(self) -> None:
        metrics = theme().metrics
        self._leaving = ExportOptions(self.api)
        self._number = 0
        self._job: PrintJob | None = None
        self._easel = EaselWork(self)
        names = papers_shown(self.private)
        titles = [(name, tr(f"papers.name.{name}")) for name in names]
        self.choice = Choice(tr("preview.papers"), titles, role="body")
        self.view = PageView()
        stacked = theme().stacked
        self._where = Text("body", "")
        self._named = Text("body-quiet", "", wrap=stacked)
        self._error = ErrorLine()
        self._back = ActionButton(tr("wrap_up.papers.back"), "arrow-left", "Esc", keyless=True)
        self._before = ActionButton(tr("preview.before"), None, "PgUp", "quiet", parent=self)
        self._after = ActionButton(tr("preview.after"), None, "PgDown", "quiet", parent=self)
        self._zoom = ActionButton(tr("preview.wide"), None, "Z", parent=self)
        line = QVBoxLayout() if stacked else QHBoxLayout()
        line.setSpacing(4 if stacked else metrics.gap)
        line.addWidget(self._where, 0 if stacked else 1)
        line.addWidget(self._named)
        column = QVBoxLayout(self)
        column.setContentsMargins(metrics.side, metrics.top, metrics.side, 6)
        column.setSpacing(8)
        column.addWidget(self.choice)
        column.addLayout(line)
        column.addWidget(self._error)
        column.addWidget(self.view, 1)
        self._connect(names)
        if self.private:
            self._print = ActionButton(tr("preview.print"), None, "Alt+P", parent=self)
            self._print.clicked.connect(self._start_printing)
            self._print.hide()
        for button in (self._before, self._after, self._zoom):
            button.hide()

    def _connect(self, names: list[str]) -> None:
        self.choice.chosen.connect(lambda name: self.show_paper(str(name)))
        for number, name in enumerate(names, 1):
            Shortcut(f"Alt+{number}", self, lambda name=name: self.show_paper(name))
        self._back.clicked.connect(self._leave)
        self._before.clicked.connect(lambda: self.turn(-1))
        self._after.clicked.connect(lambda: self.turn(1))
        self._zoom.clicked.connect(self._change_zoom)
        self._easel.changed.connect(self._tell)
        self._easel.drawn.connect(self._show_picture)
        self.view.sized.connect(self._draw)
        self.view.turned.connect(self.turn)

    def refresh(self, state: WorkshopState | None) -> None:
        if state is not None:
            self.show_paper(self._name)

    def show_paper(self, name: str) -> None:
        """Have another paper made, and show its first page."""
        memory(self)["paper"] = name
        self.choice.set_value(name)
        self._number = 0
        self.view.show_picture(None)
        self.view.to_start()
        if self.isVisible():
            self._easel.order(self._order())

    def turn(self, by: int) -> None:
        """Show the page before or after."""
        target = self._number + by
        if 0 <= target < len(self._easel.pages):
            self._number = target
            self.view.to_start()
            self._draw()
            self._tell()

    def foot(self) -> FootContent:
        right = [self._before, self._after, self._zoom]
        return FootContent(
            left=[self._back], right=[*right, self._print] if self.private else right
        )

    def focus_start(self) -> None:
        self.view.setFocus()

    def handle_escape(self) -> bool:
        if self._job is not None:
            self._job.cancel()
        else:
            self._leave()
        return True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.session.state is not None and not self.stale:
            self.show_paper(self._name)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._job is not None:
            self._job.cancel()
        self._easel.stop()
        self.view.show_picture(None)

    @property
    def _name(self) -> str:
        """The paper looked at last, where this mode shows it."""
        name = str(memory(self).get("paper", _FIRST))
        return name if name in papers_shown(self.private) else _FIRST

    def _order(self) -> PreviewOrder:
        state = self.session.state
        if state is None:
            raise RuntimeError("no workshop is open")
        return PreviewOrder(
            state=state,
            solutions=needed_solutions(state, self.api.answers.entries),
            name=self._name,
            language=self._leaving.language(state),
            name_customer=self._leaving.names_customer,
            sheets=0,
            guard=self._guard(state),
            branding=branding_of(self.api.settings, paths.logo_path()),
        )

    def _guard(self, state: WorkshopState) -> Guard:
        """What is marked on the pages; the room is not told who else is a customer."""
        guard = self._leaving.guard(state)
        return guard if self.private else replace(guard, others=())

    def _draw(self) -> None:
        if self.isVisible():
            self._easel.wish(self._number, self.view.pixels)

    def _show_picture(self, picture: Picture) -> None:
        if picture.number == self._number:
            self.view.show_picture(picture)

    def _tell(self) -> None:
        pages, error = self._easel.pages, self._easel.error
        self._error.show_sentence(tr(error.key, **error.values) if error else "")
        self._where.setText(self._place())
        n = len(self.view.marks)
        self._named.setText(tr("preview.named", n=n) if pages and self.view.drawn else "")
        self.view.setAccessibleName(f"{tr(f'papers.name.{self._name}')}  {self._place()}")
        if pages and not self.view.drawn:
            self._draw()

    def _place(self) -> str:
        pages = self._easel.pages
        if not pages:
            return "" if self._easel.error else tr("preview.making")
        at = pages[min(self._number, len(pages) - 1)]
        state = self.session.state
        people = state.participants if state is not None else ()
        who = next((each for each in people if at.reader and each.code == at.reader), None)
        coded = state is not None and self._leaving.anonymous(state)
        name = "" if who is None else who.code if coded else f"{who.code} {who.name}"
        circle = tr(f"papers.mark.{DOCUMENTS[self._name].circle}")
        page_words = tr("preview.page", page=self._number + 1, pages=len(pages))
        return "　".join(part for part in (circle, page_words, name) if part)

    def _change_zoom(self) -> None:
        self.view.set_wide(not self.view.wide)
        self._zoom.setText(tr("preview.whole" if self.view.wide else "preview.wide"))

    def _leave(self) -> None:
        self.api.go_back()

    def _start_printing(self) -> None:
        if self._job is not None:
            return
        printer = ask_for_printer(self.window(), tr(f"papers.name.{self._name}"))
        if printer is None:
            return
        self._job = PrintJob(self._order(), printer, self)
        self._job.told.connect(
            lambda n, count: self._named.setText(tr("preview.printing", page=n, pages=count))
        )
        self._job.ended.connect(self._printed)

    def _printed(self, well: bool) -> None:
        self._job = None
        self.api.toast(tr("preview.printed" if well else "preview.not_printed"))
        self._tell()
