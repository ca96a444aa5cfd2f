"""All first steps of the open answer are shown, and the names of others beside them."""

import pytest

from tests.helpers.fitting import faults
from tests.helpers.solve_page import open_row, view
from ui.actions.table import find
from ui.pages.solve.search_area import is_answer
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr

LATE = "バッチが失敗しても気づかない"


def names_in_sight(desk):
    rows = (view(desk).rows[slot.row] for slot in view(desk).slots if slot.begins)
    return sum(is_answer(row) for row in rows)


def is_whole(desk):
    """Whether all lines of the open row are on the page."""
    slots = [slot for slot in view(desk).slots if slot.row == view(desk).current]
    return [(slot.begins, slot.ends) for slot in slots] == [(True, True)]


def test_four_names_are_in_sight_while_nothing_is_decided(room, size):
    desk = room("困っている", size=size)
    desk.write(LATE)
    assert view(desk).rows_before() == 0
    assert names_in_sight(desk) >= 4
    assert faults(desk.window) == []


@pytest.mark.every_value
def test_the_four_ways_are_words_while_nothing_is_decided(room, size, words):
    desk = room("困っている", "最後の課題", size=size, words=words)
    for number in (1, 2):
        desk.show_record(desk.ids[number - 1])
        for way in ("solve.request", "solve.answer", "solve.card", "solve.not_ours"):
            assert tr(find(way).short_words) in desk.seen().splitlines()


def test_a_question_to_the_room_and_three_names_fit_on_the_page(room):
    desk = room("困っている", size=(1024, 700))
    desk.write("遅い")
    assert view(desk).rows[view(desk).slots[0].row].text == tr("judging.too_little")
    assert names_in_sight(desk) >= 3


@pytest.mark.every_value
def test_of_a_decided_problem_all_first_steps_and_a_further_name_are_in_sight(
    desk, words, private, size
):
    one = desk(words, until=Step.APPRAISE, page="solve", size=size, private=private)
    seen = []
    for problem in one.state.chosen:
        one.show_record(problem.id)
        assert faults(one.window) == []
        if open_row(one).chosen:
            assert is_whole(one)
            seen.append(names_in_sight(one))
    assert len(seen) > 2
    assert min(seen) >= 2


@pytest.mark.parametrize(
    ("words", "wish"),
    [("ja", "部長に毎月のレポートを自動で送りたい"),
     ("en", "We want to send graphs to the manager by mail every month")],
)  # fmt: skip
def test_an_answer_chosen_despite_a_known_gap_has_what_it_lacks_below_it(room, words, wish):
    """The whole statement is after the candidates."""
    desk = room(wish, words=words, size=(1366, 768))
    gap = desk.page.search.judgement.gap
    desk.press("Alt+1")
    if not open_row(desk).chosen:
        desk.press("Alt+1")  # an answer that was out of sight is opened first
    assert open_row(desk).chosen
    texts = [row.text for row in view(desk).rows]
    assert texts[:2] == [open_row(desk).text, gap.nearest[0].falls_short]
    assert texts.index(gap.statement) > next(
        n for n, row in enumerate(view(desk).rows) if row.checked is False
    )
    assert texts.count(gap.statement) == 1
    assert faults(desk.window) == []
