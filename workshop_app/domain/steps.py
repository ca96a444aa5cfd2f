"""The steps of a contact by its kind, and what is missing in each. No step is ever blocked.

A workshop has all eight. Every other contact is short: problems are not sorted and nobody votes. An
interview begins with the context questions; contacts where people do not meet have none.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from workshop_app.domain.contact import ContactKind
from workshop_app.domain.facts.step_facts import StepFacts, step_facts

if TYPE_CHECKING:
    from workshop_app.domain.state import WorkshopState


class Step(StrEnum):
    """The steps in order; a workshop has all of them."""

    PREPARE = "prepare"
    CONTEXT = "context"
    LIST = "list"
    SORT = "sort"
    CHOOSE = "choose"
    SOLVE = "solve"
    APPRAISE = "appraise"
    WRAP_UP = "wrap_up"

    @property
    def number(self) -> int:
        """Its number in a workshop, 1 to 8; in other contacts see `number_in`."""
        return list(Step).index(self) + 1


_WITHOUT_CONTEXT = (Step.PREPARE, Step.LIST, Step.SOLVE, Step.APPRAISE, Step.WRAP_UP)
_STEPS: dict[ContactKind, tuple[Step, ...]] = {
    ContactKind.WORKSHOP: tuple(Step),
    ContactKind.INTERVIEW: (Step.PREPARE, Step.CONTEXT, *_WITHOUT_CONTEXT[1:]),
}
"""The steps by kind; kinds that are not listed have `_WITHOUT_CONTEXT`."""


def steps_of(kind: ContactKind) -> tuple[Step, ...]:
    """Return the steps of a kind of contact, in order."""
    return _STEPS.get(kind, _WITHOUT_CONTEXT)


def number_in(kind: ContactKind, step: Step) -> int:
    """Return the number shown for `step` in a kind of contact; raises ValueError if it has none."""
    return steps_of(kind).index(step) + 1


def nearest_step(kind: ContactKind, step: Step) -> Step:
    """Return `step`, or the next step of a kind of contact that does not have it."""
    return next(each for each in list(Step)[step.number - 1 :] if each in steps_of(kind))


def chooses(kind: ContactKind) -> bool:
    """Return whether a kind has the step Choose; otherwise every problem counts as chosen."""
    return Step.CHOOSE in steps_of(kind)


DEFAULT_MINUTES = {
    Step.PREPARE: 0,
    Step.CONTEXT: 15,
    Step.LIST: 20,
    Step.SORT: 15,
    Step.CHOOSE: 10,
    Step.SOLVE: 40,
    Step.APPRAISE: 15,
    Step.WRAP_UP: 5,
}
"""The planned minutes of each step in a session of two hours."""


class Missing(NamedTuple):
    """An item that a step lacks; `key` is the text key ``steps.missing.<key>``."""

    key: str
    n: int = 1


def missing(state: WorkshopState, step: Step) -> tuple[Missing, ...]:
    """Return what `step` still lacks; empty means that it is done."""
    return missing_in(step_facts(state), step)


def missing_in(facts: StepFacts, step: Step) -> tuple[Missing, ...]:
    """Return what `step` still lacks in a contact with these facts.

    Empty for a step that its kind does not have, and after Prepare if nobody answered.
    """
    if step not in steps_of(facts.kind) or (facts.silent and step is not Step.PREPARE):
        return ()
    return _CHECKS[step](facts)


def missing_before(state: WorkshopState, step: Step) -> tuple[tuple[Step, Missing], ...]:
    """Return what the steps before `step` lack, each with the step in which it is entered.

    Repeated items are returned once. What Context lacks is said by the step after it alone, as the
    room has gone on. For Prepare, which is the first step, its own missing items
    are returned.
    """
    steps = steps_of(state.workshop.kind)
    before = steps[: steps.index(step)] or (step,) if step in steps else ()
    last = next(reversed(before), step)
    found: dict[str, tuple[Step, Missing]] = {}
    for each in before:
        if each is Step.CONTEXT and each is not last:
            continue
        for lack in missing(state, each):
            found.setdefault(lack.key, (each, lack))
    return tuple(found.values())


def is_done(state: WorkshopState, step: Step) -> bool:
    """Return whether nothing is missing in `step`."""
    return not missing(state, step)


def has_tick(facts: StepFacts, step: Step) -> bool:
    """Return whether `step` is shown as done: nothing is missing, and its purpose was begun."""
    return not missing_in(facts, step) and _is_begun(facts, step)


def is_begun(state: WorkshopState, step: Step) -> bool:
    """Return whether what `step` exists for was begun, even if nothing is missing in it.

    List is for what the room says: problems that came before wait there until one is chosen. If
    Solve has decided everything, nothing needs to be appraised. Papers may be written at any time,
    but Wrap up follows the outcomes. If nobody answered, nothing was begun after Prepare.
    """
    return _is_begun(step_facts(state), step)


def _is_begun(facts: StepFacts, step: Step) -> bool:
    if facts.silent:
        return step is Step.PREPARE
    begun = {
        Step.LIST: facts.has_raised or facts.chosen > 0,
        Step.APPRAISE: facts.has_requests_or_appraisals,
        Step.WRAP_UP: facts.chosen > 0 and not facts.chosen_open,
    }
    return begun.get(step, True)


def is_left_out(state: WorkshopState, step: Step) -> bool:
    """Return whether `step` was skipped on purpose."""
    skipped = {Step.CONTEXT: state.workshop.context_skipped, Step.SORT: state.workshop.sort_skipped}
    return skipped.get(step, False)


def _if(condition: bool, key: str, n: int = 1) -> tuple[Missing, ...]:
    return (Missing(key, n),) if condition else ()


def _prepare(facts: StepFacts) -> tuple[Missing, ...]:
    return (
        _if(not facts.customer_named, "customer")
        + _if(facts.kind.is_talk and not facts.has_participants, "participant")
        + _if(not facts.dated, "date")
    )


def _context(facts: StepFacts) -> tuple[Missing, ...]:
    return _if(not facts.has_answers and not facts.context_skipped, "answer")


def _list(facts: StepFacts) -> tuple[Missing, ...]:
    return _if(not facts.listed, "problem")


def _sort(facts: StepFacts) -> tuple[Missing, ...]:
    """Problems without a theme are allowed: with others in themes they matter until the choice."""
    n = facts.unsorted
    settled = facts.sort_skipped or (facts.chosen > 0 and n < facts.listed)
    return () if settled else _if(not facts.listed, "problem") or _if(n > 0, "unsorted", n)


def _choose(facts: StepFacts) -> tuple[Missing, ...]:
    return _if(not facts.chosen, "chosen")


def _solve(facts: StepFacts) -> tuple[Missing, ...]:
    still_open = facts.chosen_open
    return _if(not facts.chosen, _first_need(facts)) or _if(still_open > 0, "outcome", still_open)


def _appraise(facts: StepFacts) -> tuple[Missing, ...]:
    if not (facts.chosen or facts.has_requests_or_appraisals):
        return _if(not facts.listed, "problem") or _if(True, _first_need(facts))
    unappraised = facts.unappraised
    unsaid = facts.unsaid
    return _if(unappraised > 0, "appraisal", unappraised) + _if(unsaid > 0, "unsaid", unsaid)


def _wrap_up(facts: StepFacts) -> tuple[Missing, ...]:
    return _if(facts.kind.is_talk and not facts.exported, "handout")


def _first_need(facts: StepFacts) -> str:
    """What is needed before anything can be solved: a choice, or else a problem."""
    return "chosen" if chooses(facts.kind) else "problem"


_CHECKS: dict[Step, Callable[[StepFacts], tuple[Missing, ...]]] = {
    Step.PREPARE: _prepare,
    Step.CONTEXT: _context,
    Step.LIST: _list,
    Step.SORT: _sort,
    Step.CHOOSE: _choose,
    Step.SOLVE: _solve,
    Step.APPRAISE: _appraise,
    Step.WRAP_UP: _wrap_up,
}
