"""The summary: one document for all participants."""

from exports.pdf.blocks.block import Block
from exports.pdf.blocks.stack import Stack
from exports.pdf.documents.closing import closing
from exports.pdf.documents.document_head import head, three_lines
from exports.pdf.documents.other_problems import other_problems, other_solutions
from exports.pdf.documents.outcome_chart import outcome_chart
from exports.pdf.documents.parking_lot import parking_lot
from exports.pdf.documents.promise import told_requests
from exports.pdf.documents.thread import problem_thread
from exports.pdf.documents.vote_chart import vote_chart
from exports.pdf.paper import Paper
from exports.pdf.parts import heading, lead
from exports.pdf.styles import PART


def build(paper: Paper) -> list[Block]:
    """Return the blocks of the summary."""
    charts = [*outcome_chart(paper), *vote_chart(paper)] if paper.shows("charts") else []
    others = [*other_problems(paper), *other_solutions(paper)] if paper.shows("others") else []
    return [
        *head(paper, paper.words("papers.name.summary")),
        *([three_lines(paper)] if paper.shows("lines") else []),
        *charts,
        *_chosen(paper),
        *others,
        *told_requests(paper),
        *parking_lot(paper),
        *closing(paper),
    ]


def _chosen(paper: Paper) -> list[Block]:
    problems = paper.state.chosen
    if not problems:
        return []
    title = heading(paper, paper.words("papers.chosen.title"), PART)
    order = lead(paper, paper.words("papers.chosen.order"))
    first, *rest = (problem_thread(paper, problem) for problem in problems)
    return [Stack(title, order, first), *rest]
