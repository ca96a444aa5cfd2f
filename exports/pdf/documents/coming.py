"""Who does what by when, on the first page of the summary: a low row for each action."""

from exports.pdf.blocks.block import Block, PageText
from exports.pdf.blocks.grid import CellRow
from exports.pdf.documents.actions import (
    all_late,
    count_of,
    day_of,
    is_marked_late,
)
from exports.pdf.documents.section import wide_section
from exports.pdf.paper import Paper
from exports.pdf.parts import Bold, para
from exports.pdf.styles import SMALL
from workshop_app.domain.action import Action

ACTIONS = "actions"
"""The anchor of the section of all actions."""
MOST_ROWS = 12
_DAY = 74.0
_OWNER = 84.0


def open_actions(paper: Paper) -> list[Action]:
    """Return what is still to be done, by day."""
    return [each for each in paper.actions if each.is_open]


def coming(paper: Paper, most: int = MOST_ROWS) -> list[Block]:
    """Return the section of at most so many open actions, and how many more there are.

    Those without an owner are always among them. It is empty if there is nothing to come.
    """
    left = open_actions(paper)
    next_date = paper.state.workshop.next_date
    if not left and not next_date:
        return []
    words = paper.words
    shown = sorted(left, key=lambda each: bool(paper.owner_of(each)))[:most]
    rows = [action_line(paper, each) for each in left if each in shown]
    rest = len(left) - len(shown)
    if rest:
        rows.append(_rest(paper, rest))
    meet = words("papers.coming.meet", day=day_of(paper, next_date)) if next_date else ""
    if not left:
        return wide_section(paper, meet, rows)
    if meet and all_late(paper):
        rows.append(para(paper, meet, style=SMALL))
    return wide_section(paper, count_of(paper, left), rows)


def action_line(paper: Paper, action: Action) -> Block:
    """Return a low row with the day, the owner and the text of an action."""
    words = paper.words
    day = day_of(paper, action.due, short=True) if action.due else words("papers.actions.day_blank")
    late = Bold(f"{words('papers.actions.overdue')}{paper.gap}")
    late = late if is_marked_late(paper, action) else ""
    owner = paper.owner_of(action)
    cells = (
        para(paper, Bold(day), style=SMALL),
        para(paper, owner or Bold(words("papers.actions.nobody")), style=SMALL),
        para(paper, late, action.text, style=SMALL),
    )
    return CellRow(cells, (_DAY, _OWNER, None), gap=4)


def _rest(paper: Paper, count: int) -> Block:
    """Return how many more actions there are, and on which page."""
    words = paper.words
    return PageText(
        ACTIONS,
        lambda page: para(paper, words("papers.coming.more", n=count, page=page), style=SMALL),
        here=para(paper, words("papers.coming.more_here", n=count), style=SMALL),
    )
