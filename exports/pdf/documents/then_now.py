"""Then and now: what the previous visit left open, and its status now."""

from collections.abc import Iterator

from exports.key_message import counted_actions, joined, since_last_time
from exports.pdf.blocks.block import Block, NewPage
from exports.pdf.blocks.grid import CellRow
from exports.pdf.blocks.gutter import Gutter, GutterMark
from exports.pdf.blocks.marks import HandSquares
from exports.pdf.blocks.side import Ruled
from exports.pdf.blocks.stack import Stack
from exports.pdf.documents.actions import NOT_NEEDED_ICON, day_of
from exports.pdf.documents.became_of import STATE_ICONS
from exports.pdf.documents.document_head import (
    head,
    message,
    whom_to_ask,
)
from exports.pdf.documents.replaced_note import replaced_note
from exports.pdf.documents.section import wide_section
from exports.pdf.page_size import page_size
from exports.pdf.paper import Paper
from exports.pdf.parts import ICONS, Bold, Whole, para, whole_columns
from exports.pdf.styles import HAIRLINE, SMALL, Style
from exports.pdf.tagging import Tag
from exports.since import label_of, notes_on, said_since
from workshop_app.domain.action import Action, ActionAnswer, by_day
from workshop_app.domain.facts.outcomes import promises_of
from workshop_app.domain.facts.then_now import (
    asked_lines,
    contact_of,
    is_told,
    lacks_new_day,
    last_actions,
    last_problems,
    told_problems,
)
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import PASSED_ON, SHAPE, Promise, Reader
from workshop_app.domain.request import Request
from workshop_app.domain.request_news import latest
from workshop_app.domain.state import WorkshopState
from workshop_app.services.actions_to_do import since_words
from workshop_app.services.became import BY_ACTIONS, by_standing, split_answer, standing
from workshop_app.services.promise_words import delivery_words, promise_words

_ROW = Style(12, 16)
"""Style of low rows, so that everything fits on one page."""
_NOW = 284.0
_OWNER = 82.0
_ANSWER = 176.0
_THEN_HANDS = 104.0
_NOW_HANDS = 104.0
_SQUARES = 66.0
_ICONS = {
    ActionAnswer.DONE: "circle-check",
    ActionAnswer.NOT_YET: "circle-dashed",
    ActionAnswer.NOT_NEEDED: NOT_NEEDED_ICON,
    None: "circle-dashed",
}
_OWN_ICONS = {promise: STATE_ICONS[state] for state, promise in PASSED_ON.items()}
_OWN_ICONS[Promise.ASK_AGAIN] = "speech"


def build(paper: Paper) -> list[Block]:
    """Return the blocks of the paper."""
    before = paper.state.before
    if before is None:
        return []
    return [
        *_head(paper, before),
        *_message(paper),
        *_problems(paper, before),
        NewPage(page_size().white),
        *_actions(paper),
        *_lines(paper),
        *replaced_note(paper),
    ]


def _head(paper: Paper, before: WorkshopState) -> list[Block]:
    words = paper.words
    then, now = (words.date(each.workshop.date, short=True) for each in (before, paper.state))
    since = words("papers.then_now.since", then=then, now=now)
    return head(paper, words("papers.name.then_now"), (since, *whom_to_ask(paper)))


def _message(paper: Paper) -> list[Block]:
    said = since_last_time(paper) or counted_actions(paper)
    return [message(paper, said[:1], said[1:])] if said else []


def _problems(paper: Paper, before: WorkshopState) -> list[Block]:
    problems = by_standing(paper.words, paper.state, before, told_problems(paper.state, before))
    if not problems:
        return []
    names = _names(paper, "last_time", "by_now")
    rows = _table([_problem(paper, before, each) for each in problems], (None, _NOW), names)
    rest = len({*last_problems(paper.state, None)} - {*problems})
    key = f"papers.then_now.problems{'_and_more' if rest else ''}"
    return wide_section(paper, paper.words(key, n=rest, summary=paper.summary_name), rows)


def _problem(paper: Paper, before: WorkshopState, problem: Problem) -> tuple[Block, ...]:
    words = paper.words
    promises = promises_of(before, problem)
    request = before.request_of(problem.id)
    then = para(paper, problem.title, style=_ROW)
    since = said_since(paper, problem)
    now: list[Block] = [para(paper, "→ ", Bold(each), style=_ROW) for each in since]
    answer, note = split_answer(words, problem.became)
    stands = standing(words, paper.state, before, problem)
    if answer is not None or stands in BY_ACTIONS:
        label = label_of(paper, before, problem)
        note = note or ("" if since else paper.list(notes_on(before, problem)))
        said = words("last_time.problems.answered", answer=label, note=note) if note else label
        icon = _ICONS[answer]
        now[:1] = [Gutter(para(paper, Bold(said), style=_ROW), _icon(icon), indent=20)]
        since = [said]
    for kind, promise in promises.items():
        if kind is OutcomeKind.REQUEST or not since:
            text = promise_words(words, before, promise, Reader.ROOM, request=request)
            mark = _icon(_OWN_ICONS.get(promise, ICONS[SHAPE[promise]]))
            now.append(
                Gutter(para(paper, text if since else Bold(text), style=_ROW), mark, indent=20)
            )
        if kind is OutcomeKind.REQUEST and request is not None:
            now += [para(paper, said, style=SMALL) for said in _news(paper, before, request)]
    now += [para(paper, said, style=SMALL) for said in _deliveries(paper, before, problem)]
    return then, Stack(*now)


def _news(paper: Paper, before: WorkshopState, request: Request) -> list[str]:
    """Return the day of the latest news of a request with what may be told, if there is any."""
    last = latest(before.news_of(request))
    if last is None:
        return []
    day = day_of(paper, last.date, short=True)
    return [paper.gap.join(part for part in (day, last.may_be_told) if part)]


def _deliveries(paper: Paper, before: WorkshopState, problem: Problem) -> Iterator[str]:
    """Return when and where each card of a problem was delivered, and if it helped."""
    words = paper.words
    for card in before.cards_of(problem.id):
        said = delivery_words(words, card).splitlines()
        if card.helped is not None:
            said.append(words(f"papers.then_now.helped.{card.helped}"))
        if is_told(card):
            name, told = paper.title_of(card), joined(paper, said)
            yield words("papers.then_now.card", name=name, said=told)


def _actions(paper: Paper) -> list[Block]:
    actions = last_actions(paper.state)
    if not actions:
        return []
    ordered = sorted(by_day(actions), key=lambda each: (not each.done, not each.is_open))
    rows = _table([_action(paper, each) for each in ordered], (None, _OWNER, _ANSWER))
    return wide_section(paper, counted_actions(paper)[0], rows)


def _owner(paper: Paper, action: Action) -> str:
    contact = contact_of(paper.state, action)
    return contact.owner_of(action, lambda who: paper.called_briefly(who, contact))


def _action(paper: Paper, action: Action) -> tuple[Block, ...]:
    words = paper.words
    text = action.text
    contact = contact_of(paper.state, action)
    if contact is not paper.state.before:
        text = words("last_time.since", text=text, since=since_words(paper.state, words, contact))
    owner = _owner(paper, action)
    late = action.is_open and "" < action.due < paper.state.workshop.date
    known = words(f"last_time.answer.{action.answer or 'none'}")
    said = [Bold(words("papers.then_now.late") if late else known)]
    note, before = action.answer_note, paper.gap
    if action.is_open:
        day = day_of(paper, action.due, short=True)
        key = "no_new_day" if lacks_new_day(paper.state, action) else "until"
        said += [paper.gap, Whole(day if late else words(f"papers.then_now.{key}", day=day))]
        note, before = note and words("last_time.so_far", note=note), "\n"
    said += [before, note] if note else []
    return (
        Gutter(para(paper, text, style=_ROW), _icon(_ICONS[action.answer]), indent=20),
        para(paper, owner or words("papers.actions.nobody"), style=_ROW),
        para(paper, *said, style=_ROW),
    )


def _lines(paper: Paper) -> list[Block]:
    words = paper.words
    lines = asked_lines(paper.state)
    if not lines:
        return []
    people = max(line.people_now for line in lines)
    counted = any(line.hands_now is not None for line in lines)
    now = (
        words("papers.then_now.by_now_of", n=people) if counted else words("papers.then_now.by_now")
    )
    then = words("papers.then_now.last_time_of", n=max(line.people_then for line in lines))
    names = (*_names(paper, "alone"), *(para(paper, each, style=SMALL) for each in (then, now)))
    rows = [
        (
            para(paper, line.text, style=_ROW),
            _hands(paper, line.hands_then, line.people_then),
            _hands(paper, line.hands_now, line.people_now),
        )
        for line in lines
    ]
    blocks = _table(rows, (None, _THEN_HANDS, _NOW_HANDS), names)
    return wide_section(paper, words("papers.then_now.alone_title"), blocks)


def _names(paper: Paper, *keys: str) -> tuple[Block, ...]:
    """Return the heads of columns."""
    return tuple(para(paper, paper.words(f"papers.then_now.{key}"), style=SMALL) for key in keys)


def _table(
    rows: list[tuple[Block, ...]],
    widths: tuple[float | None, ...],
    head: tuple[Block, ...] | None = None,
) -> list[Block]:
    """Return low rows with a line above each; without a head, the first cell is the row header."""
    tag = Tag("Table")
    widths = whole_columns(widths, rows)
    blocks: list[Block] = []
    if head is not None:
        first = CellRow(head, widths)
        first.join(tag, set(), header=True)
        first.keep_next = True
        blocks.append(first)
    for cells in rows:
        row = CellRow(cells, widths)
        row.join(tag, set(), named=head is None)
        blocks.append(Ruled(row, HAIRLINE, over=2, under=2))
    return [Stack(*blocks[:2]), *blocks[2:]] if head is not None else blocks


def _hands(paper: Paper, hands: int | None, people: int) -> Block:
    if hands is None:
        return para(paper, paper.words("papers.then_now.uncounted"), style=_ROW)
    count = para(paper, paper.words("papers.then_now.hands", n=hands), style=_ROW)
    return CellRow((HandSquares(hands, people, _ROW.leading), count), (_SQUARES, None), gap=6)


def _icon(name: str) -> GutterMark:
    return GutterMark(icon=name, leading=_ROW.leading)
