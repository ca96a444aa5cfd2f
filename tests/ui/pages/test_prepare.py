"""The preparation page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tests.helpers import hostile
from tests.helpers.fitting import faults
from ui.widgets.time_field import TimeField
from workshop_app.domain.contact import ContactKind
from workshop_app.domain.problem import Source
from workshop_app.domain.steps import Step, missing
from workshop_app.domain.workshop import Attendance
from workshop_app.i18n import LANGUAGES, tr
from workshop_app.services.commands.participants import AddParticipant, EditParticipant
from workshop_app.services.commands.workshops import EditCustomer, EditWorkshop

SECTIONS = ("basics", "people", "method", "background", "agenda", "advance", "opening", "setup")
HOSTILE = hostile.line(30)


@pytest.fixture
def prepare(desk):
    def opened(**options):
        return desk(page="prepare", **options)

    return opened


def section(desk, name):
    desk.page.show_section(name)
    desk.settle()
    return desk.page.sections[name]


def test_the_cursor_waits_in_the_customers_name(prepare):
    desk = prepare()
    assert desk.focus is desk.page.sections["basics"].customer.field


def test_what_is_typed_is_kept_when_the_field_is_left(prepare):
    desk = prepare()
    basics = section(desk, "basics")
    basics.customer.setFocus()
    basics.customer.field.set_text("")
    desk.write("株式会社れんこん")
    desk.press("Tab")
    assert desk.state.customer.name == "株式会社れんこん"
    assert "株式会社れんこん" in desk.seen()


def test_what_is_missing_is_named_once_something_is_entered(prepare):
    desk = prepare()
    section(desk, "basics").customer.setFocus()
    desk.write("株式会社れんこん")
    desk.press("Tab")
    lacks = [tr(f"steps.missing.{one.key}", n=one.n) for one in missing(desk.state, Step.PREPARE)]
    assert lacks
    labels = desk.window.foot.findChildren(QLabel)
    assert "  ".join(lacks) in [one.text() for one in labels if one.isVisible()]


def test_a_day_is_typed_in_several_ways_and_a_wrong_one_changes_nothing(prepare):
    desk = prepare()
    date = section(desk, "basics").date
    for typed, kept in (("２０２６/６/１２", "2026-06-12"), ("ずっと先", "2026-06-12")):
        date.setFocus()
        date.field.set_text(typed)
        date.flush()
        assert desk.state.workshop.date == kept
    assert date.error


def test_a_wrong_time_is_said_in_one_sentence(prepare):
    desk = prepare()
    basics = section(desk, "basics")
    desk.page.sections["basics"].edit_workshop("start_time", "14:00")
    basics.edit_workshop("start_time", "まひる")
    assert desk.state.workshop.start_time == "14:00"
    assert tr("errors.bad_time", text="まひる") in desk.seen()


def test_what_is_no_time_and_no_day_outlives_another_edit(prepare):
    desk = prepare()
    basics = section(desk, "basics")
    start = basics.findChildren(TimeField)[0]
    start.setFocus()
    for typed, kept in (("2:30 pm", "14:30"), ("after lunch", "14:30")):
        start.field.set_text(typed)
        start.flush()
        assert desk.state.workshop.start_time == kept
    basics.date.setFocus()
    basics.date.field.set_text("someday")
    basics.customer.setFocus()
    basics.edit_workshop("place", "会議室")
    desk.settle()
    assert desk.state.workshop.place == "会議室"
    assert (start.text(), start.error) == ("after lunch", tr("widgets.time.wrong"))
    assert (basics.date.text(), basics.date.error) == ("someday", tr("widgets.date.wrong"))


def test_people_are_added_by_name_and_enter(prepare):
    desk = prepare()
    section(desk, "people")
    for name in ("青木 健", "井上 美咲"):
        desk.write(name)
        desk.press("Return")
    assert [person.name for person in desk.state.participants] == ["青木 健", "井上 美咲"]
    assert [person.code for person in desk.state.participants] == ["P-1", "P-2"]
    assert desk.focus is desk.page.sections["people"].entry.field


@pytest.mark.parametrize("text", ["青木さん、井上 美咲、上田様", "青木, 井上 美咲 ，上田"])
def test_several_names_become_several_people_in_one_step(prepare, text):
    desk = prepare()
    section(desk, "people")
    desk.write(text)
    desk.press("Return")
    assert [who.name for who in desk.state.participants] == ["青木", "井上 美咲", "上田"]
    assert tr("prepare.people_added", n=3) in desk.seen()
    desk.window.undo()
    assert desk.state.participants == ()


def test_several_names_are_added_with_the_mouse(prepare):
    desk = prepare()
    people = section(desk, "people")
    desk.write("青木、井上")
    QTest.mouseClick(people.entry.button, Qt.MouseButton.LeftButton)
    desk.settle()
    assert [who.name for who in desk.state.participants] == ["青木", "井上"]
    assert desk.focus is people.entry.field


def test_pasted_names_become_people_in_one_step(prepare):
    desk = prepare()
    section(desk, "people")
    QGuiApplication.clipboard().setText("青木様\r\n井上 美咲\n\n上田さん\n")
    desk.press("Ctrl+V")
    assert [who.name for who in desk.state.participants] == ["青木", "井上 美咲", "上田"]
    desk.window.undo()
    assert desk.state.participants == ()


@pytest.mark.every_value
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("by_mouse", [True, False])
@pytest.mark.parametrize("left", ["people", "agenda"])
def test_names_that_were_typed_are_added_when_the_button_leads_on(desk, language, by_mouse, left):
    desk = desk(language, page="prepare")
    desk.do(EditCustomer(desk.state.customer.id, "name", "株式会社れんこん"))
    desk.do(EditWorkshop(desk.state.workshop.id, "date", "2026-12-03"))
    section(desk, "people").entry.setFocus()
    desk.write("青木 健、加藤 恵")
    section(desk, left)
    if by_mouse:
        desk.click(desk.page.foot().primary.text())
    else:
        desk.press("Ctrl+Return")
    assert [who.name for who in desk.state.participants] == ["青木 健", "加藤 恵"]
    assert desk.window.page_name == "context"
    assert tr("prepare.people_added", n=2) in desk.seen()
    desk.press("Ctrl+Z")
    assert desk.state.participants == ()


def test_names_that_are_refused_keep_the_page(prepare):
    desk = prepare()
    desk.do(EditCustomer(desk.state.customer.id, "name", "株式会社れんこん"))
    desk.do(EditWorkshop(desk.state.workshop.id, "date", "2026-12-03"))
    entry = section(desk, "people").entry
    entry.field.set_text("長" * 2001)
    section(desk, "agenda")
    desk.press("Ctrl+Return")
    assert desk.window.page_name == "prepare"
    assert desk.page.section.NAME == "people"
    assert len(entry.text()) == 2001
    assert tr("errors.too_long", length=2001, limit=2000) in desk.seen()


def test_hostile_names_are_kept_as_they_are(prepare):
    desk = prepare()
    section(desk, "people")
    hostile_names = [HOSTILE, "<b>O'Neil</b>", "%s {n} &Söhne"]
    desk.write("、".join(hostile_names))
    desk.press("Return")
    assert [who.name for who in desk.state.participants] == hostile_names


def test_names_that_cannot_be_added_wait_in_the_field(prepare):
    desk = prepare()
    people = section(desk, "people")
    desk.write("、、")
    desk.press("Return")
    assert desk.state.participants == ()
    assert people.entry.text() == "、、"


@pytest.mark.parametrize(("words", "shown"), [("ja", "青木様"), ("en", "青木")])
def test_the_chips_of_speakers_address_people(desk, words, shown):
    one = desk(words)
    one.do(AddParticipant("青木 健"))
    assert [each.text for each in one.page.next.speakers.options] == [shown]


def test_enter_during_a_conversion_adds_nobody(prepare):
    desk = prepare()
    section(desk, "people")
    desk.convert("あおき")
    desk.press("Return")
    assert desk.state.participants == ()


def test_the_fields_belong_to_the_current_person(prepare):
    desk = prepare()
    first, second = (desk.do(AddParticipant(name)) for name in ("青木", "井上"))
    people = section(desk, "people")
    people.show_record(first)
    people.fields.lines["team"].field.set_text("基盤チーム")
    people.show_record(second)
    people.fields.attendance.chosen.emit(Attendance.LATE)
    teams = [(person.name, person.team, person.attendance) for person in desk.state.participants]
    assert teams == [
        ("青木", "基盤チーム", Attendance.PRESENT),
        ("井上", "", Attendance.LATE),
    ]


def test_removing_a_person_can_be_undone(prepare):
    desk = prepare()
    desk.do(AddParticipant("青木"))
    people = section(desk, "people")
    people.rows.setFocus()
    desk.press("Delete")
    assert desk.state.participants == ()
    desk.window.undo()
    assert [person.name for person in desk.state.participants] == ["青木"]


def test_undo_shows_the_section_of_what_it_changes(prepare):
    desk = prepare()
    person = desk.do(AddParticipant("青木"))
    desk.do(EditParticipant(person, "team", "基盤"))
    section(desk, "agenda")
    desk.press("Ctrl+Z")
    assert desk.state.participants[0].team == ""
    assert desk.page.section.NAME == "people"


def test_the_way_of_hearing_is_chosen_beside_its_cost_and_reach(prepare):
    desk = prepare()
    method = section(desk, "method")
    method.choice.chosen.emit(ContactKind.INTERVIEW)
    desk.settle()
    assert desk.state.workshop.kind is ContactKind.INTERVIEW
    for name in ("good_for", "cost", "reach"):
        assert tr(f"prepare.method.interview.{name}") in desk.seen()


def test_minutes_change_the_sum(prepare):
    desk = prepare()
    agenda = section(desk, "agenda")
    before = sum(item.minutes for item in desk.state.agenda)
    field = next(iter(agenda._fields.values()))
    field.change_by(5)
    desk.settle()
    assert sum(item.minutes for item in desk.state.agenda) == before + 5
    assert tr("prepare.agenda_total", n=before + 5) in desk.seen()


def test_a_pasted_list_arrives_without_speakers_and_goes_with_one_undo(prepare):
    desk = prepare()
    section(desk, "advance")
    QGuiApplication.clipboard().setText("・監視できない\n2. 通知が多い\n\n・監視できない")
    desk.press("Ctrl+Shift+V")
    desk.press("Return")
    problems = desk.state.listed
    assert [problem.first_wording for problem in problems] == ["監視できない", "通知が多い"]
    assert {problem.source for problem in problems} == {Source.ADVANCE}
    assert {problem.speaker_id for problem in problems} == {None}
    desk.window.undo()
    assert desk.state.listed == ()


def test_a_file_is_read_in_private_mode_only_and_refused_in_words(prepare, tmp_path):
    desk = prepare()
    assert not hasattr(section(desk, "advance"), "file")
    desk.window.set_private(True)
    advance = section(desk, "advance")
    good = tmp_path / "list.txt"
    bad = tmp_path / "picture.txt"
    good.write_bytes("１．監視できない\r\n２．通知が多い".encode("cp932"))
    bad.write_bytes(bytes(range(256)) * 40)
    advance.preview_files([bad])
    assert desk.window.notice_banner.isVisible()
    advance.preview_files([good])
    assert len(advance.preview.ticked()) == 2


def test_the_button_leads_to_what_is_missing_before_it_leads_on(prepare):
    desk = prepare()
    desk.do(EditCustomer(desk.state.customer.id, "name", "株式会社サンプル"))
    desk.click(tr("prepare.to", section=tr("prepare.section.people")))
    assert desk.page.section.NAME == "people"
    desk.do(AddParticipant("青木"))
    desk.click(tr("prepare.next"))
    assert desk.window.page_name == "context"


def test_the_button_leads_to_an_agenda_that_is_longer_than_the_workshop(prepare):
    desk = prepare()
    desk.do(EditCustomer(desk.state.customer.id, "name", "株式会社サンプル"))
    desk.do(AddParticipant("青木"))
    desk.do(EditWorkshop(desk.state.workshop.id, "start_time", "14:00"))
    desk.do(EditWorkshop(desk.state.workshop.id, "end_time", "15:00"))
    desk.click(tr("prepare.to", section=tr("prepare.section.agenda")))
    assert desk.page.section.NAME == "agenda"
    desk.click(tr("prepare.next"))
    assert desk.window.page_name == "context"


def test_the_button_passes_by_an_agenda_that_fits(prepare):
    desk = prepare()
    desk.do(EditCustomer(desk.state.customer.id, "name", "株式会社サンプル"))
    desk.do(AddParticipant("青木"))
    desk.do(EditWorkshop(desk.state.workshop.id, "start_time", "14:00"))
    desk.do(EditWorkshop(desk.state.workshop.id, "end_time", "16:00"))
    desk.click(tr("prepare.next"))
    assert desk.window.page_name == "context"


def test_the_names_of_the_sections_stay_where_they_are(prepare):
    desk = prepare()
    tops = set()
    for name in SECTIONS:
        desk.page.show_section(name)
        desk.settle()
        tops.add(desk.page.choice.y())
    assert len(tops) == 1


def test_a_list_that_is_looked_through_has_the_page_to_itself(prepare):
    desk = prepare()
    desk.page.show_section("advance")
    section(desk, "advance").preview_text("監視できない\n通知が多い")
    desk.settle()
    assert desk.page.foot().primary is None
    desk.press("Escape")
    assert desk.page.foot().primary is not None


def test_page_down_leads_through_all_sections(prepare):
    desk = prepare()
    seen = [desk.page.choice.value()]
    while seen[-1] != SECTIONS[-1]:
        desk.press("PageDown")
        seen.append(desk.page.choice.value())
    assert tuple(dict.fromkeys(seen)) == SECTIONS
    assert len(seen) < 2 * len(SECTIONS)


def test_private_fields_exist_only_in_private_mode(prepare):
    desk = prepare()
    person = desk.do(AddParticipant("青木"))
    desk.do(EditParticipant(person, "private_note", "秘密-人"))
    desk.do(EditParticipant(person, "email", "秘密@example.com"))
    desk.do(EditCustomer(desk.state.customer.id, "private_note", "秘密-客"))
    desk.do(EditWorkshop(desk.state.workshop.id, "private_note", "秘密-会"))
    for name in SECTIONS:
        section(desk, name)
        assert "秘密" not in desk.everything()
    desk.window.set_private(True)
    desk.settle()
    for name in SECTIONS:
        section(desk, name)
    section(desk, "people")
    kind = type(desk.page.sections["people"].fields.note.field)
    fields = [field.toPlainText() for field in desk.page.findChildren(kind)]
    assert {"秘密-人", "秘密@example.com", "秘密-客", "秘密-会"} <= set(fields)


def test_a_person_is_marked_as_an_ambassador_in_private_mode(prepare):
    desk = prepare(private=True)
    desk.do(AddParticipant("青木"))
    section(desk, "people")
    desk.click(tr("prepare.person.ambassador"))
    assert [person.ambassador for person in desk.state.participants] == [True]


@pytest.mark.parametrize(("words", "asked"), [("ja", True), ("en", False)])
def test_fields_for_japanese_names_are_only_in_japanese(desk, words, asked):
    desk = desk(words, sample=True, page="prepare")
    desk.page.show_section("people")
    desk.settle()
    lines = desk.page.sections["people"].fields.lines
    seen = [name for name in lines if not lines[name].isHidden()]
    assert {"name", "team", "job"} <= set(seen)
    assert ("reading" in seen, "honorific" in seen) == (asked, asked)


@pytest.mark.parametrize("words", ["ja", "en"])
@pytest.mark.parametrize("size", [(1024, 700), (1366, 768)])
def test_the_way_to_a_file_asks_before_private_mode(desk, words, size):
    one = desk(words, page="prepare", size=size)
    one.page.show_section("advance")
    one.settle()
    assert faults(one.window) == []
    one.click(tr("prepare.advance_file_private"))
    assert tr("private.title") in one.seen()
    assert not one.window.private
