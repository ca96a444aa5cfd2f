"""The follow-up paper on a reader's requests: the answer in a sentence, and what can be done now.

Of the product team's texts it contains only what may be told.
"""

from exports.file_names import workshop_day
from exports.pdf.blocks.block import Block
from exports.pdf.blocks.gutter import Gutter, GutterMark
from exports.pdf.blocks.qr_code import QrCodeBlock
from exports.pdf.blocks.side import Beside, Ruled, Together
from exports.pdf.blocks.stack import Stack
from exports.pdf.documents.actions import day_of
from exports.pdf.documents.document_head import head, message, whom_to_ask
from exports.pdf.documents.dossier_head import visit
from exports.pdf.documents.replaced_note import replaced_note
from exports.pdf.documents.section import row
from exports.pdf.paper import Paper
from exports.pdf.parts import Bold, WebAddress, caption, dense, heading, para, quote
from exports.pdf.styles import DENSE, SECTION_LINE, SMALL, Style
from exports.web_addresses import is_safe
from workshop_app.domain.facts.requests import promise_of
from workshop_app.domain.facts.told_requests import (
    ToldRequest,
    is_for,
    last_day,
    told_requests,
)
from workshop_app.domain.outcome import CardKind
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import Reader
from workshop_app.domain.request_news import RequestNews, RequestState
from workshop_app.domain.solution import Solution
from workshop_app.domain.state import WorkshopState
from workshop_app.services.promise_words import (
    customer_text,
    news_words,
    no_guarantee,
    promise_words,
    states_of,
)

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
_MOST_LIMITS = 2
_ICON = 18.0
_PAD = 6.0
_STATE = Style(12, 20, bold=True)


def build(paper: Paper) -> list[Block]:
    """Return the blocks of the reader's paper."""
    found = [each for each in told_requests(paper.state) if is_for(each, paper.reader)]
    as_of = max(last_day(found), workshop_day(paper.state.workshop))
    blocks = [*_head(paper, as_of), _message(paper, found)]
    printed: set[str] = set()
    for number, each in enumerate(found):
        blocks.append(_request(paper, each, printed, as_of, line=number > 0))
    return [*blocks, *replaced_note(paper)]


def _head(paper: Paper, day: str) -> list[Block]:
    words = paper.words
    title = words("papers.name.became_of")
    if paper.reader is not None:
        title = words("papers.became_of.title", name=paper.person(paper.reader))
    by = words("papers.became_of.by", name=paper.facilitator) if paper.facilitator else ""
    until = words("papers.became_of.until", day=words.date(day)) if day else ""
    return head(paper, title, (until, by, whom_to_ask(paper)[1]))


def _state(paper: Paper, state: RequestState) -> str:
    return paper.words(f"request_news.state.{state}")


def _message(paper: Paper, found: list[ToldRequest]) -> Block:
    """Return how many requests stand how, or what became of the only one.

    Below that it says what is not guaranteed, if any may be fulfilled, since that would sometimes
    be alone on a page after the last request.
    """
    words = paper.words
    promises = [promise_of(each.state, each.request) for each in found]
    if len(found) == 1:
        state = promise_words(words, found[0].state, promises[0], Reader.CUSTOMER)
        title = found[0].request.title
        said = words("papers.became_of.message", state=state, title=title)
    else:
        said = states_of(words, found)
    nothing = words("papers.became_of.nothing_to_do", n=len(found))
    asked = [dense(paper, Bold(nothing))]
    return message(paper, [said], [no_guarantee(words, promises)], asked)


def _request(
    paper: Paper, told: ToldRequest, printed: set[str], as_of: str, *, line: bool
) -> Block:
    state = told.state
    request = told.request
    last = told.last
    problem = state.problem(request.problem_id)
    if last is None:
        return Stack()
    use = _Use(paper, told, last, problem)
    address = use.address if is_safe(use.address) and use.address not in printed else ""
    printed.add(address)
    label = _label(paper, last, address, use.solution)
    blocks: list[Block] = [para(paper, Bold(request.title))]
    own = _own_problems(paper, state, problem)
    asked = paper.words("papers.became_of.heard", visit=visit(paper, state.workshop))
    blocks += [*(quote(paper, each.first_wording) for each in own), dense(paper, asked)]
    said = news_words(paper.words, last, Reader.CUSTOMER)
    day = day_of(paper, "" if last.date == as_of else last.date, short=True)
    happened = para(paper, Bold(paper.gap.join(filter(None, (day, said)))))
    happened.above = 2
    blocks.append(happened)
    may_be_told = customer_text(state, request)
    blocks += [para(paper, may_be_told, style=DENSE)] if may_be_told else []
    blocks += use.blocks()
    if address:
        blocks.append(para(paper, WebAddress(address), style=SMALL))
    again = para(paper, _state(paper, last.state))
    main = Together(*blocks)
    if line:
        return row(label, main, line=True, again=again, pad=_PAD)
    first = Ruled(Beside(label, main, again=again), SECTION_LINE, over=_PAD, under=_PAD)
    first.above = _PAD
    return first


def _label(paper: Paper, last: RequestNews, address: str, solution: Solution | None) -> Block:
    words = paper.words
    name = _state(paper, last.state)
    title = heading(paper, name, _STATE, level=1)
    mark = GutterMark(icon=STATE_ICONS[last.state], leading=_STATE.leading)
    blocks: list[Block] = [Gutter(title, mark, indent=_ICON)]
    if address:
        code = QrCodeBlock(address, _QR)
        code.above = 4
        blocks.append(code)
        own = solution is not None and solution.text(paper.language).help_url == address
        if own and solution is not None:
            blocks.append(caption(paper, solution))
        else:
            blocks.append(para(paper, words("papers.became_of.page"), style=SMALL))
    return Stack(*blocks)


def _own_problems(paper: Paper, state: WorkshopState, problem: Problem | None) -> list[Problem]:
    """Return the problems of a group that the reader said; all of them if nobody may be named."""
    if problem is None:
        return []
    whole = state.root_of(problem.id) or problem
    group = [whole, *state.merged_into(whole.id)]
    reader = paper.reader
    if reader is None:
        return group
    person = reader.person_id or reader.id  # participant ids differ between workshops
    ids = {who.id for who in state.participants if (who.person_id or who.id) == person}
    return [each for each in group if each.speaker_id in ids] or [whole]


class _Use:
    """What a reader can do now: how to use what was released, or a workaround."""

    def __init__(
        self, paper: Paper, told: ToldRequest, last: RequestNews, problem: Problem | None
    ) -> None:
        self._paper = paper
        self._last = last
        released = last.state is RequestState.RELEASED
        other = (
            "" if released else _other_answer(paper, told.state, problem) or told.request.nearest_id
        )
        self.solution = paper.solutions.get(last.catalogue_id or other)
        """The catalogue entry that helps, if any."""

    @property
    def address(self) -> str:
        """The page named with the news, else that of the entry; empty for none."""
        if self._last.address:
            return self._last.address
        return self.solution.text(self._paper.language).help_url if self.solution else ""

    def blocks(self) -> list[Block]:
        """Return the instructions and the limits, each with a label."""
        if self.solution is None:
            return []
        paper = self._paper
        text = self.solution.text(paper.language)
        key = {RequestState.RELEASED: "use", RequestState.DECLINED: "instead"}
        name = paper.words(f"papers.became_of.{key.get(self._last.state, 'until_then')}")
        step = f"→ {text.first_steps[0]}" if text.first_steps else text.what
        released = self._last.state is RequestState.RELEASED
        limits = text.limits[:_MOST_LIMITS] if released else ()
        parts = {name: f"{text.answer_line or text.name} {step}"}
        if limits:
            parts[paper.words("papers.became_of.limits")] = paper.stop.join(limits)
        blocks: list[Block] = []
        for label, said in parts.items():
            blocks.append(dense(paper, Bold(label), paper.gap, said))
            blocks[-1].above = 2
        return blocks


def _other_answer(paper: Paper, state: WorkshopState, problem: Problem | None) -> str:
    """Return the catalogue id of an answer that the problem has besides the request."""
    cards = state.cards_of(problem.id) if problem else ()
    found = (each.catalogue_id for each in cards if each.kind is not CardKind.UPDATE)
    return next((each for each in found if each in paper.solutions), "")
