"""The first part of papers: when, where and who, and the results in three sentences."""

import re
from collections.abc import Iterable

from exports.key_message import request_to_customer
from exports.pdf.blocks.block import Block
from exports.pdf.blocks.side import Beside, Ruled
from exports.pdf.blocks.stack import Stack
from exports.pdf.documents.how_to import numbered_steps
from exports.pdf.documents.section import section
from exports.pdf.paper import Paper
from exports.pdf.parts import Bold, Whole, dense, head_line, heading, para
from exports.pdf.styles import DENSE, MESSAGE, SECTION_LINE, TITLE


def head(
    paper: Paper, title: str, told: Iterable[str] | None = None, mark: str = "customer"
) -> list[Block]:
    """Return the head of a paper: customer, reader, title, and what is `told` in a paragraph.

    By default that is the workshop with its day, and whom to ask.
    """
    words = paper.words
    customer = paper.state.customer
    name = words.organisation(customer.name, customer.honorific if mark == "customer" else "")
    if told is None:
        told = about(paper)
    return [
        head_line(paper, name, words(f"papers.mark.{mark}")),
        heading(paper, title, TITLE, level=0),
        facts(paper, told),
    ]


def about(paper: Paper) -> tuple[str, ...]:
    """Return the workshop with its day, and whom to ask."""
    workshop = paper.state.workshop
    return (workshop.title, paper.words.date(workshop.date), *whom_to_ask(paper))


def message(
    paper: Paper, large: Iterable[str], rest: Iterable[str] = (), asked: Iterable[Block] = ()
) -> Block:
    """Return what a reader is to know first in large type, what is `asked` and the `rest` below."""
    said = [
        *(para(paper, each, style=MESSAGE) for each in large),
        *asked,
        *(para(paper, each, style=DENSE) for each in rest if each),
    ]
    block = Ruled(Stack(*said), SECTION_LINE, over=8, under=2)
    block.above = 8
    return block


def asked_of_customer(paper: Paper, *, days: bool = True) -> list[Block]:
    """Return what is asked of the customer below a line on it, several things numbered.

    Without `days`, new ones are not asked for.
    """
    lead, *asked = request_to_customer(paper, days=days) or [""]
    return [dense(paper, Bold(lead)), *numbered_steps(paper, asked)] if lead else []


def whom_to_ask(paper: Paper) -> tuple[str, str]:
    """Return the facilitator, and how to reach them, each empty if unknown."""
    words, contact = paper.words, paper.branding.contact
    by = words("papers.head.led_by", name=paper.facilitator) if paper.facilitator else ""
    return by, words("papers.head.contact", contact=contact) if contact else ""


def facts(paper: Paper, told: Iterable[str]) -> Block:
    """Return facts in a paragraph, none of them broken."""
    spaced = [part for fact in told if fact for part in (f"{paper.gap} ", Whole(fact))][1:]
    return para(paper, *spaced)


def when_and_where(paper: Paper) -> str:
    """Return date, time and place, as far as known."""
    words = paper.words
    workshop = paper.state.workshop
    when = " ".join(part for part in (words.date(workshop.date), hours(paper)) if part)
    return paper.gap.join(fact for fact in (when, workshop.place) if fact)


def hours(paper: Paper) -> str:
    """Return start and end time."""
    workshop = paper.state.workshop
    return "–".join(time for time in (workshop.start_time, workshop.end_time) if time)


def present(paper: Paper) -> list[str]:
    """Return who was present with their jobs, one line per team; a job stands for an unknown team.

    Those of whom neither is known are named last.
    """
    teams: dict[str, list[str]] = {}
    for who in paper.state.participants:
        if who.attended:
            name, job = paper.person(who), who.job if who.team else ""
            name = paper.words("papers.head.job", name=name, job=job) if job else name
            teams.setdefault(who.team or who.job, []).append(name)
    others = teams.pop("", [])
    lines = [
        paper.words("papers.head.team", team=team, names=paper.list(names))
        for team, names in teams.items()
    ]
    if others:
        key = "papers.head.others" if lines else "papers.head.people"
        lines.append(paper.words(key, names=paper.list(others)))
    return lines


def present_section(paper: Paper) -> list[Block]:
    """Return the section of who was present, when and where.

    Each team has a line; teams of which one person was present share lines.
    """
    words = paper.words
    people = present(paper)
    if not people:
        return []
    count = paper.state.votes.attended
    stop = words("papers.head.separator")
    lines = [[Whole(part) for part in re.split(f"(?<={stop})", line)] for line in people]
    if len(people) == count:
        spaced = [part for each in people for part in (f"{paper.gap} ", Whole(each))]
        lines = [spaced[1:]]
    when = when_and_where(paper)
    said = [*([[when]] if when else []), *lines]
    rows = [Beside(para(paper, ""), para(paper, *line, style=DENSE)) for line in said]
    return section(
        paper, words("papers.present.name"), words("papers.present.title", n=count), rows
    )
