"""The key message: generated from the outcomes, unless it was written by hand."""

import pytest

from exports.key_message import generated_message, key_message
from exports.material import Material
from tests.helpers.builders import (
    a_card,
    a_problem,
    a_request,
    a_state,
    a_tally,
    a_workshop,
    an_appraisal,
)
from tests.helpers.papers import sample_state, solutions
from workshop_app.domain.outcome import CardKind
from workshop_app.i18n import LANGUAGES, Texts


def made(state, language="ja"):
    return generated_message(Material(state, solutions(), language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sample_names_the_worst_problem_its_answer_and_what_comes_next(language):
    state = sample_state(language)
    worst = state.chosen[0]
    answer = solutions()[state.cards_of(worst.id)[0].catalogue_id].text(language).answer_line
    large, rest = key_message(Material(state, solutions(), language))
    assert worst.title in large
    assert answer in large
    for number in ("12", "6", "7", "13"):
        assert number in rest


def test_a_message_written_by_a_person_replaces_the_generated_one():
    state = a_state(workshop=a_workshop(key_message="一行め\n二行め\n\nそのあと"))
    assert key_message(Material(state, {}, "ja")) == ("一行め\n二行め", "そのあと")


def test_nothing_is_said_to_be_solved_that_is_not():
    assert made(a_state()) == "課題は、まだ挙がっていません。"
    state = a_state(problems=(a_problem(1), a_problem(2)))
    assert made(state) == "課題が 2 件挙がりました。\n\n課題 1 と 2 は、まだ結論が出ていません。"


def test_what_is_open_is_asked_again_only_if_there_is_a_next_time():
    workshop = a_workshop(next_date="2027-01-14")
    assert "課題 4 は、次回もう一度うかがいます。" in made(
        a_state(workshop=workshop, problems=(a_problem(4),))
    )
    many = tuple(a_problem(n) for n in range(1, 8))
    assert "結論の出ていない 7 件は、次回" in made(a_state(workshop=workshop, problems=many))


def test_the_worst_of_the_solved_problems_comes_first():
    problems = a_problem(1, "一つめ"), a_problem(2, "二つめ"), a_problem(3, "三つめ")
    cards = tuple(a_card(each, CardKind.ANSWER, title="手立て") for each in problems[:2])
    tallies = tuple(a_tally(each, each.number) for each in problems)
    workshop = a_workshop(vote_closed=True)
    state = a_state(workshop=workshop, problems=problems, cards=cards, tallies=tallies)
    assert made(state).startswith("二つめ\n→ 手立て。\n\nこれを含む 2 件は")


def test_one_request_is_passed_on_in_the_singular():
    problem = a_problem(6)
    state = a_state(
        problems=(problem,),
        cards=(a_card(problem, CardKind.UPDATE),),
        requests=(a_request(problem),),
        appraisals=(an_appraisal(problem),),
    )
    assert "We will pass problem 6 on to the product team." in made(state, "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_solution_in_part_is_counted_as_such_and_is_not_the_large_one(language):
    partly, whole = a_problem(1, gap_id="alert-assignee"), a_problem(2, "ほかの課題")
    cards = (a_card(partly), a_card(whole))
    tallies = (a_tally(partly, 5), a_tally(whole, 1))
    state = a_state(problems=(partly, whole), cards=cards, tallies=tallies)
    large, _, rest = made(state, language).partition("\n\n")
    assert whole.title in large
    words = Texts(language)
    assert words("key_message.more_solved", n=2) in rest
    assert words("promises.in_part.sentence", n=1) in rest


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_only_solution_in_part_says_so(language):
    partly = a_problem(1, gap_id="alert-assignee")
    message = made(a_state(problems=(partly,), cards=(a_card(partly),)), language)
    assert message.endswith(Texts(language)("promises.in_part.sentence_only"))
