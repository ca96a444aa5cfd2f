"""Several contacts with a customer: private texts, and those of others, reach no room or file.

Every private text of all contacts, and every text of other customers, contains a canary.
By default a tour of all pages is made in one language.
"""

from dataclasses import replace

import pytest

from exports.job import export
from exports.other_voices import with_voices
from exports.registry import DOCUMENTS
from tests.exports.test_leaks import canaries, everything_in
from tests.helpers.canaries import CANARY
from tests.helpers.desks import desks
from tests.helpers.papers import solutions
from tests.helpers.played import filled_session
from tests.helpers.rounds import PLACES
from tests.helpers.texts import texts_of
from tests.helpers.two_displays import LAPTOP, PROJECTOR, Stage
from workshop_app.domain.context_questions import ContextAnswer
from workshop_app.domain.field_types import Privacy, fields_with
from workshop_app.domain.pointer import Pointer
from workshop_app.domain.problem import Problem
from workshop_app.domain.saved_search import SavedSearch
from workshop_app.domain.workshop import Customer, Participant, Workshop
from workshop_app.domain.workshop_fields import LISTS
from workshop_app.i18n import language, set_language
from workshop_app.services.sample import play_second_visit

QUOTE = f"{CANARY}-quote"
"""What another customer said; the product team may read it, under a code."""


def token_of(kind):
    return f"{CANARY}-{kind.__name__}"


def visits_with_canaries(session, language):
    """Put a canary into all private texts of both visits and all texts of other customers."""
    play_second_visit(session, language)
    store = session.store
    own = session.state.customer.id
    others = {each.id for each in store.all(Workshop) if each.customer_id != own}
    with store.action() as changes:
        for other in sorted(others):
            store.insert(Pointer(id=f"of-{other}", workshop_id=other, position=0, title="集まり"))
        for kind in (Customer, Workshop, *LISTS.values()):
            private = fields_with(kind, Privacy.PRIVATE)
            for record in store.all(kind):
                texts = {name for name in private if isinstance(getattr(record, name), str)}
                texts -= {"expectation", "next_kind"}
                other = getattr(record, "workshop_id", None) in others
                if kind is Customer and record.id != own:
                    texts.add("name")
                elif kind is Workshop and record.id in others:
                    texts.add("title")
                elif kind is Participant and other:
                    texts |= {"name", "job", "team", "thanks"}
                elif kind is Pointer and other:
                    texts |= {"title", "address"}
                elif kind in (ContextAnswer, SavedSearch) and other:
                    texts |= {"text"} if kind is ContextAnswer else {"words"}
                elif kind is Problem and other:
                    store.update(replace(record, first_wording=QUOTE, private_note=QUOTE))
                    continue
                if texts:
                    store.update(replace(record, **dict.fromkeys(texts, token_of(kind))))
        changes.clear()
    session.open(session.workshop_id)
    assert CANARY in session.state.before.workshop.expectation_words
    assert len(others) == 2


@pytest.fixture(params=["ja", "en"])
def stage(request, qtbot, tmp_path):
    """The second visit on a laptop with a projector."""
    with desks(qtbot) as made:
        set_language(request.param)
        session = filled_session(tmp_path / "w.db", request.param, visits_with_canaries)
        yield Stage(made.seat(session).window, LAPTOP, PROJECTOR)


def stops(stage):
    """Go to every page and section, in the mode in which the tour began."""
    private = stage.window.private
    for place in PLACES:
        stage.window.set_private(private)
        stage.go(place)
        yield place
        for section in getattr(stage.window.page_stack.page, "sections", {}):
            stage.window.page_stack.page.show_section(section)
            stage.settle()
            yield f"{place} / {section}"


@pytest.mark.parametrize(
    "stage", ["en", pytest.param("ja", marks=pytest.mark.exhaustive)], indirect=True
)
def test_projected_pages_and_menus_have_nothing_private_of_either_visit(stage):
    menus = stage.window.menus
    seen = 0
    for place in stops(stage):
        for open_one in (menus.open_all, menus.open_row_by_key):
            open_one()
            stage.settle()
            assert CANARY not in "\n".join(texts_of(stage.window)), place
            menus.close()
        seen += 1
    assert seen > len(PLACES)


@pytest.mark.parametrize(
    "stage", ["ja", pytest.param("en", marks=pytest.mark.exhaustive)], indirect=True
)
def test_the_audience_display_shows_nothing_private_of_either_visit(stage):
    stage.window.set_private(True)
    read = ""
    for place in stops(stage):
        stage.settle()
        read += "\n".join(texts_of(stage.window))
        wall = [stage.all_pages(), stage.audience.windowTitle(), *texts_of(stage.audience)]
        assert CANARY not in "\n".join(wall), place
    assert CANARY in read


def test_only_private_papers_and_files_have_private_data_of_either_visit(stage, tmp_path):
    session = stage.window.session
    state = session.state
    seen = set()
    quoted = 0
    for workshop in (state.before.workshop.id, state.workshop.id):
        session.open(workshop)
        words = language()
        whole = with_voices(session, session.state, words)
        for name, document in DOCUMENTS.items():
            if document.private:
                continue
            folder = tmp_path / workshop / name
            for file in export(whole, solutions(), folder, [name], words).files:
                seen.add(name)
                held = everything_in(file.name, file.read_bytes())
                tokens = [token_of(kind) for kind in (Customer, Workshop, *LISTS.values())]
                tokens += [] if document.internal else [QUOTE]
                found = [token for token in tokens for form in canaries(token) if form in held]
                assert found == [], file.name
                quoted += document.internal and QUOTE.encode() in held
    assert {"then_now", "became_of", "dossier", "issues", "workshop", "mail"} <= seen
    assert quoted, "the product team reads what others said"
