"""The voices of other workshops on the page of a request, with code, date, way and words."""

from exports.evidence import customer_of, way_of
from exports.pdf.blocks.block import Block, NewPage
from exports.pdf.blocks.side import Ruled, Together
from exports.pdf.blocks.stack import Stack
from exports.pdf.documents.request_styles import ROW
from exports.pdf.paper import Paper
from exports.pdf.parts import Bold, lead, para
from exports.pdf.styles import COLUMN_LINE, SMALL
from workshop_app.domain.facts.voices import evidence_of
from workshop_app.domain.problem import Problem
from workshop_app.domain.voices import Voice

_ON_FIRST_PAGE = 3


def most_voices(paper: Paper, problem: Problem) -> int:
    """Return the maximum number of voices of other workshops on the page of the request."""
    return min(_ON_FIRST_PAGE, len(_others(paper, problem)))


def first_voices(paper: Paper, problem: Problem, number: int) -> list[Block]:
    """Return the newest `number` of voices of other workshops."""
    return _section(paper, _others(paper, problem)[:number], "papers.evidence.others")


def more_voices(paper: Paper, problem: Problem, number: int) -> list[Block]:
    """Return those after the first `number`, for a separate page."""
    key = "papers.evidence.more" if number else "papers.evidence.others"
    rest = _section(paper, _others(paper, problem)[number:], key)
    return [NewPage(), *rest] if rest else []


def _others(paper: Paper, problem: Problem) -> tuple[Voice, ...]:
    return evidence_of(paper.state, problem).others[::-1]


def _section(paper: Paper, voices: tuple[Voice, ...], title: str) -> list[Block]:
    if not voices:
        return []
    name = lead(paper, Bold(paper.words(title)), style=ROW)
    first, *others = (_voice(paper, each) for each in voices)
    head = Ruled(Together(name, first), COLUMN_LINE, over=3)
    head.above = 6
    return [head, *others]


def _voice(paper: Paper, voice: Voice) -> Block:
    facts = (
        customer_of(paper, voice),
        paper.words.date(voice.date),
        way_of(paper, voice),
        voice.job,
    )
    said = paper.words("papers.evidence.quoted", words=voice.words)
    about = lead(paper, paper.gap.join(fact for fact in facts if fact), style=SMALL)
    about.above = 2
    return Stack(about, para(paper, said, style=ROW))
