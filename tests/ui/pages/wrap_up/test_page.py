"""The page of Wrap up."""

from datetime import date

import pytest

from tests.helpers.fitting import faults
from tests.helpers.papers import solutions
from tests.helpers.picked import is_ticked
from ui.widgets.action_button import ActionButton
from workshop_app.domain.appraisal import Verdict
from workshop_app.domain.facts.requests import lacks_passing_on
from workshop_app.domain.outcome import CardKind, OutcomeKind
from workshop_app.domain.problem import FoundHow
from workshop_app.domain.workshop import Attendance
from workshop_app.i18n import texts, tr
from workshop_app.services.commands.actions import AddAction, EditAction
from workshop_app.services.commands.appraising import Overrule
from workshop_app.services.commands.participants import (
    AddKnownPerson,
    AddParticipant,
    EditParticipant,
    EditSelfReliance,
    ShowSpeakers,
)
from workshop_app.services.commands.problems import AddProblem
from workshop_app.services.commands.solving import MakeRequest, PlayCard, RecordFound
from workshop_app.services.commands.workshops import (
    CreateWorkshop,
    EditWorkshop,
    MarkExported,
    PlanNextTime,
)

SECTIONS = (
    "outcomes",
    "actions",
    "cards",
    "alone",
    "check",
    "community",
    "next_time",
    "message",
    "papers",
)


@pytest.fixture
def at(desk):
    def make(section, *args, **options):
        one = desk(*args, page="wrap_up", **options)
        one.show_section(section)
        return one

    return make


@pytest.mark.parametrize("sample", [False, True])
@pytest.mark.parametrize("section", SECTIONS)
def test_at_most_one_button_is_filled(at, section, sample):
    desk = at(section, sample=sample)
    buttons = desk.window.findChildren(ActionButton)
    filled = [one.text() for one in buttons if one.isVisible() and one.kind == "primary"]
    assert len(filled) <= 1, filled


def test_tabs_say_what_papers_would_ask_for(at, language):
    desk = at("outcomes", language)
    tabs = {each.text().split()[0]: each for each in desk.page.choice.buttons}

    def lacking():
        spoken = tr("guide.missing")
        return [words for words, tab in tabs.items() if spoken in tab.accessibleName()]

    def names(*sections):
        return [tr(f"wrap_up.section.{each}").split()[0] for each in sections]

    assert lacking() == names("papers")
    action = desk.do(AddAction("ポートを見る"))
    assert lacking() == names("actions", "next_time", "papers")
    assert faults(desk.window) == []
    desk.do(EditAction(action, "見る", owner_name="青木", due="2099-01-10"))
    desk.do(PlanNextTime(desk.state.workshop.id, "next_date", "2099-01-14"))
    desk.do(MarkExported("2098-12-03T16:00"))
    assert lacking() == []


def test_tabs_stay_where_they_are_when_their_counts_and_rings_change(at, language, size):
    desk = at("actions", language, size=size)

    def places():
        return [each.geometry() for each in desk.page.choice.buttons]

    before = places()
    for number in range(11):
        desk.do(AddAction(f"設定を見直す {number}"))
    desk.settle()
    tab = desk.page.choice.buttons[1]
    assert tab.icons
    assert tab.text().endswith("11")
    assert places() == before


def test_days_count_from_a_workshop_that_is_planned_for_later(at):
    desk = at("actions")
    desk.do(EditWorkshop(desk.state.workshop.id, "date", "2099-03-04"))
    section = desk.page.sections["actions"]
    weeks = tr("wrap_up.actions.in_weeks", n=2)
    promises = desk.page.sections["cards"]
    for due in (section.due, promises.due, promises.fields.due):
        assert due.near[weeks] == date(2099, 3, 18)
    for typed, day in (("3/10", "2099-03-10"), ("2週間後", "2099-03-18")):
        section.entry.setFocus()
        desk.write("ログを見る")
        section.due.setFocus()
        desk.write(typed)
        desk.press("Return")
        assert desk.state.actions[-1].due == day
    desk.show_section("next_time")
    desk.press("Down")
    desk.pick_day(tr("wrap_up.actions.in_weeks", n=4))
    assert desk.state.workshop.next_date == "2099-04-01"


def test_enter_that_ends_a_conversion_adds_no_action(at):
    desk = at("actions")
    desk.convert("かんし")
    desk.press("Return")
    assert desk.state.actions == ()


def test_an_action_is_changed_done_and_removed_by_keys(at):
    desk = at("actions")
    desk.do(AddAction("古いことば"))
    desk.page.sections["actions"].rows.setFocus()
    desk.press("F2", "Ctrl+A")
    desk.write("新しいことば")
    desk.press("Return")
    assert desk.state.actions[0].text == "新しいことば"
    desk.press("Up", "Space")
    assert desk.state.actions[0].done
    desk.press("Delete")
    assert desk.state.actions == ()
    desk.press("Ctrl+Z")
    assert len(desk.state.actions) == 1


def test_an_action_is_changed_done_and_removed_by_the_words_in_the_foot_bar(at):
    desk = at("actions")
    desk.do(AddAction("古いことば"))
    section = desk.page.sections["actions"]
    section.rows.setFocus()

    desk.click(tr("wrap_up.actions.row.tick"))
    assert desk.state.actions[0].done
    desk.press("Space")  # the click returned the focus to the list
    assert not desk.state.actions[0].done
    desk.click(tr("wrap_up.actions.row.edit"))
    assert desk.focus is section.entry.field
    assert section.entry.text() == "古いことば"
    desk.press("Escape", "Up")
    desk.click(tr("wrap_up.actions.row.remove"))
    assert desk.state.actions == ()
    assert desk.focus is section.entry.field


def test_who_passes_the_requests_on_is_settled_with_one_button_and_can_be_changed(at):
    desk = at("actions")
    assert not lacks_passing_on(desk.state)
    desk.do(EditWorkshop(desk.state.workshop.id, "facilitator", "高橋 真理"))
    desk.do(PlanNextTime(desk.state.workshop.id, "next_date", "2027-01-14"))
    problem = desk.do(AddProblem("待ち時間を延ばしたい"))
    desk.do(MakeRequest(problem))
    desk.do(Overrule(problem, Verdict.REQUEST, "約束した", "高橋 真理"))
    desk.press("Ctrl+Shift+R")
    (action,) = desk.state.actions
    assert (action.passes_on, action.owner_name, action.due) == (True, "高橋 真理", "2027-01-14")
    assert not lacks_passing_on(desk.state)
    assert desk.focus is desk.page.sections["actions"].entry.field
    desk.press("Alt+0", "Return")
    assert not desk.state.actions[0].has_owner
    desk.press("Ctrl+Z", "Ctrl+Z")
    assert desk.state.actions == ()
    assert lacks_passing_on(desk.state)


def test_the_suggestion_is_taken_over_by_one_key(at):
    desk = at("alone", sample=True)
    section = desk.page.sections["alone"]
    while not section.suggestion.insert.isVisible():
        before = section._person
        desk.press("PageDown")
        assert section._person != before, "nobody has a suggestion"
    suggested = section.suggestion.text.text().splitlines()
    assert suggested
    desk.press("Alt+Y")
    person = desk.state.participant(section._person)
    assert set(suggested) <= set(person.can_do_alone.splitlines())
    assert not section.suggestion.insert.isVisible(), "nothing is left to add"
    once = person.can_do_alone
    desk.press("Alt+Y")
    assert desk.state.participant(person.id).can_do_alone == once


@pytest.mark.parametrize("how", [None, *FoundHow])
def test_what_the_room_found_starts_the_list_of_what_everybody_can_do_alone(at, how):
    desk = at("alone")
    here, away = (desk.do(AddParticipant(name)) for name in ("青木", "井上"))
    desk.do(EditParticipant(away, "attendance", Attendance.ABSENT))
    problem = desk.do(AddProblem("夜間バッチの間はアラートを止めたい"))
    desk.do(
        PlayCard(problem, CardKind.SOLUTION, "名", catalogue_id="downtime", search_words="計画停止")
    )
    desk.do(RecordFound(problem, how))
    by_room = how in (FoundHow.ALONE, FoundHow.WITH_HINT)
    desk.do(EditSelfReliance(here, "can_do_alone", "監視を足せる"))
    desk.press("Alt+1", "Alt+Y", "Alt+2", "Alt+Y")
    line = "Mackerel のヘルプを「計画停止」で探し、「ダウンタイムを設定する」を見つけられる"
    assert (
        desk.state.participant(here).can_do_alone.splitlines()
        == ["監視を足せる"] + [line] * by_room
    )
    assert not desk.state.participant(away).can_do_alone


def test_steps_are_suggested_to_who_carries_them_out_and_else_to_who_said_the_problem(at, words):
    desk = at("alone", words=words)
    desk.do(ShowSpeakers(True))
    said, does = (desk.do(AddParticipant(name)) for name in ("青木", "井上"))
    problem = desk.do(AddProblem("夜間バッチの間はアラートを止めたい", speaker_id=said))
    desk.do(PlayCard(problem, CardKind.SOLUTION, "名", catalogue_id="downtime"))
    section = desk.page.sections["alone"]

    def suggested():
        found = []
        for key in ("Alt+1", "Alt+2"):
            desk.press(key)
            own = section.suggestion.about.text() == tr("wrap_up.alone.suggestion")
            found.append(section.suggestion.text.text() if own else "")
        return found

    steps = "\n".join(solutions()["downtime"].text(words).first_steps)
    assert suggested() == [steps, ""]
    action = desk.do(AddAction("止める予定を入れる", problem_id=problem))
    assert suggested() == [steps, ""]
    desk.do(EditAction(action, "入れる", owner_name="三浦", problem_id=problem))
    assert suggested() == [steps, ""], "somebody who gets no paper"
    desk.do(EditAction(action, "入れる", owner_id=does, problem_id=problem))
    assert suggested() == ["", steps]
    desk.do(AddAction("予定を確かめる", owner_id=said, problem_id=problem))
    assert suggested() == [steps, steps]


def test_steps_of_an_action_that_is_left_from_last_time_are_suggested_again(at, words):
    desk = at("alone", words=words)
    first = desk.state
    said = desk.do(AddParticipant("青木"))
    problem = desk.do(AddProblem("夜間バッチの間はアラートを止めたい"))
    desk.do(PlayCard(problem, CardKind.SOLUTION, "名", catalogue_id="downtime"))
    desk.do(AddAction("止める予定を入れる", owner_id=said, problem_id=problem))
    person = desk.state.participant(said).person_id
    second = CreateWorkshop("第2回", "2027-01-07T13:30:00", customer_id=first.customer.id)
    desk.window.open_workshop(desk.do(second))
    desk.do(AddKnownPerson(person))
    desk.window.go_to("wrap_up", "alone")
    section = desk.page.sections["alone"]
    steps = solutions()["downtime"].text(words).first_steps
    assert section.suggestion.text.text() == "\n".join(steps)


def test_what_is_typed_stays_with_its_person(at):
    desk = at("alone")
    first, second = (desk.do(AddParticipant(name)) for name in ("青木", "井上"))
    desk.page.sections["alone"].area.setFocus()
    desk.write("監視を足せる")
    desk.press("Alt+2")
    assert desk.state.participant(first).can_do_alone == "監視を足せる"
    assert desk.state.participant(second).can_do_alone == ""


def test_pointers_are_picked_by_key(at):
    desk = at("community")
    desk.press("2", "Alt+1", "2")
    assert desk.state.workshop.community == ("help",)


def test_a_typed_pointer_is_read_added_corrected_left_out_and_removed(at):
    desk = at("community")
    section = desk.page.sections["community"]
    section.entry.setFocus()
    desk.write("Mackerel Meetup 2027-03-05 https://example.com/20")
    desk.press("Enter")
    (pointer,) = desk.state.pointers
    assert (pointer.title, pointer.address) == ("Mackerel Meetup", "https://example.com/20")
    assert (pointer.date, pointer.chosen) == ("2027-03-05", True)
    section.rows.setFocus()
    desk.press("7")
    assert not desk.state.pointers[0].chosen
    desk.press("Space", "Ctrl+Shift+L")
    assert desk.state.pointers[0].chosen
    assert desk.state.pointers[0].language != desk.state.workshop.language
    desk.press("F2")
    assert section.entry.text() == "Mackerel Meetup 2027-03-05 https://example.com/20"
    section.entry.field.selectAll()
    desk.write("Drink Up")
    desk.press("Enter")
    assert desk.state.pointers[0].line == "Drink Up"
    section.rows.setFocus()
    desk.press("Delete")
    assert desk.state.pointers == ()
    desk.press("Ctrl+Z")
    assert desk.state.pointers[0].title == "Drink Up"


def test_built_in_pointers_cannot_be_changed_or_removed(at):
    desk = at("community")
    before = len(desk.page.sections["community"].rows.rows())
    desk.press("F2", "Delete", "Ctrl+Shift+L")
    assert len(desk.page.sections["community"].rows.rows()) == before
    assert desk.state.pointers == ()


def test_day_time_place_and_note_of_the_next_meeting_are_kept(at):
    desk = at("next_time")
    for words in ("2027-02-01", "2pm", "本社 12 階"):
        desk.write(words)
        desk.press("Return")
    desk.write("続きを見る")
    desk.press("Ctrl+Return")
    workshop = desk.state.workshop
    assert (workshop.next_date, workshop.next_time) == ("2027-02-01", "14:00")
    assert workshop.next_place == "本社 12 階"
    assert workshop.next_note == "続きを見る"


def test_the_papers_are_the_last_section_and_the_same_as_on_their_page(at):
    desk = at("papers", sample=True)
    desk.press("Alt+3")
    assert is_ticked(desk.page.sections["papers"].form, "handout") is False
    desk.press("Ctrl+E")
    assert is_ticked(desk.page.papers.form, "handout") is False
    desk.press("Escape")
    assert desk.window.page_name == "wrap_up"


def test_where_there_is_only_something_to_read_the_tabs_have_the_keyboard(at, private):
    desk = at("outcomes", sample=True, private=private)
    assert desk.page.choice.hasFocus()
    desk.press("Right")
    assert desk.page.choice.value() == "actions"
    desk.show_section("papers")
    assert desk.focus is desk.page.sections["papers"].form.list.view


def test_it_opens_on_what_was_decided_and_names_the_rest_in_one_quiet_line(at, language):
    desk = at("outcomes", words=language, private=False)
    first, *others = (desk.do(AddProblem(f"困りごと {n}")) for n in range(20))
    desk.do(PlayCard(first, CardKind.ANSWER, "その場で決めた"))
    seen = desk.seen().splitlines()
    assert tr("wrap_up.outcomes.lead", n=1) in seen
    assert tr("wrap_up.outcomes.rest", n=len(others)) in seen
    assert tr("wrap_up.outcomes.count", n=len(others)) not in seen
    shares = shares_of(desk.page.sections["outcomes"])
    assert max(shares, key=shares.__getitem__) == OutcomeKind.SOLUTION
    assert shares[OutcomeKind.OPEN] == 0
    assert faults(desk.window) == []


def test_bars_repeat_how_many_problems_ended_which_way(at):
    desk = at("outcomes", sample=True, size=(1366, 768))
    kinds = [desk.state.outcomes_of(problem) for problem in desk.state.listed]
    shares = shares_of(desk.page.sections["outcomes"])
    counts = {kind: sum(kind in found for found in kinds) for kind in shares}
    most = max(counts.values())
    assert most > 2
    assert shares == {kind: n / most for kind, n in counts.items()}
    assert faults(desk.window) == []


def shares_of(section):
    """The length of the bar of each outcome, as a share of the longest."""
    return {row.id: row.after[-1].share for row in section.list.rows}


def test_the_next_day_is_seen_however_one_comes_to_it(at):
    desk = at("community", sample=True)
    desk.press("PageDown")
    assert desk.page.choice.value() == "next_time"
    assert desk.state.workshop.next_date == desk.page.sections["next_time"].day.text()


@pytest.mark.parametrize("named", [True, False])
def test_steps_suggested_to_somebody_else_say_so_and_are_added_by_one_click(at, words, size, named):
    desk = at("alone", words=words, size=size)
    said, does = (desk.do(AddParticipant(name)) for name in ("鈴木", "高橋"))
    problem = desk.do(AddProblem("夜間バッチの間はアラートを止めたい", speaker_id=said))
    desk.do(PlayCard(problem, CardKind.SOLUTION, "名", catalogue_id="downtime"))
    desk.do(AddAction("止める予定を入れる", problem_id=problem, owner_id=does))
    desk.do(ShowSpeakers(named))
    desk.press("Alt+1")
    doer = desk.state.participant(does)
    names = texts().person(doer.name, doer.honorific)
    with_problem = tr("wrap_up.alone.elsewhere", n=1, numbers=1, names=names)
    steps = solutions()["downtime"].text(words).first_steps
    if not named:  # the room would learn who said the problem
        assert tr("wrap_up.alone.none") in desk.seen()
        assert steps[0] not in desk.seen()
        desk.window.set_private(True)
        desk.press("Alt+1")
    assert with_problem in desk.seen()
    assert faults(desk.window) == []
    desk.click(tr("wrap_up.alone.insert_here", n=len(steps)))
    assert desk.state.participant(said).can_do_alone == "\n".join(steps)
    assert tr("wrap_up.alone.all_taken") in desk.seen()
    desk.press("Ctrl+Z")
    assert desk.state.participant(said).can_do_alone == ""


@pytest.mark.every_value
def test_field_and_suggestion_stay_where_they_are_when_lines_are_added(at, words, size):
    desk = at("alone", words=words, size=size)
    desk.do(AddParticipant("青木"))
    assert tr("wrap_up.alone.none") in desk.seen()
    section = desk.page.section

    def places():
        desk.settle()
        return section.area.geometry(), section.suggestion.y()

    before = places()
    section.area.setFocus()
    for line in ("一", "二", "三", "四"):
        desk.write(line)
        desk.press("Return")
        assert places() == before
    assert faults(desk.window) == []


@pytest.mark.every_value
@pytest.mark.parametrize("section", ["actions", "cards", "check"])
def test_the_current_record_is_the_same_after_a_change_of_mode(desk, section, private):
    one = desk(sample=True, page="wrap_up", private=private)
    one.show_section(section)
    one.page.section.rows.setFocus()
    one.press("Home", "Down", "Down")
    current = one.page.section.current_record_id()
    assert current
    one.set_private(not private)
    assert one.page.section.isVisible()
    assert one.page.section.current_record_id() == current
