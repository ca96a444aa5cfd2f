"""Helpers for tests of the page Solve."""

from tests.helpers import hostile
from ui.components.outcome_commands import WORDING
from ui.pages.solve.answer_list_view import AnswerListView
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


def view(desk) -> AnswerListView:
    return desk.page.search.view


def entry(desk):
    return desk.page.search.entry


def titles(desk):
    return [row.title for row in view(desk).rows if row.is_answer]


def notes(desk):
    return [row.title for row in view(desk).rows if row.note or row.id == WORDING]


def open_row(desk):
    return view(desk).current_row


def chip(fields, name):
    return next(one for one in fields.findChildren(CheckButton) if one.text() == name)


def cards(desk, place=0):
    return desk.state.cards_of(desk.ids[place])


def outcomes(desk, place=0):
    return desk.state.outcomes_of(desk.state.problem(desk.ids[place]))
