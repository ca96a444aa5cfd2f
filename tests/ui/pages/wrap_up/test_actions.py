"""Actions made from answers, and the problem that an action is for."""

import shutil
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView

from tests.helpers.desks import desks
from tests.helpers.fitting import faults
from tests.helpers.list_rows import beside, part_of
from tests.helpers.painted import painted_texts
from tests.helpers.sessions import new_session
from tests.helpers.two_visits import second_visit
from ui.components.people import name_options
from ui.widgets.menu import window_menu
from workshop_app.domain.appraisal import Verdict
from workshop_app.domain.outcome import CardKind
from workshop_app.i18n import tr
from workshop_app.services import queries
from workshop_app.services.commands.actions import AddAction
from workshop_app.services.commands.appraising import Overrule
from workshop_app.services.commands.participants import AddParticipant, ShowSpeakers
from workshop_app.services.commands.problems import AddProblem
from workshop_app.services.commands.solving import MakeRequest, PlayCard
from workshop_app.services.commands.visits import EditDelivery
from workshop_app.services.commands.workshops import EditWorkshop, PlanNextTime
from workshop_app.services.draft_file import draft_path


@pytest.fixture
def answered(desk):
    """A desk at the actions, with that many problems that a person said and that have an answer."""

    def make(words="ja", problems=1, **options):
        one = desk(words, page="", **options)
        one.do(ShowSpeakers(True))
        person = one.do(AddParticipant("青木 健"))
        for number in range(1, problems + 1):
            problem = one.do(AddProblem(f"課題の言葉 {number}", person))
            one.do(PlayCard(problem, CardKind.ANSWER, f"答え {number}"))
        one.go("wrap_up").show_section("actions")
        one.settle()
        return one

    return make


@pytest.fixture
def section():
    return lambda desk: desk.page.sections["actions"]


def proposed(desk):
    """Return the words for the number of proposals if the foot bar offers them, else nothing."""
    offer = desk.page.section.offered()["wrap_up.proposals"]
    return offer.text if offer.enabled and offer.text in desk.seen() else ""


def pick(desk, words):
    """Click on the entry of the open menu that contains words."""
    menu = window_menu(desk.page)
    item = next(each for each in menu.items if words in each.text())
    desk.tap(item)


def take(desk, words):
    """Take a proposal from the list above its word in the foot bar, and close what then opens."""
    desk.click(proposed(desk))
    pick(desk, words)
    dismiss(desk)


def own(desk, name):
    """Choose an owner from the list above the word in the entry line, and nothing more."""
    desk.tap(desk.page.section.owner.field.viewport())
    pick(desk, name)
    dismiss(desk)


def dismiss(desk):
    """Close an open list or calendar without a choice."""
    window_menu(desk.page).close_menu()
    if QApplication.activePopupWidget() is not None:
        QApplication.activePopupWidget().hide()
    desk.settle()


def test_an_answer_becomes_an_action_by_one_key_and_one_undo(answered, section, language, private):
    desk = answered(language, private=private)
    assert proposed(desk)
    desk.press("Alt+Y")
    (action,) = desk.state.actions
    (problem,) = desk.state.listed
    (card,) = desk.state.cards
    (person,) = desk.state.participants
    assert (action.text, action.problem_id, action.card_id) == ("答え 1", problem.id, card.id)
    assert action.owner_id == person.id
    assert not proposed(desk)
    desk.press("Escape", "Ctrl+Z")
    assert desk.state.actions == ()
    assert proposed(desk)


def test_owner_and_day_are_asked_right_after_and_changed_in_one_step(answered, section):
    desk = answered()
    desk.press("Alt+Y")
    assert desk.focus is section(desk).due.field
    desk.press("Alt+0")
    desk.write("2027-01-15")
    desk.press("Return")
    (action,) = desk.state.actions
    assert (action.owner_id, action.due) == (None, "2027-01-15")
    assert section(desk).entry.text() == ""
    desk.press("Ctrl+Z")
    (action,) = desk.state.actions
    assert action.owner_id
    assert not action.due


def test_an_owner_chosen_for_a_begun_text_stays_with_it(answered, section):
    desk = answered()
    other = desk.do(AddParticipant("佐藤 美咲"))
    section(desk).entry.setFocus()
    desk.write("書きかけ")
    section(desk).owner.choose_number(2)
    take(desk, "答え")
    desk.press("Return")
    first, second = desk.state.actions
    assert (first.text, first.owner_id) == ("答え 1", desk.state.participants[0].id)
    assert (second.text, second.owner_id) == ("書きかけ", other)


def test_actions_are_sorted_by_day_and_the_one_just_added_is_current(answered, section, private):
    desk = answered(problems=0, private=private)
    for text, due in (("undated", ""), ("late", "2027-01-15")):
        desk.do(AddAction(text, due=due))
    desk.settle()
    section(desk).entry.setFocus()
    desk.write("early")
    section(desk).due.setFocus()
    desk.write("2026-12-10")
    desk.press("Return")
    rows = section(desk).rows
    ids = {action.text: action.id for action in desk.state.actions}
    assert [row.id for row in rows.rows()] == [ids["early"], ids["late"], ids["undated"]]
    assert rows.current_id() == ids["early"]


def test_another_answer_is_chosen_by_mouse(answered, section):
    desk = answered(problems=3)
    desk.click(tr("wrap_up.actions.proposals", n=3))
    menu = window_menu(desk.page)
    texts = [item.text() for item in menu.items]
    assert texts == [
        tr(
            "wrap_up.actions.proposed_for",
            said=tr("wrap_up.actions.proposed", number=n, text=f"答え {n}"),
            who="青木様",
        )
        for n in (1, 2, 3)
    ]
    desk.tap(menu.items[2])
    dismiss(desk)
    assert [action.text for action in desk.state.actions] == ["答え 3"]


def test_a_suggestion_asks_who_and_when_and_the_last_choice_saves_it(answered, language, private):
    desk = answered(language, problems=2, private=private)
    desk.do(ShowSpeakers(False))
    desk.do(PlanNextTime(desk.state.workshop.id, "next_date", "2027-01-20"))
    (who,) = desk.state.participants
    desk.click(proposed(desk))
    pick(desk, "答え 1")
    if not private:
        pick(desk, "青木")
    desk.pick_day(tr("wrap_up.actions.next_time"))
    (action,) = desk.state.actions
    assert (action.text, action.owner_id, action.due) == ("答え 1", who.id, "2027-01-20")
    assert desk.page.section.entry.text() == ""
    assert not window_menu(desk.page).items
    assert desk.focus is desk.page.section.entry.field


@pytest.mark.parametrize("known", [False, True])
def test_who_passes_requests_on_is_asked_like_a_suggestion_and_the_last_choice_saves_it(
    answered, language, known
):
    desk = answered(language, problems=2)
    if known:
        desk.do(EditWorkshop(desk.state.workshop.id, "facilitator", "高橋 真理"))
    problem = desk.state.listed[0].id
    desk.do(MakeRequest(problem))
    desk.do(Overrule(problem, Verdict.REQUEST, "約束した", "高橋 真理"))
    desk.click(tr("keys.wrap_up.pass_on"))
    if not known:
        pick(desk, "青木")
        assert desk.state.actions[0].has_owner, "saved before a day is chosen"
    desk.pick_day(tr("wrap_up.actions.in_weeks", n=1))
    (action,) = desk.state.actions
    assert action.due == str(date.today() + timedelta(weeks=1))
    assert action.has_owner
    assert not desk.page.section.entry.editing
    assert not desk.page.api.unsent.begun()
    assert not window_menu(desk.page).items, "nothing was asked about the suggestions"
    desk.press("Up")
    desk.click(tr("wrap_up.actions.row.edit"))
    desk.page.section.due.open_calendar()
    desk.pick_day(tr("wrap_up.actions.in_weeks", n=2))
    assert desk.state.actions[0].due == str(date.today() + timedelta(weeks=2))


def test_a_typed_action_asks_who_and_when_while_the_next_one_may_be_typed(answered, by_mouse):
    desk = answered(problems=0)
    other = desk.do(AddParticipant("佐藤 美咲"))
    for text in ("一つ目", "二つ目", "三つ目"):
        desk.write(text)
        desk.press("Return")
        assert window_menu(desk.page).items
    desk.convert("よっつめ")
    assert not window_menu(desk.page).items
    desk.write("四つ目")
    desk.press("Return", "Return")
    assert [one.has_owner for one in desk.state.actions] == [False] * 4
    assert not window_menu(desk.page).items
    desk.write("五つ目")
    desk.press("Return")
    if by_mouse:
        pick(desk, "佐藤")
    else:
        desk.press("Alt+2")
    desk.pick_day(tr("wrap_up.actions.in_weeks", n=1))
    action = desk.state.actions[-1]
    assert (action.owner_id, action.due) == (other, str(date.today() + timedelta(weeks=1)))
    assert desk.focus is desk.page.section.entry.field
    desk.write("六つ目")
    desk.press("Return", "Down", "Down", "Return")
    assert desk.state.actions[-1].owner_id == other
    dismiss(desk)
    assert desk.page.section.entry.editing
    desk.press("Escape")
    desk.write("七つ目")
    desk.press("Return", "Escape")
    assert not window_menu(desk.page).items
    assert desk.focus is desk.page.section.entry.field
    assert len(desk.state.actions) == 7


def test_after_the_owner_of_a_typed_action_its_day_is_typed(answered):
    desk = answered(problems=0)
    desk.write("決める")
    desk.press("Alt+1")
    desk.write("2027-01-15")
    desk.press("Return")
    (action,) = desk.state.actions
    assert (action.text, action.due) == ("決める", "2027-01-15")
    assert action.has_owner
    assert desk.page.section.entry.text() == ""
    assert desk.focus is desk.page.section.entry.field
    desk.press("Ctrl+Z")
    assert desk.state.actions == ()


def test_a_click_on_owner_or_day_of_a_row_changes_it(answered, size):
    desk = answered("en", problems=0, size=size)
    desk.do(AddAction("Decide on the threshold of the warnings that come at night"))
    view = desk.page.section.rows.view
    desk.tap(view, QPoint(view.width() - 60, view.slots[0].top + 20))
    desk.pick_day(tr("wrap_up.actions.in_weeks", n=1))
    left = desk.page.section.owner.field.mapTo(desk.window, QPoint(8, 0))
    desk.tap(view, QPoint(view.mapFrom(desk.window, left).x(), view.slots[0].top + 20))
    pick(desk, name_options(desk.state)[0].text)
    (action,) = desk.state.actions
    assert (action.owner_id, action.due) == (
        desk.state.participants[0].id,
        str(date.today() + timedelta(weeks=1)),
    )
    assert not desk.page.section.entry.editing


def test_up_from_the_entry_line_goes_to_the_nearest_row(answered):
    desk = answered(problems=0)
    first, last = (desk.do(AddAction(text)) for text in ("一つ目", "二つ目"))
    desk.press("Up", "Up", "Escape", "Up")
    assert desk.page.section.rows.current_id() == last != first


def test_what_is_typed_over_the_suggestions_is_an_action_of_ones_own(answered):
    desk = answered(problems=2)
    desk.click(proposed(desk))
    for letter in "check":
        QTest.keyClicks(desk.focus, letter)
    desk.press("Return")
    assert [action.text for action in desk.state.actions] == ["check"]


def test_the_choice_of_a_long_name_moves_no_day(answered, language):
    desk = answered(language, problems=0)
    for name in ("Alexandra van der Berg-Hasegawa", "Anna Ito"):
        desk.do(AddParticipant(name))
    due = desk.page.section.due.field
    before = due.mapTo(desk.window, QPoint(0, 0))
    for name in ("Alexandra", "Anna"):
        own(desk, name)
        assert due.mapTo(desk.window, QPoint(0, 0)) == before


def test_owners_and_days_picked_by_mouse_are_those_of_the_next_suggestion(
    answered, section, language
):
    desk = answered(language, problems=3)
    people = {"Sato": desk.do(AddParticipant("Sato")), "Tanaka": desk.do(AddParticipant("Tanaka"))}
    for name, day in (("Sato", "2027-01-15"), ("Tanaka", "2027-01-22")):
        own(desk, name)
        section(desk).due.setFocus()
        desk.write(day)
        take(desk, "答え")
    first, second = desk.state.actions
    assert (first.text, first.owner_id, first.due) == ("答え 1", people["Sato"], "2027-01-15")
    assert (second.text, second.owner_id, second.due) == ("答え 2", people["Tanaka"], "2027-01-22")
    assert section(desk).entry.text() == ""
    assert not section(desk).owner.value()
    assert not section(desk).due.value()


def test_while_a_row_is_changed_nothing_else_is_offered_and_no_row_moves(
    answered, section, language
):
    desk = answered(language, problems=2)
    take(desk, "答え")
    (action,) = desk.state.actions
    part = section(desk)
    assert part.entry.text() == action.text
    assert not proposed(desk)
    desk.press("Alt+Y")
    assert desk.state.actions == (action,)
    top = part.rows.view.slots[0].top
    own(desk, tr("wrap_up.actions.unassigned"))
    desk.click(tr("widgets.editor.save"))
    assert [one.has_owner for one in desk.state.actions] == [False]
    part.entry.setFocus()
    desk.settle()
    assert proposed(desk)
    assert part.rows.view.slots[0].top == top
    assert faults(desk.window) == []


def test_after_saving_the_next_suggestion_is_where_the_last_one_was(answered, section, language):
    desk = answered(language, problems=3)
    place = desk.button(proposed(desk)).geometry().topLeft()
    take(desk, "1")
    desk.click(tr("widgets.editor.save"))
    assert desk.button(proposed(desk)).geometry().topLeft() == place
    take(desk, "2")
    desk.press("Return")
    assert len(desk.state.actions) == 2
    section(desk).rows.setFocus()
    assert tr("wrap_up.actions.row.remove") in desk.seen()
    take(desk, "3")
    assert len(desk.state.actions) == 3


def test_another_row_is_changed_after_the_change_before_it_was_saved(answered, section):
    desk = answered(problems=0)
    first, second = (desk.do(AddAction(text)) for text in ("一つ目", "二つ目"))
    section(desk).entry.setFocus()
    desk.write("三つ目")
    section(desk).rows.set_current(first)
    section(desk).rows.setFocus()
    desk.settle()
    desk.click(tr("wrap_up.actions.row.edit"))
    assert [action.text for action in desk.state.actions] == ["一つ目", "二つ目", "三つ目"]
    own(desk, "青木")
    section(desk).rows.set_current(second)
    section(desk).rows.setFocus()
    desk.settle()
    desk.click(tr("wrap_up.actions.row.edit"))
    assert section(desk).entry.text() == "二つ目"
    desk.click(tr("widgets.editor.save"))
    owners = {action.text: action.has_owner for action in desk.state.actions}
    assert owners == {"一つ目": True, "二つ目": False, "三つ目": False}


@pytest.mark.parametrize("by", ["keys", "foot"])
def test_promised_help_is_there_at_once_and_an_edit_names_who_does_it_when(answered, section, by):
    desk = answered(problems=0)
    desk.do(EditWorkshop(desk.state.workshop.id, "facilitator", "高橋 真理"))
    problem = desk.do(AddProblem("夜に鳴る"))
    card = desk.do(PlayCard(problem, CardKind.HANDS_ON, "棚卸しの会"))
    assert not proposed(desk)
    rows = section(desk).rows
    rows.view.setFocus()
    if by == "foot":
        desk.click(tr("wrap_up.actions.row.edit"))
    else:
        desk.press("Return")
    assert section(desk).entry.text() == "棚卸しの会"
    own(desk, "高橋")
    section(desk).due.setFocus()
    desk.write("2027-01-15")
    desk.press("Return")
    (action,) = desk.state.actions
    assert (action.text, action.owner_name, action.due) == ("棚卸しの会", "高橋 真理", "2027-01-15")
    assert (action.card_id, action.problem_id) == (card, problem)
    assert [(row.text, beside(row)) for row in rows.rows()] == [("棚卸しの会", "高橋 真理")]
    rows.view.setFocus()
    desk.press("Space")
    assert desk.state.actions[0].done
    assert desk.state.cards[0].delivered_on
    desk.press("Ctrl+Z", "Ctrl+Z")
    assert desk.state.actions == ()
    assert [row.text for row in rows.rows()] == ["棚卸しの会"]


def test_an_answer_of_the_catalogue_proposes_its_action(answered):
    desk = answered("en", problems=0)
    problem = desk.do(AddProblem("Former staff still have accounts"))
    desk.do(PlayCard(problem, CardKind.SOLUTION, "x", catalogue_id="invite-members"))
    desk.press("Alt+Y")
    assert desk.state.actions[0].text == desk.window.answers.solution("invite-members").en.action


def test_a_click_on_the_day_opens_a_calendar_and_what_is_typed_over_it_is_the_day(
    answered, section
):
    desk = answered(problems=0)
    desk.write("見直す")
    field = section(desk).due.field
    desk.tap(field.viewport())
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClicks(popup.findChild(QTableView), "2")
    assert QApplication.activePopupWidget() is None
    assert desk.focus is field
    desk.settle()
    desk.window.activateWindow()  # as window managers do
    desk.settle()
    desk.write("027-01-15")
    desk.press("Return")
    assert [(one.text, one.due) for one in desk.state.actions] == [("見直す", "2027-01-15")]


@pytest.mark.every_value
@pytest.mark.parametrize("by", ["mouse", "keys"])
def test_a_typed_action_is_tied_to_a_problem(answered, section, by):
    desk = answered(problems=2)
    second = desk.state.listed[1]
    section(desk).entry.setFocus()
    desk.write("もう一つする")
    if by == "mouse":
        desk.click(tr("wrap_up.actions.for_no_problem"))
        pick(desk, desk.state.listed[1].title)
    else:
        desk.press("Ctrl+Shift+N", "2", "Return")
    assert section(desk).problem.words == tr("papers.problem.heading", number=2)
    section(desk).entry.setFocus()
    desk.press("Return")
    assert desk.state.actions[0].problem_id == second.id
    assert section(desk).problem.current() is None
    desk.press("Ctrl+Z")
    assert desk.state.actions == ()


def test_the_problem_of_an_action_is_changed_with_the_others_of_its_fields(answered, section):
    desk = answered(problems=2)
    first, second = desk.state.listed
    desk.do(AddAction("する", problem_id=first.id))
    section(desk).rows.setFocus()
    desk.press("Return")
    assert section(desk).problem.current() == first.id
    desk.press("Ctrl+Shift+N", "2", "Return", "Return")
    assert desk.state.actions[0].problem_id == second.id


@pytest.mark.parametrize(
    ("language", "size", "private", "least"),
    [
        ("ja", (1366, 768), True, 5),
        ("en", (1024, 700), True, 3),
        ("ja", (1024, 700), False, 3),
        ("en", (1024, 700), False, 3),
    ],
)
def test_enough_actions_are_seen_below_a_proposal(desk, language, size, private, least):
    one = desk(language, sample=True, page="wrap_up", private=private, size=size)
    one.show_section("actions")
    section = one.page.sections["actions"]
    assert proposed(one)
    assert faults(one.window) == []
    assert len(section.rows.view.slots) >= least


def test_each_chosen_answer_of_a_problem_offers_its_action(answered, section, language):
    desk = answered(language)
    (problem,) = desk.state.listed
    desk.do(PlayCard(problem.id, CardKind.ANSWER, "もう一つの答え"))
    desk.press("Alt+Y", "Escape", "Alt+Y", "Escape")
    cards = [card.id for card in desk.state.cards]
    assert [action.card_id for action in desk.state.actions] == cards
    assert not proposed(desk)


def test_an_action_typed_for_a_problem_stands_for_all_its_answers(answered, section):
    desk = answered()
    (problem,) = desk.state.listed
    desk.do(AddAction("自分で決めたこと", problem_id=problem.id))
    assert not proposed(desk)


@pytest.mark.every_value
def test_six_actions_of_the_sample_are_in_sight(finished, language):
    desk = finished(language, size=(1366, 768), page="wrap_up")
    desk.show_section("actions")
    slots = desk.page.section.rows.view.slots
    assert len(slots) == 6
    assert slots[-1].ends
    assert faults(desk.window) == []


def test_all_people_are_in_the_list_of_owners(answered, section, language):
    desk = answered(language, size=(1024, 700))
    names = [f"Watanabe Kōbayashi {number}" for number in range(1, 13)]
    for name in names:
        desk.do(AddParticipant(name))
    desk.settle()
    desk.tap(section(desk).owner.field.viewport())
    shown = [item.text() for item in window_menu(desk.page).items]
    assert shown[-1] == tr("wrap_up.actions.unassigned")
    assert len(shown) == len(desk.state.participants) + 1
    pick(desk, shown[-2])
    assert section(desk).owner.value() == desk.state.participants[-1].id
    assert faults(desk.window) == []


@pytest.fixture
def restarted(qtbot, tmp_path):
    """Closes a desk's window like a user, and opens the records and drafts in a new one."""
    with desks(qtbot) as made:

        def again(desk, page):
            if not desk.window.close():  # asks once about typed text
                desk.window.close()
            store = queries.store_path(desk.session)
            path = tmp_path / f"again-{made.count}.db"
            shutil.copy(store, path)
            shutil.copy(draft_path(store), draft_path(path))
            one = made.seat(new_session(path))
            one.window.open_workshop(desk.session.workshop_id)
            one.go(page)
            return one

        yield again


def begun(answered, language, text="Order the sensor", **options):
    """Return a desk at the actions with a typed text and a person clicked for it."""
    desk = answered(language, **options)
    desk.write(text)
    own(desk, name_options(desk.state)[0].text)
    return desk


def test_enter_saves_an_action_from_every_field_of_its_entry(answered):
    desk = answered("en")
    for tabs in range(4):  # the text, the owner, the day, the button
        desk.page.section.focus_start()
        desk.write(f"Action {tabs}")
        desk.press(*["Tab"] * tabs, "Return")
    assert {action.text for action in desk.state.actions} == {f"Action {n}" for n in range(4)}


def test_space_opens_the_list_of_owners_where_enter_saves(answered):
    desk = answered("en", problems=0)
    desk.write("Action")
    desk.press("Alt+1", "Shift+Tab", "Space", "End", "Return", "Return")
    (action,) = desk.state.actions
    assert (action.text, action.owner_id) == ("Action", None)


@pytest.mark.parametrize(
    ("typed", "owner"),
    [("Jiro", "Jiro Tanaka"), ("jiro t", "Jiro Tanaka"), ("tana", "Jiro Tanaka"),
     ("hash", "橋本 恵（はしもと めぐみ）"), ("rq?", "rq?")],
)  # fmt: skip
def test_typing_chooses_the_owner_by_name_and_is_no_key_of_an_action(
    answered, section, typed, owner
):
    desk = answered("en", problems=0)
    for name in ("Jiro Tanaka", "Taro Ito", "橋本 恵（はしもと めぐみ）"):
        desk.do(AddParticipant(name))
    desk.write("Action")
    desk.press("Tab")
    QTest.keyClicks(desk.focus, typed)
    assert tr("audience.room.nothing_held") not in desk.seen()
    desk.press("Return")
    (action,) = desk.state.actions
    names = {who.id: who.name for who in desk.state.participants}
    assert (action.text, names.get(action.owner_id, action.owner_name)) == ("Action", owner)


@pytest.mark.parametrize(
    ("pasted", "known"), [("橋本", True), ("橋本 恵 さん", True), ("森 次郎", False)]
)
def test_a_pasted_owner_is_a_participant_or_kept_as_a_name_and_said_so(
    answered, language, pasted, known
):
    desk = answered(language, problems=0)
    who = desk.do(AddParticipant("橋本 恵（はしもと めぐみ）"))
    desk.write("Action")
    desk.press("Tab")
    QApplication.clipboard().setText(f"{pasted}\n")
    desk.press("Ctrl+V")
    desk.press("Tab")
    told = tr("wrap_up.actions.unlisted", name=pasted)
    assert (told in desk.seen()) is not known
    assert desk.page.section.owner.value() == (who if known else f"name:{pasted}")
    desk.press("Return")
    (action,) = desk.state.actions
    assert (action.owner_id, action.owner_name) == ((who, "") if known else (None, pasted))


def test_letters_of_an_unknown_owner_are_taken_back_one_by_one(answered):
    desk = answered("en", problems=0)
    desk.press("Tab")
    for letter in "Momo":
        QTest.keyClicks(desk.focus, letter)
    desk.press("Backspace", "Tab")
    assert desk.page.section.owner.value() == "name:Mom"
    desk.do(AddAction("something else"))
    assert desk.page.section.owner.value() == "name:Mom"


@pytest.mark.every_value
@pytest.mark.parametrize("where", ["saved", "rows", "passed on"])
def test_what_is_pasted_beside_the_line_is_in_the_line(answered, language, where):
    desk = answered(language)
    first = desk.do(AddAction("一つ目"))
    section = desk.page.section
    section.rows.setFocus()
    if where == "saved":
        section.rows.set_current(first)
        desk.press("Return", "Return")
        assert desk.focus is section.entry.field
    elif where == "passed on":
        problem = desk.state.listed[0].id
        desk.do(MakeRequest(problem))
        desk.do(Overrule(problem, Verdict.REQUEST, "約束した", "高橋 真理"))
        desk.click(tr("keys.wrap_up.pass_on"))
        dismiss(desk)
        desk.press("Return")
    QApplication.clipboard().setText("次の会の部屋を押さえる")
    desk.press("Ctrl+V")
    assert desk.focus is section.entry.field
    desk.press("Return")
    assert "次の会の部屋を押さえる" in [action.text for action in desk.state.actions]


def test_where_nothing_can_be_pasted_that_is_said(desk, language):
    one = desk(language, page="wrap_up")
    one.page.show_section("outcomes")
    one.page.choice.setFocus()
    QApplication.clipboard().setText("次の会の部屋を押さえる")
    one.press("Ctrl+V")
    assert tr("frame.paste_nowhere") in one.seen()


@pytest.mark.parametrize("typed", ["はしも", "ハシモト", "橋本"])
def test_what_an_input_method_composes_chooses_the_owner(answered, section, typed):
    desk = answered("ja", problems=0)
    who = desk.do(AddParticipant("橋本 恵（はしもと めぐみ）"))
    desk.press("Tab")
    desk.write(typed[:1])
    desk.convert(typed[1:])
    desk.press("Tab")
    assert section(desk).owner.value() == who
    desk.press("Shift+Tab", "Backspace", "Tab")
    assert not section(desk).owner.value()


def test_all_of_a_long_action_is_seen_while_it_is_typed(answered, section):
    desk = answered("en", problems=0, size=(1024, 700))
    desk.write("Write to the platform team about alert groupings")
    assert section(desk).entry.field.verticalScrollBar().maximum() == 0
    assert faults(desk.window) == []


def test_enter_saves_after_a_problem_was_chosen_from_the_menu(answered):
    desk = answered("en", problems=2)
    desk.write("Action")
    desk.click(tr("wrap_up.actions.for_no_problem"))
    desk.press("Down", "Return")
    desk.page.section.setFocus()
    desk.press("Return")
    (action,) = desk.state.actions
    assert action.problem_id == desk.state.problems[0].id


def test_a_chosen_person_survives_a_restart_like_the_text(answered, restarted, language):
    desk = begun(answered, language)
    again = restarted(desk, "wrap_up")
    again.page.show_section("actions")
    again.settle()
    again.press("Return")
    (action,) = again.state.actions
    assert (action.text, action.owner_id) == ("Order the sensor", again.state.participants[0].id)


def test_what_was_typed_and_not_entered_is_named_instead_of_saved(answered, language, private):
    desk = begun(answered, language, private=private)
    desk.settle()
    place = tr("wrap_up.section.actions")
    waiting = tr("frame.saved.unentered", places=place)
    saved = desk.window.bar.saved
    for page in ("wrap_up", "list"):
        desk.go(page)
        assert (saved.whole, saved.accessibleName()) == (waiting, waiting)
        assert tr("frame.saved.unentered_brief") in saved.text()
    desk.go("wrap_up").show_section("actions")
    desk.press("Return")
    assert len(desk.state.actions) == 1
    assert saved.whole != waiting
    assert tr("frame.saved.brief") in desk.seen()


@pytest.mark.parametrize("page", ["wrap_up", "hand_outs"])
def test_papers_name_what_is_not_saved_one_click_from_it(answered, language, page):
    desk = begun(answered, language)
    desk.press("Ctrl+E")
    desk.go(page)
    if page == "wrap_up":
        desk.show_section("papers")
    told = tr("wrap_up.papers.unentered", places=tr("wrap_up.section.actions"))
    assert told in desk.seen()
    assert tr("wrap_up.papers.complete") not in desk.seen()
    desk.click(tr("wrap_up.papers.to_unentered"))
    desk.press("Return")
    assert [action.text for action in desk.state.actions] == ["Order the sensor"]
    desk.go(page)
    assert told not in desk.seen()


def test_after_a_restart_papers_lead_to_what_is_not_saved(answered, restarted):
    again = restarted(begun(answered, "en"), "hand_outs")
    again.click(tr("wrap_up.papers.to_unentered"))
    again.press("Return")
    assert [action.text for action in again.state.actions] == ["Order the sensor"]


@pytest.mark.parametrize("moved", [False, True])
def test_tab_in_the_list_of_owners_goes_on_to_the_day_with_what_the_arrows_chose(answered, moved):
    desk = answered()
    first, second = (desk.do(AddParticipant(name)) for name in ("今井 舞", "石田 健"))
    entry = desk.page.section.entry
    entry.setFocus()
    desk.write("閾値を決める")
    desk.press("Tab", "Space", *(["Down", "Down"] if moved else []), "Tab")
    assert not window_menu(desk.page).items
    desk.write("12/24")
    desk.press("Return")
    (action,) = desk.state.actions
    assert action.owner_id == (second if moved else None)
    assert action.due.endswith("-12-24")
    assert first != second


def test_a_name_typed_in_the_list_of_owners_is_found_as_a_whole(answered):
    desk = answered("en")
    people = {name: desk.do(AddParticipant(name)) for name in ("Mika Sato", "Anna Ito", "Mia Kato")}
    entry = desk.page.section.entry
    entry.setFocus()
    desk.write("Decide on the threshold")
    desk.press("Tab", "Space")
    for letter in "mia":
        QTest.keyClicks(desk.focus, letter)
    desk.press("Tab")
    desk.write("24 Dec")
    desk.press("Return")
    (action,) = desk.state.actions
    assert action.owner_id == people["Mia Kato"]
    assert action.due.endswith("-12-24")


def test_no_name_is_broken_within_a_word(answered, size):
    desk = answered("en", size=size)
    desk.do(AddAction("Decide on it", desk.do(AddParticipant("Bartholomew Fairweathers"))))
    assert "Bartholomew" in [one.words for one in painted_texts(desk.window)]


def test_promised_help_is_among_the_actions_and_delivered_by_a_tick(answered, by_mouse):
    desk = answered(problems=0)
    problem = desk.do(AddProblem("通知が届かない"))
    card = desk.do(PlayCard(problem, CardKind.ARTICLE, "通知の記事を書く"))
    desk.do(EditDelivery(card, "owner_name", "三谷"))
    rows = desk.page.section.rows
    (row,) = rows.rows()
    assert (row.text, row.checked, beside(row)) == ("通知の記事を書く", False, "三谷")
    if by_mouse:
        tick = part_of(rows.view, 0, "tick")
        desk.tap(rows.view, tick)
    else:
        rows.view.setFocus()
        desk.press("Space")
    assert desk.state.cards[0].delivered_on
    assert rows.rows()[0].checked
    desk.press("Ctrl+Z")
    assert not desk.state.cards[0].delivered_on
    desk.do(AddAction("記事の下書きを送る", owner_name="三谷", problem_id=problem, card_id=card))
    assert [row.text for row in rows.rows()] == ["記事の下書きを送る"]


@pytest.mark.parametrize("by", ["keys", "click", "foot"])
def test_an_action_that_is_carried_over_gets_new_words_and_a_new_day(desk, by):
    def alone(session, language):
        return second_visit(session, language, people=0)

    there = desk(filled=alone, page="")
    there.go("wrap_up").show_section("actions")
    earlier = [one for one in there.state.before.actions if one.is_open and one.owner_id]
    action = min(earlier, key=lambda one: one.due)
    rows = there.page.section.rows
    rows.set_current(action.id)
    rows.setFocus()
    there.settle()
    if by == "click":
        index = [one.id for one in rows.rows()].index(action.id)
        slot = rows.view.slots[index]
        spot = QPoint(rows.view.width() // 3, slot.top + slot.height // 2)
        QTest.mouseClick(rows.view, Qt.MouseButton.LeftButton, pos=spot)
        QTest.mouseDClick(rows.view, Qt.MouseButton.LeftButton, pos=spot)
    elif by == "foot":
        there.click(tr("wrap_up.actions.row.edit"))
    else:
        there.press("Return")
    assert there.page.section.entry.text() == action.text
    there.write("、急いで")
    there.page.section.due.setFocus()
    there.write("2027-03-01")
    there.press("Return")
    (changed,) = [one for one in there.state.before.actions if one.id == action.id]
    owner = (action.owner_id, action.owner_name, action.problem_id)
    assert (changed.text, changed.due) == (f"{action.text}、急いで", "2027-03-01")
    assert (changed.owner_id, changed.owner_name, changed.problem_id) == owner
    there.press("Ctrl+Z")
    assert action in there.state.before.actions


def test_the_new_owner_of_a_carried_action_is_the_same_person_in_its_workshop(desk):
    there = desk(filled=second_visit, page="")
    there.go("wrap_up").show_section("actions")
    section = there.page.section
    action = next(one for one in there.state.before.actions if one.is_open)
    people = {one.person_id: one.id for one in there.state.before.participants}
    shared = [
        one
        for one in there.state.participants
        if people.get(one.person_id) not in (None, action.owner_id)
    ]
    section.rows.set_current(action.id)
    section.rows.setFocus()
    there.press("Return")
    own(there, shared[0].name.split()[0])
    there.press("Return")
    (changed,) = [one for one in there.state.before.actions if one.id == action.id]
    assert changed.owner_id == people[shared[0].person_id]
    (row,) = [one for one in section.rows.rows() if one.id == action.id]
    assert shared[0].name.split()[0] in beside(row)
