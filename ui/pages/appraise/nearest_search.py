"""A search for the catalogue answer that comes closest to a request."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.actions.binding import bind_button
from ui.rows.paged_list import PagedList
from ui.rows.row import Row, detail
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import column, row
from ui.widgets.entry_line import EntryLine
from ui.widgets.icon_label import IconLabel
from ui.widgets.text import Text
from workshop_app.i18n import language, tr
from workshop_app.services.answers import Answers

_OFFERED = 8


class NearestSearch(QWidget):
    """A search field, the answers found, and the selected one.

    Signals:
        picked: An answer was selected with Enter; carries its id, or an empty string when the
            selection was removed.
    """

    picked = Signal(str)

    def __init__(self, answers: Answers) -> None:
        super().__init__()
        self._answers = answers
        self._own_words = ""
        self._picked = ""
        self._searched: tuple[str, str] | None = None
        label = tr("appraise.request.search")
        self.entry = EntryLine(label, label, icon="search")
        self.list = PagedList(tr("appraise.request.answers"), paging_keys=False)
        self._name = Text("room-solution")
        clear = bind_button(self, "appraise.take_back", lambda: self.picked.emit(""))
        self._clear = ActionButton(
            tr("appraise.request.clear"), "close", size="small", action=clear
        )
        self._arrange()
        self.list.view.take_keys_from(self.entry.field)
        self.entry.changed.connect(lambda _text: self._search())
        self.entry.field.returned.connect(self._pick)
        self.list.activated.connect(lambda _id: self._pick())

    def show_picked(self, own_words: str, picked: str) -> None:
        """Show the selected answer; while nothing is typed, ``own_words`` are searched for."""
        self._own_words = own_words
        self._picked = picked
        solution = self._answers.solution(picked) if picked else None
        name = solution.text(language()).name if solution is not None else picked
        self._name.setText(name)
        self._picked_row.setVisible(bool(picked))
        self._search()

    def _pick(self) -> None:
        current = self.list.current_id()
        if current:
            self.picked.emit(current)

    def _search(self) -> None:
        wanted = (self.entry.text().strip() or self._own_words, self._picked)
        if wanted == self._searched:
            return
        same_words = self._searched is not None and self._searched[0] == wanted[0]
        self._searched = wanted
        found = self._answers.search(wanted[0], language(), _OFFERED)
        rows = [
            Row(
                hit.solution.id,
                hit.solution.text(language()).name,
                opened=detail(hit.solution.text(language()).what),
                chosen=hit.solution.id == self._picked,
            )
            for hit in found
        ]
        first = rows[0].id if rows else None
        self.list.set_rows(rows, self.list.current_id() if same_words else first)

    def _arrange(self) -> None:
        self._picked_row = QWidget()
        row(
            self._picked_row,
            IconLabel("circle-check", "solution", 24),
            (self._name, 1),
            self._clear,
            gap=10,
        )
        column(self, self._picked_row, self.entry, (self.list, 1), gap=10)
        self.setFocusProxy(self.entry)
