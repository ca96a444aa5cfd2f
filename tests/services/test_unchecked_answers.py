"""What may answer the problems that nobody has discussed."""

import pytest

from tests.helpers.builders import a_card, a_problem, a_state, a_tally, a_workshop
from workshop_app.services.unchecked_answers import with_unchecked

BATCH = {
    "ja": "夜間バッチが失敗しても、朝まで誰も気づかない",
    "en": "Nobody notices until the morning that a nightly batch job failed",
}


def state_of(*problems, language="ja", **parts):
    return a_state(
        workshop=a_workshop(language=language, vote_closed=True), problems=problems, **parts
    )


def test_a_problem_that_nobody_talked_about_gets_what_the_search_takes_for_its_answer(
    answers, language
):
    problem = a_problem(1, BATCH[language])
    found = with_unchecked(answers, state_of(problem, language=language)).unchecked
    assert [(each.problem_id, each.catalogue_id) for each in found] == [(problem.id, "mkr-wrap")]


@pytest.mark.parametrize(
    "words", ["全体的になんとなく使いにくい", "社員食堂の献立を知りたい", "監視"]
)
def test_nothing_is_named_for_words_without_an_answer(answers, words):
    state = state_of(a_problem(1, words))
    assert with_unchecked(answers, state) == state


def test_nothing_is_named_for_a_problem_that_was_talked_about(answers):
    chosen = a_problem(1, BATCH["ja"], chosen=True)
    parked = a_problem(2, BATCH["ja"], parked=True)
    solved = a_problem(3, BATCH["ja"])
    state = state_of(chosen, parked, solved, cards=(a_card(solved),))
    assert with_unchecked(answers, state) == state


def test_of_many_problems_those_with_most_votes_are_searched_for(answers):
    many = [a_problem(number, BATCH["ja"]) for number in range(1, 41)]
    state = state_of(*many, tallies=(a_tally(many[-1], 9),))
    found = with_unchecked(answers, state).unchecked
    assert found[0].problem_id == many[-1].id
    assert len(found) < len(many)
