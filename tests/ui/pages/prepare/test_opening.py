"""Agenda, ground rules, anonymity, and people who come late or leave."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from tests.helpers.fitting import faults
from tests.helpers.list_rows import after, beside
from tests.helpers.papers import pdf_of, squeezed, words_of
from ui.rows.scroll_bar import ScrollBar
from ui.theme.theme import theme
from ui.window.private_question import PrivateQuestion
from workshop_app.domain.audience_view import GroundRules, Welcome
from workshop_app.domain.contact import ContactKind
from workshop_app.domain.problem import Source
from workshop_app.domain.workshop import Attendance
from workshop_app.i18n import texts, tr
from workshop_app.services.commands.contacts import SetKind
from workshop_app.services.commands.participants import (
    AddParticipant,
    EditParticipant,
    NoteArrival,
    ShowSpeakers,
)
from workshop_app.services.commands.problems import AddProblem
from workshop_app.services.commands.workshops import EditWorkshop


@pytest.fixture
def opening(desk):
    def opened(section="opening", **options):
        one = desk(page="prepare", **options)
        one.show_section(section)
        return one

    return opened


def turn_wheel(view):
    at = QPointF(view.rect().center())
    none = QPoint()
    event = QWheelEvent(
        at, view.mapToGlobal(at), none, QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view, event)


def rules(desk):
    return [row.text for row in desk.page.sections["opening"].rules.rows()]


def turn_to_rules(desk):
    while not isinstance(desk.picture, GroundRules):
        desk.press("PageDown")


def test_the_room_sees_the_course_and_then_the_rules(opening):
    desk = opening(size=(1920, 1080))
    assert tr("opening.welcome.workshop") in desk.seen()
    assert isinstance(desk.picture, Welcome)
    turn_to_rules(desk)
    assert rules(desk)[0] == tr("opening.rule.1")
    assert desk.picture == GroundRules()
    desk.press("Escape")
    assert desk.page.sections["lines"].isVisible()


@pytest.mark.parametrize("kind", [kind for kind in ContactKind if kind.is_talk])
def test_each_way_to_meet_has_its_own_welcome(opening, language, kind):
    desk = opening(words=language)
    desk.do(SetKind(kind))
    assert tr(f"opening.welcome.{kind}") in desk.seen()


@pytest.mark.every_value
def test_a_small_window_shows_the_whole_schedule(opening, language, private):
    desk = opening(words=language, size=(1024, 700), private=private)
    course = desk.page.sections["opening"].course
    assert (course.view.rows_before(), course.view.rows_after()) == (0, 0)
    assert faults(desk.window) == []
    desk.resize(1024, 560)
    assert not course.view.rows_after() or course.findChild(ScrollBar).isVisible()
    desk.resize(1024, 700)
    assert course.view.rows_after() == 0


def test_the_rules_are_named_before_and_a_click_leads_to_them_and_back(opening, language, size):
    desk = opening(words=language, size=size)
    section = desk.page.sections["opening"]
    while not section.turns_to(1):  # in a small window the schedule has two pages
        desk.press("PageDown")
        assert section.course.isVisible()
    desk.click(tr("opening.rules"))
    assert section.rules.isVisible()
    desk.click(tr("opening.course"))
    assert section.course.isVisible()
    assert faults(desk.window) == []


@pytest.mark.parametrize("own", ["", "時計を見ない"])
def test_the_printed_agenda_has_the_rules_of_the_screen(opening, language, own):
    desk = opening(words=language)
    desk.do(EditWorkshop(desk.state.workshop.id, "ground_rules", own))
    desk.do(ShowSpeakers(True))
    printed = words_of(pdf_of(desk.state, "agenda", language))
    assert rules(desk)[-1] == tr("opening.rule.named")
    assert [rule for rule in rules(desk) if squeezed(rule) not in printed] == []


def test_own_rules_are_written_in_their_place(opening):
    desk = opening()
    turn_to_rules(desk)
    desk.press("Alt+E")
    desk.convert("やくそく")
    desk.write("時計を見ない\n\n 笑わない ")
    desk.press("Escape")
    assert rules(desk) == ["時計を見ない", "笑わない"]
    assert desk.picture == GroundRules(rules=("時計を見ない", "笑わない"))
    desk.do(EditWorkshop(desk.state.workshop.id, "ground_rules", ""))
    assert len(rules(desk)) == 5


def test_nobody_is_named_by_one_key_and_no_undo_brings_names_back(opening):
    desk = opening()
    person = desk.do(AddParticipant("青木"))
    desk.do(AddProblem("一つ目", person))
    turn_to_rules(desk)
    assert tr("opening.anonymous_undo") in desk.seen()
    desk.press("Alt+Z")
    assert desk.state.workshop.anonymous
    assert tr("opening.nameless") in desk.seen()
    assert desk.state.problems[0].speaker_id is None
    assert rules(desk)[-1] == tr("opening.rule.nameless")
    desk.press("Ctrl+Z")
    assert not desk.state.workshop.anonymous
    assert desk.state.problems[0].speaker_id is None
    assert tr("opening.rule.nameless") not in rules(desk)


def test_one_key_shows_speakers_to_the_audience_with_a_message(opening):
    desk = opening()
    person = desk.do(AddParticipant("青木 一"))
    desk.do(AddProblem("一つ目", person))
    turn_to_rules(desk)
    desk.press("Alt+V")
    assert desk.state.workshop.show_speakers
    assert rules(desk)[-1] == tr("opening.rule.named")
    assert desk.picture == GroundRules(named=True)
    assert [beside(row) for row in desk.go("list").rows.rows()] == [texts().person("青木", "様")]
    desk.press("Ctrl+Z")
    assert not desk.state.workshop.show_speakers
    assert [beside(row) for row in desk.go("list").rows.rows()] == [""]


def test_where_nobody_is_named_no_name_can_be_shown(opening):
    desk = opening()
    desk.do(ShowSpeakers(True))
    turn_to_rules(desk)
    desk.press("Alt+Z")
    shown = desk.page.sections["opening"].shown
    assert not shown.isEnabled()
    assert not shown.isChecked()
    desk.press("Alt+V")
    assert not desk.state.speakers_shown
    assert rules(desk)[-1] == tr("opening.rule.nameless")
    desk.press("Alt+Z")
    assert shown.isEnabled()
    assert not shown.isChecked()


def test_one_key_notes_who_comes_late_and_who_leaves(opening):
    desk = opening("people")
    first, late = (desk.do(AddParticipant(name)) for name in ("青木", "井上"))
    desk.do(EditParticipant(late, "attendance", Attendance.LATE))
    desk.page.show_record(late)
    desk.press("Alt+J")
    assert tr("prepare.arrived", name="井上様", n=2) in desk.seen()
    desk.page.show_record(first)
    desk.press("Alt+J")
    assert tr("prepare.left", name="青木様", n=1) in desk.seen()
    came = desk.state.participant(late)
    left = desk.state.participant(first)
    assert (came.attendance, came.here, left.here) == (Attendance.LATE, True, False)
    marks = [words for row in desk.page.sections["people"].rows.rows() for words in after(row)]
    assert tr("prepare.came_at", time=came.arrived[11:]) in marks
    assert tr("prepare.left_at", time=left.left[11:]) in marks


def test_the_minute_at_which_somebody_came_or_left_is_corrected_where_it_stands(opening):
    desk = opening("people")
    first, late = (desk.do(AddParticipant(name)) for name in ("青木", "井上"))
    desk.do(EditParticipant(late, "attendance", Attendance.LATE))
    for person, field, corrected in ((first, "left", "15:42"), (late, "arrived", "14:07")):
        desk.page.show_record(person)
        desk.press("Alt+J")
        day = getattr(desk.state.participant(person), field)[:10]
        count = desk.state.votes.present
        time = desk.page.section.fields.time
        assert time.text() == getattr(desk.state.participant(person), field)[11:]
        time.setFocus()
        desk.press("Ctrl+A")
        desk.write("きのう")
        desk.press("Return")
        assert tr("widgets.time.wrong") in desk.seen()
        desk.press("Ctrl+A")
        desk.write(corrected.replace(":", ""))
        desk.press("Return")
        assert getattr(desk.state.participant(person), field) == f"{day}T{corrected}"
        assert desk.state.votes.present == count
        desk.page.section.rows.setFocus()
        desk.settle()
        assert time.text() == corrected
        desk.press("Ctrl+Z")
        assert getattr(desk.state.participant(person), field) != f"{day}T{corrected}"
        desk.press("Ctrl+Shift+Z")
    marks = [words for row in desk.page.section.rows.rows() for words in after(row)]
    assert tr("prepare.left_at", time="15:42") in marks
    assert tr("prepare.came_at", time="14:07") in marks


def test_a_late_arrival_is_noted_by_one_click_in_the_preparation(opening, language):
    desk = opening("opening", words=language)
    desk.do(AddParticipant("Aoki"))
    person = desk.do(AddParticipant("Ito"))
    desk.do(EditParticipant(person, "attendance", Attendance.LATE))
    desk.go("list")
    desk.go("prepare")
    names = desk.page.lines.people.names
    late = names._placed(names.width())[-1]
    inside = QPoint(late.at.x() + late.words.width + 20, names.height() // 2)
    for _ in range(2):
        desk.tap(names, inside)
        assert desk.state.participant(person).here
    who = texts().addressed(desk.state.participant(person))
    assert tr("prepare.arrived", name=who, n=2) in desk.seen()


@pytest.mark.parametrize("late", [False, True])
def test_what_takes_an_arrival_or_a_leaving_back_is_not_under_the_resting_pointer(opening, late):
    desk = opening("people", size=(1024, 700))
    person = desk.do(AddParticipant("青木"))
    if late:
        desk.do(EditParticipant(person, "attendance", Attendance.LATE))
    desk.page.show_record(person)
    button = desk.button(tr(f"prepare.{'arrives' if late else 'leaves'}_now"))
    where = button.mapTo(desk.window, button.rect().center())
    for _ in range(3):
        desk.tap(desk.window.windowHandle(), where)
        assert desk.state.participant(person).here is late
    button = desk.button(tr(f"prepare.{'leaves' if late else 'arrives'}_now"))
    button.setFocus(Qt.FocusReason.TabFocusReason)
    desk.press("Space", "Space", "Space")
    assert desk.state.participant(person).here is not late


@pytest.mark.every_value
@pytest.mark.parametrize("by", ["cleared", "back"])
@pytest.mark.parametrize("late", [False, True])
def test_who_did_not_leave_is_here_again_since_the_first_arrival(opening, by, late):
    desk = opening("people")
    person = desk.do(AddParticipant("青木"))
    if late:
        desk.do(EditParticipant(person, "attendance", Attendance.LATE))
        desk.do(NoteArrival(person, "2026-12-04T15:56"))
    before = desk.state.participant(person)
    count = desk.state.votes.present
    desk.page.show_record(person)
    desk.press("Alt+J")
    assert desk.state.participant(person).left
    if by == "cleared":
        desk.page.section.fields.time.setFocus()
        desk.press("Ctrl+A", "Delete", "Return")
    else:
        desk.press("Alt+J")
    assert desk.state.participant(person) == before
    assert desk.state.votes.present == count


def test_an_arrival_is_taken_back_by_clearing_its_time(opening):
    desk = opening("people")
    person = desk.do(AddParticipant("青木"))
    desk.do(EditParticipant(person, "attendance", Attendance.LATE))
    desk.page.show_record(person)
    desk.press("Alt+J")
    count = desk.state.votes.present
    desk.page.section.fields.time.setFocus()
    desk.press("Ctrl+A", "Delete", "Return")
    assert not desk.state.participant(person).here
    assert desk.state.votes.present == count - 1
    assert not desk.page.section.fields.time.isVisible()


def test_the_person_stays_selected_under_the_wheel_and_over_a_change_of_mode(opening, private):
    desk = opening("people", private=private)
    people = [desk.do(AddParticipant(f"青木 {number}")) for number in range(30)]
    rows = desk.page.section.rows
    rows.set_current(people[0])
    desk.page.show_record(people[0])
    view = rows.view
    shown = view.span()
    for _ in range(3):
        turn_wheel(view)
    assert view.span() != shown
    assert desk.page.section.fields.lines["name"].text() == "青木 0"
    desk.set_private(not private)
    assert desk.page.section.rows.current_id() == people[0]
    assert desk.page.section.fields.lines["name"].text() == "青木 0"


def test_the_private_note_on_a_person_is_apart_from_what_is_printed(opening, language, size):
    desk = opening("people", words=language, private=True, size=size)
    person = desk.do(AddParticipant("青木"))
    fields = desk.page.section.fields
    fields.thanks.setFocus()
    desk.press("Tab")
    assert desk.focus is not fields.note.field
    for _ in range(4):
        if desk.focus is not fields.note.field:
            desk.press("Tab")
    assert desk.focus is fields.note.field
    distance = fields.note.mapTo(fields, QPoint(0, 0)).y() - fields.thanks.geometry().bottom()
    assert distance > 3 * theme().line_height("meta")
    desk.write("社内で相談中")
    desk.press("Tab")
    assert desk.state.participant(person).private_note == "社内で相談中"
    assert desk.state.participant(person).thanks == ""
    assert faults(desk.window) == []


@pytest.mark.every_value
@pytest.mark.parametrize("people", [False, True])
def test_the_palette_leads_to_a_private_note_from_any_page(desk, language, private, people):
    one = desk(language, page="", private=private)
    if people:
        one.do(AddParticipant("青木"))
    one.go("wrap_up")
    one.press("Ctrl+K")
    one.write("メモ" if language == "ja" else "private note")
    one.press("Return")
    if not private:
        assert isinstance(one.page, PrivateQuestion)
        one.click(tr("private.alone"))
        one.press("Return")
    assert one.window.private
    assert one.window.page_name == "prepare"
    note = one.page.people.fields.note if people else one.page.lines.notes.fields[0]
    assert one.focus is note.field
    assert ("青木" in one.focus.accessibleName()) is people, "whose note it is, is said"


def test_a_received_list_can_wait_in_the_inbox(opening):
    desk = opening("advance", private=True)
    section = desk.page.sections["advance"]
    desk.press("Alt+H")
    section.preview_text("一つ目\n二つ目")
    desk.settle()
    section.preview.list.setFocus()
    desk.press("Return")
    assert [p.source for p in desk.state.inbox] == [Source.ADVANCE] * 2
    assert len(section.rows.rows()) == 2
    desk.window.set_private(False)
    assert "一つ目" not in desk.everything()


def test_a_new_workshop_begins_with_the_customer_wherever_the_last_one_was_left(opening):
    desk = opening()
    before = desk.session.workshop_id
    desk.go("start")
    desk.click(tr("start.new.title"))
    assert desk.session.workshop_id != before
    assert desk.focus is desk.page.lines.customer.form.fields["name"].field
    desk.write("株式会社れんこん")
    desk.press("Tab")
    assert desk.state.customer.name == "株式会社れんこん"
    desk.window.open_workshop(before)
    desk.go("prepare")
    assert desk.page.section is desk.page.sections["opening"]
