"""What participants can do alone, with boxes to tick; steps of an answer are one line."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from exports.pdf.blocks.block import Block, PageText
from exports.pdf.blocks.gutter import Gutter, GutterMark
from exports.pdf.blocks.side import Beside, Together
from exports.pdf.blocks.stack import Stack
from exports.pdf.documents.outcome_lines import typed_steps
from exports.pdf.documents.section import section
from exports.pdf.paper import Paper
from exports.pdf.parts import Bold, bulleted, para
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.workshop import Participant

_ABOVE = 5.0
_LEAST = 2
"""The number of lines from which a group has a heading."""


@dataclass(frozen=True, slots=True, eq=False)
class _Group:
    """The steps of an answer, by language, and those of its steps that the reader can do."""

    number: int
    """Of the problem."""
    name: str
    steps: tuple[tuple[str, ...], ...]
    solution_id: str = ""
    """Empty if the answer was typed."""
    lines: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether all steps are among the lines."""
        return any(steps and set(steps) <= set(self.lines) for steps in self.steps)


def _tick_line(paper: Paper, line: str) -> Block:
    return Gutter(para(paper, line), GutterMark(box=True))


def own_abilities(paper: Paper, reader: Participant, printed: Mapping[str, str]) -> list[Block]:
    """Return what the reader can do alone, with boxes to tick, and the reader's own lines.

    Lines that are steps of an answer are grouped below its name. All steps of an answer are one
    line if they are printed: `printed` maps ids of solutions to the anchors of their steps.
    """
    lines = reader.alone
    said = paper.state.lines_of(reader)
    if not (lines or said):
        return []
    words = paper.words
    asked = "again" if paper.state.workshop.next_date else "here"
    groups = _groups(paper, lines)
    grouped = {line for group in groups for line in group.lines}
    rows: list[Block] = [
        Beside(para(paper, ""), _tick_line(paper, line)) for line in lines if line not in grouped
    ]
    rows += [_row(paper, group, printed) for group in groups]
    title = words(f"papers.alone.{asked}" if lines else "papers.alone.said").rstrip("。:")
    if said:
        listed = bulleted(paper, [check.text for check in said])
        for line in listed[-2:-1]:
            line.keep_next = True  # so that the last one is not alone on a page
        told = [para(paper, words("papers.alone.said"))] if lines else []
        rows.append(Beside(para(paper, ""), Stack(*told, *listed)))
    return section(paper, words("papers.alone.name"), title, rows)


def own_line(paper: Paper, reader: Participant) -> str:
    """Return the first line of the reader that is no step of an answer; empty if there is none."""
    steps = {line for answer in _answers(paper) for each in answer.steps for line in each}
    return next((line for line in reader.alone if line not in steps), "")


def lines_to_tick(paper: Paper, lines: Sequence[str], printed: Mapping[str, str]) -> list[Block]:
    """Return a box for each line; all steps of an answer are one line, as in `own_abilities`."""
    whole = {
        line: group
        for group in _groups(paper, lines)
        if group.is_whole and group.solution_id in printed
        for line in group.lines
    }
    rows: list[Block] = []
    given: set[_Group] = set()
    for line in lines:
        group = whole.get(line)
        if group is None:
            rows.append(_tick_line(paper, line))
        elif group not in given:
            given.add(group)
            rows.append(_one_line(paper, group, printed[group.solution_id]))
    return rows


def _groups(paper: Paper, lines: Iterable[str]) -> list[_Group]:
    """Return the answers of which several lines are steps, in the order of the lines.

    A step of several answers belongs to that of the line before, if it is one of them.
    """
    answers = _answers(paper)
    found: dict[_Group, list[str]] = {}
    last: _Group | None = None
    for line in lines:
        fitting = [each for each in answers if any(line in steps for steps in each.steps)]
        if last not in fitting:
            last = fitting[0] if fitting else None
        if last is not None:
            found.setdefault(last, []).append(line)
    return [replace(one, lines=tuple(of)) for one, of in found.items() if len(of) >= _LEAST]


def _answers(paper: Paper) -> tuple[_Group, ...]:
    """Return a group without lines for each answer with steps."""
    return paper.once(("answers with steps",), lambda: tuple(_find_answers(paper)))


def _find_answers(paper: Paper) -> Iterator[_Group]:
    for problem in paper.state.listed:
        for card in paper.state.cards_of(problem.id):
            if card.outcome is not OutcomeKind.SOLUTION:
                continue
            solution = paper.solution_of(card)
            if solution is None:
                steps = (typed_steps(card),)
            else:
                steps = (solution.ja.first_steps, solution.en.first_steps)
            yield _Group(
                number=problem.number,
                name=paper.title_of(card),
                steps=steps,
                solution_id=solution.id if solution else "",
            )


def _row(paper: Paper, group: _Group, printed: Mapping[str, str]) -> Block:
    label = para(paper, paper.words("papers.problem.heading", number=group.number))
    anchor = printed.get(group.solution_id, "")
    if anchor and group.is_whole:
        main = _one_line(paper, group, anchor)
    else:
        boxes = (_tick_line(paper, line) for line in group.lines)
        main = Together(para(paper, Bold(group.name)), *boxes)
    row = Beside(label, main)
    row.above = _ABOVE
    return row


def _one_line(paper: Paper, group: _Group, anchor: str) -> Block:
    """Return one box for all steps of an answer, with where they are."""
    words = paper.words
    text = PageText(
        anchor,
        lambda page: para(paper, words("papers.alone.steps_on", name=group.name, page=page)),
        here=para(paper, words("papers.alone.steps_above", name=group.name)),
    )
    return Gutter(text, GutterMark(box=True))
