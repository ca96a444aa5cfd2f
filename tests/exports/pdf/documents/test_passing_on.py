"""Papers say who passes the requests on and when the customer hears, or that this is open."""

import pytest

from tests.helpers.builders import (
    a_card,
    a_participant,
    a_problem,
    a_request,
    a_state,
    a_workshop,
    an_action,
    an_appraisal,
    news_of,
)
from tests.helpers.papers import pdf_of, squeezed, words_of
from workshop_app.domain.outcome import CardKind
from workshop_app.domain.request_news import RequestState
from workshop_app.i18n import Texts

WHO = a_participant(1, "青木 健")
PROBLEM = a_problem(1, "待ち時間", speaker_id=WHO.id, chosen=True)
REQUEST = a_request(PROBLEM)
AGREED = {"owner_name": "高橋 真理", "due": "2027-01-14"}
FOR_CUSTOMERS = ("handout", "summary", "follow_up")


def a_state_with(stands=None, **action):
    return a_state(
        workshop=a_workshop(next_date="2027-01-14"),
        participants=(WHO,),
        problems=(PROBLEM,),
        cards=(a_card(PROBLEM, CardKind.UPDATE),),
        requests=(REQUEST,),
        appraisals=(an_appraisal(PROBLEM),),
        news=(news_of(REQUEST, stands),) if stands else (),
        actions=(an_action(1, "要望を伝える", passes_on=True, **action),) if action else (),
    )


def printed(state, document, language="ja"):
    return words_of(pdf_of(state, document, language))


def said(language, part, key, **values):
    return squeezed(Texts(language)(f"promises.{part}.{key}", n=1, **values))


@pytest.mark.parametrize("document", FOR_CUSTOMERS)
def test_it_says_who_passes_the_requests_on_and_when_the_customer_is_informed(document, language):
    day = Texts(language).date(AGREED["due"], year=False, short=True)
    sentence = said(language, "passing_on", "both", who=AGREED["owner_name"], day=day)
    text = printed(a_state_with(**AGREED), document, language)
    assert sentence in text
    about = Texts(language)("papers.problem.heading", number=1)
    known = {"text": "要望を伝える", "problem": about}
    action = squeezed(Texts(language)("papers.actions.with_problem", **known))
    assert document != "follow_up" or f"{action}{squeezed(AGREED['owner_name'])}" in text


@pytest.mark.parametrize("document", FOR_CUSTOMERS)
def test_it_is_said_that_nobody_has_agreed_to_pass_it_on(document, language):
    sentence = said(language, "passing_on", "none")
    assert sentence in printed(a_state_with(), document, language)
    assert sentence in printed(a_state_with(not_needed=True, **AGREED), document, language)


@pytest.mark.parametrize("document", FOR_CUSTOMERS)
def test_what_is_settled_about_passing_on_is_printed(document):
    with_name = printed(a_state_with(owner_id=WHO.id), document)
    assert said("ja", "passing_on", "who", who="青木 健 様") in with_name
    with_day = printed(a_state_with(due="2027-01-14"), document)
    assert said("ja", "passing_on", "day", day="1月14日(木)") in with_day


@pytest.mark.parametrize("document", FOR_CUSTOMERS)
def test_after_the_hand_over_only_informing_the_customer_is_left(document):
    handed = RequestState.HANDED_OVER
    text = printed(a_state_with(handed, **AGREED), document)
    sentence = said("ja", "telling", "both", who=AGREED["owner_name"], day="1月14日(木)")
    assert sentence in text
    assert said("ja", "telling", "none") in printed(a_state_with(handed), document)
    done = printed(a_state_with(handed, done=True, **AGREED), document)
    assert "お知らせ" not in done


@pytest.mark.parametrize("stands", [RequestState.RELEASED, RequestState.DECLINED])
@pytest.mark.parametrize("document", FOR_CUSTOMERS)
def test_a_decided_request_is_not_promised_to_be_passed_on(document, stands):
    assert "お知らせ" not in printed(a_state_with(stands), document)


def test_the_reader_who_asked_sees_it_near_the_top():
    state = a_state_with(**AGREED)
    text = printed(state, "handout")
    assert text.index(squeezed("高橋 真理：要望を伝える")) < text.index(squeezed("お会いします"))


def test_the_product_team_reads_who_informs_the_customer():
    words = Texts("ja")
    sentence = words("papers.dossier.told_by", who=AGREED["owner_name"], date="2027年1月14日(木)")
    assert squeezed(sentence) in printed(a_state_with(**AGREED), "dossier")
    assert AGREED["owner_name"] not in printed(a_state_with(), "dossier")
