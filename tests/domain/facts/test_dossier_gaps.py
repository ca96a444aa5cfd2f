"""Empty fields of the dossier."""

from dataclasses import replace

from tests.helpers.builders import a_card, a_problem, a_request, a_state, an_appraisal
from workshop_app.domain.appraisal import Verdict
from workshop_app.domain.facts.dossier_gaps import APPRAISAL, dossier_gaps
from workshop_app.domain.facts.requests import nearest_of
from workshop_app.domain.outcome import CardKind
from workshop_app.domain.request import ESSENTIAL_FIELDS

WRITTEN = dict.fromkeys((*ESSENTIAL_FIELDS, "nearest_id"), "書いた")


def with_request(*appraisals, **fields):
    problem = a_problem()
    return a_state(
        problems=(problem,),
        cards=(a_card(problem, CardKind.UPDATE),),
        requests=(a_request(problem, **fields),),
        appraisals=appraisals,
    )


def test_empty_essential_fields_the_nearest_answer_and_a_missing_appraisal_are_named():
    (gap,) = dossier_gaps(with_request())
    assert gap.fields == (*ESSENTIAL_FIELDS, "nearest_id", APPRAISAL)
    (gap,) = dossier_gaps(with_request(**WRITTEN | {"why": ""}))
    assert gap.fields == ("why", APPRAISAL)


def test_an_answer_that_was_chosen_is_the_nearest_one_unless_another_is_named():
    problem, catalogue_id = a_problem(), "downtime"
    card = a_card(problem, id="chosen", catalogue_id=catalogue_id)
    state = with_request(**WRITTEN | {"nearest_id": ""})
    state = replace(state, cards=(*state.cards, card))
    assert nearest_of(state, state.requests[0]) == catalogue_id
    assert [gap.fields for gap in dossier_gaps(state)] == [(APPRAISAL,)]
    named = replace(state.requests[0], nearest_id="check-tcp")
    assert nearest_of(state, named) == "check-tcp"


def test_a_whole_request_lacks_nothing_and_one_that_is_not_sent_is_not_in_the_dossier():
    judged = an_appraisal(a_problem())
    assert dossier_gaps(with_request(judged, **WRITTEN)) == ()
    held = an_appraisal(a_problem(), override=Verdict.LATER, override_reason="待てる")
    assert dossier_gaps(with_request(held)) == ()
