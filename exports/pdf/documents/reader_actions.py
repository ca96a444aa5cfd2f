"""The reader's own actions in a handout with the first steps of their answers, and others'."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from exports.pdf.blocks.block import Block, PageText
from exports.pdf.blocks.gutter import Gutter, GutterMark
from exports.pdf.blocks.qr_code import QrCodeBlock
from exports.pdf.blocks.side import Beside
from exports.pdf.blocks.stack import Stack
from exports.pdf.documents.actions import (
    NOT_NEEDED_ICON,
    day_in_label,
    day_of,
    of_customer,
    with_problem,
)
from exports.pdf.documents.document_head import asked_of_customer
from exports.pdf.documents.how_to import example, numbered_steps, step_anchor
from exports.pdf.documents.outcome_lines import typed_steps
from exports.pdf.documents.own_abilities import own_line
from exports.pdf.documents.problem_rows import QR_IN_ROW
from exports.pdf.documents.section import headed, row, section
from exports.pdf.page_size import page_size
from exports.pdf.paper import Paper
from exports.pdf.parts import Whole, caption, dense, para, to_fill_in
from exports.pdf.styles import DENSE, GUTTER, LABEL_WIDTH, SECTION, SECTION_NAME
from exports.web_addresses import is_safe
from workshop_app.domain.action import Action
from workshop_app.domain.facts.asked import asked_of_customer as asked_of
from workshop_app.domain.facts.commitments import cards_for, purposes
from workshop_app.domain.facts.requests import promise_of
from workshop_app.domain.outcome import OutcomeKind, PlayedCard
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import TOLD_LATER
from workshop_app.domain.record import Record
from workshop_app.domain.solution import Solution
from workshop_app.domain.text import match_key
from workshop_app.domain.workshop import Participant
from workshop_app.services.actions_to_do import problem_words

_TICK_BOX = 15.0
_MOST_OF_OTHERS = 5
"""Maximum number of rows of others' actions and of promises; the summary has all of them."""
_CLOSE = 2.0
"""The gap above and below an action of somebody else."""
_CODE_MORE = 2 * DENSE.leading
"""How much higher than its text an action may become by a QR code."""
MOST_STEP_LINES = 4
"""Maximum lines of steps below an action."""

_TERM = re.compile("[A-Za-z][A-Za-z0-9-]{3,}|[ァ-ヶー]{4,}")
"""A word of a title that stands for it, as in "register the downtime"."""


class ActionParts(NamedTuple):
    """What is printed with each action of the reader."""

    step_lines: int
    """All steps if they take at most so many lines, else the first one."""
    codes: bool
    """QR codes of the help pages, if all of them have room."""


def actions_of(paper: Paper, reader: Participant) -> list[Action]:
    """Return the reader's open actions, by day."""
    ordered = paper.actions
    return [each for each in ordered if each.owner_id == reader.id and each.is_open]


def reader_actions(
    paper: Paper,
    reader: Participant,
    anchors: dict[str, str],
    parts: ActionParts,
) -> list[Block]:
    """Return the section of the reader's actions by day.

    `anchors` maps ids of problems to the anchors of the pages with their steps.
    """
    mine = actions_of(paper, reader)
    steps = steps_of_actions(paper, reader)
    mains = [_main(paper, each, anchors, steps.get(each.id), parts) for each in mine]
    labels = _labels(paper, mine, steps, mains, codes=parts.codes)
    rows = [row(label, main) for label, main in zip(labels, mains, strict=True)]
    for action, block in zip(mine, rows, strict=True):
        block.anchor = _anchor_of(action)
    advice = "" if mine else _what_to_do(paper, reader, anchors)
    if advice:
        rows.insert(0, row(para(paper, ""), para(paper, advice)))
    if kept := sorted(paper.kept_by(reader), key=lambda each: not each.done):
        thanks = [para(paper, paper.words("papers.own.thanks"))] if kept[0].done else []
        said = Stack(*thanks, *(_kept(paper, each) for each in kept))
        rows.append(row(para(paper, ""), said))
    title = _title(paper, reader, mine)
    blocks = section(paper, paper.words("papers.own.actions"), title, rows)
    blocks[0].anchor = rows[0].anchor if rows else ""
    return blocks


def asked_of_all(paper: Paper, reader: Participant) -> list[Block]:
    """Return the section of what a later visit asks of all, new days only if no title does."""
    days = not _all_late(paper, actions_of(paper, reader))
    asked = asked_of_customer(paper, days=days) if paper.state.before else []
    name = para(paper, paper.words("papers.own.all_of_you"), style=SECTION_NAME)
    return headed(Beside(name, Stack(*asked)), []) if asked else []


def _kept(paper: Paper, action: Action) -> Block:
    icon = "check" if action.done else NOT_NEEDED_ICON
    return Gutter(dense(paper, action.text), GutterMark(icon=icon, leading=DENSE.leading))


def promises(paper: Paper, reader: Participant, problems: list[Problem]) -> list[Block]:
    """Return the section of what the customer does not see to, of many the first for `problems`."""
    promised, shown = _promised(paper, _of_others(paper, reader), problems)
    rows = [_of_other(paper, each) for each in shown]
    title = paper.words("papers.actions.promised", n=len(promised))
    return section(paper, paper.words("papers.actions.promises"), title, rows) if rows else []


def actions_of_others(paper: Paper, reader: Participant, problems: list[Problem]) -> list[Block]:
    """Return the section of the actions of others, of many only those for `problems`."""
    words = paper.words
    others = _of_others(paper, reader)
    promised, printed = _promised(paper, others, problems)
    theirs = [each for each in others if each not in promised]
    shown = [each for each in theirs if not _is_late(paper, each)]
    if len(others) > _MOST_OF_OTHERS:
        shown = [each for each in shown if _is_for(paper, each, problems)][: _MOST_OF_OTHERS - 1]
    rest = len(others) - len(shown) - len(printed)
    rows = [_of_other(paper, each) for each in shown]
    if rest:
        said = words("papers.own.more_of_others", n=rest, summary=paper.summary_name)
        name = para(paper, "" if shown else words("papers.own.others"))
        rows.append(row(name, dense(paper, said), pad=_CLOSE))
    if not shown:
        return rows
    return section(paper, words("papers.own.others"), words("papers.own.of_others"), rows)


def _of_others(paper: Paper, reader: Participant) -> list[Action]:
    """Return the open actions of others, without passing on requests that nobody has taken."""
    return [
        each
        for each in paper.actions
        if each.owner_id != reader.id
        and each.is_open
        and (paper.owner_of(each) or not each.passes_on)
    ]


def _promised(
    paper: Paper, others: list[Action], problems: list[Problem]
) -> tuple[list[Action], list[Action]]:
    """Return what the customer does not see to, and what of that is printed: `problems` first."""
    theirs = of_customer(paper, others)
    promised = [each for each in others if each not in theirs]
    first = sorted(promised, key=lambda each: not _is_for(paper, each, problems))
    return promised, [each for each in promised if each in first[:_MOST_OF_OTHERS]]


def _is_for(paper: Paper, action: Action, problems: list[Problem]) -> bool:
    """Return whether somebody has taken an action for one of the problems."""
    about = action.problem_id in _group(paper, problems)
    asked = action.passes_on and _is_asked(paper, problems)
    return bool((about or asked) and paper.owner_of(action))


def _is_asked(paper: Paper, problems: list[Problem]) -> bool:
    """Return whether a reply to a request for one of the problems is to come."""
    group = _group(paper, problems)
    return any(
        each.problem_id in group and promise_of(paper.state, each) in TOLD_LATER
        for each in paper.state.requests
    )


def _group(paper: Paper, problems: list[Problem]) -> set[str]:
    return {one for each in problems for one in paper.state.merging.group_ids(each.id)}


def _is_late(paper: Paper, action: Action) -> bool:
    return "" < action.due < paper.state.workshop.date


def _all_late(paper: Paper, mine: list[Action]) -> bool:
    return bool(mine) and all(_is_late(paper, each) for each in mine)


def _title(paper: Paper, reader: Participant, mine: list[Action]) -> str:
    words = paper.words
    if not mine:
        return words(
            "papers.own.all_done" if _has_acted(paper, reader) else "papers.own.nothing_to_do"
        )
    count = paper.things(len(mine))
    if _all_late(paper, mine):
        day = words.date(asked_of(paper.state).until, year=False)
        who = paper.facilitator
        key = "overdue_to" if who and day else "overdue"
        return words(f"papers.own.{key}", n=len(mine), count=count, day=day, who=who)
    days = [each.due for each in mine]
    if not all(days) or max(days) < paper.state.workshop.date:
        return words("papers.own.to_do", n=len(mine), count=count)
    first, last = (day_of(paper, each, short=True) for each in (min(days), max(days)))
    key = ("until", "two", "from")[min(len({*days}), 3) - 1]
    return words(f"papers.own.to_do_{key}", n=len(mine), count=count, first=first, last=last)


def _has_acted(paper: Paper, reader: Participant) -> bool:
    """Return whether a reader without an open action had one."""
    return any(each.owner_id == reader.id for each in (*paper.actions, *paper.kept_by(reader)))


def _what_to_do(paper: Paper, reader: Participant, anchors: dict[str, str]) -> str:
    """Return what a reader without an open action can do; empty if only others have to act."""
    own = own_line(paper, reader)
    done = _has_acted(paper, reader)
    if own and not done:
        return paper.words("papers.own.begin", line=own)
    if not anchors:
        others = any(each.is_open and paper.owner_of(each) for each in paper.actions)
        return "" if others else paper.words("papers.own.ask")
    return paper.words("papers.own.choose_more" if done else "papers.own.choose")


class ActionSteps(Record):
    """The steps that an action prints, and the answer that they are from, if it has a page."""

    key: str
    """The id of the solution, or of the typed answer."""
    steps: tuple[str, ...]
    solution: Solution | None
    help_url: str = ""


def steps_of_actions(paper: Paper, reader: Participant) -> dict[str, ActionSteps]:
    """Return the steps of the answers that the reader's actions are for, by action id.

    The steps of an answer are printed once.
    """
    given: set[str] = set()
    found: dict[str, ActionSteps] = {}
    for action in actions_of(paper, reader):
        card = _answer_of(paper, action)
        key = (card.catalogue_id or card.id) if card else ""
        if card is None or key in given:
            continue
        solution = paper.solution_of(card)
        steps = solution.text(paper.language).first_steps if solution else typed_steps(card)
        if steps:
            given.add(key)
            url = solution.text(paper.language).help_url if solution else ""
            found[action.id] = ActionSteps(
                key=solution.id if solution else card.id,
                steps=tuple(steps),
                solution=solution,
                help_url=url,
            )
    return found


def whole_steps(paper: Paper, reader: Participant, parts: ActionParts) -> dict[str, str]:
    """Return the anchor of each action that prints all steps of an answer, by solution id."""
    steps = steps_of_actions(paper, reader)
    return {
        given.solution.id: _anchor_of(action)
        for action in actions_of(paper, reader)
        if (given := steps.get(action.id)) is not None
        and given.solution is not None
        and _fitting(paper, action, given.steps, parts.step_lines) == given.steps
    }


def _anchor_of(action: Action) -> str:
    return f"action {action.id}"


def _answer_of(paper: Paper, action: Action) -> PlayedCard | None:
    """Return the solution that an action is for; None if its problem has several others.

    It is its own one, the only one of its problem, or the only one of which its text has the title
    or a term of the title.
    """
    cards = cards_for(paper.state, action)
    solutions = [card for card in cards if card.outcome is OutcomeKind.SOLUTION]
    own = [card for card in cards if card.id == action.card_id]
    if own and own[0] not in solutions:
        return None
    text = match_key(action.text)
    titles = {card.id: paper.title_of(card) for card in solutions}
    named = [
        card
        for card in solutions
        if any(match_key(word) in text for word in _TERM.findall(titles[card.id]))
        or match_key(titles[card.id]) in text
    ]
    found = next((some for some in (own, solutions, named) if len(some) == 1), [None])
    return found[0]


def _fitting(paper: Paper, action: Action, steps: tuple[str, ...], most: int) -> tuple[str, ...]:
    """Return all steps if they take at most so many lines, else the first one.

    No other page has those of an answer that only an earlier contact has.
    """
    if all(about.contact is not paper.state for about in purposes(paper.state, action)):
        return steps
    room = page_size().text_width - GUTTER
    height = sum(block.height(room) for block in numbered_steps(paper, steps))
    return steps if height <= most * DENSE.leading else steps[:1]


def _main(
    paper: Paper,
    action: Action,
    anchors: dict[str, str],
    steps: ActionSteps | None,
    parts: ActionParts,
) -> Block:
    text, _, remark = action.text.partition("\n")
    lines: list[Block] = [para(paper, text, style=SECTION)]
    lines += [para(paper, remark)] if remark else []
    if _is_late(paper, action):
        lines.append(to_fill_in(paper, "papers.own.new_day"))
    problem = paper.state.root_of(action.problem_id)
    left, fitting = 0, ()
    if steps is not None:
        fitting = _fitting(paper, action, steps.steps, parts.step_lines)
        left = len(steps.steps) - len(fitting)
        lines += numbered_steps(paper, fitting)
        if steps.solution is not None and fitting == steps.steps:
            lines += example(paper, steps.solution.text(paper.language))
    if problem is not None:
        anchor = anchors.get(problem.id, "")
        lines.append(
            _why_and_rest(paper, problem, step_anchor(steps.key, len(fitting) + 1), left)
            if steps is not None and left
            else _why(paper, problem, anchor)
        )
    elif purposes(paper.state, action):
        names = paper.list(problem_words(paper.state, paper.words, action))
        lines.append(para(paper, paper.words("papers.own.why_before", problem=names)))
    mark = GutterMark(box=True, size=_TICK_BOX, leading=SECTION.leading)
    return Gutter(Stack(*lines), mark)


def _labels(
    paper: Paper,
    actions: list[Action],
    steps: Mapping[str, ActionSteps],
    mains: list[Block],
    *,
    codes: bool,
) -> list[Block]:
    """Return the days of actions, with the QR codes of their help pages if all have room for it."""
    coded = codes and _have_room(paper, actions, steps, mains)
    return [
        _with_code(paper, each, steps[each.id])
        if coded and each.id in steps and _address(steps[each.id])
        else day_in_label(paper, each, SECTION_NAME)
        for each in actions
    ]


def _have_room(
    paper: Paper, actions: list[Action], steps: Mapping[str, ActionSteps], mains: list[Block]
) -> bool:
    """Return whether no QR code would make its action much higher; `mains` are their texts."""
    return all(
        _with_code(paper, action, given).height(LABEL_WIDTH)
        <= main.height(page_size().text_width) + _CODE_MORE
        for action, main in zip(actions, mains, strict=True)
        if (given := steps.get(action.id)) is not None and _address(given)
    )


def _with_code(paper: Paper, action: Action, steps: ActionSteps) -> Block:
    label = day_in_label(paper, action, SECTION_NAME)
    if steps.solution is None:
        return label
    code = QrCodeBlock(_address(steps), QR_IN_ROW)
    code.above = 2
    return Stack(label, code, caption(paper, steps.solution))


def _address(steps: ActionSteps) -> str:
    """Return the address of the help page that steps are from; empty if there is none."""
    address = steps.help_url
    return address if is_safe(address) else ""


def _why(paper: Paper, problem: Problem, anchor: str) -> Block:
    why = para(paper, paper.words("papers.own.why", number=problem.number))
    if not anchor:
        return why
    return PageText(
        anchor,
        lambda page: para(
            paper, paper.words("papers.own.why_and_page", number=problem.number, page=page)
        ),
        here=why,
    )


def _why_and_rest(paper: Paper, problem: Problem, anchor: str, left: int) -> Block:
    """Return what an action is for, and where the steps are that are not printed with it."""
    words, key = paper.words, "papers.own.why_and_rest"
    return PageText(
        anchor,
        lambda page: para(paper, words(key, number=problem.number, n=left, page=page)),
        here=para(paper, words(f"{key}_below", number=problem.number, n=left)),
        missing=para(paper, words(f"{key}_in_help", number=problem.number, n=left)),
    )


def _of_other(paper: Paper, action: Action) -> Block:
    owner = paper.owner_of(action) or paper.words("papers.actions.nobody")
    said = dense(
        paper, Whole(paper.words("papers.own.by", name=owner)), with_problem(paper, action)
    )
    return row(day_in_label(paper, action, DENSE), said, pad=_CLOSE)
