"""The help page and the catalogue of a solution in papers."""

from exports.pdf.blocks.block import Block
from exports.pdf.blocks.qr_code import QR_SIZE
from exports.pdf.paper import Paper
from exports.pdf.parts import (
    QR_GAP,
    Bold,
    WebAddress,
    beside_qr,
    para,
)
from exports.pdf.styles import BODY, WIDTH
from workshop_app.domain.solution import Solution


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
