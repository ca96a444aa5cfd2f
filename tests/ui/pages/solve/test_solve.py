"""Searching, choosing and moving on."""

import pytest

from tests.helpers.solve_page import (
    cards,
    entry,
    notes,
    open_row,
    outcomes,
    titles,
    view,
)
from ui.pages.solve.search_area import is_answer, is_outcome
from ui.rows.scroll_bar import span_words
from ui.widgets.badge import outcome_word
from ui.widgets.menu import window_menu
from workshop_app.domain.outcome import CardKind, OutcomeKind
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr
from workshop_app.services.commands.choosing import Choose
from workshop_app.services.commands.problems import AddProblem, AddProblems, ParkProblem
from workshop_app.services.commands.solving import DecideNotOurs, PlayCard
from workshop_app.services.commands.sorting import MergeProblems


def test_the_problems_own_words_find_answers_at_once(room):
    desk = room("内部のネットワーク機器の監視ができない")
    assert entry(desk).text() == ""
    assert "社内ネットワーク機器の監視" in titles(desk)
    assert open_row(desk).text == titles(desk)[0]
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


def test_of_unknown_words_more_is_asked(room):
    desk = room("困っている")
    desk.write("弁当")
    assert titles(desk) == []
    assert notes(desk) == [tr("judging.too_little")]


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
    assert open_row(desk).text == wanted
    assert open_row(desk).opened[0].lead.text == "1"
    assert desk.focus is entry(desk).field
    desk.press("Alt+1")
    assert cards(desk) == ()
    assert outcomes(desk) == (OutcomeKind.OPEN,)


def test_without_typed_words_the_matching_ones_are_kept(room):
    desk = room("内部のネットワーク機器の監視ができない")
    desk.press("Alt+1")
    (card,) = cards(desk)
    assert "ネットワーク機器" in card.search_words


def test_several_answers_are_first_with_the_steps_of_the_open_one(room):
    desk = room("内部のネットワーク機器の監視ができない")
    desk.press("Alt+1", "Alt+2")
    assert [row.chosen for row in view(desk).rows[:3]] == [True, True, False]
    first, second = view(desk).rows[:2]
    assert open_row(desk).id == second.id
    desk.press("Up")
    assert open_row(desk).id == first.id
    assert first.opened != second.opened


@pytest.mark.parametrize("typed", ["", "監視"])
def test_enter_presses_the_answer_to_which_the_arrows_led(room, typed):
    desk = room("内部のネットワーク機器の監視ができない")
    desk.write(typed)
    desk.press("Return")
    assert desk.focus is view(desk)
    assert cards(desk) == ()
    desk.page.search.setFocus()
    desk.press("Down")
    second = open_row(desk).text
    desk.press("Return")
    assert [card.title for card in cards(desk)] == [second]
    assert desk.focus is entry(desk).field


def test_down_opens_the_next_one_and_enter_leads_into_the_list(room):
    desk = room("内部のネットワーク機器の監視ができない")
    second = titles(desk)[1]
    desk.press("Down")
    assert open_row(desk).text == second
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
    answers = [row.id for row in view(desk).rows if is_answer(row)]
    shown = []
    while True:
        first, last, total = view(desk).span()
        assert total == len(answers)
        assert span_words(first, last, total) in desk.seen()
        shown.append((first, last))
        if not view(desk).rows_after():
            break
        desk.press("PageDown")
        assert view(desk).span() > (first, last, total)
    assert len(shown) > 1
    while view(desk).rows_before():
        first = view(desk).span()[0]
        desk.press("PageUp")
        assert view(desk).span()[0] < first <= view(desk).span()[1] + 1, "an answer is passed over"
    assert view(desk).span()[0] == 1


def test_answers_keep_their_numbers_on_each_page(room, words, size):
    desk = room("困っている" if words == "ja" else "Alerts", words=words, size=size)
    desk.write("監視" if words == "ja" else "monitoring")
    candidates = [row.id for row in view(desk).rows if is_answer(row)]
    desk.press("PageDown")
    before = view(desk).span()[0] - 1
    shown = [view(desk).rows[slot.row] for slot in view(desk).slots if slot.begins]
    assert next(row.id for row in shown if is_answer(row)) == candidates[before]
    desk.press(f"Alt+{before + 1}")
    assert open_row(desk).chosen
    assert tr("solve.done.chosen") in desk.seen()
    desk.press("Ctrl+Z")
    assert not any(row.chosen for row in view(desk).rows)


def test_the_number_of_an_answer_on_another_page_opens_it_and_chooses_nothing(room):
    desk = room("困っている")
    desk.write("監視")
    first = next(row.id for row in view(desk).rows if is_answer(row))
    desk.press("PageDown")
    assert view(desk).rows_before() > 0
    desk.press("Alt+1")
    assert open_row(desk).id == first
    assert not any(row.chosen for row in view(desk).rows)
    assert tr("solve.list.turned", number=1, key="Alt+1") in desk.seen()
    desk.press("Alt+1")
    assert open_row(desk).chosen


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


def test_going_on_never_circles(room):
    desk = room("監視ができない", "通知が来ない", "証明書が切れる")
    seen = []
    for _ in range(3):
        seen.append(desk.page.head.problem.text())
        desk.press("Ctrl+Return")
    assert seen == ["監視ができない", "通知が来ない", "証明書が切れる"]
    assert desk.window.page_name == "appraise"


def test_all_problems_can_be_reached(room):
    desk = room("選んだ課題")
    other = desk.do(AddProblem("選ばなかった課題"))
    desk.press("Alt+L", "Down", "Return")
    assert desk.page.head.problem.text() == "選ばなかった課題"
    desk.press("Alt+O")
    desk.write("ほかの役目")
    desk.press("Return")
    assert desk.state.problem(other).not_ours_reason == "ほかの役目"
    desk.press("Alt+L", "Home", "Return")
    assert desk.page.head.problem.text() == "選んだ課題"


def test_the_list_of_all_problems_has_their_words_and_outcomes(desk, private):
    desk = desk(private=private)
    first, second = (desk.do(AddProblem(words)) for words in ("一つ目", "二つ目"))
    desk.do(Choose((first,)))
    desk.do(DecideNotOurs(second, "ほかの役目"))
    desk.go("solve")
    desk.click(tr("solve.strip.list"))
    listed = [item.text() for item in window_menu(desk.window).items]
    kinds = {"一つ目": OutcomeKind.OPEN, "二つ目": OutcomeKind.NOT_OURS}
    assert listed == [
        tr("solve.strip.entry", number=n, title=title, outcome=outcome_word(kind))
        for n, (title, kind) in enumerate(kinds.items(), 1)
    ]


def test_with_nothing_chosen_all_problems_are_there(desk):
    desk = desk()
    desk.do(AddProblems(("一つ目", "二つ目")))
    desk.go("solve")
    assert desk.page.head.problem.text() == "一つ目"
    desk.press("Alt+Down")
    assert desk.page.head.problem.text() == "二つ目"


@pytest.mark.parametrize("page", ["solve", "appraise"])
def test_a_problem_that_was_parked_meanwhile_gives_way_to_another(desk, page):
    desk = desk()
    desk.do(AddProblems(("一つ目", "二つ目")))
    desk.go(page)
    assert desk.page.head.problem.text() == "一つ目"
    desk.go("list")
    desk.do(ParkProblem((desk.state.listed[0].id,), parked=True))
    desk.go(page)
    assert desk.page.head.problem.text() == "二つ目"


def test_without_any_problem_the_page_leads_to_the_list(desk):
    desk = desk(page="solve")
    assert tr("guide.solve.timed", n=40) in desk.seen()
    desk.press("Ctrl+Return")
    assert desk.window.page_name == "list"


def test_notes_of_the_discussion_belong_to_the_problem_they_were_typed_for(room):
    desk = room("一つ目", "二つ目")
    desk.press("Alt+T")
    desk.write("一つ目の話")
    desk.press("Alt+Down")
    assert desk.state.problem(desk.ids[0]).discussion == "一つ目の話"
    assert desk.state.problem(desk.ids[1]).discussion == ""
    assert not desk.page.search.notes.isVisible(), "empty notes hide the steps of an answer"
    assert desk.focus is entry(desk).field
    desk.press("Alt+Up", "Alt+T")
    assert desk.page.search.notes.text() == "一つ目の話"
    desk.press("Escape")
    assert not desk.page.search.notes.isVisible()
    assert desk.focus is entry(desk).field
    desk.press("Alt+T")
    entry(desk).field.setFocus()
    desk.press("Alt+T")
    assert desk.focus is desk.page.search.notes.field, "the keyboard goes into notes that are shown"
    desk.press("Alt+T")
    assert not desk.page.search.notes.isVisible()
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
    played = [row for row in view(desk).rows if is_outcome(row)]
    assert len(played) == len(desk.state.cards_of(first.id))
    assert tr("solve.foot.decide_step", step=tr("steps.name.appraise")) in desk.seen()


def test_the_newest_outcome_is_open_and_is_shown_once(room):
    desk = room("内部のネットワーク機器の監視ができない")
    shown = []
    set_rows = view(desk).set_rows
    view(desk).set_rows = lambda rows, current: shown.append(current) or set_rows(rows, current)
    desk.press("Alt+2")
    (card,) = cards(desk)
    assert shown.count(card.id) == 1
    assert open_row(desk).id == card.id
    desk.press("Alt+Q")
    assert open_row(desk).outcome is OutcomeKind.REQUEST


@pytest.mark.parametrize("page", ["solve", "appraise"])
def test_no_tab_moves_while_the_page_is_shown(desk, words, page):
    desk = desk(words, page="")
    first, *chosen, last = (desk.do(AddProblem(each)) for each in ("一", "二", "三", "四"))
    desk.do(Choose(tuple(chosen)))
    desk.go(page)
    everything = listed(desk)
    assert tabs(desk) == chosen
    for each in (last, first):
        desk.show_record(each)
        desk.do(PlayCard(each, CardKind.ANSWER, "Ask", worked_on=True))
        assert desk.state.problem(each).chosen
        assert tabs(desk) == [*chosen, first, last]
        assert listed(desk) == everything
    desk.show_record(chosen[0])
    assert tabs(desk) == chosen
    desk.go("list")
    desk.go(page)
    assert tabs(desk) == [first, *chosen, last]


def tabs(desk):
    return [tab.value for tab in desk.page.head._tabs.options]


def listed(desk):
    """The numbers in the list of all problems."""
    desk.click(tr("solve.strip.list"))
    found = [item.text().split()[0] for item in window_menu(desk.window).items]
    desk.press("Escape")
    return found


def test_the_words_of_a_merged_problem_are_searched_for_as_well(room):
    desk = room("夜中のアラートが多すぎて眠れない", "同じ障害で十通も通知が来る")
    bundled = desk.page.api.answers.entries["alert-groups"].text("ja").name
    assert titles(desk)[0] != bundled
    desk.go("sort")
    desk.do(MergeProblems(*desk.ids[:1], (desk.ids[1],)))
    desk.go("solve")
    assert titles(desk)[0] == bundled
