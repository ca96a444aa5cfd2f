"""A solution in papers: what it is, first steps, limits, and how to find it."""

from exports.pdf.blocks.block import Block
from exports.pdf.blocks.qr_code import QR_SIZE
from exports.pdf.documents.search_path import other_attempts
from exports.pdf.paper import Paper
from exports.pdf.parts import (
    QR_GAP,
    Bold,
    WebAddress,
    beside_qr,
    bulleted,
    label,
    lead,
    numbered,
    para,
)
from exports.pdf.styles import BODY, GUTTER, WIDTH
from workshop_app.domain.outcome import PlayedCard
from workshop_app.domain.solution import Solution, SolutionText


def solution_parts(paper: Paper, card: PlayedCard) -> list[Block]:
    """Return the content of a chosen catalogue entry, without its title."""
    solution = paper.solution_of(card)
    if solution is None:
        said = [para(paper, card.text)] if card.text else []
        return [*said, para(paper, paper.words("papers.solution.gone"))]
    text = solution.text(paper.language)
    steps = [
        label(paper, paper.words("papers.solution.steps")),
        *numbered(paper, text.first_steps),
    ]
    return [
        para(paper, text.what),
        *catalogue_line(paper, solution),
        *with_help(paper, text.help_url, *steps, width=WIDTH - GUTTER),
        label(paper, paper.words("papers.solution.find")),
        lead(paper, _find_words(paper, card, text)),
        para(paper, text.help_path),
        *other_attempts(paper, card),
        *_limits(paper, text),
    ]


def with_help(paper: Paper, address: str, *blocks: Block, width: float = WIDTH) -> list[Block]:
    """Return `blocks` with the address of a help page below and its QR code beside them.

    Without an address, `blocks` are returned unchanged.
    """
    if not address:
        return list(blocks)
    line = para(paper, Bold(paper.words("papers.solution.help") + paper.gap), WebAddress(address))
    if line.height(width - QR_SIZE - QR_GAP) <= BODY.leading:
        return [beside_qr(address, *blocks, line)]
    above = beside_qr(address, *blocks)
    above.keep_next = True
    return [above, line]


def catalogue_line(paper: Paper, solution: Solution) -> list[Block]:
    """Return a line that names the catalogue of a solution unless it is Mackerel's."""
    if not solution.catalogue:
        return []
    return [para(paper, paper.words("papers.solution.catalogue", name=solution.catalogue))]


def _find_words(paper: Paper, card: PlayedCard, text: SolutionText) -> str:
    """Return the search words that found the entry, or those of the catalogue."""
    searched = card.search_words or " ".join(text.search_words)
    return paper.words("papers.solution.find_words", words=searched)


def _limits(paper: Paper, text: SolutionText) -> list[Block]:
    if not text.limits or not paper.shows("limits"):
        return []
    return [label(paper, paper.words("papers.solution.limits")), *bulleted(paper, text.limits)]
