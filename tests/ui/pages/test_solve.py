"""The page on which problems find their outcomes, used as a facilitator uses it."""

import time
from datetime import date

import pytest

from tests.helpers.fitting import faults
from ui.widgets.chip import Chip
from workshop_app.domain.outcome import CardKind, OutcomeKind
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr
from workshop_app.services.commands.choosing import Choose
from workshop_app.services.commands.problems import AddProblem, AddProblems, EditProblem
from workshop_app.services.commands.workshops import EditCustomer

SIZES = [(1024, 768), (1366, 768), (1920, 1080)]
HOSTILE = [
    "<b>太字</b>",
    "<img src=x onerror=alert(1)>",
    "\u200fעברית 右から左",
    "長い課題" * 500,
    "🔥👩‍💻 e\u0301",
    "a" * 2000,
]


@pytest.fixture
def room(desk):
    """A desk at this page with problems of these words, all chosen."""

    def make(*said, **options):
        one = desk(page="list", **options)
        one.ids = [one.do(AddProblem(words)) for words in said]
        one.do(Choose(tuple(one.ids)))
        one.go("solve")
        return one

    return make


def view(desk):
    return desk.page.stage.search.view


def entry(desk):
    return desk.page.stage.search.entry


def titles(desk):
    return [row.title for row in view(desk).rows if not row.note]


def notes(desk):
    return [row.title for row in view(desk).rows if row.note]


def open_row(desk):
    return view(desk).current_row()


def chip(fields, name):
    return next(one for one in fields.findChildren(Chip) if one.text() == name)


def cards(desk, place=0):
    return desk.state.cards_of(desk.ids[place])


def outcomes(desk, place=0):
    return desk.state.outcomes_of(desk.state.problem(desk.ids[place]))


def test_the_problems_own_words_find_answers_at_once(room):
    desk = room("内部のネットワーク機器の監視ができない")
    assert entry(desk).text() == ""
    assert "社内ネットワーク機器の監視" in titles(desk)
    assert open_row(desk).details
    assert desk.focus is entry(desk).field


def test_every_key_searches(room):
    desk = room("困っている")
    for letter in "snmp":
        desk.write(letter)
    assert "sabatrafficd（SNMPの通信量収集）" in titles(desk)
    total = desk.window.answers.count
    shown = len(titles(desk))
    assert tr("solve.search.count", total=total, n=shown) in desk.seen()


@pytest.mark.parametrize("word", ["監視", "通知"])
def test_words_of_two_characters_are_found(room, word):
    desk = room("困っている")
    desk.write(word)
    assert any(word in title for title in titles(desk))


def test_what_is_in_conversion_neither_searches_nor_chooses(room):
    desk = room("内部のネットワーク機器の監視ができない")
    before = titles(desk)
    desk.convert("えすえぬ")
    desk.press("Return", "Space", "Escape")
    assert titles(desk) == before
    assert cards(desk) == ()
    assert desk.focus is entry(desk).field


def test_the_catalogue_says_so_when_it_has_nothing(room):
    desk = room("困っている")
    desk.write("弁当")
    assert titles(desk) == []
    assert notes(desk) == [tr("solve.list.nothing")]


def test_alt_digit_chooses_and_takes_back(room):
    desk = room("内部のネットワーク機器の監視ができない")
    desk.write("snmp")
    wanted = titles(desk)[1]
    desk.press("Alt+2")
    (card,) = cards(desk)
    assert (card.kind, card.title) == (CardKind.SOLUTION, wanted)
    assert card.catalogue_id
    assert card.catalogue_version == desk.window.answers.version
    assert card.search_words == "snmp"
    assert titles(desk)[0] == wanted
    assert open_row(desk).title == wanted
    assert open_row(desk).details[0].number == "1"
    assert desk.focus is entry(desk).field
    desk.press("Alt+1")
    assert cards(desk) == ()
    assert outcomes(desk) == (OutcomeKind.OPEN,)


def test_without_typed_words_the_matching_ones_are_kept(room):
    desk = room("内部のネットワーク機器の監視ができない")
    desk.press("Alt+1")
    (card,) = cards(desk)
    assert "ネットワーク機器" in card.search_words


def test_several_answers_stand_first_with_the_steps_of_the_open_one(room):
    desk = room("内部のネットワーク機器の監視ができない")
    desk.press("Alt+1", "Alt+2")
    assert [row.chosen for row in view(desk).rows[:3]] == [True, True, False]
    first, second = view(desk).rows[:2]
    assert open_row(desk).id == second.id
    desk.press("Up")
    assert open_row(desk).id == first.id
    assert first.details != second.details


def test_choosing_is_undone_and_done_again(room):
    desk = room("内部のネットワーク機器の監視ができない")
    desk.press("Alt+1")
    desk.press("Ctrl+Z")
    assert cards(desk) == ()
    desk.press("Ctrl+Shift+Z")
    assert len(cards(desk)) == 1


def test_down_opens_the_next_one_and_enter_leads_into_the_list(room):
    desk = room("内部のネットワーク機器の監視ができない")
    second = titles(desk)[1]
    desk.press("Down")
    assert open_row(desk).title == second
    desk.write("監視")
    desk.press("Return")
    assert desk.focus is view(desk)
    assert cards(desk) == ()
    third = titles(desk)[0]
    desk.press("Space")
    assert [card.title for card in cards(desk)] == [third]
    desk.press("Slash")
    assert desk.focus is entry(desk).field


def test_pages_are_turned_and_counted(room):
    desk = room("困っている")
    desk.write("監視")
    after = view(desk).rows_after()
    assert after > 0
    assert tr("widgets.paging.after", n=after) in desk.seen()
    desk.press("PageDown")
    assert view(desk).rows_before() > 0
    desk.press("Alt+1")
    assert view(desk).rows_before() == 0
    assert open_row(desk).chosen


def test_details_tell_all_with_address_and_code(room):
    desk = room("内部のネットワーク機器の監視ができない")
    desk.press("Alt+D")
    panel = desk.page.stage.panel
    solution = desk.page.stage.search.open_solution(desk.state)
    assert solution.ja.help_url in desk.seen()
    assert panel.code.address == solution.ja.help_url
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
    assert desk.page.stage.panel is None


def test_escape_leads_out_of_the_details(room):
    desk = room("内部のネットワーク機器の監視ができない")
    desk.press("Alt+D", "Escape")
    assert desk.page.stage.panel is None
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
    assert open_row(desk).title == "アラート棚卸しハンズオン"
    assert open_row(desk).remark == tr("cards.kind.hands_on")
    assert desk.focus is entry(desk).field
    desk.press("Ctrl+Z")
    assert cards(desk) == ()


def test_a_card_becomes_an_action_with_owner_and_day(room):
    desk = room("困っている", until=Step.PREPARE)
    aoki = desk.state.participants[0]
    desk.press("Alt+C")
    desk.write("手順の記事を書く")
    desk.press("Alt+3", "Alt+6")
    fields = desk.page.stage.panel.action
    chip(fields, "青木").click()
    fields.due.field.setFocus()
    desk.write("２０２７/１/１５")
    desk.press("Ctrl+Return")
    (card,), (action,) = cards(desk), desk.state.actions
    assert (action.text, action.owner_id, action.due) == (
        "手順の記事を書く",
        aoki.id,
        "2027-01-15",
    )
    assert (action.card_id, action.problem_id) == (card.id, desk.ids[0])
    assert "2027" in date.fromisoformat(action.due).isoformat()
    assert any("手順の記事を書く" in line.text for line in open_row(desk).details)


def test_the_facilitator_can_own_an_action(room):
    desk = room("困っている", until=Step.PREPARE)
    desk.press("Alt+C")
    desk.write("調べて返事する")
    desk.press("Alt+6")
    name = desk.state.workshop.facilitator
    fields = desk.page.stage.panel.action
    chip(fields, name).click()
    desk.press("Ctrl+Return")
    (action,) = desk.state.actions
    assert (action.owner_id, action.owner_name) == (None, name)


def test_a_wrong_day_is_said_and_nothing_is_played(room):
    desk = room("困っている")
    desk.press("Alt+C")
    desk.write("調べる")
    desk.press("Alt+6")
    fields = desk.page.stage.panel.action
    fields.due.field.setFocus()
    desk.write("らいしゅう")
    desk.press("Ctrl+Return")
    assert cards(desk) == ()
    assert fields.due.error
    assert desk.page.stage.panel.entries["title"].text() == "調べる"


@pytest.mark.parametrize(
    ("key", "needed"),
    [
        ("Alt+C", "solve.card.needs_title"),
        ("Alt+A", "solve.answer.needs_title"),
        ("Alt+N", "solve.not_ours.needs_reason"),
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


@pytest.mark.parametrize("key", ["Alt+C", "Alt+A", "Alt+N", "Alt+W"])
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
    desk.press("Alt+A")
    desk.write("デプロイの最後で印を付ける")
    desk.press("Return")
    desk.write("スクリプトを開く")
    desk.press("Shift+Return")
    desk.write("1 行足す")
    desk.press("Ctrl+Return")
    (card,) = cards(desk)
    assert card.kind is CardKind.ANSWER
    assert outcomes(desk) == (OutcomeKind.SOLUTION,)
    assert [(line.number, line.text) for line in open_row(desk).details] == [
        ("1", "スクリプトを開く"),
        ("2", "1 行足す"),
    ]


def test_a_request_starts_from_the_customers_background(room):
    desk = room("困っている")
    desk.do(EditCustomer(desk.state.customer.id, "architecture", "L3 スイッチ 14 台"))
    desk.write("snmp")
    nearest = desk.page.stage.search.open_solution(desk.state)
    desk.press("Alt+Q")
    request = desk.state.request_of(desk.ids[0])
    assert request.own_words == "困っている"
    assert request.situation == "L3 スイッチ 14 台"
    assert request.nearest_id == nearest.id
    assert outcomes(desk) == (OutcomeKind.REQUEST,)
    assert open_row(desk).outcome is OutcomeKind.REQUEST
    desk.press("Alt+Q")
    assert len(desk.state.requests) == 1
    desk.press("Ctrl+Z")
    assert desk.state.requests == ()


def test_not_ours_needs_a_reason_and_is_taken_back(room):
    desk = room("勤務表を作りたい")
    desk.press("Alt+N")
    desk.write("勤怠システムの役目")
    desk.press("Return")
    assert outcomes(desk) == (OutcomeKind.NOT_OURS,)
    assert open_row(desk).title == "勤怠システムの役目"
    desk.press("Alt+1")
    assert outcomes(desk) == (OutcomeKind.OPEN,)
    desk.press("Ctrl+Z")
    assert outcomes(desk) == (OutcomeKind.NOT_OURS,)


def test_not_ours_is_refused_while_cards_are_played_and_the_reason_stays(room):
    desk = room("内部のネットワーク機器の監視ができない")
    desk.press("Alt+1", "Alt+N")
    assert tr("solve.not_ours.hint") in desk.seen()
    desk.write("ちがう話")
    desk.press("Return")
    assert tr("errors.cards_played") in desk.seen()
    assert desk.page.stage.panel.entries["reason"].text() == "ちがう話"
    assert len(cards(desk)) == 1


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
    assert desk.page.stage.panel.entries["title"].text() == ""
    desk.press("Escape", "Alt+Up", "Alt+C")
    assert desk.page.stage.panel.entries["title"].text() == "書きかけのカード"


def test_what_was_typed_outlasts_private_mode_and_the_other_language(room):
    desk = room("一つ目", "二つ目")
    desk.press("Alt+Down")
    desk.write("snmp")
    desk.press("Alt+A")
    desk.write("書きかけの答え")
    desk.window.set_private(True)
    desk.window.set_private(False)
    desk.settle()
    assert desk.page.stage.panel.entries["title"].text() == "書きかけの答え"
    desk.press("Escape")
    assert desk.page.head.problem.text() == "二つ目"
    assert entry(desk).text() == "snmp"


def test_each_problem_keeps_its_own_search(room):
    desk = room("一つ目", "二つ目")
    desk.write("snmp")
    desk.press("Alt+Down")
    assert entry(desk).text() == ""
    desk.press("Alt+Up")
    assert entry(desk).text() == "snmp"
    assert "sabatrafficd（SNMPの通信量収集）" in titles(desk)


def test_ctrl_enter_goes_to_the_next_problem_without_an_outcome(room):
    desk = room("監視ができない", "通知が来ない", "証明書が切れる")
    desk.press("Alt+1")
    assert tr("solve.foot.decide_problem") in desk.seen()
    desk.press("Ctrl+Return")
    assert desk.page.head.problem.text() == "通知が来ない"
    desk.press("Alt+Down", "Alt+1", "Ctrl+Return")
    assert desk.page.head.problem.text() == "通知が来ない"
    desk.press("Alt+1")
    assert tr("solve.foot.decide_step", step=tr("steps.name.appraise")) in desk.seen()
    desk.press("Ctrl+Return")
    assert desk.window.page_name == "appraise"


def test_a_problem_left_open_is_said_to_be_open(room):
    desk = room("監視ができない", "通知が来ない")
    assert tr("solve.foot.open_problem") in desk.seen()
    desk.press("Ctrl+Return")
    assert desk.page.head.problem.text() == "通知が来ない"
    assert outcomes(desk) == (OutcomeKind.OPEN,)


def test_all_problems_can_be_reached(room):
    desk = room("選んだ課題")
    other = desk.do(AddProblem("選ばなかった課題"))
    desk.press("Alt+L", "Alt+Down")
    assert desk.page.head.problem.text() == "選ばなかった課題"
    desk.press("Alt+N")
    desk.write("ほかの役目")
    desk.press("Return")
    assert desk.state.problem(other).not_ours_reason == "ほかの役目"
    desk.press("Alt+L")
    assert desk.page.head.problem.text() == "選んだ課題"


def test_with_nothing_chosen_all_problems_are_there(desk):
    desk = desk()
    desk.do(AddProblems(("一つ目", "二つ目")))
    desk.go("solve")
    assert desk.page.head.problem.text() == "一つ目"
    desk.press("Alt+Down")
    assert desk.page.head.problem.text() == "二つ目"


def test_without_any_problem_the_page_leads_to_the_list(desk):
    desk = desk(page="solve")
    assert tr("solve.none") in desk.seen()
    desk.press("Ctrl+Return")
    assert desk.window.page_name == "list"


def test_notes_of_the_discussion_belong_to_the_problem_they_were_typed_for(room):
    desk = room("一つ目", "二つ目")
    desk.press("Alt+T")
    desk.write("一つ目の話")
    desk.press("Alt+Down")
    assert desk.state.problem(desk.ids[0]).discussion == "一つ目の話"
    assert desk.state.problem(desk.ids[1]).discussion == ""
    desk.press("Alt+Up")
    assert desk.page.stage.search.notes.text() == "一つ目の話"
    desk.press("Escape")
    assert not desk.page.stage.search.notes.isVisible()
    assert desk.focus is entry(desk).field
    desk.press("Alt+T", "Ctrl+Z")
    assert desk.window.page_name == "solve"
    assert desk.state.problem(desk.ids[0]).discussion == ""


def test_undo_leads_to_the_problem_it_concerns(room):
    desk = room("監視ができない", "通知が来ない")
    desk.press("Alt+1", "Alt+Down")
    desk.press("Ctrl+Z")
    assert desk.page.head.problem.text() == "監視ができない"
    assert cards(desk) == ()


def test_a_change_elsewhere_disturbs_neither_typing_nor_the_open_row(room):
    desk = room("監視ができない", "通知が来ない")
    desk.write("監視")
    desk.press("Down", "Down")
    before = open_row(desk).id
    desk.do(AddProblem("あとから来た課題"))
    assert open_row(desk).id == before
    assert entry(desk).text() == "監視"
    assert desk.focus is entry(desk).field


def test_the_sample_shows_what_was_decided(desk):
    desk = desk(until=Step.SOLVE, page="solve")
    first = desk.state.chosen[0]
    played = [row for row in view(desk).rows if row.outcome]
    assert len(played) == len(desk.state.cards_of(first.id))
    assert tr("solve.foot.decide_step", step=tr("steps.name.appraise")) in desk.seen()


def test_the_words_follow_the_language(desk):
    desk = desk("en", until=Step.SOLVE, page="solve")
    assert "sabapingd (ping latency and loss)" in titles(desk)
    assert open_row(desk).details[0].text == "Install the rpm or deb from its GitHub Releases page"


@pytest.mark.parametrize("language", ["ja", "en"])
def test_all_that_was_decided_is_on_the_first_page_if_it_fits(desk, language):
    desk = desk(language, until=Step.SOLVE, page="solve")
    assert view(desk).rows_before() == 0
    desk.window.resize(1024, 720)
    desk.settle()
    desk.window.resize(1366, 768)
    desk.settle()
    assert view(desk).rows_before() == 0


def test_private_notes_are_absent_in_projected_mode(room):
    desk = room("一つ目", "二つ目")
    desk.do(EditProblem(desk.ids[0], "private_note", "カナリア1"))
    desk.do(EditCustomer(desk.state.customer.id, "private_note", "カナリア2"))
    desk.go("solve")
    assert "カナリア" not in desk.everything()
    desk.window.set_private(True)
    desk.settle()
    assert "カナリア1" in desk.everything()
    desk.page.board.side.note.field.setFocus()
    desk.write("、書き足し")
    desk.press("Alt+Down")
    assert desk.state.problem(desk.ids[0]).private_note == "カナリア1、書き足し"
    assert desk.state.problem(desk.ids[1]).private_note == ""
    desk.window.set_private(False)
    assert "カナリア" not in desk.everything()


@pytest.mark.parametrize(
    ("language", "size", "private"),
    [("ja", size, False) for size in SIZES]
    + [("en", size, False) for size in SIZES]
    + [("en", (1024, 768), True), ("ja", (1366, 768), True)],
)
def test_nothing_is_cut(desk, language, size, private):
    desk = desk(language, until=Step.SOLVE, size=size, private=private, page="solve")
    assert faults(desk.window) == []
    for key in ("Alt+D", "Alt+C", "Alt+A", "Alt+N", "Alt+W"):
        desk.press(key)
        if key == "Alt+C":
            desk.press("Alt+6")
        assert faults(desk.window) == []
        desk.press("Escape")
    desk.press("Alt+T")
    assert faults(desk.window) == []
    desk.press("Escape", "Alt+L", "PageDown")
    assert faults(desk.window) == []


@pytest.mark.parametrize("size", SIZES)
def test_hostile_words_are_shown_as_they_are(room, size):
    desk = room(*HOSTILE, size=size)
    for words in HOSTILE:
        desk.press("Alt+A")
        desk.write(words)
        desk.press("Ctrl+Return")
        assert faults(desk.window) == []
        desk.press("Alt+W")
        assert faults(desk.window) == []
        desk.press("Escape", "Alt+PageDown", "PageDown")
        assert faults(desk.window) == []
        desk.press("Alt+Down")


def test_two_hundred_problems_stay_quick(desk):
    desk = desk()
    desk.do(AddProblems(tuple(f"監視の課題 {n}" for n in range(200))))
    desk.do(Choose(tuple(problem.id for problem in desk.state.problems)))
    desk.go("solve")
    began = time.perf_counter()
    for _ in range(20):
        desk.press("Alt+Down")
    assert desk.page.head.problem.text() == "監視の課題 20"
    assert time.perf_counter() - began < 10


def test_each_key_of_a_search_is_answered_at_once(room):
    desk = room("困っている")
    spent = []
    for letter in "ネットワーク機器の監視と通知":
        began = time.perf_counter()
        entry(desk).field.insertPlainText(letter)
        spent.append(time.perf_counter() - began)
    assert sorted(spent)[len(spent) // 2] < 0.1
