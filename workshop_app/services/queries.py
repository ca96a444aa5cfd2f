"""Queries on the store for screens and commands: the only read access of the window to the store.

All functions take the session. Data of the open workshop is in its snapshot (`Session.state`) and
needs no query.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

from workshop_app.domain.appraisal import Appraisal, Criterion, Verdict
from workshop_app.domain.contact import ContactKind
from workshop_app.domain.errors import NotFound, UserError
from workshop_app.domain.facts.commitments import CommitmentKind, commitments_of, is_open
from workshop_app.domain.facts.outcomes import shown_outcomes
from workshop_app.domain.facts.requests import unsaid_of
from workshop_app.domain.facts.step_facts import StepFacts
from workshop_app.domain.facts.verdicts import waits_for_appraisal
from workshop_app.domain.grouped import grouped
from workshop_app.domain.outcome import CardKind, OutcomeKind, PlayedCard
from workshop_app.domain.pointer import Pointer
from workshop_app.domain.problem import RAISED, Problem
from workshop_app.domain.request import ESSENTIAL_FIELDS, Request
from workshop_app.domain.request_news import RequestNews, RequestState
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import has_tick, steps_of
from workshop_app.domain.workshop import Customer, Participant, Workshop
from workshop_app.i18n import Texts
from workshop_app.services.known_people import age, known_people
from workshop_app.services.session import Session
from workshop_app.services.snapshot import load_alone
from workshop_app.store import overview
from workshop_app.store.contents import WorkshopContents
from workshop_app.store.rows import fetch
from workshop_app.store.store import Store
from workshop_app.store.tables import TABLES, Row

_CARDS = frozenset(kind.value for kind in CardKind)


def with_changes(session: Session, state: WorkshopState) -> WorkshopState:
    """Return the snapshot with the number of its changes and the time of the last one.

    Those of earlier contacts are counted, too, since papers carry their actions over.
    """
    contacts = (state, *state.all_before)
    log = [row for each in contacts for row in session.store.log(each.workshop.id)]
    at = max((str(row["at"]) for row in log), default="")
    return replace(state, changes=len(log), changed_at=at)


class WorkshopSummary(NamedTuple):
    """One row of the list of workshops."""

    id: str
    title: str
    customer: str
    date: str
    created_at: str
    problems: int
    done: tuple[bool, ...]
    """For each of its steps, whether it is shown as done (`steps.has_tick`)."""
    outcomes: tuple[tuple[OutcomeKind, int], ...]
    exported: bool
    is_sample: bool
    silent: bool = False
    """Nobody answered."""
    kind: ContactKind = ContactKind.WORKSHOP
    own_kind: str = ""
    next_date: str = ""
    """The agreed day of the next meeting; empty without one."""

    @property
    def steps_done(self) -> int:
        """The number of steps that are done."""
        return sum(self.done)


def request_of_any(session: Session, request_id: str) -> Request | None:
    """Return a request of any workshop, or None if it was deleted; raises StoreError."""
    try:
        return session.store.get(Request, request_id)
    except NotFound:
        return None


def workshops(session: Session) -> tuple[WorkshopSummary, ...]:
    """Return all workshops, latest date first.

    The database counts instead of loading whole workshops, so that hundreds are listed quickly.
    """
    found: dict[str, list[_Problems]] = {}
    for row in session.store.read(fetch, overview.PROBLEMS):
        facts = _facts_about(*(row[name] for name in _RECORDED))
        found.setdefault(row["workshop_id"], []).append(_Problems(row, facts, row["n"]))
    rows = session.store.read(fetch, overview.WORKSHOPS)
    return tuple(_summary(row, found.get(row["id"], [])) for row in rows)


class _ProblemFacts(NamedTuple):
    """The facts about a problem that the list of workshops counts."""

    kinds: tuple[OutcomeKind, ...]
    is_open: bool
    waits: bool
    unsaid: int


class _Problems(NamedTuple):
    """The number of problems of which the same is recorded, and the facts about each."""

    row: Row
    facts: _ProblemFacts
    n: int


_RECORDED = ("parked", "chosen", "not_ours", "kinds", "requests", "override", *Criterion)
"""The columns of `overview.PROBLEMS` from which facts follow."""


@cache
def _facts_about(
    parked: int, chosen: int, not_ours: int, kinds: str, requests: str, override: str, *given: str
) -> _ProblemFacts:
    """Return the facts about a problem; a damaged value does not hide the record."""
    problem = Problem(
        id="",
        workshop_id="",
        position=0,
        number=0,
        first_wording="",
        chosen=bool(chosen),
        parked=bool(parked),
        not_ours_reason="not ours" if not_ours else "",
    )
    asked = [
        Request(
            id=str(number),
            workshop_id="",
            problem_id="",
            number=number,
            title="",
            **dict.fromkeys(ESSENTIAL_FIELDS[int(each[0]) :], "said"),
        )
        for number, each in enumerate(filter(None, requests.split(",")))
    ]
    state = WorkshopState(
        workshop=Workshop(id="", customer_id="", title="", created_at=""),
        customer=Customer(id="", name=""),
        problems=(problem,),
        cards=tuple(
            PlayedCard(id=kind, workshop_id="", position=0, problem_id="", kind=CardKind(kind))
            for kind in kinds.split(",")
            if kind in _CARDS
        ),
        requests=tuple(reversed(asked)),  # the first one counts
        news=tuple(
            RequestNews(
                id="",
                workshop_id="",
                position=0,
                request_id=each.id,
                state=RequestState.HANDED_OVER,
                date="",
            )
            for each, recorded in zip(asked, requests.split(","), strict=False)
            if recorded.endswith("1")
        ),
        appraisals=(
            Appraisal(
                id="",
                workshop_id="",
                problem_id="",
                override=Verdict(override) if override in set(Verdict) else None,
                **dict(zip(Criterion, given, strict=True)),
            ),
        ),
    )
    return _ProblemFacts(
        shown_outcomes(state, problem),
        state.is_open(problem),
        bool(asked or chosen) and waits_for_appraisal(state, problem),
        sum(len(unsaid_of(state, each)) for each in asked),
    )


def _summary(row: Row, problems: list[_Problems]) -> WorkshopSummary:
    listed = [each for each in problems if each.row["listed"]]
    outcomes = Counter[OutcomeKind]()
    for each in listed:
        outcomes.update(dict.fromkeys(each.facts.kinds, each.n))
    facts = _step_facts(row, problems, listed)
    return WorkshopSummary(
        id=row["id"],
        title=row["title"],
        customer=row["customer"],
        date=row["date"],
        created_at=row["created_at"],
        problems=facts.listed,
        done=tuple(has_tick(facts, step) for step in steps_of(facts.kind)),
        outcomes=tuple((kind, outcomes[kind]) for kind in OutcomeKind if outcomes[kind]),
        exported=facts.exported,
        is_sample=bool(row["is_sample"]),
        silent=facts.silent,
        kind=facts.kind,
        own_kind=row["own_kind"],
        next_date=row["next_date"],
    )


def _step_facts(row: Row, problems: list[_Problems], listed: list[_Problems]) -> StepFacts:
    chosen = [each for each in listed if each.row["chosen"]]
    kind = row["kind"]
    return StepFacts(
        # a damaged value does not hide the record
        kind=ContactKind(kind) if kind in set(ContactKind) else ContactKind.WORKSHOP,
        silent=bool(row["silent"]),
        customer_named=bool(row["customer"]),
        has_participants=bool(row["people"]),
        dated=bool(row["date"]),
        has_answers=bool(row["answers"]),
        context_skipped=bool(row["context_skipped"]),
        sort_skipped=bool(row["sort_skipped"]),
        listed=sum(each.n for each in listed),
        has_raised=any(each.row["source"] in RAISED for each in listed),
        unsorted=sum(each.n for each in listed if each.row["unsorted"]),
        chosen=sum(each.n for each in chosen),
        chosen_open=sum(each.n for each in chosen if each.facts.is_open),
        has_requests_or_appraisals=bool(row["judged"]),
        unappraised=sum(
            each.n
            for each in problems
            if each.facts.waits and (each.row["requests"] or each.row["listed"])
        ),
        unsaid=sum(each.n * each.facts.unsaid for each in problems),
        exported=bool(row["exported"]),
    )


class OpenCommitment(NamedTuple):
    """Something that was promised and is not done yet, in words."""

    id: str
    workshop_id: str
    text: str
    customer: str
    owner: str
    due: str


def open_commitments(session: Session, words: Texts) -> tuple[OpenCommitment, ...]:
    """Return what was promised in all workshops, nearest due date first, undated ones last."""
    from workshop_app.services.actions_to_do import in_words  # not on the start path

    store = session.store
    found = [OpenCommitment(**row) for row in store.read(fetch, overview.OPEN_ACTIONS)]
    for contact in _owing(store):
        owed = [one for one in commitments_of(contact) if one.kind is not CommitmentKind.ACTION]
        taken = store.some(Problem, None, "origin_id", [one.action.id for one in owed])
        done = {each.origin_id for each in taken}
        for one in owed:
            if is_open(contact, one) and one.action.id not in done:
                action = in_words(contact, words, one)
                found.append(
                    OpenCommitment(
                        id=action.id,
                        workshop_id=contact.workshop.id,
                        text=action.text,
                        customer=contact.customer.name,
                        owner=contact.owner_of(action, lambda who: who.name),
                        due=action.due,
                    )
                )
    return tuple(sorted(found, key=lambda each: (not each.due, each.due)))


def _owing(store: Store) -> Iterator[WorkshopState]:
    """Return the workshops that may owe more than actions, without those that are damaged."""
    for row in store.read(fetch, overview.OWING):
        with suppress(UserError):
            yield load_alone(store, row["workshop_id"])


_UNTOUCHED = {"create_workshop", "book_time"}
"""The kinds of action in the log of a workshop into which nothing was entered."""


def todays_workshops(session: Session, today: str) -> tuple[WorkshopState, ...]:
    """Return the workshops dated `today` (ISO), the one to go on with first.

    People meet before mail is read; of those, the ones without papers come first, and of them the
    one that was worked on last. One into which nothing was entered is only returned if there is no
    other.
    """
    store = session.store
    dated = list(store.some(Workshop, None, "date", [today]))
    if len(dated) > 1:
        dated.sort(
            key=lambda each: (
                not each.kind.is_talk, each.exported_at != "", -store.last_action(each.id),
            )
        )  # fmt: skip
        dated = [each for each in dated if not is_untouched(session, each.id)] or dated[:1]
    return tuple(session.state_of(each.id) for each in dated)


def untouched_workshop(
    session: Session, today: str, language: str, facilitator: str
) -> Workshop | None:
    """Return a workshop dated `today` (ISO) that is like one created now, or None.

    That is one into which nothing was entered, in the same language and with the same facilitator.
    """
    wanted = (ContactKind.WORKSHOP, language, facilitator)
    dated = session.store.some(Workshop, None, "date", [today])
    like = (each for each in dated if (each.kind, each.language, each.facilitator) == wanted)
    return next((each for each in like if is_untouched(session, each.id)), None)


def is_untouched(session: Session, workshop_id: str) -> bool:
    """Return whether nothing was entered into a workshop since it was created without a name."""
    workshop = session.store.get(Workshop, workshop_id)
    if session.store.get(Customer, workshop.customer_id).name:
        return False
    kinds = {row["kind"] for row in session.store.log(workshop.id)}
    return bool(kinds) and kinds <= _UNTOUCHED


def workshops_before(session: Session, workshop: Workshop) -> tuple[tuple[Workshop, str], ...]:
    """Return the workshops created before one, with the names of their customers."""
    names = {each.id: each.name for each in session.store.all(Customer)}
    at = (workshop.created_at, workshop.id)
    return tuple(
        (each, names[each.customer_id])
        for each in session.store.all(Workshop)
        if (each.created_at, each.id) < at
    )


def customers(session: Session) -> tuple[Customer, ...]:
    """Return all customers that have a name, by name."""
    named = [customer for customer in session.store.all(Customer) if customer.name]
    return tuple(sorted(named, key=lambda customer: customer.name))


class CustomerWithContacts(NamedTuple):
    """A customer with the number of contacts, and the latest of them with its day."""

    name: str
    contacts: int
    latest: str
    day: str


def customers_with_contacts(session: Session) -> tuple[CustomerWithContacts, ...]:
    """Return all customers that have contacts, by name."""
    names = {each.id: each.name for each in session.store.all(Customer)}
    held = grouped(sorted(session.store.all(Workshop), key=age), lambda each: each.customer_id)
    found = [
        CustomerWithContacts(
            names.get(customer, ""),
            len(ones),
            ones[-1].id,
            ones[-1].date or ones[-1].created_at[:10],
        )
        for customer, ones in held.items()
    ]
    return tuple(sorted(found, key=lambda each: (each.name, each.day)))


def earlier_customers(session: Session, customer_id: str) -> dict[str, str]:
    """Return by how their names look the ids of all customers that have a workshop, except one.

    Keys are `looks` of `customer_key`. Of several customers of the same name, that of the latest
    workshop is returned.
    """
    from workshop_app.domain.customer_names import customer_key  # not on the start path
    from workshop_app.domain.look_alike import looks

    keys = {each.id: looks(customer_key(each.name)) for each in session.store.all(Customer)}
    held = sorted(session.store.all(Workshop), key=age)
    return {
        keys[each.customer_id]: each.customer_id
        for each in held
        if each.customer_id != customer_id and keys.get(each.customer_id)
    }


def people_of_customer(session: Session, state: WorkshopState) -> dict[str, Participant]:
    """Return the people of the customer's other workshops by person id, latest workshops first.

    Each is the participant of the person's latest workshop.
    """
    return known_people(session.store, state.workshop)


def other_customers(session: Session, customer_id: str) -> tuple[str, ...]:
    """Return the names of all customers except one."""
    return tuple(each.name for each in customers(session) if each.id != customer_id)


def problems_matching(session: Session, text: str, limit: int = 50) -> tuple[Problem, ...]:
    """Return problems of all workshops whose words match `text`, best first."""
    store = session.store
    return tuple(store.get(Problem, found) for found in store.find_problems(text, limit))


def workshops_there(session: Session, ids: Iterable[str]) -> frozenset[str]:
    """Return the ids among these that belong to workshops; raises StoreError."""
    asked = [*{*ids}]
    return session.store.which_exist(Workshop, asked) if asked else frozenset()


def records_there(session: Session, ids: Iterable[str]) -> frozenset[str]:
    """Return the ids among these that belong to any records; raises StoreError."""
    there: frozenset[str] = frozenset()
    asked = {*ids}
    for table in TABLES:
        if missing := asked - there:
            there |= session.store.which_exist(table.record, [*missing])
    return there


def contents(session: Session, workshop_id: str = "") -> dict[str, WorkshopContents]:
    """Return the content of each workshop, or of one; raises StoreError."""
    return session.store.contents(workshop_id or None)


def number_of_writes(session: Session) -> int:
    """Return a counter that increases with every change of the records."""
    return session.store.writes


def store_path(session: Session) -> Path:
    """Return the path of the store file."""
    return session.store.path


def has_workshops(session: Session, besides: int = 0) -> bool:
    """Return whether there is any workshop in the store, or any ``besides`` so many."""
    return session.store.has_any(Workshop, besides)


def is_new_store(session: Session) -> bool:
    """Return whether the file was created when it was opened, and nothing was saved in it yet."""
    return session.store.created and session.saved_at is None


def pointer(session: Session, pointer_id: str) -> Pointer:
    """Return a pointer of any workshop; raises NotFound."""
    return session.store.get(Pointer, pointer_id)
