"""Comparison of the product team's answers with the records: changes, and what is not read."""

import pytest

from tests.helpers.played import played_session
from workshop_app.domain.ids import stable_request_code
from workshop_app.domain.request_news import RequestState
from workshop_app.i18n import Texts
from workshop_app.services.commands.request_news import (
    AddRequestNews,
    HandOverRequests,
    News,
    TakeAnswers,
)
from workshop_app.services.imports.answers import AnswersRead, FileAnswer
from workshop_app.services.request_answers import propose
from workshop_app.services.request_board import board

TODAY = "2026-12-20"
WORDS = Texts("ja")


@pytest.fixture
def session(tmp_path):
    return played_session(tmp_path / "w.db", "ja")


def code(session, number=1):
    return stable_request_code(number, session.workshop_id)


def proposed(session, *texts, codes=()):
    codes = codes or [code(session)] * len(texts)
    answers = [FileAnswer(each, text) for each, text in zip(codes, texts, strict=True)]
    return propose(AnswersRead(answers, [], len(answers)), board(session), WORDS, TODAY)


def take(session, found):
    session.execute(TakeAnswers(tuple(each.change for each in found.proposals)))


def differences(found):
    (one,) = found.proposals
    return {each.name: (each.ours, each.theirs) for each in one.fields}


def named(**expected):
    return {WORDS(f"request_news.{name}"): values for name, values in expected.items()}


def test_the_state_is_read_in_both_languages(session, language):
    for state in RequestState:
        if state is RequestState.NEW:
            continue
        word = Texts(language)(f"request_news.state.{state}")
        texts = {"state_name": f" {word.upper()}。", "date": "2026/12/18"}
        (one,) = proposed(session, texts).proposals
        assert (one.change.news.state, one.change.news.date) == (state, "2026-12-18")


@pytest.mark.parametrize("word", ["返事待ち", "Waiting"])
def test_files_that_were_sent_out_with_an_earlier_word_for_a_state_are_read(session, word):
    (one,) = proposed(session, {"state_name": word, "date": "2026/12/18"}).proposals
    assert one.change.news.state is RequestState.WAITING


def test_nothing_changes_before_it_is_taken_and_then_it_is_one_step(session):
    before = session.state
    found = proposed(session, {"state_name": "見送り", "reason": "送りきり"})
    assert differences(found) == named(
        state_name=("新しい", "見送り"), date=("", WORDS.date(TODAY)), reason=("", "送りきり")
    )
    assert session.state == before
    take(session, found)
    (news,) = session.state.news
    assert (news.state, news.date, news.reason) == (RequestState.DECLINED, TODAY, "送りきり")
    session.undo()
    assert session.state == before


def test_changed_texts_keep_the_recorded_state(session):
    first = session.state.requests[0]
    session.execute(HandOverRequests((first.id,), "2026-12-04T09:00"))
    found = proposed(session, {"direction": "見直す"})
    assert differences(found) == named(direction=("", "見直す"))
    take(session, found)
    (news,) = session.state.news
    assert (news.state, news.date, news.direction) == ("handed_over", "2026-12-04", "見直す")


def test_an_empty_place_in_the_file_removes_nothing(session):
    first = session.state.requests[0]
    known = News(
        request_id=first.id, state=RequestState.PLANNED, date="2026-12-18", reason="前の理由"
    )
    session.execute(AddRequestNews((known,)))
    found = proposed(session, {"state_name": "予定", "date": "2026-12-18", "until_then": "待つ"})
    assert differences(found) == named(until_then=("", "待つ"))
    take(session, found)
    assert session.state.news[0].reason == "前の理由"


def test_the_same_file_read_again_has_nothing_new(session):
    texts = {"state_name": "公開", "date": "2026-12-18", "may_be_told": "使えます。"}
    take(session, proposed(session, texts))
    again = proposed(session, texts)
    assert again.proposals == ()
    assert again.remarks == (WORDS("imports.answers.same"),)


@pytest.mark.parametrize(
    ("texts", "key", "values"),
    [
        ({"state_name": "そのうち"}, "state", {"text": "そのうち"}),
        ({"date": "来週"}, "date", {"text": "来週"}),
        ({"date": "2026-02-30"}, "date", {"text": "2026-02-30"}),
        ({"same_as": "あれ"}, "same_as", {"text": "あれ"}),
        ({"reason": "長" * 20_001}, "long", {"name": "理由"}),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence_and_left_out(session, texts, key, values):
    found = proposed(session, texts)
    assert found.proposals == ()
    assert found.remarks == (WORDS(f"imports.answers.{key}", code=code(session), **values),)


def test_an_unknown_code_and_a_second_answer_are_said(session):
    said = {"state_name": "公開"}
    codes = [code(session), code(session), "R-1-abcdef"]
    found = proposed(session, said, {"state_name": "見送り"}, said, codes=codes)
    assert [each.change.news.state for each in found.proposals] == ["released"]
    assert found.remarks == (
        WORDS("imports.answers.twice", code=code(session)),
        WORDS("imports.answers.unknown", code="R-1-abcdef"),
    )


def test_a_day_that_excel_stored_as_a_number_is_a_day(session):
    (one,) = proposed(session, {"state_name": "公開", "date": "46377"}).proposals
    assert one.change.news.date == "2026-12-21"
