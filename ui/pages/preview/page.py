"""Previews papers as they will be printed; in private mode with names highlighted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QHideEvent, QShowEvent

from exports.preview import PreviewOrder, RenderedPage
from exports.registry import DOCUMENTS
from ui.actions.binding import bind_button, bind_buttons, bind_each
from ui.actions.offered import BACK, Offers, back, left
from ui.components.page import Page
from ui.components.page_column import PageColumn
from ui.components.papers.exporter import Exporter
from ui.components.papers.preview_client import PreviewClient
from ui.components.papers.printing import PrintJob, ask_for_printer
from ui.components.papers.selection import title_of, viewable_papers
from ui.pages.preview.page_view import PageView
from ui.theme.theme import theme
from ui.widgets.boxes import beside
from ui.widgets.check_button import TAB
from ui.widgets.check_group import CheckButtons, Option
from ui.widgets.error_line import ErrorLine
from ui.widgets.text import Text
from workshop_app.domain.workshop import Participant
from workshop_app.i18n import texts, tr

_FIRST_PAPER = "summary"


class PreviewPage(Page):
    """Alt and a digit choose the paper, PgUp and PgDn turn pages, Z zooms; Esc leads back.

    Opened for one participant, it only shows that person's pages, until another paper is chosen.
    """

    NAME = "preview"
    GOES_BACK = True

    def build(self) -> None:
        metrics = theme().metrics
        self._exporter = Exporter(self.api, self.private)
        self._number = 0
        self._reader = ""
        """The code of the participant whose pages are shown; empty for all pages."""
        self._print_job: PrintJob | None = None
        self._client = PreviewClient(self)
        names = viewable_papers(self.session.state, private=self.private)
        titles = [Option(name, title_of(name)) for name in names]
        self.choice = CheckButtons(tr("preview.papers"), titles, shape=TAB)
        self.view = PageView(marks_names=self.private)
        stacked = theme().stacked
        self._position = Text("body")
        self._name_count = Text("body-quiet", wrap=stacked)
        self._error = ErrorLine()
        bind_buttons(self, "preview.page", self.turn)
        bind_button(self, "preview.zoom", self._change_zoom)
        line = beside(
            None,
            (self._position, 0 if stacked else 1),
            self._name_count,
            gap=4 if stacked else metrics.gap,
        )
        PageColumn(self, self.choice, line, self._error, (self.view, 1), gap=8, below=6)
        self._connect()
        if self.private:
            bind_button(self, "preview.print", self._start_printing)

    def _connect(self) -> None:
        self.choice.chosen.connect(self._choose_paper)
        last = len(self.choice.options)
        bind_each(self, "preview.paper", self.choice.choose_number, last=last)
        self._client.changed.connect(self._show_document)
        self._client.drawn.connect(self._show_picture)
        self.view.width_changed.connect(self._draw)
        self.view.turn_requested.connect(self.turn)

    def refresh(self) -> None:
        if self.session.state is not None:
            self.show_paper(self._name)

    def show_paper(self, name: str) -> None:
        """Create the paper `name` and show its first page."""
        self._exporter.options.previewed = name
        self.choice.set_value(name)
        self._number = 0
        self.view.show_picture(None)
        self.view.to_start()
        if self.isVisible():
            self._client.order(self._order())

    def _choose_paper(self, name: object) -> None:
        self._reader = ""
        self.show_paper(str(name))

    def turn(self, by: int) -> None:
        """Show the previous or next page."""
        target = self._number + by
        if target in self._shown:
            self._number = target
            self.view.to_start()
            self._draw()
            self._show_document()

    def leave(self) -> None:
        self.api.go_back()

    def offered(self) -> Offers:
        zoom = tr("preview.whole" if self.view.wide else "preview.wide")
        return {
            BACK: back(),
            ("preview.page", -1): left(tr("preview.before")),
            ("preview.page", 1): left(tr("preview.after")),
            "preview.zoom": left(zoom),
            **({"preview.print": left()} if self.private else {}),
        }

    def focus_start(self) -> None:
        self.view.setFocus()

    def handle_escape(self) -> bool:
        if self._print_job is not None:
            self._print_job.cancel()
            return True
        return super().handle_escape()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        options = self._exporter.options
        self._reader = options.previewed_reader
        options.previewed_reader = ""
        if self.session.state is not None and not self.stale:
            self.show_paper(self._name)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._print_job is not None:
            self._print_job.cancel()
        self._client.stop()
        self.view.show_picture(None)

    @property
    def _name(self) -> str:
        """The paper previewed last, if this mode shows it."""
        name = self._exporter.options.previewed
        return (
            name
            if name in viewable_papers(self.session.state, private=self.private)
            else _FIRST_PAPER
        )

    def _order(self) -> PreviewOrder:
        return self._exporter.preview_order(self.state, self._name)

    def _draw(self) -> None:
        if self.isVisible():
            self._client.request_page(self._number, self.view.pixels)

    def _show_picture(self, picture: RenderedPage) -> None:
        if picture.number == self._number:
            self.view.show_picture(picture)

    def _show_document(self) -> None:
        pages = self._client.pages
        if pages and self._number not in self._shown:
            self._number = self._shown[0]
        error = self._client.error
        self._error.show_sentence(tr(error.key, **error.values) if error else "")
        self._position.setText(self._position_text())
        n = len(self.view.marks)
        counted = self.private and pages and self.view.drawn
        self._name_count.setText(tr("preview.named", n=n) if counted else "")
        self.view.setAccessibleName(f"{title_of(self._name)}  {self._position_text()}")
        if pages and not self.view.drawn:
            self._draw()

    @property
    def _shown(self) -> Sequence[int]:
        """The numbers of the visible pages: all, or those of one participant."""
        pages = self._client.pages
        own = [n for n, page in enumerate(pages) if self._reader and page.reader == self._reader]
        return own or range(len(pages))

    def _position_text(self) -> str:
        pages = self._client.pages
        if not pages:
            return "" if self._client.error else tr("preview.making")
        page = pages[min(self._number, len(pages) - 1)]
        people = self.state.participants
        who = next((each for each in people if page.reader and each.code == page.reader), None)
        coded = self._exporter.options.anonymous(self.state)
        name = "" if who is None else who.code if coded else self._name_of(who)
        mark = tr(DOCUMENTS[self._name].mark_key)
        shown = self._shown
        number = shown.index(self._number) + 1 if self._number in shown else 1
        page_words = tr("preview.page", page=number, pages=len(shown))
        return "　".join(part for part in (mark, page_words, name) if part)

    def _name_of(self, who: Participant) -> str:
        """Return the name as the room says it; in private mode the code and the name."""
        return f"{who.code} {who.name}" if self.private else texts().addressed(who)

    def _change_zoom(self) -> None:
        self.view.set_wide(not self.view.wide)
        self.api.update_foot()

    def _start_printing(self) -> None:
        if self._print_job is not None:
            return
        printer = ask_for_printer(self.window(), title_of(self._name), self.api.settings.paper_size)
        if printer is None:
            return
        readers = frozenset({self._reader}) if self._reader else None
        self._print_job = PrintJob(self._order(), printer, self, readers)
        self._print_job.page_sent.connect(
            lambda n, count: self._name_count.setText(tr("preview.printing", page=n, pages=count))
        )
        self._print_job.finished.connect(self._printed)

    def _printed(self, succeeded: bool) -> None:
        self._print_job = None
        self.api.toast(
            tr("preview.printed" if succeeded else "preview.not_printed"), done=succeeded
        )
        self._show_document()
