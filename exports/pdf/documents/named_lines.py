"""Labelled lines below a rule, on the cover of the dossier."""

from collections.abc import Iterable

from exports.pdf.blocks.block import Block
from exports.pdf.blocks.side import Beside, Ruled
from exports.pdf.blocks.stack import Stack
from exports.pdf.paper import Paper
from exports.pdf.parts import para
from exports.pdf.styles import DENSE, SECTION_LINE


def named_lines(
    paper: Paper, name: str, lines: Iterable[str], blocks: Iterable[Block] = ()
) -> Block:
    """Return paragraphs and `blocks` with a label."""
    said = Stack(*(para(paper, line, style=DENSE) for line in lines), *blocks)
    block = Ruled(Beside(para(paper, name, style=DENSE), said), SECTION_LINE, over=6, under=2)
    block.above = 7
    return block
