"""Then and now on paper, without naming people for what they can do."""

from dataclasses import replace

import pypdfium2
import pytest

from exports.job import export
from exports.masking import with_people_as_codes
from exports.protected import Guard, terms_of
from exports.registry import DOCUMENTS, written_by_default
from tests.helpers.builders import (
    a_card,
    a_participant,
    a_problem,
    a_request,
    a_state,
    a_workshop,
    an_action,
)
from tests.helpers.papers import pdf_of, sample_state, solutions, squeezed, words_of
from workshop_app.domain.can_do import CanDoCheck
from workshop_app.domain.outcome import CardKind, Helped
from workshop_app.i18n import LANGUAGES

AOKI = a_participant(1, "青木 健", honorific="様", can_do_alone="青木の一行", person_id="p1")
INOUE = a_participant(2, "井上 美咲", honorific="様", person_id="p2")


def check(number, hands, **fields):
    plain = CanDoCheck(id=f"line-{number}", workshop_id="w", position=number,
                       text=f"確認の行{number}", hands=hands, people=5)  # fmt: skip
    return replace(plain, **fields)


def two_visits(**parts):
    problem = a_problem(1, "受注が止まる", chosen=True, became="2分で届く")
    wish = a_problem(2, "停電を知らない", chosen=True)
    before = a_state(
        workshop=a_workshop(id="w0", date="2026-11-26", private_note="だれにも見せない前回の話"),
        participants=(AOKI, INOUE),
        problems=(problem, wish),
        cards=(
            a_card(problem, CardKind.ARTICLE, delivered_on="2026-12-25", helped=Helped.PARTLY),
            a_card(wish, CardKind.UPDATE),
        ),
        requests=(a_request(wish, why="秘めた理由"),),
        actions=(
            an_action(1, "試す", owner_id=AOKI.id, done=True, answered_at="2027-01-07T13:40"),
            an_action(2, "送る", owner_id=INOUE.id, not_needed=True, answer_note="縮小したため"),
            an_action(3, "書く", owner_name="三谷"),
        ),
        can_do=(check(1, 1), check(2, None)),
    )
    fields = {
        "workshop": a_workshop(date="2027-01-07"),
        "can_do": (check(3, 3, id="now", origin_id="line-1"),),
    }
    return a_state(before=before, **(fields | parts))


def printed(state, **options):
    return words_of(pdf_of(state, "then_now", **options))


def test_actions_problems_and_checks_of_last_time_are_printed():
    text = printed(two_visits())
    for said in (
        "アクション 3 件のうち 1 件が済みました。",
        "課題 2 件のうち 1 件の、いまの様子をうかがいました。",
        "→ 2分で届く",
        "12月25日(金) に届けました。少し",
        "アクション 3 件：済み 1、不要 1、未回答 1",
        "もう不要 縮小したため",
        "いま（5 人中）",
        "3 人",
    ):
        assert squeezed(said) in text, said


def test_nobody_is_named_with_abilities_and_nothing_internal_is_printed():
    text = printed(two_visits())
    for hidden in ("青木の一行", "秘めた理由", "だれにも見せない前回の話"):
        assert hidden not in text


def test_it_is_offered_only_where_there_is_a_last_time():
    alone = replace(two_visits(), before=None)
    assert not DOCUMENTS["then_now"].is_offered(alone)
    assert "then_now" not in written_by_default(alone)
    assert "then_now" in written_by_default(two_visits())


def test_without_a_last_time_nothing_is_written_even_on_request(tmp_path):
    state = replace(two_visits(), before=None)
    result = export(state, solutions(), tmp_path, ["then_now"], "ja")
    assert (result.files, result.empty_documents) == ((), ("then_now",))


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_one_page_for_the_sample(language):
    sample = sample_state(language)
    state = replace(sample, before=replace(sample, workshop=a_workshop(id="w0")))
    document = pypdfium2.PdfDocument(pdf_of(state, "then_now", language))
    assert len(document) == 1
    document.close()


def test_when_it_is_long_what_is_done_is_counted_and_what_is_open_stays():
    state = two_visits()
    many = tuple(an_action(n, f"長い仕事の名前その{n}", done=n > 4) for n in range(60))
    text = printed(replace(state, before=replace(state.before, actions=many)))
    assert squeezed("アクション 60 件：済み 55") in text
    assert "その2" in text
    assert "その40" not in text


def test_people_become_codes_also_those_who_took_part_only_last_time():
    state = two_visits(participants=(replace(INOUE, code="P-1"),))
    coded = with_people_as_codes(state)
    names = [who.name for who in coded.before.participants]
    assert names == ["P-1'", "P-1"], "one code stands for one person"
    text = printed(coded)
    assert "青木" not in text
    assert "井上" not in text


def test_what_is_private_of_last_time_is_protected_too():
    terms = {term.text for term in terms_of(two_visits(), Guard(anonymous=True))}
    assert {"だれにも見せない前回の話", "青木 健"} <= terms
