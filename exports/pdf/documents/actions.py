"""Actions in papers, by day."""

from datetime import date, timedelta
from itertools import groupby

from exports.pdf.blocks.block import Block, RuledLines
from exports.pdf.blocks.grid import CellRow
from exports.pdf.blocks.gutter import Gutter, GutterMark
from exports.pdf.blocks.side import Ruled, Together
from exports.pdf.blocks.stack import Stack
from exports.pdf.documents.section import row, section
from exports.pdf.paper import Paper
from exports.pdf.parts import Bold, dense, para, to_fill_in
from exports.pdf.styles import BODY, DENSE, SMALL, Style
from workshop_app.domain.action import Action, ActionAnswer
from workshop_app.domain.facts.asked import customer_actions
from workshop_app.domain.facts.requests import passing_on_action
from workshop_app.services.promise_words import passing_on_words

NOT_NEEDED_ICON = "minus"
"""The icon of what is no longer needed; a declined request has another one."""
_OWNER = 92.0
_PAD = 2.0
_NEAR = timedelta(days=300)
"""Within what time of the workshop a day is unambiguous without its year."""


def passing_on(paper: Paper) -> str:
    """Return who passes the requests on and by when the customer hears, or that it is open."""
    action = passing_on_action(paper.state)
    if action is None:
        return passing_on_words(paper.words, paper.state, "", "")
    day = day_of(paper, action.due, short=True) if action.due else ""
    return passing_on_words(paper.words, paper.state, paper.owner_of(action), day)


def day_in_label(paper: Paper, action: Action, style: Style = BODY) -> Block:
    """Return the day of an action for the label column, or a blank to fill in while it is open.

    Below it is said if the day has passed. What is no longer to be done has none, since that would
    look like the day on which it was done.
    """
    if not action.is_open:
        return para(paper, "", style=style)
    if not action.due:
        return para(paper, paper.words("papers.actions.day_blank"), style=style)
    day = para(paper, Bold(day_of(paper, action.due, short=True)), style=style)
    if not is_marked_late(paper, action):
        return day
    return Stack(day, para(paper, paper.words("papers.actions.overdue"), style=SMALL))


def _is_late(paper: Paper, action: Action) -> bool:
    return action.is_open and "" < action.due < paper.state.workshop.date


def all_late(paper: Paper) -> bool:
    """Return whether the day of each open action has passed, which the heading says of all."""
    return all(_is_late(paper, each) for each in paper.actions if each.is_open)


def is_marked_late(paper: Paper, action: Action) -> bool:
    """Return whether it is said beside an action that its day has passed."""
    return _is_late(paper, action) and not all_late(paper)


def count_of(paper: Paper, left: list[Action]) -> str:
    """Return how many open actions are `left` until the next meeting, and how many of whom."""
    words = paper.words
    next_date = paper.state.workshop.next_date
    key = "overdue_all" if all_late(paper) else "until_next" if next_date else "count"
    day = day_of(paper, next_date, short=True) if next_date else ""
    said = words(f"papers.actions.{key}", n=len(left), day=day)
    theirs = len(of_customer(paper, left))
    if not 0 < theirs < len(left):
        return said
    return said + words("papers.actions.of_whom", yours=theirs, ours=len(left) - theirs)


def day_of(paper: Paper, iso: str, *, short: bool = False) -> str:
    """Return a day, with its year in another one than the workshop.

    If it is `short`, a day not long before or after has no year, and one long before no weekday.
    """
    begin = paper.state.workshop.date
    known = iso[:4] == begin[:4]
    if short and begin and iso and not known:
        known = abs(date.fromisoformat(iso) - date.fromisoformat(begin)) < _NEAR
        if not known and iso < begin:
            return paper.words.day(iso, short=True)
    return paper.words.date(iso, year=not known, short=short)


def actions_of_all(paper: Paper, *, only_done: bool = False, apart: bool = False) -> list[Block]:
    """Return everybody's actions, with the reader's own in bold; then thanks for what is done.

    What was promised at earlier visits and is done since is among that. If `only_done`, the others
    are elsewhere. If those that the customer does not see to are `apart`, they are a section, and
    overdue ones have a line for a new day.
    """
    words = paper.words
    name = words("papers.actions.name")
    todo = [each for each in paper.actions if each.is_open]
    done = [*(each for each in paper.actions if not each.is_open), *paper.kept]
    promised = [each for each in todo if apart and each not in of_customer(paper, todo)]
    todo = [each for each in todo if each not in promised]
    said = words(f"papers.actions.{'all_done' if done else 'none'}")
    said = count_of(paper, todo) if todo else said
    is_left_out = only_done or (promised and not todo)
    blocks = [] if is_left_out else section(paper, name, said, action_rows(paper, todo, fill=apart))
    if promised:
        said = words("papers.actions.promised", n=len(promised))
        said = said if todo else count_of(paper, promised)
        blocks += section(paper, words("papers.actions.promises"), said,
                          action_rows(paper, promised, fill=apart))  # fmt: skip
    if done:
        kept = [each for each in done if not each.not_needed]
        key = "thanks" if kept == done else "thanks_and_not_needed"
        said = words(f"papers.actions.{key}", n=len(kept), unneeded=len(done) - len(kept))
        blocks += section(paper, words("papers.actions.settled"), said, action_rows(paper, done))
    return blocks


def of_customer(paper: Paper, actions: list[Action]) -> list[Action]:
    """Return those of the actions that the customer sees to."""
    theirs = {each.id for each in customer_actions(paper.state)}
    return [each for each in actions if each.id in theirs]


def action_rows(paper: Paper, ordered: list[Action], *, fill: bool = False) -> list[Block]:
    """Return a row for each day, at its left, with the actions; on another page it is repeated.

    `fill`: a line for the new day of each overdue one.
    """
    rows: list[Block] = []
    for _, of_day in groupby(ordered, lambda action: action.is_open and action.due):
        first, *others = of_day
        more = (Ruled(_action(paper, each, fill=fill), 0, over=2 * _PAD) for each in others)
        actions = Stack(_action(paper, first, fill=fill), *more)
        day = day_in_label(paper, first)
        rows.append(row(day, actions, line=bool(rows), again=day, pad=_PAD))
    return rows


def _action(paper: Paper, action: Action, *, fill: bool) -> Block:
    mine = paper.reader is not None and action.owner_id == paper.reader.id
    key = ("action", action.id, mine, fill, paper.shorter > 1)
    return paper.once(key, lambda: _row(paper, action, mine=mine, fill=fill))


def with_problem(paper: Paper, action: Action, *, brief: bool = False) -> str:
    """Return the text of an action with its problem, or those it passes on; `brief`: by number."""
    words = paper.words
    said, line, remark = action.text.partition("\n")
    if action.answer is ActionAnswer.NOT_NEEDED:
        said = words("papers.actions.not_needed", text=said)
    return paper.with_problems(said, action, brief=brief or not action.is_open) + line + remark


def _row(paper: Paper, action: Action, *, mine: bool, fill: bool) -> Block:
    words = paper.words
    owner = paper.owner_of(action)
    said = with_problem(paper, action, brief=fill)
    style = SMALL if paper.shorter > 1 else DENSE
    text: Block = para(paper, Bold(said) if mine else said, style=style)
    if fill and _is_late(paper, action):
        text.keep_next = True
        text = Stack(text, to_fill_in(paper, "papers.own.new_day"))
    name = "check" if action.done else "" if action.is_open else NOT_NEEDED_ICON
    icon = GutterMark(icon=name, box=action.is_open, leading=DENSE.leading)
    who: Block = dense(paper, owner)
    if not owner:
        who = dense(paper, Bold(words("papers.actions.nobody")))
        who = Stack(who, RuledLines(1, DENSE.leading)) if action.is_open else who
    return Together(CellRow((Gutter(text, icon), who), (None, _OWNER)))
