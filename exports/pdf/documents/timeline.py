"""The timeline from today through the days of actions to the next meeting."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from itertools import groupby

from exports.pdf.blocks.block import Block, PageText
from exports.pdf.blocks.grid import CellRow
from exports.pdf.blocks.stack import Stack
from exports.pdf.blocks.time_line import Stop, TimelineMark
from exports.pdf.documents.actions import day_of
from exports.pdf.documents.section import headed
from exports.pdf.fonts import typeface
from exports.pdf.page_size import page_size
from exports.pdf.paper import Paper
from exports.pdf.parts import Bold, heading, para
from exports.pdf.styles import SECTION, SMALL, Style
from workshop_app.domain.action import Action
from workshop_app.domain.facts.then_now import unowned

ACTIONS = "actions"
"""The anchor of the table of actions, which says what each of them is."""
_WHERE = Style(SMALL.size, SECTION.leading, right=True)
_MOST_DAYS = 8
"""With more days, actions are grouped by week."""
_MOST_STOPS = 11
"""Maximum number of stops that fit the width of a page."""
_LEAST = 42.0
"""Width of the narrowest stop."""
_MOST_NAME = 120.0
"""The width from which on a name is broken."""
_GAP = 8.0
"""The space between the names of two stops."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mark:
    """A stop: its day, its kind, and the lines below the day."""

    day: str
    stop: Stop
    lines: tuple[str, ...]
    week: bool = False


class _Naming(Enum):
    """How the people with actions of a day are named, from the widest to the narrowest."""

    LINE = "line"
    """Each with the problems on one line."""
    LINES = "lines"
    """The same on two lines."""
    FEW = "few"
    """Each on two lines, but at most two."""
    ONE = "one"
    """Only a single person; several as the number of their actions."""
    NUMBER = "number"
    """Nobody; the number of actions."""


_MOST_PEOPLE = {_Naming.LINE: 4, _Naming.LINES: 3, _Naming.FEW: 2, _Naming.ONE: 1}
"""Maximum number of people named below a day; of more, the first ones and a number."""


def timeline(paper: Paper, *, brief: bool = False) -> list[Block]:
    """Return the section of the timeline; empty without a day of the workshop.

    If `brief`, fewer people are named below a day.
    """
    workshop = paper.state.workshop
    if not workshop.date:
        return []
    left = [each for each in paper.actions if each.is_open]
    dated = [each for each in left if each.due]
    at_the_end = [each for each in dated if each.due == workshop.next_date]
    before = [each for each in dated if each not in at_the_end]
    marks, widths = _fitting(paper, before, at_the_end, brief=brief)
    rows: list[Block] = [_row(paper, marks, widths)]
    undated = len(left) - len(dated)
    if undated:
        rows.append(para(paper, paper.words("papers.timeline.undated", n=undated), style=SMALL))
    title: Block = heading(paper, _title(paper, len(left)), SECTION)
    if left:
        title = _with_page(paper, title, unowned(paper.state, left))
    return headed(title, [Stack(*rows)])


def _with_page(paper: Paper, title: Block, unowned: int) -> Block:
    """Return the heading with the page on which the actions are, and how many have no owner."""
    key = "papers.timeline.where_unowned" if unowned else "papers.timeline.where"

    def said(page: int) -> str:
        return paper.words(key, page=page, n=unowned)

    width = typeface().width(paper.fit(said(88)), SMALL.size) + 1
    here = paper.words(f"{key}_here", n=unowned)
    where = PageText(
        ACTIONS,
        lambda page: para(paper, said(page), style=_WHERE),
        here=para(paper, here, style=_WHERE),
    )
    return CellRow((title, where), (None, width))


def _title(paper: Paper, left: int) -> str:
    words = paper.words
    day = paper.state.workshop.next_date
    if not day:
        return words("papers.actions.count" if left else "papers.timeline.nothing", n=left)
    key = "until" if left else "meet"
    return words(f"papers.timeline.{key}", day=day_of(paper, day))


def _fitting(
    paper: Paper, before: list[Action], at_the_end: list[Action], *, brief: bool
) -> tuple[list[_Mark], list[float]]:
    """Return the stops and their widths, with as much said of who acts as fits the page."""
    marks: list[_Mark] = []
    for naming in (_Naming.FEW, _Naming.ONE, _Naming.NUMBER) if brief else _Naming:
        frame = _frame(paper, at_the_end, naming)
        marks = [*frame, *_actions(paper, before, _MOST_STOPS - len(frame), naming)]
        marks.sort(key=lambda mark: (mark.day, list(Stop).index(mark.stop)))
        needed = [_width(paper, mark) for mark in marks]
        spare = page_size().width - sum(needed)
        if spare >= 0:
            return marks, [each + spare / len(needed) for each in needed]
    return marks, [page_size().width / len(marks)] * len(marks)


def _width(paper: Paper, mark: _Mark) -> float:
    """Return the width of a stop whose lines are not broken, except for a very long name."""
    lines = (typeface().width(paper.fit(line), SMALL.size) for line in mark.lines)
    return max(_LEAST, min(max(lines, default=0), _MOST_NAME) + _GAP)


def _frame(paper: Paper, at_the_end: list[Action], naming: _Naming) -> list[_Mark]:
    """Return today and the next meeting, with the actions that are due on its day."""
    words = paper.words
    workshop = paper.state.workshop
    marks = [_Mark(day=workshop.date, stop=Stop.TODAY, lines=(words("papers.timeline.today"),))]
    if workshop.next_date:
        lines = words("papers.timeline.next"), *_lines(paper, at_the_end, naming)
        marks.append(_Mark(day=workshop.next_date, stop=Stop.NEXT, lines=lines))
    return marks


def _actions(paper: Paper, actions: list[Action], room: int, naming: _Naming) -> list[_Mark]:
    """Return a stop for each day with actions; if there are too many, one for each week."""
    weekly = len({each.due for each in actions}) > _MOST_DAYS
    groups = [
        (day, list(found))
        for day, found in groupby(actions, key=lambda each: _week(each.due) if weekly else each.due)
    ]
    if len(groups) > room:
        late = [each for _, found in groups[room - 1 :] for each in found]
        groups = [*groups[: room - 1], (groups[room - 1][0], late)]
    lines = _Naming.NUMBER if weekly else naming
    return [
        _Mark(day=day, stop=Stop.ACTION, lines=_lines(paper, found, lines), week=weekly)
        for day, found in groups
    ]


def _lines(paper: Paper, actions: list[Action], naming: _Naming) -> tuple[str, ...]:
    """Return who has the actions of a day, and for which problems."""
    owners: dict[str, list[Action]] = {}
    for each in actions:
        owners.setdefault(_who(paper, each), []).append(each)
    alone = naming is _Naming.ONE and len(owners) == 1
    if not owners:
        return ()
    if naming is _Naming.NUMBER or (naming is _Naming.ONE and not alone):
        return (_count(paper, actions),)
    most = _MOST_PEOPLE[naming]
    named = list(owners)[: most if len(owners) <= most else most - 1]
    lines: list[str] = []
    for who in named:
        parts = [each for each in (who, _problems(paper, owners[who])) if each]
        lines += [paper.gap.join(parts)] if naming is _Naming.LINE else parts
    rest = len(owners) - len(named)
    return (*lines, *([paper.words("papers.timeline.people", n=rest)] if rest else []))


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


def _problems(paper: Paper, actions: list[Action]) -> str:
    """Return the numbers of the problems of actions; of several without, how many they are."""
    found = [paper.state.root_of(each.problem_id) for each in actions]
    numbers = sorted({each.number for each in found if each is not None})
    if None not in found:
        said = paper.list([str(number) for number in numbers])
        return paper.words("papers.timeline.problem", number=said)
    return _count(paper, actions) if len(actions) > 1 else ""


def _row(paper: Paper, marks: list[_Mark], widths: list[float]) -> Block:
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
    return CellRow(tuple(cells), tuple(widths), gap=0)


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
