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
    asked_of_customer,
    head,
    message,
    whom_to_ask,
)
from exports.pdf.documents.replaced_note import replaced_note
from exports.pdf.documents.section import wide_section
from exports.pdf.page_size import page_size
from exports.pdf.paper import Paper
from exports.pdf.parts import ICONS, Bold, dense, para, whole_columns
from exports.pdf.styles import HAIRLINE, SMALL, Style
from exports.pdf.tagging import Tag
from exports.since import label_of, said_since
from workshop_app.domain.action import Action, ActionAnswer, by_day
from workshop_app.domain.facts.outcomes import promises_of
from workshop_app.domain.facts.then_now import (
    asked_lines,
    contact_of,
    has_news,
    is_told,
    lacks_new_day,
    last_actions,
    open_actions_for,
    told_problems,
)
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import PASSED_ON, SHAPE, Promise, Reader
from workshop_app.domain.request import Request
from workshop_app.domain.request_news import latest
from workshop_app.domain.state import WorkshopState
from workshop_app.services.actions_to_do import since_words
from workshop_app.services.became import by_standing, split_answer
from workshop_app.services.promise_words import delivery_words, promise_words

_ROW = Style(12, 16)
"""Style of low rows, so that everything fits on one page."""
_NOW = 272.0
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
    """Return the blocks of the paper.

    If a second page would be needed, it is brief: actions that are done share one paragraph, lines
    with as many hands as last time and problems without news are only counted. If that is not
    enough, everything is printed on several pages.
    """
    before = paper.state.before
    if before is None:
        return []
    for brief in (False, True):
        blocks = _blocks(paper, before, brief=brief)
        if Stack(*blocks).height(page_size().width) <= page_size().height:
            return blocks
    return _blocks(paper, before, brief=False)


def _blocks(paper: Paper, before: WorkshopState, *, brief: bool) -> list[Block]:
    return [
        *_head(paper, before),
        *_message(paper),
        *_problems(paper, before, brief=brief),
        NewPage(page_size().white),
        *_actions(paper, brief=brief),
        *_lines(paper, brief=brief),
        *replaced_note(paper),
    ]


def _head(paper: Paper, before: WorkshopState) -> list[Block]:
    words = paper.words
    then, now = (words.date(each.workshop.date, short=True) for each in (before, paper.state))
    since = words("papers.then_now.since", then=then, now=now)
    day = words("papers.next.day", date=paper.next_day) if paper.next_day else ""
    told = (since, *whom_to_ask(paper), day, paper.next_place)
    return head(paper, words("papers.name.then_now"), told)


def _message(paper: Paper) -> list[Block]:
    said = since_last_time(paper) or counted_actions(paper)
    rest = [dense(paper, each) for each in said[1:]]
    return [message(paper, said[:1], (), [*rest, *asked_of_customer(paper)])] if said else []


def _problems(paper: Paper, before: WorkshopState, *, brief: bool) -> list[Block]:
    told = by_standing(paper.words, paper.state, before, told_problems(paper.state, before))
    problems = [each for each in told if not brief or has_news(paper.state, before, each)]
    if not problems:
        return []
    names = _names(paper, "last_time", "by_now")
    rows = _table([_problem(paper, before, each) for each in problems], (None, _NOW), names)
    return wide_section(paper, paper.words("papers.then_now.problems"), rows)


def _rest(paper: Paper, said: str) -> Block:
    """Return what is said of the records without a row of their own."""
    return Ruled(para(paper, said, style=_ROW), HAIRLINE, over=2, under=2)


def _problem(paper: Paper, before: WorkshopState, problem: Problem) -> tuple[Block, ...]:
    words = paper.words
    promises = promises_of(before, problem)
    request = before.request_of(problem.id)
    then = para(paper, problem.title, style=_ROW)
    since = said_since(paper, problem)
    now: list[Block] = [para(paper, "→ ", Bold(each), style=_ROW) for each in since]
    answer, note = split_answer(words, problem.became)
    if answer is not None:
        label = label_of(paper, before, problem)
        said = words("last_time.problems.answered", answer=label, note=note) if note else label
        now[0] = Gutter(para(paper, Bold(said), style=_ROW), _icon(_ICONS[answer]), indent=20)
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
    who = [_owner(paper, each) or words("papers.actions.nobody")
           for each in open_actions_for(paper.state, problem)]  # fmt: skip
    if who:
        said = words("papers.then_now.with", who=paper.list(list(dict.fromkeys(who))))
        now.append(para(paper, said, style=SMALL))
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


def _actions(paper: Paper, *, brief: bool) -> list[Block]:
    actions = last_actions(paper.state)
    if not actions:
        return []
    ordered = sorted(by_day(actions), key=lambda each: (not each.done, not each.is_open))
    shown = [each for each in ordered if not (brief and each.done)]
    words = paper.words
    rows = _table([_action(paper, each) for each in shown], (None, _OWNER, _ANSWER))
    others = [_done_by(paper, each) for each in ordered if each not in shown]
    if others:
        said = words("papers.then_now.also_done", said=paper.list(others))
        rows.append(_rest(paper, said))
    return wide_section(paper, counted_actions(paper)[0], rows)


def _done_by(paper: Paper, action: Action) -> str:
    """Return an action with who did it and the note, in a few words."""
    who = [each for each in (_owner(paper, action), action.answer_note) if each]
    if not who:
        return action.text
    return paper.words("papers.then_now.done_by", text=action.text, who=paper.list(who))


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
    said = [Bold(words(f"last_time.answer.{action.answer or 'none'}"))]
    note = action.answer_note
    if note and action.is_open:
        note = words("last_time.so_far", note=note)
    more = [each for each in (note, _new_day(paper, action)) if each]
    return (
        Gutter(para(paper, text, style=_ROW), _icon(_ICONS[action.answer]), indent=20),
        para(paper, owner or words("papers.actions.nobody"), style=_ROW),
        para(paper, *said, *(part for each in more for part in (paper.gap, each)), style=_ROW),
    )


def _new_day(paper: Paper, action: Action) -> str:
    """Return by when an open action is to be done now; empty for others."""
    if not action.is_open:
        return ""
    if lacks_new_day(paper.state, action):
        return paper.words("papers.then_now.no_new_day")
    day = day_of(paper, action.due, short=True)
    return paper.words("papers.then_now.until", day=day)


def _lines(paper: Paper, *, brief: bool) -> list[Block]:
    words = paper.words
    asked = asked_lines(paper.state)
    if not asked:
        return []
    lines = [each for each in asked if not brief or each.hands_now != each.hands_then]
    rest = len(asked) - len(lines)
    same = [_rest(paper, words("papers.then_now.same_hands", n=rest))] if rest else []
    if not lines:
        return wide_section(paper, words("papers.then_now.alone_title"), same)
    people = max(line.people_now for line in lines)
    counted = any(line.hands_now is not None for line in lines)
    now = (
        words("papers.then_now.by_now_of", n=people) if counted else words("papers.then_now.by_now")
    )
    names = (*_names(paper, "alone", "last_time"), para(paper, now, style=SMALL))
    rows = [
        (
            para(paper, line.text, style=_ROW),
            _hands(paper, line.hands_then, line.people_then),
            _hands(paper, line.hands_now, line.people_now),
        )
        for line in lines
    ]
    blocks = [*_table(rows, (None, _THEN_HANDS, _NOW_HANDS), names), *same]
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
