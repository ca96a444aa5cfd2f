"""A private note, with a lock before it."""

from exports.pdf.blocks.block import Block
from exports.pdf.blocks.gutter import Gutter, GutterMark
from exports.pdf.blocks.stack import Stack
from exports.pdf.paper import Paper
from exports.pdf.parts import Bold, dense, lead
from exports.pdf.styles import LEAD


def private_note(paper: Paper, text: str) -> list[Block]:
    """Return a private note with its heading; empty without a text."""
    if not text.strip():
        return []
    name = lead(paper, Bold(paper.words("papers.record.private_note")), style=LEAD)
    return [Gutter(Stack(name, dense(paper, text)), GutterMark(icon="lock"))]
