"""The follow-up paper on requests, as read by those who said them."""

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest

from exports.job import export
from exports.masking import with_people_as_codes
from exports.options import WritingOptions
from exports.protected import Guard
from exports.registry import DOCUMENTS
from tests.helpers.builders import a_participant, a_problem, a_request, a_state, news_of
from tests.helpers.page_geometry import check_pages
from tests.helpers.papers import pages_of, sample_state, solutions, squeezed, words_of
from workshop_app.domain.facts.told_requests import readers_of_news
from workshop_app.domain.request_news import NEWS_STATES, TEAM_TEXTS, RequestState
from workshop_app.i18n import Texts

AOKI = a_participant(1, "青木 健")
BABA = a_participant(2, "馬場 翔")
PROBLEM = a_problem(1, "待ち時間を延ばしたい", speaker_id=AOKI.id)
REQUEST = a_request(PROBLEM, title="待つ時間を決められるように")
SECRET = dict.fromkeys(TEAM_TEXTS, "内の話はここだけのことです")


def pdf_for(state, reader=None, language="ja"):
    """The paper of one reader, as an export writes it."""
    code = reader.code if reader else ""
    with tempfile.TemporaryDirectory() as folder:
        result = export(state, solutions(), Path(folder), ["became_of"], language)
        (paper,) = [each for each in result.papers if each.reader == code]
        return paper.file.read_bytes()


def told(state_of_it, language="ja", reader=AOKI, **news):
    state = a_state(
        participants=(AOKI, BABA),
        problems=(PROBLEM,),
        requests=(REQUEST,),
        news=(news_of(REQUEST, state_of_it, **SECRET, **news),),
    )
    return words_of(pdf_for(state, reader, language))


@pytest.mark.parametrize("state", NEWS_STATES)
def test_each_state_is_said_plainly_under_the_first_words(state, language):
    words = Texts(language)
    text = told(state, language)
    assert squeezed("待ち時間を延ばしたい") in text
    assert squeezed(words(f"promises.customer.{state}")) in text
    became = words(f"promises.customer.{state}")
    said = words("papers.became_of.message", state=became, title=REQUEST.title)
    assert squeezed(said) in text


def test_several_requests_begin_with_how_many_stand_how_and_the_last_day_is_said_once():
    other = a_problem(2, "まとめて入れたい", speaker_id=AOKI.id)
    asked = a_request(other, title="まとめて登録", number=2)
    day = {"date": "2027-01-06"}
    state = a_state(
        participants=(AOKI, BABA),
        problems=(PROBLEM, other),
        requests=(REQUEST, asked),
        news=(
            news_of(REQUEST, RequestState.PLANNED, **day),
            news_of(asked, RequestState.WAITING, id="n-2", **day),
        ),
    )
    text = words_of(pdf_for(state, AOKI))
    assert "要望2件：対応予定1、検討中1これらの要望について、していただくことはありません。" in text
    assert text.count("1月6日") == 1
    assert text.index("検討中1") < text.index(squeezed(REQUEST.title)) < text.index("まとめて登録")


def test_it_contains_only_what_may_be_told():
    text = told(RequestState.DECLINED, may_be_told="届いたか確かめられないためです。")
    assert "届いたか確かめられないためです。" in text
    assert "内の話" not in text


def test_nothing_is_guaranteed_while_it_may_come_or_not():
    every = squeezed(Texts("ja")("promises.no_guarantee.all"))
    day = squeezed(Texts("ja")("promises.no_guarantee.planned"))
    said = {state: told(state) for state in NEWS_STATES}
    assert {state for state, text in said.items() if every in text} == {"handed_over", "waiting"}
    assert {state for state, text in said.items() if day in text and every not in text} == {
        "planned"
    }


def test_an_address_is_printed_with_its_code_and_a_dangerous_one_is_not():
    good = "https://example.com/release"
    assert good in told(RequestState.RELEASED, address=good)
    assert "javascript" not in told(RequestState.RELEASED, address="javascript:alert(1)")


def test_the_way_for_today_comes_from_the_catalogue(language):
    state = sample_state(language)
    first, second = state.requests
    entry = solutions()[first.nearest_id].text(language)
    words = Texts(language)
    for stands, key in (("released", "use"), ("declined", "instead"), ("planned", "until_then")):
        news = news_of(
            first, RequestState(stands), workshop_id=state.workshop.id,
            catalogue_id=first.nearest_id if stands == "released" else "",
        )  # fmt: skip
        whole = replace(state, news=(news,))
        (reader,) = readers_of_news(whole)
        text = words_of(pdf_for(whole, reader, language))
        assert squeezed(words(f"papers.became_of.{key}")) in text, stands
        assert squeezed(entry.first_steps[0]) in text, stands
    assert second.title not in text


def test_it_goes_to_those_who_said_a_request_with_news_and_to_nobody_else():
    state = a_state(participants=(AOKI, BABA), problems=(PROBLEM,), requests=(REQUEST,))
    assert readers_of_news(state) == ()
    answered = replace(state, news=(news_of(REQUEST, RequestState.PLANNED),))
    assert readers_of_news(answered) == (AOKI,)
    merged = a_problem(2, "馬場の言い方", speaker_id=BABA.id, merged_into=PROBLEM.id)
    both = replace(answered, problems=(PROBLEM, merged))
    assert readers_of_news(both) == (AOKI, BABA)
    text = words_of(pdf_for(both, BABA))
    assert "馬場の言い方" in text
    assert "待ち時間を延ばしたい" not in text


def test_in_an_anonymous_workshop_there_is_one_paper_for_everybody():
    nobody = replace(PROBLEM, speaker_id=None)
    news = (news_of(REQUEST, RequestState.RELEASED),)
    state = a_state(participants=(AOKI,), problems=(nobody,), requests=(REQUEST,), news=news)
    assert readers_of_news(state) == (None,)
    assert "待ち時間を延ばしたい" in words_of(pdf_for(state))


def test_without_news_there_is_no_such_paper(tmp_path):
    state = sample_state("ja")
    assert not DOCUMENTS["became_of"].is_offered(state)
    result = export(state, solutions(), tmp_path, ["became_of", "summary"], "ja")
    assert result.empty_documents == ("became_of",)
    assert len(result.files) == 1
    assert Texts("ja")("papers.nothing.became_of")
    assert DOCUMENTS["became_of"].recipient == "customer"


PERSON = replace(AOKI, person_id="p1")
TODAY = replace(a_participant(3, "青木 健"), person_id="p1")
OTHER = replace(a_participant(4, "千葉 学"), person_id="p2")


def second_visit(*here, **changes):
    """A later workshop; in the previous one AOKI's request was declined."""
    before = a_state(
        participants=(PERSON, BABA),
        problems=(PROBLEM,),
        requests=(REQUEST,),
        news=(news_of(REQUEST, RequestState.DECLINED, may_be_told="言えること。", **SECRET),),
    )
    state = a_state(participants=here, **changes)
    workshop = replace(state.workshop, id="later", date="2027-01-07")
    return replace(state, workshop=workshop, before=before)


def test_a_later_paper_reports_on_the_previous_visit_to_those_who_take_part_again(language):
    state = second_visit(OTHER, TODAY)
    assert readers_of_news(state) == (TODAY,)
    text = words_of(pdf_for(state, TODAY, language))
    words = Texts(language)
    day = words.date(state.before.workshop.date, year=False)
    for part in (
        PROBLEM.first_wording,
        words("promises.customer.declined"),
        words(
            "papers.became_of.message",
            state=words("promises.customer.declined"),
            title=REQUEST.title,
        ),
        "言えること。",
        day,
    ):
        assert squeezed(part) in text, part
    assert "内の話" not in text


def test_the_request_of_an_absent_person_is_in_nobodys_paper():
    assert readers_of_news(second_visit(OTHER)) == ()
    assert readers_of_news(second_visit()) == ()
    assert readers_of_news(second_visit(BABA)) == ()  # without a person it cannot be matched
    state = second_visit(TODAY)
    anonymous = replace(state, workshop=replace(state.workshop, anonymous=True))
    assert readers_of_news(anonymous) == ()


def test_requests_of_both_visits_are_on_one_paper_answered_ones_first():
    said = a_problem(2, "今回の願い", speaker_id=TODAY.id)
    request = replace(a_request(said, 7), id="r-later")
    news = (news_of(request, RequestState.RELEASED, id="n-later"),)
    state = second_visit(TODAY, problems=(said,), requests=(request,), news=news)
    text = words_of(pdf_for(state, TODAY))
    assert 0 < text.index("今回の願い") < text.index("待ち時間を延ばしたい")


def test_with_people_as_codes_a_person_who_takes_part_again_has_todays_code(language, tmp_path):
    state = second_visit(OTHER, TODAY)
    (reader,) = readers_of_news(with_people_as_codes(state))
    assert reader.code == TODAY.code
    codes = WritingOptions(guard=Guard(anonymous=True))
    result = export(state, solutions(), tmp_path, ["became_of"], language, options=codes)
    (paper,) = result.papers
    assert paper.reader == TODAY.code
    text = words_of(paper.file.read_bytes())
    for part in (TODAY.code, PROBLEM.first_wording, "言えること。"):
        assert squeezed(part) in text
    for name in (TODAY.name, OTHER.name):
        assert squeezed(name) not in text + paper.file.name


def test_many_long_answers_keep_to_the_page(language):
    said = "とても長い要望の言い方。" * 12
    problems = tuple(a_problem(n, said, speaker_id=AOKI.id) for n in range(1, 13))
    requests = tuple(a_request(each, each.number) for each in problems)
    news = tuple(
        news_of(each, NEWS_STATES[each.number % 6], may_be_told="長い説明です。" * 40)
        for each in requests
    )
    state = a_state(participants=(AOKI,), problems=problems, requests=requests, news=news)
    pdf = pdf_for(state, AOKI, language)
    check_pages(pdf)
    first, *others = pages_of(pdf)
    words = Texts(language)
    name = words.person(AOKI.name, AOKI.honorific)
    company = words.organisation(state.customer.name, state.customer.honorific)
    assert others
    for page in (first, *others):
        assert squeezed(name) in squeezed(page)
        assert squeezed(company) in squeezed(page)


def test_its_day_is_that_of_the_last_answer_and_at_the_next_visit_that_of_the_visit(
    language, tmp_path
):
    state = second_visit(TODAY)
    answered = state.before
    day = answered.news[0].date
    assert day > answered.workshop.date
    for each, bears in ((answered, day), (state, state.workshop.date)):
        folder = tmp_path / bears
        (paper,) = export(each, solutions(), folder, ["became_of"], language).papers
        assert paper.file.name.startswith(bears)
        text = squeezed("".join(pages_of(paper.file.read_bytes())))
        assert bears in text  # at the foot
        assert squeezed(Texts(language)("promises.no_guarantee.all")) not in text  # it was declined
