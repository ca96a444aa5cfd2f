"""A line of papers that names the catalogue of a solution."""

from exports.pdf.blocks.block import Block
from exports.pdf.paper import Paper
from exports.pdf.parts import para
from workshop_app.domain.solution import Solution


def catalogue_line(paper: Paper, solution: Solution) -> list[Block]:
    """Return a line that names the catalogue of a solution unless it is Mackerel's."""
    if not solution.catalogue:
        return []
    return [para(paper, paper.words("papers.solution.catalogue", name=solution.catalogue))]
