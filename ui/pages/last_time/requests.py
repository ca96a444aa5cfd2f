"""The requests of the previous visit and their states."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.actions.binding import button_for
from ui.actions.offered import Offers, left
from ui.components.asked_list import AskedListSection
from ui.components.earlier_words import words_of_day
from ui.components.private_button import private_button
from ui.components.timestamps import day_of
from ui.rows.cells import Icon
from ui.rows.row import Row, aside, detail
from ui.theme.outcomes import OUTCOMES, REQUEST_STATES
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import STRETCH, row
from ui.widgets.voices import voices_in_words
from workshop_app.domain.facts.requests import promise_of
from workshop_app.domain.facts.then_now import contact_of, last_requests
from workshop_app.domain.participant_names import speakers_by_problem
from workshop_app.domain.promises import SHAPE, Reader
from workshop_app.domain.request import Request
from workshop_app.domain.request_news import RequestNews, RequestState, is_answer_untold, latest
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import texts, tr
from workshop_app.services.commands.request_news import TellAtVisit
from workshop_app.services.promise_words import customer_text, request_words


class LastTimeRequestsSection(AskedListSection):
    """Each request by its title, with what may be told to the room.

    Space or the foot bar records that an answer was told; showing it does not. A button leads to
    the form for its news on the board of requests, and asks for private mode before; in private
    mode Enter and a double click do, too.
    """

    NAME = "requests"

    def build(self) -> None:
        strip = QWidget()
        row(strip, STRETCH, self._way_to_news())
        self.build_list(tr("last_time.requests.rows"), tr("last_time.requests.none"), strip)
        self.records.offer({"row.tick": self._tell}, delete_anywhere=False)
        if self.private:
            actions = ("row.tick", "last_time.request")
            self.rows.row_actions = actions
            self.rows.activated.connect(lambda _id: self._open())

    def offered(self) -> Offers:
        untold = self._untold(self.current_record_id())
        return {"row.tick": left(tr("requests.told.do"))} if untold else {}

    def show_current(self) -> None:
        self.foot_changed.emit()

    def _way_to_news(self) -> ActionButton:
        if not self.private:
            words = tr("last_time.requests.in_private")
            return private_button(self.api, words, then=self._open)
        return button_for(self, "last_time.request", self._open)

    def _open(self) -> bool:
        request_id = self.rows.current_id()
        if request_id is None:
            return False
        self.api.go_to("requests", f"news:{request_id}")
        return True

    def _untold(self, request_id: str) -> RequestNews | None:
        """Return the answer to a request if nobody was told it."""
        asked = (each for each in last_requests(self.state) if each.id == request_id)
        last = next((latest(contact_of(self.state, each).news_of(each)) for each in asked), None)
        return last if is_answer_untold(last) else None

    def _tell(self, request_id: str) -> None:
        if (last := self._untold(request_id)) is not None:
            self.api.execute(
                TellAtVisit((last.id,), day_of(self.state).isoformat()),
                done=tr("requests.told.done"),
            )

    def refresh(self, state: WorkshopState) -> None:
        rows = request_rows(state, private=self.private)
        self.show_rows(rows, tr("last_time.requests.lead", n=len(rows)))


def request_rows(state: WorkshopState, *, private: bool) -> list[Row]:
    """Return the requests of the previous visit, who asked, and what may be said about each."""
    return [_row(state, each, private=private) for each in last_requests(state)]


def _row(state: WorkshopState, request: Request, *, private: bool) -> Row:
    before = contact_of(state, request)
    shown = private or state.speakers_shown
    voices = speakers_by_problem(before, for_room=not private) if shown else {}
    asked = voices.get(before.merging.root_ids[request.problem_id], ())
    stands = before.state_of_request(request)
    style = REQUEST_STATES[stands]
    said = tr(f"request_news.state.{stands}")
    if stands is RequestState.NEW:
        style = OUTCOMES[SHAPE[promise_of(before, request)]]
        said = request_words(texts(), before, request, Reader.ROOM)
    last = latest(before.news_of(request))
    told = texts().date(last.told_on, year=False) if last is not None else ""
    text = customer_text(before, request)
    if not text and stands is RequestState.HANDED_OVER:
        text = tr("wrap_up.promises.waits.news")
    lines = (
        *detail(voices_in_words(asked), "person"),
        *detail(text, "info"),
        *detail(tr("requests.told.on", day=told) if told else "", "check"),
    )
    return Row(
        request.id,
        words_of_day(state, request, request.title),
        before=(Icon(style.icon, style.colour),),
        asides=aside(said),
        lines=lines,
    )
