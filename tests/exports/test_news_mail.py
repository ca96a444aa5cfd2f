"""Drafts to everybody who said a request, in any contact: own words, and no word of others."""

from dataclasses import replace
from email import message_from_bytes, policy

import pytest

from exports.branding import PLAIN
from exports.news_mail import write_news_mail
from tests.exports.test_leaks import canaries, everything_in
from tests.helpers.canaries import CANARY, canary_session
from tests.helpers.many_requests import CUSTOMERS, year_of_requests
from tests.helpers.sessions import new_session
from workshop_app.domain.request_news import RequestState
from workshop_app.domain.workshop import Participant
from workshop_app.i18n import LANGUAGES, Texts
from workshop_app.services.answers import Answers
from workshop_app.services.commands.request_news import AddRequestNews, News
from workshop_app.services.request_board import board

TOLD = {"ja": "設定の画面から使えます。", "en": "It is in the settings."}


@pytest.fixture(params=LANGUAGES)
def told(request, tmp_path):
    """A request that three customers said; each person has a name and an address."""
    session = new_session(tmp_path / "w.db")
    year_of_requests(session, request.param)
    wide = next(each for each in board(session) if each.counts[0] == 3)
    people = session.store.all(Participant)
    with session.store.action() as changes:
        for number, who in enumerate(people):
            name = f"さとう {'アイウエオカキクケコ'[number % 10]}{'サシスセソ'[number // 10]}こ"
            session.store.update(replace(who, name=name, email=f"p{number}@example.com"))
        changes.clear()
    session.open(session.workshop_id)  # reads what was changed beside it
    return session, request.param, wide.request.id


def release(session, request_id, **told):
    news = News(
        request_id=request_id, state=RequestState.RELEASED, date="2026-12-18", **told
    )  # fmt: skip
    session.execute(AddRequestNews((news,)))
    return next(each for each in board(session) if each.request.id == request_id)


def read(files):
    return [message_from_bytes(each.read_bytes(), policy=policy.default) for each in files]


def test_everybody_who_said_it_reads_own_words_and_what_may_be_told(told, tmp_path):
    session, language, request_id = told
    entry = next(iter(Answers().entries.values()))
    each = release(session, request_id, may_be_told=TOLD[language], catalogue_id=entry.id)
    made = write_news_mail(session, each, entry, tmp_path / "out", PLAIN)
    assert made.findings == ()
    assert len(made.files) == 3
    readers = set()
    for message in read(made.files):
        (to,) = message["To"].addresses
        readers.add(to.addr_spec)
        text = message.get_body().get_content()
        (reader,) = session.store.some(Participant, None, "email", (to.addr_spec,))
        own = next(v for v in each.said.voices if v.workshop_id == reader.workshop_id)
        assert message["X-Unsent"] == "1"
        words = (
            own.words,
            TOLD[language],
            entry.text(language).name,
            entry.text(language).help_url,
        )
        assert [part for part in words if part not in text] == []
        assert Texts(language)("promises.customer.released") in text
        others = [who.name for who in session.store.all(Participant) if who.id != reader.id]
        others += [name for name in CUSTOMERS[language] if name not in own.words]
        assert not any(name in text + str(message["Subject"]) for name in others)
    assert len(readers) == 3


def test_without_a_valid_address_the_draft_has_no_recipient(told, tmp_path):
    session, _, request_id = told
    with session.store.action() as changes:
        for who in session.store.all(Participant):
            session.store.update(replace(who, email="-"))
        changes.clear()
    made = write_news_mail(session, release(session, request_id), None, tmp_path, PLAIN)
    assert made.findings == ()
    assert [message["To"] for message in read(made.files)] == [None] * 3


def test_what_tells_of_another_customer_is_written_only_after_a_decision(told, tmp_path):
    session, language, request_id = told
    other = CUSTOMERS[language][0]
    each = release(session, request_id, may_be_told=f"{other}: {TOLD[language]}")
    out = tmp_path / "out"
    stopped = write_news_mail(session, each, None, out, PLAIN)
    assert stopped.stopped
    assert not stopped.files
    assert not list(out.glob("*.eml"))
    made = write_news_mail(
        session, each, None, out, PLAIN, masked=[one.text for one in stopped.findings]
    )
    texts = [message.get_body().get_content() for message in read(made.files)]
    assert len(texts) == 3
    assert not any(other in text for text in texts)
    assert all(Texts(language)("export.mark") in text for text in texts)


def test_somebody_of_another_customer_is_found_in_what_is_told(told, tmp_path):
    session, language, request_id = told
    found = next(each for each in board(session) if each.request.id == request_id)
    (who,) = session.store.all(Participant, found.workshop.id)
    each = release(session, request_id, may_be_told=f"{who.name}: {TOLD[language]}")
    assert write_news_mail(session, each, None, tmp_path, PLAIN).stopped


@pytest.fixture(params=LANGUAGES)
def private(request, tmp_path):
    session = canary_session(tmp_path, request.param)
    return session, request.param


def test_nothing_private_and_nothing_of_other_customers_is_in_any_draft(private, tmp_path):
    session, language = private
    own = {who.person_id or who.id for who in session.state.participants}
    names = [who.email for who in session.state.participants]
    written = 0
    for one in session.state.requests:
        each = release(session, one.id, may_be_told=TOLD[language])
        note = f"{CANARY}-customer"  # begins the names of those elsewhere, too
        made = write_news_mail(session, each, None, tmp_path / one.id, PLAIN, released=[note])
        assert len(made.files) == each.counts[1]
        for file, message in zip(made.files, read(made.files), strict=True):
            if message["To"] and message["To"].addresses[0].addr_spec in names:
                held = everything_in(file.name, file.read_bytes())
                assert not any(form in held for form in canaries(CANARY))
                written += 1
        assert own & {voice.person for voice in each.said.voices}
    assert written
