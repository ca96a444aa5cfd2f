"""The rows of Solve: the outcomes of a problem, the statement on its words, and the candidates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import NamedTuple

from ui.components.matched_words import spans_in, whole_words
from ui.components.outcome_commands import (
    NEXT_GAP,
    NOT_OURS,
    WAY_ROUND,
    WORDING,
    candidate_id,
    statement_id,
)
from ui.components.setup_words import reason
from ui.rows.cells import Cell, Icon, Label, Link, Number, Tick, Words, limit_words
from ui.rows.row import Line, Row
from ui.theme.outcomes import OUTCOMES
from ui.theme.theme import theme
from ui.widgets.fit import fit_word, is_limited
from ui.widgets.spaced import spaced
from workshop_app.domain.action import Action
from workshop_app.domain.facts.caveats import caveats_of
from workshop_app.domain.gap import GapEvidence
from workshop_app.domain.outcome import CardKind, OutcomeKind, PlayedCard
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import Reader
from workshop_app.domain.solution import Solution
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.usage import Usage, UsageStatus
from workshop_app.i18n import language, texts, tr
from workshop_app.services.answers import Answers, Suggestion
from workshop_app.services.judging import Judgement, KnownGap, judge
from workshop_app.services.match_quality import MatchQuality
from workshop_app.services.promise_words import caveat_line, request_words

_MOST = 12
"""Maximum number of candidates."""
_STEP = " → "
"""Separates the steps of the path to a heading in the help."""
_FEWEST_GOOD = 4
"""With fewer good candidates than this, weak ones are shown, too."""
_MOST_WITH_WEAK = 8
_SENTENCE = re.compile(r".+?(?:。|[.!?](?=\s)|$)")
_SETUP_ICONS = {UsageStatus.IN_USE: "circle-check", UsageStatus.HALF: "circle-dashed"}


@dataclass(frozen=True)
class SearchResult:
    """The candidates that a search found, and the statement on them.

    ``count`` includes the answers that are already chosen.
    """

    candidates: tuple[Suggestion, ...] = ()
    count: int = 0
    judgement: Judgement = field(default_factory=Judgement)

    def hit(self, solution_id: str | None) -> Suggestion | None:
        """Return the candidate that is this catalogue answer, or None."""
        return next((hit for hit in self.candidates if hit.solution.id == solution_id), None)


def search(
    answers: Answers, phrasings: Sequence[str], chosen: Sequence[str], *, anyway: bool = False
) -> SearchResult:
    """Search for one or several phrasings; best candidates first.

    ``chosen`` are ids of catalogue answers to omit. Weak candidates are included only if there are
    few good ones; those that are not near at all, ``anyway``.
    """
    judgement = judge(answers, phrasings, language(), _MOST + len(chosen))
    if judgement.quality is MatchQuality.NOTHING_NEAR:
        if not anyway:
            return SearchResult(judgement=judgement)
        judgement = judgement._replace(quality=MatchQuality.CANDIDATES)
    found = judgement.answers
    good = [hit for hit in found if hit.fit > 1]
    shown = good if len(good) >= _FEWEST_GOOD else found[:_MOST_WITH_WEAK]
    free = [hit for hit in shown if hit.solution.id not in chosen]
    return SearchResult(tuple(free[:_MOST]), min(len(shown), _MOST), judgement)


# -- outcomes


def outcome_rows(
    state: WorkshopState, problem: Problem, answers: Answers, *, on_wall: bool = False
) -> list[Row]:
    """Return one row per outcome the problem has so far, solutions first.

    A request is followed by the nearest answer and what it lacks, as the request has them. With
    ``on_wall`` the current answer says that the audience sees it.
    """
    cards = state.cards_of(problem.id)
    rows: list[Row] = []
    for kind in OutcomeKind:
        for card in cards:
            if card.outcome is not kind:
                continue
            if kind is OutcomeKind.SOLUTION:
                row = _solution_row(state, problem, card, answers)
                seen = Words(tr("solve.list.on_wall"), colour="accent", bold=True, current=True)
                rows.append(row._replace(after=(seen, *row.after)) if on_wall else row)
            elif card.kind is CardKind.UPDATE:
                rows += _request_rows(state, problem, card, answers)
            else:
                details = (*map(Line, _lines_of(card)), *_actions_of(state, card))
                word = tr(f"cards.kind.{card.kind}")
                rows.append(_decided(card.id, card.title, kind, word, details))
    if problem.not_ours_reason:
        kind = OutcomeKind.NOT_OURS
        word = tr("cards.outcome.not_ours")
        rows.append(_decided(NOT_OURS, problem.not_ours_reason, kind, word))
    return rows


def _decided(
    row_id: str, text: str, kind: OutcomeKind, word: str, opened: tuple[Line, ...] = ()
) -> Row:
    style = OUTCOMES[kind]
    return Row(
        row_id,
        text,
        before=(Icon(style.icon, style.colour),),
        after=(Words(word, colour=style.colour, bold=True), Link(tr("solve.list.take_back"))),
        opened=opened,
        bold=True,
        outcome=kind,
    )


def _request_rows(
    state: WorkshopState, problem: Problem, card: PlayedCard, answers: Answers
) -> Iterator[Row]:
    request = state.request_of(problem.id)
    if request is None:
        yield _decided(card.id, card.title, OutcomeKind.REQUEST, tr("cards.kind.update"))
        return
    own = request.title != problem.title
    title = request.title if own else tr("solve.list.request_own")
    word = tr("solve.list.request", number=request.number)
    said = Line(request_words(texts(), state, request, Reader.ROOM), "body")
    yield _decided(card.id, title, OutcomeKind.REQUEST, word)._replace(lines=(said,))
    nearest = answers.as_chosen(request.nearest_id) if request.nearest_id else None
    parts = {"nearest": nearest.text(language()).name if nearest else ""}
    parts["short"] = request.shortfall
    rows = [_said(part, words) for part, words in parts.items() if words]
    hint = tr("solve.list.request_has" if len(rows) > 1 else "solve.list.request_hint")
    for row in rows:
        yield row._replace(lines=(_remark(hint, "info"),)) if row is rows[-1] else row


def _solution_row(
    state: WorkshopState, problem: Problem, card: PlayedCard, answers: Answers
) -> Row:
    solution = answers.chosen(card)
    steps = solution.text(language()).first_steps if solution else _lines_of(card)
    numbered = solution is not None or len(steps) > 1
    lines = [
        Line(
            step,
            lead=Number(str(number), "solution", bold=True) if numbered else None,
            label=tr("solve.list.first_steps") if numbered and number == 1 else "",
        )
        for number, step in enumerate(steps, 1)
    ]
    example = solution.text(language()).example if solution else ""
    if example:
        lines.append(Line(example, typed=True, label=tr("solve.list.example")))
    if card.kind is CardKind.SOLUTION:
        lines += _edition_lines(card, solution, answers)
    # a limit was shown before the answer was chosen
    caveats = caveats_of(state, problem, answers.gaps, answers.chosen)
    gaps = (each for each in caveats if each.card_id == card.id and not each.is_limit)
    lines += [_remark(caveat_line(texts(), each), "circle-alert", "") for each in gaps]
    return Row(
        card.id,
        solution.text(language()).name if solution else card.title,
        before=(Tick(True),),
        after=_details_link() if solution else (),
        opened=(*lines, *_actions_of(state, card)),
        chosen=True,
    )


def _details_link() -> tuple[Cell, ...]:
    return (Link(tr("solve.foot.details"), current=True),)


def _remark(text: str, icon: str, role: str = "meta") -> Line:
    return Line(text, role, lead=Icon(icon, small=True))


def _edition_lines(card: PlayedCard, chosen: Solution | None, answers: Answers) -> tuple[Line, ...]:
    """Return a remark if the entry was removed, or if its text differs in the current edition."""
    today = answers.solution(card.catalogue_id)
    if today is None:
        return (_remark(tr("solve.list.gone"), "clock"),)
    if chosen is None or chosen.text(language()) == today.text(language()):
        return ()
    return (_remark(tr("solve.list.newer"), "clock"),)


def _lines_of(card: PlayedCard) -> tuple[str, ...]:
    return tuple(line.strip() for line in card.text.split("\n") if line.strip())


def _actions_of(state: WorkshopState, card: PlayedCard) -> tuple[Line, ...]:
    actions = (action for action in state.actions if action.card_id == card.id)
    return tuple(_remark(_action_words(state, action), "action", "") for action in actions)


def _action_words(state: WorkshopState, action: Action) -> str:
    parts = (
        action.text,
        state.owner_of(action, texts().addressed),
        texts().date(action.due, year=False),
    )
    return spaced(*parts)


# -- the statement and the candidates


def candidate_rows(
    result: SearchResult,
    outcomes: Sequence[Row] = (),
    chosen: Sequence[str] = (),
    usages: Mapping[str, Usage] | None = None,
) -> list[Row]:
    """Return the statement on the problem's words, then a row per candidate.

    There is no statement if the quality is an answer. The nearest answer of a known gap and a
    workaround can be chosen in it, unless they are among the ``chosen`` (ids) and the ``outcomes``.
    Once the nearest answer is chosen, only what it lacks is before the candidates; nothing once the
    problem is a request, which has both. ``usages`` maps ids of answers to their usage.
    """
    judgement = result.judgement
    answered = any(row.chosen for row in outcomes)
    ask = "more" if answered else "ask"
    requested = any(row.outcome is OutcomeKind.REQUEST for row in outcomes)
    rest: list[Row] = []
    says = partial(said_words, judgement.quality, answered=answered)
    if judgement.gap is not None:
        statement = _gap_rows(judgement, judgement.gap, {row.text for row in outcomes})
        near = judgement.gap.nearest[:1]
        if requested or any(each.solution.id in chosen for each in near):
            hidden = (statement_id("short"), *(candidate_id(each.solution.id) for each in near))
            rest = [row for row in statement if row.id not in hidden]
            statement = [row for row in statement if row.id == statement_id("short")]
    elif judgement.quality is MatchQuality.CANDIDATES and result.candidates:
        statement = [_said("candidates", says(), len(result.candidates), bold=True)]
        if judgement.question:
            statement.append(_asked(_said(ask, judgement.question)))
        if judgement.gaps:
            name = judgement.gaps[0].gap.text(language()).name
            statement.append(_other_gap("perhaps", name))
    elif judgement.quality is MatchQuality.ANSWER and result.candidates:
        statement = []
    elif judgement.quality is MatchQuality.NOTHING_NEAR:
        found = (Link(tr("solve.statement.anyway")),)
        row = _said("found", says(), bold=True)
        statement = [row._replace(id=NEXT_GAP, after=found)]
    else:
        statement = [_asked(_said(ask, says(), bold=True))]
    if requested:
        statement, rest = [], rest or statement
    said = {row.id for row in (*statement, *rest)}
    sure = judgement.quality is MatchQuality.ANSWER
    known = usages or {}
    rows = [_candidate_row(hit, sure, known.get(hit.solution.id)) for hit in result.candidates]
    return [*statement, *(row for row in rows if row.id not in said), *rest]


def said_words(quality: MatchQuality, *, answered: bool) -> str:
    """Return what is said where no answer is certain; ``answered``: the problem has an answer."""
    if answered and quality is not MatchQuality.NOTHING_NEAR:
        candidates = quality is MatchQuality.CANDIDATES
        return tr("judging.more_candidates" if candidates else "judging.more_words")
    return tr(f"judging.{quality}")


def _said(part: str, words: str, count: int = 0, *, bold: bool = False) -> Row:
    """Return a row of the statement, with its label in the margin."""
    label = tr(f"solve.statement.{part}", n=count)
    spoken = tr("solve.list.labelled", label=label.replace("\n", ""), text=words)
    return Row(statement_id(part), words, before=(Label(label),), bold=bold, spoken=spoken)


def _asked(row: Row) -> Row:
    """Return a question to the room with a link that opens the field for the answer."""
    return row._replace(id=WORDING, after=(Link(tr("solve.statement.more_words")),))


def _gap_rows(judgement: Judgement, gap: KnownGap, titles: set[str]) -> list[Row]:
    """Return the fact with its source, the nearest answer, its shortfall, and a workaround.

    If another gap may be meant, it is offered before the nearest answer, where it is always
    visible.
    """
    choose = (Link(tr("solve.statement.choose")),)
    fact = _said("now", gap.statement, bold=True)
    rows = [fact._replace(lines=(Line(source_words(gap), "meta"),))]
    if len(judgement.gaps) > 1:
        following = judgement.gap_beside(1)
        name = following.gap.text(language()).name if following else ""
        rows.append(_other_gap("others", name, len(judgement.gaps) - 1))
    for near in gap.nearest[:1]:
        nearest = _said("nearest", near.solution.text(language()).name)
        rows.append(nearest._replace(id=candidate_id(near.solution.id), after=choose))
        rows.append(_said("short", near.falls_short))
    if gap.way_round and gap.way_round not in titles:
        rows.append(_said("way", gap.way_round)._replace(id=WAY_ROUND, after=choose))
    return rows


def _other_gap(part: str, name: str, count: int = 0) -> Row:
    """Return another possible gap, with a link that shows it."""
    link = (Link(tr("solve.statement.look")),)
    return _said(part, name, count)._replace(id=NEXT_GAP, after=link)


def source_words(gap: KnownGap) -> str:
    """Return page and heading of a stated gap with the day, else the words searched for."""
    path = gap.gap.text(language()).source_heading.split(_STEP)
    if gap.gap.evidence is not GapEvidence.STATED:
        return gap.source
    day = texts().day(gap.gap.checked)
    return tr("solve.statement.source", heading=_STEP.join(path[-2:]), day=day)


def _candidate_row(hit: Suggestion, sure: bool, usage: Usage | None) -> Row:
    """Return a candidate; an uncertain one does not say how well it fits."""
    marks: list[Cell] = []
    if sure:
        marks.append(Words(fit_word(hit.fit)))
        marks += [limit_words()] if is_limited(hit.fit, hit.limit) else []
    private = theme().metrics.desk
    return Row(
        candidate_id(hit.solution.id),
        hit.solution.text(language()).name,
        before=(Tick(False),),
        lines=(Line(_what(hit), "meta"),) if private else (),
        after=(*marks, *_details_link()),
        opened=tuple(_remark(*each) for each in reasons(hit, usage)) if private else (),
    )


def _what(hit: Suggestion) -> str:
    """Return of what an answer does the sentence with most of the matched words."""
    what = hit.solution.text(language()).what
    sentences = _SENTENCE.findall(what) or [what]
    return max(sentences, key=lambda each: len(spans_in(each, hit.matched))).strip()


class Reason(NamedTuple):
    """Why an answer may fit, or a limit of it."""

    text: str
    icon: str


def reasons(hit: Suggestion, usage: Usage | None = None) -> tuple[Reason, ...]:
    """Return why a candidate may be the answer, the most important first.

    That the customer uses it, a limit about the problem, matched words, the closest problem,
    earlier choices, else its first limit, and the catalogue if that is not Mackerel's.
    """
    text = hit.solution.text(language())
    found: list[Reason] = []
    if usage is not None and usage.status in _SETUP_ICONS:
        words = tr(f"setup.solve.{usage.status}", reason=reason(usage))
        found.append(Reason(words, _SETUP_ICONS[usage.status]))
    if hit.limit:
        found.append(Reason(hit.limit, "circle-alert"))
    if words := tr("solve.list.and").join(whole_words(hit.matched)):
        found.append(Reason(tr("solve.list.why", words=words), "search"))
    if hit.near:
        found.append(Reason(tr("solve.list.near", sentence=hit.near), "speech"))
    if hit.chosen is not None:
        this_year = hit.chosen.last.startswith(f"{date.today().year:04}")
        when = texts().month(hit.chosen.last, year=not this_year)
        words = tr("solve.list.chosen_before", n=hit.chosen.times, when=when)
        found.append(Reason(words, "clock"))
    if text.limits and not hit.limit:
        found.append(Reason(text.limits[0], "circle-alert"))
    if hit.solution.catalogue:
        name = tr("solve.list.from_catalogue", name=hit.solution.catalogue)
        found.append(Reason(name, "book"))
    return tuple(found)
