"""Helpers for tests of the page Solve."""

from tests.helpers import hostile
from ui.components.outcome_commands import WORDING, is_statement
from ui.pages.solve.search_area import AnswersView, is_answer
from ui.widgets.action_button import ActionButton
from ui.widgets.check_button import CheckButton
from workshop_app.services.commands.choosing import Choose
from workshop_app.services.commands.problems import AddProblem

HOSTILE = hostile.TEXTS


def problems_in(make_desk, *said, **options):
    """Return a desk at Solve with problems of these texts, all chosen."""
    desk = make_desk(page="", **options)
    desk.ids = [desk.do(AddProblem(words)) for words in said]
    desk.do(Choose(tuple(desk.ids)))
    desk.go("solve")
    return desk


def view(desk) -> AnswersView:
    return desk.page.search.view


def entry(desk):
    return desk.page.search.entry


def titles(desk):
    return [row.text for row in view(desk).rows if is_answer(row)]


def notes(desk):
    return [row.text for row in view(desk).rows if is_statement(row.id) or row.id == WORDING]


def control(desk, row_id, number=0):
    """The middle of a box or of words to press in a row on the page, counted from the left."""
    rows = view(desk)
    slot = next(slot for slot in rows.slots if rows.rows[slot.row].id == row_id)
    boxes = sorted(rows.control_boxes(slot), key=lambda box: box.x())
    return boxes[number].center().toPoint()


def in_foot(desk, words):
    """The way in the foot bar with these words."""
    ways = desk.page.foot().left
    return next(one for one in ways if isinstance(one, ActionButton) and one.text() == words)


def open_row(desk):
    return view(desk).current_row


def chip(fields, name):
    return next(one for one in fields.findChildren(CheckButton) if one.text() == name)


def cards(desk, place=0):
    return desk.state.cards_of(desk.ids[place])


def outcomes(desk, place=0):
    return desk.state.outcomes_of(desk.state.problem(desk.ids[place]))
