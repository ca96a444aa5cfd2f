"""Private mode with columns: the state of the round in words, next to the private note."""

from functools import partial

import pytest

from tests.helpers.choosing import count
from ui.components.side_panel import SidePanel
from workshop_app.i18n import texts, tr
from workshop_app.services.commands.choosing import EditVote, PutDots


@pytest.fixture
def room(room):
    return partial(room, private=True)


def figure(desk, name):
    """The number next to a text."""
    rows = desk.page.side.details.rows
    return next(row.description for row in rows if row.text == tr(f"choose.details.{name}"))


def test_hands_are_added_up_and_ties_shown_after_closing(room):
    desk = room("一つ目", "二つ目", "三つ目")
    count(desk, 5)
    assert figure(desk, "counted") == "1 / 3"
    assert tr("choose.details.hands") not in desk.details
    assert tr("choose.details.uncounted", n=2) in desk.details
    assert tr("choose.details.ties") not in desk.details
    count(desk, 5, 1)
    assert not any(tr("choose.details.votes", n=5) in text for text in desk.details)
    desk.press("Ctrl+Return")
    assert tr("choose.details.closed") in desk.details
    assert figure(desk, "hands") == "11"
    assert figure(desk, "people") == "5"
    assert tr("choose.details.all_counted") in desk.details
    numbers = f"1{tr('choose.rank.comma')}2"
    first = texts().rank("1=")
    assert tr("choose.details.tie", rank=first, numbers=numbers) in desk.details
    desk.press("Ctrl+Z")
    assert tr("choose.details.open") in desk.details


@pytest.mark.parametrize(
    ("given", "words"), [(3, ("fewer", 3)), (6, ("fits", 0)), (7, ("more", 1))]
)
def test_dots_are_beside_the_number_that_people_may_give(room, given, words):
    desk = room("一つ目", "二つ目", people=2)
    desk.do(EditVote(desk.state.workshop.id, "dots", 3))
    left = given
    for voter in (1, 2, 3):
        dots = min(3, left)
        if dots:
            desk.do(PutDots(desk.ids[0], voter, dots))
        left -= dots
    assert tr("choose.details.given") not in desk.details
    assert not any("6" in row.description for row in desk.page.side.details.rows)
    desk.do(EditVote(desk.state.workshop.id, "vote_closed", True))
    assert figure(desk, "given") == str(given)
    limit = tr("choose.details.limit", people=2, dots=3)
    assert [row.description for row in desk.page.side.details.rows if row.text == limit] == ["6"]
    name, n = words
    assert tr(f"choose.details.{name}", n=n) in desk.details


def test_projected_mode_has_no_panel(room):
    assert not room("一つ目", private=False).page.findChildren(SidePanel)
