"""The details of one request next to the board: voices, answers, who was informed."""

from __future__ import annotations

from collections.abc import Callable

from ui.components.paragraph_view import text_row
from ui.pages.requests.request_row import origin_of, state_word
from ui.rows.row import Row
from ui.theme.outcomes import REQUEST_STATES
from ui.widgets.spaced import spaced
from workshop_app.domain.request_news import TEAM_TEXTS, RequestNews, RequestState
from workshop_app.domain.solution import Solution
from workshop_app.domain.voices import Voice
from workshop_app.i18n import language, texts, tr
from workshop_app.services.contact_words import way_name
from workshop_app.services.request_board import BoardRequest


def request_details(
    each: BoardRequest,
    answer: Solution | None,
    entry_of: Callable[[str], Solution | None],
    *,
    named: bool,
) -> list[Row]:
    """Return the pieces about a request; ``answer`` is an entry that may answer it now.

    Its customer is a code unless ``named``.
    """
    style = REQUEST_STATES[each.state]
    day = texts().date(each.day, year=False)
    stands = spaced(each.own_code, state_word(each.state), day)
    pieces = [
        text_row(stands, "body-bold", icon=style.icon, colour=style.colour),
        text_row(each.request.title, "section"),
        text_row(origin_of(each, named=named), "meta"),
        text_row(tr("requests.voices"), "meta", ruled=True),
        *(piece for voice in each.said.voices for piece in _voice(voice)),
    ]
    if answer is not None:
        name = answer.text(language()).name
        pieces.append(text_row(tr("requests.answered.may", name=name), icon="book", ruled=True))
    for news in reversed(each.news):
        pieces += _news(news, entry_of)
    if each.last is not None:
        pieces.append(text_row(_told(each.last), icon=_told_icon(each.last), ruled=True))
    return pieces


def _voice(voice: Voice) -> list[Row]:
    way = way_name(texts(), voice.way, voice.own_way)
    day = texts().date(voice.date, year=False)
    head = spaced(day, way, voice.customer, voice.job)
    quote = tr("requests.quote", words=voice.words)
    return [text_row(head, "meta"), text_row(quote, icon="speech")]


def _news(news: RequestNews, entry_of: Callable[[str], Solution | None]) -> list[Row]:
    """Return a news record; all but what may be told has a lock icon."""
    style = REQUEST_STATES[news.state]
    day = texts().date(news.date, year=False)
    head = spaced(state_word(news.state), day)
    pieces = [text_row(head, "body-bold", icon=style.icon, colour=style.colour, ruled=True)]
    entry = entry_of(news.catalogue_id)
    rest = {
        "may_be_told": news.may_be_told,
        "catalogue_id": entry.text(language()).name if entry is not None else "",
        "address": news.address,
        "same_as": news.same_as,
    }
    texts_of = rest | {name: str(getattr(news, name)) for name in TEAM_TEXTS}
    for name, text in texts_of.items():
        if text:
            icon = "lock" if name in TEAM_TEXTS else ""
            pieces.append(text_row(tr(f"request_news.{name}"), "meta", icon=icon))
            pieces.append(text_row(text))
    return pieces


def _told(last: RequestNews) -> str:
    if last.told_on:
        return tr("requests.told.on", day=texts().date(last.told_on, year=False))
    if last.state is RequestState.HANDED_OVER:
        return tr("requests.told.nothing")
    return tr("requests.told.not_yet")


def _told_icon(last: RequestNews) -> str:
    return "check" if last.told_on else "circle-dashed"
