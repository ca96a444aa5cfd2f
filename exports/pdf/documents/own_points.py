"""The problems that a participant said, in full, and those with most votes."""

from exports.pdf.blocks.block import Block, EmptyBlock
from exports.pdf.blocks.stack import Stack
from exports.pdf.documents.thread import problem_thread
from exports.pdf.paper import Paper
from exports.pdf.parts import (
    Bold,
    NumberHeading,
    heading,
    lead,
    numbered,
    outcome_words,
    para,
    table,
)
from exports.pdf.styles import NOTE, NUMBER, PART
from workshop_app.domain.appraisal import Criterion, Verdict
from workshop_app.domain.problem import Problem
from workshop_app.domain.ranking import RankRow, has_near_ties, rank_rows

_MOST_ROWS = 10
_WIDTHS = (44, 34, None, 40, 96)


def own_points(paper: Paper) -> list[Block]:
    """Return the threads of the problems that the reader said, most votes first.

    Empty if the reader said none or the workshop is anonymous.
    """
    problems = _said_by_reader(paper)
    if not problems:
        return []
    title = heading(paper, paper.words("papers.handout.own"), PART)
    first, *rest = (problem_thread(paper, problem) for problem in problems)
    return [Stack(title, first), *rest, *_six_questions(paper, problems)]


def group_points(paper: Paper) -> list[Block]:
    """Return the threads of the chosen problems, for readers without problems of their own."""
    problems = paper.state.chosen
    if not problems:
        return []
    title = heading(paper, paper.words("papers.chosen.title"), PART)
    first, *rest = (problem_thread(paper, problem) for problem in problems)
    return [Stack(title, first), *rest, *_six_questions(paper, list(problems))]


def top_problems(paper: Paper) -> list[Block]:
    """Return the problems with most votes and their outcomes; without votes, the first ones."""
    words = paper.words
    ranked = rank_rows(paper.state)
    if not ranked:
        return []
    voted = [row for row in ranked if row.votes]
    shown = (voted or ranked)[:_MOST_ROWS]
    columns = ("place", "number", "problem", "votes", "outcome")
    place, number, problem, votes, outcome = (words(f"papers.votes.{each}") for each in columns)
    header = place, number, problem, NumberHeading(votes), outcome
    notes = [words("papers.votes.near")] if has_near_ties(shown) else []
    if len(ranked) > len(shown):
        notes.append(words("papers.handout.more", n=len(ranked) - len(shown)))
    said = (para(paper, note, style=NOTE) for note in notes)
    grid = table(paper, header, (_row(paper, row) for row in shown), _WIDTHS)
    return [Stack(heading(paper, words("papers.handout.group"), PART), grid, *said)]


def _said_by_reader(paper: Paper) -> list[Problem]:
    state = paper.state
    reader = paper.reader
    if reader is None or state.workshop.anonymous:
        return []
    candidates = (*state.ranked, *state.parking_lot)
    return [problem for problem in candidates if reader in state.speakers_of(problem)]


def _row(paper: Paper, row: RankRow) -> tuple[Block, ...]:
    problem = paper.state.problem(row.id)
    name = para(paper, Bold(row.text)) if row.chosen else para(paper, row.text)
    votes = EmptyBlock() if row.votes is None else para(paper, str(row.votes), style=NUMBER)
    return (
        para(paper, Bold(row.rank)) if row.rank else EmptyBlock(),
        para(paper, row.number),
        name,
        votes,
        Stack(*(outcome_words(paper, problem) if problem else ())),
    )


def _six_questions(paper: Paper, problems: list[Problem]) -> list[Block]:
    """Return the meaning of the six questions if a problem above was appraised."""
    judged = (paper.state.verdict_of(each) for each in problems if paper.appraisal_of(each))
    if not paper.shows("six") or all(verdict is Verdict.OPEN for verdict in judged):
        return []
    words = paper.words
    asked = (
        words(
            "papers.handout.question",
            name=words(f"appraisal.criterion.{each}"),
            meaning=words(f"appraisal.meaning.{each}"),
        )
        for each in Criterion
    )
    title = heading(paper, words("papers.handout.six"), PART)
    return [Stack(title, lead(paper, words("papers.handout.six_lead")), *numbered(paper, asked))]
