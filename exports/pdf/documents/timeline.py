"""The timeline from today through the days of actions to the next meeting."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from exports.pdf.blocks.block import Block, PageText
from exports.pdf.blocks.grid import CellRow
from exports.pdf.blocks.stack import Stack
from exports.pdf.blocks.time_line import Stop, TimelineMark
from exports.pdf.documents.section import headed
from exports.pdf.fonts import typeface
from exports.pdf.paper import Paper
from exports.pdf.parts import Bold, heading, para
from exports.pdf.styles import SECTION, SMALL, Style
from workshop_app.domain.action import Action, by_day

ACTIONS = "actions"
"""The anchor of the table of actions, which says what each of them is."""
_WHERE = Style(SMALL.size, SECTION.leading, right=True)
_MOST_STOPS = 11
"""Maximum number of stops that fit the width of a page."""
_MOST_DAYS = 8
"""With more days, actions are grouped by week."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mark:
    """A stop: its day, its kind, and the lines below the day."""

    day: str
    stop: Stop
    lines: tuple[str, ...]
    week: bool = False


def timeline(paper: Paper) -> list[Block]:
    """Return the section of the timeline; empty without a day of the workshop."""
    workshop = paper.state.workshop
    if not workshop.date:
        return []
    left = [each for each in by_day(paper.state.actions) if each.is_open]
    dated = [each for each in left if each.due]
    at_the_end = [each for each in dated if each.due == workshop.next_date]
    frame = _frame(paper, at_the_end)
    before = [each for each in dated if each not in at_the_end]
    marks = [*frame, *_actions(paper, before, _MOST_STOPS - len(frame))]
    marks.sort(key=lambda mark: (mark.day, list(Stop).index(mark.stop)))
    rows: list[Block] = [_row(paper, marks)]
    undated = len(left) - len(dated)
    if undated:
        rows.append(para(paper, paper.words("papers.timeline.undated", n=undated), style=SMALL))
    title: Block = heading(paper, _title(paper, len(left)), SECTION)
    if left:
        title = _with_page(paper, title, sum(not _has_owner(paper, each) for each in left))
    return headed(title, [Stack(*rows)])


def _with_page(paper: Paper, title: Block, unowned: int) -> Block:
    """Return the heading with the page on which the actions are, and how many have no owner."""
    key = "papers.timeline.where_unowned" if unowned else "papers.timeline.where"

    def said(page: int) -> str:
        return paper.words(key, page=page, n=unowned)

    width = typeface().width(paper.fit(said(88)), SMALL.size) + 1
    where = PageText(ACTIONS, lambda page: para(paper, said(page), style=_WHERE))
    return CellRow((title, where), (None, width))


def _has_owner(paper: Paper, action: Action) -> bool:
    return bool(action.owner_name.strip()) or paper.state.participant(action.owner_id) is not None


def _title(paper: Paper, left: int) -> str:
    words = paper.words
    if not paper.state.workshop.next_date:
        return words("papers.actions.count" if left else "papers.timeline.nothing", n=left)
    return words("papers.actions.until_next" if left else "papers.timeline.meet", n=left)


def _frame(paper: Paper, at_the_end: list[Action]) -> list[_Mark]:
    """Return today and the next meeting, with the actions that are due on its day."""
    words = paper.words
    workshop = paper.state.workshop
    marks = [_Mark(day=workshop.date, stop=Stop.TODAY, lines=(words("papers.timeline.today"),))]
    if workshop.next_date:
        lines = [words("papers.timeline.next")]
        if len(at_the_end) == 1:
            of_one = _who(paper, at_the_end[0]), _number(paper, at_the_end[0])
            lines += [each for each in of_one if each]
        elif at_the_end:
            lines.append(_count(paper, at_the_end))
        marks.append(_Mark(day=workshop.next_date, stop=Stop.NEXT, lines=tuple(lines)))
    return marks


def _actions(paper: Paper, actions: list[Action], room: int) -> list[_Mark]:
    """Return a stop for each action; if there are too many, one for each day or each week."""
    days = {each.due for each in actions}
    if len(days) <= _MOST_DAYS and len(actions) <= room:
        return [
            _Mark(day=each.due, stop=Stop.ACTION, lines=(_who(paper, each), _number(paper, each)))
            for each in actions
        ]
    weekly = len(days) > _MOST_DAYS
    groups = [
        (day, list(found))
        for day, found in groupby(actions, key=lambda each: _week(each.due) if weekly else each.due)
    ]
    if len(groups) > room:
        late = [each for _, found in groups[room - 1 :] for each in found]
        groups = [*groups[: room - 1], (groups[room - 1][0], late)]
    return [
        _Mark(day=day, stop=Stop.ACTION, lines=(_count(paper, found),), week=weekly)
        for day, found in groups
    ]


def _week(iso: str) -> str:
    day = date.fromisoformat(iso)
    return (day - timedelta(days=day.weekday())).isoformat()


def _count(paper: Paper, actions: list[Action]) -> str:
    return paper.words("papers.timeline.actions", n=len(actions))


def _who(paper: Paper, action: Action) -> str:
    owner = paper.state.participant(action.owner_id)
    if owner is not None:
        return paper.called_briefly(owner)
    name = action.owner_name.split()
    return name[0] if name else paper.words("papers.timeline.nobody")


def _number(paper: Paper, action: Action) -> str:
    problem = paper.state.problem(paper.state.merging.root_ids.get(action.problem_id or ""))
    return paper.words("papers.timeline.problem", number=problem.number) if problem else ""


def _row(paper: Paper, marks: list[_Mark]) -> Block:
    cells: list[Block] = []
    month = ""
    for number, mark in enumerate(marks):
        is_new = mark.day[:7] != month
        month = mark.day[:7]
        named = paper.words.month(mark.day, year=False, short=True) if is_new else ""
        cells.append(
            Stack(
                para(paper, named, style=SMALL),
                TimelineMark(mark.stop, last=number == len(marks) - 1),
                *_day(paper, mark),
                *(para(paper, line, style=SMALL) for line in mark.lines),
            )
        )
    return CellRow(tuple(cells), (None,) * len(cells), gap=0)


def _day(paper: Paper, mark: _Mark) -> list[Block]:
    """Return the day of the month and the weekday."""
    words = paper.words
    day = date.fromisoformat(mark.day)
    number = Bold(str(day.day))
    if mark.week:
        said = words("papers.timeline.week")
        return [para(paper, number), para(paper, said, style=SMALL)]
    weekday = words.weekday(mark.day)
    if paper.language == "ja":
        return [para(paper, number, f"({weekday})")]
    return [para(paper, number), para(paper, weekday, style=SMALL)]
