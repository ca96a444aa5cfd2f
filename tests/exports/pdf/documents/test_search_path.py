"""The searches for an answer, in the dossier."""

import pytest

from tests.helpers.builders import a_card, a_problem, a_request, a_state
from tests.helpers.papers import pdf_of, squeezed, words_of
from workshop_app.domain.outcome import CardKind
from workshop_app.domain.problem import FoundHow
from workshop_app.domain.saved_search import SavedSearch
from workshop_app.i18n import Texts


def printed(state, language="ja", name="summary"):
    return words_of(pdf_of(state, name, language))


def search(problem, position, words, *looked_at):
    return SavedSearch(
        id=f"s-{position}",
        workshop_id=problem.workshop_id,
        position=position,
        problem_id=problem.id,
        words=words,
        looked_at=looked_at,
    )


def test_the_dossier_shows_the_searches_that_found_nothing():
    problem = a_problem(chosen=True)
    state = a_state(
        problems=(problem,),
        cards=(a_card(problem, CardKind.UPDATE),),
        requests=(a_request(problem),),
        searches=(search(problem, 0, "機械の見張り", "check-ping"),),
    )
    text = printed(state, name="dossier")
    line = Texts("ja")(
        "papers.dossier.searched_line", words="機械の見張り", names="check-ping（pingの応答）"
    )
    assert squeezed(line) in text


def test_an_opened_answer_that_left_the_catalogue_is_not_named():
    problem = a_problem(chosen=True)
    card = a_card(problem, CardKind.UPDATE)
    searches = (search(problem, 0, "機械の見張り", "no-such-entry"),)
    state = a_state(
        problems=(problem,), cards=(card,), requests=(a_request(problem),), searches=searches
    )
    line = Texts("ja")("papers.dossier.searched_nothing", words="機械の見張り")
    assert squeezed(line) in printed(state, "ja", "dossier")


@pytest.mark.parametrize("how", FoundHow)
def test_that_the_room_found_an_answer_is_printed_once_with_the_way_to_it(language, how):
    problem = a_problem(chosen=True, found=how)
    cards = tuple(
        a_card(problem, id=f"c{n}", position=n, catalogue_id=entry, search_words="snmp")
        for n, entry in enumerate(("sabatrafficd", "sabapingd"))
    )
    told = squeezed(Texts(language)(f"papers.solution.found.{how}"))
    state = a_state(problems=(problem,), cards=cards)
    assert printed(state, language).count(told) == (how is not FoundHow.SHOWN)
    assert printed(state, language, "record").count(told) == 1
