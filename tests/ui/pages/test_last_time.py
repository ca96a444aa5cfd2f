"""The review of the previous visit: answered by keys and by the mouse, and undone."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.helpers.canaries import CANARY
from tests.helpers.click_targets import click_targets
from tests.helpers.fitting import faults
from tests.helpers.list_rows import below, beside
from tests.helpers.own_catalogue import edition_without_gap
from tests.helpers.painted import painted_texts
from tests.helpers.two_visits import second_visit
from tests.helpers.visible import visible_widgets
from ui.pages.last_time.page import LastTimePage
from ui.rows.view import RowsView
from workshop_app.catalogue.loader import load
from workshop_app.domain.action import ActionAnswer
from workshop_app.domain.audience_view import CountedLines, LastActions, ThenNow
from workshop_app.domain.facts.then_now import asked_lines, last_requests, left_problems, taken_over
from workshop_app.domain.outcome import CardKind
from workshop_app.domain.problem import Source
from workshop_app.domain.request_news import RequestState, latest
from workshop_app.i18n import texts, tr
from workshop_app.services.answers import Answers
from workshop_app.services.catalogue_editions import examine, take
from workshop_app.services.commands.can_do import TickCanDo
from workshop_app.services.commands.participants import RemoveParticipant
from workshop_app.services.commands.problems import AddProblem
from workshop_app.services.commands.request_news import AddRequestNews, HandOverRequests, News
from workshop_app.services.commands.solving import DecideNotOurs, PlayCard, RecordGap
from workshop_app.services.commands.visits import EditEarlierDelivery
from workshop_app.services.commands.workshops import (
    CreateWorkshop,
    DeleteWorkshop,
    EditWorkshop,
    UseCustomer,
)
from workshop_app.services.contact_words import came_from


@pytest.fixture
def at(desk):
    """The second visit to the sample's customer, at a section of the review."""

    def make(language="ja", section="actions", **options):
        there = desk(language, filled=second_visit, **{"page": "", **options})
        there.go("last_time")
        there.show_section(section)
        return there

    return make


def section(desk):
    return desk.page.section


def answers(desk):
    return [action.answer for action in desk.state.before.actions]


def test_1_2_and_3_answer_the_row_that_stays_current_and_undo_takes_back(at):
    desk = at()
    first = section(desk).rows.current_id()
    desk.press("1")
    assert answers(desk)[0] is ActionAnswer.DONE
    assert section(desk).rows.current_id() == first
    assert section(desk).answer.value() is ActionAnswer.DONE
    desk.press("Down")
    assert section(desk).answer.value() is None  # the answer of the current row
    desk.press("2", "Down", "3")
    assert answers(desk)[:3] == list(ActionAnswer)
    assert tr("last_time.said.not_needed") in desk.seen()
    desk.press("Ctrl+Z")
    assert answers(desk)[:3] == [ActionAnswer.DONE, ActionAnswer.NOT_YET, None]
    assert desk.window.page_name == "last_time"


def test_the_same_answer_again_takes_it_back(at):
    desk = at()
    desk.press("1", "1")
    assert answers(desk)[0] is None


def test_an_action_that_is_not_done_yet_is_in_wrap_up_until_it_is_done(at):
    desk = at()
    action = desk.state.before.actions[0]
    desk.press("2", "Alt+T")
    desk.write("権限を待っている")
    desk.press("Return")
    desk.go("wrap_up")
    desk.show_section("actions")
    there = section(desk)
    (row,) = (row for row in there.rows.rows() if row.id == action.id)
    assert action.text in row.text
    assert "権限を待っている" in row.text
    there.rows.set_current(action.id)
    there.rows.view.setFocus()
    desk.press("Delete")
    assert answers(desk)[0] is ActionAnswer.NOT_YET
    desk.press("Space")
    assert answers(desk)[0] is ActionAnswer.DONE
    assert action.id not in [row.id for row in there.rows.rows()]
    desk.press("Ctrl+Z")
    assert answers(desk)[0] is ActionAnswer.NOT_YET


@pytest.mark.parametrize("name", ["actions", "requests", "problems", "cards"])
def test_no_row_moves_when_another_one_is_clicked(at, name):
    desk = at(section=name)
    answered_request(desk, "動作が確かめられないためです。")
    desk.settle()
    view = section(desk).rows.view
    before = [(slot.top, slot.height) for slot in view.slots]
    for number, (top, height) in enumerate(before):
        desk.tap(view, QPoint(200, int(top + height / 2)))
        assert view.current == number
        assert [(slot.top, slot.height) for slot in view.slots] == before


def test_a_button_leads_at_once_to_what_became_of_a_request(at, private):
    desk = at(section="requests", private=private)
    request = last_requests(desk.state)[0]
    desk.click(tr("last_time.requests.news" if private else "last_time.requests.in_private"))
    if not private:
        desk.click(tr("private.alone"))
        desk.click(tr("private.enter"))
    desk.settle()
    assert desk.window.page_name == "requests"
    assert desk.page.form.request_id == request.id
    assert desk.page.form.isVisibleTo(desk.window)


def test_who_asked_for_a_request_is_said_in_private_mode(at, private):
    desk = at(section="requests", private=private)
    before = desk.state.before
    request = last_requests(desk.state)[0]
    (who,) = before.speakers_of(before.problem(request.problem_id))
    (row,) = (each for each in section(desk).rows.rows() if each.id == request.id)
    assert not desk.state.speakers_shown
    assert below(row) == ([f"{who.name.split()[0]}様"] if private else [])


@pytest.mark.parametrize("name", ["actions", "problems"])
def test_a_remark_is_on_what_was_just_judged(at, name):
    desk = at(section=name)
    desk.press("Down", "2", "Alt+T")
    desk.write("権限を待っている")
    desk.press("Return")
    if name == "actions":
        notes = [action.answer_note for action in desk.state.before.actions]
    else:
        notes = [problem.became for problem in left_problems(desk.state)]
    assert ["権限を待っている" in note for note in notes[:3]] == [False, True, False]


def test_all_are_answered_by_a_digit_and_down(at):
    desk = at()
    for _ in desk.state.before.actions:
        desk.press("1", "Down")
    assert set(answers(desk)) == {ActionAnswer.DONE}
    last = section(desk).rows.current_id()
    assert last == desk.state.before.actions[-1].id


def test_the_mouse_is_enough(at, language, size):
    desk = at(language, size=size)
    wanted = tr("last_time.answer.not_yet")
    (place,) = [one for one in click_targets(desk.window, "option") if one.words == wanted]
    desk.tap(desk.window.childAt(*place.middle))
    assert answers(desk)[0] is ActionAnswer.NOT_YET


def test_a_note_is_written_by_key_and_enter_leads_back_to_the_list(at):
    desk = at()
    desk.press("Alt+T")
    desk.write("12月2日から")
    desk.press("Return")
    assert desk.state.before.actions[0].answer_note == "12月2日から"
    assert section(desk).rows.view.hasFocus()
    assert "12月2日から" in "".join(below(section(desk).rows.rows()[0]))
    desk.press("1")
    assert answers(desk)[0] is ActionAnswer.DONE


def test_who_was_here_last_time_is_added_by_one_key(at):
    desk = at()
    assert len(desk.state.participants) == 3
    desk.press("Alt+1")
    assert len(desk.state.participants) == 4
    assert desk.state.participants[-1].name == desk.state.before.participants[3].name
    desk.press("Ctrl+Z")
    assert len(desk.state.participants) == 3
    assert desk.window.page_name == "last_time"


def test_a_problem_is_taken_over_once_and_says_where_it_came_from(at):
    desk = at(section="problems")
    earlier = left_problems(desk.state)[0]
    desk.press("Return", "Return", "Alt+Y")
    (new,) = desk.state.problems
    assert (new.origin_id, new.origin_date) == (earlier.id, "2026-11-26")
    assert new.first_wording == earlier.first_wording
    assert (new.source, new.method) == (Source.EARLIER, earlier.method)
    assert taken_over(desk.state, earlier) == new
    assert beside(section(desk).rows.rows()[0]) == tr("last_time.problems.now_number", number=1)
    desk.press("Ctrl+Z")
    assert desk.state.problems == ()


@pytest.mark.every_value
def test_a_problem_that_was_taken_over_names_its_day_where_it_is_worked_on(at, private):
    desk = at(section="problems", private=private)
    desk.press("Return", "Return", "Alt+Y")
    (new,) = desk.state.problems
    words = came_from(texts(), new)
    for page in ("list", "sort", "choose", "solve", "appraise"):
        desk.go(page)
        views = visible_widgets(desk.window, RowsView)
        spoken = [f"{row.name} {row.description}" for view in views for row in view.rows]
        painted = "".join(text.words for text in painted_texts(desk.window))
        assert words in painted, page
        spoken += [one.accessibleName() for one in visible_widgets(desk.window, QWidget)]
        assert words in " ".join(spoken), page


def test_a_problem_that_was_solved_today_says_so_and_counts_as_answered(at):
    desk = at(section="problems")
    desk.press("Return")
    (new,) = desk.state.problems
    desk.do(PlayCard(new.id, CardKind.ANSWER, "通知先を分ける"))
    told = beside(section(desk).rows.rows()[0])
    assert tr("promises.room.solved") in told
    problems = left_problems(desk.state)
    assert tr("last_time.problems.lead", n=len(problems), answered=1) in desk.seen()


def test_how_a_problem_is_by_now_is_written_and_shown_side_by_side(at):
    desk = at(section="problems")
    desk.press("Alt+T")
    desk.write("2分でSlackに届く")
    desk.press("Return")
    assert left_problems(desk.state)[0].became == "2分でSlackに届く"
    desk.page.show_section("then_now")
    known, unknown = section(desk).rows.rows()[:2]
    assert beside(known) == "2分でSlackに届く"
    assert [row.asides[0].line.bold for row in (known, unknown)] == [True, False]


def test_1_2_and_3_begin_the_status_of_a_problem(at, language):
    desk = at(language, section="problems")
    solved, not_yet, not_needed = (tr(f"last_time.problems.answer.{each}") for each in ActionAnswer)
    desk.press("1", "Down", "2", "Down", "3")
    became = [problem.became for problem in left_problems(desk.state)[:3]]
    assert became == [solved, not_yet, not_needed]
    rows = section(desk).rows.rows()[:3]
    assert [beside(row) for row in rows] == became
    assert [row.before[0].name for row in rows] == ["circle-check", "clock", "circle-slash"]
    # what was written is kept when the answer changes or is removed
    desk.press("Home", "Alt+T")
    desk.write("2分")
    desk.press("Return", "2")
    answered = left_problems(desk.state)[0].became
    assert answered.startswith(not_yet)
    assert answered.endswith("2分")
    assert solved not in answered
    desk.press("Home", "2")
    assert left_problems(desk.state)[0].became == "2分"
    desk.press("Ctrl+Z")  # edits of one field are one step
    assert left_problems(desk.state)[0].became == solved


@pytest.mark.every_value
@pytest.mark.parametrize(("name", "words"), [("actions", ""), ("problems", "problems.")])
def test_an_answer_moves_no_row(at, name, words, language, size, by_mouse):
    desk = at(language, section=name, size=size)
    if (language, size[0]) == ("en", 1024):
        return  # the texts of the rows need the space
    view = section(desk).rows.view
    tops = [slot.top for slot in view.slots]
    notes = [below(row) for row in view.rows[:3]]
    for number, answer in enumerate(ActionAnswer):
        if number >= len(tops):
            break
        desk.tap(view, point_in(view, number))
        if by_mouse:
            desk.click(tr(f"last_time.{words}answer.{answer}"))
        else:
            desk.press(str(number + 1))
    if name == "problems":
        assert notes == [[], [], [tr("promises.room.to_send")]]
        assert [below(row) for row in view.rows[:3]] == notes
    assert [slot.top for slot in view.slots] == tops


def test_a_click_that_saves_a_note_selects_the_row_that_was_seen_there(at):
    """The note is a line more, which moves the rows below."""
    desk = at(section="problems")
    view = section(desk).rows.view
    desk.tap(section(desk).note.field)
    desk.write("夜間だけ、まだ届かないことがある")
    point, seen = point_in(view, 1), view.rows[1].id
    QTest.mouseMove(view, point)
    desk.tap(view, point)
    assert below(view.rows[0]) == ["夜間だけ、まだ届かないことがある"]
    assert section(desk).rows.current_id() == seen


def point_in(view, number):
    """Return a point at the top of a row, which a line more above it moves away."""
    return QPoint(300, view.slots[number].top + 4)


def test_what_is_typed_about_an_answered_problem_is_a_note_beside_the_answer(
    at, language, by_mouse
):
    desk = at(language, section="problems")
    solved = tr("last_time.problems.answer.done")
    field = section(desk).note.field
    if by_mouse:
        desk.click(solved)
        assert section(desk).note.text() == ""
        desk.tap(field)
    else:
        desk.press("1", "Alt+T", "End")
    desk.write("2回")
    desk.press("Return")
    told = tr("last_time.problems.answered", answer=solved, note="2回")
    assert left_problems(desk.state)[0].became == told
    assert section(desk).note.text() == "2回"
    assert section(desk).answer.value() is ActionAnswer.DONE


def test_hands_are_counted_again_line_by_line(at):
    desk = at(section="alone")
    for hands in ("3", "０", "2"):
        desk.write(hands)
        desk.press("Return")
        assert section(desk).hands.text() == ""  # the next line was not counted yet
    now = [line.hands_now for line in asked_lines(desk.state)]
    assert now == [3, 0, 2, None, None, None]
    assert [check.people for check in desk.state.can_do] == [3, 3, 3]
    desk.press("Ctrl+Z")
    assert asked_lines(desk.state)[2].hands_now is None
    assert desk.window.page_name == "last_time"


@pytest.mark.parametrize("keys", ["Alt+3", "Ctrl+3"])
def test_a_digit_with_ctrl_or_alt_is_not_a_number_of_hands(at, keys):
    desk = at(section="alone")
    desk.click_part("row", asked_lines(desk.state)[1].text)
    desk.press(keys)
    desk.press("Return")
    assert [line.hands_now for line in asked_lines(desk.state)][:2] == [None, None]


def test_moving_on_takes_the_hands_typed(at):
    desk = at(section="alone")
    desk.press("1", "Down", "2")
    desk.click_part("row", asked_lines(desk.state)[2].text)
    desk.press("3")
    desk.page.show_section("actions")
    assert [line.hands_now for line in asked_lines(desk.state)][:3] == [1, 2, 3]


def test_more_hands_than_people_are_questioned_and_kept_on_the_second_enter(at, language):
    desk = at(language, section="alone")
    people = desk.state.votes.present
    question = tr("choose.count.surplus", n=12 - people, present=people)
    desk.press("1", "2", "Return")
    assert question in desk.seen()
    desk.press("Down")  # stays until the number is put right
    desk.press("2", "Return")
    assert question not in desk.seen()
    assert [line.hands_now for line in asked_lines(desk.state)][:2] == [2, None]
    desk.press("1", "2", "Return")
    assert asked_lines(desk.state)[1].hands_now is None
    desk.press("Return")
    assert asked_lines(desk.state)[1].hands_now == 12
    assert question not in desk.seen()


def test_in_private_who_can_do_a_line_by_now_is_ticked(at):
    desk = at(section="alone", private=True)
    before = desk.state.before
    second = desk.state.workshop.id
    desk.session.open(before.workshop.id)
    desk.do(TickCanDo(before.can_do[0].id, before.participants[3].id, can=True))
    desk.session.open(second)
    desk.go("last_time")
    assert before.participants[3].name in desk.seen()
    section(desk).rows.view.setFocus()
    desk.press("Alt+2")
    (check,) = desk.state.can_do
    assert desk.state.who_can(check.id) == (desk.state.participants[1],)
    desk.press("Ctrl+Z")
    assert desk.state.can_do == ()
    assert desk.window.page_name == "last_time"


def test_what_is_no_number_is_said_and_counts_nothing(at):
    desk = at(section="alone")
    desk.write("三")
    desk.press("Return")
    assert desk.state.can_do == ()
    assert section(desk).hands.error


def test_whether_a_card_helped_is_asked_again(at):
    desk = at(section="cards")
    desk.press("2")
    card = section(desk).current
    assert card.helped == "partly"
    section(desk).rows.view.setFocus()
    desk.press("2")
    assert section(desk).current.helped is None


def test_whether_a_card_that_is_due_later_helped_is_asked_after_its_delivery(at):
    desk = at(section="cards")
    card = section(desk).current
    desk.do(EditEarlierDelivery(card.id, "due", "2031-01-15"))
    section(desk).rows.view.setFocus()
    desk.press("2")
    assert section(desk).current.helped is None
    assert tr("cards.delivery.helped_later") in desk.seen()
    desk.do(EditEarlierDelivery(card.id, "delivered_on", desk.state.workshop.date))
    assert tr("cards.delivery.helped_later") not in desk.seen()
    section(desk).rows.view.setFocus()
    desk.press("2")
    assert section(desk).current.helped == "partly"


def test_the_audience_display_shows_the_same(at):
    desk = at()

    assert isinstance(desk.picture, LastActions)
    assert desk.picture.current == section(desk).rows.current_id()
    desk.press("Down")
    assert desk.picture.current == desk.state.before.actions[1].id
    desk.page.show_section("alone")
    assert isinstance(desk.picture, CountedLines)
    desk.page.show_section("then_now")
    assert isinstance(desk.picture, ThenNow)


def test_without_a_last_time_it_is_not_there(desk):
    there = desk("ja", page="prepare")
    assert tr("menu.last_time") not in there.seen()
    there.press("Ctrl+R")
    assert there.window.page_name == "prepare"


def test_with_one_it_is_reached_by_key_and_button_and_escape_leads_back(at):
    desk = at()
    desk.press("Escape")
    assert desk.window.page_name == "prepare"
    desk.click(tr("menu.last_time"))
    assert desk.window.page_name == "last_time"
    desk.press("Escape", "Ctrl+R")
    assert desk.window.page_name == "last_time"
    desk.press("Ctrl+Return")
    assert desk.window.page_name == "context"


def test_the_next_workshop_opens_with_it_until_it_has_begun(at):
    desk = at()
    workshop = desk.session.workshop_id
    desk.go("start")
    desk.window.open_workshop(workshop)
    assert isinstance(desk.page, LastTimePage)
    desk.press("Escape")
    desk.do(EditWorkshop(workshop, "place", "本社"))
    desk.window.open_workshop(workshop)
    assert isinstance(desk.page, LastTimePage)


def test_it_has_nothing_of_another_customer(at):
    desk = at()
    first = desk.state.before
    other = desk.do(CreateWorkshop("別", "2027-01-01T00:00:00", customer_name=CANARY))
    desk.window.open_workshop(other)
    assert desk.state.before is None
    desk.do(UseCustomer(first.customer.id))
    assert desk.state.before.workshop.id == first.workshop.id


def test_the_deletion_of_the_earlier_workshop_leaves_what_was_taken_over(at):
    desk = at(section="problems")
    desk.press("Return")
    desk.do(DeleteWorkshop(desk.state.before.workshop.id))
    assert desk.state.before is None
    (new,) = desk.state.problems
    assert new.origin_date == "2026-11-26"
    assert desk.window.page_name == "last_time"
    assert tr("last_time.nothing") in desk.seen()
    desk.go("prepare")
    desk.go("last_time")
    desk.press("Return")
    assert desk.window.page_name == "context"


def test_nobody_is_named_beside_what_people_can_do(at):
    desk = at(section="alone")
    rows = "\n".join(str(row) for row in section(desk).rows.rows())
    assert rows
    assert not [who.name for who in desk.state.before.participants if who.name in rows]


def answered_request(desk, told):
    """The first request of the previous visit, declined with public and private reasons."""
    request = last_requests(desk.state)[0]
    news = News(
        request_id=request.id,
        state=RequestState.DECLINED,
        date="2026-12-18",
        reason=CANARY,
        may_be_told=told,
    )
    desk.do(AddRequestNews((news,)))
    return request


TOLD = {"ja": "届いたか確かめられないためです。", "en": "Whether it arrived cannot be checked."}


def test_a_request_is_shown_with_what_may_be_told_and_no_reason(at, language, size, private):
    desk = at(language, "requests", size=size, private=private)
    before, request = desk.state.before, answered_request(desk, TOLD[language])
    desk.settle()
    (who,) = before.speakers_of(before.problem(request.problem_id))
    asked = [who.name.split()[0] + ("様" if language == "ja" else "")] if private else []
    assert below(section(desk).rows.rows()[0]) == [*asked, TOLD[language]]
    assert TOLD[language] in desk.everything()
    picture = desk.picture
    assert picture.requests[0].told == TOLD[language]
    assert CANARY not in str(picture)
    assert CANARY not in desk.everything()
    assert faults(desk.window) == []


def test_an_answer_is_told_by_one_click_and_not_by_showing_it(at, private, by_mouse):
    desk = at(section="requests", private=private)
    request = answered_request(desk, "")

    def told_on():
        return latest(desk.state.before.news_of(request)).told_on

    section(desk).rows.view.setFocus()
    desk.settle()
    assert not told_on()
    if by_mouse:
        desk.click(tr("requests.told.do"))
    else:
        desk.press("Space")
    assert told_on() == max(date.today().isoformat(), desk.state.workshop.date)
    day = texts().date(told_on(), year=False)
    assert tr("requests.told.on", day=day) in below(section(desk).rows.rows()[0])
    assert tr("requests.told.do") not in desk.seen().splitlines()
    desk.press("Ctrl+Z")
    assert not told_on()
    assert section(desk).rows.current_id() == request.id


def test_without_an_answer_it_is_said_what_can_be_told(at, language, size):
    desk = at(language, "requests", size=size)
    request = last_requests(desk.state)[0]
    assert tr("wrap_up.promises.waits.news") not in desk.everything()
    desk.do(HandOverRequests((request.id,), "2026-12-01T10:00:00"))
    assert below(section(desk).rows.rows()[0]) == [tr("wrap_up.promises.waits.news")]
    assert tr("requests.told.do") not in desk.seen().splitlines()
    assert faults(desk.window) == []


@pytest.mark.parametrize("way", ["Return", "Alt+D", "button"])
def test_in_private_mode_a_request_leads_to_the_board_and_back(at, language, way):
    desk = at(language, "requests", private=True)
    desk.press("Down")
    wanted = last_requests(desk.state)[1].id
    assert section(desk).rows.current_id() == wanted
    if way == "button":
        desk.click(tr("last_time.requests.news"))
    else:
        desk.press(way)
    assert desk.window.page_name == "requests"
    assert desk.page.form.request_id == wanted
    desk.press("Escape")
    assert desk.page.rows.current_id() == wanted
    desk.press("Escape")
    assert desk.window.page_name == "last_time"


def test_a_complete_preparation_leads_to_it(desk):
    there = desk(filled=second_visit, page="prepare", private=True)
    there.click(tr("prepare.then_last_time"))
    assert there.window.page_name == "last_time"


def test_in_the_room_a_button_says_that_news_is_noted_in_private_mode(at):
    desk = at(section="requests")
    assert tr("last_time.requests.news") not in desk.seen().splitlines()
    desk.press("Return", "Alt+D")
    assert desk.window.page_name == "last_time"
    desk.click(tr("last_time.requests.in_private"))
    assert tr("private.title") in desk.seen()


@pytest.mark.every_value
@pytest.mark.parametrize("way", ["mouse", "key"])
def test_everybody_of_last_time_is_added_at_once_and_taken_back_in_one_step(at, way, language):
    desk = at(language)
    listed = [who.person_id for who in desk.state.participants]
    came = {who.person_id for who in desk.state.before.participants}
    assert came - set(listed)
    assert tr("last_time.people") in desk.seen()
    if way == "mouse":
        desk.click(tr("last_time.add_all"))
    else:
        desk.press("Alt+0")
    assert came <= {who.person_id for who in desk.state.participants}
    assert tr("last_time.add_all") not in desk.seen()
    desk.press("Ctrl+Z")
    assert [who.person_id for who in desk.state.participants] == listed


def test_who_was_removed_as_no_longer_there_is_not_offered_again(at):
    desk = at()
    desk.press("Alt+0")
    gone = next(who for who in desk.state.participants if who.person_id)
    desk.do(RemoveParticipant(gone.id))
    assert tr("last_time.people") not in desk.seen()
    desk.press("Ctrl+Z")
    assert gone in desk.state.participants
    assert desk.state.workshop.dismissed == ()


def test_whether_a_card_helped_is_asked_above_its_answers(at):
    desk = at(section="cards")
    assert tr("cards.delivery.helped") in desk.seen()


@pytest.mark.parametrize(
    ("language", "size", "by_mouse"), [("ja", (1024, 700), True), ("en", (1366, 768), False)]
)
def test_a_known_gap_that_the_catalogue_answers_by_now_is_offered_and_recorded(
    at, own_folders, tmp_path, language, size, by_mouse
):
    desk = at(language, section="problems", size=size)
    said = load().gaps["white-label"].text(language).wishes[0]
    visits = desk.state.before.workshop.id, desk.state.workshop.id
    desk.session.open(visits[0])
    problem = str(desk.session.execute(AddProblem(said)))
    desk.session.execute(RecordGap(problem, "white-label"))
    desk.session.execute(DecideNotOurs(problem, "–"))
    desk.session.open(visits[1])
    desk.page.refresh()
    section(desk).show_record(problem)
    desk.settle()
    assert not section(desk).by_catalogue.isVisible()
    take(examine(edition_without_gap(tmp_path / "m.zip", "white-label", "2099-01-31"), Answers()))
    desk.window.answers.forget()
    desk.page.refresh()
    section(desk).show_record(problem)
    desk.settle()
    name = desk.window.answers.entries["white-label-now"].text(language).name
    assert [tr("requests.answered.may", name=name)] in map(below, section(desk).rows.rows())
    assert section(desk).by_catalogue.isVisible()
    assert faults(desk.window) == []
    if by_mouse:
        desk.click(tr("last_time.problems.entry_do"))
    else:
        desk.press("Alt+C")
    became = desk.state.before.problem(problem).became
    assert became.startswith(tr("last_time.problems.answer.done"))
    assert name in became
    assert "2099-01-31" in became
    section(desk).show_record(problem)
    assert section(desk).answer.value() is ActionAnswer.DONE
    assert not section(desk).by_catalogue.isVisible()
    desk.press("Ctrl+Z")
    assert desk.state.before.problem(problem).became == ""
