"""Recording that requests were handed over: after an export, in Wrap up and in Appraise."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from tests.helpers.fitting import faults
from tests.ui.pages.hand_outs.test_page import hand_outs, pick_only, written  # noqa: F401
from ui.widgets.menu import window_menu
from ui.widgets.month_view import MonthView
from workshop_app.domain.appraisal import Criterion, Verdict
from workshop_app.domain.facts.reply_day import promised_day
from workshop_app.domain.facts.requests import passing_on_action, promise_of
from workshop_app.domain.promises import Promise
from workshop_app.i18n import texts, tr
from workshop_app.services.commands.actions import EditAction
from workshop_app.services.commands.appraising import AnswerCriterion, EditRequest, Overrule
from workshop_app.services.commands.workshops import EditWorkshop
from workshop_app.settings import Settings

KEY = "Ctrl+Shift+H"


def promises(desk):
    return [promise_of(desk.state, request) for request in desk.state.requests]


def offered(desk):
    return tr("promises.hand_over.do") in desk.seen()


def test_after_the_dossier_was_written_one_button_marks_its_requests(
    hand_outs,  # noqa: F811
    words,
    qtbot,
):
    desk = hand_outs(words, sample=True)
    yesterday = (date.today() - timedelta(days=1)).isoformat()
    desk.do(EditWorkshop(desk.state.workshop.id, "date", yesterday))
    pick_only(desk, "dossier", "summary")
    assert not offered(desk)
    desk.press("Ctrl+Return")
    written(desk, qtbot)
    assert offered(desk)
    assert faults(desk.window) == []
    desk.click(tr("promises.hand_over.do"))
    desk.press("End", "Return")
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Return):
        QTest.keyClick(QApplication.activePopupWidget().focusWidget(), key)
        desk.settle()
    assert promises(desk) == [Promise.HANDED_OVER] * 2
    assert {each.date for each in desk.state.news} == {yesterday}
    assert not offered(desk)
    desk.press("Ctrl+Z")
    assert promises(desk) == [Promise.TO_SEND] * 2
    assert desk.window.page_name == "hand_outs"
    assert offered(desk)


@pytest.mark.every_value
def test_after_an_export_it_is_seen_in_a_small_window(hand_outs, words, qtbot):  # noqa: F811
    desk = hand_outs(words, sample=True, page="wrap_up", size=(1024, 700))
    pick_only(desk, "dossier", "summary")
    desk.press("Ctrl+Return")
    written(desk, qtbot)
    assert offered(desk)
    assert not faults(desk.window)
    desk.press("Alt+L")
    assert desk.page.papers.form.list.view.hasFocus()


def test_without_the_dossier_it_is_not_offered(hand_outs, qtbot):  # noqa: F811
    desk = hand_outs(sample=True)
    pick_only(desk, "summary")
    desk.press("Ctrl+Return")
    written(desk, qtbot)
    assert not offered(desk)


def test_wrap_up_shows_the_states_of_requests_and_marks_sent_ones(desk, words, private):
    one = desk(words, sample=True, page="wrap_up", private=private, size=(1366, 768))
    one.page.show_section("outcomes")
    held = one.state.problem(one.state.requests[0].problem_id)
    one.do(Overrule(held.id, Verdict.LATER, "来年で足りる"))
    assert tr("promises.facilitator.later") in one.seen()
    assert tr("promises.facilitator.to_send") in one.seen()
    one.press(KEY, "Return")
    assert {each.date for each in one.state.news} == {date.today().isoformat()}
    assert promises(one) == [Promise.LATER, Promise.HANDED_OVER]
    day = texts().date(one.state.news[0].date)
    assert tr("promises.facilitator.handed_over", day=day) in one.seen()
    assert tr("promises.facilitator.to_send") not in one.seen()
    assert faults(one.window) == []


def test_in_appraise_one_request_is_marked_and_taken_back(desk, words):
    one = desk(words, sample=True, page="appraise", size=(1920, 1080))
    request = one.state.requests[0]
    one.page.show_record(request.id)
    one.press("Escape")
    assert offered(one)
    one.press(KEY, "Return")
    assert promises(one) == [Promise.HANDED_OVER, Promise.TO_SEND]
    assert tr("promises.hand_over.take_back") in one.seen()
    one.show_record(request.id)
    assert tr("promises.facilitator.handed_over", day="@").split("@")[1] in one.seen()
    one.press("Escape", KEY)
    assert promises(one) == [Promise.TO_SEND] * 2


def test_before_the_export_it_says_what_will_be_empty_and_leads_there(
    hand_outs,  # noqa: F811
    words,
):
    desk = hand_outs(words, sample=True)
    request = desk.state.requests[1]
    assert tr("promises.gaps.fill") not in desk.seen()
    for field in ("impact", "good_enough"):
        desk.do(EditRequest(request.id, field, ""))
    desk.settle()
    fields = {
        "ja": "「どれくらい、だれが困るか」、「どうなれば足りるか」",
        "en": "“how often and who”, “what would be enough”",
    }[words]
    title = {
        "ja": "UPSやルーターのSNMPトラップを受け取りたい",
        "en": "Receive SNMP traps from…",
    }[words]
    named = tr("promises.gaps.request", code="R-2", title=title, fields=fields)
    assert tr("promises.gaps.found", found=named) in desk.seen()
    assert faults(desk.window) == []
    pick_only(desk, "summary")
    assert tr("promises.gaps.fill") not in desk.seen()
    pick_only(desk, "dossier")
    desk.press("Alt+T")
    assert desk.window.page_name == "appraise"
    assert tr("appraise.request.impact") in desk.seen()


def test_the_only_empty_field_of_a_request_is_opened_and_nothing_is_called_ready(
    hand_outs,  # noqa: F811
    words,
):
    desk = hand_outs(words, sample=True, settings=Settings(papers_contact="a@example.com"))
    assert tr("wrap_up.papers.complete") in desk.seen()
    request = next(each for each in desk.state.requests if each.nearest_id)
    desk.do(EditRequest(request.id, "nearest_id", ""))
    assert tr("wrap_up.papers.complete") not in desk.seen()
    for _ in range(2):
        desk.click(tr("promises.gaps.fill"))
        assert tr("appraise.request.nearest_id") in desk.seen()
        desk.click(tr("appraise.request.before"))
        desk.go("hand_outs")


def test_without_an_answer_only_the_appraisal_is_opened(hand_outs):  # noqa: F811
    desk = hand_outs(sample=True)
    problem = desk.state.requests[0].problem_id
    desk.do(AnswerCriterion(problem, Criterion.GENERAL, ""))
    desk.press("Alt+T")
    assert desk.window.page_name == "appraise"
    assert tr("appraise.back") not in desk.seen()


def test_before_the_export_it_says_that_the_product_team_has_no_time_to_reply(
    hand_outs,  # noqa: F811
    words,
):
    desk = hand_outs(words, sample=True, private=True)
    told = passing_on_action(desk.state)
    day = desk.state.workshop.date
    said = tr("wrap_up.papers.no_reply_day", date=texts().date(day, year=False))
    assert said not in desk.seen()
    desk.do(EditAction(told.id, told.text, owner_name=told.owner_name, due=day))
    assert said in desk.seen()
    assert faults(desk.window) == []
    desk.set_private(False)
    assert said not in desk.everything(), "it is no matter of the room"
    assert tr("wrap_up.papers.complete") not in desk.seen()


def test_more_days_in_the_settings_leave_the_product_team_no_time_to_reply(
    hand_outs,  # noqa: F811
):
    desk = hand_outs(sample=True, private=True)
    told = passing_on_action(desk.state)
    day = (date.fromisoformat(desk.state.workshop.date) + timedelta(days=14)).isoformat()
    desk.do(EditAction(told.id, told.text, owner_name=told.owner_name, due=day))
    promised = promised_day(desk.state)
    said = tr("wrap_up.papers.no_reply_day", date=texts().date(promised, year=False))
    assert said not in desk.seen()
    desk.window.save_setting(reply_slack=30)
    desk.do(EditAction(told.id, f"{told.text}。", owner_name=told.owner_name, due=day))
    assert said in desk.seen()


@pytest.mark.every_value
@pytest.mark.parametrize("hidden", [False, True])
def test_the_days_are_offered_beside_the_button_and_others_in_a_calendar(desk, words, hidden):
    """Also where the foot bar has the button in its list."""
    one = desk(words, sample=True, page="wrap_up", size=(1024, 700))
    one.page.show_section("outcomes")
    handed = one.page.section._handed
    if hidden:
        for each in handed.associatedObjects():
            if isinstance(each, QAbstractButton):
                each.hide()
        handed.run()
    else:
        one.press(KEY)
    menu = window_menu(one.page)
    lowest = max(each.mapTo(one.window, QPoint(0, each.height())).y() for each in menu.items)
    assert 0 <= one.window.foot.y() - lowest < one.window.height() / 4
    assert faults(one.window) == []
    one.press("End", "Return")
    month = QApplication.activePopupWidget().findChild(MonthView)
    month.picked.emit(date.today() + timedelta(days=1))
    assert promises(one)[-1] is Promise.HANDED_OVER
    assert {each.date for each in one.state.news} == {f"{date.today() + timedelta(days=1)}"}
