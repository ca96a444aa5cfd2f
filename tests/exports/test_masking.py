"""Terms are masked and people replaced by codes consistently in all files."""

from dataclasses import replace

from exports.masking import with_people_as_codes, with_terms_masked
from tests.helpers.builders import (
    a_customer,
    a_participant,
    a_problem,
    a_state,
    an_action,
)


def test_a_term_is_masked_in_all_texts_and_the_state_is_not_changed():
    state = a_state(
        problems=(a_problem(1, "大阪商事と同じ構成にしたい"),),
        actions=(an_action(1, "大阪商事 の例を送る"),),
    )
    there = with_terms_masked(state, ["大阪商事"], "〔伏せ〕")
    assert there.problems[0].first_wording == "〔伏せ〕と同じ構成にしたい"
    assert there.actions[0].text == "〔伏せ〕 の例を送る"
    assert "大阪商事" in state.problems[0].first_wording
    assert there.problems[0].id == state.problems[0].id


def test_a_mask_leaves_other_characters_as_they_were_typed():
    state = a_state(problems=(a_problem(1, "①はＡＣＭＥ社と②"),))
    (problem,) = with_terms_masked(state, ["ACME"], "-").problems
    assert "-" in problem.first_wording
    (problem,) = with_terms_masked(state, ["NONE"], "-").problems
    assert problem.first_wording == "①はＡＣＭＥ社と②"


def test_each_person_is_one_code_everywhere():
    people = (
        a_participant(1, "青木 健", email="a@example.com", person_id="p"),
        a_participant(2, "原 由香"),
    )
    state = a_state(
        participants=people,
        problems=(a_problem(1, "青木さんと青木健、由香さんの当番が重い。原因は不明"),),
    )
    there = with_people_as_codes(state)
    assert [who.name for who in there.participants] == ["P-1", "P-2"]
    assert {who.email for who in there.participants} == {""}
    assert [who.person_id for who in there.participants] == [who.id for who in people]
    assert there.problems[0].first_wording == "P-1さんとP-1、P-2さんの当番が重い。原因は不明"


def test_a_name_that_two_share_becomes_both_codes():
    people = (a_participant(1, "青木 健"), a_participant(2, "青木 由香"))
    state = a_state(participants=people, problems=(a_problem(1, "青木さんの当番"),))
    assert with_people_as_codes(state).problems[0].first_wording == "P-1/P-2さんの当番"


def test_a_person_of_the_previous_visit_is_the_same_person_without_an_id_of_the_store():
    here = a_participant(1, "青木 健", person_id="p")
    before = a_state(
        participants=(
            replace(a_participant(2, "青木 健", person_id="p"), id="then"),
            replace(a_participant(3, "原 由香", person_id="q"), id="gone"),
        )
    )
    there = with_people_as_codes(a_state(participants=(here,), before=before))
    assert there.before is not None
    assert [who.person_id for who in there.before.participants] == [here.id, "gone"]
    assert [who.name for who in there.before.participants] == ["P-1", "P-3'"]


def test_a_company_that_is_named_after_two_people_keeps_its_name():
    people = (a_participant(1, "髙﨑 一郎"), a_participant(2, "𠮷田 太郎"))
    customer = a_customer(name="株式会社髙﨑𠮷田ホールディングス")
    words = "髙﨑𠮷田HDの基幹は𠮷田さんだけが分かる"
    coded = with_people_as_codes(
        a_state(customer=customer, participants=people, problems=(a_problem(1, words),))
    )
    assert coded.customer.name == customer.name
    assert coded.problems[0].first_wording.endswith("HDの基幹はP-2さんだけが分かる")
    assert "P-1" not in coded.problems[0].first_wording
