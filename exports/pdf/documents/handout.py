"""The handout: one per participant, their own problems before those of the group."""

from exports.pdf.blocks.block import Block
from exports.pdf.blocks.stack import Stack
from exports.pdf.documents.closing import (
    able_to,
    action_table,
    community,
    ending_with_notes,
)
from exports.pdf.documents.document_head import head, three_lines
from exports.pdf.documents.own_points import group_points, own_points, top_problems
from exports.pdf.documents.parking_lot import parking_lot
from exports.pdf.documents.promise import told_requests
from exports.pdf.documents.replaced_note import replaced_note
from exports.pdf.paper import Paper
from exports.pdf.parts import bulleted, heading, para
from exports.pdf.styles import PART
from workshop_app.domain.action import Action


def build(paper: Paper) -> list[Block]:
    """Return the blocks of the handout of the paper's reader."""
    own = own_points(paper)
    end = ending_with_notes(paper)
    group = [*top_problems(paper), *([] if own else group_points(paper))]
    return [
        *head(paper, _title(paper), people=False),
        *([three_lines(paper)] if paper.shows("lines") else []),
        *own,
        *group,
        *_actions(paper),
        *_alone(paper),
        *told_requests(paper),
        *parking_lot(paper),
        *community(paper),
        *replaced_note(paper),
        *end,
    ]


def _title(paper: Paper) -> str:
    if paper.reader is None:
        return paper.words("papers.name.handout")
    return paper.words("papers.handout.title", name=paper.person(paper.reader))


def _actions(paper: Paper) -> list[Block]:
    """Return the reader's actions, then those of the others."""
    words = paper.words
    reader = paper.reader
    mine = [each for each in paper.state.actions if reader and each.owner_id == reader.id]
    others = [each for each in paper.state.actions if each not in mine]
    parts: list[Block] = []
    if reader:
        said = (
            action_table(paper, mine) if mine else para(paper, words("papers.handout.no_actions"))
        )
        parts.append(Stack(heading(paper, words("papers.handout.actions"), PART), said))
    if others and paper.shows("others_actions"):
        parts.append(_others(paper, others))
    return parts


def _others(paper: Paper, actions: list[Action]) -> Block:
    key = "papers.handout.others_actions" if paper.reader else "papers.actions.title"
    return Stack(heading(paper, paper.words(key), PART), action_table(paper, actions))


def _alone(paper: Paper) -> list[Block]:
    able = able_to(paper.reader) if paper.reader else []
    if not able or not paper.shows("alone"):
        return []
    title = heading(paper, paper.words("papers.handout.alone"), PART)
    return [Stack(title, *bulleted(paper, able))]
