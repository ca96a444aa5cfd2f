"""Papers name what may answer a problem that nobody has discussed, and that nobody checked it."""

import pytest

from tests.helpers.builders import a_card, a_participant, a_problem, a_state, a_workshop
from tests.helpers.papers import pdf_of, solutions, squeezed, words_of
from workshop_app.domain.unchecked_answer import UncheckedAnswer
from workshop_app.i18n import Texts

AOKI = a_participant(1, "青木 健")
ENTRY = "mkr-wrap"


def a_workshop_with(problem, **parts):
    unchecked = (UncheckedAnswer(problem_id=problem.id, catalogue_id=ENTRY),)
    return a_state(participants=(AOKI,), problems=(problem,), unchecked=unchecked, **parts)


def said(language):
    name = solutions()[ENTRY].text(language).name
    return squeezed(Texts(language)("promises.unchecked", name=name))


@pytest.mark.parametrize("paper", ["handout", "summary", "follow_up"])
def test_it_is_named_beside_the_statement_that_it_was_not_discussed(paper, language):
    state = a_workshop_with(a_problem(1, speaker_id=AOKI.id))
    words = words_of(pdf_of(state, paper, language))
    assert squeezed(Texts(language)("promises.customer.not_discussed").rstrip("。.")) in words
    assert said(language) in words


@pytest.mark.parametrize("paper", ["handout", "summary"])
def test_its_page_of_the_help_is_printed_without_a_code(paper, language):
    state = a_workshop_with(a_problem(1, speaker_id=AOKI.id))
    words = words_of(pdf_of(state, paper, language))
    assert solutions()[ENTRY].text(language).help_url in words
    assert squeezed(Texts(language)("papers.solution.first_step")) not in words


@pytest.mark.parametrize("paper", ["handout", "summary", "follow_up"])
def test_it_is_not_named_once_something_was_decided(paper):
    problem = a_problem(1, speaker_id=AOKI.id)
    state = a_workshop_with(problem, cards=(a_card(problem),))
    assert said("ja") not in words_of(pdf_of(state, paper, "ja"))


@pytest.mark.parametrize("paper", ["handout", "summary"])
def test_without_one_it_is_said_when_the_problem_can_be_brought_up(paper, language):
    words = Texts(language)
    problem = a_problem(1, speaker_id=AOKI.id)
    for day in ("", "2027-01-14"):
        about = a_workshop(language=language, next_date=day)
        state = a_state(workshop=about, participants=(AOKI,), problems=(problem,))
        key = "promises.bring_up.day" if day else "promises.bring_up.no_day"
        said_of_it = squeezed(words(key, day=words.date(day)))
        assert said_of_it in words_of(pdf_of(state, paper, language))


def test_an_unchecked_answer_stands_instead_of_it(language):
    state = a_workshop_with(a_problem(1, speaker_id=AOKI.id))
    text = squeezed(Texts(language)("promises.bring_up.no_day"))
    assert text not in words_of(pdf_of(state, "summary", language))
