"""What somebody can do alone, and the next meeting."""

from exports.pdf.blocks.block import Block
from exports.pdf.blocks.gutter import Gutter, GutterMark
from exports.pdf.blocks.stack import Stack
from exports.pdf.paper import Paper
from exports.pdf.parts import Bold, heading, lead, para
from exports.pdf.styles import PART
from workshop_app.domain.workshop import Participant


def able_to(who: Participant) -> list[str]:
    """Return the lines of what a participant can do alone."""
    lines = (line.strip() for line in who.can_do_alone.splitlines())
    return [line for line in lines if line]


def tick_line(paper: Paper, line: str) -> Block:
    """Return a line with a box to tick."""
    return Gutter(para(paper, line), GutterMark(box=True))


def next_time(paper: Paper) -> Block:
    """Return the date of the next meeting and its note."""
    words = paper.words
    workshop = paper.state.workshop
    day = words.date(workshop.next_date)
    note = [para(paper, workshop.next_note)] if workshop.next_note else []
    when = lead(paper, Bold(day) if day else words("papers.next.undecided"))
    return Stack(heading(paper, words("papers.next.title"), PART), when, *note)
