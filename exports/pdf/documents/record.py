"""The facilitator's own record: everything including private notes; marked on every page."""

from exports.pdf.blocks.block import Block
from exports.pdf.blocks.stack import Stack
from exports.pdf.documents.actions import action_table
from exports.pdf.documents.appraisal_overview import appraisal_overview
from exports.pdf.documents.closing import next_time
from exports.pdf.documents.document_head import head, three_lines
from exports.pdf.documents.outcome_chart import card_chart, outcome_chart
from exports.pdf.documents.record_people import answers, background, people
from exports.pdf.documents.record_problems import problem_chapters
from exports.pdf.documents.record_requests import requests
from exports.pdf.documents.record_setup import setup_overview
from exports.pdf.documents.replaced_note import replaced_note
from exports.pdf.documents.time_chart import time_chart
from exports.pdf.documents.vote_chart import vote_chart
from exports.pdf.paper import Paper
from exports.pdf.parts import heading, para
from exports.pdf.styles import PART


def build(paper: Paper) -> list[Block]:
    """Return the blocks of the record."""
    return [
        *head(paper, paper.words("papers.name.record"), "private", people=False),
        para(paper, paper.words("papers.record.warning")),
        three_lines(paper),
        *background(paper),
        *people(paper),
        *time_chart(paper),
        *outcome_chart(paper),
        *card_chart(paper),
        *vote_chart(paper),
        *appraisal_overview(paper),
        *answers(paper),
        *problem_chapters(paper),
        *requests(paper),
        *_actions(paper),
        next_time(paper),
        *setup_overview(paper),
        *replaced_note(paper),
    ]


def _actions(paper: Paper) -> list[Block]:
    if not paper.state.actions:
        return []
    title = heading(paper, paper.words("papers.actions.title"), PART)
    return [Stack(title, action_table(paper, paper.state.actions))]
