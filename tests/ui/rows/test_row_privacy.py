"""A private text is found wherever it is in a row, painted or not."""

import pytest

from tests.helpers.canaries import CANARY
from tests.helpers.texts import texts_of
from ui.rows.cells import Button, Fit, Number, Outcome, Words
from ui.rows.paged_list import PagedList
from ui.rows.row import Aside, Line, Row
from workshop_app.domain.outcome import OutcomeKind

PLACES = {
    "text": CANARY,
    "before": (Number(CANARY),),
    "lines": (Line(CANARY),),
    "asides": (Aside(Line(CANARY)),),
    "after": (Words("済"), Outcome(OutcomeKind.CARD, CANARY)),
    "under": Button(CANARY),
    "opened": (Line("注", lead=Fit(2, CANARY)),),
    "head": Row("", "見出し", after=(Words(CANARY),)),
    "spoken": CANARY,
}


@pytest.mark.parametrize("place", Row._fields)
def test_a_canary_in_a_row_is_found(qapp, place):
    listing = PagedList("課題")
    if place not in PLACES:
        assert not isinstance(getattr(Row("a", ""), place), tuple)
        return
    listing.set_rows([Row("a", "課題"), Row("b", "課題")._replace(**{place: PLACES[place]})])
    assert any(CANARY in text for text in texts_of(listing))
