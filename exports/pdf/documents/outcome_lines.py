"""What became of a problem, in a line for each answer."""

from dataclasses import dataclass

from exports.pdf.paper import Paper
from exports.pdf.parts import ICONS
from workshop_app.domain.outcome import CardKind, OutcomeKind, PlayedCard
from workshop_app.domain.problem import Problem
from workshop_app.domain.solution import Solution


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeLine:
    """An outcome: its icon, what is said of it, and a text as somebody typed it."""

    kind: OutcomeKind
    text: str
    typed: str = ""
    card: PlayedCard | None = None
    solution: Solution | None = None

    @property
    def icon(self) -> str:
        """The name of its icon."""
        return ICONS[self.kind]


def outcome_lines(paper: Paper, problem: Problem) -> list[OutcomeLine]:
    """Return a line for each answer of a problem, solutions first."""
    words = paper.words
    if problem.not_ours_reason:
        said = words("papers.outcome.not_ours")
        return [OutcomeLine(kind=OutcomeKind.NOT_OURS, text=said, typed=problem.not_ours_reason)]
    if problem.parked:
        return [OutcomeLine(kind=OutcomeKind.OPEN, text=words("papers.outcome.parked"))]
    cards = paper.state.cards_of(problem.id)
    if not cards:
        return [OutcomeLine(kind=OutcomeKind.OPEN, text=words("papers.outcome.open"))]
    order = list(OutcomeKind)
    ordered = sorted(cards, key=lambda card: order.index(card.outcome))
    return [_line(paper, problem, card) for card in ordered]


def one_of_each(lines: list[OutcomeLine]) -> list[OutcomeLine]:
    """Return the first line of each kind of outcome."""
    first: dict[OutcomeKind, OutcomeLine] = {}
    for line in lines:
        first.setdefault(line.kind, line)
    return list(first.values())


def _line(paper: Paper, problem: Problem, card: PlayedCard) -> OutcomeLine:
    if card.kind is CardKind.UPDATE:
        return _request(paper, problem, card)
    solution = paper.solution_of(card)
    if card.kind is CardKind.SOLUTION and solution is None:
        gone = paper.words("papers.solution.gone")
        typed = "\n".join(part for part in (card.text, gone) if part)
        return OutcomeLine(kind=card.outcome, text=card.title, typed=typed, card=card)
    answer = solution.text(paper.language).answer_line if solution else ""
    text = answer or paper.title_of(card) or paper.words(f"cards.kind.{card.kind}")
    return OutcomeLine(kind=card.outcome, text=text, typed=card.text, card=card, solution=solution)


def _request(paper: Paper, problem: Problem, card: PlayedCard) -> OutcomeLine:
    request = paper.state.request_of(card.problem_id)
    wish = request.title if request and request.title != problem.title else ""
    said = paper.words("papers.outcome.request")
    typed = paper.words("papers.problem.quote", text=wish) if wish else ""
    return OutcomeLine(kind=card.outcome, text=said, typed=typed, card=card)
