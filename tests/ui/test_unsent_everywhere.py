"""What is typed into any editor is there again after a change of mode, of page, and a restart."""

import shutil

import pytest

from tests.helpers.desks import desks
from tests.helpers.played import played_session
from tests.helpers.sessions import new_session
from tests.helpers.visible import visible_widgets
from ui.components.hands_list import HandsField
from ui.widgets.count_field import CountField
from ui.widgets.date_field import DateField
from ui.widgets.entry_line import EntryLine
from ui.widgets.labelled_field import LabelledField
from ui.widgets.time_field import TimeField
from workshop_app.domain.text import NOTE_LIMIT
from workshop_app.i18n import tr
from workshop_app.services import queries
from workshop_app.services.draft_file import draft_path
from workshop_app.services.sample import play_second_visit

CASES = [
    ("prepare", ""),
    ("context", ""),
    ("list", ""),
    ("list", "F2"),
    ("sort", "Alt+W"),
    ("sort", "Alt+D"),
    ("solve", ""),
    ("solve", "Alt+W"),
    ("solve", "Alt+C"),
    ("solve", "Alt+O"),
    ("appraise", "Alt+W"),
    ("appraise", "Alt+V"),
    ("wrap_up", ""),
    ("last_time", ""),
    ("customer", "Return"),
    ("requests", "Alt+N"),
    ("context", "Alt+N"),
    ("sort", "Alt+N"),
    ("solve", "Alt+I"),
    ("solve", "Alt+E"),
    ("choose", ""),
    ("settings", ""),
    ("paper_look", ""),
]
"""Pages, and the key that opens an editor there."""


def sections(desk):
    return list(getattr(desk.page, "sections", ())) or [""]


def show_section(desk, section):
    if section:
        desk.show_section(section)


def editors(desk):
    """The visible lines and fields in which something can be typed, by their accessible names."""
    found = visible_widgets(desk.page)
    kinds = [each for each in found if isinstance(each, (EntryLine, LabelledField))]
    return {each.field.accessibleName(): each for each in kinds if each.field.isEnabled()}


def type_into(desk, editor, number):
    """Type a text that is not saved unless somebody enters or corrects it; return it.

    Nothing is returned if the text counts as a search, or is not to be kept.
    """
    refused = {
        DateField: f"someday {number}",
        CountField: f"many {number}",
        HandsField: f"many {number}",
        TimeField: f"later {number}",
        LabelledField: f"[{number}] {'あ' * NOTE_LIMIT}",
    }
    text = f"[{number}] まだ保存していないことば"
    if isinstance(editor, DateField) or editor.objectName():
        text = refused.get(type(editor), text)
    elif isinstance(editor, LabelledField) and desk.page.NAME != "requests":
        return ""  # a password, or a number for once
    editor.setFocus()
    editor.field.selectAll()
    editor.field.insertPlainText(text)
    desk.page.setFocus()
    desk.settle()
    searches = isinstance(editor, EntryLine) and not editor.begun
    return "" if searches else text


@pytest.fixture
def seat(qtbot, tmp_path):
    """Makes desks on a completed sample and, with the page of the last visit, a second one."""
    with desks(qtbot) as made:

        def at(page, before=None):
            path = tmp_path / f"{made.count}.db"
            if before is None:
                session = played_session(path, "ja", None)
                if page == "last_time":
                    play_second_visit(session, "ja")
                return made.seat(session, private=True, page=page)
            before.window.draft_keeper.save()
            before.window.draft_keeper.close()
            store = queries.store_path(before.session)
            for file in (store, draft_path(store)):
                shutil.copy(file, path.with_name(file.name.replace(store.name, path.name)))
            again = made.seat(new_session(path), private=True)
            again.window.open_workshop(before.session.workshop_id)
            again.go(page)
            return again

        yield at


@pytest.mark.parametrize(("page", "key"), CASES)
def test_what_was_typed_is_there_again(seat, page, key):
    desk = seat(page)
    if key:
        desk.press(key)
    typed = {}
    private = set()
    for section in sections(desk):
        show_section(desk, section)
        for name, editor in editors(desk).items():
            text = type_into(desk, editor, len(typed))
            if text:
                typed[section, name] = text
            if text and getattr(editor, "private", False):
                private.add(text)
    assert typed

    def check():
        for section in sections(desk):
            show_section(desk, section)
            wanted = {name: text for (there, name), text in typed.items() if there == section}
            if not wanted.keys() <= editors(desk).keys():
                desk.press(key)
            shown = {name: each.text() for name, each in editors(desk).items() if name in wanted}
            assert shown == wanted, section

    check()
    desk.go("settings")
    desk.go(page)
    check()
    desk.set_private(False)
    everything = desk.everything()
    assert not [text for text in private if text in everything]
    desk.window.set_private(True)
    desk.go(page)
    check()
    desk = seat(page, before=desk)
    check()


@pytest.mark.parametrize(("page", "key"), [*CASES, ("customer", "F2"), ("customer", "Alt+L")])
def test_a_click_on_what_is_not_saved_leads_to_its_field(seat, page, key):
    desk = seat(page)
    if key:
        desk.press(key)
    page = desk.page.NAME
    led = []
    for section in sections(desk):
        show_section(desk, section)
        for number, name in enumerate(editors(desk)):
            show_section(desk, section)
            if key and name not in editors(desk):
                desk.press(key)
            there = editors(desk)
            editor = there.get(name, [*there.values()][number])  # a label may name its record
            text = type_into(desk, editor, len(led))
            desk.go("sort" if page == "list" else "list")
            if text and desk.window.unentered():
                desk.click(tr("frame.saved.unentered_brief"), desk.window.bar)
                assert (desk.page.NAME, desk.focus.text()) == (page, text), name
                desk.press("Ctrl+A", "Delete")
                desk.page.setFocus()
                desk.settle()
                led.append(name)
            else:
                assert not text or isinstance(editor, DateField)  # which is part of another text
                desk.go(page)
    assert led


def test_what_is_not_saved_is_reached_in_turn_also_where_two_texts_wait_on_a_page(seat):
    desk = seat("sort")
    numbers = []
    for _ in range(2):
        numbers.append(desk.page.selection.problem.number)
        desk.page.side.note.field.setFocus()
        desk.write(f"{numbers[-1]}" + "長" * NOTE_LIMIT)
        desk.page.focus_start()
        desk.press("Down")
    led = []
    for _ in range(3):
        desk.click(tr("frame.saved.unentered_brief"), desk.window.bar)
        assert desk.focus is desk.page.side.note.field
        assert desk.focus.text().startswith(str(desk.page.selection.problem.number))
        led.append(desk.page.selection.problem.number)
    assert led == [*numbers, numbers[0]]
