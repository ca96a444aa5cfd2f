"""The first part of papers: when, where and who, and the results in three sentences."""

from collections.abc import Iterable

from exports.pdf.blocks.block import Block
from exports.pdf.blocks.side import Beside, Ruled
from exports.pdf.blocks.stack import Stack
from exports.pdf.documents.section import section
from exports.pdf.paper import Paper
from exports.pdf.parts import Whole, head_line, heading, numbered, para
from exports.pdf.styles import DENSE, MESSAGE, PART, SECTION_LINE, TITLE
from workshop_app.domain.facts.outcomes import outcomes
from workshop_app.domain.promises import PASSED_ON, Promise
from workshop_app.domain.steps import chooses
from workshop_app.services.promise_words import part_words

COUNTED = (
    Promise.TO_APPRAISE,
    Promise.TO_SEND,
    *PASSED_ON.values(),
    Promise.LATER,
    Promise.NOT_SENT,
    Promise.ASK_AGAIN,
)
"""Outcomes counted in the three sentences besides solved and without outcome."""
_WITHOUT_OUTCOME = (Promise.OPEN, Promise.NOT_DISCUSSED)


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
        workshop = paper.state.workshop
        told = (workshop.title, words.date(workshop.date), *whom_to_ask(paper))
    return [
        head_line(paper, name, words(f"papers.mark.{mark}")),
        heading(paper, title, TITLE, level=0),
        facts(paper, told),
    ]


def message(paper: Paper, large: Iterable[str], rest: Iterable[str] = ()) -> Block:
    """Return what a reader is to know first in large type, and the `rest` below it."""
    said = [*(para(paper, each, style=MESSAGE) for each in large),
            *(para(paper, each, style=DENSE) for each in rest if each)]  # fmt: skip
    block = Ruled(Stack(*said), SECTION_LINE, over=8, under=2)
    block.above = 8
    return block


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
    """Return who was present, one line per team; the job stands for a team that is not known.

    Those of whom neither is known are named last.
    """
    teams: dict[str, list[str]] = {}
    for who in paper.state.participants:
        if who.attended:
            teams.setdefault(who.team or who.job, []).append(paper.person(who))
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
    lines: list[list[str]] = [[line] for line in people]
    if len(people) == count:
        spaced = [part for each in people for part in (f"{paper.gap} ", Whole(each))]
        lines = [spaced[1:]]
    when = when_and_where(paper)
    said = [*([[when]] if when else []), *lines]
    rows = [Beside(para(paper, ""), para(paper, *line, style=DENSE)) for line in said]
    return section(
        paper, words("papers.present.name"), words("papers.present.title", n=count), rows
    )


def three_lines(paper: Paper) -> Block:
    """Return how many problems were listed, solved, passed on and left open, in three sentences."""
    title = heading(paper, paper.words("papers.lines.title"), PART)
    return Stack(title, *numbered(paper, _sentences(paper)))


def _sentences(paper: Paper) -> list[str]:
    words = paper.words
    state = paper.state
    listed = len(state.listed)
    chosen = len(state.chosen)
    found = outcomes(state)
    solved = found.solved
    if not listed:
        first = words("papers.lines.nothing_listed")
    elif not chooses(state.workshop.kind):
        first = words("papers.lines.heard", n=listed)
    elif chosen:
        first = words("papers.lines.chosen", n=listed, chosen=chosen)
    else:
        first = words("papers.lines.none_chosen", n=listed)
    by = paper.solved_by(state.listed)
    how = "_elsewhere" if by.elsewhere else ""
    key = f"solved{how}" if solved else "none_solved"
    in_part = part_words(words, solved, found.in_part)
    own = paper.own_answer_words(by)
    second = [words(f"papers.lines.{key}", n=solved), own, in_part]
    counts, left = (
        [
            words(f"promises.count.{each}", n=found.count(each))
            for each in counted
            if each in found.promises
        ]
        for counted in (COUNTED, _WITHOUT_OUTCOME)
    )
    unsettled = found.count(Promise.ASK_AGAIN, Promise.TO_APPRAISE)
    if listed and not left and not unsettled:
        left = [words("papers.lines.none_open")]
    third = [*(counts or [words("promises.count.none")]), *left]
    space = "" if paper.language == "ja" else " "
    return [first, *(space.join(filter(None, each)) for each in (second, third))]
