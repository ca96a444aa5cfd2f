"""The end of the summary: actions, what each can do alone, the community, next time, own notes."""

from exports.pdf.blocks.block import Block, WritingLines
from exports.pdf.blocks.stack import Stack
from exports.pdf.documents.characters import characters
from exports.pdf.paper import Paper
from exports.pdf.parts import Address, Bold, dotted, heading, label, para, table
from exports.pdf.styles import PART
from workshop_app.domain.action import Action
from workshop_app.domain.community import POINTERS

_NOTE_LINES = 6


def closing(paper: Paper) -> list[Block]:
    """Return the parts that come after the problems."""
    parts = [_actions(paper), *_alone(paper), *_community(paper), _next_time(paper)]
    return [*parts, *characters(paper), *_notes(paper)]


def _actions(paper: Paper) -> Block:
    words = paper.words
    title = heading(paper, words("papers.actions.title"), PART)
    if not paper.state.actions:
        return Stack(title, para(paper, words("papers.actions.none")))
    header = tuple(words(f"papers.actions.{column}") for column in ("what", "who", "due"))
    rows = (_action(paper, action) for action in paper.state.actions)
    return Stack(title, table(paper, header, rows, (None, 120, 122)))


def _action(paper: Paper, action: Action) -> tuple[Block, ...]:
    words = paper.words
    owner = paper.state.participant(action.owner_id)
    who = paper.person(owner) if owner else action.owner_name
    text = words("papers.actions.done", text=action.text) if action.done else action.text
    same_year = action.due[:4] == paper.state.workshop.date[:4]
    due = words.date(action.due, year=not same_year)
    return (
        para(paper, text),
        para(paper, who or words("papers.actions.nobody")),
        para(paper, due or words("papers.actions.no_date")),
    )


def _alone(paper: Paper) -> list[Block]:
    able = [who for who in paper.state.participants if who.can_do_alone.strip()]
    if not able:
        return []
    title = heading(paper, paper.words("papers.alone.title"), PART)
    blocks: list[Block] = []
    for who in able:
        lines = [line.strip() for line in who.can_do_alone.splitlines()]
        blocks.append(label(paper, paper.person(who)))
        blocks += dotted(paper, [line for line in lines if line])
    return [Stack(title, *blocks)]


def _community(paper: Paper) -> list[Block]:
    pointers = [key for key in POINTERS if key in paper.state.workshop.community]
    if not pointers:
        return []
    words = paper.words
    blocks: list[Block] = []
    for key in pointers:
        name, what = words(f"community.{key}.name"), words(f"community.{key}.what")
        blocks.append(label(paper, name))
        blocks.append(para(paper, what))
        blocks.append(para(paper, Address(words(f"community.{key}.url"))))
    return [Stack(heading(paper, words("papers.community.title"), PART), *blocks)]


def _next_time(paper: Paper) -> Block:
    words, workshop = paper.words, paper.state.workshop
    day = words.date(workshop.next_date)
    note = [para(paper, workshop.next_note)] if workshop.next_note else []
    when = para(paper, Bold(day) if day else words("papers.next.undecided"))
    return Stack(heading(paper, words("papers.next.title"), PART), when, *note)


def _notes(paper: Paper) -> list[Block]:
    title = heading(paper, paper.words("papers.notes.title"), PART)
    return [WritingLines(title, _NOTE_LINES)]
