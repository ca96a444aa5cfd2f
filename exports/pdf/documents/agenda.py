"""The agenda: purpose, steps with their minutes, actions of last time, and ground rules."""

from dataclasses import replace
from datetime import datetime, timedelta

from exports.pdf.blocks.block import Block
from exports.pdf.blocks.grid import CellRow
from exports.pdf.blocks.stack import Stack
from exports.pdf.documents.coming import action_line
from exports.pdf.documents.document_head import (
    head,
    message,
    when_and_where,
    whom_to_ask,
)
from exports.pdf.documents.replaced_note import replaced_note
from exports.pdf.paper import Paper
from exports.pdf.parts import Bold, NumberHeading, bulleted, dense, heading, para, table
from exports.pdf.styles import DENSE, NUMBER, PART
from workshop_app.domain.action import Action, by_day
from workshop_app.domain.agenda import whole_time
from workshop_app.domain.contact import ContactKind
from workshop_app.domain.facts.commitments import CommitmentKind, carried_over
from workshop_app.domain.facts.told_requests import earlier_requests
from workshop_app.domain.ground_rules import ground_rules
from workshop_app.domain.steps import Step
from workshop_app.domain.workshop import AgendaItem
from workshop_app.services.actions_to_do import in_words

_ABOVE_RULES = 6.0
_RULES = 240.0
_CLOSE = 2.0
"""The space in rows of a close table."""
_ABOUT_ACTIONS = (Step.CONTEXT, Step.WRAP_UP)
_NAMES = {Step.APPRAISE: "papers.agenda.appraise"}
"""The names of steps that guests would not understand otherwise."""


def build(paper: Paper) -> list[Block]:
    """Return the blocks of the agenda."""
    words = paper.words
    asks = paper.state.workshop.kind is ContactKind.INTERVIEW
    told = (paper.state.workshop.title, when_and_where(paper), *whom_to_ask(paper))
    left = _left(paper)
    purpose = words(f"papers.agenda.purpose_{'again' if left else 'ask' if asks else 'what'}")
    bring = words(f"papers.agenda.bring{'_results' if left else ''}")
    before = paper.state.before
    note = before.workshop.next_note if before else ""
    promised = [words("papers.agenda.promised", note=note)] if note else []
    rest = [*(promised or [words("papers.agenda.purpose_result")]), Bold(bring)]
    return [
        *head(paper, words("papers.name.agenda"), told),
        message(paper, [purpose], rest),
        *_steps(paper),
        *_last_time(paper, left),
        _rules(paper, brief=bool(left)),
        *replaced_note(paper),
    ]


def _left(paper: Paper) -> list[Action]:
    """Return the actions of earlier visits that are still to be done, by day, without remarks."""
    state = paper.state
    return by_day(
        replace(said, text=said.text.partition("\n")[0])
        for each in carried_over(state)
        if each.kind is CommitmentKind.ACTION
        and (said := in_words(state, paper.words, each, in_line=False))
    )


def _last_time(paper: Paper, left: list[Action]) -> list[Block]:
    if not left:
        return []
    title = heading(paper, paper.words("papers.agenda.last_time"), PART)
    first, *others = (action_line(paper, each) for each in left)
    return [Stack(title, first), *others]


def _steps(paper: Paper) -> list[Block]:
    """Return the table of steps with minutes, with the time of each if the start is known.

    Above actions of earlier visits it is close and has no heading, so that all fits on a page.
    """
    words = paper.words
    planned = [item for item in paper.state.agenda if item.minutes]
    title = heading(paper, words("papers.agenda.steps"), PART)
    if not planned:
        return [Stack(title, para(paper, words("papers.agenda.none")))]
    begins = _begins(paper, planned)
    rows = [_row(paper, item, hour) for item, hour in zip(planned, begins, strict=True)]
    whole, _ = whole_time(planned)
    end = begins[-1] and _later(begins[-1], planned[-1].minutes)
    rows.append(
        (
            para(paper, end),
            para(paper, Bold(words("papers.agenda.end"))),
            para(paper, Bold(words("papers.agenda.total")), style=NUMBER),
            para(paper, Bold(words("papers.agenda.minutes", n=whole)), style=NUMBER),
        )
    )
    columns = (
        words("papers.agenda.from"),
        words("papers.agenda.step"),
        words("papers.agenda.what"),
        NumberHeading(words("papers.agenda.how_long")),
    )
    widths = (50, 76, None, 54)
    if _left(paper):
        return [table(paper, columns, rows, widths, _CLOSE)]
    return [Stack(title, table(paper, columns, rows, widths))]


def _row(paper: Paper, item: AgendaItem, hour: str) -> tuple[Block, ...]:
    words = paper.words
    step = Step(item.step)
    told = earlier_requests(paper.state, None) if step is Step.APPRAISE else ()
    again = "_again" if told or (step in _ABOUT_ACTIONS and _left(paper)) else ""
    return (
        para(paper, hour),
        para(paper, Bold(words(_NAMES.get(step, f"steps.name.{step}")))),
        para(paper, words(f"papers.agenda.does.{step}{again}")),
        para(paper, words("papers.agenda.minutes", n=item.minutes), style=NUMBER),
    )


def _begins(paper: Paper, planned: list[AgendaItem]) -> list[str]:
    hour = paper.state.workshop.start_time
    hours = []
    for item in planned:
        hours.append(hour)
        hour = hour and _later(hour, item.minutes)
    return hours


def time_for(paper: Paper, step: Step) -> str:
    """Return until when a step is planned; empty if that is unknown."""
    planned = [item for item in paper.state.agenda if item.minutes]
    for item, hour in zip(planned, _begins(paper, planned), strict=True):
        if item.step == step and (end := hour and _later(hour, item.minutes)):
            return paper.words("papers.agenda.until", time=end)
    return ""


def _later(hour: str, minutes: int) -> str:
    """Return the time `minutes` after `hour` (HH:MM); empty if that is not a time."""
    try:
        begin = datetime.strptime(hour, "%H:%M")  # noqa: DTZ007 - a time of day alone
    except ValueError:
        return ""
    return (begin + timedelta(minutes=minutes)).strftime("%H:%M")


def _rules(paper: Paper, *, brief: bool) -> Block:
    state = paper.state
    rules = ground_rules(
        state.workshop.own_rules,
        paper.words,
        anonymous=state.workshop.anonymous,
        named=state.speakers_shown,
    )
    name = paper.words("opening.rules")
    if brief:
        half = (len(rules) + 1) // 2
        columns = (Stack(*bulleted(paper, each, DENSE)) for each in (rules[:half], rules[half:]))
        said = Stack(dense(paper, Bold(name)), CellRow(tuple(columns), (None, _RULES), gap=0))
        said.above = _ABOVE_RULES
        return said
    return Stack(heading(paper, name, PART), *bulleted(paper, rules))
