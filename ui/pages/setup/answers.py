"""The catalogue's answers by how far the customer uses them, each with the reason."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal

from ui.actions.binding import bind_button, bind_each
from ui.actions.offered import Offers, primary
from ui.components.empty_state import EmptyState
from ui.components.page_column import PageColumn
from ui.components.section import Section, turn_list
from ui.components.setup_words import reason
from ui.rows.cells import Words
from ui.rows.paged_list import PagedList
from ui.rows.row import Row, detail
from ui.rows.style import paper
from ui.widgets.check_button import TAB
from ui.widgets.check_group import CheckButtons, Option
from workshop_app.domain.setup_view import setup_of
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.usage import Usage, UsageStatus, usage_of
from workshop_app.i18n import language, tr
from workshop_app.services.answers import Answers

_MARKS = {
    UsageStatus.HALF: ("circle-dashed", "card"),
    UsageStatus.NEVER: ("circle", "ink2"),
    UsageStatus.IN_USE: ("circle-check", "solution"),
    UsageStatus.UNKNOWN: ("question", "ink2"),
}


class AnswersSection(Section):
    """Alt+1 to Alt+4 show a group. ``open_requested(id)``: show the details of an answer."""

    NAME = "answers"

    open_requested = Signal(str)

    def build(self) -> None:
        self._groups: dict[UsageStatus, list[Usage]] = {}
        self.choice = CheckButtons(
            tr("setup.standing.label"),
            [Option(standing, tr(f"setup.standing.{standing}")) for standing in UsageStatus],
            shape=TAB,
        )
        self.choice.set_value(UsageStatus.HALF)
        self.choice.chosen.connect(lambda _: self._show_group())
        self.rows = PagedList(
            tr("setup.section.answers"), role=self.role, style=paper, paging_keys=False
        )
        self.rows.activated.connect(self.open_requested)
        self.rows.acted.connect(self.open_requested)
        self.rows.nothing = EmptyState(tr("setup.standing.none"))
        bind_button(self, "setup.answer", self._open_current, listens=False)
        bind_each(
            self, "setup.group", lambda number: self.show_group(list(UsageStatus)[number - 1])
        )
        layout = PageColumn(self, self.choice, (self.rows.nothing, 1), (self.rows, 1), gap=10)
        layout.addStretch(0)
        self.setFocusProxy(self.rows)

    def refresh(self, state: WorkshopState) -> None:
        known = self.api.answers.entries
        usages = [
            usage for usage in usage_of(setup_of(state.setup)).values() if usage.entry in known
        ]
        self._groups = {s: [u for u in usages if u.status is s] for s in UsageStatus}
        names = [
            Option(s, tr("setup.standing.count", name=tr(f"setup.standing.{s}"), n=len(group)))
            for s, group in self._groups.items()
        ]
        self.choice.set_options(names, self.choice.value())
        self._show_group()

    def show_group(self, status: UsageStatus) -> None:
        """Show the answers of one group from its beginning."""
        self.choice.set_value(status)
        self._show_group()
        self.rows.setFocus()

    def turn(self, by: int) -> bool:
        if turn_list(self.rows, by):
            return True
        order = list(UsageStatus)
        target = order.index(self._status) + by
        if not 0 <= target < len(order):
            return False
        self.show_group(order[target])
        self._select_end(by)
        return True

    def arrive(self, by: int) -> None:
        self.show_group(list(UsageStatus)[0 if by > 0 else -1])
        self._select_end(by)

    def offered(self) -> Offers:
        return {"setup.answer": primary()} if self.rows.rows() else {}

    @property
    def _status(self) -> UsageStatus:
        return UsageStatus(str(self.choice.value()))

    def _select_end(self, by: int) -> None:
        if by < 0 and self.rows.rows():
            self.rows.set_current(self.rows.rows()[-1].id)

    def _show_group(self) -> None:
        usages = self._groups.get(self._status, [])
        rows = usage_rows(usages, self.api.answers, private=self.private)
        self.rows.show_rows(rows)
        self.foot_changed.emit()

    def _open_current(self) -> None:
        current = self.rows.current_id()
        if current is not None:
            self.open_requested.emit(current)


def usage_rows(usages: Iterable[Usage], answers: Answers, *, private: bool) -> list[Row]:
    """Return answers with the reason for their status: beside it if ``private``, else below it."""
    return [_row(usage, answers, private=private) for usage in usages]


def _row(usage: Usage, answers: Answers, *, private: bool) -> Row:
    icon, colour = _MARKS[usage.status]
    why = reason(usage)
    why = why[:1].upper() + why[1:]  # in Solve it continues a sentence
    word = why if private else tr(f"setup.standing.{usage.status}")
    return Row(
        usage.entry,
        answers.entries[usage.entry].text(language()).name,
        after=(Words(word, icon, colour),),
        opened=detail("" if private else why),
    )
