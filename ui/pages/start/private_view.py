"""The start page in private mode: all records, the search, open actions."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QFileDialog,
    QStackedWidget,
    QWidget,
)

from ui.actions.binding import BoundAction, bind, bind_button, button_for
from ui.actions.offered import PRIMARY, Beside, FootArea, Offered, Offers, left, primary
from ui.components.foot_buttons import Offering
from ui.components.page_column import PageColumn
from ui.components.page_memory import memory_of
from ui.components.password_question import PasswordQuestion
from ui.components.window_api import WindowApi
from ui.pages.start.records import Records
from ui.pages.start.side_column import SideColumn
from ui.pages.start.today import TodayWords
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import beside, row
from ui.widgets.entry_line import EntryLine
from workshop_app.domain.errors import InvalidInput
from workshop_app.i18n import tr
from workshop_app.services.workshop_file import (
    FILE_NAMES,
    identical_workshop,
    is_workshop_file,
    read_workshop_file,
)


class PrivateView(Offering):
    """The records and a column at the side; in a narrow window Ctrl+I toggles between them.

    ``read``: a workshop file that is not identical to a workshop here, as its `WorkshopState`.
    """

    read = Signal(object)

    def __init__(self, api: WindowApi, new: BoundAction) -> None:
        super().__init__()
        self._api = api
        self._narrow = theme().metrics.narrow
        self._search = EntryLine(
            tr("start.records.search"),
            tr("start.records.search"),
            icon="search",
            role="body",
        )
        self.records = Records(api, self._search)
        self.side_column = SideColumn(api, below=self._narrow)
        bind_button(self, PRIMARY, self.go_on)
        self._lower = QStackedWidget()
        self._lower.addWidget(self.records)
        self._toggle = button_for(self, "start.homework", self._switch, size="small")
        self.foot_widgets["toggle"] = self._toggle
        # without a record there is no row whose action it could be
        customers = ActionButton(tr("start.contacts"), "building", parent=self)
        customers.clicked.connect(lambda: api.go("customer"))
        customers.hide()
        self.foot_widgets["customers"] = customers
        self.question = PasswordQuestion()
        self._new = new
        self._arrange()
        self._connect()
        kept = memory_of(api, "start.records")
        self._search.set_text(str(kept.get("searched", "")))
        self._search.changed.connect(lambda words: kept.update(searched=words))

    def offered(self) -> Offers:
        """Return the ways to open actions, in a narrow window, and to the contacts; the primary.

        The next visit of a customer is prepared on the customer's page.
        """
        aside = self._lower.currentWidget() is not self.records
        offers: Offers = {
            "start.homework": Offered(
                tr("start.records.recent" if aside else "start.homework.title")
            )
        }
        if self._narrow:
            offers["toggle"] = Beside(FootArea.LEFT)
        current = self.records.list.current_id()
        if current is not None:
            offers["start.customer"] = left(self.records.contacts_words)
        else:
            offers["customers"] = Beside(FootArea.LEFT)
        is_open = current is not None and current == self._api.session.workshop_id
        words = "go_on" if is_open else "open" if current is not None else "new.title"
        return offers | {PRIMARY: primary(tr(f"start.{words}"))}

    def go_on(self) -> None:
        """Open the current record; without any create a workshop."""
        current = self.records.list.current_id()
        if current is None:
            self._api.new_workshop()
        else:
            self._api.open_workshop(current)

    def refresh(self, _words: TodayWords) -> None:
        """Read records and open actions from the store."""
        self.records.refresh()
        self.side_column.refresh()

    def take_over(self, old: QWidget) -> None:
        """Copy the search and the current record from the view this one replaces."""
        if isinstance(old, PrivateView):
            self._search.set_text(old.searched)
            self.records.refresh()
            self.records.list.set_current(old.records.list.current_id() or "")

    @property
    def searched(self) -> str:
        """The words in the search field."""
        return self._search.text()

    def focus_start(self) -> None:
        some = self.records.list.current_id() is not None
        (self.records.list.view if some else self._search.field).setFocus()

    def handle_escape(self) -> bool:
        """Leave the question, the homework or the search; True when there was one."""
        if self.question.asking:
            self.question.leave()
        elif self.records.asking:
            self.records.question.leave()
        elif self._lower.currentWidget() is self.side_column:
            self._switch()
        elif self._search.text():
            self._search.clear()
            self.records.list.setFocus()
        else:
            return False
        return True

    def _asked(self, asking: bool) -> None:
        if not asking:
            self.focus_start()

    def choose_file(self) -> bool:
        """Choose a workshop file and import it; returns False in the sample."""
        if self._api.in_sample:
            return False
        from ui.components.papers.exporter import first_folder  # not on the start path

        files = f"{tr('start.take.files')} ({FILE_NAMES})"
        folder = first_folder(self._api)
        name, _ = QFileDialog.getOpenFileName(self, tr("start.take.do"), folder, files)
        if name:
            self.take(Path(name))
        return True

    def take(self, file: Path) -> bool:
        """Read a workshop file; returns False in the sample.

        If there is an identical workshop, it is opened. Asks for the password of an encrypted file.
        """
        if self._api.in_sample:
            return False
        self.question.read(self._api, file, partial(self._take_read, file))
        return True

    def _take_read(self, file: Path) -> None:
        if not is_workshop_file(file):
            raise InvalidInput("start.take.none", file=file.name)
        state = read_workshop_file(file)
        there = identical_workshop(self._api.session, state)
        if there:
            self._api.open_workshop(there)
            self._api.toast(tr("start.take.known", title=state.workshop.title))
        else:
            self.read.emit(state)

    def show_record(self, workshop_id: str) -> None:
        """Make a record the current one."""
        self._search.set_text("")
        self.records.list.set_current(workshop_id)

    def _arrange(self) -> None:
        metrics = theme().metrics
        top = 10 if metrics.low else 18
        outer = row(
            self,
            (
                PageColumn(
                    None,
                    self._head(),
                    self.question,
                    (self._lower, 1),
                    gap=10 if metrics.low else 16,
                    above=top,
                    below=10,
                ),
                1,
            ),
            gap=0,
        )
        if self._narrow:
            self._lower.addWidget(self.side_column)
        else:
            outer.addWidget(self.side_column)

    def _head(self) -> QBoxLayout:
        new = ActionButton(tr("start.new.title"), "plus", action=self._new, size="small")
        return beside(
            None,
            (self._search, 1),
            (new, 0, Qt.AlignmentFlag.AlignVCenter),
            gap=14,
        )

    def _connect(self) -> None:
        self.records.question.emptied.connect(self.focus_start)
        self.records.list.current_changed.connect(self._api.update_foot)
        self.question.asking_changed.connect(self._asked)
        bind(self, "start.search", self._search.setFocus)
        chain = (
            self.records.list.view,
            self.side_column.homework.list.view,
            self._search.field,
        )
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def _switch(self) -> None:
        """Show the side column instead of the records, or the records again."""
        to_side = self._lower.currentWidget() is self.records
        self._lower.setCurrentWidget(self.side_column if to_side else self.records)
        self._api.update_foot()
        shown = self.side_column.homework.list if to_side else self.records.list
        shown.setFocus()
