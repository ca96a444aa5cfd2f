"""The agenda: purpose, steps with their minutes, and ground rules."""

from datetime import datetime, timedelta

from exports.pdf.blocks.block import Block
from exports.pdf.blocks.stack import Stack
from exports.pdf.documents.document_head import head, message, when_and_where, whom_to_ask
from exports.pdf.documents.replaced_note import replaced_note
from exports.pdf.paper import Paper
from exports.pdf.parts import Bold, NumberHeading, bulleted, heading, para, table
from exports.pdf.styles import NUMBER, PART
from workshop_app.domain.agenda import whole_time
from workshop_app.domain.contact import ContactKind
from workshop_app.domain.ground_rules import ground_rules
from workshop_app.domain.steps import Step
from workshop_app.domain.workshop import AgendaItem

_NAMES = {Step.APPRAISE: "papers.agenda.appraise"}
"""The names of steps that guests would not understand otherwise."""


def build(paper: Paper) -> list[Block]:
    """Return the blocks of the agenda."""
    words = paper.words
    asks = paper.state.workshop.kind is ContactKind.INTERVIEW
    told = (paper.state.workshop.title, when_and_where(paper), *whom_to_ask(paper))
    purpose = words(f"papers.agenda.purpose_{'ask' if asks else 'what'}")
    rest = [words("papers.agenda.purpose_result"), Bold(words("papers.agenda.bring"))]
    return [
        *head(paper, words("papers.name.agenda"), told),
        message(paper, [purpose], rest),
        *_steps(paper),
        _rules(paper),
        *replaced_note(paper),
    ]


def _steps(paper: Paper) -> list[Block]:
    """Return the table of steps with minutes, with the time of each if the start is known."""
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
            para(paper, ""),
            para(paper, Bold(words("papers.agenda.minutes", n=whole)), style=NUMBER),
        )
    )
    columns = (
        words("papers.agenda.from"),
        words("papers.agenda.step"),
        words("papers.agenda.what"),
        NumberHeading(words("papers.agenda.how_long")),
    )
    return [Stack(title, table(paper, columns, rows, (50, 84, None, 80)))]


def _row(paper: Paper, item: AgendaItem, hour: str) -> tuple[Block, ...]:
    words = paper.words
    step = Step(item.step)
    return (
        para(paper, hour),
        para(paper, Bold(words(_NAMES.get(step, f"steps.name.{step}")))),
        para(paper, words(f"papers.agenda.does.{step}")),
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
    """Return until when a step is planned, and its minutes; empty if that is unknown."""
    planned = [item for item in paper.state.agenda if item.minutes]
    for item, hour in zip(planned, _begins(paper, planned), strict=True):
        if item.step == step and (end := hour and _later(hour, item.minutes)):
            return paper.words("papers.agenda.until", time=end, n=item.minutes)
    return ""


def _later(hour: str, minutes: int) -> str:
    """Return the time `minutes` after `hour` (HH:MM); empty if that is not a time."""
    try:
        begin = datetime.strptime(hour, "%H:%M")  # noqa: DTZ007 - a time of day alone
    except ValueError:
        return ""
    return (begin + timedelta(minutes=minutes)).strftime("%H:%M")


def _rules(paper: Paper) -> Block:
    state = paper.state
    rules = ground_rules(
        state.workshop.own_rules,
        paper.words,
        anonymous=state.workshop.anonymous,
        named=state.speakers_shown,
    )
    title = heading(paper, paper.words("opening.rules"), PART)
    return Stack(title, *bulleted(paper, rules))
