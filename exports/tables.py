"""Problems, outcomes, requests, actions, votes and context answers as tables for a spreadsheet.

A table contains only the columns named here. CSV files and workbooks are made of the same tables.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import compress
from typing import NamedTuple

from exports.csv_writer import to_csv
from exports.files import OutputFile
from exports.material import Material
from exports.verdict_lines import criterion_answers
from workshop_app.domain.context_questions import AnswerMark
from workshop_app.domain.facts.commitments import purposes
from workshop_app.domain.facts.outcomes import outcomes_among, promises_of, shown_outcomes
from workshop_app.domain.facts.ranking import rank_rows
from workshop_app.domain.facts.requests import nearest_of, promise_of
from workshop_app.domain.ids import request_code
from workshop_app.domain.outcome import CardKind, OutcomeKind, PlayedCard
from workshop_app.domain.outcome_names import outcome_name
from workshop_app.domain.persona import describe_persona
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import ANSWERS, Promise, Reader
from workshop_app.domain.request import Request
from workshop_app.domain.request_news import ANSWER_FIELDS, handed_over_on
from workshop_app.services.actions_to_do import all_actions, problem_words
from workshop_app.services.contact_words import kind_noun, way_name
from workshop_app.services.promise_words import (
    caveat_words,
    customer_text,
    promise_words,
    reason_of,
)

Cells = tuple[str | int | None, ...]


ANSWER = "team_answer_"
"""Prefix of the columns that the product team fills in."""
DAYS = frozenset(
    ("heard", "date", "due", "delivered", "first", "latest", "handed", "answered", "told")
)
"""Columns that hold an ISO date, or nothing."""
_INTERNAL_COLUMNS = frozenset(("said_by",))
"""Columns that the customer's tables do not have."""


@dataclass(frozen=True, slots=True)
class ExportTable:
    """The names of the columns, their headings in the language of the document, and the rows."""

    columns: tuple[str, ...]
    header: list[str]
    rows: list[Cells]


class _Contents(NamedTuple):
    """Columns, by their keys in ``papers.table.column``, and a function that yields the rows."""

    columns: tuple[str, ...]
    rows: Callable[[Material], Iterator[Cells]]


def build(material: Material, name: str, *, internal: bool) -> list[OutputFile]:
    """Return a table (`table_of`) as CSV."""
    table = table_of(material, name, internal=internal)
    return [OutputFile(to_csv(table.header, table.rows))]


def table_of(material: Material, name: str, *, internal: bool) -> ExportTable:
    """Return the table `name`, one of `registry.TABLES`; `internal`: not for the customer."""
    if name == "votes":
        return _votes(material)
    contents = _CONTENTS[name]
    kept = [internal or column not in _INTERNAL_COLUMNS for column in contents.columns]
    columns = tuple(compress(contents.columns, kept))
    rows = [
        tuple(_masked(material, each) for each in compress(row, kept))
        for row in contents.rows(material)
    ]
    return ExportTable(columns, _header(material, columns), rows)


def _header(material: Material, columns: tuple[str, ...]) -> list[str]:
    return [_column_name(material, column) for column in columns]


def _column_name(material: Material, column: str) -> str:
    words = material.words
    name = column.removeprefix(ANSWER)
    if name == column or name not in ANSWER_FIELDS:
        return words(f"papers.table.column.{column}")
    return words("request_news.answer.column", name=words(f"request_news.{name}"))


def _masked(material: Material, value: str | int | None) -> str | int | None:
    return material.printable(value) if isinstance(value, str) else value


def _problems(material: Material) -> Iterator[Cells]:
    words = material.words
    state = material.state
    themes = {theme.id: theme.name for theme in state.themes}
    numbers = {problem.id: problem.number for problem in state.problems}
    whole = state.merging.root_ids
    chosen = {problem.id for problem in state.chosen}
    for problem in state.problems:
        if problem.held:
            continue  # it is in the inbox
        merged = problem.merged_into is not None
        yield (
            problem.number,
            problem.first_wording,
            _said_by(material, problem.speaker_id),
            problem.wording,
            themes.get(problem.theme_id or "", ""),
            words(f"papers.table.source.{problem.source}", kind=kind_noun(words, state.workshop)),
            way_name(words, problem.method, state.workshop.own_kind),
            problem.heard_at[:10],
            numbers[whole[problem.id]] if merged else None,
            numbers.get(problem.split_from or ""),
            state.votes.of(problem.id),
            _yes_or_no(material, said=problem.id in chosen),
            _yes_or_no(material, said=problem.parked),
            "" if merged else _outcome_names(material, problem),
            problem.discussion,
            words(f"solve.find.{problem.found}") if problem.found else "",
            problem.origin_date,
            problem.became,
        )


def _outcome_names(material: Material, problem: Problem) -> str:
    """Return the outcomes that a problem is counted with."""
    left = outcomes_among(material.state, [problem]).left
    kinds = shown_outcomes(material.state, problem)
    return material.list([outcome_name(material.words, kind, left) for kind in kinds])


def _said_by(material: Material, participant_id: str | None) -> str:
    who = material.state.participant(participant_id)
    return material.person(who) if who is not None else ""


def _answers(material: Material) -> Iterator[Cells]:
    """Yield a row per context answer, with the problem that was made of it."""
    words = material.words
    numbers = {each.answer_id: each.number for each in material.state.problems if not each.held}
    for answer in material.state.answers:
        yield (
            material.question_of(answer),
            answer.text,
            _said_by(material, answer.participant_id),
            words(f"context.mark.{answer.mark}") if answer.mark is not AnswerMark.NONE else "",
            numbers.get(answer.id),
        )


def _outcomes(material: Material) -> Iterator[Cells]:
    """Yield a row per card; a problem that is not ours, or still open, has a row too."""
    words = material.words
    state = material.state
    for problem in state.listed:
        head = problem.number, problem.title
        promises = promises_of(state, problem)
        for card in state.cards_of(problem.id):
            if card.outcome in promises:
                kind = outcome_name(words, card.outcome, ())
                said = _said_of_card(material, problem, card, promises[card.outcome])
                yield (*head, kind, *_card(material, card), *said, *_delivery(material, card))
        for kind in (OutcomeKind.NOT_OURS, OutcomeKind.OPEN):
            if kind in promises:
                said = _said(material, problem, promises[kind])
                nothing = ("", "", problem.not_ours_reason, "", "")
                rest = ("",) * len(_DELIVERY)
                name = _outcome_names(material, problem)
                yield (*head, name, *nothing, *said, *rest)


def _said(
    material: Material, problem: Problem, promise: Promise, caveats: tuple[str, ...] = ()
) -> Cells:
    """Return the promise of an outcome, and its reason."""
    words = material.words
    text = promise_words(words, material.state, promise, Reader.CUSTOMER)
    reason = reason_of(words, material.state, problem, promise)
    return text, "\n".join(part for part in (reason, *caveats) if part)


def _said_of_card(
    material: Material, problem: Problem, card: PlayedCard, promise: Promise
) -> Cells:
    """Return the promise of a card; that of its own request, since merged problems have several."""
    state = material.state
    request = state.request_of(card.problem_id) if card.kind is CardKind.UPDATE else None
    if request is None or request == state.request_of(problem.id):
        caveats = caveat_words(material.words, state, card)
        return _said(material, problem, promise, caveats)
    own = promise_of(state, request)
    text = promise_words(material.words, state, own, Reader.CUSTOMER)
    if own in ANSWERS:
        return text, customer_text(state, request)
    return text, reason_of(material.words, state, problem, own)


def _card(material: Material, card: PlayedCard) -> Cells:
    solution = material.solution_of(card)
    text = solution.text(material.language) if solution else None
    title = material.title_of(card)
    said = text.what if text else card.text
    if card.kind is CardKind.UPDATE:
        request = material.state.request_of(card.problem_id)
        title = f"{request_code(request.number)} {request.title}" if request else title
    kind = material.words(f"cards.kind.{card.kind}")
    return kind, title, said, text.help_url if text else "", card.search_words


_DELIVERY = ("delivered_by", "due", "delivered", "link", "helped")


def _delivery(material: Material, card: PlayedCard) -> Cells:
    """Return who delivers a card by when, when it was delivered, where it is, and if it helped."""
    helped = material.words(f"cards.helped.{card.helped}") if card.helped is not None else ""
    return card.owner_name, card.due, card.delivered_on, card.link, helped


def _requests(material: Material) -> Iterator[Cells]:
    for request in sorted(material.state.requests, key=lambda each: each.number):
        problem = material.state.problem(request.problem_id)
        if problem is not None:
            yield _request(material, request, problem)


def _request(material: Material, request: Request, problem: Problem) -> Cells:
    state = material.state
    words = material.words
    promise = promise_of(state, request)
    nearest = material.solutions.get(nearest_of(state, request))
    text = nearest.text(material.language) if nearest else None
    return (
        material.request_code(request),
        request.title,
        state.customer.name,
        state.workshop.date,
        problem.number,
        problem.first_wording,
        problem.wording,
        request.own_words,
        describe_persona(state, problem),
        request.why,
        request.wished_how,
        request.situation,
        request.impact,
        request.workaround,
        request.good_enough,
        text.name if text else "",
        text.help_url if text else "",
        request.shortfall,
        request.gap_id,
        state.votes.of(problem.id),
        state.votes.present_then,
        promise_words(words, state, promise, Reader.FACILITATOR, request=request),
        handed_over_on(state.news_of(request)),
        reason_of(words, state, problem, promise),
        _appraisal(material, problem),
        *("" for _ in ANSWER_FIELDS),
    )


def _appraisal(material: Material, problem: Problem) -> str:
    """Return the answers to the criteria and their reasons, one line each."""
    judged = material.appraisal_of(problem)
    if judged is None:
        return ""
    lines: list[str] = []
    for criterion, answer, ground in criterion_answers(material, problem, judged):
        said = answer
        if ground:
            said = material.words("papers.dossier.answer_with_ground", answer=said, ground=ground)
        topic = material.words(f"appraisal.topic.{criterion}")
        lines.append(material.words("papers.table.criterion", topic=topic, said=said))
    return "\n".join(lines)


def _actions(material: Material) -> Iterator[Cells]:
    state = material.state
    for action in all_actions(state, material.words):
        about = purposes(state, action)
        own = [each.problem.number for each in about if each.contact is state]
        names = problem_words(state, material.words, action, brief=True)
        yield (
            action.text,
            state.owner_of(action, material.person),
            action.due,
            _yes_or_no(material, said=action.done),
            own[0] if len(own) == len(names) == 1 else material.list(names),
            material.list([each.problem.title for each in about]),
            material.words(f"last_time.answer.{action.answer}") if action.answer else "",
            action.answer_note,
        )


def _votes(material: Material) -> ExportTable:
    """Return the ranking, with a column for each round."""
    state = material.state
    rounds = state.votes.rounds or (state.workshop.round,)
    counted = [state.votes.in_round(number) for number in rounds]
    names = [material.words("papers.table.round", n=number) for number in rounds]
    if len(rounds) == 1:
        names = [material.words("papers.table.column.votes")]
    before = ("place", "number", "problem")
    after = ("chosen",)
    rows = [
        (
            material.words.rank(row.rank),
            int(row.number),
            material.printable(row.text),
            *(votes.get(row.id) for votes in counted),
            _yes_or_no(material, said=row.chosen),
        )
        for row in rank_rows(state)
    ]
    columns = (*before, *(f"votes_{number}" for number in rounds), *after)
    return ExportTable(
        columns, [*_header(material, before), *names, *_header(material, after)], rows
    )


def _yes_or_no(material: Material, *, said: bool) -> str:
    return material.words(f"papers.table.{'yes' if said else 'no'}")


_CONTENTS = {
    "problems": _Contents(
        (
            "number", "first_wording", "said_by", "wording", "theme", "source", "method",
            "heard", "merged_into", "split_from", "votes", "chosen", "parked", "outcome",
            "discussion", "found", "origin", "became",
        ),
        _problems,
    ),
    "outcomes": _Contents(
        (
            "number", "problem", "outcome", "card", "title", "text", "help", "search_words",
            "said", "reason", *_DELIVERY,
        ),
        _outcomes,
    ),
    "requests": _Contents(
        (
            "code", "request", "customer", "date", "number", "first_wording", "wording",
            "own_words", "persona", "why", "how", "situation", "impact", "workaround",
            "good_enough", "nearest", "help", "shortfall", "gap", "votes", "present", "state",
            "handed_over", "reason", "appraisal", *(f"{ANSWER}{name}" for name in ANSWER_FIELDS),
        ),
        _requests,
    ),
    "actions": _Contents(
        ("action", "who", "due", "done", "number", "problem", "answer", "note"), _actions
    ),
    "answers": _Contents(("question", "reply", "said_by", "in_use", "number"), _answers),
}  # fmt: skip
