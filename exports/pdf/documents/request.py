"""A chapter of the dossier: a request, the user's words, why and how, both backgrounds."""

from exports.pdf.blocks.block import Block
from exports.pdf.blocks.grid import CellRow
from exports.pdf.blocks.stack import Stack
from exports.pdf.documents.appraisal_table import appraisal
from exports.pdf.documents.search_path import attempt_lines
from exports.pdf.documents.solution import with_help
from exports.pdf.documents.thread import joined, wordings
from exports.pdf.paper import Paper
from exports.pdf.parts import Bold, facts, head_line, heading, para
from exports.pdf.styles import HEADING, TITLE
from workshop_app.domain.ids import request_code
from workshop_app.domain.outcome import CardKind
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import Reader
from workshop_app.domain.request import ESSENTIAL_FIELDS, Request
from workshop_app.services.promise_words import request_words

_COLUMN_GAP = 22


def chapter(paper: Paper, request: Request) -> list[Block]:
    """Return the blocks of one request."""
    problem = paper.state.problem(request.problem_id)
    if problem is None:
        return [*_head(paper, request), _why_and_how(paper, request)]
    return [
        *_head(paper, request),
        _words(paper, request, problem),
        _why_and_how(paper, request),
        *appraisal(paper, problem),
        _product_side(paper, request, problem),
        _user_side(paper, request, problem),
        *_other_cards(paper, problem),
    ]


def customer(paper: Paper) -> str:
    """Return the name of the customer, or a code if it is masked."""
    name = paper.state.customer
    if paper.masked:
        return paper.words("papers.head.customer_code")
    return paper.words.organisation(name.name, "")


def workshop_line(paper: Paper) -> str:
    """Return the date of the workshop and who recorded it."""
    words = paper.words
    workshop = paper.state.workshop
    parts = [words("papers.dossier.from_undated")]
    if workshop.date:
        parts = [words("papers.dossier.from_workshop", date=words.date(workshop.date))]
    if paper.facilitator:
        parts.append(words("papers.head.recorded_by", name=paper.facilitator))
    return paper.gap.join(parts)


def _head(paper: Paper, request: Request) -> list[Block]:
    words = paper.words
    code = request_code(request.number)
    state = request_words(words, paper.state, request, Reader.FACILITATOR)
    line = words("papers.dossier.status", code=code, status=state)
    about = [customer(paper), workshop_line(paper), _votes(paper, request)]
    return [
        head_line(paper, line, words("papers.mark.internal")),
        heading(paper, request.title, TITLE, level=0, outline=f"{code} {request.title}"),
        para(paper, paper.gap.join(part for part in about if part)),
    ]


def _votes(paper: Paper, request: Request) -> str:
    state = paper.state
    votes = state.votes_of(request.problem_id)
    present = state.present_count
    if len(state.rounds) > 1:
        return _rounds(paper, request)
    if votes is None:
        return ""
    if present:
        return paper.words("papers.dossier.vote_line_of", n=votes, present=present)
    return paper.words("papers.dossier.vote_line", n=votes)


def _rounds(paper: Paper, request: Request) -> str:
    """Return the votes for a request in each round with a count for it."""
    counted = {n: paper.state.votes_in(n).get(request.problem_id) for n in paper.state.rounds}
    said = (
        paper.words("papers.dossier.vote_round", n=votes, round=number)
        for number, votes in counted.items()
        if votes is not None
    )
    return paper.list(list(said))


def _words(paper: Paper, request: Request, problem: Problem) -> Block:
    steps = wordings(paper, problem, paper.roles(problem))
    said = {problem.first_wording, problem.wording, ""}
    if request.own_words not in said:
        name = para(paper, Bold(paper.words("papers.dossier.own_words")))
        quote = para(paper, paper.words("papers.problem.quote", text=request.own_words))
        steps.append(("speech", Stack(name, quote)))
    title = heading(paper, paper.words("papers.dossier.words"))
    return Stack(title, *joined(steps))


def _why_and_how(paper: Paper, request: Request) -> Block:
    why = _section(paper, "why", request.why)
    if not request.wished_how:
        why.above = HEADING.above
        return why
    how = _section(paper, "how", request.wished_how)
    row = CellRow((why, how), (None, None), gap=_COLUMN_GAP)
    row.above = HEADING.above
    return row


def _section(paper: Paper, key: str, text: str) -> Stack:
    title = heading(paper, paper.words(f"papers.dossier.{key}"))
    return Stack(title, para(paper, text or paper.words("papers.dossier.unsaid")))


def _user_side(paper: Paper, request: Request, problem: Problem) -> Block:
    """Return the situation at the customer's, the discussion, and facts about the customer."""
    words = paper.words
    client = paper.state.customer
    own = request.situation if request.situation != client.architecture else ""
    said = {
        "impact": request.impact,
        "workaround": request.workaround,
        "good_enough": request.good_enough,
        "industry": client.industry,
        "architecture": client.architecture,
    }
    pairs = [
        (words(f"papers.dossier.{key}"), para(paper, text or words("papers.dossier.unsaid")))
        for key, text in said.items()
        if text or key in ESSENTIAL_FIELDS
    ]
    if problem.discussion:
        pairs.append((words("papers.dossier.discussion"), para(paper, problem.discussion)))
    title = heading(paper, words("papers.dossier.user_side"))
    return Stack(title, *([para(paper, own)] if own else []), facts(paper, pairs))


def _product_side(paper: Paper, request: Request, problem: Problem) -> Block:
    words = paper.words
    title = heading(paper, words("papers.dossier.product_side"))
    solution = paper.solutions.get(request.nearest_id)
    pairs: list[tuple[str, Block]] = []
    if request.shortfall:
        pairs.append((words("papers.dossier.shortfall"), para(paper, request.shortfall)))
    searched = attempt_lines(paper, problem)
    if searched:
        pairs.append((words("papers.dossier.searched"), Stack(*searched)))
    shortfall = [facts(paper, pairs)] if pairs else []
    if solution is None:
        return Stack(title, para(paper, words("papers.dossier.no_nearest")), *shortfall)
    text = solution.text(paper.language)
    nearest = Bold(words("papers.dossier.nearest") + paper.gap), text.name
    near = with_help(paper, text.help_url, para(paper, *nearest), para(paper, text.what))
    return Stack(title, *near, *shortfall)


def _other_cards(paper: Paper, problem: Problem) -> list[Block]:
    cards = [c for c in paper.state.cards_of(problem.id) if c.kind is not CardKind.UPDATE]
    if not cards:
        return []
    pairs = [
        (
            paper.words(f"cards.kind.{card.kind}"),
            para(paper, _card_text(paper.title_of(card), card.text)),
        )
        for card in cards
    ]
    title = heading(paper, paper.words("papers.dossier.other_cards"))
    return [Stack(title, facts(paper, pairs))]


def _card_text(title: str, text: str) -> str:
    return "\n".join(part for part in (title, text) if part)
