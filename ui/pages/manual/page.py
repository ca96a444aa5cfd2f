"""The user guide and the facilitator's handbook."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

from PySide6.QtGui import QKeyEvent, QPageSize

from ui.actions.binding import bind_button
from ui.actions.offered import BACK, Offers, back, left
from ui.components.news import document_file
from ui.components.page import Page
from ui.components.page_column import PageColumn
from ui.pages.manual.browser import ManualBrowser
from ui.pages.manual.document import pdf
from ui.theme.theme import theme
from ui.widgets.entry_line import EntryLine
from workshop_app.domain.errors import UserError
from workshop_app.i18n import tr


class ManualPage(Page):
    """The guide, at the section of the page from which it was opened; Esc leads back there.

    Anchors in the guide are named after the pages that a section describes. Enter in the search
    goes on to the next place with the words. ``everywhere.manual`` shows the handbook instead, and
    the guide again.
    """

    NAME = "manual"
    GOES_BACK = True

    def build(self) -> None:
        metrics = theme().metrics
        words = tr("manual.search")
        self.search = EntryLine(words, words, icon="search", role="body")
        self.browser = ManualBrowser(tr("manual.title"))
        PageColumn(
            self,
            self.search,
            (self.browser, 1),
            gap=metrics.gap,
            above=metrics.top,
        )
        bind_button(self, "manual.export", self._export)
        bind_button(self, "everywhere.manual", self.switch, listens=False)
        self.search.changed.connect(self._find_from_here)
        self.search.entered.connect(self._find_next)
        self.browser.opened.connect(self._opened)

    def switch(self) -> bool:
        self._open(self._other)
        return True

    def offered(self) -> Offers:
        other = left(tr(f"manual.{self._other}"))
        return {BACK: back(), "everywhere.manual": other, "manual.export": left()}

    def focus_start(self) -> None:
        self.search.clear()
        self.search.setFocus()
        self._open("guide")
        for page in self.api.way_back:
            self.browser.scrollToAnchor(page)
            if self.browser.verticalScrollBar().value():  # the page has a section
                break

    def show_location(self, name: str) -> None:
        """Show another document."""
        self._open(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() or not self.browser.scroll_by(event.key()):
            super().keyPressEvent(event)

    @property
    def _other(self) -> str:
        """The document that is not shown."""
        on_guide = self.browser.source().fileName().startswith("guide")
        return "handbook" if on_guide else "guide"

    def _open(self, name: str) -> None:
        self.browser.open(document_file(name))

    def _opened(self) -> None:
        self.api.update_foot()
        if self.search.text():
            self._find_from_here(self.search.text())

    def _find_from_here(self, words: str) -> None:
        self._say_found(*self.browser.find_from_here(words.strip()))

    def _find_next(self, words: str) -> None:
        self._say_found(*self.browser.find_next(words))

    def _export(self) -> None:
        """Write the document shown as a PDF into the folder of the papers, which is not named."""
        from exports.files import FileSet  # these are not needed to show the page
        from ui.components.papers.exporter import folder_of
        from ui.components.papers.printing import PAPER_SIZES

        file = Path(self.browser.source().toLocalFile())
        paper = QPageSize(PAPER_SIZES[self.api.settings.paper_size])
        handbook = file.name.startswith("handbook")
        try:
            with FileSet(folder_of(self.api), uuid4().hex) as files:
                files.add(f"{file.stem}.pdf", pdf(file, paper, chapters=handbook))
                (written,) = files.publish()
        except UserError as error:
            self.api.refuse(error)
        else:
            self.api.toast(tr("manual.written", name=written.name))

    def _say_found(self, number: int, count: int) -> None:
        typed = self.search.text().strip()
        self.search.set_note(tr("manual.found", number=number, count=count) if typed else "")
