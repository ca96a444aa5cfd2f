"""The reasons for a candidate, and statements on known gaps and uncertain results."""

import json
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.helpers.fitting import faults
from tests.helpers.possible_gap import possible_gap
from tests.helpers.solve_page import control, in_foot, notes, open_row, outcomes, titles, view
from tests.helpers.visible import visible_widgets
from ui.actions.table import find
from ui.components.field_panel import FieldPanel
from ui.components.outcome_commands import NEXT_GAP, WAY_ROUND, WORDING
from ui.pages.solve.search_area import is_answer, is_candidate
from ui.rows.cells import Label, Words
from ui.theme.theme import theme
from ui.widgets.fit import fit_word
from ui.widgets.text import Text
from workshop_app.domain.outcome import CardKind, OutcomeKind
from workshop_app.i18n import language, tr
from workshop_app.services.answers import Answers
from workshop_app.services.judging import judge
from workshop_app.services.match_quality import MatchQuality

REQUESTS = Path(__file__).parents[4] / "benchmarks" / "labelled" / "requests.jsonl"

CLOSED = {
    "ja": "間違えて閉じたアラートを、発生中に戻したい",
    "en": "Somebody closed the wrong alert and we want it open again",
}
"""Words of a known gap."""
SEVERAL = {
    "ja": "アラートに担当者を割り当てて対応中の印を付けたい",
    "en": "Acknowledge an alert and assign it to a colleague",
}
"""Words of two known gaps."""


@lru_cache
def sentence(words: str, wanted: MatchQuality) -> str:
    """A labelled request with this match quality in the current catalogue."""
    answers = Answers()
    rows = (json.loads(line) for line in REQUESTS.read_text(encoding="utf-8").splitlines())
    texts = (row["text"] for row in rows if row["lang"] == words)
    return next(text for text in texts if judge(answers, (text,), words).quality is wanted)


def said(row):
    return [line.text for line in row.opened]


def marks(row):
    """The words at the right of a row."""
    return [cell.text for cell in row.after if isinstance(cell, Words)]


def label(row):
    return row.before[0].text if row.before and isinstance(row.before[0], Label) else ""


@pytest.mark.parametrize(
    ("words", "typed", "matched", "near"),
    [
        ("ja", "バッチ 失敗", ["バッチ", "失敗"], "バッチ"),
        ("en", "nightly batch fails", ["nightly", "batch", "fails"], "nightly"),
    ],
)
def test_the_details_say_why_and_the_foot_says_the_first_reason(room, words, typed, matched, near):
    desk = room("困っている", words=words, size=(1920, 1080))
    desk.write(typed)
    row = open_row(desk)
    solution = desk.window.answers.solution(row.id.removeprefix("entry:")).text(language())
    assert marks(row)[1] == tr("widgets.fit.limited"), "a limit about batch jobs is not praised"
    assert marks(row)[0] in {fit_word(3), fit_word(4)}
    desk.press("Alt+D")
    rows = [each for each in desk.page.panels.current.view.rows if each.head is not None]
    why, close, *_ = (each.text for each in rows if each.head.text == tr("solve.details.why"))
    limit = next(each.text for each in rows if each.head.text == tr("solve.details.limits"))
    assert limit in solution.limits
    assert why == tr("solve.list.why", words=tr("solve.list.and").join(matched))
    sentence = next(each for each in solution.problems if each in close)
    assert close == tr("solve.list.near", sentence=sentence)
    assert near in close
    desk.press("Escape")
    assert words == "en" or limit in desk.seen()  # where it fits beside the ways


@pytest.mark.every_value
def test_in_a_small_window_the_details_begin_with_what_the_answer_can_do(room, words):
    desk = room("社内ネットワークのスイッチも監視したい", words=words, size=(1024, 700))
    desk.write({"ja": "証明書", "en": "certificate"}[words])
    solution = desk.window.answers.solution(open_row(desk).id.removeprefix("entry:"))
    desk.press("Alt+D")
    view = desk.page.panels.current.view
    first = view.rows[view.slots[0].row]
    assert (first.text, first.head.text) == (
        solution.text(language()).what,
        tr("solve.details.what"),
    )


def test_with_each_key_the_best_answer_is_the_open_one_though_something_is_decided(room):
    desk = room("内部のネットワーク機器の監視ができない")
    desk.press("Alt+1")
    assert open_row(desk).chosen
    desk.write("証明書")
    assert open_row(desk).text == titles(desk)[1]
    assert open_row(desk).outcome is None
    assert view(desk).rows_before() == 0
    desk.convert("しんせい")
    assert open_row(desk).text == titles(desk)[1]


def test_a_known_gap_is_said_with_its_source_the_nearest_answer_and_candidates_below(room, words):
    desk = room(CLOSED[words], words=words)
    gap = judge(desk.window.answers, (CLOSED[words],), words).gap
    near = gap.nearest[0]
    fact, *others = (row for row in view(desk).rows if label(row))
    assert fact.text == gap.statement
    assert gap.gap.text(words).source_heading.split(" → ")[-1] in fact.lines[0].text
    assert [row.text for row in others][:2] == [near.solution.text(words).name, near.falls_short]
    assert label(others[0]) == tr("solve.statement.nearest")
    assert view(desk).rows[: 1 + len(others)] == (fact, *others)
    assert any(row.checked is False for row in view(desk).rows)
    assert not any(mark == fit_word(4) for row in view(desk).rows for mark in marks(row))


@pytest.mark.every_value
def test_a_request_from_a_gap_has_the_nearest_answer_and_the_shortfall(room, words, by_mouse):
    desk = room(CLOSED[words], words=words)
    gap = judge(desk.window.answers, (CLOSED[words],), words).gap
    if by_mouse:
        desk.click(tr("solve.foot.request"))
    else:
        desk.press("Alt+Q")
    assert outcomes(desk) == (OutcomeKind.REQUEST,)
    (made,) = desk.state.requests
    assert made.nearest_id == gap.nearest[0].solution.id
    assert made.shortfall == gap.nearest[0].falls_short
    assert made.gap_id == gap.gap.id
    assert made.title == made.own_words == CLOSED[words]
    assert in_foot(desk, tr("solve.foot.requested")).isVisible()


def test_mouse_not_ours_from_a_gap_asks_for_a_reason(room):
    desk = room(CLOSED["ja"])
    desk.click(tr("solve.foot.not_ours"))
    desk.write("置き換えが決まっている")
    desk.press("Return")
    assert outcomes(desk) == (OutcomeKind.NOT_OURS,)


def test_the_nearest_answer_of_a_gap_is_chosen_by_its_key_and_is_offered_once(room):
    desk = room(CLOSED["ja"])
    gap = judge(desk.window.answers, (CLOSED["ja"],), "ja").gap
    desk.press("Alt+1")
    (card,) = desk.state.cards
    assert card.catalogue_id == gap.nearest[0].solution.id
    assert [row.chosen for row in view(desk).rows if row.text == card.title] == [True]


def test_a_way_round_a_gap_becomes_an_answer(room):
    answers = Answers()
    wish = next(
        wish
        for gap in answers.gaps.values()
        if gap.ja.way_round
        for wish in gap.ja.wishes
        if (found := judge(answers, (wish,), "ja").gap) and found.gap is gap
    )
    desk = room(wish)
    answers = [row for row in view(desk).rows if is_answer(row)]
    way = next(row for row in answers if row.id == WAY_ROUND)
    while not any(view(desk).rows[slot.row] is way for slot in view(desk).slots):
        desk.press("PageDown")
    desk.press(f"Alt+{answers.index(way) + 1}")
    (card,) = desk.state.cards
    assert (card.kind, card.title) == (CardKind.ANSWER, way.text)


def test_neither_enter_nor_space_makes_a_request_of_words_only(room):
    desk = room(CLOSED["ja"])
    desk.press("Return", "Home", "Return", "Space")
    assert OutcomeKind.REQUEST not in outcomes(desk)


def test_in_doubt_it_says_so_and_not_how_well_a_candidate_fits(room, words):
    desk = room(sentence(words, MatchQuality.CANDIDATES), words=words)
    question = judge(desk.window.answers, (desk.page.head.problem.text(),), words).question
    assert notes(desk) == [tr("judging.candidates"), *([question] if question else [])]
    assert [marks(row) for row in view(desk).rows if is_candidate(row) and marks(row)] == []


@pytest.mark.parametrize(
    ("words", "said"), [("ja", "会議室の予約"), ("en", "Which truck drivers will call in sick?")]
)
@pytest.mark.parametrize("by", ["mouse", "key", "enter"])
def test_what_is_not_near_is_shown_only_if_wanted(room, words, said, by, size):
    desk = room(said, words=words, size=size)
    (row,) = view(desk).rows
    assert row.text == tr("judging.nothing_near")
    focus = desk.page.audience_focus()
    assert (focus.statement.says, focus.suggestions) == (row.text, ())
    if by == "mouse":
        click_row(desk, NEXT_GAP)
    elif by == "key":
        desk.press("Alt+Right")
    else:
        view(desk).setFocus()
        desk.press("Return")
    assert len(list(filter(is_candidate, view(desk).rows))) > 1
    desk.press("Alt+1")
    assert outcomes(desk) == (OutcomeKind.SOLUTION,)
    assert any(map(is_candidate, view(desk).rows)), "the others stay"


@pytest.mark.parametrize(("words", "little"), [("ja", "監視"), ("en", "monitor")])
def test_of_one_common_word_it_asks_for_more(room, words, little):
    desk = room(little, words=words)
    assert notes(desk) == [tr("judging.too_little")]


def test_what_fits_needs_no_words_of_caution(room):
    desk = room("内部のネットワーク機器の監視ができない")
    assert notes(desk) == []


@pytest.mark.parametrize("key", ["Space", "Return"])
def test_a_request_is_not_taken_back_by_the_keys_that_tick(room, key):
    desk = room(CLOSED["ja"])
    desk.press("Alt+Q", "Tab")
    view(desk).setFocus()
    desk.press(key)
    assert outcomes(desk) == (OutcomeKind.REQUEST,)
    desk.press("Alt+1")
    assert outcomes(desk) == (OutcomeKind.OPEN,)


def test_a_request_taken_back_is_called_a_request_and_undo_leads_to_its_problem(room, words):
    desk = room("困っている", "もっと困っている", words=words)
    desk.press("Alt+Q", "Alt+1")
    assert outcomes(desk) == (OutcomeKind.OPEN,)
    desk.press("Alt+Down")
    desk.press("Ctrl+Z")
    what = tr("undo.of_problem", what=tr("undo.kind.take_back_request"), number=1)
    assert desk.window._toast.sentence == tr("undo.undone", what=what)
    assert outcomes(desk) == (OutcomeKind.REQUEST,)
    assert desk.page.head.problem.text() == "困っている"


def test_the_audience_sees_a_gap_with_its_nearest_answer_and_no_candidate(room, words):
    desk = room(CLOSED[words], words=words)
    gap = judge(desk.window.answers, (CLOSED[words],), words).gap
    focus = desk.page.audience_focus()
    assert focus.statement.says == gap.statement
    assert focus.statement.nearest == gap.nearest[0].solution.text(words).name
    assert focus.statement.falls_short == gap.nearest[0].falls_short
    assert focus.statement.way_round == gap.way_round
    assert focus.suggestions == ()
    desk.press("Alt+1")
    if not any(row.chosen for row in view(desk).rows):
        desk.press("Alt+1")  # it was on the next page
    leads = desk.page.audience_focus().answer
    assert leads.title == gap.nearest[0].solution.text(words).name


def test_the_audience_does_not_see_how_well_candidates_fit(room, words):
    desk = room(sentence(words, MatchQuality.CANDIDATES), words=words)
    focus = desk.page.audience_focus()
    assert focus.statement.says == tr("judging.candidates")
    assert not any(each.fit for each in focus.suggestions)
    assert focus.suggestions


def test_once_an_answer_is_chosen_the_statement_on_candidates_says_so_in_its_place(room, words):
    desk = room(sentence(words, MatchQuality.CANDIDATES), words=words)
    first, then = tr("judging.candidates"), tr("judging.more_candidates")
    count = len(view(desk).rows)
    said, *others = notes(desk)
    assert said == first
    desk.press("Alt+1")
    assert notes(desk) == [then, *others]
    assert tr("solve.statement.ask") not in [label(row) for row in view(desk).rows]
    assert len(view(desk).rows) == count
    assert desk.page.audience_focus().statement.says == then
    desk.press("Ctrl+Z")
    assert notes(desk) == [first, *others]


def test_an_answer_is_shown_to_the_audience_without_a_statement(room):
    desk = room("内部のネットワーク機器の監視ができない")
    focus = desk.page.audience_focus()
    assert focus.statement is None
    assert focus.suggestions[0].fit > 1


@pytest.mark.every_value
def test_no_way_in_the_foot_moves_whatever_stands_beside_them(room, words, size):
    said = {"ja": "スイッチ 通信量", "en": "switch traffic SNMP"}[words]
    desk = room(said, "困っている", words=words, size=size)

    def places():
        ways = ("request", "answer", "card")
        buttons = [in_foot(desk, tr(find(f"solve.{way}").short_words)) for way in ways]
        return [each.mapTo(desk.window, QPoint(0, 0)).x() for each in buttons]

    before = places()
    desk.window.toast("何かをしました。" * 12, undo=False)
    desk.settle()
    assert places() == before
    desk.press("Ctrl+Down")
    assert places() == before
    if size == (1366, 768):
        desk.press("Alt+1")
        assert desk.window._toast.isVisible()
        assert desk.window.foot.overflow == (), "the message folds no way"


def test_the_current_row_outlasts_a_change_of_mode(room, private):
    desk = room("スイッチ 通信量", private=private)
    desk.press("Down", "Down")
    row = open_row(desk)
    desk.set_private(not private)
    assert open_row(desk).id == row.id
    desk.press("Alt+1", "Alt+1")
    desk.set_private(private)
    assert open_row(desk) is not None


def test_what_the_step_is_for_begins_at_the_text_edge(room):
    desk = room("困っている")
    lefts = [
        each.mapTo(desk.page, QPoint(0, 0)).x() for each in visible_widgets(desk.page.intro, Text)
    ]
    assert min(lefts) == theme().metrics.edge


def test_the_way_on_is_filled_once_something_is_decided(room, words):
    desk = room("内部のネットワーク機器の監視ができない", "困っている", words=words)
    assert desk.page.foot().primary.kind == "secondary"
    desk.press("Alt+1")
    assert desk.page.foot().primary.kind == "primary"


def test_beside_candidates_a_gap_that_may_be_meant_is_shown_when_it_is_asked_for(room):
    wish = possible_gap(Answers())
    desk = room(wish)
    named = judge(desk.window.answers, (wish,), "ja").gaps[0]
    offered = next(row for row in view(desk).rows if row.id == NEXT_GAP)
    assert label(offered) == tr("solve.statement.perhaps")
    assert offered.text == named.gap.text("ja").name
    desk.press("Alt+Right")
    assert notes(desk)[0] == named.statement


@pytest.mark.every_value
def test_another_gap_that_may_be_meant_is_shown_and_used(room, words, by_mouse):
    desk = room(SEVERAL[words], words=words)
    first, second = judge(desk.window.answers, (SEVERAL[words],), words).gaps
    assert notes(desk)[0] == first.statement
    offered = next(row for row in view(desk).rows if row.id == NEXT_GAP)
    assert offered.text == second.gap.text(words).name
    assert label(offered) == tr("solve.statement.others", n=1)
    if by_mouse:
        point = control(desk, NEXT_GAP)
        desk.tap(view(desk), point)
    else:
        desk.press("Alt+Right")
    assert notes(desk)[0] == second.statement
    assert desk.page.audience_focus().statement.says == second.statement
    desk.press("Alt+Q")
    (made,) = desk.state.requests
    assert made.shortfall == (second.nearest[0].falls_short if second.nearest else second.statement)
    assert second.statement in notes(desk), "it stays while something is decided"
    desk.press("Ctrl+Z")
    desk.press("Alt+Left")
    assert notes(desk)[0] == first.statement


def test_the_room_and_the_audience_see_the_question_that_parts_candidates(room, words):
    answers = Answers()
    text = next(
        each
        for entry in answers.entries.values()
        for each in entry.text(words).problems
        if judge(answers, (each,), words).question
    )
    desk = room(text, words=words)
    question = judge(answers, (text,), words).question
    row = view(desk).rows[1]
    assert (row.text, label(row)) == (question, tr("solve.statement.ask"))
    assert not is_answer(row)
    assert desk.page.audience_focus().statement.question == question


def click_row(desk, row_id):
    """Click the words of a row, not its button."""
    slot = next(each for each in view(desk).slots if view(desk).rows[each.row].id == row_id)
    box = view(desk).accessible_box(slot.row)
    place = box.topLeft().toPoint() + QPoint(theme().metrics.edge + 20, 25)
    desk.tap(view(desk), place)


@pytest.mark.parametrize("by", ["mouse", "key", "enter"])
def test_a_request_for_more_words_opens_the_field_for_them(room, words, by, size):
    little, more = {
        "ja": ("困っている", "バッチが失敗しても気づかない"),
        "en": ("Trouble", "Nobody notices when a nightly batch fails"),
    }[words]
    desk = room(little, words=words, size=size)
    desk.write(little)
    asking = view(desk).rows[0]
    assert asking.id == WORDING
    assert asking.text == tr("judging.too_little")
    assert view(desk).span()[2] == sum(row.checked is not None for row in view(desk).rows)
    if by == "mouse":
        click_row(desk, WORDING)
    elif by == "key":
        desk.press("Alt+W")
    else:
        view(desk).setFocus()
        view(desk).set_current(0)
        desk.press("Return")
    panel = desk.page.panels.current
    assert isinstance(panel, FieldPanel)
    assert panel.question.isVisible()
    assert panel.question.text() == asking.text
    entry = panel.entries["wording"]
    assert panel.question.mapTo(panel, QPoint()).y() < entry.mapTo(panel, QPoint()).y()
    labels = [each.text() for each in panel.wordings.findChildren(Text) if each.isVisible()]
    ask = tr("solve.statement.ask")
    assert labels.index(ask) < labels.index(tr("solve.wording.concrete"))
    assert panel.hint.text() == tr("solve.wording.answer")
    assert entry.field.textCursor().position() == len(entry.text()), "the answer is added there"
    assert faults(desk.window) == []
    entry.field.selectAll()
    desk.write(more)
    desk.press("Return")
    assert desk.state.problem(desk.ids[0]).wording == more
    assert desk.page.panels.current is None
    assert desk.page.search.entry.text() == "", "the new wording is searched for"
    assert WORDING not in [row.id for row in view(desk).rows]
    assert marks(open_row(desk))[0] in {fit_word(3), fit_word(4)}


def test_a_question_that_was_answered_is_not_asked_again(room, words):
    said = {
        "ja": "夜間メンテのあいだだけアラートを黙らせたい",
        "en": "Graphs of the database",
    }[words]
    desk = room(said, words=words)
    question = desk.page.search.question
    assert question
    answer = {"ja": "。はい", "en": ". Yes"}[words]
    assert judge(desk.window.answers, (said + answer, said), words).question == question
    desk.press("Alt+W")
    desk.write(answer)
    desk.press("Return")
    assert desk.state.problem(desk.ids[0]).wording == said + answer
    assert desk.page.search.question == ""
    assert question not in notes(desk)


def test_text_of_a_statement_looks_like_text_and_is_not_framed_by_a_click(room):
    desk = room(CLOSED["ja"])
    fact = view(desk).rows[0]
    before = open_row(desk)
    click_row(desk, fact.id)
    assert open_row(desk) is before
    QTest.mouseMove(view(desk), view(desk).accessible_box(0).center().toPoint())
    assert view(desk).cursor().shape() is Qt.CursorShape.ArrowCursor


def test_a_choice_that_a_newer_edition_says_differently_is_marked(room, words, monkeypatch):
    desk = room("困っている", words=words)
    desk.write("mkr")
    answers = desk.window.answers
    entry = next(row for row in view(desk).rows if is_answer(row)).id.removeprefix("entry:")
    desk.press("Alt+1")
    assert tr("solve.list.newer") not in said(open_row(desk))
    own = answers.catalogue
    before = own.get(entry)
    text = replace(before.text(words), first_steps=("X", "Y", "Z"))
    changed = replace(before, **{words: text})
    newer = replace(own, version="2099-01-31", solutions={**own.solutions, entry: changed})
    answers.forget()
    monkeypatch.setitem(answers.__dict__, "_mackerel", (newer, None))
    desk.page.refresh()
    row = next(row for row in view(desk).rows if row.chosen)
    assert said(row) == [*before.text(words).first_steps, tr("solve.list.newer")]
    assert answers.entries_of(desk.state)[entry] == before
    gone = replace(newer, solutions={k: v for k, v in own.solutions.items() if k != entry})
    answers.forget()
    monkeypatch.setitem(answers.__dict__, "_mackerel", (gone, None))
    desk.page.refresh()
    row = next(row for row in view(desk).rows if row.chosen)
    assert said(row) == [*before.text(words).first_steps, tr("solve.list.gone")]
    assert answers.entries_of(desk.state)[entry] == before


@pytest.mark.parametrize("leave", ["outcome", "next", "elsewhere"])
def test_a_known_gap_that_was_met_is_recorded_and_is_no_undo_step(room, words, leave):
    desk = room(CLOSED[words], "x", words=words)
    gap = judge(desk.window.answers, (CLOSED[words],), words).gap.gap.id
    if leave == "outcome":
        desk.press("Alt+O")
        desk.write("置き換えが決まっている")
        desk.press("Return")
    if leave == "next":
        desk.press("Ctrl+Return")
    desk.go("list")
    assert [each.gap_id for each in desk.state.problems] == [gap, ""]
    desk.press("Ctrl+Z")
    problem = desk.state.problem(desk.ids[0])
    assert (problem.not_ours_reason, problem.gap_id) == ("", gap)
