"""A note at the end of a document in which characters were replaced."""

from exports.pdf.blocks.block import Block
from exports.pdf.blocks.stack import Stack
from exports.pdf.glyphs import REPLACED_MARK
from exports.pdf.paper import Paper
from exports.pdf.parts import heading, para
from exports.pdf.styles import PART


def replaced_note(paper: Paper) -> list[Block]:
    """Return the note; must be called after all other text has been fitted."""
    shown = [each.shown for each in paper.replaced]
    keys = []
    if any(text.startswith("[U+") for text in shown):
        keys.append("papers.replaced.codes")
    if any(text.endswith(REPLACED_MARK) for text in shown):
        keys.append("papers.replaced.marked")
    if not keys:
        return []
    title = heading(paper, paper.words("papers.replaced.title"), PART)
    return [Stack(title, *(para(paper, paper.words(key)) for key in keys))]
