"""The agenda as a whole, and the time spent on the steps."""

import pytest

from tests.helpers.sessions import reopened
from workshop_app.domain.agenda import (
    TEMPLATES,
    minutes_in_order,
    plan_of,
    spent_of,
    usual_plan,
)
from workshop_app.domain.contact import ContactKind
from workshop_app.domain.errors import InvalidInput, NotFound
from workshop_app.domain.steps import Step
from workshop_app.services.commands.agenda import ApplyAgenda, BookTime, ClearTime
from workshop_app.services.commands.workshops import CreateWorkshop, EditWorkshop, SetMinutes


def spent(session):
    return spent_of(session.state.agenda)[Step.LIST]


def listing(session):
    return next(item.id for item in session.state.agenda if item.step == Step.LIST)


@pytest.mark.parametrize("minutes", [(-1,), (10_000,), ("many",)])
def test_a_plan_with_a_wrong_number_changes_nothing(session, minutes):
    before = session.state
    with pytest.raises(InvalidInput):
        session.execute(ApplyAgenda((5, *minutes)))
    assert session.state == before


def test_time_adds_up_and_is_there_at_the_next_start(session):
    session.execute(BookTime(listing(session), 59))
    session.execute(BookTime(listing(session), 31))
    assert spent(session) == 90
    again = reopened(session)
    assert spent(again) == 90


def test_undo_skips_booked_time_and_keeps_it(session):
    session.execute(SetMinutes(listing(session), "minutes", 30))
    session.execute(BookTime(listing(session), 60))
    assert session.undo().kind == "set_minutes"
    assert spent(session) == 60
    session.execute(BookTime(listing(session), 60))
    assert session.redo().kind == "set_minutes"
    assert (spent(session), plan_of(session.state.agenda)[Step.LIST]) == (120, 30)


def test_time_booked_while_somebody_types_does_not_cut_the_typing_in_two(session, clock):
    before = session.state.workshop.title
    session.execute(EditWorkshop(session.workshop_id, "title", "監視"))
    clock.pass_time(2)
    session.execute(BookTime(listing(session), 60))
    clock.pass_time(2)
    session.execute(EditWorkshop(session.workshop_id, "title", "監視の困りごと会"))
    session.undo()
    assert session.state.workshop.title == before


@pytest.mark.parametrize("seconds", [-1, 90_000])
def test_time_that_cannot_be_is_refused(session, seconds):
    with pytest.raises(InvalidInput):
        session.execute(BookTime(listing(session), seconds))
    with pytest.raises(NotFound):
        session.execute(BookTime("none", 5))


def test_a_rehearsal_is_forgotten_and_can_be_had_back(session):
    session.execute(BookTime(listing(session), 600))
    session.execute(ClearTime())
    assert spent(session) == 0
    session.undo()
    assert spent(session) == 600


def test_a_further_contact_has_the_plan_of_the_customers_last_one_of_its_kind(session):
    customer = session.state.customer.id
    session.execute(ApplyAgenda(tuple(minutes_in_order(TEMPLATES[90]))))

    def planned(kind):
        make = CreateWorkshop("次", "2099-12-03T10:00:00", customer_id=customer, contact=kind)
        return plan_of(session.state_of(session.execute(make)).agenda)

    assert planned(ContactKind.WORKSHOP) == TEMPLATES[90]
    assert planned(ContactKind.INTERVIEW) == usual_plan(ContactKind.INTERVIEW)
