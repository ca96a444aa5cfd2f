"""The reader's own actions in a handout, with the first steps of their answers, and others'."""

from dataclasses import dataclass

from exports.pdf.blocks.block import Block, PageText
from exports.pdf.blocks.gutter import Gutter, GutterMark
from exports.pdf.blocks.qr_code import QrCodeBlock
from exports.pdf.blocks.stack import Stack
from exports.pdf.documents.actions import day_in_label, day_of, owner_of, passing_on
from exports.pdf.documents.how_to import example, numbered_steps
from exports.pdf.documents.problem_rows import QR_IN_ROW
from exports.pdf.documents.section import row, section
from exports.pdf.paper import Paper
from exports.pdf.parts import Whole, caption, dense, para
from exports.pdf.styles import DENSE, GUTTER, LABEL_WIDTH, SECTION, SECTION_NAME, TEXT_WIDTH
from exports.web_addresses import is_safe
from workshop_app.domain.action import Action, by_day
from workshop_app.domain.outcome import OutcomeKind, PlayedCard
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import TOLD_LATER
from workshop_app.domain.solution import Solution
from workshop_app.domain.workshop import Participant

_TICK_BOX = 15.0
_MOST_BROUGHT = 5
"""Maximum number of rows of others' actions, if all actions are printed later."""
_CLOSE = 2.0
"""The gap above and below an action of somebody else."""
MOST_STEP_LINES = 4
"""Maximum lines of steps below an action."""


def actions_of(paper: Paper, reader: Participant) -> list[Action]:
    """Return the reader's open actions, by day."""
    ordered = by_day(paper.state.actions)
    return [each for each in ordered if each.owner_id == reader.id and each.is_open]


def problem_of(paper: Paper, action: Action) -> Problem | None:
    """Return the problem of an action, or the one that it was merged into."""
    return paper.state.problem(paper.state.merging.root_ids.get(action.problem_id or "", ""))


def reader_actions(
    paper: Paper,
    reader: Participant,
    problems: list[Problem],
    anchors: dict[str, str],
    step_lines: int = MOST_STEP_LINES,
) -> list[Block]:
    """Return the section of the reader's actions by day, and those of others for `problems`.

    `anchors` maps ids of problems to the anchors of the pages with their steps. Each action has its
    first steps in at most `step_lines` lines, or one step that takes more.
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
    steps = steps_of_actions(paper, reader)
    rows = [_mine(paper, each, anchors, steps.get(each.id), step_lines) for each in mine]
    for action, block in zip(mine, rows, strict=True):
        block.anchor = _anchor_of(action)
    rows += _all_brought(paper, brought)
    if asked and not any(each.passes_on for each in (*mine, *brought)):
        rows += _nobody_passes_on(paper)
    if not mine:
        done = any(each.owner_id == reader.id for each in paper.state.actions)
        rows.insert(0, row(para(paper, ""), para(paper, _what_to_do(paper, anchors, done=done))))
    title = _title(paper, reader, mine)
    blocks = section(paper, paper.words("papers.own.actions"), title, rows)
    blocks[0].anchor = rows[0].anchor
    return blocks


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
        others = any(each.is_open and owner_of(paper, each) for each in paper.state.actions)
        return paper.words("papers.own.ask_others" if others else "papers.own.ask")
    return paper.words("papers.own.choose_more" if done else "papers.own.choose")


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionSteps:
    """The steps that an action prints, and the answer that they are from, if it has a page."""

    steps: tuple[str, ...]
    solution: Solution | None


def steps_of_actions(paper: Paper, reader: Participant) -> dict[str, ActionSteps]:
    """Return the steps of the answers that the reader's actions are for, by action id.

    The steps of an answer are printed once.
    """
    given: set[str] = set()
    found: dict[str, ActionSteps] = {}
    for action in actions_of(paper, reader):
        card = _answer_of(paper, action)
        if card is None or (card.catalogue_id or card.id) in given:
            continue
        solution = paper.solution_of(card)
        steps = solution.text(paper.language).first_steps if solution else _typed_steps(card)
        if steps:
            given.add(card.catalogue_id or card.id)
            found[action.id] = ActionSteps(steps=tuple(steps), solution=solution)
    return found


def whole_steps(paper: Paper, reader: Participant, step_lines: int) -> dict[str, str]:
    """Return the anchor of each action that prints all steps of an answer, by solution id.

    `step_lines` is that of `reader_actions`.
    """
    steps = steps_of_actions(paper, reader)
    return {
        given.solution.id: _anchor_of(action)
        for action in actions_of(paper, reader)
        if (given := steps.get(action.id)) is not None
        and given.solution is not None
        and _fitting(paper, given.steps, step_lines) == given.steps
    }


def codes_of_actions(
    paper: Paper, reader: Participant, anchors: dict[str, str], step_lines: int
) -> frozenset[str]:
    """Return the addresses that have a QR code next to an action.

    `anchors` and `step_lines` are those of `reader_actions`.
    """
    steps = steps_of_actions(paper, reader)
    return frozenset(
        _label(paper, each, given, _main(paper, each, anchors, given, step_lines))[1]
        for each in actions_of(paper, reader)
        if (given := steps.get(each.id)) is not None
    ) - {""}


def _anchor_of(action: Action) -> str:
    return f"action {action.id}"


def _answer_of(paper: Paper, action: Action) -> PlayedCard | None:
    """Return the solution that an action is for: its own, else the first one of its problem."""
    problem = problem_of(paper, action)
    cards = paper.state.cards_of(problem.id) if problem is not None else ()
    solutions = [card for card in cards if card.outcome is OutcomeKind.SOLUTION]
    own = [card for card in cards if card.id == action.card_id]
    if own and own[0] not in solutions:
        return None
    return next(iter((*own, *solutions)), None)


def _typed_steps(card: PlayedCard) -> tuple[str, ...]:
    return tuple(line.strip() for line in card.text.splitlines() if line.strip())


def _fitting(paper: Paper, steps: tuple[str, ...], most: int) -> tuple[str, ...]:
    """Return the first steps that take at most so many lines, at least one."""
    room = TEXT_WIDTH - GUTTER
    count = len(steps)
    while count > 1:
        height = sum(block.height(room) for block in numbered_steps(paper, steps[:count]))
        if height <= most * DENSE.leading:
            break
        count -= 1
    return steps[:count]


def _main(
    paper: Paper,
    action: Action,
    anchors: dict[str, str],
    steps: ActionSteps | None,
    step_lines: int,
) -> Block:
    lines: list[Block] = [para(paper, action.text, style=SECTION)]
    problem = problem_of(paper, action)
    if steps is not None:
        fitting = _fitting(paper, steps.steps, step_lines)
        lines += numbered_steps(paper, fitting)
        if steps.solution is not None and fitting == steps.steps:
            lines += example(paper, steps.solution.text(paper.language))
    if problem is not None:
        lines.append(_why(paper, problem, anchors.get(problem.id, "")))
    mark = GutterMark(box=True, size=_TICK_BOX, leading=SECTION.leading)
    return Gutter(Stack(*lines), mark)


def _mine(
    paper: Paper,
    action: Action,
    anchors: dict[str, str],
    steps: ActionSteps | None,
    step_lines: int,
) -> Block:
    main = _main(paper, action, anchors, steps, step_lines)
    label, _address = _label(paper, action, steps, main)
    return row(label, main)


def _label(
    paper: Paper, action: Action, steps: ActionSteps | None, main: Block
) -> tuple[Block, str]:
    """Return the label of an action and, if it is not higher than `main` with it, a QR code.

    It leads to the help page that the steps are from. The second value is the address of the code,
    or an empty string.
    """
    label = day_in_label(paper, action, SECTION_NAME)
    solution = steps.solution if steps is not None else None
    address = solution.text(paper.language).help_url if solution is not None else ""
    if solution is None or not is_safe(address):
        return label, ""
    code = QrCodeBlock(address, QR_IN_ROW)
    code.above = 2
    with_code = Stack(label, code, caption(paper, solution))
    if with_code.height(LABEL_WIDTH) <= main.height(TEXT_WIDTH) + DENSE.leading:
        return with_code, address
    return label, ""


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


def _all_brought(paper: Paper, actions: list[Action]) -> list[Block]:
    """Return the actions of others; of many the first ones, and where the rest is."""
    if len(actions) <= _MOST_BROUGHT or not paper.shows("others_actions"):
        return [_brought(paper, each) for each in actions]
    shown = actions[: _MOST_BROUGHT - 1]
    n = len(actions) - len(shown)
    page = PageText(
        "actions", lambda page: dense(paper, paper.words("papers.own.more_brought", n=n, page=page))
    )
    rest = row(para(paper, ""), Gutter(page), pad=_CLOSE)
    return [*(_brought(paper, each) for each in shown), rest]


def _brought(paper: Paper, action: Action) -> Block:
    by = paper.words("papers.own.by", name=owner_of(paper, action))
    said = dense(paper, Whole(by), action.text)
    icon = "plane" if action.passes_on else "card" if _is_of_card(paper, action) else "arrow-right"
    mark = GutterMark(icon=icon, leading=DENSE.leading)
    return row(day_in_label(paper, action, DENSE), Gutter(said, mark), pad=_CLOSE)


def _is_of_card(paper: Paper, action: Action) -> bool:
    """Return whether an action delivers a card other than a solution."""
    found = (card for card in paper.state.cards if card.id == action.card_id)
    return any(card.outcome is OutcomeKind.CARD for card in found)


def _nobody_passes_on(paper: Paper) -> list[Block]:
    """Return what is settled of passing the reader's requests on."""
    said = passing_on(paper)
    if not said:
        return []
    return [row(para(paper, ""), Gutter(para(paper, said), GutterMark(icon="plane")))]
