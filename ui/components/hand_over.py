"""Records that requests were handed over to the product team, and describes their states."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from ui.components.papers.export_messages import outdated_message_text
from ui.components.timestamps import day_of
from ui.components.window_api import WindowApi
from ui.widgets.date_field import pick_day
from ui.widgets.menu import MenuEntry, MenuGroup, window_menu
from workshop_app.domain.promises import Reader
from workshop_app.domain.request import Request
from workshop_app.domain.request_news import RequestState
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import texts, tr
from workshop_app.services.promise_words import request_words


def hand_over(api: WindowApi, requests: tuple[Request, ...], beside: QWidget) -> bool:
    """Ask ``beside`` a widget on which day requests were handed over; return False without one."""
    if not requests:
        api.toast(tr("promises.hand_over.nothing"), done=False)
        return False
    today, record = day_of(api.session.open_state), partial(_record, api, requests)
    label = tr("promises.hand_over.on")
    words = tr("promises.hand_over.today", day=texts().date(today.isoformat(), year=False))
    another = partial(pick_day, label, today, beside, record)
    entries = (
        MenuEntry(words, partial(record, today)),
        MenuEntry(tr("promises.hand_over.another"), another, icon="calendar"),
    )
    window_menu(beside).open_beside([MenuGroup(entries, label)], beside)
    return True


def _record(api: WindowApi, requests: tuple[Request, ...], on: date) -> None:
    from workshop_app.services.commands.request_news import HandOverRequests  # on use

    day = on.isoformat()
    if api.execute(HandOverRequests(tuple(each.id for each in requests), day)) is None:
        return
    done = tr("promises.hand_over.done", n=len(requests), day=texts().day(day, year=False))
    outdated = outdated_message_text(api.session.open_state)
    said = tr("promises.hand_over.done_and", done=done, message=outdated) if outdated else done
    api.toast(said, undo=True)


def change_hand_over(
    api: WindowApi, state: WorkshopState, request: Request, beside: QWidget
) -> bool:
    """Take back that a request was handed over, or ask on which day it was.

    Return False if the product team has already answered.
    """
    stands = state.state_of_request(request)
    if stands is RequestState.NEW:
        return hand_over(api, (request,), beside)
    if stands is not RequestState.HANDED_OVER:
        api.toast(tr("promises.hand_over.answered"), done=False)
        return False
    from workshop_app.services.commands.request_news import TakeBackHandOver  # on use

    done = tr("promises.hand_over.taken_back")
    return api.execute(TakeBackHandOver((request.id,)), done=done) is not None


def request_state(state: WorkshopState, request: Request) -> str:
    """Return the state of a request, in a few words for the facilitator."""
    return request_words(texts(), state, request, Reader.FACILITATOR)
