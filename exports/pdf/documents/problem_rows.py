"""The problems of a paper, one row each: first wording, answer in one line, first step."""

from dataclasses import dataclass, field, replace
from typing import NamedTuple

from exports.discussions import discussion_of
from exports.pdf.blocks.block import Block
from exports.pdf.blocks.gutter import Gutter, GutterMark
from exports.pdf.blocks.qr_code import QrCodeBlock
from exports.pdf.blocks.side import Together
from exports.pdf.blocks.stack import Stack
from exports.pdf.documents.how_to import own_steps
from exports.pdf.documents.outcome_lines import (
    OutcomeLine,
    is_plain,
    one_of_each,
    outcome_lines,
)
from exports.pdf.documents.section import ROW_PAD, row
from exports.pdf.documents.solution import catalogue_line
from exports.pdf.paper import Paper
from exports.pdf.parts import (
    Bold,
    WebAddress,
    caption,
    dense,
    heading,
    named,
    named_mark,
    para,
    quote,
)
from exports.pdf.styles import BODY, DENSE, QUOTE, SMALL, Style
from exports.web_addresses import is_safe
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import Promise
from workshop_app.domain.record import Record
from workshop_app.services.contact_words import came_from

QR_IN_ROW = 54.0
_STEP_GAP = 19.0


class RowFit(NamedTuple):
    """The gaps within and around a row, and its styles: of the first wording and of the rest."""

    within: float
    around: float
    quote: Style = QUOTE
    body: Style = BODY


NORMAL = RowFit(5, ROW_PAD)
TIGHT = RowFit(2, 2)
COMPACT = RowFit(2, 2, DENSE, DENSE)
"""In the type of dense rows, where a page would not hold all rows otherwise."""


class RowParts(Record):
    """What a row contains besides the first wording and the outcomes.

    `brief`: no icons, one answer of each kind and those with a caveat, and the concrete wording of
    problems that share their first wording with others, or whose ids are in `wording`; those in
    `repeated` have no first wording, since a row above has the same one. `tick`: a
    box for the first step, and a day to fill in, unless an action has one. `help`: the address of
    the help page with its QR code. `acted`: ids of problems and solutions whose first steps
    are printed above, with an action of the reader. `notes`: the notes of the discussion.
    """

    brief: bool = False
    wording: frozenset[str] = frozenset()
    repeated: frozenset[str] = frozenset()
    tick: bool = False
    help: bool = False
    acted: frozenset[tuple[str, str]] = frozenset()
    fit: RowFit = NORMAL
    notes: bool = False


@dataclass(frozen=True, slots=True)
class CodedAddresses:
    """The addresses that have a QR code; unless they are `coded`, no further one needs a code."""

    coded: bool = True
    codes: set[str] = field(default_factory=set[str])

    def needs_code(self, address: str) -> bool:
        """Return whether an address has no code yet, and record that it has one."""
        if not (self.coded and is_safe(address)) or address in self.codes:
            return False
        self.codes.add(address)
        return True


def problem_rows(
    paper: Paper, problems: list[Problem], parts: RowParts, coded: CodedAddresses | None = None
) -> list[Block]:
    """Return a row for each problem; the addresses with a code are added to those `coded`."""
    coded = coded or CodedAddresses()
    firsts = {each.first_wording: each for each in reversed(problems)}
    repeated = (
        each.id for each in problems if each.wording and each is not firsts[each.first_wording]
    )
    parts = replace(parts, repeated=frozenset(repeated))
    return [
        _row(paper, problem, parts, coded, line=number > 0)
        for number, problem in enumerate(problems)
    ]


def _row(
    paper: Paper, problem: Problem, parts: RowParts, coded: CodedAddresses, *, line: bool
) -> Block:
    lines = outcome_lines(paper, problem)
    prints_address = parts.help or lines[0].unchecked is not None
    if prints_address:
        return _made(paper, problem, parts, coded, line=line)
    ids = {problem.id}
    own = replace(parts, wording=parts.wording & ids, repeated=parts.repeated & ids)
    key = ("row", problem.id, own, line)
    return paper.once(key, lambda: _made(paper, problem, own, coded, line=line))


def _made(
    paper: Paper, problem: Problem, parts: RowParts, coded: CodedAddresses, *, line: bool
) -> Block:
    fit = parts.fit
    lines = outcome_lines(paper, problem)
    if parts.brief:
        lines = [_without_details(line) for line in one_of_each(lines)]
    prints_address = parts.help or lines[0].unchecked is not None
    address = address_of(paper, lines[0]) if prints_address else ""
    if address and parts.help:
        coded.needs_code(address)
    first = lines[0].solution
    is_acted = first is not None and (problem.id, first.id) in parts.acted
    is_open = parts.tick and not is_acted and _needs_day(paper, problem, lines)
    steps: list[tuple[str, float, Block]] = [
        ("speech", fit.quote.leading, _said(paper, each, fit))
        for each in (problem, *paper.state.merged_into(problem.id))
        if each.id not in parts.repeated
    ]
    with_wording = parts.wording | parts.repeated
    if problem.wording and (not parts.brief or problem.id in with_wording or problem.split_from):
        steps.append(("pen", fit.body.leading, para(paper, problem.wording, style=fit.body)))
    for number, each in enumerate(lines):
        is_first = number == 0
        shown = address
        if not is_first:
            shown = address_of(paper, each) if parts.help else ""
        has_step = is_first and not is_acted
        tick = is_open and is_first
        block = _outcome(paper, each, fit, address=shown, step=has_step, tick=tick)
        if is_first and is_acted:
            above = para(paper, paper.words("papers.own.steps_above"), style=fit.body)
            block = Stack(block, above)
        steps.append((each.icon, fit.body.leading, block))
    steps[-len(lines) - 1][-1].keep_next = True
    last = len(steps) - 1
    thread = [
        Gutter(
            block,
            GutterMark() if parts.brief else named_mark(paper, icon, leading),
            thread=number < last and not parts.brief,
            pad=fit.within if number < last else 0,
        )
        for number, (icon, leading, block) in enumerate(steps)
    ]
    notes = discussion_notes(paper, problem) if parts.notes else []
    main: Block = Stack(Together(*thread), *notes) if notes else Together(*thread)
    again = para(paper, paper.words("papers.problem.again", number=problem.number))
    day = para(paper, paper.words("papers.actions.day_blank")) if is_open else None
    origin = problem.split_from if problem.id in parts.repeated else None
    label = _label(paper, problem, lines, address, fit, paper.state.problem(origin or ""))
    return row(label, main, line=line, foot=day, again=again, pad=fit.around)


def discussion_notes(paper: Paper, problem: Problem) -> list[Block]:
    """Return the notes of the discussion below their name; empty if there are none."""
    notes = discussion_of(paper.state, problem)
    name = Bold(paper.words("papers.dossier.discussion"))
    said = Together(para(paper, name, style=SMALL), para(paper, notes, style=SMALL))
    return [Gutter(said, GutterMark())] if notes else []


def _said(paper: Paper, problem: Problem, fit: RowFit) -> Block:
    """Return the first wording, with the visit from which the problem was taken over."""
    said = quote(paper, problem.first_wording, fit.quote)
    earlier = came_from(paper.words, problem)
    return Stack(said, para(paper, earlier, style=SMALL)) if earlier else said


def _without_details(line: OutcomeLine) -> OutcomeLine:
    if not is_plain(line.promise):
        return line
    typed = "" if line.promise is Promise.HELPED else line.typed
    return replace(line, typed=typed, reason="")


def _label(
    paper: Paper,
    problem: Problem,
    lines: list[OutcomeLine],
    address: str,
    fit: RowFit,
    origin: Problem | None,
) -> Block:
    name = paper.words("papers.problem.heading", number=problem.number)
    entry = f"{name} {problem.title}"
    style = replace(fit.body, leading=fit.quote.leading, bold=True)
    blocks: list[Block] = [heading(paper, name, style, level=2, outline=entry)]
    votes = paper.state.votes.of(problem.id)
    if votes:
        blocks.append(dense(paper, paper.words("papers.votes.count", n=votes)))
    if origin is not None:
        said = paper.words("papers.problem.split_from", number=origin.number)
        blocks.append(para(paper, said, style=SMALL))
    solution = lines[0].solution
    if address and solution:
        code = QrCodeBlock(address, QR_IN_ROW)
        code.above = 2
        blocks += [code, caption(paper, solution)]
    return Stack(*blocks)


def address_of(paper: Paper, line: OutcomeLine) -> str:
    """Return the address of the help page of an answer; empty if there is none that is safe."""
    address = line.named.text(paper.language).help_url if line.named else ""
    return address if is_safe(address) else ""


def _needs_day(paper: Paper, problem: Problem, lines: list[OutcomeLine]) -> bool:
    """Return whether there is a first step for which no action has a day."""
    first = lines[0].solution
    if first is None or not first.text(paper.language).first_steps:
        return False
    return not any(each.due for each in paper.state.actions_of(problem.id))


def _outcome(
    paper: Paper, line: OutcomeLine, fit: RowFit, *, address: str, step: bool, tick: bool
) -> Block:
    blocks: list[Block] = [para(paper, Bold(line.text), style=fit.body)]
    said = (*line.caveats, line.typed, line.reason)
    blocks += own_steps(paper, line, fit.body)
    blocks += [para(paper, each, style=fit.body) for each in said if each]
    if line.solution:
        blocks += catalogue_line(paper, line.solution)
    steps = line.solution.text(paper.language).first_steps if line.solution else ()
    if steps and step:
        for block in blocks:
            block.keep_next = True
        blocks.append(_first_step(paper, steps[0], fit, tick=tick))
    if address:
        blocks.append(para(paper, WebAddress(address), style=SMALL))
    blocks[0].keep_next = True
    return Stack(*blocks)


def _first_step(paper: Paper, step: str, fit: RowFit, *, tick: bool) -> Block:
    name = paper.words("papers.solution.first_step")
    style = fit.body
    if not tick:
        return para(paper, name + paper.gap, step, style=style)
    mark = GutterMark(box=True, size=10.5, leading=style.leading)
    return named(paper, name, Gutter(para(paper, step, style=style), mark, indent=_STEP_GAP), style)
