"""The customer's requests over all contacts, abandoned features, and known gaps that were met."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ui.actions.binding import bind
from ui.components.section import turn_list
from ui.components.task_row import task_row
from ui.pages.customer.contact_words import day_words
from ui.pages.customer.line_section import LineSection
from ui.rows.paged_list import PagedList
from ui.rows.row import Row
from ui.rows.style import table
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.badge import outcome_word
from ui.widgets.text import Text
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.request import Request
from workshop_app.domain.solution import Solution
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step
from workshop_app.i18n import language, texts, tr
from workshop_app.services.customer_line import CustomerLine, GivenUp
from workshop_app.services.later_answers import MetGap, answered_by, met_gaps

_LISTS = ("requests", "given_up", "gaps")


class CustomerRequestsSection(LineSection):
    """Enter opens a request on the board of requests, or the contact of another record.

    A problem with a known gap opens in Solve, which shows what the catalogue answers by then.
    """

    NAME = "requests"

    def build(self) -> None:
        self._contact_of: dict[str, str] = {}
        self._titles = {name: Text("section", "") for name in _LISTS}
        self.lists = {
            name: PagedList(
                tr(f"customer.{name}_title"), style=table, role="body", paging_keys=False
            )
            for name in self._titles
        }
        requests = self.lists["requests"]
        requests.row_actions = requests.view.row_actions = ("customer.request",)
        requests.activated.connect(lambda each: self.api.go_to("requests", each))
        given_up = self.lists["given_up"]
        given_up.row_actions = given_up.view.row_actions = ("row.open",)
        given_up.activated.connect(self._open_contact)
        self.lists["gaps"].row_actions = self.lists["gaps"].view.row_actions = ("row.open",)
        self.lists["gaps"].activated.connect(self._open_problem)
        bound = bind(self, "customer.request", self._open_request, on_button=True)
        self._to_the_board = ActionButton(action=bound, size="small")
        way = QBoxLayout.Direction
        sides = QBoxLayout(way.TopToBottom if theme().stacked else way.LeftToRight, self)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(theme().metrics.gap)
        self._sides = {name: self._side(name) for name in self.lists}
        sides.addWidget(self._sides["requests"], 1)
        right = QVBoxLayout()
        right.setSpacing(theme().metrics.gap)
        for name in ("given_up", "gaps"):
            right.addWidget(self._sides[name], 1)
        sides.addLayout(right, 1)
        self.setFocusProxy(self.lists["requests"])

    def _side(self, name: str) -> QWidget:
        """Return a list under its title, with a button to the board below the requests."""
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._titles[name], 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.lists[name], 1)
        if name == "requests":
            column.addWidget(self._to_the_board, 0, Qt.AlignmentFlag.AlignLeft)
        return side

    def show_line(self, line: CustomerLine) -> None:
        self._contact_of = {}
        requests = [self._request(request, state) for request, state in line.requests]
        given_up = [self._given_up(each) for each in line.given_up]
        met = [
            each
            for contact in reversed(line.contacts)
            for each in met_gaps(self.api.answers, contact, language())
        ]
        met.sort(key=lambda each: each.entry is None or bool(each.problem.became))
        gaps = [self._gap(each) for each in met]
        self._sides["gaps"].setVisible(bool(gaps))
        for name, rows in (("requests", requests), ("given_up", given_up), ("gaps", gaps)):
            self._titles[name].setText(tr(f"customer.{name}_count", n=len(rows)))
            self._sides[name].setVisible(bool(rows) or name == "requests")
            self.lists[name].setVisible(bool(rows))
            self.lists[name].set_rows(rows)
        self._to_the_board.setVisible(bool(requests))

    def focus_start(self) -> bool:
        shown = [each for each in self.lists.values() if each.rows()]
        if shown:
            shown[0].setFocus()
        return bool(shown)

    def turn(self, by: int) -> bool:
        return any(turn_list(each, by) for each in self.lists.values() if each.rows())

    def _request(self, request: Request, state: WorkshopState) -> Row:
        problem = state.problem(request.problem_id)
        people = state.speakers_of(problem) if problem is not None else ()
        said_by = "  ".join(texts().person(who.name, who.honorific) for who in people)
        stands = state.state_of_request(request)
        entry = answered_by(self.api.answers, request, state.workshop, stands)
        parts = (said_by, tr(f"request_news.state.{stands}"), _may_answer(entry))
        day = day_words(state.workshop.date or state.workshop.created_at[:10])
        return task_row(request.id, request.title, who="  ".join(filter(None, parts)), due=day)

    def _given_up(self, one: GivenUp) -> Row:
        self._contact_of[one.answer.id] = one.contact.workshop.id
        words = tr("customer.no_problem")
        if one.problem is not None:
            kinds = one.contact.outcomes_of(one.problem)
            words = "  ".join(_outcome(kind) for kind in kinds)
        day = day_words(one.contact.workshop.date or one.contact.workshop.created_at[:10])
        return task_row(one.answer.id, one.answer.text, who=words, due=day)

    def _gap(self, one: MetGap) -> Row:
        contact = one.contact.workshop
        self._contact_of[one.problem.id] = contact.id
        words = one.problem.became or _may_answer(one.entry) or one.gap
        day = day_words(contact.date or contact.created_at[:10])
        return task_row(one.problem.id, one.problem.title, who=words, due=day)

    def _open_problem(self, problem_id: str) -> None:
        self.api.open_workshop(self._contact_of[problem_id])
        self.api.go_to(Step.SOLVE.value, problem_id)

    def _open_request(self) -> bool:
        request_id = self.lists["requests"].current_id()
        if request_id is None:
            return False
        self.api.go_to("requests", request_id)
        return True

    def _open_contact(self, answer_id: str) -> None:
        self.api.open_workshop(self._contact_of[answer_id])


def _may_answer(entry: Solution | None) -> str:
    return "" if entry is None else tr("requests.answered.may", name=entry.text(language()).name)


def _outcome(kind: OutcomeKind) -> str:
    return outcome_word(kind)
