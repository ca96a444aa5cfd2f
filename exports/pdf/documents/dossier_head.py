"""The head of the dossier's cover and of each request: the customer, and who recorded it."""

from exports.pdf.blocks.block import Block
from exports.pdf.documents.request_styles import WISH
from exports.pdf.paper import Paper
from exports.pdf.parts import Whole, head_line, heading, para
from workshop_app.domain.workshop import Workshop
from workshop_app.services.contact_words import kind_noun


def dossier_head(paper: Paper, line: str, title: str, *, outline: str = "") -> list[Block]:
    """Return a line above the title, the title, and facts about the workshop."""
    words = paper.words
    facts = [Whole(fact) for fact in _about(paper) if fact]
    spaced = [part for fact in facts for part in (paper.gap, fact)][1:]
    return [
        head_line(paper, line, words("papers.mark.internal")),
        heading(paper, title, WISH, level=0, outline=outline),
        para(paper, *spaced),
    ]


def _about(paper: Paper) -> tuple[str, ...]:
    """Return the customer, or its code, the workshop, and who recorded it."""
    by = paper.words("papers.head.recorded_by", name=paper.facilitator) if paper.facilitator else ""
    return (paper.own_customer, visit(paper, paper.state.workshop), by)


def visit(paper: Paper, workshop: Workshop) -> str:
    """Return the kind of a contact with its day."""
    words, kind = paper.words, kind_noun(paper.words, workshop, begins=True)
    if not workshop.date:
        return words("papers.dossier.from_undated", kind=kind)
    return words("papers.dossier.from_contact", kind=kind, date=words.date(workshop.date))
