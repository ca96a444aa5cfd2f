"""The problems that were not chosen: their wordings and outcomes, in rows."""

import sys

from exports.pdf.blocks.block import Block, Space
from exports.pdf.blocks.gutter import Gutter
from exports.pdf.blocks.qr_code import QrCodeBlock
from exports.pdf.blocks.side import Together
from exports.pdf.blocks.stack import Stack
from exports.pdf.documents.how_to import own_steps
from exports.pdf.documents.outcome_lines import (
    OutcomeLine,
    how_they_stand,
    not_discussed_words,
    outcome_lines,
)
from exports.pdf.documents.problem_map import rows_by_theme
from exports.pdf.documents.problem_rows import (
    CodedAddresses,
    address_of,
    discussion_notes,
)
from exports.pdf.documents.section import row, section
from exports.pdf.documents.solution import catalogue_line
from exports.pdf.paper import Paper
from exports.pdf.parts import Bold, WebAddress, Whole, named_mark, para
from exports.pdf.styles import DENSE, SMALL
from workshop_app.domain.facts.outcomes import promises_of
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import Promise
from workshop_app.services.contact_words import came_from

_MOST_WORDS = 60
"""Maximum length of the words of a problem that nobody took up in a shorter paper."""
_PAD = 2.5
_QR = 52.0
_QUIET = 2.5
"""Space around a code, in addition to that of the row."""


def other_rows(
    paper: Paper, problems: list[Problem], coded: CodedAddresses, *, in_words: bool
) -> list[Block]:
    """Return the section of `problems`; empty without any.

    Those `coded` have no further QR code. Problems of which nothing can be said but that nobody
    discussed them share a sentence with their numbers, and with their words if `in_words`.
    """
    if not problems:
        return []
    words = paper.words
    silent = [each for each in problems if is_silent(paper, each)]
    answered = [each for each in problems if each not in silent]
    rows = [_row(paper, problem, coded, line=number > 0) for number, problem in enumerate(answered)]
    if silent:
        rows += silent_rows(paper, silent, line=bool(rows), in_words=in_words)
    chosen = paper.state.chosen
    title = words("papers.others.title") if chosen else how_they_stand(paper, problems)
    return section(paper, words("papers.others.name"), title, rows)


def is_silent(paper: Paper, problem: Problem) -> bool:
    """Return whether nothing can be said of a problem but that nobody discussed it."""
    said = set(promises_of(paper.state, problem).values())
    is_alone = not paper.state.merged_into(problem.id)
    return said == {Promise.NOT_DISCUSSED} and is_alone and paper.unchecked_answer(problem) is None


def silent_rows(
    paper: Paper, problems: list[Problem], *, line: bool, in_words: bool = False
) -> list[Block]:
    """Return the sentence that `problems` share, with their numbers; and their words `in_words`.

    A shorter paper has only words that are short themselves.
    """
    by_number = sorted(problems, key=lambda each: each.number)
    numbers = paper.list([str(each.number) for each in by_number])
    said = [
        paper.words("papers.others.not_discussed", n=len(problems), numbers=numbers),
        not_discussed_words(paper, problems[0]),
    ]
    text = para(paper, ("" if paper.language == "ja" else " ").join(said), style=DENSE)
    rows = [row(para(paper, ""), text, line=line, pad=_PAD)]
    if in_words:
        most = _MOST_WORDS if paper.shorter > 1 else sys.maxsize
        named = (each for each in by_number if len(each.title) <= most)
        style = SMALL if paper.shorter else DENSE
        rows += rows_by_theme(paper, {each.id: each.title for each in named}, style=style)
    return rows


def _row(paper: Paper, problem: Problem, coded: CodedAddresses, *, line: bool) -> Block:
    words = paper.words
    style = SMALL if paper.shorter > 1 else DENSE
    said: list[Block] = [para(paper, Bold(problem.title), style=style)]
    if earlier := came_from(words, problem):
        said.append(para(paper, earlier, style=SMALL))
    if problem.title != problem.first_wording:
        first = words("papers.problem.quote", text=problem.first_wording)
        said.append(para(paper, first, style=style))
    for merged in paper.state.merged_into(problem.id):
        text = words("papers.others.merged", number=merged.number, text=merged.first_wording)
        said.append(para(paper, text, style=style))
    label: list[Block] = [_name(paper, problem)]
    for each in outcome_lines(paper, problem):
        url = each.solution.text(paper.language).help_url if each.solution else ""
        has_code = len(label) == 1 and coded.needs_code(url)
        if has_code:
            label += [Space(_QUIET), QrCodeBlock(url, _QR), Space(_QUIET)]
        mark = named_mark(paper, each.icon, DENSE.leading)
        said.append(Gutter(_outcome(paper, each, has_code=has_code), mark))
    again = para(paper, words("papers.problem.again", number=problem.number))
    notes = [] if paper.shorter else discussion_notes(paper, problem)
    said[0].keep_next = True
    text = Stack(*said) if paper.shorter > 1 else Together(*said)
    return row(Stack(*label), Stack(text, *notes), line=line, again=again, pad=_PAD)


def _name(paper: Paper, problem: Problem) -> Block:
    """Return the number of a problem, followed by its votes, if it got any."""
    words = paper.words
    name = Bold(words("papers.problem.heading", number=problem.number))
    votes = paper.state.votes.of(problem.id)
    if not votes:
        return para(paper, name, style=DENSE)
    return para(paper, name, paper.gap, words("papers.votes.count", n=votes), style=DENSE)


def _outcome(paper: Paper, line: OutcomeLine, *, has_code: bool) -> Block:
    """Return the statement of an outcome, with the caption of its code if it has one."""
    said: list[Block] = [para(paper, line.text, style=DENSE), *own_steps(paper, line)]
    said += [
        para(paper, text, style=DENSE) for text in (*line.caveats, line.typed, line.reason) if text
    ]
    if line.solution:
        said += catalogue_line(paper, line.solution)
    if has_code and line.solution:
        opens = line.solution.text(paper.language).help_heading
        code = paper.words("papers.figure.code")
        said.append(para(paper, code, paper.gap, Whole(opens), style=SMALL))
    address = address_of(paper, line)
    if address:
        said.append(para(paper, WebAddress(address), style=SMALL))
    said[0].keep_next = True
    return Stack(*said)
