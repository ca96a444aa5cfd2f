"""The requests of the previous visit and their states."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.actions.binding import bind
from ui.components.asked_list import AskedListSection
from ui.components.earlier_words import words_of_day
from ui.components.private_button import private_button
from ui.rows.cells import Icon
from ui.rows.row import Row, aside, detail
from ui.theme.outcomes import OUTCOMES, REQUEST_STATES
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import NO_MARGINS, STRETCH, row
from workshop_app.domain.facts.requests import promise_of
from workshop_app.domain.facts.then_now import contact_of, last_requests
from workshop_app.domain.promises import SHAPE, Reader
from workshop_app.domain.request import Request
from workshop_app.domain.request_news import RequestState
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import texts, tr
from workshop_app.services.promise_words import customer_text, request_words


class LastTimeRequestsSection(AskedListSection):
    """Each request by its title, with what may be told to the room.

    A button leads to the form for its news on the board of requests, and asks for private mode
    before; in private mode Enter and a double click do, too.
    """

    NAME = "requests"

    def build(self) -> None:
        strip = QWidget()
        row(strip, STRETCH, self._way_to_news(), around=NO_MARGINS)
        self.build_list(tr("last_time.requests.rows"), tr("last_time.requests.none"), strip)
        if self.private:
            self.rows.row_actions = self.rows.view.row_actions = ("last_time.request",)
            self.rows.activated.connect(lambda _id: self._open())

    def _way_to_news(self) -> ActionButton:
        if not self.private:
            words = tr("last_time.requests.in_private")
            return private_button(self.api, words, then=self._open)
        return ActionButton(action=bind(self, "last_time.request", self._open, on_button=True))

    def _open(self) -> bool:
        request_id = self.rows.current_id()
        if request_id is None:
            return False
        self.api.go_to("requests", f"news:{request_id}")
        return True

    def refresh(self, state: WorkshopState) -> None:
        rows = request_rows(state)
        self.show_rows(rows, tr("last_time.requests.lead", n=len(rows)))


def request_rows(state: WorkshopState) -> list[Row]:
    """Return the requests of the previous visit, and what may be said about each."""
    return [_row(state, each) for each in last_requests(state)]


def _row(state: WorkshopState, request: Request) -> Row:
    before = contact_of(state, request)
    stands = before.state_of_request(request)
    style = REQUEST_STATES[stands]
    said = tr(f"request_news.state.{stands}")
    if stands is RequestState.NEW:
        style = OUTCOMES[SHAPE[promise_of(before, request)]]
        said = request_words(texts(), before, request, Reader.ROOM)
    return Row(
        request.id,
        words_of_day(state, request, request.title),
        before=(Icon(style.icon, style.colour),),
        asides=aside(said),
        lines=detail(customer_text(before, request), "info"),
    )
