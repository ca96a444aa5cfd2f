"""Builds the rows of the answer list from the workshop and from a search."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ui.actions.table import find, key_of
from ui.components.matched_words import shown_words
from ui.components.outcome_commands import (
    NEXT_GAP,
    NOT_OURS,
    WAY_ROUND,
    WORDING,
    candidate_id,
    statement_id,
)
from ui.pages.solve.answer_row import AnswerRow, DetailLine
from ui.pages.solve.reasons import reasons, what_and_limit
from ui.theme.theme import theme
from ui.widgets.fit_bars import is_limited
from workshop_app.domain.action import Action
from workshop_app.domain.gap import GapEvidence
from workshop_app.domain.outcome import CardKind, OutcomeKind, PlayedCard
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import Reader
from workshop_app.domain.solution import Solution
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import language, texts, tr
from workshop_app.services.answers import Answers, Suggestion
from workshop_app.services.caveats import caveats_of
from workshop_app.services.judging import Judgement, KnownGap, judge
from workshop_app.services.match_quality import MatchQuality
from workshop_app.services.promise_words import caveat_line, request_words

NEXT_GAP_KEY = find("solve.gap").keys[-1]
WORDING_KEY = key_of("solve.wording")
_MOST = 12
"""Maximum number of candidates."""
_STEP = " → "
"""Separates the steps of the path to a heading in the help."""
_FEWEST_GOOD = 4
"""With fewer good candidates than this, weak ones are shown, too."""
_MOST_WITH_WEAK = 8


@dataclass(frozen=True)
class SearchResult:
    """The candidates that a search found, and the statement on them.

    ``count`` includes the answers that are already chosen.
    """

    candidates: tuple[Suggestion, ...] = ()
    count: int = 0
    judgement: Judgement = field(default_factory=Judgement)


def outcome_rows(state: WorkshopState, problem: Problem, answers: Answers) -> list[AnswerRow]:
    """Return one row per outcome the problem has so far, solutions first."""
    cards = state.cards_of(problem.id)
    rows = [
        _card_row(state, problem, card, answers)
        for kind in OutcomeKind
        for card in cards
        if card.outcome is kind
    ]
    if problem.not_ours_reason:
        kind = OutcomeKind.NOT_OURS
        rows.append(
            AnswerRow(
                NOT_OURS, problem.not_ours_reason, kind, tr("cards.outcome.not_ours"),
                action=tr("solve.list.take_back"),
            )
        )  # fmt: skip
    return rows


def search(answers: Answers, phrasings: Sequence[str], chosen: Sequence[str]) -> SearchResult:
    """Search for one or several phrasings; best candidates first.

    ``chosen`` are ids of catalogue answers to omit. Weak candidates are included only if there are
    few good ones.
    """
    judgement = judge(answers, phrasings, language(), _MOST + len(chosen))
    found = judgement.answers
    good = [hit for hit in found if hit.fit > 1]
    shown = good if len(good) >= _FEWEST_GOOD else found[:_MOST_WITH_WEAK]
    free = [hit for hit in shown if hit.solution.id not in chosen]
    return SearchResult(tuple(free[:_MOST]), min(len(shown), _MOST), judgement)


def candidate_rows(
    result: SearchResult, chosen: Sequence[str] = (), titles: Sequence[str] = ()
) -> list[AnswerRow]:
    """Return the statement on the problem's words, then a row per candidate.

    There is no statement if the quality is an answer. The nearest answer of a known gap and a
    workaround can be chosen in it, unless they are among the ``chosen`` (ids) and the ``titles`` of
    the outcomes. Once the nearest answer is chosen, only what it lacks is before the candidates.
    """
    judgement = result.judgement
    rest: list[AnswerRow] = []
    if judgement.gap is not None:
        statement = _gap_rows(judgement, judgement.gap, chosen, titles)
        lack = next((row for row in statement if row.id == statement_id("short")), None)
        if lack is not None and judgement.gap.nearest[0].solution.id in chosen:
            hidden = (lack.id, statement_id("nearest"))
            rest = [row for row in statement if row.id not in hidden]
            statement = [lack]
    elif judgement.quality is MatchQuality.CANDIDATES and result.candidates:
        statement = [_strong("candidates", judgement.evidence, len(result.candidates))]
        if judgement.question:
            statement.append(_asked(_said("ask", judgement.question)))
        if judgement.gaps:
            statement.append(_possible_gap_row(judgement.gaps[0]))
    elif judgement.quality is MatchQuality.ANSWER and result.candidates:
        statement = []
    else:
        statement = [_asked(_strong("ask", judgement.evidence))]
    said = {row.id for row in (*statement, *rest)}
    sure = judgement.quality is MatchQuality.ANSWER
    rows = [_candidate_row(hit) if sure else _possible_row(hit) for hit in result.candidates]
    return [*statement, *(row for row in rows if row.id not in said), *rest]


def grouped(outcomes: Sequence[AnswerRow], candidates: Sequence[AnswerRow]) -> list[AnswerRow]:
    """Return all rows; each kind of outcome, the statement and the candidates are one group."""
    rows: list[AnswerRow] = []
    for row in (*outcomes, *candidates):
        before = rows[-1] if rows else None
        other = before is not None and _group_of(before) != _group_of(row)
        rows.append(row if row.starts_group is other else replace(row, starts_group=other))
    return rows


def _group_of(row: AnswerRow) -> tuple[OutcomeKind | None, bool]:
    return (None if row.kept else row.outcome, row.statement)


def _said(part: str, words: str, count: int = 0) -> AnswerRow:
    """Return a row of the statement, with its label."""
    label = tr(f"solve.statement.{part}", n=count)
    return AnswerRow(statement_id(part), words, note=True, statement=True, label=label)


def _strong(part: str, words: str, count: int = 0) -> AnswerRow:
    return replace(_said(part, words, count), strong=True)


def _to_choose(row: AnswerRow, row_id: str) -> AnswerRow:
    """Return a row of the statement with a button that chooses it."""
    return replace(row, id=row_id, note=False, action=tr("solve.statement.choose"))


def _asked(row: AnswerRow) -> AnswerRow:
    """Return a question to the room with a button that opens the field for the answer."""
    words = tr("solve.statement.more_words")
    return replace(row, id=WORDING, note=False, action=words, key=WORDING_KEY)


def _gap_rows(
    judgement: Judgement, gap: KnownGap, chosen: Sequence[str], titles: Sequence[str]
) -> list[AnswerRow]:
    """Return the fact, its source, the nearest answer, its shortfall, and a workaround.

    If another gap may be meant, it is offered before the nearest answer, where it is always
    visible.
    """
    others = [_next_gap_row(judgement)] if len(judgement.gaps) > 1 else []
    source = AnswerRow(
        statement_id("source"), source_words(gap), note=True, statement=True, small=True
    )
    rows = [_strong("now", gap.statement), source, *others]
    for near in gap.nearest[:1]:
        nearest = _said("nearest", near.solution.text(language()).name)
        if near.solution.id not in chosen:
            nearest = _to_choose(nearest, candidate_id(near.solution.id))
        rows += [nearest, _said("short", near.falls_short)]
    if gap.way_round:
        workaround = _said("way", gap.way_round)
        rows.append(workaround if gap.way_round in titles else _to_choose(workaround, WAY_ROUND))
    return rows


def _next_gap_row(judgement: Judgement) -> AnswerRow:
    """Return the number of other possible gaps, with a button that shows the next one."""
    following = judgement.gap_beside(1)
    name = following.gap.text(language()).name if following else ""
    row = _said("others", name, len(judgement.gaps) - 1)
    label = tr("solve.statement.look")
    return replace(row, id=NEXT_GAP, note=False, small=True, action=label, key=NEXT_GAP_KEY)


def _possible_gap_row(gap: KnownGap) -> AnswerRow:
    """Return the row of a gap that may apply if no candidate does, with a button to show it."""
    row = _said("perhaps", gap.gap.text(language()).name)
    label = tr("solve.statement.look")
    return replace(row, id=NEXT_GAP, note=False, small=True, action=label, key=NEXT_GAP_KEY)


def source_words(gap: KnownGap) -> str:
    """Return page and heading of a stated gap with the day, else the words searched for."""
    path = gap.gap.text(language()).source_heading.split(_STEP)
    if gap.gap.evidence is not GapEvidence.STATED:
        return gap.source
    day = texts().day(gap.gap.checked)
    return tr("solve.statement.source", heading=_STEP.join(path[-2:]), day=day)


def _candidate_row(hit: Suggestion) -> AnswerRow:
    return AnswerRow(
        candidate_id(hit.solution.id),
        hit.solution.text(language()).name,
        fit=hit.fit,
        limited=is_limited(hit.fit, hit.limit),
        action=tr("solve.list.choose"),
        details=reasons(hit),
    )


def word_count(hit: Suggestion) -> int:
    """Return the number of words that match an answer."""
    return len(shown_words(hit.matched, len(hit.matched)))


def _possible_row(hit: Suggestion) -> AnswerRow:
    """Return an uncertain candidate, with the matching words instead of bars."""
    words = word_count(hit)
    return AnswerRow(
        candidate_id(hit.solution.id),
        hit.solution.text(language()).name,
        evidence=tr("solve.list.words", n=words) if words else "",
        action=tr("solve.list.choose"),
        details=what_and_limit(hit),
    )


def _card_row(
    state: WorkshopState, problem: Problem, card: PlayedCard, answers: Answers
) -> AnswerRow:
    if card.outcome is not OutcomeKind.SOLUTION:
        return AnswerRow(
            card.id, _title(state, problem, card), card.outcome, tr(f"cards.kind.{card.kind}"),
            action=tr("solve.list.take_back"),
            details=_card_details(state, card),
        )  # fmt: skip
    solution = answers.chosen(card)
    title = solution.text(language()).name if solution else card.title
    steps = solution.text(language()).first_steps if solution else _lines_of(card)
    numbered = solution is not None or len(steps) > 1
    lines = tuple(
        DetailLine(step, number=str(number) if numbered else "")
        for number, step in enumerate(steps, 1)
    )
    example = solution.text(language()).example if solution else ""
    if example:
        heading = DetailLine(tr("solve.list.example"), quiet=True)
        lines += (heading, DetailLine(example, monospaced=True))
    if card.kind is CardKind.SOLUTION:
        lines += _edition_lines(card, solution, answers)
    if all(before.id == card.id for before in _solutions(state, problem)[:1]):
        # a limit was shown before the answer was chosen, and would take a name out of sight
        gaps = (each for each in caveats_of(answers, state, problem) if not each.is_limit)
        said = (caveat_line(texts(), each) for each in gaps)
        lines += tuple(DetailLine(line, icon="circle-alert") for line in said)
    return AnswerRow(
        card.id, title, OutcomeKind.SOLUTION, tr("solve.list.chosen"),
        details=lines + _actions_of(state, card),
        badge=tr("solve.list.first_steps") if numbered and steps else "",
    )  # fmt: skip


def _solutions(state: WorkshopState, problem: Problem) -> list[PlayedCard]:
    cards = state.cards_of(problem.id)
    return [card for card in cards if card.outcome is OutcomeKind.SOLUTION]


def _edition_lines(
    card: PlayedCard, chosen: Solution | None, answers: Answers
) -> tuple[DetailLine, ...]:
    """Return a remark if the entry was removed, or if its text differs in the current edition."""
    today = answers.solution(card.catalogue_id)
    if today is None:
        return (DetailLine(tr("solve.list.gone"), icon="clock"),)
    if chosen is None or chosen.text(language()) == today.text(language()):
        return ()
    return (DetailLine(tr("solve.list.newer"), icon="clock", quiet=True),)


def _title(state: WorkshopState, problem: Problem, card: PlayedCard) -> str:
    request = state.request_of(card.problem_id) if card.kind is CardKind.UPDATE else None
    if request is None:
        return card.title
    if request.title == problem.title:
        return tr("solve.list.request_plain", number=request.number)
    return tr("solve.list.request", number=request.number, title=request.title)


def _lines_of(card: PlayedCard) -> tuple[str, ...]:
    return tuple(line.strip() for line in card.text.split("\n") if line.strip())


def _card_details(state: WorkshopState, card: PlayedCard) -> tuple[DetailLine, ...]:
    if card.kind is CardKind.UPDATE:
        request = state.request_of(card.problem_id)
        hint = DetailLine(tr("solve.list.request_hint"), icon="info")
        hints = (hint,) if theme().metrics.private else ()  # the room has nothing to write
        if request is None:
            return hints
        said = request_words(texts(), state, request, Reader.ROOM)
        return (DetailLine(said, icon="plane"), *hints)
    lines = tuple(DetailLine(line) for line in _lines_of(card))
    return lines + _actions_of(state, card)


def _actions_of(state: WorkshopState, card: PlayedCard) -> tuple[DetailLine, ...]:
    actions = (action for action in state.actions if action.card_id == card.id)
    return tuple(DetailLine(_action_words(state, action), icon="action") for action in actions)


def _action_words(state: WorkshopState, action: Action) -> str:
    person = state.participant(action.owner_id)
    owner = texts().person(person.name, person.honorific) if person else action.owner_name
    parts = (action.text, owner, texts().date(action.due, year=False))
    return "  ".join(part for part in parts if part)
