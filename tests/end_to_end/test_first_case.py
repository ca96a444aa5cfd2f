"""A customer who does not answer: silence, a visit that asks for context, and the next contact.

In the real window on a real screen, by mouse and by keys; the results are checked in the records.
"""

from datetime import date
from pathlib import Path

import pytest

from tests.helpers.first_case import (
    CASE_TEXTS,
    SILENCE,
    CaseTexts,
    FirstCase,
    FirstCaseByKeys,
    FirstCaseByMouse,
    day_ago,
)
from tests.helpers.screen import operated
from workshop_app.domain.action import ActionAnswer
from workshop_app.domain.contact import ContactKind, Expectation
from workshop_app.domain.context_questions import AnswerMark
from workshop_app.domain.outcome import CardKind, Helped, OutcomeKind
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop import Customer
from workshop_app.services.customer_line import CustomerLine, customer_line
from workshop_app.services.session import Session
from workshop_app.store.store import Store


def led(
    kind: type[FirstCase], folder: Path, language: str, size: tuple[int, int]
) -> tuple[FirstCase, CustomerLine]:
    """Play the case, and return the run and the contacts that are on disk afterwards."""
    case = CASE_TEXTS[language]
    with operated(folder, language, size, case.letters) as (operator, seen):
        run = kind(operator, language, seen)
        run.case = case
        run.whole_case()
    store = Store(folder / "workshops.db")
    (customer,) = store.all(Customer)
    line = customer_line(Session(store), customer.id, date.today().isoformat())
    store.close()
    return run, line


def records_hold(line: CustomerLine, case: CaseTexts) -> None:
    """Check what the rules advised before each contact, and what was recorded in it."""
    *silent, visit, following = line.contacts
    assert line.customer.name == case.customer
    for contact, (kind, days) in zip(silent, SILENCE, strict=True):
        assert (contact.workshop.kind, contact.workshop.date) == (kind, day_ago(days))
        assert contact.workshop.silent
    assert silent[0].workshop.expectation is Expectation.WORSE
    assert silent[0].workshop.expectation_words == case.lowered
    before = line.before(visit.workshop.id).advice
    assert (before.rule.id, before.way) == ("silence", ContactKind.INTERVIEW)
    visit_holds(visit, case)
    before = line.before(following.workshop.id)
    assert [each.answer.text for each in before.given_up] == [case.given_up]
    assert following.workshop.kind is ContactKind.INTERVIEW
    (who,) = following.participants
    assert who.person_id == visit.participants[0].person_id


def visit_holds(visit: WorkshopState, case: CaseTexts) -> None:
    """Check the interview: what was given up, its outcome, and the answers of the next contact."""
    assert visit.workshop.kind is ContactKind.INTERVIEW
    assert [answer.text for answer in visit.answers] == [case.login, case.given_up]
    assert visit.answers[1].mark is AnswerMark.GIVEN_UP
    (problem,) = visit.problems
    assert (problem.first_wording, problem.method) == (case.given_up, ContactKind.INTERVIEW)
    assert [who.name for who in visit.speakers_of(problem)] == [case.person]
    assert visit.outcomes_of(problem) == (OutcomeKind.SOLUTION, OutcomeKind.CARD)
    (support,) = (card for card in visit.cards if card.kind is CardKind.SUPPORT)
    assert (support.title, support.helped) == (case.support, Helped.YES)
    (action,) = visit.actions
    assert (action.text, action.answer) == (case.action, ActionAnswer.DONE)
    assert visit.workshop.consent == case.consent
    assert visit.workshop.expectation is Expectation.BETTER
    assert visit.workshop.expectation_words == case.better


def asked_again(following: WorkshopState, visit: WorkshopState, case: CaseTexts) -> None:
    """Check the can-do line: nobody at the visit, one person at the next contact."""
    (check,) = visit.can_do
    assert (check.text, check.hands) == (case.alone, 0)
    (again,) = following.can_do
    assert (again.text, again.hands, again.origin_id) == (case.alone, 1, check.id)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "language", "size", "unused"),
    [
        (FirstCaseByKeys, "ja", (1366, 768), ("clicks", "drags")),
        (FirstCaseByMouse, "en", (1024, 700), ("keys",)),
    ],
)
def test_silence_ends_in_a_visit_and_the_next_contact_asks_again(
    tmp_path, kind, language, size, unused
):
    run, line = led(kind, tmp_path, language, size)
    case = CASE_TEXTS[language]
    records_hold(line, case)
    asked_again(line.contacts[-1], line.contacts[-2], case)
    assert not any(run.total(each) for each in unused)
