"""The customer's requests over all contacts, and the features that were given up."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from ui.components.section import turn_list
from ui.components.tasks_view import TaskRow, TasksView
from ui.pages.customer.contact_words import day_words
from ui.pages.customer.line_section import LineSection
from ui.widgets.badge import outcome_word
from ui.widgets.paged_list import PagedList
from ui.widgets.text import Text
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.request import Request
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import texts, tr
from workshop_app.services.customer_line import CustomerLine, GivenUp


class CustomerRequestsSection(LineSection):
    """Enter opens the contact in which a request was made, or a feature was given up."""

    NAME = "requests"

    def build(self) -> None:
        self._contact_of: dict[str, str] = {}
        self._titles = {name: Text("section", "") for name in ("requests", "given_up")}
        self.lists = {
            name: PagedList(
                tr(f"customer.{name}_title"), view=TasksView("body"), role="body", paging_keys=False
            )
            for name in self._titles
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for name, title in self._titles.items():
            column.addWidget(title)
            column.addWidget(self.lists[name], 1)
            self.lists[name].row_actions = ("row.open",)
            self.lists[name].activated.connect(self._open)
        column.addStretch(0)
        self.setFocusProxy(self.lists["requests"])

    def show_line(self, line: CustomerLine) -> None:
        self._contact_of = {}
        requests = [self._request(request, state) for request, state in line.requests]
        given_up = [self._given_up(each) for each in line.given_up]
        for name, rows in (("requests", requests), ("given_up", given_up)):
            self._titles[name].setText(tr(f"customer.{name}_count", n=len(rows)))
            self.lists[name].setVisible(bool(rows))
            self.lists[name].set_rows(rows)

    def focus_start(self) -> bool:
        shown = [each for each in self.lists.values() if each.rows()]
        if shown:
            shown[0].setFocus()
        return bool(shown)

    def turn(self, by: int) -> bool:
        return any(turn_list(each, by) for each in self.lists.values() if each.rows())

    def _request(self, request: Request, state: WorkshopState) -> TaskRow:
        self._contact_of[request.id] = state.workshop.id
        problem = state.problem(request.problem_id)
        people = state.speakers_of(problem) if problem is not None else ()
        said_by = "  ".join(texts().person(who.name, who.honorific) for who in people)
        what = tr(f"request_news.state.{state.state_of_request(request)}")
        day = day_words(state.workshop.date or state.workshop.created_at[:10])
        return TaskRow(
            request.id, request.title, who="  ".join(part for part in (said_by, what) if part),
            due=day,
        )  # fmt: skip

    def _given_up(self, one: GivenUp) -> TaskRow:
        self._contact_of[one.answer.id] = one.contact.workshop.id
        words = tr("customer.no_problem")
        if one.problem is not None:
            kinds = one.contact.outcomes_of(one.problem)
            words = "  ".join(_outcome(kind) for kind in kinds)
        day = day_words(one.contact.workshop.date or one.contact.workshop.created_at[:10])
        return TaskRow(one.answer.id, one.answer.text, who=words, due=day)

    def _open(self, record_id: str) -> None:
        self.api.open_workshop(self._contact_of[record_id])


def _outcome(kind: OutcomeKind) -> str:
    return outcome_word(kind)
