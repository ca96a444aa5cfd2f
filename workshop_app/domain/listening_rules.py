"""The rules that say how a customer is heard next: an ordered table, the first match decides.

They ask the customer's contacts alone, from the most urgent to the calmest: is something down, does
nobody answer, did a contact disappoint, did much come at once, is something owed, is a voice
unknown, was it long ago. The last rule always holds: then nobody needs to be bothered.

A new rule needs a line in `RULES` and its texts in ``locale/*/listening.toml``.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from workshop_app.domain.appraisal import Criterion
from workshop_app.domain.contact import ContactKind, Expectation
from workshop_app.domain.state import WorkshopState

SILENT_IN_A_ROW = 3
"""So many contacts without an answer are a silence."""
MANY_AT_ONCE = 6
"""So many problems in one message came in bulk."""
LONG_AGO = 182
"""Days without any contact that count as long."""


@dataclass(frozen=True, slots=True)
class ContactFacts:
    """What the rules need to know of one contact."""

    id: str
    kind: ContactKind
    day: str
    """ISO."""
    silent: bool = False
    said: bool = True
    """Something was entered of it, if only that nobody answered."""
    problems: int = 0
    urgent: int = 0
    """Problems without outcome that cannot wait."""
    nameless: int = 0
    """Problems without outcome of which nobody knows who said them."""
    owed: int = 0
    """Actions that were not answered."""
    expectation: Expectation = Expectation.NOT_ASKED


def facts_of(state: WorkshopState) -> ContactFacts:
    """Return what the rules need to know of a contact."""
    contact = state.workshop
    open_ones = [problem for problem in state.listed if state.is_open(problem)]
    appraisals = [state.appraisal_of(problem.id) for problem in open_ones]
    urgent = sum(one is not None and one.answer(Criterion.NOW) == "urgent" for one in appraisals)
    nameless = sum(not state.speakers_of(problem) for problem in open_ones)
    return ContactFacts(
        id=contact.id,
        kind=contact.kind,
        day=contact.date or contact.created_at[:10],
        silent=contact.silent,
        said=bool(contact.silent or contact.heard or state.problems or state.answers),
        problems=len(state.listed),
        urgent=urgent,
        nameless=0 if contact.anonymous else nameless,
        owed=sum(not action.done for action in state.actions),
        expectation=contact.expectation,
    )


@dataclass(frozen=True, slots=True)
class ContactHistory:
    """The contacts with one customer as of a day, the earliest first."""

    contacts: tuple[ContactFacts, ...]
    today: str

    @property
    def held(self) -> tuple[ContactFacts, ...]:
        """Those that took place: before today, or with something entered of them."""
        return tuple(
            one
            for one in self.contacts
            if one.day < self.today or (one.day == self.today and one.said)
        )

    @property
    def planned(self) -> tuple[ContactFacts, ...]:
        """Those that are still to come."""
        held = self.held
        return tuple(one for one in self.contacts if one not in held)

    def before(self, contact_id: str) -> "ContactHistory":
        """Return the history on the eve of a contact."""
        earlier: list[ContactFacts] = []
        for one in self.contacts:
            if one.id == contact_id:
                return ContactHistory(tuple(earlier), one.day)
            earlier.append(one)
        return self

    @property
    def last_talk(self) -> ContactKind:
        """How people sat together last; an interview while they never did."""
        talks = [one.kind for one in self.held if one.kind.is_talk]
        return talks[-1] if talks else ContactKind.INTERVIEW


@dataclass(frozen=True, slots=True)
class ListeningRule:
    """A rule: it holds if `counted` finds anything; `way` is how the customer is heard then.

    Without a `way` nobody is asked; with `as_last` the way is that of the last talk. `lasting`
    tells that what it counts does not change afterwards, so that it can be said which rule led to
    a contact. The texts are ``listening.<id>.name``, ``.way``, ``.found`` and ``.why``.
    """

    id: str
    way: ContactKind | None
    counted: Callable[[ContactHistory], int]
    as_last: bool = False
    lasting: bool = False

    def way_in(self, history: ContactHistory) -> ContactKind | None:
        """Return how the customer is heard by this rule."""
        return history.last_talk if self.as_last else self.way


@dataclass(frozen=True, slots=True)
class Advice:
    """The rule that decides, how the customer is heard by it, and how much it found."""

    rule: ListeningRule
    way: ContactKind | None
    n: int

    @property
    def number(self) -> int:
        """The place of the rule in the table, from 1."""
        return RULES.index(self.rule) + 1


def _urgent(history: ContactHistory) -> int:
    return sum(one.urgent for one in history.held)


def _silent(history: ContactHistory) -> int:
    """Count the last contacts without an answer, from three on."""
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
    """Count the problems of the latest bulk message after which no workshop was held."""
    for one in reversed(history.held):
        if one.kind is ContactKind.WORKSHOP:
            return 0
        if not one.kind.is_talk and one.problems >= MANY_AT_ONCE:
            return one.problems
    return 0


def _owed(history: ContactHistory) -> int:
    return sum(one.owed for one in history.held)


def _nameless(history: ContactHistory) -> int:
    return sum(one.nameless for one in history.held)


def _days(history: ContactHistory) -> int:
    """Count the days since the last contact, from half a year on."""
    if not history.held:
        return 0
    last = date.fromisoformat(history.held[-1].day)
    days = (date.fromisoformat(history.today) - last).days
    return days if days >= LONG_AGO else 0


RULES: tuple[ListeningRule, ...] = (
    ListeningRule("urgent", ContactKind.SUPPORT, _urgent),
    ListeningRule("silence", ContactKind.INTERVIEW, _silent, lasting=True),
    ListeningRule("lowered", ContactKind.INTERVIEW, _lowered, lasting=True),
    ListeningRule("bulk", ContactKind.WORKSHOP, _bulk, lasting=True),
    ListeningRule("owed", None, _owed, as_last=True),
    ListeningRule("nameless", ContactKind.INTERVIEW, _nameless),
    ListeningRule("first", ContactKind.INTERVIEW, lambda history: int(not history.held)),
    ListeningRule("long_ago", ContactKind.SURVEY, _days),
    ListeningRule("wait", None, lambda _: 1),
)
"""In order of application; the last rule always holds, so that there is always an advice."""


def advise(history: ContactHistory) -> Advice:
    """Return how a customer with this history is heard next, by the first rule that holds."""
    return next(
        Advice(rule, rule.way_in(history), found)
        for rule in RULES
        if (found := rule.counted(history))
    )


def led_to(history: ContactHistory, contact_id: str) -> Advice | None:
    """Return the advice that a contact followed; None where it cannot be said or was another."""
    contact = next(one for one in history.contacts if one.id == contact_id)
    advice = advise(history.before(contact_id))
    return advice if advice.rule.lasting and advice.way is contact.kind else None


def line_of(states: Sequence[WorkshopState], today: str) -> ContactHistory:
    """Return the history that these contacts of one customer make, in any order."""
    facts = {state.workshop.id: facts_of(state) for state in states}
    ordered = sorted(states, key=lambda one: (facts[one.workshop.id].day, one.workshop.created_at))
    return ContactHistory(tuple(facts[state.workshop.id] for state in ordered), today)
