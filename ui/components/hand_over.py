"""Records that requests were handed over to the product team, and describes their states."""

from __future__ import annotations

from ui.components.page import WindowApi
from ui.components.papers.export_messages import outdated_message_text
from ui.components.timestamps import now
from workshop_app.domain.promises import Reader
from workshop_app.domain.request import Request
from workshop_app.domain.request_news import RequestState
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import texts, tr
from workshop_app.services.promise_words import request_words


def hand_over(api: WindowApi, requests: tuple[Request, ...]) -> bool:
    """Record that ``requests`` were handed over now; return False if there are none."""
    if not requests:
        api.toast(tr("promises.hand_over.nothing"), done=False)
        return False
    from workshop_app.services.commands.request_news import HandOverRequests  # on use

    moment = now()
    if api.execute(HandOverRequests(tuple(each.id for each in requests), moment)) is None:
        return False
    day = texts().date(moment[:10], year=False)
    done = tr("promises.hand_over.done", n=len(requests), day=day)
    state = api.session.state
    outdated = outdated_message_text(state) if state is not None else ""
    said = tr("promises.hand_over.done_and", done=done, message=outdated) if outdated else done
    api.toast(said, undo=True)
    return True


def change_hand_over(api: WindowApi, state: WorkshopState, request: Request) -> bool:
    """Toggle whether a request is recorded as handed over.

    Return False if the product team has already answered.
    """
    stands = state.state_of_request(request)
    if stands is RequestState.NEW:
        return hand_over(api, (request,))
    if stands is not RequestState.HANDED_OVER:
        api.toast(tr("promises.hand_over.answered"), done=False)
        return False
    from workshop_app.services.commands.request_news import TakeBackHandOver  # on use

    done = tr("promises.hand_over.taken_back")
    return api.execute(TakeBackHandOver((request.id,)), done=done) is not None


def request_state(state: WorkshopState, request: Request) -> str:
    """Return the state of a request, in a few words for the facilitator."""
    return request_words(texts(), state, request, Reader.FACILITATOR)
