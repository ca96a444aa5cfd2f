"""The rules that recommend the next way to consult a customer: an ordered table, first match wins.

They use only the customer's contacts, from the most urgent case to the calmest: something is down,
silence, a contact disappointed, many problems came at once, something is owed, the source of a
problem is unknown, nobody answered yet, there was no contact for a long time. The last rule always
matches and recommends to wait.

A new rule needs a line in `RULES` and its texts in ``locale/*/listening.toml``.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from workshop_app.domain.appraisal import Criterion
from workshop_app.domain.contact import ContactKind, Expectation
from workshop_app.domain.problem import Source
from workshop_app.domain.state import WorkshopState

SILENT_IN_A_ROW = 3
"""This many consecutive contacts without an answer count as silence."""
MANY_AT_ONCE = 6
"""This many problems in one message count as a bulk message."""
LONG_AGO = 182
"""This many days without any contact count as long ago."""


class ContactFacts(NamedTuple):
    """The facts about one contact that the rules use."""

    id: str
    kind: ContactKind
    day: str
    """ISO date."""
    silent: bool = False
    said: bool = True
    """Anything was recorded for it, if only that nobody answered."""
    received: int = 0
    """Number of problems that came as a list before people met; all of a message."""
    urgent: int = 0
    """Number of problems without outcome that cannot wait."""
    nameless: int = 0
    """Number of problems without outcome whose speaker is unknown."""
    owed: int = 0
    """Number of actions that are still open."""
    expectation: Expectation = Expectation.NOT_ASKED


def facts_of(
    state: WorkshopState, taken_over: Collection[str] = (), unread: int = 0
) -> ContactFacts:
    """Return the facts about a contact that the rules use.

    Problems that a later contact has `taken_over`, by id, count there. `unread` is the number of
    lines in the list that the notes of the contact contain.
    """
    contact = state.workshop
    open_ones = [
        problem
        for problem in state.listed
        if state.is_open(problem) and problem.id not in taken_over
    ]
    appraisals = [state.appraisal_of(problem.id) for problem in open_ones]
    urgent = sum(one is not None and one.answer(Criterion.NOW) == "urgent" for one in appraisals)
    brought = [
        problem
        for problem in state.problems
        if contact.kind.is_talk and problem.source in (Source.ADVANCE, Source.EARLIER)
    ]
    nameless = sum(not state.speakers_of(problem) for problem in open_ones)
    return ContactFacts(
        id=contact.id,
        kind=contact.kind,
        day=contact.date or contact.created_at[:10],
        silent=contact.silent,
        said=bool(contact.silent or contact.heard or state.answers)
        or any(problem not in brought for problem in state.problems),
        received=max(unread, len(brought) if contact.kind.is_talk else len(state.listed)),
        urgent=urgent,
        nameless=0 if contact.anonymous else nameless,
        owed=sum(action.is_open for action in state.actions),
        expectation=contact.expectation,
    )


class ContactHistory(NamedTuple):
    """The contacts with one customer as of a day, earliest first."""

    contacts: tuple[ContactFacts, ...]
    today: str

    @property
    def held(self) -> tuple[ContactFacts, ...]:
        """The contacts that took place: before today, or with anything recorded."""
        return tuple(
            one
            for one in self.contacts
            if one.day < self.today or (one.day == self.today and one.said)
        )

    @property
    def planned(self) -> tuple[ContactFacts, ...]:
        """The contacts still to come."""
        held = self.held
        return tuple(one for one in self.contacts if one not in held)

    def before(self, contact_id: str) -> "ContactHistory":
        """Return the history as it was before a contact took place, which was planned then."""
        earlier: list[ContactFacts] = []
        for one in self.contacts:
            if one.id == contact_id:
                return ContactHistory((*earlier, one._replace(said=False)), one.day)
            earlier.append(one)
        return self

    @property
    def bulk(self) -> ContactFacts | None:
        """The latest contact with a bulk message, unless a workshop was held after it.

        A list that was brought along to a planned contact is such a message.
        """
        held = self.held
        for one in reversed(self.contacts):
            if one.kind is ContactKind.WORKSHOP and one in held:
                return None
            if one.received >= MANY_AT_ONCE:
                return one
        return None

    @property
    def last_talk(self) -> ContactKind:
        """The kind of the latest meeting; an interview if there was none."""
        talks = [one.kind for one in self.held if one.kind.is_talk]
        return talks[-1] if talks else ContactKind.INTERVIEW


class ListeningRule(NamedTuple):
    """A rule: it matches if `counted` returns more than 0, and then recommends `way`.

    A `way` of None means that no contact is recommended; with `as_last` it is the kind of the
    latest meeting. The texts are ``listening.<id>.name``, ``.way``, ``.found``, ``.why``
    and, for customers to read, ``.room``.
    """

    id: str
    way: ContactKind | None
    counted: Callable[[ContactHistory], int]
    as_last: bool = False

    def kind_after(self, history: ContactHistory) -> ContactKind | None:
        """Return the kind of contact that the rule recommends."""
        return history.last_talk if self.as_last else self.way


class Advice(NamedTuple):
    """The matching rule, the kind of contact it recommends, and its count."""

    rule: ListeningRule
    way: ContactKind | None
    n: int


def _sum_of(field: str) -> Callable[[ContactHistory], int]:
    """Return a function that adds up a field of the contacts that took place."""
    return lambda history: sum(getattr(one, field) for one in history.held)


def _silent(history: ContactHistory) -> int:
    """Count the latest contacts without an answer; 0 if fewer than `SILENT_IN_A_ROW`."""
    row = 0
    for one in reversed(history.held):
        if not one.silent:
            break
        row += 1
    return row if row >= SILENT_IN_A_ROW else 0


def _lowered(history: ContactHistory) -> int:
    asked = [one.expectation for one in history.held if one.expectation]
    return int(bool(asked) and asked[-1] is Expectation.WORSE)


def _bulk(history: ContactHistory) -> int:
    """Count the problems of the bulk message, if any."""
    return history.bulk.received if history.bulk is not None else 0


def _never_talked(history: ContactHistory) -> int:
    """Return 1 if nobody has answered yet: a message without an answer is no talk."""
    return int(all(one.silent for one in history.held))


def _days(history: ContactHistory) -> int:
    """Count the days since the last contact; 0 if fewer than `LONG_AGO`."""
    if not history.held:
        return 0
    last = date.fromisoformat(history.held[-1].day)
    days = (date.fromisoformat(history.today) - last).days
    return days if days >= LONG_AGO else 0


RULES: tuple[ListeningRule, ...] = (
    ListeningRule("urgent", ContactKind.SUPPORT, _sum_of("urgent")),
    ListeningRule("silence", ContactKind.INTERVIEW, _silent),
    ListeningRule("lowered", ContactKind.INTERVIEW, _lowered),
    ListeningRule("bulk", ContactKind.WORKSHOP, _bulk),
    ListeningRule("owed", None, _sum_of("owed"), as_last=True),
    ListeningRule("nameless", ContactKind.INTERVIEW, _sum_of("nameless")),
    ListeningRule("first", ContactKind.INTERVIEW, _never_talked),
    ListeningRule("long_ago", ContactKind.SURVEY, _days),
    ListeningRule("wait", None, lambda _: 1),
)
"""In order of application; the last rule always matches."""


def advise(history: ContactHistory) -> Advice:
    """Return the advice of the first rule that matches the history."""
    return next(
        Advice(rule, rule.kind_after(history), found)
        for rule in RULES
        if (found := rule.counted(history))
    )


def line_of(
    states: Sequence[WorkshopState], today: str, unread: Mapping[str, int] | None = None
) -> ContactHistory:
    """Return the history of these contacts of one customer, given in any order.

    `unread` is the number of lines of lists in the notes of contacts, by id.
    """
    taken_over = {problem.origin_id or "" for state in states for problem in state.problems}
    facts = {
        state.workshop.id: facts_of(state, taken_over, (unread or {}).get(state.workshop.id, 0))
        for state in states
    }
    ordered = sorted(states, key=lambda one: (facts[one.workshop.id].day, one.workshop.created_at))
    return ContactHistory(tuple(facts[state.workshop.id] for state in ordered), today)
