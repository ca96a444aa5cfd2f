"""The outcomes of a problem that follow from its cards."""

import pytest

from tests.helpers.builders import a_card, a_problem
from workshop_app.domain.outcome import CardKind, OutcomeKind, outcomes_of


@pytest.mark.parametrize(
    ("kind", "outcome"),
    [
        (CardKind.SOLUTION, OutcomeKind.SOLUTION),
        (CardKind.ANSWER, OutcomeKind.SOLUTION),
        (CardKind.UPDATE, OutcomeKind.REQUEST),
        (CardKind.SUPPORT, OutcomeKind.CARD),
        (CardKind.HANDS_ON, OutcomeKind.CARD),
        (CardKind.ARTICLE, OutcomeKind.CARD),
        (CardKind.PRESALES, OutcomeKind.CARD),
        (CardKind.OWN, OutcomeKind.CARD),
    ],
)
def test_each_kind_of_card_gives_its_outcome(kind, outcome):
    assert outcomes_of("", (a_card(a_problem(), kind),)) == (outcome,)


def test_a_reason_makes_it_not_ours_whatever_else():
    card = a_card(a_problem())
    assert outcomes_of("勤怠システムの役目", (card,)) == (OutcomeKind.NOT_OURS,)


def test_several_cards_give_each_outcome_once_in_a_fixed_order():
    kinds = (CardKind.UPDATE, CardKind.HANDS_ON, CardKind.SOLUTION, CardKind.ANSWER)
    cards = tuple(a_card(a_problem(), kind) for kind in kinds)
    expected = (OutcomeKind.SOLUTION, OutcomeKind.CARD, OutcomeKind.REQUEST)
    assert outcomes_of("", cards) == expected
    assert outcomes_of("", cards[::-1]) == expected
