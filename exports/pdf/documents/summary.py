"""The participants' summary: one document for the whole room, to be taken home."""

from exports.pdf.blocks.block import Block
from exports.pdf.blocks.stack import Stack
from exports.pdf.documents.closing import closing
from exports.pdf.documents.other_problems import other_problems, other_solutions
from exports.pdf.documents.thread import thread
from exports.pdf.paper import Paper
from exports.pdf.parts import Bold, head_line, heading, numbered, para
from exports.pdf.styles import BODY, HEADING, PART, TITLE
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.workshop import Attendance


def build(paper: Paper) -> list[Block]:
    """Return the blocks of the summary."""
    return [
        *_head(paper),
        _three_lines(paper),
        *_chosen(paper),
        *other_problems(paper),
        *other_solutions(paper),
        *closing(paper),
    ]


def _head(paper: Paper) -> list[Block]:
    words, workshop, customer = paper.words, paper.state.workshop, paper.state.customer
    name = words.organisation(customer.name, customer.honorific)
    when = " ".join(part for part in (words.date(workshop.date), _hours(paper)) if part)
    who = words("papers.head.facilitator", name=workshop.facilitator)
    facts = [when, workshop.place, who if workshop.facilitator else ""]
    lines = [Bold(workshop.title), paper.gap.join(fact for fact in facts if fact), *_people(paper)]
    return [
        head_line(paper, name, words("papers.mark.customer")),
        heading(paper, words("papers.name.summary"), TITLE, level=0),
        *(para(paper, line) for line in lines if line),
    ]


def _hours(paper: Paper) -> str:
    workshop = paper.state.workshop
    return "–".join(time for time in (workshop.start_time, workshop.end_time) if time)


def _people(paper: Paper) -> list[str]:
    """Return who was there, a line for each team."""
    teams: dict[str, list[str]] = {}
    for who in paper.state.participants:
        if who.attendance is not Attendance.ABSENT:
            teams.setdefault(who.team, []).append(paper.person(who))
    lines = {team: paper.list(names) for team, names in teams.items()}
    return [
        paper.words("papers.head.team", team=team, names=names)
        if team
        else paper.words("papers.head.people", names=names)
        for team, names in lines.items()
    ]


def _three_lines(paper: Paper) -> Block:
    title = heading(paper, paper.words("papers.lines.title"), PART)
    return Stack(title, *numbered(paper, _sentences(paper)))


def _sentences(paper: Paper) -> list[str]:
    """Say in three lines how much was listed, solved, passed on and left open."""
    words, state = paper.words, paper.state
    listed, chosen = len(state.listed), len(state.chosen)
    kinds = [kind for problem in state.listed for kind in state.outcomes_of(problem)]
    solved, requests, still_open = (
        kinds.count(kind) for kind in (OutcomeKind.SOLUTION, OutcomeKind.REQUEST, OutcomeKind.OPEN)
    )
    if not listed:
        first = words("papers.lines.nothing_listed")
    elif chosen:
        first = words("papers.lines.chosen", n=listed, chosen=chosen)
    else:
        first = words("papers.lines.none_chosen", n=listed)
    second = words("papers.lines.solved", n=solved) if solved else words("papers.lines.none_solved")
    passed = words("papers.lines.requests", n=requests)
    left = words("papers.lines.open", n=still_open)
    third = [
        passed if requests else words("papers.lines.no_requests"),
        left if still_open else words("papers.lines.none_open") if listed else "",
    ]
    space = "" if paper.language == "ja" else " "
    return [first, second, space.join(sentence for sentence in third if sentence)]


def _chosen(paper: Paper) -> list[Block]:
    problems = paper.state.chosen
    if not problems:
        return []
    title = heading(paper, paper.words("papers.chosen.title"), PART)
    order = para(paper, paper.words("papers.chosen.order"), style=BODY)
    first, *rest = (_problem(paper, number) for number in range(len(problems)))
    return [Stack(title, order, first), *rest]


def _problem(paper: Paper, place: int) -> Block:
    problem = paper.state.chosen[place]
    votes = paper.state.votes_of(problem.id)
    if votes is None:
        name = paper.words("papers.problem.heading", number=problem.number)
    else:
        name = paper.words("papers.problem.with_votes", number=problem.number, n=votes)
    entry = f"{name} {problem.title}"
    return Stack(heading(paper, name, HEADING, level=2, outline=entry), *thread(paper, problem))
