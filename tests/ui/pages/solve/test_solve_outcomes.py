"""Details, cards, answers on the spot, requests, reasons and wordings, by keyboard."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint

from tests.helpers.list_rows import part_of
from tests.helpers.solve_page import (
    cards,
    chip,
    entry,
    in_foot,
    open_row,
    outcomes,
    titles,
)
from ui.widgets.qr_code import QrCode
from workshop_app.domain.outcome import CardKind, OutcomeKind
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr
from workshop_app.services.commands.sorting import MergeProblems
from workshop_app.services.commands.workshops import EditCustomer


def test_details_contain_everything_with_address_and_code(room):
    desk = room("内部のネットワーク機器の監視ができない")
    desk.press("Alt+D")
    panel = desk.page.panels.current
    solution = desk.page.search.open_solution(desk.state)
    assert solution.ja.help_url in desk.seen()
    assert panel.findChild(QrCode).address == solution.ja.help_url
    told = [row.text for row in panel.view.rows]
    assert solution.ja.what in told
    assert set(solution.ja.limits + solution.ja.first_steps) <= set(told)
    assert solution.ja.help_path in told
    seen = {panel.view.rows[slot.row].id for slot in panel.view.slots}
    for _ in range(12):
        desk.press("PageDown")
        seen |= {panel.view.rows[slot.row].id for slot in panel.view.slots}
    assert len(seen) == len(told)
    desk.press("Ctrl+Return")
    assert [card.catalogue_id for card in cards(desk)] == [solution.id]
    assert desk.page.panels.current is None


def test_escape_leads_out_of_the_details(room):
    desk = room("内部のネットワーク機器の監視ができない")
    desk.press("Alt+D", "Escape")
    assert desk.page.panels.current is None
    assert desk.focus is entry(desk).field
    assert cards(desk) == ()


def test_a_card_is_played_with_kind_title_and_text(room):
    desk = room("困っている")
    desk.press("Alt+C")
    desk.write("アラート棚卸しハンズオン")
    desk.press("Alt+2", "Return")
    desk.write("90 分、みんなの手で")
    desk.press("Ctrl+Return")
    (card,) = cards(desk)
    assert (card.kind, card.title, card.text) == (
        CardKind.HANDS_ON,
        "アラート棚卸しハンズオン",
        "90 分、みんなの手で",
    )
    assert desk.state.actions == ()
    assert open_row(desk).text == "アラート棚卸しハンズオン"
    assert open_row(desk).after[0].text == tr("cards.kind.hands_on")
    assert desk.focus is entry(desk).field
    desk.press("Ctrl+Z")
    assert cards(desk) == ()


def test_a_card_becomes_an_action_with_owner_and_day(room):
    desk = room("困っている", until=Step.PREPARE)
    aoki = desk.state.participants[0]
    desk.press("Alt+C")
    desk.write("手順の記事を書く")
    desk.press("Alt+3")
    fields = desk.page.panels.current
    chip(fields, "青木様").click()
    fields.due.field.setFocus()
    desk.write("２０２７/１/１５")
    desk.press("Ctrl+Return")
    (card,) = cards(desk)
    (action,) = desk.state.actions
    assert (action.text, action.owner_id, action.due) == (
        "手順の記事を書く",
        aoki.id,
        "2027-01-15",
    )
    assert (action.card_id, action.problem_id) == (card.id, desk.ids[0])
    assert "2027" in date.fromisoformat(action.due).isoformat()
    assert any("手順の記事を書く" in line.text for line in open_row(desk).opened)


def test_a_card_of_ones_own_asks_for_owner_and_day(room):
    desk = room("困っている", until=Step.PREPARE)
    desk.press("Alt+C")
    desk.write("週に一度の見回り表を作る")
    desk.press("Alt+5")
    fields = desk.page.panels.current
    chip(fields, "青木様").click()
    fields.due.field.setFocus()
    desk.write("2027-01-15")
    desk.press("Ctrl+Return")
    (card,) = cards(desk)
    (action,) = desk.state.actions
    assert card.kind is CardKind.OWN
    assert (action.card_id, action.due) == (card.id, "2027-01-15")
    assert action.owner_id == desk.state.participants[0].id


def test_the_fields_of_an_action_wait_with_the_card(room):
    desk = room("困っている", until=Step.PREPARE)
    desk.press("Alt+C")
    desk.write("手順の記事を書く")
    fields = desk.page.panels.current
    chip(fields, "青木様").click()
    fields.due.field.setFocus()
    desk.write("2027-01-15")
    desk.set_private(True)
    desk.press("Ctrl+Return")
    (action,) = desk.state.actions
    assert (action.text, action.due) == ("手順の記事を書く", "2027-01-15")
    assert action.owner_id == desk.state.participants[0].id


def test_the_facilitator_can_own_an_action(room):
    desk = room("困っている", until=Step.PREPARE)
    desk.press("Alt+C")
    desk.write("調べて返事する")
    name = desk.state.workshop.facilitator
    fields = desk.page.panels.current
    chip(fields, name).click()
    desk.press("Ctrl+Return")
    (action,) = desk.state.actions
    assert (action.owner_id, action.owner_name) == (None, name)


def test_a_wrong_day_is_said_and_nothing_is_played(room):
    desk = room("困っている")
    desk.press("Alt+C")
    desk.write("調べる")
    fields = desk.page.panels.current
    fields.due.field.setFocus()
    desk.write("らいしゅう")
    desk.press("Ctrl+Return")
    assert cards(desk) == ()
    assert fields.due.error
    assert desk.page.panels.current.entries["title"].text() == "調べる"


@pytest.mark.parametrize(
    ("key", "needed"),
    [
        ("Alt+C", "solve.card.needs_title"),
        ("Alt+I", "solve.answer.needs_title"),
        ("Alt+O", "solve.not_ours.needs_reason"),
    ],
)
def test_nothing_typed_is_said_in_place(room, key, needed):
    desk = room("困っている")
    desk.press(key)
    desk.write("   ")
    desk.press("Ctrl+Return")
    assert cards(desk) == ()
    assert desk.state.problem(desk.ids[0]).not_ours_reason == ""
    assert tr(needed) in desk.seen()


@pytest.mark.parametrize("key", ["Alt+C", "Alt+I", "Alt+O", "Alt+W"])
def test_enter_that_ends_a_conversion_does_nothing_else(room, key):
    desk = room("困っている")
    before = desk.state
    desk.press(key)
    field = desk.focus
    desk.convert("しらべる")
    desk.press("Return")
    assert desk.focus is field
    assert desk.state == before


def test_an_answer_on_the_spot_has_its_own_steps(room):
    desk = room("困っている")
    desk.press("Alt+I")
    desk.write("デプロイの最後で印を付ける")
    desk.press("Return")
    desk.write("スクリプトを開く")
    desk.press("Shift+Return")
    desk.write("1 行足す")
    desk.press("Ctrl+Return")
    (card,) = cards(desk)
    assert card.kind is CardKind.ANSWER
    assert outcomes(desk) == (OutcomeKind.SOLUTION,)
    assert [(line.lead.text, line.text) for line in open_row(desk).opened] == [
        ("1", "スクリプトを開く"),
        ("2", "1 行足す"),
    ]


def test_a_request_starts_from_the_customers_background(room):
    desk = room("困っている")
    desk.do(EditCustomer(desk.state.customer.id, "architecture", "L3 スイッチ 14 台"))
    desk.write("snmp")
    assert desk.page.search.open_solution(desk.state)
    desk.press("Alt+Q")
    request = desk.state.request_of(desk.ids[0])
    assert request.own_words == "困っている"
    assert request.situation == "L3 スイッチ 14 台"
    assert request.nearest_id == ""  # nobody chose the open candidate
    assert outcomes(desk) == (OutcomeKind.REQUEST,)
    assert open_row(desk).outcome is OutcomeKind.REQUEST
    desk.press("Alt+Q")
    assert len(desk.state.requests) == 1
    desk.press("Ctrl+Z")
    assert desk.state.requests == ()


def test_not_ours_needs_a_reason_and_is_taken_back(room):
    desk = room("勤務表を作りたい")
    desk.press("Alt+O")
    desk.write("勤怠システムの役目")
    desk.press("Return")
    assert outcomes(desk) == (OutcomeKind.NOT_OURS,)
    assert open_row(desk).text == "勤怠システムの役目"
    desk.press("Alt+1")
    assert outcomes(desk) == (OutcomeKind.OPEN,)
    desk.press("Ctrl+Z")
    assert outcomes(desk) == (OutcomeKind.NOT_OURS,)


def test_what_is_not_ours_is_asked_and_offered_nothing_but_what_is_searched_for(room, words):
    said = {"ja": "どの運転手が休むか知りたい", "en": "Tell us which driver calls in sick"}[words]
    desk = room(said, words=words)
    offered = desk.page.search.view.rows
    assert offered
    desk.press("Alt+O")
    desk.write("Not monitoring")
    desk.press("Return")
    assert [row.text for row in desk.page.search.view.rows] == ["Not monitoring"]
    assert tr("solve.search.from_problem", n=len(offered)) not in desk.seen()
    desk.page.search.setFocus()
    desk.write("cpu")
    assert len(desk.page.search.view.rows) > 1
    desk.press("Ctrl+A", "Backspace")
    assert len(desk.page.search.view.rows) == 1
    view = desk.page.search.view
    desk.tap(view, part_of(view, 0, "action"))
    assert [row.id for row in desk.page.search.view.rows] == [row.id for row in offered]


def test_not_ours_is_not_offered_beside_another_outcome_and_the_tool_tip_says_why(room):
    desk = room("内部のネットワーク機器の監視ができない")
    desk.press("Alt+1", "Alt+O")
    assert desk.page.panels.current is None
    button = in_foot(desk, tr("solve.foot.not_ours"))
    assert not button.isEnabled()
    assert tr("solve.not_ours.excluded") in button.toolTip()
    desk.press("Ctrl+Z", "Alt+O")
    assert desk.page.panels.current is not None


def test_a_card_of_another_kind_is_taken_back_by_its_key(room):
    desk = room("困っている")
    desk.press("Alt+C")
    desk.write("記事を書く")
    desk.press("Ctrl+Return", "Alt+1")
    assert cards(desk) == ()


def test_the_concrete_wording_never_touches_the_first_one(room):
    desk = room("プロトコルを指定できない")
    desk.press("Alt+W")
    desk.press("Ctrl+A")
    desk.write("FTP が止まっても分からない")
    desk.press("Return")
    problem = desk.state.problem(desk.ids[0])
    assert problem.first_wording == "プロトコルを指定できない"
    assert problem.wording == "FTP が止まっても分からない"
    assert desk.page.head.problem.text() == "FTP が止まっても分からない"
    assert "check-tcp（TCPポートと応答）" in titles(desk)
    desk.session.undo()
    assert desk.state.problem(desk.ids[0]).wording == ""


def test_what_was_typed_into_a_panel_waits_for_the_same_problem(room):
    desk = room("一つ目", "二つ目")
    desk.press("Alt+C")
    desk.write("書きかけのカード")
    desk.press("Escape", "Alt+Down", "Alt+C")
    assert desk.page.panels.current.entries["title"].text() == ""
    desk.press("Escape", "Alt+Up", "Alt+C")
    assert desk.page.panels.current.entries["title"].text() == "書きかけのカード"


def test_what_was_typed_about_a_problem_that_goes_is_not_put_into_another(room):
    desk = room("一つ目", "二つ目")
    desk.press("Alt+Down", "Alt+C")
    desk.write("二つ目のカード")
    desk.do(MergeProblems(desk.ids[0], (desk.ids[1],)))
    assert desk.page.head.problem.text() == "一つ目"
    assert desk.page.panels.current is None
    desk.press("Alt+C")
    assert desk.page.panels.current.entries["title"].text() == ""


def test_why_a_problem_is_not_ours_is_edited_where_it_stands(room, by_mouse):
    desk = room("飲み会の予約が取りにくい")
    desk.press("Alt+O")
    desk.write("監視の話ではない")
    desk.press("Ctrl+Return")
    assert desk.state.problem(desk.ids[0]).not_ours_reason == "監視の話ではない"
    rows = desk.page.search.view
    if by_mouse:
        box = rows.accessible_box(0)
        desk.tap(rows, QPoint(rows.width() // 3, round(box.center().y())))
    else:
        rows.setFocus()
        desk.press("Return")
    assert desk.page.panels.current is not None
    desk.press("Ctrl+A")
    desk.write("会議室の話")
    desk.press("Ctrl+Return")
    assert desk.state.problem(desk.ids[0]).not_ours_reason == "会議室の話"
