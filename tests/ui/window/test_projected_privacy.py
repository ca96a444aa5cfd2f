"""Projected mode with an audience display: neither window contains private data."""

import pytest
from PySide6.QtWidgets import QWidget

from tests.helpers.canaries import CANARY, canary_session
from tests.helpers.desks import desks
from tests.helpers.own_catalogue import ABOUT_TEXT, own_catalogue
from tests.helpers.rounds import PLACES, a_round
from tests.helpers.texts import texts_of, unsearched
from tests.helpers.two_displays import LAPTOP, PROJECTOR, Stage
from ui.widgets.labelled_field import LabelledField
from workshop_app.i18n import set_language, tr
from workshop_app.services.commands.participants import EditParticipant
from workshop_app.settings import Settings

TYPED = "打ちかけの内緒"


@pytest.fixture(params=["ja", "en"])
def stage(request, qtbot, tmp_path):
    """Canaries in private fields, in another customer's name, and in every path."""
    session = canary_session(tmp_path, request.param)
    about = ABOUT_TEXT.replace("社内の答え", "Answers of the house")
    folder = own_catalogue(tmp_path / f"{CANARY}-folder" / "house", about)
    settings = Settings(
        export_folder=str(tmp_path / f"{CANARY}-papers"), catalogue_folders=(str(folder),)
    )
    with desks(qtbot) as made:
        set_language(request.param)
        yield Stage(made.seat(session, settings).window, LAPTOP, PROJECTOR)


def left(stage, *private):
    """The texts in either window, visible or not, including titles, that contain private data."""
    stage.settle()
    windows: tuple[QWidget, ...] = (stage.window, stage.audience)
    texts = [stage.all_pages(), *(text for one in windows for text in texts_of(one))]
    return [text[:120] for text in texts if any(word in text for word in (CANARY, *private))]


@pytest.mark.parametrize(
    "stage", ["ja", pytest.param("en", marks=pytest.mark.exhaustive)], indirect=True
)
def test_nothing_private_is_in_any_place_section_or_panel(stage):
    folder = str(stage.window.session.store.path.parent)
    menus = stage.window.menus
    chip = stage.window.bar.audience_status.chip
    opened = 0
    for place in a_round(stage.desk):
        assert left(stage, folder, tr("prepare.person.ambassador")) == [], place
        assert unsearched(stage.window) == [], place
        for open_one in (menus.open_all, menus.open_row_by_key, lambda: menus.open_room(chip)):
            open_one()
            stage.desk.settle()
            opened += len(menus.menu.items)
            assert not any(CANARY in text for text in texts_of(menus.menu)), place
            menus.close()
    assert opened


@pytest.mark.parametrize(
    ("stage", "converting"),
    [
        ("ja", True),
        ("en", False),
        pytest.param("ja", False, marks=pytest.mark.exhaustive),
        pytest.param("en", True, marks=pytest.mark.exhaustive),
    ],
    indirect=["stage"],
)
def test_a_half_typed_private_note_is_removed_when_private_mode_ends(stage, converting):
    met = set()
    for place in PLACES:
        for number in range(9):
            stage.window.set_private(True)
            stage.go(place)
            fields = [
                field
                for field in stage.window.page_stack.page.findChildren(LabelledField)
                if field.private and field.isVisible() and field.isEnabled()
            ]
            if number >= len(fields):
                break
            fields[number].field.setFocus()
            (stage.desk.convert if converting else stage.desk.write)(TYPED)
            assert TYPED not in stage.all_pages()
            stage.window.set_private(False)
            assert left(stage, TYPED) == [], place
            met.add(place)
    assert {"prepare", "list", "sort", "choose", "solve", "appraise"} <= met


def test_a_private_note_too_long_to_save_is_kept_hidden_outside_private_mode(stage):
    stage.window.set_private(True)
    stage.go("solve")
    (note, *_) = [
        field
        for field in stage.window.page_stack.page.findChildren(LabelledField)
        if field.private and field.isVisible()
    ]
    note.field.setFocus()
    stage.desk.write(TYPED + "長" * 30_000)
    stage.window.set_private(False)
    assert left(stage, TYPED) == []
    stage.window.set_private(True)
    stage.settle()
    assert left(stage, TYPED)


def test_messages_of_private_mode_are_cleared_when_it_ends(stage):
    stage.window.set_private(True)
    stage.go("list")
    stage.window.toast(f"{CANARY}-done", undo=True)
    stage.window.say_error(f"{CANARY}-failed")
    stage.settle()
    assert left(stage)
    stage.window.set_private(False)
    assert left(stage) == []


def test_the_title_of_a_deleted_workshop_is_cleared_when_private_mode_ends(stage):
    stage.window.set_private(True)
    stage.go("start")
    page = stage.window.page_stack.page
    view = page.view.records.list.view
    number, *_ = [place for place, row in enumerate(view.rows) if CANARY in str(row)]
    view.set_current(number)
    view.setFocus()
    stage.desk.press("Delete", "Shift+Delete")
    assert stage.window._toast.isVisible()
    assert CANARY in stage.window._toast.sentence
    stage.window.set_private(False)
    assert left(stage) == []


def test_search_text_of_private_mode_is_cleared_when_it_ends(stage):
    stage.window.set_private(True)
    stage.go("start")
    stage.desk.press("Slash")
    stage.desk.write(TYPED)
    stage.desk.press("Ctrl+K")
    stage.desk.write(f"{TYPED} 2")
    stage.desk.press("Escape")
    stage.window.set_private(False)
    assert left(stage, TYPED) == []


def test_undo_of_a_private_change_in_projected_mode_names_nothing_private(stage):
    person = stage.desk.state.participants[0]
    stage.desk.do(EditParticipant(person.id, "private_note", TYPED))
    stage.go("prepare")
    stage.desk.press("Ctrl+Z")
    assert stage.desk.state.participants[0].private_note.startswith(CANARY)
    assert left(stage, TYPED) == []
