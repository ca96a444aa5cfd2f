"""Actions as a table, what somebody can do alone, the next meeting and the contact."""

from collections.abc import Iterable

from exports.pdf.blocks.block import Block
from exports.pdf.blocks.stack import Stack
from exports.pdf.paper import Paper
from exports.pdf.parts import Bold, dense, heading, para, table
from exports.pdf.styles import PART
from workshop_app.domain.action import Action, by_day
from workshop_app.domain.workshop import Participant
from workshop_app.i18n import Texts


def action_table(paper: Paper, actions: Iterable[Action]) -> Block:
    """Return a table of who does what by when and for which problem, by day."""
    columns = ("due", "what", "for", "who")
    header = tuple(paper.words(f"papers.actions.{column}") for column in columns)
    rows = (_action(paper, action) for action in by_day(actions))
    return table(paper, header, rows, (108, None, 40, 112))


def _action(paper: Paper, action: Action) -> tuple[Block, ...]:
    words = paper.words
    who, due = _owner_and_day(paper, action)
    problem = paper.state.problem(paper.state.merging.root_ids.get(action.problem_id or ""))
    number = str(problem.number) if problem else ""
    text = text_with_answer(words, action)
    cells = due, text, number, who
    return tuple(dense(paper, each) for each in cells)


def text_with_answer(words: Texts, action: Action) -> str:
    """Return the text of an action, with a note if it is done or not needed any more."""
    if action.is_open or action.answer is None:
        return action.text
    return words(f"papers.actions.{action.answer}", text=action.text)


def _owner_and_day(paper: Paper, action: Action) -> tuple[str, str]:
    """Return who does an action and by when, or texts that this is not decided."""
    words = paper.words
    owner = paper.state.participant(action.owner_id)
    who = paper.person(owner) if owner else action.owner_name
    same_year = action.due[:4] == paper.state.workshop.date[:4]
    due = words.date(action.due, year=not same_year, short=True)
    return who or words("papers.actions.nobody"), due or words("papers.actions.no_date")


def able_to(who: Participant) -> list[str]:
    """Return the lines of what a participant can do alone."""
    lines = (line.strip() for line in who.can_do_alone.splitlines())
    return [line for line in lines if line]


def next_time(paper: Paper) -> Block:
    """Return the date of the next meeting and its note."""
    words = paper.words
    workshop = paper.state.workshop
    day = words.date(workshop.next_date)
    note = [para(paper, workshop.next_note)] if workshop.next_note else []
    when = para(paper, Bold(day) if day else words("papers.next.undecided"))
    return Stack(heading(paper, words("papers.next.title"), PART), when, *note)
