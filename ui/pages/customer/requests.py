"""The customer's requests over all contacts, abandoned features, and known gaps that were met."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.actions.binding import button_for
from ui.components.section import turn_list
from ui.components.task_row import task_row
from ui.pages.customer.contact_words import day_words
from ui.pages.customer.line_section import LineSection
from ui.rows.paged_list import PagedList
from ui.rows.row import Row
from ui.rows.style import table
from ui.theme.theme import theme
from ui.widgets.badge import outcome_word
from ui.widgets.boxes import STRETCH, column, row
from ui.widgets.spaced import spaced
from ui.widgets.text import Text
from workshop_app.domain.request import Request
from workshop_app.domain.solution import Solution
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step
from workshop_app.i18n import language, texts, tr
from workshop_app.services.answers import Answers
from workshop_app.services.customer_line import CustomerLine, GivenUp
from workshop_app.services.later_answers import MetGap, answered_by, met_gaps

_LISTS = ("requests", "given_up", "gaps")
_SIDE = 16  # px in a list before its texts, which begin at the text edge


class CustomerRequestsSection(LineSection):
    """Enter opens a request on the board of requests, or the contact of another record.

    A problem with a known gap opens in Solve, which shows what the catalogue answers by then.
    """

    NAME = "requests"

    def build(self) -> None:
        self._contact_of: dict[str, str] = {}
        self._titles = {name: Text("section") for name in _LISTS}
        self.lists = {
            name: PagedList(
                tr(f"customer.{name}_title"), style=table, role="body", paging_keys=False
            )
            for name in self._titles
        }
        requests = self.lists["requests"]
        requests.row_actions = ("customer.request",)
        requests.activated.connect(lambda each: self.api.go_to("requests", each))
        given_up = self.lists["given_up"]
        given_up.row_actions = ("row.open",)
        given_up.activated.connect(self._open_contact)
        self.lists["gaps"].row_actions = ("row.open",)
        self.lists["gaps"].activated.connect(self._open_problem)
        self._to_the_board = button_for(self, "customer.request", self._open_request, size="small")
        direction = QBoxLayout.Direction
        sides = QBoxLayout(
            direction.TopToBottom if theme().stacked else direction.LeftToRight, self
        )
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(theme().metrics.gap)
        self._sides = {name: self._side(name) for name in self.lists}
        sides.addWidget(self._sides["requests"], 1)
        right = column(
            None,
            *((self._sides[name], 1) for name in ("given_up", "gaps")),
            gap=theme().metrics.gap,
        )
        sides.addLayout(right, 1)
        self.setFocusProxy(self.lists["requests"])

    def _side(self, name: str) -> QWidget:
        """Return a list under its title, with a button to the board below the requests."""
        side = QWidget()
        title = column(None, self._titles[name], around=(_SIDE, 0, 0, 0))
        below = None
        if name == "requests":
            below = row(None, self._to_the_board, STRETCH, around=(_SIDE, 0, 0, 0))
        column(side, title, (self.lists[name], 1), below, gap=6)
        return side

    def keep_edge(self) -> None:
        super().keep_edge()
        margins = self.contentsMargins()
        margins.setLeft(margins.left() - _SIDE)
        self.setContentsMargins(margins)

    def show_line(self, line: CustomerLine) -> None:
        met = [
            each
            for contact in reversed(line.contacts)
            for each in met_gaps(self.api.answers, contact, language())
        ]
        met.sort(key=lambda each: each.entry is None or bool(each.problem.became))
        self._contact_of = {each.answer.id: each.contact.workshop.id for each in line.given_up}
        self._contact_of |= {each.problem.id: each.contact.workshop.id for each in met}
        requests = request_rows(line, self.api.answers)
        given_up = given_up_rows(line)
        gaps = gap_rows(met)
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


def request_rows(line: CustomerLine, answers: Answers) -> list[Row]:
    """Return the customer's requests: who said each, its state, and what may answer it by now."""
    return [_request(request, state, answers) for request, state in line.requests]


def _request(request: Request, state: WorkshopState, answers: Answers) -> Row:
    problem = state.problem(request.problem_id)
    people = state.speakers_of(problem) if problem is not None else ()
    said_by = "  ".join(texts().addressed(who) for who in people)
    stands = state.state_of_request(request)
    entry = answered_by(answers, request, state.workshop, stands)
    parts = (said_by, tr(f"request_news.state.{stands}"), _may_answer(entry))
    who = spaced(*parts)
    return task_row(request.id, request.title, who=who, due=_day_of(state))


def given_up_rows(line: CustomerLine) -> list[Row]:
    """Return the features that the customer stopped using, each with its problem's outcome."""
    return [_given_up(each) for each in line.given_up]


def _given_up(one: GivenUp) -> Row:
    words = tr("customer.no_problem")
    if one.problem is not None:
        words = "  ".join(outcome_word(kind) for kind in one.contact.outcomes_of(one.problem))
    return task_row(one.answer.id, one.answer.text, who=words, due=_day_of(one.contact))


def gap_rows(met: Iterable[MetGap]) -> list[Row]:
    """Return the problems with a known gap: what became of each, what may answer it, or the gap."""
    return [
        task_row(
            one.problem.id,
            one.problem.title,
            who=one.problem.became or _may_answer(one.entry) or one.gap,
            due=_day_of(one.contact),
        )
        for one in met
    ]


def _day_of(state: WorkshopState) -> str:
    return day_words(state.workshop.date or state.workshop.created_at[:10])


def _may_answer(entry: Solution | None) -> str:
    return "" if entry is None else tr("requests.answered.may", name=entry.text(language()).name)
