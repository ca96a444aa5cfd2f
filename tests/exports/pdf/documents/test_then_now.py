"""Then and now on paper, without naming people for what they can do."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

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
from tests.helpers.papers import pages_of, pdf_of, solutions, squeezed, words_of
from workshop_app.domain.can_do import CanDoCheck
from workshop_app.domain.facts.then_now import asked_lines, last_actions
from workshop_app.domain.outcome import CardKind, Helped
from workshop_app.i18n import Texts
from workshop_app.services.sample import play_second_visit
from workshop_app.services.session import Session
from workshop_app.store.store import Store

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


@cache
def second_visit_state(language):
    """The second visit of the sample, with the answers about the first one."""
    with TemporaryDirectory() as folder:
        store = Store(Path(folder) / "workshops.db")
        session = Session(store)
        play_second_visit(session, language, asked=True)
        state = session.state
        store.close()
    return state


def printed(state, **options):
    return words_of(pdf_of(state, "then_now", **options))


def test_actions_problems_and_checks_of_last_time_are_printed():
    text = printed(two_visits())
    for said in (
        "前回の課題 2 件のうち、1 件はその後を伺ったもの、1 件は製品チームに伝えるか検討中です",
        "受注が止まる → 2分で届く",
        "2026年12月25日に届けました。少し",
        "アクション 3 件：済み 1、残り 1、不要になった 1",
        "不要になった 縮小したため",
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


def test_what_was_done_and_who_did_it_is_never_left_out(language):
    state = second_visit_state(language)
    text = words_of(pdf_of(state, "then_now", language))
    before = state.before
    done = [action for action in last_actions(state) if action.done]
    assert len(done) > 3
    for action in done:
        assert squeezed(action.text) in text
        owner = before.participant(action.owner_id)
        assert squeezed(owner.name.split()[0] if owner else action.owner_name) in text
    for line in asked_lines(state):
        assert squeezed(line.text) in text
    for card in before.cards:
        if card.delivered_on:
            assert squeezed(Texts(language).day(card.delivered_on, short=True)) in text


def test_an_answer_in_the_words_of_an_earlier_version_is_counted():
    state = two_visits()
    first, wish = state.before.problems
    problems = (replace(first, became="もう不要。縮小した"), wish)
    text = printed(replace(state, before=replace(state.before, problems=problems)))
    assert squeezed("前回の課題 2 件のうち、1 件は不要、") in text


def test_what_fits_no_page_is_printed_on_several():
    state = two_visits()
    many = tuple(an_action(n, f"仕事その{n:02}") for n in range(60))
    pdf = pdf_of(replace(state, before=replace(state.before, actions=many)), "then_now")
    assert len(pages_of(pdf)) > 1
    assert all(f"その{n:02}" in words_of(pdf) for n in range(60))


def test_a_problem_that_was_taken_over_is_told_with_what_became_of_it():
    state = two_visits()
    new = a_problem(7, "停電を知らない", origin_id=state.before.problems[1].id, chosen=True)
    assert squeezed("→ この会の課題 7 にしました") in printed(replace(state, problems=(new,)))
    solved = replace(state, problems=(new,), cards=(a_card(new, CardKind.ANSWER),))
    assert squeezed("→ この会の課題 7：解決方法") in printed(solved)


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
