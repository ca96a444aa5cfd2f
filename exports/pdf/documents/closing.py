"""The end of papers for participants: actions, what each can do alone, next meeting, notes."""

from collections.abc import Iterable

from exports.pdf.blocks.block import Block, WritingLines
from exports.pdf.blocks.stack import Stack
from exports.pdf.documents.replaced_note import replaced_note
from exports.pdf.paper import Paper
from exports.pdf.parts import Bold, WebAddress, bulleted, heading, label, para, table
from exports.pdf.styles import CLOSING, PART, WIDTH
from workshop_app.domain.action import Action
from workshop_app.domain.workshop import COMMUNITY_LINKS, Participant

_NOTE_LINES = 3
_SHORT = 300.0
"""The most points of the end of a paper that is kept on one page with the lines for notes."""


def closing(paper: Paper) -> list[Block]:
    """Return the parts after the problems."""
    parts = [_actions(paper), *_alone(paper), *community(paper), *ending(paper)]
    notes = [WritingLines(_notes_title(paper), _NOTE_LINES, optional=True)]
    return [*parts, *replaced_note(paper), *(notes if paper.shows("notes") else [])]


def _notes_title(paper: Paper) -> Block:
    return heading(paper, paper.words("papers.notes.title"), PART)


def _actions(paper: Paper) -> Block:
    words = paper.words
    title = heading(paper, words("papers.actions.title"), PART)
    if not paper.state.actions:
        return Stack(title, para(paper, words("papers.actions.none")))
    return Stack(title, action_table(paper, paper.state.actions))


def action_table(paper: Paper, actions: Iterable[Action]) -> Block:
    """Return a table of who does what by when."""
    columns = ("what", "who", "due")
    header = tuple(paper.words(f"papers.actions.{column}") for column in columns)
    return table(paper, header, (_action(paper, action) for action in actions), (None, 120, 122))


def _action(paper: Paper, action: Action) -> tuple[Block, ...]:
    words = paper.words
    text = words("papers.actions.done", text=action.text) if action.done else action.text
    who, due = owner_and_day(paper, action)
    return para(paper, text), para(paper, who), para(paper, due)


def owner_and_day(paper: Paper, action: Action) -> tuple[str, str]:
    """Return who does an action and by when, or texts that this is not decided."""
    words = paper.words
    owner = paper.state.participant(action.owner_id)
    who = paper.person(owner) if owner else action.owner_name
    same_year = action.due[:4] == paper.state.workshop.date[:4]
    due = words.date(action.due, year=not same_year)
    return who or words("papers.actions.nobody"), due or words("papers.actions.no_date")


def _alone(paper: Paper) -> list[Block]:
    able = [who for who in paper.state.participants if who.can_do_alone.strip()]
    if not able or not paper.shows("alone"):
        return []
    title = heading(paper, paper.words("papers.alone.title"), PART)
    blocks: list[Block] = []
    for who in able:
        blocks.append(label(paper, paper.person(who)))
        blocks += bulleted(paper, able_to(who))
    return [Stack(title, *blocks)]


def able_to(who: Participant) -> list[str]:
    """Return the lines of what a participant can do alone."""
    lines = (line.strip() for line in who.can_do_alone.splitlines())
    return [line for line in lines if line]


def community(paper: Paper) -> list[Block]:
    """Return the community links that were chosen for the papers."""
    links = [key for key in COMMUNITY_LINKS if key in paper.state.workshop.community]
    if not links or not paper.shows("community"):
        return []
    words = paper.words
    blocks: list[Block] = []
    for key in links:
        name = words(f"community.{key}.name")
        what = words(f"community.{key}.what")
        blocks.append(label(paper, name))
        blocks.append(para(paper, what))
        blocks.append(para(paper, WebAddress(words(f"community.{key}.url"))))
    return [Stack(heading(paper, words("papers.community.title"), PART), *blocks)]


def next_time(paper: Paper) -> Block:
    """Return the date of the next meeting and its note."""
    words = paper.words
    workshop = paper.state.workshop
    day = words.date(workshop.next_date)
    note = [para(paper, workshop.next_note)] if workshop.next_note else []
    when = para(paper, Bold(day) if day else words("papers.next.undecided"))
    return Stack(heading(paper, words("papers.next.title"), PART), when, *note)


def ending(paper: Paper) -> list[Block]:
    """Return the next meeting, the facilitator's contact, and the closing sentence."""
    own = paper.branding
    when = next_time(paper)
    words = [para(paper, own.closing, style=CLOSING)] if own.closing else []
    if not own.contact:
        return [Stack(when, *words)]
    who = [para(paper, Bold(paper.facilitator))] if paper.facilitator else []
    title = heading(paper, paper.words("papers.contact.title"), PART)
    return [when, Stack(title, *who, para(paper, own.contact), *words)]


def ending_with_notes(paper: Paper) -> list[Block]:
    """Return the ending, and below it ruled lines for notes down to the foot of the page."""
    end = ending(paper)
    if not paper.shows("notes"):
        return end
    title = _notes_title(paper)
    together = Stack(*end, title)
    if together.height(WIDTH, _SHORT) > _SHORT:
        return [*end, WritingLines(title, _NOTE_LINES)]
    return [WritingLines(together, _NOTE_LINES)]
