"""The preparation page."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea

from tests.helpers import hostile
from tests.helpers.click_targets import handle_of
from tests.helpers.fitting import faults
from tests.helpers.painted import painted_texts
from ui.components.places import FACILITATOR
from ui.theme.theme import theme
from workshop_app.domain.contact import ContactKind
from workshop_app.domain.problem import Source
from workshop_app.domain.steps import Step, missing
from workshop_app.domain.workshop import Attendance
from workshop_app.i18n import tr
from workshop_app.services.commands.contacts import SetKind
from workshop_app.services.commands.participants import AddParticipant, EditParticipant
from workshop_app.services.commands.problems import AddProblems
from workshop_app.services.commands.workshops import EditCustomer, EditWorkshop

SECTIONS = ("lines", "people", "method", "agenda", "advance", "opening")
HOSTILE = hostile.line(30)


@pytest.fixture
def prepare(desk):
    def opened(**options):
        return desk(page="prepare", **options)

    return opened


def section(desk, name):
    desk.show_section(name)
    return desk.page.sections[name]


def line(desk, name):
    """Go to a line, and return what has the keyboard."""
    desk.page.show_location(name)
    desk.settle()
    return desk.focus


def test_the_cursor_waits_in_the_customers_name(prepare):
    desk = prepare()
    desk.do(EditCustomer(desk.state.customer.id, "name", ""))
    desk.page.focus_start()
    assert desk.focus is desk.page.lines.customer.form.fields["name"].field


def test_what_is_typed_is_kept_when_the_field_is_left(prepare):
    desk = prepare()
    line(desk, "customer").set_text("")
    desk.write("株式会社れんこん")
    desk.press("Tab")
    assert desk.state.customer.name == "株式会社れんこん"
    assert "株式会社れんこん" in desk.seen()


@pytest.mark.every_value
def test_a_copied_list_is_pasted_on_its_page_and_replaces_the_one_to_be_checked(prepare, words):
    desk = prepare(words=words)
    received = section(desk, "advance")
    for copied in (["Disk full", "No alerts"], ["証明書が切れた", "夜に気づかない", "通知が多い"]):
        QGuiApplication.clipboard().setText("\n".join(copied))
        desk.press("Ctrl+V")
        assert [line.text for line in received.preview.ticked()] == copied
    desk.press("Return")
    assert [one.first_wording for one in desk.state.problems] == copied


def test_what_is_missing_is_named_once_something_is_entered(prepare):
    desk = prepare()
    line(desk, "customer")
    desk.write("株式会社れんこん")
    desk.press("Return")
    lacks = [tr(f"steps.missing.{one.key}", n=one.n) for one in missing(desk.state, Step.PREPARE)]
    assert lacks
    for words in lacks:
        desk.click(words)
        assert desk.focus is desk.page.lines.people.entry.field


def test_a_day_is_typed_in_several_ways_and_a_wrong_one_changes_nothing(prepare):
    desk = prepare()
    line(desk, "date")
    date = desk.page.lines.date.form.fields["date"]
    for typed, kept in (("２０２６/６/１２", "2026-06-12"), ("ずっと先", "2026-06-12")):
        date.setFocus()
        date.field.set_text(typed)
        date.flush()
        assert desk.state.workshop.date == kept
    assert date.error


def test_a_wrong_time_is_said_in_one_sentence(prepare):
    desk = prepare()
    for time in ("14:00", "まひる"):
        desk.window.execute(EditWorkshop(desk.state.workshop.id, "start_time", time))
    desk.settle()
    assert desk.state.workshop.start_time == "14:00"
    assert tr("errors.bad_time", text="まひる") in desk.seen()


def test_what_is_no_time_and_no_day_outlives_another_edit(prepare):
    desk = prepare()
    line(desk, "date")
    lines = desk.page.lines
    date, start, *_ = lines.date.form.fields.values()
    start.setFocus()
    for typed, kept in (("2:30 pm", "14:30"), ("after lunch", "14:30")):
        start.field.set_text(typed)
        start.flush()
        assert desk.state.workshop.start_time == kept
    date.setFocus()
    date.field.set_text("someday")
    lines.people.entry.setFocus()
    desk.do(EditWorkshop(desk.state.workshop.id, "place", "会議室"))
    assert desk.state.workshop.place == "会議室"
    assert (start.text(), start.error) == ("after lunch", tr("widgets.time.wrong"))
    assert (date.text(), date.error) == ("someday", tr("widgets.date.wrong"))
    assert lines.date.editing
    for field in (tr("prepare.date"), tr("prepare.start_time")):
        assert tr("prepare.complete") not in desk.seen()
        assert field in desk.seen()


def test_people_are_added_by_name_and_enter(prepare):
    desk = prepare()
    line(desk, "people")
    for name in ("青木 健", "井上 美咲"):
        desk.write(name)
        desk.press("Return")
    assert [person.name for person in desk.state.participants] == ["青木 健", "井上 美咲"]
    assert [person.code for person in desk.state.participants] == ["P-1", "P-2"]
    assert desk.focus is desk.page.lines.people.entry.field


@pytest.mark.parametrize("text", ["青木さん、井上 美咲、上田様", "青木, 井上 美咲 ，上田"])
def test_several_names_become_several_people_in_one_step(prepare, text):
    desk = prepare()
    line(desk, "people")
    desk.write(text)
    desk.press("Return")
    assert [who.name for who in desk.state.participants] == ["青木", "井上 美咲", "上田"]
    assert tr("prepare.people_added", n=3) in desk.seen()
    desk.window.undo()
    assert desk.state.participants == ()


def test_a_team_or_job_is_typed_beside_the_name_as_the_line_shows(prepare, language):
    desk = prepare(words=language)
    line(desk, "people")
    shown = tr("prepare.person_new_hint")
    assert shown in [each.words for each in painted_texts(desk.window)]
    desk.write(shown)
    desk.press("Return")
    first = desk.state.participants[0]
    said = {"ja": ("名前", "部署や職種"), "en": ("Name", "team or job")}[language]
    assert (first.name, first.team or first.job) == said


def test_several_names_are_added_with_the_mouse(prepare):
    desk = prepare()
    people = section(desk, "lines").people
    people.entry.setFocus()
    desk.write("青木、井上")
    desk.tap(people.entry.button)
    assert [who.name for who in desk.state.participants] == ["青木", "井上"]
    assert desk.focus is people.entry.field


def test_pasted_names_become_people_in_one_step(prepare):
    desk = prepare()
    line(desk, "people")
    QGuiApplication.clipboard().setText("青木様\r\n井上 美咲\n\n上田さん\n")
    desk.press("Ctrl+V")
    assert [who.name for who in desk.state.participants] == ["青木", "井上 美咲", "上田"]
    desk.window.undo()
    assert desk.state.participants == ()


@pytest.mark.every_value
@pytest.mark.parametrize("left", ["lines", "agenda"])
def test_names_that_were_typed_are_added_when_the_button_leads_on(desk, language, by_mouse, left):
    desk = desk(language, page="prepare")
    desk.do(EditCustomer(desk.state.customer.id, "name", "株式会社れんこん"))
    desk.do(EditWorkshop(desk.state.workshop.id, "date", "2026-12-03"))
    line(desk, "people")
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
    entry = section(desk, "lines").people.entry
    entry.field.set_text("長" * 2001)
    section(desk, "agenda")
    desk.press("Ctrl+Return")
    assert desk.window.page_name == "prepare"
    assert desk.focus is entry.field
    assert len(entry.text()) == 2001
    assert tr("errors.too_long", length=2001, limit=2000) in desk.seen()


def test_hostile_names_are_kept_as_they_are(prepare):
    desk = prepare()
    line(desk, "people")
    hostile_names = [HOSTILE, "<b>O'Neil</b>", "%s {n} &Söhne"]
    desk.write("、".join(hostile_names))
    desk.press("Return")
    assert [who.name for who in desk.state.participants] == hostile_names


def test_names_that_cannot_be_added_wait_in_the_field(prepare):
    desk = prepare()
    people = section(desk, "lines").people
    people.entry.setFocus()
    desk.write("、、")
    desk.press("Return")
    assert desk.state.participants == ()
    assert people.entry.text() == "、、"


@pytest.mark.parametrize(("words", "shown"), [("ja", "青木様"), ("en", "青木")])
def test_the_chips_of_speakers_address_people(desk, words, shown):
    one = desk(words)
    one.do(AddParticipant("青木 健"))
    assert [each.text for each in one.page.next.speakers.options] == [shown]


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


def test_twelve_lines_that_came_ask_for_a_workshop_in_words_for_who_reads_them(prepare, private):
    desk = prepare(private=private)
    lines = tuple(f"課題その {n}" for n in range(12))
    today = date.today().isoformat()
    desk.do(EditWorkshop(desk.state.workshop.id, "date", today))
    desk.do(AddProblems(lines, source=Source.ADVANCE))
    section(desk, "method")
    words = {part: tr(f"listening.bulk.{part}", n=12) for part in ("why", "room")}
    shown = desk.everything()
    assert (words["why"] in shown, words["room"] in shown) == (private, not private)
    if private:
        desk.go("customer")
        assert words["why"] in desk.everything()


def test_minutes_change_the_sum(prepare):
    desk = prepare()
    before = sum(item.minutes for item in desk.state.agenda)
    desk.page.lines.go("agenda")
    desk.press("Up")
    assert sum(item.minutes for item in desk.state.agenda) == before + 5
    assert tr("time.minutes", n=before + 5) in desk.seen()


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


def test_the_button_is_filled_once_nothing_is_missing(prepare):
    desk = prepare()
    desk.do(EditCustomer(desk.state.customer.id, "name", "株式会社サンプル"))
    assert desk.page.foot().primary.kind == "secondary"
    desk.do(AddParticipant("青木"))
    assert desk.page.foot().primary.kind == "primary"
    desk.click(tr("prepare.next", step=tr("steps.name.context")))
    assert desk.window.page_name == "context"


@pytest.mark.every_value
@pytest.mark.parametrize("by", ["key", "mouse"])
def test_saving_the_customer_moves_nothing(prepare, by):
    desk = prepare()
    desk.do(EditCustomer(desk.state.customer.id, "name", ""))
    lines = desk.go("prepare").lines
    desk.settle()
    below = (lines.date.words, lines.people.entry, lines.minutes)
    places = [each.mapTo(desk.window, QPoint()) for each in below]
    at = lines.date.words.rect().center()
    if by == "mouse":
        QTest.mouseMove(lines.date.words, at)
    desk.write("株式会社れんこん")
    if by == "key":
        QTest.mouseMove(desk.window, QPoint(1, 1))
        desk.press("Return")
        assert [each.mapTo(desk.window, QPoint()) for each in below] == places
    desk.tap(lines.date.words, at)
    assert desk.state.customer.name == "株式会社れんこん"
    assert lines.date.editing
    assert lines.date.mapTo(desk.window, QPoint()).y() <= places[0].y()
    desk.press("Escape")
    for pointer in (QPoint(1, 1), desk.window.rect().bottomRight(), lines.mapTo(desk.window, at)):
        QTest.mouseMove(desk.window, pointer)
        desk.settle()
        assert below[0].mapTo(desk.window, QPoint()) == places[0]
    desk.go("context")
    desk.go("prepare")
    assert lines.date.words.mapTo(desk.window, QPoint()) == places[0]
    assert faults(desk.window) == []


@pytest.mark.every_value
@pytest.mark.parametrize("by", ["keys", "mouse"])
def test_a_section_that_one_leaves_leads_back_to_the_line_that_opened_it(prepare, words, by):
    desk = prepare(words=words, sample=True)
    lines = desk.page.lines
    opened = lines._pressed["method"]
    if by == "keys":
        opened.setFocus()
        desk.press("Return", "Escape")
    else:
        desk.tap(opened)
        desk.click(tr("prepare.back"))
    assert desk.focus is opened


def test_the_button_that_adds_people_stays_while_the_line_grows(prepare, words):
    desk = prepare(words=words, size=(1024, 700))
    desk.page.lines.go("people")
    button = desk.page.lines.people.entry.button
    before = button.mapTo(desk.window, QPoint())
    desk.write("、".join(f"高橋健{n}（クラウド推進室 室長代理）" for n in range(6)))
    assert button.mapTo(desk.window, QPoint()) == before


def test_what_is_typed_stands_where_the_words_stood(prepare, words, size):
    desk = prepare(words=words, sample=True, size=size)
    line = desk.page.lines.title
    before = line.words._words.mapTo(desk.window, QPoint())
    desk.tap(line.words)
    after = line.form.fields["title"].field.mapTo(desk.window, QPoint())
    assert abs((after - before).y()) <= 1


@pytest.mark.every_value
@pytest.mark.parametrize("name", ["customer", "date", "title", FACILITATOR])
def test_no_line_moves_while_one_is_edited(prepare, name, words, size):
    desk = prepare(words=words, sample=True, size=size)
    lines = desk.page.lines
    if name == "date" and theme().metrics.narrow:
        return  # four fields have no space beside the buttons

    def tops():
        return [one.mapTo(lines, QPoint()).y() for one in lines.in_order]

    before = tops()
    desk.tap(lines.edited[name].words)
    assert lines.edited[name].editing
    assert tops() == before
    assert faults(desk.window) == []
    desk.press("Escape")
    assert tops() == before


@pytest.mark.every_value
def test_tab_reaches_your_name_and_what_is_left_to_do(prepare, words):
    desk = prepare(words=words)
    lines = desk.page.lines
    lines.title.words.setFocus()
    desk.press("Tab")
    assert desk.focus is lines.name.words
    assert tr("prepare.section.facilitator") in desk.focus.accessibleName()
    while lines.isAncestorOf(desk.focus) and desk.focus.text() != tr("prepare.your_name"):
        desk.press("Tab")
    desk.press("Return")
    assert desk.focus is lines.facilitator.field
    desk.write("三谷 恵")
    desk.press("Return")
    assert desk.state.workshop.facilitator == "三谷 恵"


@pytest.mark.parametrize(
    "asked", ["名前", "あなたの名前", "your name", "あなた", "司会", "my name"]
)
def test_the_palette_finds_your_name(prepare, asked):
    desk = prepare()
    desk.press("Ctrl+K")
    desk.write(asked)
    found = [one.section for one in desk.window._palette.found[:3]]
    assert FACILITATOR in found


@pytest.mark.parametrize("name", ["customer", "date", "title", "facilitator", "background"])
def test_a_line_is_edited_in_place_and_given_up(prepare, name):
    desk = prepare(sample=True)
    before = (desk.state.customer, desk.state.workshop)
    edited = desk.page.lines.edited[name]
    desk.tap(edited.words)
    assert edited.editing
    assert edited.isAncestorOf(desk.focus)
    desk.press("Ctrl+A")
    desk.write("2027-01-02" if name == "date" else "別のもの")
    edited.form.commit()
    assert (desk.state.customer, desk.state.workshop) != before
    desk.press("Escape")
    assert not edited.editing
    assert (desk.state.customer, desk.state.workshop) == before


def test_the_lines_begin_and_end_whole_at_any_height_and_never_lay_out_while_scrolled(prepare):
    desk = prepare(words="en")
    desk.do(EditCustomer(desk.state.customer.id, "name", "Lotus Root Inc."))
    line(desk, FACILITATOR)
    lines = desk.page.lines
    (area,) = lines.findChildren(QScrollArea)
    bar, shown = area.verticalScrollBar(), area.viewport()
    scrolled = 0
    for height in range(768, 700, -7):
        desk.resize(1366, height)
        for value in (bar.minimum(), bar.maximum()):
            size, moves = shown.size(), bar.value() != value
            bar.setValue(value)
            assert shown.size() == size  # the event has not ended
            scrolled += moves
            desk.settle()
            tops = [each.y() for each in lines.in_order]
            ends = [each.y() + each.height() for each in lines.in_order]
            assert bar.value() in (0, *tops)
            if bar.isVisible():
                assert bar.value() + shown.height() in (*ends, area.widget().height())
    assert scrolled
    desk.write("Eva Novak")
    desk.press("Return")
    assert bar.value() == 0
    assert section(desk, "agenda").isVisible()


def test_the_lines_stay_when_qt_ends_the_scroll_bar_before_the_last_line(prepare):
    desk = prepare(words="en", sample=True, size=(1366, 712), percent=175)
    line(desk, FACILITATOR)
    (area,) = desk.page.lines.findChildren(QScrollArea)
    bar = area.verticalScrollBar()
    bar.setValue(bar.maximum())
    desk.settle()
    before = bar.value()
    assert before
    bar.setMaximum(before - 7)
    desk.settle()
    assert before - 7 <= bar.value() <= before


def test_a_click_elsewhere_saves_a_line_and_says_so_with_undo(prepare):
    desk = prepare(sample=True)
    before = desk.state.customer.name
    line(desk, "customer")
    desk.press("Ctrl+A")
    desk.write("株式会社れんこん")
    desk.tap(desk.page.lines.people.entry.field.viewport())
    assert not desk.page.lines.customer.editing
    assert desk.state.customer.name == "株式会社れんこん"
    assert tr("prepare.saved") in desk.seen()
    desk.press("Ctrl+Z")
    assert desk.state.customer.name == before


def test_tab_goes_from_the_date_to_the_start_and_selects_it(prepare):
    desk = prepare(sample=True)
    line(desk, "date")
    desk.press("Tab")
    desk.write("15:30")
    desk.press("Tab")
    desk.write("17:00")
    desk.press("Return")
    workshop = desk.state.workshop
    assert (workshop.start_time, workshop.end_time) == ("15:30", "17:00")


def test_of_twelve_people_two_lines_of_names_are_shown_and_how_many_more(desk, words):
    one = desk(words, page="prepare")
    for number in range(12):
        one.do(AddParticipant(f"青木 健太郎 {number}", job="サーバー運用"))
    names = one.page.lines.people.names
    assert names.height() < 3 * names.fontMetrics().height() * 2
    assert faults(one.window) == []
    one.tap(names, names.rect().topLeft() + QPoint(9, 20))
    assert one.page.section.NAME == "people"
    assert one.page.section.fields.lines["name"].text() == "青木 健太郎 0"
    one.press("Escape")
    assert one.page.section.NAME == "lines"


def test_a_list_that_is_looked_through_has_the_page_to_itself(prepare):
    desk = prepare()
    desk.page.show_section("advance")
    section(desk, "advance").preview_text("監視できない\n通知が多い")
    desk.settle()
    assert desk.page.foot().primary is None
    desk.press("Escape")
    assert desk.page.foot().primary is not None


@pytest.mark.parametrize("name", SECTIONS[1:])
def test_one_way_leads_back_from_what_a_line_opens(prepare, name):
    desk = prepare(sample=True)
    section(desk, name)
    desk.click(tr("prepare.back"))
    assert desk.page.section.NAME == "lines"
    section(desk, name)
    desk.press("Escape")
    assert desk.page.section.NAME == "lines"


def test_a_person_is_marked_as_an_ambassador_in_private_mode(prepare):
    desk = prepare(private=True)
    desk.do(AddParticipant("青木"))
    section(desk, "people")
    desk.click(tr("prepare.person.ambassador"))
    assert [person.ambassador for person in desk.state.participants] == [True]


@pytest.mark.every_value
def test_the_columns_of_people_have_their_names_in_private_mode(desk, words):
    one = desk(words, sample=True, page="prepare", private=True, size=(1366, 768))
    painted = {text.words for text in painted_texts(one.window)}
    assert {tr(f"prepare.person.{name}") for name in ("name", "job", "team")} <= painted
    assert (tr("prepare.person.reading") in painted) == (words == "ja")
    assert faults(one.window) == []


@pytest.mark.parametrize(("words", "asked"), [("ja", True), ("en", False)])
def test_fields_for_japanese_names_are_only_in_japanese(desk, words, asked):
    desk = desk(words, sample=True, page="prepare")
    desk.show_section("people")
    lines = desk.page.sections["people"].fields.lines
    seen = [name for name in lines if not lines[name].isHidden()]
    assert {"name", "team", "job"} <= set(seen)
    assert ("reading" in seen, "honorific" in seen) == (asked, asked)


def test_the_way_to_a_file_asks_before_private_mode(desk, words, size):
    one = desk(words, page="prepare", size=size)
    one.show_section("advance")
    assert faults(one.window) == []
    one.click(tr("prepare.advance_file_private"))
    assert tr("private.title") in one.seen()
    assert not one.window.private


def test_the_button_of_a_contact_without_context_leads_to_its_next_step(prepare, private):
    desk = prepare(private=private)
    desk.do(SetKind(ContactKind.SURVEY))
    assert not {tr("prepare.section.opening"), tr("prepare.time")} & set(desk.seen())
    desk.click(tr("prepare.next", step=tr("steps.name.list")))
    assert (desk.window.page_name, desk.window.private) == ("list", private)


def test_enter_saves_the_box_of_the_systems_and_shift_enter_begins_a_line(desk, words):
    one = desk(words, page="prepare")
    one.page.show_location("architecture")
    one.settle()
    one.write("AWS 62")
    one.press("Shift+Return")
    one.write("8 switches")
    one.press("Return")
    assert one.state.customer.architecture == "AWS 62\n8 switches"
    assert not one.page.lines.editing


@pytest.mark.parametrize("size", [(1024, 768), (1366, 768)])
def test_the_scroll_bar_covers_no_word_of_the_table_of_people(desk, words, size):
    one = desk(words, page="", private=True, size=size)
    for number in range(9):
        one.do(AddParticipant(f"人{number}"))
    one.go("prepare")
    view = one.page.lines.people.table.view
    assert view._bar.isVisible()
    cells = [one for one in painted_texts(view) if one.words]
    right = max(one.box.right() for one in cells)
    assert right <= handle_of(view._bar).translated(view._bar.x(), 0).left()
