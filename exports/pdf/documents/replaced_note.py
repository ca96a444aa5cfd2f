"""A note at the end of a document in which characters were replaced."""

from exports.pdf.blocks.block import Block
from exports.pdf.blocks.stack import Stack
from exports.pdf.paper import Paper
from exports.pdf.parts import heading, para
from exports.pdf.styles import PART
from exports.similar_kanji import is_kanji


def replaced_note(paper: Paper) -> list[Block]:
    """Return the note; must be called after all other text has been fitted."""
    words = paper.words
    shown = [each.shown for each in paper.replaced]
    similar = [each for each in dict.fromkeys(shown) if is_kanji(each)]
    said = [words("papers.replaced.similar", kanji=paper.list(similar))] if similar else []
    if any(text.startswith("[U+") for text in shown):
        said.append(words("papers.replaced.codes"))
    if not said:
        return []
    title = heading(paper, words("papers.replaced.title"), PART)
    return [Stack(title, *(para(paper, each) for each in said))]
