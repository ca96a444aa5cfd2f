"""The handout of one participant: actions, outcomes of the own problems, how to find more.

Actions and outcomes are on the first page; steps, the other answers, everybody's actions and the
map of all problems follow.
"""

from dataclasses import replace
from functools import partial

from exports.pdf.blocks.block import Block, NewPage
from exports.pdf.blocks.gutter import Gutter
from exports.pdf.blocks.stack import Stack
from exports.pdf.documents.actions import actions_of_all, day_of
from exports.pdf.documents.closing_sections import (
    closing_words,
    community,
    elsewhere,
    kept_for_later,
    next_meeting,
    notes,
    requests,
    since_last_time,
    thanks,
)
from exports.pdf.documents.document_head import about, head
from exports.pdf.documents.how_to import (
    anchor_of,
    has_answer,
    has_more,
    has_steps,
    how_to,
    own_steps,
)
from exports.pdf.documents.outcome_lines import OutcomeLine, how_they_stand, outcome_lines
from exports.pdf.documents.own_abilities import own_abilities
from exports.pdf.documents.problem_map import own_map
from exports.pdf.documents.problem_rows import (
    COMPACT,
    NORMAL,
    TIGHT,
    RowParts,
    address_of,
    problem_rows,
)
from exports.pdf.documents.reader_actions import (
    MOST_STEP_LINES,
    ActionParts,
    actions_of,
    actions_of_others,
    asked_of_all,
    promises,
    reader_actions,
    steps_of_actions,
    whole_steps,
)
from exports.pdf.documents.replaced_note import replaced_note
from exports.pdf.documents.section import in_any_order, row, section
from exports.pdf.page_size import page_size
from exports.pdf.paper import Paper
from exports.pdf.parts import Bold, WebAddress, dense, named_mark, para
from exports.pdf.styles import DENSE, SMALL
from workshop_app.domain.facts.commitments import purposes
from workshop_app.domain.facts.outcomes import outcomes_among
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import WITH_SOLUTION
from workshop_app.domain.workshop import Participant
from workshop_app.services.promise_words import part_words

_MOST_IN_FRONT = 5
"""With more problems, those without an outcome are not on the first page."""


def build(paper: Paper) -> list[Block]:
    """Return the blocks of the handout of the paper's reader."""
    own = _said_by_reader(paper)
    is_own = any(map(partial(_was_discussed, paper), own)) or not paper.worked_on
    problems = own if own and is_own else list(paper.worked_on)
    front, later = _front(paper, problems)
    later = [*(each for each in own if each not in problems), *later]
    reader = paper.reader
    told = problems if is_own or not own else []  # with steps: others have their addresses alone
    to_do = _of_actions(paper, told)
    shown = [each for each in told if has_steps(paper, each)]
    anchors = {each.id: anchor_of(each) for each in (*shown, *to_do)}
    key = "first page", reader.id if reader else ""
    make = partial(_first_page, paper, problems, front, anchors, own=own == problems)
    first_page, whole = paper.once(key, make)
    printed = {**whole}
    steps = how_to(paper, [*(front if told else []), *later], also=to_do, printed=printed)
    actions = [] if reader else actions_of_all(paper)
    is_short = paper.shorter > 1
    group = own_map(paper, own) if paper.state.listed and not is_short else []
    others = [] if is_short else _other_answers(paper, [*told, *to_do])
    end = in_any_order(
        others,
        group,
        own_abilities(paper, reader, printed) if reader else [],
        requests(paper),
        since_last_time(paper) if problems else [],
        actions_of_others(paper, reader, problems) if reader else [],
        [elsewhere(paper, "summary")] if is_short else kept_for_later(paper),
        community(paper),
        closing_words(paper),
    )
    return [
        *first_page,
        NewPage(page_size().white),
        *_later(paper, later, own=bool(own)),
        *steps,
        *actions,
        *end,
        *replaced_note(paper),
        *notes(paper),
    ]


def _first_page(
    paper: Paper,
    problems: list[Problem],
    front: list[Problem],
    anchors: dict[str, str],
    *,
    own: bool,
) -> tuple[list[Block], dict[str, str]]:
    """Return the first page, and the anchors of all steps on it by solution id.

    The actions have as many steps as move no problem or promise to the next page. The problems have
    smaller gaps, then smaller type, if more fits then; the reader's `own` ones have their
    concrete wording if no further page has it.
    """
    top = [*_head(paper, own=own), *thanks(paper)]
    wording = frozenset(each.id for each in front if own and not has_more(paper, each))
    reader = paper.reader
    tick = reader is None or not actions_of(paper, reader)
    parts = RowParts(brief=True, tick=tick, acted=_acted(paper), wording=wording)
    title = _answers(paper, problems, own=own)
    since = [] if problems else since_last_time(paper)
    below = [*since, *(promises(paper, reader, problems) if reader else [])]
    answers = [*_problems(paper, title, front, parts), *below]
    if reader is None:
        return [*top, *answers, *next_meeting(paper)], {}
    acting = partial(_actions, paper, reader, anchors)
    chosen, printed = acting(1)[-1]
    most = _on_first_page([*top, *chosen], answers)
    for fit in (TIGHT, COMPACT):
        if most == len(answers):
            break
        closer = replace(parts, fit=fit)
        closer_answers = [*_problems(paper, title, front, closer), *below]
        closer_most = _on_first_page([*top, *chosen], closer_answers)
        if closer_most > most:
            parts, answers, most = closer, closer_answers, closer_most
    for step_lines in range(1, MOST_STEP_LINES + 1):
        fitting = (
            (actions, each)
            for actions, each in acting(step_lines)
            if _on_first_page([*top, *actions], answers) >= most
        )
        found = next(fitting, None)
        if found is None:
            break
        chosen, printed = found
    page = [*top, *chosen, *answers, *asked_of_all(paper, reader), *next_meeting(paper)]
    return page, whole_steps(paper, reader, printed)


def _actions(
    paper: Paper,
    reader: Participant,
    anchors: dict[str, str],
    step_lines: int,
) -> list[tuple[list[Block], ActionParts]]:
    """Return the section of actions with so many lines of steps, with QR codes and without."""
    both = [ActionParts(step_lines, codes) for codes in (True, False)]
    return [(reader_actions(paper, reader, anchors, each), each) for each in both]


def _on_first_page(before: list[Block], blocks: list[Block]) -> int:
    """Return how many of the blocks are whole on the first page after those `before`.

    It is -1 if these are not.
    """
    size = page_size()
    whole = Stack(*before, *blocks).whole_within(size.width, size.height)
    return max(-1, whole - len(before))


def _head(paper: Paper, *, own: bool) -> list[Block]:
    """Return the head, and why those without a problem of their own get a handout, too.

    It has the next day if that takes no line more.
    """
    if paper.reader is None:
        return head(paper, paper.words("papers.name.handout"))
    name = paper.words("papers.handout.title", name=paper.person(paper.reader))
    top = head(paper, name)
    if day := paper.state.workshop.next_date:
        when = f"{day_of(paper, day, short=True)} {paper.state.workshop.next_time}".rstrip()
        said = paper.words("papers.head.next", date=when)
        more = head(paper, name, (*about(paper), said))
        width = page_size().width
        top = more if Stack(*more).height(width) == Stack(*top).height(width) else top
    if own or paper.state.workshop.anonymous or not paper.worked_on:
        return top
    return [*top, para(paper, paper.words("papers.handout.why_you"), style=DENSE)]


def _said_by_reader(paper: Paper) -> list[Problem]:
    """Return the problems that the reader said, most votes first; none if nobody may be named."""
    state = paper.state
    reader = paper.reader
    if reader is None or state.workshop.anonymous:
        return []
    candidates = (*state.votes.ranked, *state.parking_lot)
    return [problem for problem in candidates if reader in state.speakers_of(problem)]


def _was_discussed(paper: Paper, problem: Problem) -> bool:
    if problem in paper.worked_on:
        return True
    return not (problem.parked or paper.state.is_open(problem))


def _of_actions(paper: Paper, problems: list[Problem]) -> list[Problem]:
    """Return further problems with an answer for which the reader has actions.

    An action without a problem may be for any answer of the workshop.
    """
    reader = paper.reader
    actions = actions_of(paper, reader) if reader else []
    found = [paper.state.root_of(each.problem_id) for each in actions]
    if not all(purposes(paper.state, each) for each in actions):
        found += [each for each in paper.worked_on if _answers_of(paper, each)]
    known = {each.id: each for each in found if each is not None and each not in problems}
    return [each for each in known.values() if has_answer(paper, each)]


def _answers_of(paper: Paper, problem: Problem) -> list[OutcomeLine]:
    return [each for each in outcome_lines(paper, problem) if each.promise in WITH_SOLUTION]


def _other_answers(paper: Paper, shown: list[Problem]) -> list[Block]:
    """Return the names and addresses of the answers of problems worked on that are not `shown`."""
    rows: list[Block] = []
    for problem in paper.worked_on:
        answers = [] if problem in shown else _answers_of(paper, problem)
        if answers:
            name = paper.words("papers.problem.heading", number=problem.number)
            said: list[Block] = [dense(paper, problem.title)]
            said += [_other_answer(paper, each) for each in answers]
            rows.append(row(dense(paper, name), Stack(*said), line=bool(rows), pad=2))
    words = paper.words
    name, title = words("papers.other_answers.name"), words("papers.other_answers.title")
    return section(paper, name, title, rows) if rows else []


def _other_answer(paper: Paper, line: OutcomeLine) -> Block:
    """Return an answer with its address."""
    name = paper.title_of(line.card) if line.solution and line.card else line.text
    said = [dense(paper, Bold(name)), *own_steps(paper, line)]
    address = address_of(paper, line)
    if address:
        said.append(para(paper, WebAddress(address), style=SMALL))
    return Gutter(Stack(*said), named_mark(paper, line.icon, DENSE.leading))


def _front(paper: Paper, problems: list[Problem]) -> tuple[list[Problem], list[Problem]]:
    """Return the problems for the first page and those for later."""
    if len(problems) <= _MOST_IN_FRONT:
        return problems, []
    later = [each for each in problems if each.parked or paper.state.is_open(each)]
    return [each for each in problems if each not in later], later


def _acted(paper: Paper) -> frozenset[tuple[str, str]]:
    """Return the ids of problems and solutions whose steps the reader's actions print."""
    if paper.reader is None:
        return frozenset()
    steps = steps_of_actions(paper, paper.reader)
    state = paper.state
    found = ((state.root_of(each.problem_id), steps.get(each.id)) for each in paper.actions)
    return frozenset(
        (problem.id, given.solution.id)
        for problem, given in found
        if problem is not None and given is not None and given.solution is not None
    )


def _problems(paper: Paper, title: str, problems: list[Problem], parts: RowParts) -> list[Block]:
    if not problems:
        return []
    rows = problem_rows(paper, problems, parts)
    return section(paper, paper.words("papers.own.problems"), title, rows)


def _later(paper: Paper, problems: list[Problem], *, own: bool) -> list[Block]:
    if not problems:
        return []
    wording = frozenset(each.id for each in problems if own)
    fit = COMPACT if paper.shorter > 1 else NORMAL
    rows = problem_rows(paper, problems, RowParts(brief=True, wording=wording, fit=fit))
    title = how_they_stand(paper, problems)
    return section(paper, paper.words("papers.own.problems"), title, rows)


def _answers(paper: Paper, problems: list[Problem], *, own: bool) -> str:
    """Return the outcomes of the problems in one sentence."""
    found = outcomes_among(paper.state, problems)
    solved = found.solved
    whose = "own" if own else "chosen" if paper.is_choice else "heard"
    by = paper.solved_by(problems)
    how = "elsewhere" if by.elsewhere else "solved"
    kind = f"all_{how}" if solved == len(problems) else f"some_{how}" if solved else "none_solved"
    said = paper.words(
        f"papers.answers.{whose}.{kind}",
        n=len(problems),
        count=paper.things(len(problems)),
        solved=paper.things(solved),
    )
    key = "all" if by.own == by.solved else "some"
    here = paper.words(f"promises.own_answer.{key}", n=by.own) if by.own else ""
    return said + here + part_words(paper.words, solved, found.in_part, brief=True)
