"""Compares the product team's answers in a file with the recorded ones, for a person to accept."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from typing import NamedTuple

from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.request_news import NEWS_STATES, RequestNews, RequestState
from workshop_app.domain.text import NOTE_LIMIT
from workshop_app.i18n import LANGUAGES, Texts
from workshop_app.services.commands.request_news import REQUEST_CODE, News, NewsOf
from workshop_app.services.differences import Difference, FieldDifference
from workshop_app.services.imports.answers import AnswersRead, FileAnswer, unknown_heading_words
from workshop_app.services.request_board import BoardRequest

_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
_SERIAL = re.compile(r"(\d{5})(?:\.0+)?")
_FIRST_SERIAL = date(1899, 12, 30)
"""Day 0 of dates that Excel stores as numbers."""
_EARLIER_NAMES = {RequestState.WAITING: ("返事待ち", "Waiting"), RequestState.PLANNED: ("予定",)}
"""Names of states in files that were sent out before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal(Difference):
    """What the answer to one request, `change`, would change."""

    change: NewsOf


class Proposals(NamedTuple):
    """The proposals of a file, and sentences about what was not read."""

    proposals: tuple[Proposal, ...]
    remarks: tuple[str, ...]


def propose(
    read: AnswersRead, requests: Iterable[BoardRequest], words: Texts, today: str
) -> Proposals:
    """Return what the answers would change, without recording anything."""
    by_code = {each.own_code: each for each in requests}
    proposals: dict[str, Proposal] = {}
    remarks: list[str] = []
    for answer in read.answers:
        found = by_code.get(answer.code)
        if found is None:
            remarks.append(words("imports.answers.unknown", code=answer.code))
            continue
        if answer.code in proposals:
            remarks.append(words("imports.answers.twice", code=answer.code))
            continue
        try:
            proposal = _proposal(answer, found, words, today)
        except InvalidInput as error:
            remarks.append(words(error.key, **error.values))
            continue
        if proposal.fields:
            proposals[answer.code] = proposal
    remarks += unknown_heading_words(words, read.unknown_headings)
    if not proposals and not remarks:
        remarks.append(words("imports.answers.same"))
    return Proposals(tuple(proposals.values()), tuple(remarks))


def _proposal(answer: FileAnswer, found: BoardRequest, words: Texts, today: str) -> Proposal:
    texts = dict(answer.texts)
    last = found.last
    before = _as_news(found, last)
    state = _state(answer.code, texts.pop("state_name", ""), before)
    day = _day(answer.code, texts.pop("date", ""))
    for name, text in texts.items():
        if len(text) > NOTE_LIMIT:
            values = {"code": answer.code, "name": words(f"request_news.{name}")}
            raise InvalidInput("imports.answers.long", **values)
    same_as = texts.get("same_as", "")
    if same_as and not REQUEST_CODE.fullmatch(same_as):
        raise InvalidInput("imports.answers.same_as", code=answer.code, text=same_as)
    same_state = last is not None and last.state is state
    goes_on = same_state and last is not None and day in ("", last.date)
    if last is not None and goes_on:
        news = replace(before, **texts)
        change = NewsOf(news, last.id)
    else:
        news = News(request_id=found.request.id, state=state, date=day or today, **texts)
        change = NewsOf(news)
    title = f"{answer.code}  {found.request.title}  {found.customer.name}"
    fields_changed = tuple(_differences(before, news, last, words))
    return Proposal(answer.code, title, fields_changed, change=change)


def _as_news(found: BoardRequest, last: RequestNews | None) -> News:
    if last is None:
        return News(request_id=found.request.id, state=RequestState.NEW, date="")
    values = {each.name: getattr(last, each.name) for each in fields(News)}
    return News(**values)


def _differences(
    before: News, news: News, last: RequestNews | None, words: Texts
) -> Iterable[FieldDifference]:
    """Yield the fields in which the answer differs; empty fields of the file are ignored."""
    if last is None or news.state is not before.state:
        states = (words(f"request_news.state.{each.state}") for each in (before, news))
        yield FieldDifference(words("request_news.state_name"), *states)
    if news.date != before.date:
        days = words.date(before.date), words.date(news.date)
        yield FieldDifference(words("request_news.date"), *days)
    for each in fields(News):
        ours = getattr(before, each.name)
        theirs = getattr(news, each.name)
        is_text = each.name not in ("request_id", "state", "date")
        if is_text and theirs and theirs != ours:
            yield FieldDifference(words(f"request_news.{each.name}"), ours, theirs)


def _state(code: str, text: str, before: News) -> RequestState:
    """Return the state in the file, by default that of the request.

    A new request with an answer counts as handed over.
    """
    if not text:
        return RequestState.HANDED_OVER if before.state is RequestState.NEW else before.state
    plain = _plain(text)
    for state in NEWS_STATES:
        names = {Texts(language)(f"request_news.state.{state}") for language in LANGUAGES}
        if plain in map(_plain, (*names, *_EARLIER_NAMES.get(state, ()), state.value)):
            return state
    raise InvalidInput("imports.answers.state", code=code, text=_short(text))


def _day(code: str, text: str) -> str:
    """Return the day in the file (ISO), or empty; numbers are days as counted by Excel."""
    plain = "".join(unicodedata.normalize("NFKC", text).split())[:40]
    if not plain:
        return ""
    try:
        if serial := _SERIAL.fullmatch(plain):
            return (_FIRST_SERIAL + timedelta(days=int(serial[1]))).isoformat()
        if found := _DAY.match(plain):
            return date(*map(int, found.groups())).isoformat()
    except (ValueError, OverflowError):
        pass
    raise InvalidInput("imports.answers.date", code=code, text=_short(text))


def _plain(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold().strip(" \t\r\n-*[]x・。.")
    return " ".join(plain.split())


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 40 else f"{line[:40]}…"
