"""Private data is not in the widgets of projected mode: a canary in every private field.

By default the tour of all pages is made in English; that of projected mode, with the audience
display, is in `tests/ui/window/test_projected_privacy.py`.
"""

import pytest

from tests.helpers.canaries import CANARY, canary_session
from tests.helpers.desks import desks
from tests.helpers.rounds import PLACES
from tests.helpers.texts import texts_of, unsearched
from ui.widgets.voice_words import voice_parts
from workshop_app.domain.appraisal import Criterion
from workshop_app.domain.steps import Step
from workshop_app.i18n import set_language, tr


@pytest.fixture(params=["ja", "en"])
def desk(request, qtbot, tmp_path):
    """The sample with a canary in every private field, and another customer's workshop."""
    with desks(qtbot) as made:
        set_language(request.param)
        yield made.seat(canary_session(tmp_path, request.param))


def held(desk):
    """All texts in the window, and its title."""
    return "\n".join(texts_of(desk.window))


def test_projected_problems_and_themes_show_no_private_note(desk):
    for step in (Step.SOLVE, Step.APPRAISE, Step.SORT, Step.CHOOSE):
        desk.go(step.value)
        for _ in desk.state.listed:
            desk.press("Alt+Down" if step is not Step.CHOOSE else "Down")
            assert CANARY not in held(desk), step


@pytest.mark.parametrize(
    "desk", ["en", pytest.param("ja", marks=pytest.mark.exhaustive)], indirect=True
)
def test_private_mode_shows_private_data_and_removes_it_when_left(desk):
    seen = ""
    for place in PLACES:
        desk.window.set_private(True)
        desk.go(place)
        page = desk.page
        for section in ("", *getattr(page, "sections", {})):
            if section:
                page.show_section(section)
                desk.settle()
            texts = held(desk)
            seen += texts
            assert unsearched(desk.window) == [], (place, section)
        desk.set_private(False)
        assert CANARY not in held(desk), place
    for private in ("workshop", "customer", "P-", "appraisal", "title", "name", "path"):
        assert f"{CANARY}-{private}" in seen, private


def test_projected_mode_shows_the_number_of_other_customers_without_names(desk):
    request = desk.state.requests[0]
    desk.go("appraise")
    desk.page.show_record(request.problem_id)
    desk.press(*["Down"] * 5)
    assert desk.page.criteria.criterion is Criterion.GENERAL
    said = {(text, unit) for text, unit in voice_parts(desk.page.audience_focus().voices)}
    assert ("3", tr("widgets.voices.customers", n=3)) in said
    for number, unit in said:
        assert f"{number} {unit}" in held(desk)
    assert CANARY not in held(desk)
    desk.press("Alt+L")
    assert CANARY not in held(desk)
    desk.window.set_private(True)
    desk.go("appraise")
    desk.press("Alt+L")
    for private in ("customer-0", "quote", "job"):
        assert f"{CANARY}-{private}" in held(desk), private
    desk.set_private(False)
    assert CANARY not in held(desk)
