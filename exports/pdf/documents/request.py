"""The page of a request: the wish, who said it, why, how, both backgrounds, the appraisal."""

from collections.abc import Iterable

from exports.evidence import CUSTOMERS, JOBS, PEOPLE, WAYS, EvidenceCount, evidence
from exports.pdf.blocks.block import Block
from exports.pdf.blocks.columns import Columns, Count
from exports.pdf.blocks.grid import CellRow
from exports.pdf.blocks.gutter import Gutter
from exports.pdf.blocks.side import Ruled
from exports.pdf.blocks.stack import Stack, is_one_page
from exports.pdf.documents.answer_form import answer_form
from exports.pdf.documents.appraisal_rows import appraisal_rows
from exports.pdf.documents.dossier_head import dossier_head
from exports.pdf.documents.request_styles import ROW
from exports.pdf.documents.search_path import attempts
from exports.pdf.documents.voices import first_voices, more_voices, most_voices
from exports.pdf.paper import Paper
from exports.pdf.parts import Bold, WebAddress, lead, named_mark, para, quote
from exports.pdf.styles import (
    BODY,
    COLUMN_LINE,
    DENSE,
    HAIRLINE,
    QUOTE,
    SECTION_LINE,
    SMALL,
    Style,
)
from workshop_app.domain.facts.requests import nearest_of, promise_of
from workshop_app.domain.outcome import CardKind
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import Promise, Reader
from workshop_app.domain.request import ESSENTIAL_FIELDS, Request
from workshop_app.services.promise_words import request_words

_LEFT_OUT_FIRST = ("discussion", "searched", "workaround")
_HALVES = 20.0
_ABOVE = 24.0
"""The space above a request that follows the rest of another one on a page."""


def request_page(paper: Paper, request: Request) -> list[Block]:
    """Return the blocks of one request.

    As many voices of other workshops as fit are on its page; the rest is on a page of its own. What
    is omitted first from a long page is also in the files for other tools. If it needs a second
    page anyway, nothing is omitted.
    """
    problem = paper.state.problem(request.problem_id)
    if problem is None:
        return [
            *_head(paper, request),
            *_why_and_how(paper, request, beside=True),
            answer_form(paper, paper.request_code(request)),
        ]
    for number in range(len(_LEFT_OUT_FIRST) + 1):
        left_out = frozenset(_LEFT_OUT_FIRST[:number])
        for voices in range(most_voices(paper, problem), -1, -1):
            blocks = _blocks(paper, request, problem, left_out, voices)
            if is_one_page(blocks):
                return [*blocks, *more_voices(paper, problem, voices)]
    blocks = _blocks(paper, request, problem, frozenset(), 0, beside=False)
    return [*blocks, *more_voices(paper, problem, 0)]


def _blocks(
    paper: Paper,
    request: Request,
    problem: Problem,
    left_out: frozenset[str],
    voices: int,
    *,
    beside: bool = True,
) -> list[Block]:
    """Return the blocks; what is not `beside` each other is one below the other."""
    left = _user_side(paper, request, problem, left_out)
    right = _product_side(paper, request)
    counts = _counts(paper, [*_evidence(paper, problem), *_votes(paper, request)])
    top = Stack(*_head(paper, request), counts)
    top.above = _ABOVE
    return [
        top,
        *_thread(paper, request, problem, DENSE if left_out else QUOTE),
        *first_voices(paper, problem, voices),
        *_why_and_how(paper, request, beside=beside),
        *_halves(left, right, beside=beside),
        *_searched(paper, problem, left_out),
        appraisal_rows(paper, request, problem),
        *_other_cards(paper, problem),
        answer_form(paper, paper.request_code(request)),
    ]


def _head(paper: Paper, request: Request) -> list[Block]:
    new = promise_of(paper.state, request) is Promise.TO_SEND
    state = (
        paper.words("papers.dossier.new")
        if new
        else request_words(paper.words, paper.state, request, Reader.FACILITATOR)
    )
    code = paper.short_code(request)
    line = paper.words("papers.dossier.status", code=code, status=state)
    outline = f"{code} {request.title}"
    return dossier_head(paper, line, request.title, outline=outline)


def _evidence(paper: Paper, problem: Problem) -> list[EvidenceCount]:
    """Return the counts; that of customers only if other customers said it, too.

    Jobs are left out if nobody noted who said it, which is then said once.
    """
    counts = evidence(paper, problem)
    left_out = {each.kind for each in counts if each.here and each.kind == CUSTOMERS}
    if any(each.is_unknown for each in counts if each.kind == PEOPLE):
        left_out.add(JOBS)
    return [each for each in counts if each.kind not in left_out]


def _votes(paper: Paper, request: Request) -> list[EvidenceCount]:
    """Return the votes of this workshop, if counted; of several rounds, those of each."""
    state = paper.state
    votes = state.votes.of(request.problem_id)
    if votes is None:
        return []
    present = state.votes.present_then
    names = [paper.words("papers.evidence.votes.of", n=present)] if present else []
    if len(state.votes.rounds) > 1:
        counted = {n: state.votes.in_round(n).get(request.problem_id) for n in state.votes.rounds}
        names = [
            paper.words("papers.dossier.vote_round", n=count, round=number)
            for number, count in counted.items()
            if count is not None
        ]
    return [EvidenceCount("votes", votes, tuple(names))]


def _counts(paper: Paper, counts: Iterable[EvidenceCount]) -> Block:
    """Return the counts side by side, each with the counted items; ways only by name."""
    strip = Ruled(Columns(*(_count(paper, each) for each in counts)), SECTION_LINE, 4, 4)
    strip.above = 4
    return strip


def _count(paper: Paper, said: EvidenceCount) -> Block:
    words = paper.words
    is_named = said.is_unknown or said.kind == WAYS
    key = "name" if is_named else "unit"
    unit = words(f"papers.evidence.{said.kind}.{key}", n=said.count)
    names = paper.list(list(said.names))
    if said.is_unknown:
        names = words("papers.evidence.not_noted")
    elif not names and said.here:
        names = words(f"papers.evidence.{said.kind}.here")
    number = "" if is_named else str(said.count)
    return Stack(Count(number, paper.fit(unit)), para(paper, names, style=SMALL))


def _thread(paper: Paper, request: Request, problem: Problem, style: Style) -> list[Block]:
    """Return the first wording, those merged into it, and the concrete wording, as one thread."""
    words = paper.words
    said: list[tuple[str, Block]] = [("speech", quote(paper, problem.first_wording, style))]
    for merged in paper.state.merged_into(problem.id):
        name = lead(paper, words("papers.problem.merged", number=merged.number), style=SMALL)
        said.append(("speech", Stack(name, quote(paper, merged.first_wording, style))))
    if request.own_words not in {problem.first_wording, problem.wording, ""}:
        name = lead(paper, words("papers.dossier.own_words"), style=SMALL)
        said.append(("speech", Stack(name, quote(paper, request.own_words, style))))
    if problem.wording:
        said.append(("pen", para(paper, problem.wording, style=DENSE if style is DENSE else BODY)))
    last = len(said) - 1
    blocks: list[Block] = [
        Gutter(
            block,
            named_mark(paper, icon, style.leading if number == 0 else BODY.leading),
            thread=number < last,
            pad=4 if number < last else 0,
        )
        for number, (icon, block) in enumerate(said)
    ]
    for block in blocks[:-1]:
        block.keep_next = True
    return [Ruled(blocks[0], HAIRLINE, over=5), *blocks[1:]]


def _why_and_how(paper: Paper, request: Request, *, beside: bool) -> list[Block]:
    why = _half(paper, "why", [_text(paper, request.why)])
    if not request.wished_how:
        why.above = 8
        return [why]
    return _halves(why, _half(paper, "how", [_text(paper, request.wished_how)]), beside=beside)


def _halves(left: Block, right: Block, *, beside: bool) -> list[Block]:
    halves: list[Block] = (
        [CellRow((left, right), (None, None), gap=_HALVES)] if beside else [left, right]
    )
    for each in halves:
        each.above = 6
    return halves


def _half(paper: Paper, key: str, blocks: list[Block]) -> Block:
    title = lead(paper, Bold(paper.words(f"papers.dossier.{key}")), style=ROW)
    return Ruled(Stack(title, *blocks), COLUMN_LINE, over=3)


def _text(paper: Paper, text: str) -> Block:
    return para(paper, text or paper.words("papers.dossier.unsaid"), style=ROW)


def _field(paper: Paper, key: str, *blocks: Block) -> list[Block]:
    name = lead(paper, paper.words(f"papers.dossier.{key}"), style=SMALL)
    name.above = 2
    return [name, *blocks]


def _user_side(paper: Paper, request: Request, problem: Problem, left_out: frozenset[str]) -> Block:
    """Return what happens at the customer's; systems are on the cover."""
    own = request.situation if request.situation != paper.state.customer.architecture else ""
    said = {
        "situation": own,
        "impact": request.impact,
        "workaround": request.workaround,
        "good_enough": request.good_enough,
        "discussion": problem.discussion,
    }
    blocks: list[Block] = []
    for key, text in said.items():
        if (text or key in ESSENTIAL_FIELDS) and key not in left_out:
            blocks += _field(paper, key, _text(paper, text))
    return _half(paper, "user_side", blocks)


def _product_side(paper: Paper, request: Request) -> Block:
    words = paper.words
    solution = paper.solutions.get(nearest_of(paper.state, request))
    if solution is None:
        title = "product_side"
        blocks: list[Block] = [para(paper, words("papers.dossier.no_nearest"), style=ROW)]
    else:
        title = "product_side_nearest"
        text = solution.text(paper.language)
        said = (text.answer_line or text.what).removesuffix(paper.stop.strip())
        blocks = [para(paper, f"{text.name}{paper.stop}{said}{paper.stop.strip()}", style=ROW)]
        if text.help_url:
            blocks.append(para(paper, WebAddress(text.help_url), style=SMALL))
    if request.shortfall:
        blocks += _field(paper, "shortfall", para(paper, request.shortfall, style=ROW))
    return _half(paper, title, blocks)


def _searched(paper: Paper, problem: Problem, left_out: frozenset[str]) -> list[Block]:
    """Return what was searched for in vain, below both halves."""
    searched = attempts(paper, problem)
    if not searched or "searched" in left_out:
        return []
    name = Bold(paper.words("papers.dossier.searched"))
    line = para(paper, name, *(f"{paper.gap} {each}" for each in searched), style=SMALL)
    line.above = 4
    return [line]


def _other_cards(paper: Paper, problem: Problem) -> list[Block]:
    cards = [c for c in paper.state.cards_of(problem.id) if c.kind is not CardKind.UPDATE]
    if not cards:
        return []
    title = lead(paper, Bold(paper.words("papers.dossier.other_cards")), style=ROW)
    title.above = 8
    said = [
        paper.words(
            "papers.record.card",
            kind=paper.words(f"cards.kind.{card.kind}"),
            title=paper.title_of(card),
        )
        for card in cards
    ]
    lines = (f"{name}\n{card.text}" if card.text else name
             for name, card in zip(said, cards, strict=True))  # fmt: skip
    return [Stack(title, *(para(paper, line, style=ROW) for line in lines))]
