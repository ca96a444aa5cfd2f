"""The reader's own actions in a handout, and those of others."""

from exports.pdf.blocks.block import Block, PageText
from exports.pdf.blocks.gutter import Gutter, GutterMark
from exports.pdf.blocks.stack import Stack
from exports.pdf.documents.actions import day_in_label, day_of, owner_of, passing_on
from exports.pdf.documents.section import row, section
from exports.pdf.paper import Paper
from exports.pdf.parts import Whole, para
from exports.pdf.styles import SECTION, SECTION_NAME
from workshop_app.domain.action import Action, by_day
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import TOLD_LATER
from workshop_app.domain.workshop import Participant

_TICK_BOX = 15.0


def actions_of(paper: Paper, reader: Participant) -> list[Action]:
    """Return the reader's open actions, by day."""
    ordered = by_day(paper.state.actions)
    return [each for each in ordered if each.owner_id == reader.id and each.is_open]


def problem_of(paper: Paper, action: Action) -> Problem | None:
    """Return the problem of an action, or the one that it was merged into."""
    return paper.state.problem(paper.state.merging.root_ids.get(action.problem_id or "", ""))


def reader_actions(
    paper: Paper, reader: Participant, problems: list[Problem], anchors: dict[str, str]
) -> list[Block]:
    """Return the section of the reader's actions by day, and those of others for `problems`.

    `anchors` maps ids of problems to the anchors of the pages with their steps.
    """
    mine = actions_of(paper, reader)
    group = {one for each in problems for one in paper.state.merging.group_ids(each.id)}
    asked = any(
        each.problem_id in group and paper.state.promise_of(each) in TOLD_LATER
        for each in paper.state.requests
    )
    brought = [
        each
        for each in by_day(paper.state.actions)
        if each.owner_id != reader.id
        and each.is_open
        and (each.problem_id in group or (asked and each.passes_on))
        and owner_of(paper, each)
    ]
    rows = [_mine(paper, each, anchors) for each in mine]
    rows += [_brought(paper, each) for each in brought]
    if asked and not any(each.passes_on for each in (*mine, *brought)):
        rows += _nobody_passes_on(paper)
    if not mine:
        done = any(each.owner_id == reader.id for each in paper.state.actions)
        rows.insert(0, row(para(paper, ""), para(paper, _what_to_do(paper, anchors, done=done))))
    return section(paper, paper.words("papers.own.actions"), _title(paper, reader, mine), rows)


def _title(paper: Paper, reader: Participant, mine: list[Action]) -> str:
    words = paper.words
    if not mine:
        done = any(each.owner_id == reader.id for each in paper.state.actions)
        return words("papers.own.all_done" if done else "papers.own.nothing_to_do")
    count = paper.things(len(mine))
    days = [each.due for each in mine]
    if not all(days):
        return words("papers.own.to_do", n=len(mine), count=count)
    last = day_of(paper, max(days))
    return words("papers.own.to_do_until", n=len(mine), count=count, date=last)


def _what_to_do(paper: Paper, anchors: dict[str, str], *, done: bool) -> str:
    if not anchors:
        return paper.words("papers.own.ask")
    return paper.words("papers.own.choose_more" if done else "papers.own.choose")


def _mine(paper: Paper, action: Action, anchors: dict[str, str]) -> Block:
    lines: list[Block] = [para(paper, action.text, style=SECTION)]
    problem = problem_of(paper, action)
    if problem is not None:
        lines.append(_why(paper, problem, anchors.get(problem.id, "")))
    mark = GutterMark(box=True, size=_TICK_BOX, leading=SECTION.leading)
    return row(day_in_label(paper, action, SECTION_NAME), Gutter(Stack(*lines), mark))


def _why(paper: Paper, problem: Problem, anchor: str) -> Block:
    if not anchor:
        return para(paper, paper.words("papers.own.why", number=problem.number))
    return PageText(
        anchor,
        lambda page: para(
            paper, paper.words("papers.own.why_and_page", number=problem.number, page=page)
        ),
    )


def _brought(paper: Paper, action: Action) -> Block:
    by = paper.words("papers.own.by", name=owner_of(paper, action))
    said = para(paper, Whole(by), action.text)
    icon = "plane" if action.passes_on else "card" if action.card_id else "arrow-right"
    return row(day_in_label(paper, action), Gutter(said, GutterMark(icon=icon)))


def _nobody_passes_on(paper: Paper) -> list[Block]:
    """Return what is settled of passing the reader's requests on."""
    said = passing_on(paper)
    if not said:
        return []
    return [row(para(paper, ""), Gutter(para(paper, said), GutterMark(icon="plane")))]
