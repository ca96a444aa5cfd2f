"""The dossier for the product team: a cover with the list of requests, then a page for each."""

from collections.abc import Iterable, Mapping, Sequence

from exports.evidence import CUSTOMERS, evidence
from exports.key_message import joined
from exports.pdf.blocks.block import Anchor, Block, EmptyBlock, NewPage, PageNumber
from exports.pdf.blocks.grid import CellRow
from exports.pdf.blocks.side import Beside, Ruled, Together
from exports.pdf.blocks.stack import Stack, is_one_page
from exports.pdf.documents.actions import day_of
from exports.pdf.documents.answer_form import answer_form
from exports.pdf.documents.document_head import message
from exports.pdf.documents.dossier_head import dossier_head
from exports.pdf.documents.replaced_note import replaced_note
from exports.pdf.documents.request import request_page
from exports.pdf.documents.section import row, section
from exports.pdf.documents.when_said import when_said
from exports.pdf.page_size import page_size
from exports.pdf.paper import Paper
from exports.pdf.parts import Bold, NumberHeading, dense, para, whole_columns
from exports.pdf.styles import (
    BODY,
    DENSE,
    HAIRLINE,
    NUMBER,
    SECTION_LINE,
    SMALL,
    SMALL_NUMBER,
    Style,
)
from workshop_app.domain.facts.outcomes import outcomes, promises_of
from workshop_app.domain.facts.reply_day import reply_day
from workshop_app.domain.facts.requests import in_dossier, passing_on_action, promise_of
from workshop_app.domain.facts.told_requests import ToldRequest, earlier_requests
from workshop_app.domain.ids import stable_request_code
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import ANSWERS, PASSED_ON, UNDECIDED, Promise, Reader
from workshop_app.domain.request import Request
from workshop_app.services.contact_words import kind_noun
from workshop_app.services.promise_words import (
    customer_text,
    part_words,
    promise_words,
    reason_of,
    request_words,
    with_customer_text,
)

_CODE = 30.0
_PAGE = 46.0
_CUSTOMERS = 64.0
_VOTES = 76.0
_OPENINGS = (Promise.TO_SEND, *PASSED_ON.values(), Promise.TO_APPRAISE)
NAMED = (Promise.LATER, Promise.NOT_SENT, Promise.ASK_AGAIN, Promise.NOT_OURS, Promise.ENOUGH)
"""The promises that are listed with a reason."""
_MOST_NOT_SENT = 8
_WORD = 66.0
_DECIDED_ON = ("why", "impact", "workaround", "good_enough", "shortfall")
"""The fields of an earlier request on which it is decided."""


def build(paper: Paper) -> list[Block]:
    """Return the blocks of the dossier."""
    requests = in_dossier(paper.state)
    covers = (_cover(paper, requests, most) for most in range(_MOST_NOT_SENT, -1, -1))
    blocks = next(filter(is_one_page, covers), None) or _cover(paper, requests, _MOST_NOT_SENT)
    last = blocks
    for request in requests:
        begins = NewPage() if is_one_page(last) else NewPage(page_size().white)
        last = request_page(paper, request)
        blocks = [*blocks, begins, Anchor(request.id), *last]
    return [*blocks, *replaced_note(paper)]


def _cover(paper: Paper, requests: Sequence[Request], most: int) -> list[Block]:
    """Return the blocks of the cover, with at most so many problems that are not sent."""
    words = paper.words
    earlier = [] if requests else _earlier(paper)
    title = words("papers.dossier.status_title" if earlier else "papers.name.dossier")
    return [
        *dossier_head(paper, words("papers.dossier.to"), title),
        _message(paper, requests, earlier),
        *(_list(paper, requests) if requests else []),
        *when_said(paper, requests),
        *(_user_side(paper) if requests else []),
        *_earlier_rows(paper, earlier),
        *_not_sent(paper, most),
        *([_answer(paper)] if requests else []),
    ]


def _message(paper: Paper, requests: Sequence[Request], earlier: Sequence[ToldRequest]) -> Block:
    """Return the number of requests, and what is asked of the product team."""
    words = paper.words
    promises = [promise_of(paper.state, each) for each in requests]
    said = [
        words(f"promises.dossier.{promise}", n=promises.count(promise))
        for promise in _OPENINGS
        if promise in promises
    ]
    undecided = len(promises) - sum(each in ANSWERS for each in promises)
    if not requests:
        count, kind = len(paper.state.requests), kind_noun(words, paper.state.workshop)
        said = [words(f"papers.dossier.{'none_sent' if count else 'none'}", n=count, kind=kind)]
        waiting = [each.request.title for each in earlier if _is_undecided(each)]
        if waiting:
            asked = _asked(paper, "decided", len(waiting), waiting[0])
            day = reply_day(paper.state, paper.branding.reply_slack)
            how = words("papers.dossier.decided_how"), "" if day else words("papers.dossier.no_day")
            return message(paper, [asked], [joined(paper, (*how, *said)), *_reply_to(paper)])
    return message(paper, [*said, *([_asked(paper, "asked", undecided)] if undecided else [])])


def _asked(paper: Paper, key: str, count: int, title: str = "") -> str:
    """Return what is asked of the product team, whom to tell, and by when, if anybody waits."""
    day = reply_day(paper.state, paper.branding.reply_slack)
    to = paper.facilitator or paper.branding.contact or paper.words("papers.dossier.us")
    return paper.words(f"papers.dossier.{key}{'_until' if day else ''}",
                       n=count, date=day and day_of(paper, day), to=to, title=title)  # fmt: skip


def _is_undecided(told: ToldRequest) -> bool:
    return promise_of(told.state, told.request) in UNDECIDED


def _code(told: ToldRequest) -> str:
    """Return the code by which an answer is read back."""
    return stable_request_code(told.request.number, told.state.workshop.id)


def _earlier(paper: Paper) -> list[ToldRequest]:
    """Return the requests of earlier visits, those that are not decided first."""
    return sorted(earlier_requests(paper.state, None), key=lambda each: not _is_undecided(each))


def _earlier_rows(paper: Paper, earlier: Sequence[ToldRequest]) -> list[Block]:
    """Return how requests of earlier visits stand, where each was said, and its code."""
    words = paper.words
    rows = []
    for number, each in enumerate(earlier):
        state = words(f"request_news.state.{each.state.state_of_request(each.request)}")
        contact = each.state.workshop
        day = day_of(paper, contact.date, short=True)
        source = filter(None, (kind_noun(words, contact, begins=True), day, _code(each)))
        label = Stack(
            para(paper, Bold(state)), *(para(paper, said, style=SMALL) for said in source)
        )
        text = Together(para(paper, Bold(each.request.title)), *_stands(paper, each))
        rows.append(row(label, text, line=number > 0))
        if _is_undecided(each):
            rows.append(answer_form(paper, _code(each)))
    title = words("papers.requests.earlier", n=len(earlier))
    return section(paper, words("papers.requests.name"), title, rows) if rows else []


def _stands(paper: Paper, told: ToldRequest) -> list[Block]:
    """Return how a request stands, and what one that is not decided can be decided on."""
    words, (state, request, _) = paper.words, told
    said, reported = (
        request_words(words, state, request, Reader.TEAM),
        customer_text(state, request),
    )
    if not _is_undecided(told):
        return [para(paper, with_customer_text(words, said, reported))]
    votes = state.votes.of(request.problem_id)
    known = {
        **{f"papers.dossier.{each}": str(getattr(request, each)) for each in _DECIDED_ON},
        "papers.votes.votes": "" if votes is None else str(votes),
        "papers.dossier.reported": reported,
    }
    return [
        para(paper, said),
        *(dense(paper, Bold(words(name)), paper.gap, text) for name, text in known.items() if text),
    ]


def _list(paper: Paper, requests: Sequence[Request]) -> list[Block]:
    """Return the requests with their votes, the reasons for sending them, and their pages."""
    words = paper.words
    columns = _columns(paper, requests)
    heads = (*map(NumberHeading, columns), NumberHeading(words("papers.dossier.page")))
    title = para(paper, Bold(words("papers.dossier.list", n=len(requests))), style=_SECTION)
    top = CellRow(
        (title, *(para(paper, each, style=SMALL_NUMBER) for each in heads)),
        (None, *columns.values(), _PAGE),
        gap=0,
    )
    rows = [_row(paper, each, columns) for each in requests]
    head = Ruled(top, SECTION_LINE, over=7, under=3)
    head.above = 9
    head.keep_next = True
    return [Stack(head, rows[0]), *rows[1:]]


def _columns(paper: Paper, requests: Sequence[Request]) -> dict[str, float]:
    """Return the names and widths of the columns of counts: customers and votes, where known.

    Customers are counted only if other customers said one of the requests, too.
    """
    votes = paper.state.votes
    found: dict[str, float] = {}
    if paper.state.voices:
        found[paper.words("papers.evidence.customers.name")] = _CUSTOMERS
    if any(votes.of(each.problem_id) is not None for each in requests):
        key = "votes_of" if votes.present_then else "votes"
        found[paper.words(f"papers.dossier.{key}", present=votes.present_then)] = _VOTES
    return found


_SECTION = Style(14, 20)


def _counts(paper: Paper, request: Request, columns: int) -> list[Block]:
    """Return the counts of a request; votes come last."""
    problem = paper.state.problem(request.problem_id)
    votes = paper.state.votes.of(request.problem_id)
    found = evidence(paper, problem) if problem else ()
    said = [str(each.count) for each in found if each.kind == CUSTOMERS and paper.state.voices]
    said += ["" if votes is None else str(votes)]
    return [para(paper, each, style=NUMBER) for each in (*said, "")[:columns]]


def _row(paper: Paper, request: Request, columns: Mapping[str, float]) -> Block:
    words = paper.words
    problem = paper.state.problem(request.problem_id)
    name = CellRow(
        (
            para(paper, Bold(paper.short_code(request))),
            para(paper, Bold(request.title)),
            *_counts(paper, request, len(columns)),
            PageNumber(request.id, BODY.size, BODY.leading),
        ),
        (_CODE, None, *columns.values(), _PAGE),
        gap=0,
    )
    roles = paper.roles(problem) if problem else ""
    lines = [
        dense(paper, joined(paper, _reasons(paper, request, problem))),
        para(paper, words("papers.issue.said_by", who=roles), style=SMALL)
        if roles
        else EmptyBlock(),
    ]
    below = CellRow((EmptyBlock(), Stack(*lines)), (_CODE, None), gap=0)
    return Ruled(Together(name, below), HAIRLINE, over=5, under=5)


def _reasons(paper: Paper, request: Request, problem: Problem | None) -> Iterable[str]:
    """Return how a request stands and why; of a new one the harm, and a reason that was typed."""
    state, words = paper.state, paper.words
    promise = promise_of(state, request)
    judged = state.appraisal_of(request.problem_id)
    if promise is Promise.TO_SEND and request.impact:
        typed = judged.override_reason if judged is not None and judged.override else ""
        return request.impact, typed
    said = promise_words(words, state, promise, Reader.TEAM, problem, request)
    return said, reason_of(words, state, problem, promise) if problem else ""


def _user_side(paper: Paper) -> list[Block]:
    """Return the customer's business and systems, once for all requests."""
    customer = paper.state.customer
    said = [text for text in (customer.industry, customer.architecture) if text]
    return [_named_lines(paper, paper.words("papers.record.customer"), said)] if said else []


def _who_tells(paper: Paper) -> list[str]:
    """Return who tells the customer and when, or while that is open the day of the next visit."""
    action = passing_on_action(paper.state)
    who = paper.owner_of(action) if action is not None and action.is_open else ""
    if action is not None and who and action.due:
        return [paper.words("papers.dossier.told_by", who=who, date=day_of(paper, action.due))]
    day = paper.state.workshop.next_date
    return [paper.words("papers.dossier.next_visit", date=day_of(paper, day))] if day else []


def _reply_to(paper: Paper) -> list[str]:
    to = paper.gap.join(each for each in (paper.facilitator, paper.branding.contact) if each)
    return [paper.words("papers.dossier.answer_to", to=to)] if to else []


def _answer(paper: Paper) -> Block:
    words = paper.words
    how = [words("papers.dossier.answer_how"), *_reply_to(paper), *_who_tells(paper)]
    return _named_lines(paper, words("papers.dossier.answer"), how)


def _not_sent(paper: Paper, most: int) -> list[Block]:
    """Return the number of solved problems, and what is not sent with its reason, at most so many.

    Problems with another card, and open ones, are not listed. Requests that are not sent come
    first.
    """
    state = paper.state
    words = paper.words
    found = outcomes(state)
    solved = found.solved
    named = [
        (each, one)
        for each in state.listed
        for one in promises_of(state, each).values()
        if one in NAMED
    ]
    named.sort(key=lambda pair: state.request_of(pair[0].id) is None)
    if not named and not solved:
        return []
    by = paper.solved_by(state.listed)
    key = "solved_elsewhere" if by.elsewhere else "solved"
    count = words(f"papers.dossier.{key}", n=solved, total=len(state.listed))
    in_part = part_words(words, solved, found.in_part)
    lines = [each for each in (count, in_part) if solved and each]
    rows = _not_sent_rows(paper, named[:most])
    if len(named) > most:
        rows.append(para(paper, words("papers.dossier.more", n=len(named) - most), style=DENSE))
    return [_named_lines(paper, words("papers.dossier.not_sent"), lines, rows)]


def _not_sent_rows(paper: Paper, named: list[tuple[Problem, Promise]]) -> list[Block]:
    cells = [_not_sent_cells(paper, *each) for each in named]
    widths = whole_columns((_WORD, None), cells)
    rows: list[Block] = [CellRow(each, widths, gap=8) for each in cells]
    for line in rows:
        line.above = 3
    return rows


def _not_sent_cells(paper: Paper, problem: Problem, promise: Promise) -> tuple[Block, Block]:
    words = paper.words
    word = para(paper, Bold(words(f"promises.row.{promise}")), style=DENSE)
    quote = words("papers.problem.quote", text=problem.first_wording)
    request = paper.state.request_of(problem.id)
    if request is not None:
        quote = f"{paper.short_code(request)}{paper.gap}{quote}"
    reason = reason_of(words, paper.state, problem, promise)
    why = reason or promise_words(words, paper.state, promise, Reader.TEAM, problem)
    return word, dense(paper, f"{quote}\n{why}")


def _named_lines(
    paper: Paper, name: str, lines: Iterable[str], blocks: Iterable[Block] = ()
) -> Block:
    """Return paragraphs and `blocks` with a label."""
    said = Stack(*(para(paper, line, style=DENSE) for line in lines), *blocks)
    block = Ruled(Beside(para(paper, name, style=DENSE), said), SECTION_LINE, over=6, under=2)
    block.above = 7
    return block
