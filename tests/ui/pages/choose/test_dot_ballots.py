"""Choosing with dots, and in several rounds."""

import pytest
from PySide6.QtCore import QPoint

from tests.helpers.choosing import count, ranking, votes
from tests.helpers.list_rows import after
from ui.pages.choose.dot_ballots import parse_ballot
from workshop_app.domain.errors import InvalidInput
from workshop_app.i18n import tr
from workshop_app.services.commands.choosing import EditVote, PutDots


def ballots(desk, *typed):
    for words in typed:
        desk.write(words)
        desk.press("Return")


def test_a_ballot_over_a_limit_lowered_afterwards_says_how_many_are_too_many(room):
    desk = room("一つ目", "二つ目", people=2)
    desk.press("Ctrl+Shift+D")
    ballots(desk, "1 2", "2 1")
    desk.do(EditVote(desk.state.workshop.id, "dots", 1))
    assert tr("choose.dots.too_many", n=2) in desk.seen()
    assert tr("choose.dots.left", n=0) not in desk.seen()


def test_dots_are_typed_ballot_by_ballot_with_keys_only(room):
    desk = room("一つ目", "二つ目", "三つ目", people=2)
    desk.press("Ctrl+Shift+D")
    assert desk.state.workshop.dots == 3
    assert desk.focus is desk.page.dot_ballots.line.field
    ballots(desk, "2 2", "３　１")
    assert desk.state.votes.ballot(1) == {desk.ids[1]: 2, desk.ids[2]: 1}
    assert tr("choose.dots.left", n=0) in desk.seen()
    ballots(desk, "", "2")
    assert desk.state.votes.ballot(2) == {desk.ids[1]: 1}
    assert tr("choose.dots.left", n=2) in desk.seen()
    ballots(desk, "", "")
    assert tr("choose.dots.all", n=2) in desk.seen()
    desk.press("Ctrl+Return")
    assert ranking(desk) == [("1", "二つ目", 3), ("2", "三つ目", 1), ("", "一つ目", 0)]


def test_by_mouse_a_problem_and_its_ballot_are_clicked_and_digits_go_into_the_line(room):
    desk = room("一つ目", "二つ目", people=2)
    desk.press("Ctrl+Shift+D")
    part = desk.page.dot_ballots
    slot = part.rows.view.slots[1]
    desk.tap(part.rows.view, QPoint(300, slot.top + slot.height // 2))
    desk.tap(part._next)
    assert desk.state.votes.ballot(1) == {desk.ids[1]: 1}
    part._next.setFocus()
    desk.tap(part._next)
    assert desk.focus is part.line.field
    ballots(desk, "1 2")
    assert desk.state.votes.ballot(2) == {desk.ids[0]: 2}
    desk.tap(part._before)
    assert (part.voter, desk.focus) == (1, part.line.field)


@pytest.mark.parametrize(
    ("typed", "dots"),
    [
        ("4", {4: 1}),
        ("4 2", {4: 2}),
        ("4 0", {4: 0}),
        ("４×９", {4: 9}),
        ("4 12", {4: 1, 12: 1}),
        ("4, 2", {4: 1, 2: 1}),
        ("2 10 4", {2: 1, 10: 1, 4: 1}),
        ("2、10・2", {2: 2, 10: 1}),
        ("2 x", {}),
        ("", {}),
    ],
)
def test_a_ballot_is_read_as_it_is_written(typed, dots):
    assert parse_ballot(typed, 3) == dots


def test_a_whole_ballot_is_one_line_and_one_step_of_undo(room):
    desk = room("一つ目", "二つ目", "三つ目", people=2)
    desk.press("Ctrl+Shift+D")
    ballots(desk, "3 1 2")
    assert set(desk.state.votes.ballot(1).values()) == {1}
    assert len(desk.state.votes.ballot(1)) == 3
    desk.press("Ctrl+Z")
    assert desk.state.votes.ballot(1) == {}


def test_sums_of_dots_are_hidden_until_closing(room, private):
    desk = room("一つ目", "二つ目", people=30, private=private)
    desk.press("Ctrl+Shift+D")
    for voter in range(1, 31):
        desk.do(PutDots(desk.ids[1], voter, 3))
    ballots(desk, "1 0")
    assert desk.state.votes.of(desk.ids[1]) == 90
    assert "90" not in desk.seen()
    assert [row.text for row in desk.page.dot_ballots.rows.rows()] == ["一つ目", "二つ目"]
    assert desk.page.closed_round.view.rows == ()


@pytest.mark.parametrize(
    ("typed", "key", "values"),
    [
        ("2×4", "over", {"n": 3}),
        ("1 1 2, 2", "over_ballot", {"n": 3}),
        ("9 1", "no_problem", {"number": 9}),
        ("たくさん", "wrong", {}),
        ("1 3", "over_each", {"most": 2}),
    ],
)
def test_what_a_ballot_cannot_give_is_refused_in_one_sentence(room, typed, key, values):
    desk = room("一つ目", "二つ目")
    desk.press("Ctrl+Shift+D")
    if key == "over_each":
        desk.do(EditVote(desk.state.workshop.id, "dots_each", 2))
    ballots(desk, typed)
    assert tr(f"choose.dots.{key}", **values) in desk.seen()
    assert desk.page.dot_ballots.line.text() == typed
    desk.press("Ctrl+Return")
    assert not desk.state.workshop.vote_closed
    assert desk.state.votes.voters == ()


def test_dots_are_taken_back_until_closing(room):
    desk = room("一つ目", "二つ目")
    desk.press("Ctrl+Shift+D")
    ballots(desk, "1 2", "2")
    ballots(desk, "1 0")
    assert desk.state.votes.ballot(1) == {desk.ids[1]: 1}
    desk.press("Ctrl+Z")
    assert desk.state.votes.ballot(1) == {desk.ids[0]: 2, desk.ids[1]: 1}
    desk.press("Alt+Down", "Alt+Up")
    assert "1×2" in desk.seen()
    desk.press("Ctrl+Return")
    with pytest.raises(InvalidInput):
        desk.session.execute(PutDots(desk.ids[0], 1, 0))


def test_switching_the_way_asks_nothing_and_loses_nothing(room):
    desk = room("一つ目", "二つ目")
    count(desk, 4)
    desk.write("2")
    desk.press("Ctrl+Shift+D")
    assert desk.state.votes.in_round(1) == {}
    ballots(desk, "2 3")
    desk.press("Ctrl+Shift+D")
    assert votes(desk) == [4, 2]
    desk.press("Ctrl+Shift+D")
    assert votes(desk) == [0, 3]
    assert desk.state.workshop.dots == 3


def test_a_round_on_ties_decides_only_between_them(room):
    desk = room("一つ目", "二つ目", "三つ目", "四つ目", people=20)
    count(desk, 9, 18, 9, 1)
    desk.press("Ctrl+Return")
    desk.press("Alt+Shift+A")
    assert [row.text for row in desk.page.hand_count.rows.rows()] == ["一つ目", "三つ目"]
    count(desk, 12, 5)
    desk.press("Ctrl+Return")
    assert ranking(desk) == [
        ("1", "二つ目", None),
        ("2", "一つ目", 12),
        ("3", "三つ目", 5),
        ("4", "四つ目", None),
    ]
    assert desk.state.votes.rounds == (1, 2)


def test_earlier_rounds_stay_to_be_looked_at(room):
    desk = room("一つ目", "二つ目", people=20)
    count(desk, 3, 18)
    desk.press("Ctrl+Return", "Alt+A")
    assert not desk.state.workshop.vote_closed
    assert [after(row) for row in desk.page.hand_count.rows.rows()] == [[""], [""]]
    count(desk, 15, 2)
    desk.press("Ctrl+Return")
    assert ranking(desk) == [("1", "一つ目", 15), ("2", "二つ目", 2)]
    desk.press("Alt+Left")
    assert ranking(desk) == [("1", "二つ目", 18), ("2", "一つ目", 3)]
    desk.press("Alt+Right")
    assert ranking(desk)[0] == ("1", "一つ目", 15)
    desk.press("Ctrl+Z", "Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert desk.state.workshop.round == 1
    assert desk.state.votes.in_round(1) == {desk.ids[0]: 3, desk.ids[1]: 18}


def test_a_round_counted_both_ways_becomes_two_rounds(room):
    desk = room("一つ目", "二つ目", people=9)
    count(desk, 4, 7)
    desk.press("Ctrl+Shift+D")
    ballots(desk, "1 3")
    desk.press("Ctrl+Return", "Alt+A")
    assert desk.state.workshop.round == 3
    assert desk.state.votes.in_round(1) == {desk.ids[0]: 4, desk.ids[1]: 7}
    assert desk.state.votes.in_round(2) == {desk.ids[0]: 3, desk.ids[1]: 0}
