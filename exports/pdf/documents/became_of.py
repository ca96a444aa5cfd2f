"""What became of a reader's requests: the answer in a sentence, and what can be done today.

Of the product team's words it holds what may be told, and no other.
"""

from exports.pdf.blocks.block import Block
from exports.pdf.blocks.grid import CellRow
from exports.pdf.blocks.gutter import Gutter, GutterMark
from exports.pdf.blocks.qr_code import QrCodeBlock
from exports.pdf.blocks.side import Beside, Ruled, Together
from exports.pdf.blocks.stack import Stack
from exports.pdf.documents.document_head import head_line
from exports.pdf.documents.replaced_note import replaced_note
from exports.pdf.documents.section import row
from exports.pdf.fonts import typeface
from exports.pdf.paper import Paper
from exports.pdf.parts import Bold, WebAddress, caption, heading, para, quote
from exports.pdf.styles import BODY, HAIRLINE, MESSAGE, SECTION_LINE, SMALL, TITLE, Style
from exports.web_addresses import is_safe
from workshop_app.domain.outcome import CardKind
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import (
    MAY_BE_HANDED_OVER,
    PASSED_ON,
    UNSETTLED,
    Reader,
)
from workshop_app.domain.request import Request
from workshop_app.domain.request_news import RequestNews, RequestState, latest
from workshop_app.domain.solution import Solution
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop import Participant
from workshop_app.services.contact_words import way_name
from workshop_app.services.promise_words import news_words, told_of

STATE_ICONS = {
    RequestState.NEW: "ring",
    RequestState.HANDED_OVER: "plane",
    RequestState.WAITING: "circle-dashed",
    RequestState.PLANNED: "clock",
    RequestState.RELEASED: "circle-check",
    RequestState.DECLINED: "circle-slash",
    RequestState.DUPLICATE: "merge",
}
"""The icon of each state, the same as on the screen."""
_QR = 54.0
_ICON = 20.0
_STATE = Style(12, 20, bold=True)
_ORDER = (
    RequestState.RELEASED,
    RequestState.PLANNED,
    RequestState.DECLINED,
    RequestState.DUPLICATE,
    RequestState.WAITING,
    RequestState.HANDED_OVER,
)


def build(paper: Paper) -> list[Block]:
    """Return the blocks of the reader's paper; without news, that there is none."""
    found = _requests_of(paper.state, paper.reader)
    days = [last.date for request in found if (last := latest(paper.state.news_of(request)))]
    blocks = [*_head(paper, max(days, default="")), *_message(paper, found)]
    printed: set[str] = set()
    for number, request in enumerate(found):
        blocks.append(_request(paper, request, printed, line=number > 0))
    return [*blocks, *_reservation(paper, found), *replaced_note(paper)]


def readers_of(state: WorkshopState) -> tuple[Participant | None, ...]:
    """Return who said a request that was handed over, or None where nobody may be named."""
    found = _with_news(state)
    if not found:
        return (None,)
    people: list[Participant | None] = []
    for request in found:
        people += _speakers(state, request) or (None,)
    named = [who for who in state.participants if who in people]
    return (*named, None) if None in people else tuple(named)


def _with_news(state: WorkshopState) -> list[Request]:
    found = [each for each in state.requests if state.news_of(each)]
    found.sort(key=lambda each: (_ORDER.index(state.state_of_request(each)), each.number))
    return found


def _speakers(state: WorkshopState, request: Request) -> tuple[Participant, ...]:
    problem = state.problem(request.problem_id)
    if problem is None or state.workshop.anonymous:
        return ()
    whole = state.problem(state.merging.root_ids.get(problem.id)) or problem
    return state.speakers_of(whole)


def _requests_of(state: WorkshopState, reader: Participant | None) -> list[Request]:
    """Return the requests that a reader said, those with an answer first."""
    speakers = {each.id: _speakers(state, each) for each in state.requests}
    if reader is None:
        return [each for each in _with_news(state) if not speakers[each.id]]
    return [each for each in _with_news(state) if reader in speakers[each.id]]


def _head(paper: Paper, day: str) -> list[Block]:
    words = paper.words
    customer = paper.state.customer
    title = words("papers.name.became_of")
    if paper.reader is not None:
        title = words("papers.became_of.title", name=paper.person(paper.reader))
    by = words("papers.became_of.by", name=paper.facilitator) if paper.facilitator else ""
    until = words("papers.became_of.until", day=words.date(day)) if day else ""
    facts = paper.gap.join(fact for fact in (until, by) if fact)
    name = words.organisation(customer.name, customer.honorific)
    return [
        head_line(paper, name, words("papers.mark.customer")),
        heading(paper, title, TITLE, level=0),
        *([para(paper, facts)] if facts else []),
    ]


def _message(paper: Paper, found: list[Request]) -> list[Block]:
    """Return what became of all of them; what was declined is said as what was released."""
    words = paper.words
    states = [paper.state.state_of_request(each) for each in found]
    said = [
        words(f"promises.yours.{PASSED_ON[state]}", n=states.count(state))
        for state in _ORDER
        if state in states
    ] or _waiting(paper)
    lines = [para(paper, each, style=MESSAGE) for each in said]
    block = Ruled(Stack(*lines), SECTION_LINE, over=9, under=9)
    block.above = 10
    return [block]


def _waiting(paper: Paper) -> list[str]:
    """Return that there is no news of the requests yet, and when we meet next."""
    words = paper.words
    state = paper.state
    count = sum(state.promise_of(each) in MAY_BE_HANDED_OVER for each in state.requests)
    day = words.date(state.workshop.next_date)
    said = [words("papers.became_of.no_news" if count else "papers.became_of.nothing", n=count)]
    return [*said, words("papers.became_of.next", day=day)] if day else said


def _request(paper: Paper, request: Request, printed: set[str], *, line: bool) -> Block:
    state = paper.state
    last = latest(state.news_of(request))
    problem = state.problem(request.problem_id)
    if last is None:
        return Stack()
    use = _Use(paper, request, last, problem)
    address = use.address if is_safe(use.address) and use.address not in printed else ""
    printed.add(address)
    label = _label(paper, last, address, use.solution)
    blocks: list[Block] = []
    for each in _own_problems(paper, problem):
        blocks.append(quote(paper, each.first_wording))
        blocks.append(para(paper, _where(paper, each)))
    happened = para(paper, Bold(news_words(paper.words, last, Reader.CUSTOMER)))
    happened.above = 4
    blocks.append(happened)
    told = told_of(state, request)
    blocks += [para(paper, told)] if told else []
    blocks += use.blocks()
    if address:
        blocks.append(para(paper, WebAddress(address), style=SMALL))
    again = para(paper, paper.words(f"request_news.state.{last.state}"))
    main = Together(*blocks)
    if line:
        return row(label, main, line=True, again=again, pad=8)
    first = Ruled(Beside(label, main, again=again), SECTION_LINE, over=8, under=8)
    first.above = 0
    return first


def _label(paper: Paper, last: RequestNews, address: str, solution: Solution | None) -> Block:
    words = paper.words
    name = words(f"request_news.state.{last.state}")
    title = heading(paper, name, _STATE, level=1)
    mark = GutterMark(icon=STATE_ICONS[last.state], leading=_STATE.leading)
    blocks: list[Block] = [Gutter(title, mark, indent=_ICON)]
    day = words.date(last.date, year=False, short=True)
    blocks += [para(paper, day)] if day else []
    if address:
        code = QrCodeBlock(address, _QR, right=False)
        code.above = 4
        blocks.append(code)
        own = solution is not None and solution.text(paper.language).help_url == address
        if own and solution is not None:
            blocks.append(caption(paper, solution))
        else:
            blocks.append(para(paper, words("papers.became_of.page"), style=SMALL))
    return Stack(*blocks)


def _own_problems(paper: Paper, problem: Problem | None) -> list[Problem]:
    """Return the problems of a group that the reader said; all of them if nobody may be named."""
    if problem is None:
        return []
    state = paper.state
    whole = state.problem(state.merging.root_ids.get(problem.id)) or problem
    group = [whole, *state.merged_into(whole.id)]
    if paper.reader is None:
        return group
    return [each for each in group if each.speaker_id == paper.reader.id] or [whole]


def _where(paper: Paper, problem: Problem) -> str:
    """Return when and how a problem was heard."""
    words = paper.words
    day = problem.heard_at[:10] or paper.state.workshop.date
    way = way_name(words, problem.method, paper.state.workshop.own_kind)
    return words("papers.became_of.heard", day=words.date(day, year=False), way=way)


class _Use:
    """What a reader can do today: how to use what came, or what to do until then or instead."""

    def __init__(
        self, paper: Paper, request: Request, last: RequestNews, problem: Problem | None
    ) -> None:
        self._paper = paper
        self._last = last
        released = last.state is RequestState.RELEASED
        other = "" if released else _other_answer(paper, problem) or request.nearest_id
        self.solution = paper.solutions.get(last.catalogue_id or other)
        """The catalogue entry that helps, if any."""

    @property
    def address(self) -> str:
        """The page that a person named, else that of the entry; empty for none."""
        if self._last.address:
            return self._last.address
        return self.solution.text(self._paper.language).help_url if self.solution else ""

    def blocks(self) -> list[Block]:
        """Return what to do, behind its name."""
        if self.solution is None:
            return []
        paper = self._paper
        text = self.solution.text(paper.language)
        key = {RequestState.RELEASED: "use", RequestState.DECLINED: "instead"}
        name = paper.words(f"papers.became_of.{key.get(self._last.state, 'until_then')}")
        step = text.first_steps[0] if text.first_steps else text.answer_line or text.what
        width = typeface().width(paper.fit(name), BODY.size, bold=True) + 0.1
        said = Stack(para(paper, text.name), para(paper, step))
        block = CellRow((para(paper, Bold(name)), said), (width, None), gap=10)
        block.above = 4
        return [block]


def _other_answer(paper: Paper, problem: Problem | None) -> str:
    """Return the catalogue id of an answer that the problem has beside the request."""
    cards = paper.state.cards_of(problem.id) if problem else ()
    found = (each.catalogue_id for each in cards if each.kind is not CardKind.UPDATE)
    return next((each for each in found if each in paper.solutions), "")


def _reservation(paper: Paper, found: list[Request]) -> list[Block]:
    """Return once that nothing is guaranteed, where anything may still come."""
    if not any(paper.state.promise_of(each) in UNSETTLED for each in found):
        return []
    said = para(paper, paper.words("promises.no_guarantee"))
    block = Ruled(said, HAIRLINE, over=8)
    block.above = 4
    return [block]
