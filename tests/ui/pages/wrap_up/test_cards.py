"""The cards of this workshop: who delivers what by when, and what is delivered already."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton

from tests.helpers.fitting import faults
from tests.helpers.list_rows import below, beside
from tests.helpers.painted import painted_texts
from tests.helpers.two_visits import second_visit
from ui.theme.theme import theme
from workshop_app.domain.appraisal import Criterion, Verdict
from workshop_app.domain.facts.then_now import last_requests
from workshop_app.domain.outcome import CardKind
from workshop_app.domain.request_news import RequestState, latest
from workshop_app.i18n import texts, tr
from workshop_app.services.commands.actions import AddAction, RemoveAction
from workshop_app.services.commands.appraising import AnswerCriterion, Overrule
from workshop_app.services.commands.participants import AddParticipant
from workshop_app.services.commands.problems import AddProblem
from workshop_app.services.commands.request_news import AddRequestNews, News
from workshop_app.services.commands.solving import MakeRequest, PlayCard
from workshop_app.services.commands.visits import EditDelivery
from workshop_app.services.commands.workshops import EditWorkshop, PlanNextTime


@pytest.fixture
def at(desk):
    def make(*args, cards=1, **options):
        one = desk(*args, page="", **options)
        problem = one.do(AddProblem("一つ目"))
        for number in range(cards):
            one.do(PlayCard(problem, CardKind.OWN, f"手順書 {number}"))
        one.go("wrap_up").show_section("cards")
        one.settle()
        return one

    return make


def test_owner_day_and_link_are_saved_as_they_are_typed(at):
    desk = at()
    fields = desk.page.section.fields
    for field, words in ((fields.owner, "三谷"), (fields.due, "2026-12-20"),
                         (fields.link, "https://example.com/steps")):  # fmt: skip
        field.setFocus()
        desk.write(words)
        desk.press("Return")
    (card,) = desk.state.cards
    assert (card.owner_name, card.due, card.link) == (
        "三谷",
        "2026-12-20",
        "https://example.com/steps",
    )
    row = desk.page.section.rows.rows()[0]
    assert "三谷" in below(row)[0]
    assert beside(row) == tr("cards.delivery.until", day="12月20日(日)")
    desk.page.section.rows.view.setFocus()
    desk.press("Ctrl+Z")
    assert desk.state.cards[0].link == ""


def test_it_is_delivered_and_helped(at):
    desk = at()
    fields = desk.page.section.fields
    place = desk.page.section.fields.y()
    assert tr("cards.delivery.helped_later") in desk.seen()
    assert not fields.helped.isVisible()
    fields.delivered.setFocus()
    desk.write("2026-12-25")
    desk.press("Return")
    assert tr("cards.delivery.helped") in desk.seen()
    assert fields.helped.isVisible()
    assert desk.page.section.fields.y() == place
    fields.helped.choose_number(2)
    desk.settle()
    (card,) = desk.state.cards
    assert (card.delivered_on, card.helped) == ("2026-12-25", "partly")
    assert beside(desk.page.section.rows.rows()[0]) == tr("cards.helped.partly")
    fields.helped.choose_number(2)
    assert desk.state.cards[0].helped is None


def test_a_request_is_no_card_to_deliver_and_without_cards_a_sentence_says_so(at):
    desk = at(cards=0)
    desk.do(PlayCard(desk.state.problems[0].id, CardKind.UPDATE, "要望"))
    assert tr("wrap_up.promises.none") in desk.seen()


def test_only_what_was_promised_is_counted_as_delivered_or_not(at):
    desk = at(cards=0, private=True)
    problem = desk.state.problems[0].id
    desk.do(PlayCard(problem, CardKind.SOLUTION, "標準の監視"))
    assert tr("cards.delivery.told", n=1) in desk.seen()
    desk.do(PlayCard(problem, CardKind.HANDS_ON, "棚卸しの会"))
    said = (
        tr("cards.delivery.told", n=1),
        tr("cards.delivery.lead", n=1, delivered=0),
    )
    assert "  ".join(said) in desk.seen()
    assert tr("cards.outcome.solution") in desk.seen()


def test_what_was_told_in_the_room_needs_nobody_who_delivers_it(at, language, size):
    desk = at(language, size=size, private=True)
    problem = desk.state.problems[0].id
    desk.do(PlayCard(problem, CardKind.SOLUTION, "標準の監視"))
    section = desk.page.section
    _promised, told = section.rows.rows()
    assert beside(told) == ""
    assert tr("cards.delivery.owner") in desk.seen()
    place = section.fields.y()
    section.rows.view.setFocus()
    desk.press("Down")
    assert tr("cards.delivery.no_delivery") in desk.seen()
    for hidden in (section.fields.owner, section.fields.due, section.fields.delivered):
        assert not hidden.isVisible()
    assert section.fields.helped.isVisible()
    assert section.fields.y() == place
    assert faults(desk.window) == []
    desk.press("Up")
    assert tr("cards.delivery.owner") in desk.seen()


def test_going_on_passes_over_promised_help_if_nothing_has_to_be_delivered(at, language):
    desk = at(language, cards=0)
    desk.page.show_section("actions")
    part = tr("wrap_up.section.alone")
    assert tr("wrap_up.next", section=part) in desk.seen()
    desk.press("Ctrl+Return")
    assert desk.page.section.NAME == "alone"
    desk.press("PageUp")
    assert desk.page.section.NAME == "actions"
    desk.do(PlayCard(desk.state.listed[0].id, CardKind.OWN, "手順書"))
    desk.press("PageDown")
    assert desk.page.section.NAME == "cards"


def test_an_answer_given_at_once_is_no_promised_help_to_stop_at(at, private):
    desk = at(cards=0, private=private)
    desk.do(PlayCard(desk.state.listed[0].id, CardKind.ANSWER, "アラートの条件を広げる"))
    desk.page.show_section("actions")
    desk.press("Ctrl+Return")
    assert desk.page.section.NAME == "alone"
    desk.show_section("cards")
    found = [row.text for row in desk.page.section.rows.rows()]
    assert found == (["アラートの条件を広げる"] if private else [])
    desk.do(EditDelivery(desk.state.cards[0].id, "due", "2026-12-20"))
    assert [row.text for row in desk.page.section.rows.rows()] == ["アラートの条件を広げる"]


def test_going_on_through_wrap_up_stops_at_what_is_promised_and_not_at_answers(
    at, by_mouse, private
):
    desk = at(cards=0, private=private)
    problem = desk.state.problems[0].id
    desk.do(PlayCard(problem, CardKind.SOLUTION, "標準の監視"))

    def sections():
        desk.show_section("outcomes")
        while desk.page.section.NAME != "papers":
            yield desk.page.section.NAME
            if by_mouse:
                desk.click(desk.window.foot.primary.text(), desk.window.foot)
            else:
                desk.press("Ctrl+Return")

    assert "cards" not in list(sections())
    desk.do(PlayCard(problem, CardKind.HANDS_ON, "一緒に設定する"))
    assert list(sections())[:3] == ["outcomes", "actions", "cards"]


def test_a_promise_is_typed_and_is_an_action_of_the_facilitator(at, language, by_mouse):
    desk = at(language, cards=0)
    workshop = desk.state.workshop.id
    desk.do(EditWorkshop(workshop, "facilitator", "三谷"))
    desk.do(PlanNextTime(workshop, "next_date", "2027-01-14"))
    desk.go("wrap_up").show_section("cards")
    desk.write("設定の見本を送る")
    if by_mouse:
        desk.click(tr("widgets.editor.add"))
    else:
        desk.press("Return")
    (action,) = desk.state.actions
    known = (action.text, action.owner_name, action.due)
    assert known == ("設定の見本を送る", "三谷", "2027-01-14")
    (row,) = desk.page.section.rows.rows()
    assert (row.text, below(row)) == ("設定の見本を送る", ["三谷"])
    assert tr("wrap_up.promises.lead") in desk.seen()
    assert faults(desk.window) == []
    desk.page.section.due.setFocus()
    desk.write("2027-01-20")
    desk.press("Return")
    assert desk.state.actions[0].due == "2027-01-20"
    desk.page.section.rows.setFocus()
    desk.press("F2")
    desk.write("（5 件）")
    desk.press("Return")
    assert "（5 件）" in desk.state.actions[0].text
    assert desk.state.actions[0].due == "2027-01-20"
    desk.page.section.rows.setFocus()
    desk.press("Space")
    assert desk.state.actions[0].done
    desk.press("Delete")
    assert desk.state.actions == ()
    desk.press("Ctrl+Z")
    assert len(desk.state.actions) == 1


def test_an_owner_and_a_day_are_asked_once_if_an_action_delivers_the_help(at):
    desk = at()
    problem, card = desk.state.problems[0].id, desk.state.cards[0].id
    desk.do(AddAction("手順書を送る", owner_name="三谷", due="2026-12-20", problem_id=problem,
                      card_id=card))  # fmt: skip
    fields = desk.page.section.fields
    assert tr("cards.delivery.by_action") in desk.seen()
    assert not fields.owner.isVisible()
    assert fields.delivered.isVisible()
    (row,) = desk.page.section.rows.rows()
    assert "三谷" in below(row)[0]
    assert beside(row) == tr("cards.delivery.until", day="12月20日(日)")
    desk.page.section.rows.view.setFocus()
    desk.press("Space")
    assert desk.state.actions[0].done
    assert desk.state.cards[0].delivered_on
    desk.press("Ctrl+Z")
    assert not desk.state.actions[0].done
    assert not desk.state.cards[0].delivered_on


def test_what_no_mark_keeps_says_what_does(desk, language, size):
    there = desk(language, filled=second_visit, page="", size=size)
    there.go("wrap_up").show_section("cards")
    (passing_on,) = (each for each in there.state.before.actions if each.passes_on)
    there.do(RemoveAction(passing_on.id))
    problem = there.do(AddProblem("もう一度きく"))
    there.do(AnswerCriterion(problem, Criterion.CONCRETE, "no"))
    rows = there.page.section.rows.rows()
    asked = next(row for row in rows if row.id == problem)
    assert tr("wrap_up.promises.waits.ask_again") in below(asked)[-1]
    assert any(tr("promises.customer.to_send") in line for row in rows for line in below(row))
    there.page.section.show_record(problem)
    assert tr("wrap_up.actions.row.tick") not in there.seen().splitlines()
    assert faults(there.window) == []


def test_an_answer_is_marked_as_told_in_the_row_of_its_promise(desk):
    there = desk(filled=second_visit, page="")
    request = last_requests(there.state)[0]
    news = News(request_id=request.id, state=RequestState.DECLINED, date="2027-01-07")
    there.do(AddRequestNews((news,)))
    there.go("wrap_up").show_section("cards")
    rows = there.page.section.rows
    assert request.id in [row.id for row in rows.rows()]
    rows.view.setFocus()
    for _ in rows.rows():
        if rows.current_id() != request.id:
            there.press("Down")
    there.click(tr("requests.told.do"))
    assert latest(there.state.before.news_of(request)).told_on
    assert request.id not in [row.id for row in rows.rows()]
    there.press("Ctrl+Z")
    assert not latest(there.state.before.news_of(request)).told_on
    assert request.id in [row.id for row in rows.rows()]


@pytest.fixture
def promising(desk):
    """A desk at the promises with two requests that go to the product team."""

    def make(*args, **options):
        one = desk(*args, page="", **options)
        one.do(EditWorkshop(one.state.workshop.id, "facilitator", "高瀬"))
        for wording in ("停電の通知をまとめたい", "待ち時間を延ばしたい"):
            problem = one.do(AddProblem(wording))
            one.do(MakeRequest(problem))
            one.do(Overrule(problem, Verdict.REQUEST, "約束した", "高瀬"))
        one.go("wrap_up").show_section("cards")
        one.settle()
        return one

    return make


def test_each_request_stays_in_the_promises_with_who_passes_it_on_and_when(
    promising, language, private, size
):
    desk = promising(language, private=private, size=size)
    rows = desk.page.section.rows
    before = [(row.id, row.text) for row in rows.rows()]
    assert [row.id for row in rows.rows()] == [each.id for each in desk.state.requests]
    assert all(tr("wrap_up.actions.nobody") in below(row)[0] for row in rows.rows())
    assert faults(desk.window) == []
    desk.do(AddAction("伝える", owner_name="高瀬", due="2026-12-16", passes_on=True))
    assert [(row.id, row.text) for row in rows.rows()] == before
    assert all("高瀬" in below(row)[0] for row in rows.rows())
    narrow, due = theme().metrics.narrow, "2026-12-16"
    day = texts().brief_date(due) if narrow else texts().date(due, year=False, short=True)
    assert {beside(row) for row in rows.rows()} == {tr("cards.delivery.until", day=day)}
    assert tr("wrap_up.section.cards") + " 2" in desk.seen().splitlines()


@pytest.mark.every_value
@pytest.mark.parametrize("by", ["mouse", "keys", "foot"])
def test_who_passes_a_request_on_is_chosen_at_its_row(promising, language, by):
    desk = promising(language)
    section = desk.page.section
    if by == "mouse":
        desk.tap(section.rows.view, QPoint(300, 60))
        desk.tap(section.who.field.viewport())
    elif by == "keys":
        section.rows.setFocus()
        desk.press("Down", "Return")
    else:
        desk.click(tr("keys.wrap_up.pass_on"))
    desk.write("三谷")
    desk.press("Return")
    (action,) = desk.state.actions
    assert (action.owner_name, action.passes_on) == ("三谷", True)
    section.due.setFocus()
    desk.write("2027-01-15")
    desk.press("Return")
    assert [(each.owner_name, each.due) for each in desk.state.actions] == [("三谷", "2027-01-15")]
    assert all("三谷" in below(row)[0] for row in section.rows.rows())
    assert faults(desk.window) == []


def test_the_day_of_a_participant_who_passes_requests_on_is_changed_alone(promising):
    desk = promising()
    who = desk.do(AddParticipant("森 彩"))
    desk.do(AddAction("伝える", who, due="2027-01-14", passes_on=True))
    section = desk.page.section
    section.rows.view.setFocus()
    assert section.who.text() == "森様"
    section.due.setFocus()
    desk.write("2027-01-20")
    desk.press("Return")
    assert [(each.owner_id, each.due) for each in desk.state.actions] == [(who, "2027-01-20")]


def test_nothing_takes_the_place_of_the_suggestions_in_the_foot(promising, language):
    desk = promising(language)
    desk.do(PlayCard(desk.state.listed[0].id, CardKind.ANSWER, "答え 1"))
    desk.show_section("actions")
    suggestions = desk.button(tr("wrap_up.actions.proposals", n=1))
    place = suggestions.mapTo(desk.window, suggestions.rect().center())
    desk.press("Alt+Y", "Escape")
    there = desk.window.childAt(place)
    words = there.text() if isinstance(there, QAbstractButton) and there.isEnabled() else ""
    assert words == ""
    assert tr("wrap_up.after") not in desk.seen().splitlines(), "the button on goes there"


@pytest.mark.every_value
def test_the_day_of_a_promise_takes_one_line_beside_a_long_text(at, language):
    desk = at(language, cards=0, size=(1024, 700))
    workshop = desk.state.workshop.id
    desk.do(PlanNextTime(workshop, "next_date", "2028-10-20"))
    desk.go("wrap_up").show_section("cards")
    desk.write("設定の見本を送り、社内の監視の担当の方に、読みながら一つずつ説明する")
    desk.press("Return")
    assert desk.page.section.who.box.height() == desk.page.section.due.box.height()
    (row,) = desk.page.section.rows.rows()
    assert beside(row) in {text.words for text in painted_texts(desk.window)}
